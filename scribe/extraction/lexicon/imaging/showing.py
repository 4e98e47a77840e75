"""Whether a statement tells what a study shows, and which of several: `On the CT a ridge, and on the MRI a bulge.`."""

from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.operations import was_operated
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import parts_seen
from scribe.extraction.lexicon.imaging.level_and_side import OUTSIDE, side_led_to
from scribe.extraction.lexicon.imaging.studied import joined_regions
from scribe.extraction.lexicon.quoted import first_span, first_token
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.schema import Imaging, Laterality

_BARE = 7
_OWNED = 4
_HAVING = frozenset({"have", "seen", "got", "get", "see", "bring"})
_THEMSELVES = frozenset({"actual", "own"})
"""Words before the films of a study of any kind, which somebody reads without the report."""
_OPENING = 2
_FRAGMENT = 6
"""Words of a statement that may only lead to the next one."""
_AUXILIARIES = frozenset({"do", "does", "did", "is", "are", "was", "any", "can", "could", "have", "has"})
"""Words that open a question."""
_SUBJECTS = frozenset({"this", "that", "these", "those", "here", "there", "it", "they", "you", "we", "i"})
"""Words before a verb that opens no question, as in `this is L4, and see the edge, it's slipped?`."""
_PRONOUNS = frozenset({"it", "it's"})
_BEFORE_OTHERS = frozenset({"above", "below", "of", "on", "in", "to", "at", "with", "around", "behind", "about"})
_STOREYS = frozenset({"level", "levels", "discs", "floor", "flight", "story", "storey", "step", "notch", "segment"})
_SAME = frozenset({"same", "ditto", "likewise", "another"})
_SUCH = frozenset({"smaller", "similar", "bigger", "larger", "tiny", "little", "milder", "second"})
_OF_MANY = frozenset({"only", "small", "little", "tiny", "few", "big", "large", "new", "old", "fresh", "no", "any"})
"""Words before a one that is none of a pair: `spurs, small ones`, `the only one I'd call normal`."""
_REASONS = frozenset({"clinical", "indication", "indications", "history", "hx", "reason", "technique", "comparison"})
_COMPARING = frozenset({
    "since", "vs", "versus", "compared", "comparison", "than", "from", "prior", "previous", "to", "with", "as", "and",
    "or", "(", "after", "suggest", "recommend", "correlate", "consider",
})  # fmt: skip
"""Words before a study that another one is compared with, or made together with."""
_DYED = frozenset({
    "with", "the", "dye", "contrast", ",", "that's", "a", "so", "in", "it", "called", "is", "after", "of", "your",
    "neck", "back", "spine", "lumbar", "cervical",
})  # fmt: skip
"""Words between a scan and the name of the dye that it was made with."""
_BESIDES = frozenset({"besides", "beside", "alongside", "addition", "beyond"})
_NAMING = frozenset({"that's", "that", "it's", "which", "so", "we", "i'd", "called"})
_PAIRED = frozenset({"malalignment", "foraminal_narrowing"})
"""Kinds of findings that are told once more in other words, as by the shift of a bone and its turn."""


def opens_asking(scene: Scene) -> bool:
    """Tell whether a question is no statement with a tag, as in `And the foramina?`, unlike in `bulging, see?`."""
    if _goes_on_after_part(scene):
        return False
    if not _AUXILIARIES.isdisjoint(scene.words()[:_OPENING]) and scene.words()[0] not in _SUBJECTS:
        return True
    return len(scene.statement.chunks) == 1 and not words("showing").intersection(scene.words())


def _goes_on_after_part(scene: Scene) -> bool:
    """Tell whether speech without marks only seems to ask, as `is this knobby thing` does behind `your facet joint`."""
    before = scene.earlier_in_turn[-1:]
    if not before or scene.words()[-1] == "?" or before[0].end - before[0].start > _FRAGMENT:
        return False
    last = scene.view.norms[before[0].end - 1]
    return last.isalnum() and last in parts_seen()


def side_of_fragment(scene: Scene) -> Laterality | None:
    """Return the one side of a few words without a mark that speech goes on from: `the right side`, `it's open`."""
    before = scene.earlier_in_turn[-1:] if scene.statement.turn >= 0 else []
    if before and (leading := side_led_to(scene.view, before[0])) is not None:
        return leading
    if not before or before[0].end - before[0].start > _FRAGMENT or not scene.view.norms[before[0].end - 1].isalnum():
        return None
    sides = {side.value for side in scene.view.sides(before[0])}
    return sides.pop() if len(sides) == 1 else None


