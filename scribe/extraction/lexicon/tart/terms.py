"""What a term of palpation or motion says where it stands: a finding, word of health, test, motion or position."""

from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.motion_tests import tested
from scribe.extraction.lexicon.tart.no_finding import is_bidden_to_resist, is_complained, is_no_finding
from scribe.extraction.lexicon.tart.posture import is_ticked, may_stand, positioned
from scribe.extraction.lexicon.tart.ranges import limited
from scribe.extraction.lexicon.tart.tissue import is_of_tissue, names_muscle
from scribe.extraction.lexicon.tart.words_of_place import names_place
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import TartComponent

_WAYS_BEHIND = 4
_STIFF = frozenset({"stiff as a board", "like a board", "like a brick", "like wood", "like concrete"})
_SPRUNG = frozenset({"spring", "springing", "springs", "sprung", "lean", "leaning", "bounce"})
_WELL = frozenset({"normal", "soft", "good", "fine", "nice", "healthy", "elastic", "physiologic", "physiological"})
_MUSCLES = frozenset(
    {"ut", "uts", "pvm", "pvms", "ps", "psm", "lev", "ls", "ql", "scm", "esm", "es", "scs", "mm", "pms"}
)
"""Letters for muscles."""
_FIRM = frozenset({"tight", "rigid", "hard", "firm", "taut", "inflexible", "unyielding"})
_INTO = frozenset({"in", "into", "with", "going"})


