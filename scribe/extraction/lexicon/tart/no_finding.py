"""Words of an examination that tell of none: a thick ligament on a film, a spinal cord, the skin around a wound."""

from itertools import pairwise

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.bidden_motions import bidden_at
from scribe.extraction.lexicon.tart.everyday import is_everyday_speech
from scribe.extraction.lexicon.tart.leg_length import tells_other_length
from scribe.extraction.lexicon.tart.looked_for import is_looked_for
from scribe.extraction.lexicon.tart.moving_parts import walks_on_ends
from scribe.extraction.lexicon.tart.posture import stands_in_planes
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.terminology.regions import LIMBS

_LESS = frozenset({"down", "gone", "subsided"})
"""Words right behind a swelling that is no more."""
_DATING = frozenset({"since", "months", "weeks", "mornings", "nights", "lately"})
_SWOLLEN = ("swelling", "puffiness", "spasm", "edema", "inflammation", "bruising")
_EXAMINATIONS = frozenset({"exam", "objective", "structural_exam"})
_CORD = frozenset({"spinal", "the", "that", "this", "your", "pinched", "squeezed", "compressed", "bruised"})
_OF_CORD = frozenset({"injury", "injuries", "compression", "signal", "edema", "damage", "contusion", "change"})
_WOUND = frozenset({"incision", "incisions", "incisional", "wound", "wounds", "drainage", "sutures", "staples"})
_SKIN = frozenset({"erythema", "redness", "swelling", "swollen", "warmth", "warm", "edema", "induration", "fluctuance"})
_DRAWERS = frozenset({"stop", "end", "barrier", "drawer", "lachman", "endpoint", "endpoints", "stress", "tilt"})
"""Tests of ligaments, which end firmly."""
_SPACES = frozenset({"canal", "canals", "foramen", "foramina", "recess", "recesses"})
_WITHIN = frozenset({"ligamentum", "flavum"})
_DOORS = frozenset({"hole", "holes", "opening", "openings", "doorway", "doorways"})
"""Everyday words for a foramen."""
_GROWN = frozenset({"grown", "grow", "overgrown", "gotten", "become", "enlarged"})
_GRADES = frozenset({"trace", "pitting", "dependent", "pedal", "peripheral"})
_BEFORE_SWELLING = 4
_OPENING = 4
_IF_SO = frozenset({"it", "the", "that", "this", "your", "any", "anything", "they", "things", "those", "these", "a"})
_WHAT_IF = frozenset({("when", "a"), ("whenever", "a"), ("what", "happens"), ("happens", "when"), ("in", "case")})
"""Words with which a clinician explains what comes to pass in general."""
_IN_GENERAL = frozenset({"sometimes", "often", "oftentimes"})
"""Words with which a clinician begins to explain how joints or muscles behave."""
_HELD = frozenset({"posture", "postures", "position", "positions", "gaze"})
"""What is fixed for hours by somebody's work, as in `a fixed head posture`."""
_LOST = frozenset({"restriction", "restrictions", "loss", "deficit", "limitation", "asymmetry"})
"""Words behind a `no posterior glide` that make it deny their lack."""
_PERFUSED = frozenset({"pulse", "pulses", "perfused", "perfusion", "circulation", "capillary", "refill", "pink"})
"""Words of the circulation, which keeps feet warm."""
_ENDS = frozenset({"feet", "toes", "hands", "fingers", "extremities"})
_GIVING = frozenset({"way", "out", "up", "him", "her", "me", "you", "them", "any"})
"""Words behind a giving that is none of a joint under the hand, as in `it does not give way`."""
_STICKING = frozenset({
    "note", "notes", "tape", "tapes", "pad", "pads", "patch", "patches", "heat", "stuff", "things", "thing", "label",
    "dot", "dots", "electrodes", "situation",
})  # fmt: skip
"""What sticks by itself, and is no joint."""
_TURNS_OUT = frozenset({"around", "up", "into", "out"})
"""Words with which a turn is none of a joint, as in `this doesn't turn around overnight`."""
_TAG = 4
_PARTS = 2
_AGAINST = frozenset({"me", "my", "here", "against", "it", "this", "that"})
"""What a patient is told to resist."""
_INJECTED = frozenset({"injection", "injections", "inj", "injxn", "therapy", "release", "needling"})
"""Words behind a trigger point that is treated."""
_UP_TO = frozenset({"at", "about", "to", "around", "past", "above", "below", "over", "near", "only", "till", "until"})
"""Words before the height up to which an arm goes."""
_EFFORTS = frozenset({("against", "me"), ("against", "my"), ("my", "hand"), ("my", "fist"), ("my", "hands")})
"""What somebody is told to hold or push against."""
_COMPLAINED_OF = frozenset({
    "leg", "legs", "arm", "arms", "foot", "feet", "hand", "hands", "things", "objects", "anything", "cups", "buttock",
    "knee", "knees", "calf", "thigh", "stuff",
})  # fmt: skip
"""Where a pain goes, and what weak hands drop."""
_LIGAMENTS = frozenset({"ligament", "ligaments", "acl", "mcl", "lcl", "pcl", "lachman", "drawer"})
_STRAINED = frozenset({"lifted", "loaded", "bent", "fell", "slipped", "picked", "reached", "swung", "carried"})
"""What somebody did who then twisted."""
_PERSONS = frozenset({"he", "she", "i", "you", "we", "they", "he's", "she's", "i'm", "you're", "they're"})
"""Who will have none of what was offered, as no joint is."""


