"""Bladder, bowel and saddle, whose loss alarms.

An organ is no finding, only what is said of control, retention or feeling.
"""

from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, pairwise

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import asking, holding, saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.schema import Assertion

ALARMS = frozenset({"bowel_bladder", "saddle_anesthesia"})
"""Kinds of findings that alarm wherever they stand."""
_ORGANS = frozenset({
    "bladder", "bladders", "bowel", "bowels", "b", "b/b", "b&b", "waterworks", "sphincter", "sphincters", "micturition",
})  # fmt: skip
_HURRYING = frozenset({"run", "running", "rush", "rushing", "hurry", "bathroom", "toilet", "accident", "accidents"})
"""Words of an answer that tell of urgency."""
_WET = frozenset({
    "bathroom", "toilet", "restroom", "loo", "pee", "peeing", "urine", "wet", "pants", "underwear", "pad", "pads",
})  # fmt: skip
_TALK = 30
_NEAR = 9
_TOLD = 6
_SELVES = frozenset({"myself", "yourself", "himself", "herself", "pants"})
_LIKE = (["felt", "like"], ["feel", "like"], ["feels", "like"], ["was", "like"], ["as", "if"], ["as", "though"])
"""Words behind which an accident is one that something was like."""
_IN_PERSON = frozenset({"i", "i'd", "i've", "you", "you'd", "you've", "he", "he'd", "he's", "she", "she'd", "she's"})
_LIKENED = 5
_YOURS = frozenset({"you", "you're", "you've", "your"})
_LINKED = 2
_LINKING = frozenset({":", "is", "are", "-", "=", "function", "the", "still"})
_SEATS = frozenset({"where", "anywhere", "toilet", "commode", "loo"})
_OWN = frozenset({"my", "your", "his", "her", "their", "patient's"})
_STRAINS = frozenset({
    "cough", "coughing", "coughs", "sneeze", "sneezing", "sneezes", "laugh", "laughing", "laughs", "jump", "jumping",
    "trampoline",
})  # fmt: skip
_NAMES_OF_TROUBLE = frozenset({
    "problem", "problems", "trouble", "troubles", "issue", "issues", "difficulty", "difficulties",
})  # fmt: skip
_DENYING = frozenset({"no", "without", "nil", "zero"})
_NEWS = frozenset({"new", "worse", "suddenly", "now"})
_BIRTHS = frozenset({
    "baby", "babies", "twins", "birth", "delivery", "pregnancy", "pregnant", "kids", "hysterectomy", "daughter", "son",
})  # fmt: skip
_OF_BIRTH = frozenset({"contractions", "contraction", "waters", "bleeding", "discharge", "spotting"})
"""What is asked for with the waters that leak before a birth."""
_CONTROL = frozenset({"control", "continence"})
_BEFORE_CONTROL = 5
_LOSSES = ("leak", "wet", "soil", "accident")
_NOTICING = frozenset({"feel", "notice", "know", "realize", "realise", "sense"})
_KEEPING = frozenset({
    "keep", "keeps", "kept", "keeping", "maintain", "maintains", "maintained", "retain", "retains", "retained", "full",
    "good", "complete", "normal", "excellent", "under",
})  # fmt: skip
_LOSING = frozenset({"no", "lost", "loses", "losing", "less", "worse", "harder", "trouble", "barely"})
_IN_TIME = frozenset({"time"})
"""What nobody has who comes too late."""
_WORKED = 5
_WHICH = frozenset({
    "the", "a", "his", "her", "my", "our", "your", "their", "own", "upstairs", "downstairs", "old", "new", "whole",
})  # fmt: skip
"""Words between what is done to a room and the room."""
_LEADING = frozenset({"where", "around", "in", "between"})
"""Words with which a part says where a feeling is."""
_SEATED = frozenset({"sit", "sits", "sitting"})


def is_meant(scene: Scene, mention: Hit) -> bool:
    """Tell whether a mention speaks of control, and not of a sample, an infection or how much was passed."""
    others = words("discs") | words("disc_matter") | _OF_BIRTH
    if mention.term.text.startswith("leak") and not others.isdisjoint(scene.said):
        return False
    if mention.term.role != "organ":
        if _is_imagined(scene, mention):
            return False
        return "accident" not in mention.term.text or len(mention.term.text.split()) > _LINKED + 1 or _wets(scene)
    if _names_organ(mention):
        beside = {*scene.view.norms[max(0, mention.start - 1) : mention.end + 1]}
        return words("gut").isdisjoint(beside)
    if words("urology").intersection(scene.words()) or _is_worked_on(scene, mention):
        return False
    near = Chunk(max(scene.statement.start, mention.start - _NEAR), min(scene.statement.end, mention.end + _NEAR))
    return not _working_words().isdisjoint(scene.words(near))