def names_study(scene: Scene, hit: Hit) -> bool:
    """Tell whether the name of a study is one: ultrasound beside heat treats, and `the films themselves` are pictures.

    Args:
        scene: The statement.
        hit: The name.
    """
    if hit.term.text in words("films"):
        before = scene.view.norms[max(scene.chunk(hit).start, hit.start - _OWNED) : hit.start]
        after = scene.view.norms[hit.end : hit.end + 1]
        lacks = any(map(is_not, before)) and not _HAVING.isdisjoint(before)
        return not (after == ["themselves"] or not _THEMSELVES.isdisjoint(before) or lacks)
    return not (hit.term.text == "ultrasound" and scene.says("modalities"))


def gives_reason(scene: Scene) -> bool:
    """Tell whether a line of a report only says why and how it was made: `CLINICAL HX: fall, r/o fracture`."""
    return scene.statement.turn < 0 and not _REASONS.isdisjoint(scene.words()[:1])


def is_of_operation(scene: Scene) -> bool:
    """Tell whether speech recalls what was operated, which no picture shows any longer."""
    return not scene.terms("imaging", "modality") and was_operated(scene.view, scene.statement)


def reports(scene: Scene) -> bool:
    """Tell whether a study has shown something, and is not to be done: `the MRI shows the cord getting squeezed`."""
    return scene.says("reporting") and scene.said.isdisjoint({"if", "what", "will", "until", "whatever"})


def pointed_back(scene: Scene) -> Chunk | None:
    """Return the words that point back to what was named before: `the right one`, `Open.`, `See how it narrows?`."""
    norms = scene.view.norms
    ones = (at for at in range(scene.statement.start, scene.statement.end) if norms[at] in words("ones"))
    ones = (at for at in ones if norms[at] != "one" or "-" not in norms[at - 1 : at + 2])  # `five-one` is a level.
    ones = (at for at in ones if norms[at - 1] not in _OF_MANY)
    one = next(ones, None)
    if one is not None and scene.view.tokens.word(one + 1) in _STOREYS:
        return None
    return Chunk(one, one + 1) if one is not None else _bare_result(scene) or _taken_up(scene)


def _bare_result(scene: Scene) -> Chunk | None:
    """Return the words that only tell how what was named before is: `Open.`, `On the right it's open.`."""
    if scene.statement.turn < 0 or scene.statement.asks or len(scene.words()) > _BARE or _names_limb(scene):
        return None
    asked = [one.asks for one in scene.view.statements_before(scene.statement)[-1:]]
    told = any(asked) or bool(scene.view.sides(scene.statement))
    return Chunk(scene.statement.start, scene.statement.end) if told else None


def _names_limb(scene: Scene) -> bool:
    """Tell whether a statement tells of a limb, of which no picture of a spine does: `Your right leg is fine.`."""
    limbs = any(place.region in OUTSIDE for place in scene.view.fixing(scene.statement))
    return limbs or not limb_words().isdisjoint(scene.said)


def _taken_up(scene: Scene) -> Chunk | None:
    """Return the pronoun that takes up what was named before, as in `See how it pinches down at L4-5?`."""
    if scene.statement.turn < 0 or not scene.by_clinician or scene.says("discs"):
        return None
    norms = scene.view.norms
    said = (at for at in range(scene.statement.start, scene.statement.end) if norms[at] in _PRONOUNS)
    return next((Chunk(at, at + 1) for at in said if norms[at - 1] not in _BEFORE_OTHERS), None)


def fixes_no_place(scene: Scene, hit: Item) -> bool:
    """Tell whether words are of no one region, as in `Low back, everything lines up` and `no slip anywhere`."""
    if "anywhere" in scene.words(scene.chunk(hit)):
        return True
    opening = Chunk(scene.statement.start, min(scene.statement.end, scene.statement.start + _OPENING + 1))
    vague = [place for place in scene.view.places(opening) if place.region is None and "back" in scene.words(place)]
    return scene.statement.turn >= 0 and bool(vague) and not scene.view.fixing(scene.statement)


def same_again(scene: Scene) -> Chunk | None:
    """Return the words that tell of a level what was told of the last one: `the same`, `a smaller one`."""
    if scene.statement.asks or not any(len(place.segments) > 1 for place in scene.view.fixing(scene.statement)):
        return None
    norms = scene.view.norms
    for at in range(scene.statement.start, scene.statement.end):
        after = norms[at + 1 : at + 2]
        if (norms[at] in _SAME and after not in (["as"], ["level"])) or (norms[at] in _SUCH and after == ["one"]):
            return Chunk(at, at + 1)
    return None


