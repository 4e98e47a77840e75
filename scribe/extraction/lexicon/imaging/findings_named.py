"""Which terms of findings tell of some, and which name something else or nothing where they stand."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import is_of_walk
from scribe.extraction.lexicon.imaging.kinds import TAKEN_UP_AGAIN, UPTAKE, is_looked_for, names_joint
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words

_NEAR = 5
_VAGUE = (*UPTAKE, "signal", "edema", "oedema", "signal change")
_SUGGESTING = frozenset({"suggest", "suggesting", "suggestive", "suspicious", "concerning", "indicate", "indicating"})
_RESTED = 4
_RESTING = frozenset({"room", "rooms", "from", "time", "for", "between", "every", "area", "table", "today"})
"""Words behind a break from work, and for where it is spent."""
_RESTS = frozenset({
    "take", "takes", "taking", "took", "give", "gives", "giving", "gave", "need", "needed", "lunch", "coffee", "smoke",
    "deserve", "catch", "on", "during", "spring", "summer", "school", "christmas",
})  # fmt: skip
"""Words before a break that somebody takes."""
_FEELING = frozenset({"find", "feel", "felt", "feeling", "finding", "diagnosing", "diagnose", "adjusting", "treating"})
_SELF = frozenset({"i", "i'm", "i've", "we", "don't", "can't"})
_OUGHT = frozenset({"should", "supposed", "meant", "ought"})
_OF_TALK = frozenset(
    {"way", "question", "questions", "point", "idea", "news", "guess", "comparison", "job", "description", "number"}
)
"""What is praised in a talk and is no part of a spine."""
_ARTICLES = frozenset({"a", "an", "the", "your"})
_UNNAMING = (["it", "isn't"], ["it", "not"], ["it", "is", "not"], ["that", "isn't"], ["that", "not"], ["this", "isn't"])
_UNOWNED = (["don't", "have"], ["dont", "have"], ["not", "have"], ["haven't", "got"])
_LAY = "slip"
"""How a patient's name for a herniation begins."""
_AGEING = frozenset({"wear", "aging", "ageing", "degeneration", "age-related"})
_SHOWN = frozenset({
    "there's", "there", "some", "mild", "moderate", "severe", "multilevel", "shows", "show", "see", "advanced", "early",
})  # fmt: skip
"""Words with which somebody tells what is seen."""


def findings_named(scene: Scene, said: set[int], *, healthy: bool) -> list[Hit]:
    """Return the terms of findings that tell of some; that all is well is one only where nothing else is told.

    A vague word that has been read with the part it is said of, as in `arthritis in the joints`, is none.

    Args:
        scene: The statement.
        said: Indices of the words that have been read with a part.
        healthy: Whether nothing else is told.
    """
    findings = [hit for hit in scene.terms("imaging", "finding") if healthy or hit.term.value != "unremarkable"]
    findings = [hit for hit in findings if not is_no_finding(scene, hit)]
    specific = [hit for hit in findings if hit.term.value != "unremarkable"]
    named = [*specific, *well_levels(scene, findings)] if specific else findings[:1]
    return [hit for hit in named if hit.term.value != "other" or said.isdisjoint(range(hit.start, hit.end))]


def well_levels(scene: Scene, findings: list[Hit]) -> list[Hit]:
    """Return what calls a level of its own well in a line on several: `L3-4 unremarkable; L4-5 bulge`."""
    well = (hit for hit in findings if hit.term.value == "unremarkable" and scene.statement.turn < 0)
    return [hit for hit in well if names_joint(scene, hit) and _is_alone(scene, hit)]


def _is_alone(scene: Scene, hit: Hit) -> bool:
    part = scene.chunk(hit)
    return len(scene.terms("imaging", "finding", part=part)) == 1 and not scene.terms("lesions", part=part)


def is_no_finding(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term of findings tells of none where it stands: it is looked for, or names something else."""
    elsewhere = _is_of_nerves(scene, hit) or is_looked_for(scene, hit) or _is_of_age(scene, hit)
    elsewhere = elsewhere or is_of_walk(scene.view, scene.statement, hit) or _is_felt(scene, hit)
    elsewhere = elsewhere or _only_suggests(scene, hit) or _is_no_break(scene, hit)
    elsewhere = elsewhere or (hit.term.value in TAKEN_UP_AGAIN and only_denies_name(scene, hit))
    elsewhere = elsewhere or (hit.term.value == "unremarkable" and not tells_of_part(scene, hit))
    elsewhere = elsewhere or (hit.term.value == "other" and _is_not_what_it_is(scene, hit))
    elsewhere = elsewhere or _is_of_limb(scene, hit)
    return elsewhere or _is_of_graft(scene, hit) or _only_names_implant(scene, hit) or _names_diagnosis(scene, hit)


def _only_suggests(scene: Scene, hit: Hit) -> bool:
    """Tell whether a vague sign is only one of what is named next: `no uptake to suggest a fracture`."""
    after = scene.view.norms[hit.end : hit.end + 2]
    rest = scene.terms("imaging", "finding", part=Chunk(hit.end, scene.chunk(hit).end))
    return hit.term.text.endswith(_VAGUE) and bool(rest) and not _SUGGESTING.isdisjoint(after)


def _is_no_break(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word for broken bone is none: a rest from work, or the shape of a ligament.

    `I lie down in the break room`, `take a break from the gym`, `the dark wedge at the back is your ligament`.
    """
    if hit.term.value != "fracture":
        return False
    if hit.term.text.startswith("wedge"):
        return not words("ligaments").isdisjoint(scene.words(scene.chunk(hit)))
    if not hit.term.text.endswith("break"):
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _RESTED) : hit.end]
    return not _RESTING.isdisjoint(scene.view.norms[hit.end : hit.end + 1]) or not _RESTS.isdisjoint(before)


