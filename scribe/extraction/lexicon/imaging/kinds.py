"""What a word makes of the part that a study shows, and whether it is said of a study at all."""

from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, ImagingKind, Laterality

OF_SPINE = frozenset({
    "disc_herniation", "disc_degeneration", "canal_narrowing", "foraminal_narrowing", "ligament_hypertrophy",
})  # fmt: skip
"""Kinds of findings that only a spine has."""
OF_LEVELS = frozenset({"disc_herniation", "disc_degeneration", "bony_overgrowth", "foraminal_narrowing"})
"""Kinds of findings that are told of one level after the other."""
OF_LABS = frozenset({"unremarkable", "neoplasm", "other"})
"""Kinds of findings that stand below results of any kind."""
OF_PAIRS = frozenset({"other", "sacroiliac_changes"})
"""Kinds of findings of joints and cords, which are told by name where they are well."""
DEEP = frozenset({"mri", "ct", "myelogram"})
"""Studies that tell a scar inside from one of the skin."""
NOT_SHOWN = frozenset({"hypothetical", "other_person"})
"""How that is asserted which no study of the patient shows."""
TAKEN_UP_AGAIN = frozenset({"malalignment", "disc_herniation"})
"""Kinds of findings that are spoken of again once they are told."""
UPTAKE = ("uptake", "hot spot", "hot spots", "hot at the", "hot in the")
"""What only a bone scan shows."""
_CURVED_TO: dict[str, Laterality] = {"levo": "left", "dext": "right"}
_PREFIX = 4
_BEFORE = frozenset({"there", "before"})
_NEAR = 5
_SOUGHT = 16
_VERDICT = 4
_QUOTES = frozenset({'"', "\u201c", "\u201d"})
_THAT = frozenset({"that's", "it's", "it", "that", "which", "they're", "those"})
_BLAMED = frozenset({
    "issue", "issues", "problem", "problems", "worry", "worries", "worried", "worrying", "worrisome", "concern",
    "concerned", "concerning", "deal", "culprit", "matter", "trouble", "cause", "story", "why", "surprise", "unusual",
    "reason", "alarming", "emergency", "what's", "explanation", "crisis", "shock", "uncommon",
})  # fmt: skip
"""Words for what a finding is said not to be that is there all the same."""
_PAUSES = frozenset({",", "that's", "it's", "which", "but", "and", "-"})
_LASTING = frozenset({"changed", "progressed", "worsened", "moved", "grown", "budged", "change"})
_MODAL = 3
_SEEING = frozenset({"see", "tell", "you", "we", "make", "feel"})
_AIMING = frozenset({"to", "can", "make", "making", "be", "too", "further", "better", "just"})
_ALONE = frozenset({"if", "whether", "assuming", "worried", "concerned"})
_ENDPLATES = frozenset({"endplate", "endplates", "plate", "plates"})
_FRAGMENTS = frozenset({"piece", "pieces", "chunk", "chunks", "fragment", "fragments", "disc", "disk"})
_BONES = frozenset({"bone", "bones", "vertebra", "vertebrae", "vertebral", "body", "bodies"})
_NERVES = frozenset({"root", "roots", "nerve", "nerves", "cord", "sac", "rootlets"})
_IT = frozenset({"it", "that", "this", "which", "it's"})
_HEALED = frozenset({"old", "remote"})
"""Words for a fracture of former times."""
_ASKED = frozenset({"ask", "asked", "asking", "wondered", "wondering"})
_SACROILIAC = frozenset({"si", "sij", "sijs", "sacroiliac", "sacroiliitis"})
_PURPOSES = frozenset({
    "assess", "evaluate", "check", "confirm", "rule", "exclude", "look", "looking", "sure", "certain", "define", "size",
    "determine", "find", "worried", "concerned", "if", "whether", "assuming",
})  # fmt: skip
"""Words for what a study is made for, and not for what it shows."""
_WONDERING = frozenset({"wonders", "wondered", "wondering", "asks", "asked", "asking", "unsure", "know"})
_PARTS = frozenset({"ligamentum flavum", "flavum"})
"""Parts whose bare name tells of a narrowing, but where they are said to be well."""
_WELL = frozenset({"normal", "thin", "unremarkable", "fine", "ok", "okay", "intact", "preserved", "unthickened"})