def each_region(scene: Scene, studies: Sequence[Hit], found: Sequence[Imaging]) -> list[Imaging]:
    """Return what is found, once for each region where all is well: `Lumbar and pelvic x-rays, no fracture`.

    Args:
        scene: The statement.
        studies: The studies that it names.
        found: What it tells.
    """
    own = [hit for hit in studies if hit.start >= scene.statement.start]
    places = joined_regions(scene, own[0]) if own and found else []
    if not places or scene.view.fixing(Chunk(max(own[0].end, places[-1].end), scene.statement.end)):
        return [*found]
    regions = [place.region for place in places]
    told: list[Imaging] = []
    for one in found:
        well = one.assertion == "absent" or one.kind == "unremarkable"
        told += [one.model_copy(update={"region": region}) for region in regions] if well else [one]
    return told


def each_study(scene: Scene, studies: Sequence[Hit], found: Sequence[Imaging]) -> Iterator[Imaging]:
    """Yield what is found once, each finding by the study named last before it, where a statement goes through several.

    Args:
        scene: The statement.
        studies: The studies that it names.
        found: What it tells.
    """
    own = [hit for hit in studies if hit.start >= scene.statement.start]
    several = len({hit.term.value for hit in own}) > 1
    own = own if scene.statement.turn >= 0 else [hit for hit in own if not _is_measure(scene, hit)]
    each = several and (scene.statement.turn < 0 or _told_on(scene, own))
    for one in _without_repeats(scene, found) if found else ():
        start = first_span(one)[0]
        before = [hit for hit in own if scene.view.tokens.spans[hit.start][0] <= start]
        yield one.model_copy(update={"modality": before[-1].term.value}) if before and each else one


def _is_measure(scene: Scene, study: Hit) -> bool:
    """Tell whether a report only compares with a study: `bulge, unchanged since the CT, mild foraminal narrowing`."""
    return not _COMPARING.isdisjoint(scene.view.norms[max(scene.statement.start, study.start - _OWNED) : study.start])


def spoken_of(scene: Scene, studies: Sequence[Hit]) -> Hit:
    """Return which of the studies that are named is spoken of from here on.

    That is the first; the other one that it was only made besides, as in `a CT besides the MRI`; the dye that a scan
    was made with; or the last where each is told of by itself.
    """
    norms = scene.view.norms
    first, last = studies[0], studies[-1]
    dyed = [hit for hit in studies[1:] if hit.term.value == "myelogram" and _is_same(norms[first.end : hit.start])]
    besides = not _BESIDES.isdisjoint(norms[first.end : last.start])
    own = first.start >= scene.statement.start and first.term.value != last.term.value
    each = scene.statement.turn >= 0 and own and _told_on(scene, studies)
    return dyed[0] if dyed else last if besides or each else first


def _is_same(between: Sequence[str]) -> bool:
    """Tell whether a scan goes on with the dye that it was made with: `the CT with contrast, the myelogram`."""
    return len(between) <= 1 or _DYED.issuperset(between)


def _without_repeats(scene: Scene, found: Sequence[Imaging]) -> Iterator[Imaging]:
    """Yield what is found, without what is told again with no side: `L4 is rotated left and it's shifted out of line`.

    Of most kinds that is a bare name for what was told with its side, as in `..., that's an extrusion`.
    """
    sided = {(one.kind, one.region, one.assertion) for one in found if one.laterality}
    levels = {place.segments for place in scene.view.fixing(scene.statement)}
    joints = {level for level in levels if len(level) > 1}
    for one in found:
        disc = one.kind == "disc_herniation" and scene.statement.turn >= 0
        paired = len(joints) <= 1 if disc else one.kind in _PAIRED and len(levels) <= 1
        again = one.laterality is None and (one.kind, one.region, one.assertion) in sided
        if not (again and (paired or (scene.statement.turn >= 0 and _only_names(scene, one)))):
            yield one


def _only_names(scene: Scene, found: Imaging) -> bool:
    """Tell whether a part of speech only gives a finding its name."""
    at = first_token(scene.view.tokens, found)
    chunk = next((part for part in scene.statement.chunks if part.start <= at < part.end), None)
    return chunk is not None and scene.view.norms[chunk.start] in _NAMING and not scene.view.fixing(chunk)


def _told_on(scene: Scene, studies: Sequence[Hit]) -> bool:
    """Tell whether what is seen is told study by study, as in `on the CT` and `the MRI shows`."""
    openings = (scene.view.norms[max(0, hit.start - 2) : hit.start] for hit in studies)
    return all(not {"on", "the", "your", "in", "from"}.isdisjoint(one) for one in openings)