def may_begin(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term may be a finding where it stands: a position needs a landmark, letters must be capitals."""
    match hit.term.role:
        case "position":
            return may_stand(scene, hit)
        case "capitals":
            return scene.view.is_capital(hit.start)
        case "ask":
            return _names_pain(hit)
    return True


def _names_pain(hit: Hit) -> bool:
    return not words("sore").isdisjoint(hit.term.text.split())


def read_term(scene: Scene, hit: Hit) -> Iterator[Found]:
    """Read what a term of the table says where it stands."""
    if names_place(scene, hit):
        return
    match hit.term.role:
        case "finding" if _tells_how_it_moves(scene, hit):
            yield Found("restriction", scene.assertion(hit), (hit,))
        case "finding" if not is_no_finding(scene, hit) and not _is_notion(scene, hit):
            assertion = "present" if _is_likened_by_touch(scene, hit) else scene.assertion(hit)
            assertion = "absent" if _ends_well(scene, hit) else assertion
            yield Found(component_of(hit), assertion, scene.cued(hit, assertion))
        case "normal" if not words("testing").intersection(scene.view.norms[hit.end : hit.end + 1]):
            yield from _judged(scene, hit)
        case "capitals" if _is_written_short(scene, hit) or _is_of_muscle(scene, hit):
            yield Found(component_of(hit), "present" if hit.term.assertion == "present" else "absent", (hit,))
        case "test":
            told = [*tested(scene, hit)]
            yield from told if told or hit.term.structure else limited(scene, hit)
        case "motion":
            yield from limited(scene, hit)
        case "position" if not any(care.start == hit.start for care in scene.terms("care")):
            yield from positioned(scene, hit)
        case "ask" if _names_pain(hit) and not _is_of_else(scene, hit):
            assertion = scene.assertion(hit)
            yield Found("tenderness", assertion, scene.cued(hit, assertion))


def _ends_well(scene: Scene, hit: Hit) -> bool:
    """Tell whether the end of a motion feels as it should, as in `End feel at the knee is normal`."""
    said = scene.words(scene.chunk(hit))
    return hit.term.text == "end feel" and not _WELL.isdisjoint(said) and not any(map(is_not, said))


def _is_likened_by_touch(scene: Scene, hit: Hit) -> bool:
    """Tell whether hands liken what they feel, and nobody guesses, as in `The left trap feels like a golf ball`."""
    feels = hit.term.text.startswith("like ") and scene.view.norms[hit.start - 1] in {"feels", "feel"}
    return feels and scene.assertion(hit) == "possible"


def _is_of_else(scene: Scene, hit: Hit) -> bool:
    """Tell whether a pain is one of a complaint, of a story, or of an effort, as in `Push against me ... sore?`."""
    return is_complained(scene, hit) or _is_recalled(scene) or is_bidden_to_resist(scene, hit)


def _is_recalled(scene: Scene) -> bool:
    """Tell whether speech sums up a story with a pain and no place: `you've been on your feet, and you're sore`."""
    told = {"you've", "been", "came", "fell"} & scene.said
    return scene.statement.turn >= 0 and len(told) > 1 and not scene.view.fixing(scene.statement)


def _is_notion(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word for a diagnosis is turned down as such, as in `it's not a fixation`."""
    named = (
        hit.term.text in {"fixation", "restriction", "frozen"}
        and "a" in scene.view.norms[max(0, hit.start - 2) : hit.start]
    )
    return named and scene.assertion(hit) == "absent"


def _tells_how_it_moves(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of tissue tell of a motion, as in `moves like a brick` and `the hip's tight in rotation`."""
    if hit.term.text in _STIFF and _is_of_joint(scene, hit):
        return True
    if hit.term.text.startswith("like "):
        return scene.view.norms[hit.start - 1] in words("moving")
    ways = range(hit.end + 1, hit.end + _WAYS_BEHIND)
    led = hit.term.text in _FIRM and not _INTO.isdisjoint(scene.view.norms[hit.end : hit.end + 1])
    return led and any(motion.start in ways for motion in scene.terms("tart", "motion"))


def _is_of_joint(scene: Scene, hit: Hit) -> bool:
    """Tell whether speech likens a joint, and no muscle, to a board, as in `L4's stiff as a board`."""
    chunk, whole = scene.chunk(hit), Chunk(scene.statement.start, scene.statement.end)
    if scene.statement.turn < 0 or names_muscle(scene, whole) or not words("tissues").isdisjoint(scene.said):
        return False
    named = any(place.structure in {"vertebra", "sacrum", "sacral_base"} for place in scene.view.fixing(chunk))
    return named or not scene.said.isdisjoint(_SPRUNG)


def _judged(scene: Scene, normal: Hit) -> Iterator[Found]:
    """Read a word of health, or its denial, as in `not nontender`."""
    if scene.context.denies_health(normal):
        if not scene.terms("neuro", "sign", "symptom", "organ"):
            yield Found(component_of(normal), "present", (normal,))
    elif normal.term.text.startswith("like ") and not words("moving").isdisjoint(scene.words(scene.chunk(normal))):
        return  # What moves like butter says nothing of the tissues.
    elif _about_joints(scene, normal) and not is_of_tissue(scene, normal):
        yield Found(component_of(normal), "absent", (normal,))


def component_of(hit: Hit) -> TartComponent:
    """Return the component of TART that a term names."""
    return hit.term.value  # type: ignore[return-value]  # the table holds the schema's words


def _is_written_short(scene: Scene, hit: Hit) -> bool:
    """Tell whether `FROM` is full range of motion: in capitals among other letters, or with nothing after it."""
    if not scene.view.is_capital(hit.start) or hit.term.value == "tissue_texture":
        return False
    after = scene.view.norms[hit.end] if hit.end < scene.statement.end else "."
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    return not after.isalnum() or not scene.view.text[start:end].isupper()


def _is_of_muscle(scene: Scene, hit: Hit) -> bool:
    """Tell whether letters in capitals tell of the tone of a muscle, as in `HT UT R`; else `HT` is a height."""
    beside = scene.view.norms[max(scene.statement.start, hit.start - 2) : min(hit.end + 3, scene.statement.end)]
    named = not (_MUSCLES | words("muscle_names")).isdisjoint(beside)
    return hit.term.value == "tissue_texture" and scene.view.is_capital(hit.start) and named


def _about_joints(scene: Scene, hit: Hit) -> bool:
    """Tell whether a normal finding speaks of joints or landmarks, not of strength or reflexes."""
    chunk = scene.chunk(hit)
    if scene.terms("neuro", "sign", "symptom", "organ", part=chunk):
        return False
    alone = hit.term.value == "asymmetry" and len(hit.term.text.split()) == 1
    if alone and not _is_of_landmark(scene, hit, chunk):
        return False
    denial = scene.context.cue(hit, "absent")
    return denial is None or denial.start < chunk.start


def _is_of_landmark(scene: Scene, hit: Hit, chunk: Chunk) -> bool:
    """Tell whether a word such as `level` is said of what stands so: a landmark, or a part that posture is told of."""
    places = scene.view.places(chunk) or _places_before(scene, hit, chunk)
    spoken = scene.statement.turn >= 0 and not scene.terms("neuro", "sign")
    meant = scene.attach(hit)[0].place if not places and spoken and _is_said_of(scene, hit) else None
    if meant is not None:
        return meant.structure in words("landmarks") | words("posture_parts") | words("central")
    if not places and scene.topic.heading is not None and is_ticked(scene, chunk):
        return scene.topic.heading.structure in words("landmarks") | words("posture_parts")
    standing = (place for place in places if _stands(scene, place, hit))
    return any(place.structure in words("landmarks") or _looks(scene, place, hit) for place in standing)


def _places_before(scene: Scene, hit: Hit, chunk: Chunk) -> Sequence[Place]:
    """Return the places of the part before a word that stands alone, as in `PSIS: nontender, level`."""
    if scene.statement.turn >= 0 or any(word[0].isalnum() for word in scene.rest_of(chunk, hit)):
        return []
    before = [part for part in scene.statement.chunks if part.end <= chunk.start][-1:]
    return [place for part in before for place in scene.view.fixing(part)]


def _stands(scene: Scene, place: Place, hit: Hit) -> bool:
    """Tell whether a place may be said to stand so, as in `L5's level`: in `L5 level` the level is a noun."""
    return place.structure != "vertebra" or place.end != hit.start or _is_contracted(scene, hit)


def _is_contracted(scene: Scene, hit: Hit) -> bool:
    start, end = scene.view.tokens.cover(hit.start - 1, hit.start)
    return scene.view.text[start:end].lower().endswith(("'s", "'re"))


def _is_said_of(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of health is said of what was just named, as in `it's level`, and is no `vitamin level`."""
    before = scene.view.norms[hit.start - 1]
    linked = _is_contracted(scene, hit) or before in words("linking")
    linked = linked or (before == "all" and scene.chunk(hit).start == hit.start - 1)
    return hit.end - hit.start > 1 or linked or hit.start == scene.chunk(hit).start


def _looks(scene: Scene, place: Place, hit: Hit) -> bool:
    """Tell whether a shoulder or hip is said to look even, as in `shoulders look level`."""
    between = scene.view.norms[place.end : hit.start]
    return place.structure in words("posture_parts") and bool(between) and words("looking").issuperset(between)