def _is_of_motion(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare `tight` or `guarded` is said of the motion named before it, as in `rotation, tight, ten`."""
    chunk = scene.chunk(hit)
    said = words("light_subjects") | {"and"}
    light = all(word in said for word in scene.rest_of(chunk, hit) if word[0].isalnum())
    before = [part for part in scene.statement.chunks if part.end <= chunk.start][-_PARTS:]
    bidden = bidden_at(scene.view, scene.statement)
    moves = (bidden is not None and bidden < chunk.start) or any(
        bool(scene.terms("tart", "motion", part=part)) for part in before
    )
    return light and moves and scene.statement.turn >= 0


def _heads_listings(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word heads the listings of vertebrae, and tells of nobody who lists, as in `Listings: C5 PRS`."""
    return hit.term.text == "listing" and ":" in scene.view.norms[hit.end : hit.end + 1]


def is_no_finding(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words of a finding tell no finding of the hands where they stand."""
    felt_else = _heads_listings(scene, hit) or _is_dependent(scene, hit) or _is_perfused(scene, hit)
    felt_else = felt_else or _is_no_step(scene, hit)
    if felt_else or tells_other_length(scene, hit) or stands_in_planes(scene, hit) or is_everyday_speech(scene, hit):
        return True
    if is_looked_for(scene, hit) or (hit.term.text in {"tight", "guarded"} and _is_of_motion(scene, hit)):
        return True
    if not _LESS.isdisjoint(scene.view.norms[hit.end : hit.end + 1]) and hit.term.text.startswith(_SWOLLEN):
        return True
    complained = _is_told_of_days(scene, hit) or is_complained(scene, hit)
    examined = complained or _is_tested(scene, hit) or _is_beyond_touch(scene, hit)
    examined = examined or _is_of_gait(scene, hit) or is_bidden_to_resist(scene, hit) or _follows_reflex(scene, hit)
    if _is_denied_complaint(scene, hit) or _is_bidden_not_to(scene, hit) or _is_of_ligaments(scene, hit):
        return True
    if hit.term.text.endswith(("coming", "come")) and walks_on_ends(scene):
        return True
    refused = "having" in hit.term.text and scene.view.norms[hit.start - 1] in _PERSONS
    return examined or refused or _intends(scene, hit) or _is_everyday(scene, hit) or _goes_on_otherwise(scene, hit)


def _is_tested(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of a neurological finding stand there, which palpation does not tell."""
    if hit.term.text in {"tp", "tps"} and any(other.start == hit.end for other in scene.terms("tart", "position")):
        return True
    if hit.term.text in words("of_nerves"):
        return bool(scene.terms("neuro", "sign", "symptom", part=scene.chunk(hit)))
    if any(one.start == hit.end and one.term.value == "radicular_pain" for one in scene.terms("neuro", "symptom")):
        return hit.term.text.endswith("go")
    named = scene.terms("neuro", "sign", "symptom", "organ")
    return any(other.start <= hit.start and other.end >= hit.end for other in named)


def _is_told_of_days(scene: Scene, hit: Hit) -> bool:
    """Tell whether speech tells since when something is felt, as in `legs stiff since Christmas`."""
    return scene.statement.turn >= 0 and hit.term.text in words("complained") and not _DATING.isdisjoint(scene.said)


def is_complained(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of complaint stands outside the examination of a note that has one."""
    if scene.statement.turn >= 0 or scene.stance == "exam" or hit.term.text not in words("complained"):
        return False
    return any(section.name in _EXAMINATIONS for section in scene.view.document.sections)


def _is_bidden_not_to(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody is told not to brace, as in `Drop table now, don't tense up.`."""
    before = scene.view.norms[max(0, hit.start - 2) : hit.start]
    bidden = before[-1:] in (["don't"], ["not"]) and not _PERSONS.issuperset(before[:1])
    return bidden and hit.term.text in {"tense", "guard", "stiffen", "tighten", "clench"} and scene.statement.turn >= 0


def _is_of_ligaments(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a ligament that is tight, as it should be, or a story in which somebody twisted."""
    story = hit.term.text == "twisted" and "you" in scene.said and not _STRAINED.isdisjoint(scene.said)
    return story or (hit.term.text == "tight" and not _LIGAMENTS.isdisjoint(scene.said))


def _is_denied_complaint(scene: Scene, hit: Hit) -> bool:
    """Tell whether a note denies a complaint, as in `Not going down the legs.` and `Not dropping things.`."""
    opens = scene.statement.turn < 0 and hit.start == scene.statement.start and hit.term.text.startswith("not ")
    return opens and not _COMPLAINED_OF.isdisjoint(scene.view.norms[hit.end : hit.end + _BEFORE_SWELLING])


def _intends(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody says what will not be done, as in `not going to push`; `not going to the left` is found."""
    after = scene.view.norms[hit.end : hit.end + 2]
    if hit.term.text == "lean" and command_at(scene.view, scene.statement, frozenset({"lean"})) is not None:
        return True
    return hit.term.text.endswith("going") and after[:1] == ["to"] and not {"the", "left", "right"}.intersection(after)


def _is_beyond_touch(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of tissue are said of what no hand reaches, or of a wound, or a person; or a heel is too weak.

    Args:
        scene: The statement.
        hit: The words.
    """
    said, norms = set(scene.words(scene.chunk(hit))), scene.view.norms
    if hit.term.text == "doesn't come up":
        return not words("limb_ends").isdisjoint(said)
    if hit.term.value != "tissue_texture":
        return False
    if hit.term.text == "grabs":
        return norms[hit.start - 1] in {"he", "she", "patient"}
    if hit.term.text in {"cord", "cords"}:
        names = not _CORD.isdisjoint(norms[max(0, hit.start - 1) : hit.start])
        return names or not _OF_CORD.isdisjoint(norms[hit.end : hit.end + 1])
    tested = hit.term.text == "firm" and not _DRAWERS.isdisjoint(said)
    if tested or (not _WOUND.isdisjoint(scene.said) and not _SKIN.isdisjoint(hit.term.text.split())):
        return True
    deep = not (_SPACES | _WITHIN).isdisjoint(said) or (scene.statement.turn >= 0 and not _DOORS.isdisjoint(said))
    deep = deep or (not _GROWN.isdisjoint(said) and not words("facets").isdisjoint(said))
    deep = deep or any(one.startswith("steno") for one in said)
    ligament = not words("ligaments").isdisjoint(said)
    narrows = (scene.statement.turn >= 0 and "bone" in said) or bool(scene.terms("mechanisms", part=scene.chunk(hit)))
    return (deep or (ligament and narrows)) and hit.term.text.startswith(("thick", "tight"))


def is_conditional(scene: Scene) -> bool:
    """Tell whether speech only tells what would be: `If it's stiff`, `when a joint gets stuck`, `Often it's tight`."""
    said = scene.words()
    opening = said[:_OPENING]
    if scene.statement.asks:
        return False
    if not _IN_GENERAL.isdisjoint(opening[:1]):
        return True
    if "if" in opening and not _IF_SO.isdisjoint(said[opening.index("if") + 1 : opening.index("if") + 2]):
        return True
    return any(pair in _WHAT_IF for pair in pairwise(said))


def _is_everyday(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word is one of every day: `the next steps`, `some resistance`, a pain `stops at the knee`."""
    if hit.term.text == "shoulder height":
        return not _UP_TO.isdisjoint(scene.view.norms[max(0, hit.start - 2) : hit.start])
    if hit.term.text == "fixed" and not _HELD.isdisjoint(scene.view.norms[hit.end : hit.end + _TAG]):
        return True
    if hit.term.text == "fix":
        return scene.statement.turn >= 0 or not scene.view.fixing(Chunk(hit.end, hit.end + _TAG))
    if hit.term.text == "stops at":
        ends = (place.start - hit.end for place in scene.view.fixing(scene.chunk(hit)))
        return any(gap in range(2) for gap in ends)
    if hit.term.text in {"step", "steps"}:
        return not scene.view.fixing(scene.chunk(hit)) or bool(words("of_plans").intersection(scene.words()))
    before = scene.view.norms[max(0, hit.start - _TAG) : hit.start]
    return hit.term.text == "resistance" and not words("of_effort").isdisjoint(before)


def _goes_on_otherwise(scene: Scene, hit: Hit) -> bool:
    """Tell whether the next words make another thing of it: `does not give way`, `sticky tape`, `no glide deficit`."""
    following = scene.view.norms[hit.end : hit.end + 2]
    if hit.term.text.endswith("coming") and following[:1] == ["from"]:
        return True
    if hit.term.text.startswith("trigger point"):
        return not _INJECTED.isdisjoint(following[:1])
    if hit.term.text.endswith(" turn"):
        return not _TURNS_OUT.isdisjoint(following[:1]) and not scene.view.fixing(
            Chunk(scene.chunk(hit).start, hit.start)
        )
    if hit.term.text in {"tighter", "stiffer"}:
        return (*following,) in {("that", "way"), ("this", "way"), ("going", "that"), ("going", "this")}
    if hit.term.text == "sticky":
        return not _STICKING.isdisjoint(following)
    others = _LOST if hit.term.text.startswith("no ") else _GIVING if hit.term.text.endswith(" give") else ()
    return following[:1] != [] and following[0] in others


def _is_of_gait(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is somebody's walk that is stiff: `Walks slowly, a little stiff`, `you're wide and stiff`."""
    if hit.term.text != "stiff" or any(place.region not in LIMBS for place in scene.view.fixing(scene.statement)):
        return False
    walks = any(sign.term.value == "gait" for sign in scene.terms("neuro"))
    return walks or "wide" in scene.words(scene.chunk(hit))


def is_bidden_to_resist(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody is told to hold against a hand, as in `Arms out, resist me`, of whose strength it tells.

    Args:
        scene: The statement.
        hit: The words that may tell a finding.
    """
    if hit.term.value == "tenderness" and scene.statement.turn >= 0:
        opening = scene.words()[:1]
        efforts = not _EFFORTS.isdisjoint(pairwise(scene.words()))
        return efforts and not scene.view.fixing(scene.statement) and words("pressing").isdisjoint(opening)
    if hit.term.text != "resist":
        return False
    after = scene.view.norms[hit.end : hit.end + 1]
    opening = scene.words(Chunk(scene.chunk(hit).start, hit.start))
    return not _AGAINST.isdisjoint(after) or words("before_command").issuperset(opening)


def _follows_reflex(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a jerk of clonus that stops at once, as in `Clonus. I jerk it up and hold. It just stops.`."""
    if hit.term.value != "restriction" or scene.statement.turn < 0 or scene.view.places(scene.statement):
        return False
    tested = (sign for one in scene.earlier_in_turn[-2:] for sign in scene.view.terms("neuro", one))
    return any(sign.term.value == "upper_motor_neuron" for sign in tested)


def _is_dependent(scene: Scene, hit: Hit) -> bool:
    """Tell whether an oedema is one of the circulation, graded or pitting, as in `1+ edema of both legs`."""
    if not hit.term.text.endswith("edema"):
        return False
    near = scene.view.norms[max(scene.statement.start, hit.start - _BEFORE_SWELLING) : hit.start]
    graded = any(word.rstrip("+").isdecimal() or word in _GRADES for word in near)
    return graded and all(place.region == "lower_extremity" for place in scene.view.fixing(scene.chunk(hit)))


def _is_no_step(scene: Scene, hit: Hit) -> bool:
    """Tell whether a shelf or ledge is none between vertebrae, as a `ledge of bone` on a film is not."""
    if hit.term.text not in {"shelf", "ledge"}:
        return False
    bony = scene.view.tokens.word(hit.end) == "of" or scene.view.norms[hit.start - 1] in {"bony", "bone"}
    return bony or all(place.structure != "vertebra" for place in scene.view.fixing(scene.statement))


def _is_perfused(scene: Scene, hit: Hit) -> bool:
    """Tell whether warmth is that of the circulation, as in `feet warm` and `warm with good pulses`."""
    said = scene.words(scene.chunk(hit))
    return hit.term.text.startswith("warm") and not (_PERFUSED | _ENDS).isdisjoint(said)