def _is_of_nerve(scene: Scene, hit: Hit) -> bool:
    """Tell whether a root or the sac is pushed aside and no bone, as in `displacement of the left S1 root`."""
    after = scene.view.norms[hit.end : min(hit.end + _NEAR + 3, scene.chunk(hit).end)]
    return after[:1] == ["of"] and not _NERVES.isdisjoint(after)


def kind_there(scene: Scene, hit: Hit, kind: ImagingKind) -> ImagingKind:
    """Return the finding that a word makes of the part it is said of: endplates harden, rings of discs tear."""
    part = frozenset(scene.words(scene.chunk(hit)))
    if kind == "fracture" and not part.isdisjoint(_IT):
        part |= _named_before(scene)
    displaces = kind == "malalignment" and hit.term.text.endswith("displacement") and _is_of_nerve(scene, hit)
    if displaces or (kind == "canal_narrowing" and "cord" in hit.term.text and _is_spared(scene, hit)):
        return "other"
    if kind == "disc_degeneration" and is_of_vertebra(scene, hit):
        return "fracture"
    if kind == "fracture" and hit.term.text.startswith("br") and not part.isdisjoint(_FRAGMENTS):
        return "disc_herniation"
    if kind == "sacroiliac_changes" and hit.term.text == "sclerosis" and not part.isdisjoint(_ENDPLATES):
        return "disc_degeneration"
    torn = kind == "other" and hit.term.text == "tear"
    if torn and (names_joint(scene, hit) or not part.isdisjoint(words("discs"))):
        return "disc_degeneration"
    return _kind_grown(scene, hit, kind)


def _is_spared(scene: Scene, cord: Hit) -> bool:
    """Tell whether it is the cord alone that is not met in a canal that is narrow: `stenosis w/o cord compression`."""
    spaces = (hit for hit in scene.terms("imaging", "finding") if hit.term.value == "canal_narrowing" and hit != cord)
    return scene.assertion(cord) == "absent" and any(scene.assertion(hit) == "present" for hit in spaces)


def kind_told(scene: Scene, said: Item, kind: ImagingKind) -> ImagingKind:
    """Return the finding that words make of bone: one that has lost height is broken, one grown solid was to grow.

    Args:
        scene: The statement.
        said: What is said of it.
        kind: The finding that the words make of another part.
    """
    return "fracture" if is_of_vertebra(scene, said) else _kind_grown(scene, said, kind)


def _kind_grown(scene: Scene, said: Item, kind: ImagingKind) -> ImagingKind:
    part = frozenset(scene.words(scene.chunk(said)))
    if kind == "disc_degeneration" and "degeneration" in scene.words(said) and not part.isdisjoint(words("facets")):
        return "bony_overgrowth"
    return "other" if kind == "bony_overgrowth" and "solid" in part else kind


def _named_before(scene: Scene) -> frozenset[str]:
    """Return the words right before a statement that a pronoun takes up: `That's a fragment. It broke off.`."""
    before = scene.earlier_in_turn[-1:] if scene.statement.turn >= 0 else []
    return frozenset(scene.words(before[0])) & _FRAGMENTS if before else frozenset()


def is_complex(hit: Item) -> bool:
    """Tell whether a term names a disc and the bone on its rim as one, as `disc-osteophyte complex` does."""
    return isinstance(hit, Hit) and "osteophyte" in hit.term.text and hit.term.text.startswith("dis")


def side_named(hit: Item) -> Laterality | None:
    """Return the side in the name of a curve, as in `levoscoliosis`."""
    return _CURVED_TO.get(hit.term.text[:_PREFIX]) if isinstance(hit, Hit) else None


def names_joint(scene: Scene, hit: Item) -> bool:
    """Tell whether a part names two vertebrae with what lies between them, as in `L5-S1 has a tear`."""
    places = scene.view.fixing(scene.chunk(hit))
    return any(place.structure == "vertebra" and len(place.segments) > 1 for place in places)


