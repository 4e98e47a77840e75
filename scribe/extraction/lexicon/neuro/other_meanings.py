"""Terms that name no finding where they stand: a lean and no walk, a nerve that is explained, a weak stomach."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.cauda_equina import is_meant
from scribe.extraction.lexicon.neuro.finding_kinds import is_of_senses, opens_reflexes
from scribe.extraction.lexicon.neuro.radiation import EXTENTS, explains_nerve, runs_before
from scribe.extraction.lexicon.neuro.reflexes import is_commanded
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.terminology.regions import LIMBS

_OFFERING = frozenset({("is", "it"), ("are", "they"), ("was", "it"), ("does", "it"), ("do", "they")})
"""Words with which a complaint is asked for."""
_DYES = frozenset({"dye", "contrast", "omnipaque", "ribbon"})
"""What runs down a canal in pictures."""
_GIVING_WAY = frozenset({"gives way", "giving way", "give way", "gave way"})
_LOCKING = frozenset({"locking", "lock", "locks", "locked", "catching", "clicking", "meniscus"})
"""Words with which a knee gives way, and no muscle."""
_STAYING = frozenset({"stays put", "doesn't go anywhere", "does not go anywhere", "goes nowhere"})
_PAINS = frozenset({"pain", "pains", "ache", "symptoms", "it'll", "burning"})
_DOERS = frozenset({"i", "i'll", "we", "we'll", "to", "they", "they'll", "he'll", "and", "then"})
_NUMBED = frozenset({"the", "that", "it", "this", "your", "up", "you", "things", "everything", "a"})
"""What somebody numbs with a needle."""
_POSTURES = frozenset({"head", "neck", "torso", "trunk", "posture"})
"""What is held to ease pain where nothing is said of a walk."""
_GAITS = frozenset({"gait", "walk", "walks", "walking", "walked", "ambulates", "ambulation", "limp", "steps"})
_SLEEPING = frozenset(
    {"falling asleep", "falls asleep", "fall asleep", "feel asleep", "goes to sleep", "went to sleep", "gone to sleep"}
)
_OF_SADDLE = frozenset({"sensation", "feeling", "numb", "numbness", "tingling", "area", "region", "anesthesia"})
"""Words with which a saddle is where somebody sits, and not that of a horse."""
_PERSONS = frozenset({"he", "she", "he's", "she's", "i", "i'm", "you", "you're", "we", "they", "baby"})
_OF_NERVES = frozenset({"tendon", "conduction", "velocity", "latency", "latencies", "amplitude", "amplitudes", "ncs"})
"""Words behind a muscle or nerve of whose strength nothing is told."""
_FEEBLE = frozenset({"weak", "weaker", "weakness", "weaknesses"})
_LINKING = frozenset(
    {"is", "are", "was", "were", "a", "little", "bit", "too", "so", "very", "pretty", "kind", "of", "getting", "got"}
)


def is_said(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term names a finding where it stands, and not a muscle's reflex, an ear, or an ill bladder."""
    if hit.term.text == "antalgic" and _is_posture(scene, hit):
        return False
    if hit.term.text == "toes" and (scene.statement.speaker == "patient" or is_commanded(scene.view, hit)):
        return False
    if hit.term.text in _SLEEPING and _sleeps(scene):
        return False
    if _is_of_no_muscle(scene, hit) or _is_anatomy(scene, hit) or _is_offered(scene, hit) or _is_deed(scene, hit):
        return False
    if hit.term.text == "saddle" and scene.statement.turn >= 0 and _OF_SADDLE.isdisjoint(scene.said):
        return False  # That of a horse.
    return not opens_reflexes(scene, hit) and is_meant(scene, hit) and not is_of_senses(scene, hit)


def _is_offered(scene: Scene, hit: Hit) -> bool:
    """Tell whether a complaint is only asked for where nobody set a question mark: `what is it like is it numb`."""
    asked = tuple(scene.view.norms[max(scene.statement.start, hit.start - 2) : hit.start])
    return scene.statement.turn >= 0 and scene.by_clinician and asked in _OFFERING


def _is_deed(scene: Scene, hit: Hit) -> bool:
    """Tell whether a clinician numbs something, or says of a joint that it stays: `I numb the skin`, `it stays put`."""
    if scene.statement.turn < 0 or scene.statement.speaker == "patient":
        return False
    if hit.term.text in _STAYING:
        return scene.may_examine and not scene.statement.asks and _PAINS.isdisjoint(scene.said)
    norms = scene.view.norms
    doer = norms[hit.start - 1] in _DOERS
    return hit.term.text == "numb" and doer and norms[hit.end : hit.end + 1] != [] and norms[hit.end] in _NUMBED


def _is_posture(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a lean or a head held to ease pain, of which no walk is told."""
    leans = any(lean.start == hit.start for lean in scene.terms("tart", "finding"))
    return leans or (not _POSTURES.isdisjoint(scene.said) and _GAITS.isdisjoint(scene.said))


def _is_anatomy(scene: Scene, hit: Hit) -> bool:
    """Tell whether words only explain a body: `the tube the nerves run down`, `the biceps tendon is torn`."""
    norms = scene.view.norms
    knee = hit.term.text in _GIVING_WAY and not _LOCKING.isdisjoint(scene.said)
    finger = hit.term.text == "run down" and norms[hit.start - 1] in {"to", "me", "i'll", "gonna"}
    if knee or finger:
        return True
    if hit.term.text.startswith(EXTENTS) and _only_says_how_far(scene, hit):
        return True
    if hit.term.value == "radicular_pain":
        dyed = not _DYES.isdisjoint(scene.said)
        return dyed or explains_nerve(scene, hit.start)
    if hit.term.text.endswith("come up"):
        limbs = limb_words()
        placed = any(place.region not in LIMBS for place in scene.view.fixing(scene.chunk(hit)))
        return placed or (hit.term.text.startswith("doesn't") and limbs.isdisjoint(scene.said))
    return hit.term.value == "motor_deficit" and not _OF_NERVES.isdisjoint(norms[hit.end : hit.end + 1])


def _sleeps(scene: Scene) -> bool:
    """Tell whether it is a person that falls asleep, and no limb, as in `He's falling asleep` and `I fall asleep`."""
    limbs = limb_words()
    return scene.said.isdisjoint(limbs) and not scene.said.isdisjoint(_PERSONS)


def _is_of_no_muscle(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is no muscle that is weak: `a weak stomach`, `my eyes are weak`, `a weakness for cake`."""
    norms = scene.view.norms
    if hit.term.text not in _FEEBLE:
        return False
    if not words("no_muscles").isdisjoint([scene.view.tokens.word(hit.end)]):
        return True
    at = hit.start
    while at > scene.statement.start and norms[at - 1] in _LINKING:
        at -= 1
    return at < hit.start and norms[at - 1] in words("no_muscles")


def _only_says_how_far(scene: Scene, hit: Hit) -> bool:
    """Tell whether it only says how far a pain goes that is told of: `Radiates to the thigh, not past the knee`.

    It may be told of before, as in `Down my thigh.`, `Not past the knee.`.
    """
    if scene.statement.turn >= 0 and scene.assertion(hit) == "absent" and runs_before(scene):
        return True
    told = scene.terms("neuro", "symptom")
    return any(other.end <= hit.start and other.term.value == "radicular_pain" for other in told)