def _is_felt(scene: Scene, hit: Hit) -> bool:
    """Tell whether hands look for what pictures show as well, as in `I can't find anything rotated in there`.

    So does who diagnoses, as in `I'm not diagnosing a subluxation`.
    """
    if scene.statement.turn < 0 or hit.term.value != "malalignment" or scene.terms("imaging", "modality"):
        return False
    before = scene.view.norms[scene.chunk(hit).start : hit.start]
    return not _FEELING.isdisjoint(before) and not _SELF.isdisjoint(before)


def only_denies_name(scene: Scene, hit: Item) -> bool:
    """Tell whether a patient's name for it is turned down, as in `It isn't a slipped disc`: no picture is told of."""
    if scene.statement.turn < 0:
        return False
    *before, article = scene.view.norms[scene.statement.start : hit.start] or [""]
    unowned = scene.view.norms[hit.start].startswith(_LAY) and before[-2:] in _UNOWNED
    return article in _ARTICLES and (unowned or _denies_name(before))


def _denies_name(before: list[str]) -> bool:
    return any(before[-len(denied) :] == denied for denied in _UNNAMING)


def _is_not_what_it_is(scene: Scene, hit: Hit) -> bool:
    """Tell whether a vague word only says what the matter is not, as in `And it isn't wear and tear`."""
    return scene.statement.turn >= 0 and _denies_name(scene.view.norms[scene.statement.start : hit.start])


def tells_of_part(scene: Scene, praise: Item) -> bool:
    """Tell whether a word of health says how a part is, unlike in `it should be thin` and `a fine way to say it`."""
    before = scene.view.norms[max(scene.chunk(praise).start, praise.start - _NEAR) : praise.start]
    ought = scene.statement.turn >= 0 and not _OUGHT.isdisjoint(before)
    return not ought and _OF_TALK.isdisjoint(scene.view.norms[praise.end : praise.end + 1])


def _is_of_age(scene: Scene, hit: Hit) -> bool:
    """Tell whether only the wear is called normal, as in `most of it is normal wear`."""
    return hit.term.value == "unremarkable" and not _AGEING.isdisjoint(scene.view.norms[hit.end : hit.end + 1])


def _names_diagnosis(scene: Scene, hit: Hit) -> bool:
    """Tell whether a vague word only gives what is seen its name, as in `so this is lumbar spondylosis`."""
    if scene.statement.turn < 0 or "spondylosis" not in hit.term.text:
        return False
    before = Chunk(scene.statement.start, hit.start)
    studied = scene.terms("imaging", "modality", part=before)
    return (_SHOWN | words("reporting")).isdisjoint(scene.words(before)) and not studied


def _is_of_limb(scene: Scene, hit: Hit) -> bool:
    """Tell whether what discs do is said of a joint of a limb, as in `the ankles show severe degeneration`."""
    return hit.term.text.endswith(" degeneration") and not limb_words().isdisjoint(scene.words(scene.chunk(hit)))


def _is_of_graft(scene: Scene, hit: Hit) -> bool:
    """Tell whether bone that bridges is that of a fusion, which is hoped for: `cage is good, bone's bridging`."""
    bridges = hit.term.value == "bony_overgrowth" and "bridg" in hit.term.text
    return bridges and not words("implanted").isdisjoint(scene.words())


def _only_names_implant(scene: Scene, hit: Hit) -> bool:
    """Tell whether what was put in is only named beside what is wrong with it, as in `no loosening of the screws`."""
    others = (one for one in scene.terms("imaging", "finding", part=scene.chunk(hit)) if one.start != hit.start)
    return hit.term.text in words("implanted") and any(one.term.value == "other" for one in others)


def _is_of_nerves(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of health is said of a nerve or an organ, as in `bowel and bladder are normal`."""
    part = scene.chunk(hit)
    organs = scene.terms("neuro", "organ", "sign", part=part)
    return hit.term.value == "unremarkable" and (
        bool(organs) or not words("not_pictured").isdisjoint(scene.words(part))
    )