def is_of_vertebra(scene: Scene, hit: Item) -> bool:
    """Tell whether the height that is lost is that of a vertebra, as in `L1 has lost a quarter of its height`."""
    part = scene.chunk(hit)
    places = [place for place in scene.view.fixing(part) if place.structure == "vertebra"]
    single = bool(places) and all(len(place.segments) == 1 for place in places)
    before = scene.view.fixing(Chunk(scene.statement.start, part.start))
    taken_up = len(before[-1].segments) == 1 if before else _goes_on_with_vertebra(scene)
    single = single or not _BONES.isdisjoint(scene.words(part)) or (not places and taken_up)
    single = single or any(one.term.value == "fracture" for one in scene.terms("imaging", "finding"))
    return single and "height" in scene.words(part) and words("discs").isdisjoint(scene.words(part))


def _goes_on_with_vertebra(scene: Scene) -> bool:
    """Tell whether a pronoun takes up one vertebra named before: `This one, T12, is a wedge. It's lost height.`."""
    before = scene.earlier_in_turn[-1:] if scene.statement.turn >= 0 else []
    if not before or _THAT.isdisjoint(scene.words()[:_NEAR]) or scene.view.fixing(scene.statement):
        return False
    named = [place for place in scene.view.fixing(before[0]) if place.structure == "vertebra"]
    return bool(named) and all(len(place.segments) == 1 for place in named)


def is_healed(scene: Scene, hit: Hit) -> bool:
    """Tell whether a fracture is one of former times, as in `T12 fracture, old and healed`."""
    part = scene.view.norms[max(scene.statement.start, hit.start - _NEAR) : min(scene.statement.end, hit.end + _NEAR)]
    return not (_HEALED | words("healed_bones")).isdisjoint(part) and "not" not in part


def _is_wondered(scene: Scene, hit: Item) -> bool:
    """Tell whether a note only tells that somebody asks for it: `his wife wonders whether a disc slipped`."""
    before = scene.view.norms[scene.chunk(hit).start : hit.start]
    asked = any(word in _WONDERING and after in {"whether", "if"} for word, after in pairwise(before))
    return scene.statement.turn < 0 and asked


def goes_with_narrowing(scene: Scene, space: Hit) -> bool:
    """Tell whether a bare `central` is the canal, as in `moderate central and lateral recess narrowing`."""
    joined = scene.view.norms[space.end : space.end + 1] in (["and"], ["&"], ["/"], ["+"], ["or"], ["nor"])
    return joined and bool(scene.terms("lesions", "narrowing", part=scene.chunk(space)))


def names_sacroiliac(scene: Scene, hit: Item) -> bool:
    """Tell whether a change is one of the sacroiliac joints, on whatever film: `Pelvis: SI joints sclerotic`."""
    said = [*scene.words(scene.chunk(hit)), *scene.words(hit)]
    return not _SACROILIAC.isdisjoint(said)