def _is_imagined(scene: Scene, mention: Hit) -> bool:
    """Tell whether somebody only felt as after an accident, as in `the dye made me feel like I'd wet myself`."""
    if _SELVES.isdisjoint(mention.term.text.split()[-1:]):
        return False
    before = scene.view.norms[max(scene.statement.start, mention.start - _LIKENED) : mention.start]
    likened = next((before[at + 2 :] for at in range(len(before)) if before[at : at + 2] in _LIKE), [])
    return not _IN_PERSON.isdisjoint(likened[:_LINKED])


def _is_worked_on(scene: Scene, mention: Hit) -> bool:
    """Tell whether a room is built or cleaned, and not gone to, as in `after tiling his own bathroom`."""
    before = scene.view.norms[max(scene.statement.start, mention.start - _WORKED) : mention.start]
    verb = next((word for word in reversed(before) if word not in _WHICH), "")
    return verb in words("works_on_rooms")


def _names_organ(mention: Hit) -> bool:
    """Tell whether a mention names an organ, and not what it passes or where."""
    return not _ORGANS.isdisjoint(mention.term.text.replace("/", " ").split())


@cache
def _working_words() -> frozenset[str]:
    return words("trouble") | words("voiding") | words("well") | words("in_order")


def may_be_meant(view: View, mentions: Sequence[Hit]) -> frozenset[int]:
    """Return where the statements start in which some mentions of organs, or of what they pass, may speak of control.

    Args:
        view: The document's words.
        mentions: The mentions.
    """
    if not mentions:
        return frozenset()
    told = saying(view, _working_words()) - saying(view, words("urology"))
    told |= saying(view, words("noticing")) | saying(view, _IN_TIME)
    organs = holding(view, (hit.start for hit in mentions if _names_organ(hit)))
    return organs | (holding(view, (hit.start for hit in mentions)) & (told | asking(view)))


def _wets(scene: Scene) -> bool:
    """Tell whether an accident is one of the bladder or bowel, of which the talk is, and not one on the road."""
    start = max(0, scene.statement.start - _TALK)
    said = {*scene.view.norms[start : min(scene.statement.end + _NEAR, len(scene.view.norms))]}
    return not said.isdisjoint(_ORGANS | _WET)


def is_troubled(scene: Scene, organ: Hit) -> bool:
    """Tell whether a statement says more of bowel or bladder than its name: trouble, or its denial."""
    said = bool(_troubles(scene)) or _is_unchanged(scene, organ)
    return said or scene.assertion(organ) in {"absent", "hypothetical"}


def suffered(scene: Scene, hit: Hit) -> Assertion:
    """Return the assertion of a complaint; one of an organ is denied with all the trouble named beside it."""
    assertion = scene.assertion(hit)
    if (assertion == "possible" and _is_explained(scene, hit)) or (assertion == "absent" and _is_unnoticed(scene, hit)):
        return "present"
    if assertion == "present" and hit.term.value == "saddle_anesthesia" and _feels_it(scene, hit):
        return "absent"
    if hit.term.role == "organ" and _is_unchanged(scene, hit):
        return "absent"
    if hit.term.value == "bowel_bladder" and (control := _control(scene, hit)) is not None:
        return control if assertion in {"present", "absent", "historical"} else assertion
    if assertion == "present" and hit.term.value == "bowel_bladder" and _is_of_stress(scene.words()):
        return "historical"
    troubles = _troubles(scene) if hit.term.role == "organ" else []
    denied = bool(troubles) and all(_is_no_trouble(scene, trouble) for trouble in troubles)
    return "absent" if denied and assertion == "present" else assertion


def _is_unnoticed(scene: Scene, hit: Hit) -> bool:
    """Tell whether a loss is only not noticed, which denies nothing: `I leaked twice and didn't feel it`."""
    norms = scene.view.norms
    behind = norms[hit.end : min(scene.statement.end, hit.end + _NEAR)]
    before = norms[max(scene.statement.start, hit.start - _LINKED) : hit.start]
    unaware = any(is_particle(one) and other in _NOTICING for one, other in pairwise(behind))
    return hit.term.text.startswith(_LOSSES) and unaware and not any(map(is_particle, before)) and "no" not in before


def _is_explained(scene: Scene, hit: Hit) -> bool:
    """Tell whether only the cause of a complaint is in doubt, as in `that may be why you get the numb fingers`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _TOLD) : hit.start]
    return any(one == "why" and other in _YOURS for one, other in pairwise(before))


def _control(scene: Scene, hit: Hit) -> Assertion | None:
    """Return whether control is kept, as in `has kept full control of his bladder`, or not: `not in full control`.

    A trouble with the control that is kept is one; None where nothing is said of either.
    """
    said = scene.words(scene.chunk(hit))
    at = next((index for index, word in enumerate(said) if word in _CONTROL), 0)
    before = said[max(0, at - _BEFORE_CONTROL) : at]
    if _KEEPING.isdisjoint(before):
        return None
    leading = next((word for word in reversed(before) if word not in _KEEPING | {"in", "of", "any", "really"}), "")
    if leading in {"not", "no", "never", "cannot"} or leading.endswith("n't"):
        return "present"
    return "absent" if _LOSING.isdisjoint(said) else None


def _feels_it(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody feels all there is to feel, as in `I can feel the paper when I wipe`."""
    if not hit.term.text.startswith(("when ", "where ", "between ")):
        return False
    before = scene.view.norms[scene.statement.start : hit.start]
    feels = before.index("feel") if "feel" in before else -1
    odd = words("numb_like") | words("odd") | {"less", "nothing", "don't", "can't", "not", "barely", "hardly"}
    return feels >= 0 and odd.isdisjoint(before)