def is_looked_for(scene: Scene, hit: Item) -> bool:
    """Tell whether something is only what a study is made to find, as in `an MRI to be sure there's no bulge`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _SOUGHT) : hit.start]
    if ("can't", "see") in pairwise(before) and "you" in before:
        return True
    if any(word == "about" and not _ASKED.isdisjoint(before[max(0, at - 2) : at]) for at, word in enumerate(before)):
        return True
    at = next((index for index, word in enumerate(before) if word in _PURPOSES), None)
    if at is None or scene.statement.turn < 0:
        return False
    return before[at] in _ALONE or (at > 0 and before[at - 1] in _AIMING) or (at > 1 and before[at - 2] in _AIMING)


def asserted(scene: Scene, hit: Item) -> Assertion:
    """Return how a finding is asserted, for which some words are no denial that are one of symptoms."""
    assertion = scene.assertion(hit)
    if assertion == "other_person" and _points_at_guy(scene):
        assertion = "present"
    if _is_wondered(scene, hit):
        return "hypothetical"
    if _is_of_normal_size(scene, hit):
        return "absent"
    if assertion == "historical" and scene.context.negates(hit):
        return "absent"
    if assertion == "present" and _only_may(scene, hit):
        return "hypothetical"
    return _denied(scene, hit) if assertion == "absent" else assertion


def _denied(scene: Scene, hit: Item) -> Assertion:
    """Return how a finding is asserted beside a denial, which may deny another thing."""
    if _is_quoted_apart(scene, hit):
        return "present"
    cue = scene.context.cue(hit, "absent")
    # What a disc does not reach is not missing, as in `a bulge that touches nothing`; what has not changed is there.
    harmless = cue is not None and cue.start > hit.end and cue.text == "nothing"
    lasting = cue is not None and cue.end < len(scene.view.norms) and scene.view.norms[cue.end] in _LASTING
    return "present" if harmless or lasting or _is_new(scene, cue) or _belittles(scene, hit) else "absent"


def asserted_as_told(scene: Scene, hit: Hit) -> Assertion:
    """Return how a finding is asserted whose name may say that all is well: `lined up`, unlike `isn't lined up`."""
    if hit.term.assertion != "absent":
        return asserted(scene, hit)
    before = scene.view.norms[max(scene.chunk(hit).start, hit.start - _MODAL) : hit.start]
    unwell = hit.term.value == "malalignment" and any(map(is_not, before))
    return "present" if unwell else "absent"


def _is_quoted_apart(scene: Scene, hit: Item) -> bool:
    """Tell whether a quotation opens between a denial and what is named: `no fracture, "C4 subluxed on C5"`."""
    cue = scene.context.cue(hit, "absent")
    between = scene.view.norms[cue.end : hit.start] if cue is not None else []
    return sum(word in _QUOTES for word in between) % 2 == 1


def _points_at_guy(scene: Scene) -> bool:
    """Tell whether a part is pointed at as a `guy`, as in `this little guy here is bulging`."""
    said = scene.words()
    guys = (at for at, word in enumerate(said) if word in {"guy", "fellow", "fella"})
    return any(not {"this", "that"}.isdisjoint(said[max(0, at - 2) : at]) for at in guys)


def _is_new(scene: Scene, cue: Cue | None) -> bool:
    """Tell whether something only was not there before, as in `a white smudge that wasn't there last year`."""
    if cue is None or scene.view.norms[cue.start - 1] not in {"that", "which"}:
        return False
    return not _BEFORE.isdisjoint(scene.view.norms[cue.start : cue.end + 2]) and cue.text.startswith("wasn't")


def _is_of_normal_size(scene: Scene, hit: Item) -> bool:
    """Tell whether a part that is only named is well, as in `ligamentum flavum of normal thickness`, `not thick`."""
    if not isinstance(hit, Hit) or hit.term.text not in _PARTS:
        return False
    behind = scene.view.norms[hit.end : scene.chunk(hit).end]
    denied = any(word in {"not", "isn't"} and after.startswith("thick") for word, after in pairwise(behind))
    return denied or not _WELL.isdisjoint(behind)


def lasting(scene: Scene, hit: Item, assertion: Assertion) -> Assertion:
    """Return how a study's finding is asserted, which tells of today though the study was made before."""
    cue = scene.context.cue(hit, assertion) if assertion == "historical" else None
    return "present" if cue is not None and cue.role != "after" else assertion


def _only_may(scene: Scene, hit: Item) -> bool:
    """Tell whether something only can happen, as in `a disc can bulge`, unlike in `you can see a bulge`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _MODAL) : hit.end]
    return any(word == "can" and after not in _SEEING for word, after in pairwise(before))


def _belittles(scene: Scene, hit: Item) -> bool:
    """Tell whether a finding is only called harmless: `a little arthritis, that's nothing`, `worn, not an issue`."""
    chunk = scene.chunk(hit)
    cue = scene.context.cue(hit, "absent")
    if cue is not None and not _PAUSES.isdisjoint(scene.view.norms[hit.end : cue.start]):
        blamed = scene.view.norms[cue.start : cue.end + _VERDICT]
        if not _BLAMED.isdisjoint(blamed):
            return True
    after = scene.view.norms[chunk.end : chunk.end + _VERDICT]
    said = not _THAT.isdisjoint(after) and "nothing" in after
    return said and words("denials").isdisjoint(scene.view.norms[chunk.start : hit.start])