def _is_no_trouble(scene: Scene, trouble: Chunk) -> bool:
    """Tell whether trouble is denied: by the words around it, or by the word before it, as in `bladder: no problem`."""
    norms = scene.view.norms
    named = norms[trouble.start] in _NAMES_OF_TROUBLE and norms[trouble.start - 1] in _DENYING
    return named or scene.assertion(trouble) == "absent"


def _is_of_stress(said: Sequence[str]) -> bool:
    """Tell whether urine leaks under a strain as it long has, as in `I leak when I sneeze, have since the twins`."""
    if {"stress", "incontinence"}.issubset(said):
        return True
    strained = not _STRAINS.isdisjoint(said)
    long = not {"since", "after"}.isdisjoint(said) and not _BIRTHS.isdisjoint(said)
    denied = any(pair in {("nothing", "new"), ("not", "new")} for pair in pairwise(said))
    news = _NEWS - {"new"} if denied else _NEWS
    return (strained or long) and news.isdisjoint(said)


def _is_unchanged(scene: Scene, organ: Hit) -> bool:
    """Tell whether an organ works as before, as in `B/B: no change` and `bladder unchanged`."""
    after = [word for word in scene.words(Chunk(organ.end, scene.chunk(organ).end)) if word not in _LINKING][:_LINKED]
    unchanged = (["no", "change"], ["no", "changes"], ["not", "changed"])
    return after[:1] in (["unchanged"], ["same"], ["stable"]) or after in unchanged


def names_saddle(scene: Scene, mention: Hit) -> bool:
    """Tell whether feeling is spoken of where one sits or wipes."""
    said = scene.words(scene.chunk(mention)) + _where(scene, mention)
    if ("below" in said and ("down", "below") in pairwise(said)) or (
        not _SEATED.isdisjoint(said) and not _SEATS.isdisjoint(said)
    ):
        return True
    if "there" in said and _asked_there(scene):
        return True
    seats = words("saddle").intersection(said)
    if seats != {"bottom"}:
        return bool(seats)
    # The bottom of a foot is its sole; what one sits on is somebody's, or has something around it.
    owned = any(after == "bottom" and before in _OWN for before, after in pairwise(said))
    owned = owned or ("around" in said and scene.statement.asks)
    return owned and limb_words().isdisjoint(said)


def _where(scene: Scene, mention: Hit) -> list[str]:
    """Return the words of the next part that say where a mention is: `Any numbness, where you'd sit?`."""
    later = next((part for part in scene.statement.chunks if part.start >= scene.chunk(mention).end), None)
    said = scene.words(later) if later else []
    return said if not _LEADING.isdisjoint(said[:1]) else []


def _asked_there(scene: Scene) -> bool:
    """Tell whether a patient answers a question about where one sits or wipes: `Numb there?`, `Not there, no.`."""
    if scene.statement.speaker != "patient":
        return False
    turn = scene.statement.turn - 1
    asked = [one for one in scene.view.statements_before(scene.statement) if one.turn == turn and one.asks]
    said = frozenset(scene.view.norms[asked[-1].start : asked[-1].end]) if asked else frozenset[str]()
    return not (words("saddle") - {"bottom"}).isdisjoint(said) and limb_words().isdisjoint(said)


def is_charged(scene: Scene, organ: Hit, answer: Chunk) -> bool:
    """Tell whether trouble with an organ is named in a question or its answer, and not the organ alone."""
    if organ.term.value == "bowel_bladder" and _is_of_stress(scene.words(answer)):
        return False  # What the answer tells of years is read in its own words.
    telling = words("trouble") | words("voiding") | _HURRYING
    return organ.term.role != "organ" or not telling.isdisjoint([*scene.words(), *scene.words(answer)])


def asks_health(scene: Scene) -> bool:
    """Tell whether a question asks whether all is well, not whether there is a loss of control.

    The okay that opens it, as in `Okay, numb between the legs?`, asks nothing.
    """
    said = list(dropwhile(words("before_question").__contains__, scene.words()))
    if {("with", "no"), ("without", "any")}.intersection(pairwise(said)):
        return True
    return bool((words("well") | words("in_order")).intersection(said)) and not (
        words("trouble") - words("well")
    ).intersection(said)


def _troubles(scene: Scene) -> list[Chunk]:
    """Return the words of trouble in a statement."""
    telling = words("trouble") | words("voiding")
    part = range(scene.statement.start, scene.statement.end)
    return [Chunk(at, at + 1) for at in part if scene.view.norms[at] in telling and at not in scene.view.dropped]
