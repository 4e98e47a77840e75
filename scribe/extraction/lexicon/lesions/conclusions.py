"""Whether words state a lesion of a joint: as a conclusion, and not as a question, an aim or an injury."""

from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.beside_studies import CONCLUDING, concluded_apart
from scribe.extraction.lexicon.lesions.joint_kinds import heads_in, other_name
from scribe.extraction.lexicon.lesions.positions import may_turn, positioned
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import holding, naming, placing, saying, siding, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_ASSESSING = frozenset({"assessment", "impression", "diagnosis"})
_NAMED_RESTRICTED = ("restrict", "hypomob", "locked", "joint", "segmental")
"""How the names of a joint that does not move begin."""
_FIRST_PERSON = frozenset({"i", "i'd", "i'll", "i'm", "we", "we'd", "would"})
_CALLING = frozenset({"call", "calling", "label", "labelling", "labeling", "name", "term"})
_CALLED_REACH = 9
_OF_MOTION = frozenset({
    "motion", "rotation", "flexion", "extension", "sidebending", "bending", "movement", "mobility", "abduction",
    "adduction", "turning", "range", "glide",
})  # fmt: skip
_MOTION_REACH = 4
_INJURY_REACH = 8
_ANSWER = 24
NAMED_SOON = 4
"""Words within which speech gives a name to what it has come to."""
_DENIAL_REACH = 3
_DENIALS = frozenset({
    "no", "not", "without", "denies", "never", "before", "predates", "predating", "unlike", "unrelated",
})  # fmt: skip
_LOOSE = frozenset({"tight", "central", "narrow"})
_TRAUMA = frozenset({
    "traumatic", "posttraumatic", "crash", "mvc", "mva", "trauma", "whiplash", "accident", "injury", "dislocation",
})  # fmt: skip
_DISEASE = frozenset({"rheumatoid", "inflammatory", "pannus", "erosive", "congenital"})


@lru_cache(maxsize=1)
def noting(view: View) -> frozenset[int]:
    """Return where the statements start that have a term of lesions, a joint to position, or an axis.

    Where such a joint or a lesion is named, statements with a mere place or side may tell more of it.
    """
    joints = positioned(view)
    told = naming(view, "lesions") | saying(view, frozenset({"m99"})) | may_turn(view)
    told |= holding(view, (place.start for place in joints))
    return told | placing(view) | siding(view) if joints or heads_in(view, whole(view)) else told


def may_state(scene: Scene) -> bool:
    """Tell whether a statement may have a lesion, and neither asks for one nor reports a study or codes."""
    statement = scene.statement
    if statement.start not in noting(scene.view):
        return False
    if scene.stance == "codes" or (scene.stance == "imaging" and not concluded_apart(scene)):
        return False
    return not statement.asks or is_confirmed(scene) or is_tagged(scene)


def is_asked_of_old(scene: Scene) -> bool:
    """Tell whether a clinician asks whether a lesion is over, and hears yes: `That T4 dysfunction, has it cleared?`.

    Args:
        scene: The statement.
    """
    statement = scene.statement
    if not (statement.asks and scene.by_clinician and statement.start in noting(scene.view)):
        return False
    heard = statement.reply is not None and statement.reply.answer in {"yes", "past"}
    return heard and any(
        cue.role == "after" and cue.assertion == "historical"
        for head in scene.terms("lesions", "head", "weak_head")
        for cue in scene.context.governing(head)
    )


def is_confirmed(scene: Scene) -> bool:
    """Tell whether a clinician asks and another says yes, as a resident who presents a dysfunction to an attending."""
    statement, turns = scene.statement, scene.view.document.turns
    if statement.turn < 0 or not scene.by_clinician:
        return False
    next_turn = next((one for one in scene.view.statements_after(statement) if one.turn > statement.turn), None)
    if next_turn is None or next_turn.speaker != "clinician":
        return False
    if turns[next_turn.turn].label == turns[statement.turn].label:
        return False
    return (statement.reply is not None and statement.reply.answer == "yes") or _agrees(scene, next_turn)


def _agrees(scene: Scene, answer: Statement) -> bool:
    """Tell whether a turn comes to a yes, and denies nothing, as in `It's restricted in flexion, so yes.`."""
    until = scene.view.statements_from(answer.start)[-1].end
    said = scene.view.norms[answer.start : min(until, answer.start + _ANSWER)]
    return not denies(said) and not words("agreeing").isdisjoint(said)


def concludes(scene: Scene, head: Hit) -> bool:
    """Tell whether a head states a lesion where it stands."""
    match head.term.role:
        case "assessment_head":
            opened = _opens_assessment(scene) or _follows_assessment(scene, head)
            if head.term.text in _HYPOMOBILE:
                return scene.statement.section == "assessment" and _is_beside_level(scene, head)
            assesses = scene.statement.section == "assessment" or opened or _is_called(scene, head)
            return assesses or (head.term.text.startswith("fixat") and _is_spoken_of_as_lesion(scene, head))
        case "weak_head":
            return _is_dysfunction(scene, head)
        case "head":
            return head.term.value != "subluxation_complex" or _is_complex(scene, head)
        case _:
            return False


def _is_beside_level(scene: Scene, head: Hit) -> bool:
    """Tell whether a word for what is stiff is said of a vertebra right beside it, as in `hypomobile T4-6`."""
    named = (place for place in scene.view.fixing(scene.chunk(head)) if place.structure == "vertebra")
    return any(head.end == place.start or place.end == head.start for place in named)


def _opens_assessment(scene: Scene) -> bool:
    """Tell whether speech says that it comes to the assessment, as in `assessment fixation at C3`."""
    return scene.statement.turn >= 0 and not _ASSESSING.isdisjoint(scene.words()[:NAMED_SOON])


def _follows_assessment(scene: Scene, head: Hit) -> bool:
    """Tell whether speech without stops has just come to the assessment: `... don't move assessment fixation C2-3`."""
    before = scene.view.norms[max(scene.statement.start, head.start - _DENIAL_REACH) : head.start]
    return scene.statement.turn >= 0 and not _ASSESSING.isdisjoint(before)


def _is_called(scene: Scene, head: Hit) -> bool:
    """Tell whether a clinician makes a restriction the diagnosis: `I'd call that a closing restriction of L4-5`.

    A restriction of a motion is only what was found, as in `I'd call that a restriction of rotation`.
    """
    norms, statement = scene.view.norms, scene.statement
    if statement.turn < 0 or not any(word.startswith(_NAMED_RESTRICTED) for word in head.term.text.split()):
        return False
    if not _OF_MOTION.isdisjoint(norms[head.end : min(statement.end, head.end + _MOTION_REACH)]):
        return False
    before = norms[max(statement.start, head.start - _CALLED_REACH) : head.start]
    called = any(who in _FIRST_PERSON and verb in _CALLING for who, verb in pairwise(before))
    concluded = any(
        scene.view.norms[part.start] in CONCLUDING and not _ASSESSING.isdisjoint(scene.words(part))
        for part in scene.statement.chunks
        if part.start >= head.end
    )
    return called or concluded


def _is_spoken_of_as_lesion(scene: Scene, head: Hit) -> bool:
    """Tell whether a fixation is one diagnosis of several, or was treated once: `the C5 fixation we were adjusting`."""
    if scene.statement.turn < 0 or scene.stance != "conclusion":
        return False
    if scene.assertion(head) == "historical":
        return any(hit.term.value == "manipulation" for hit in scene.terms("care"))
    before = Chunk(scene.statement.start, head.start)
    named = (*scene.terms("conditions", "condition", part=before), *scene.terms("lesions", "head", part=before))
    return any(scene.assertion(hit) == "present" for hit in named)


def _is_dysfunction(scene: Scene, head: Hit) -> bool:
    """Tell whether letters stand for a dysfunction: in capitals, or small ones as an assessment's: `2 sd head, cerv`.

    An `sd of the` something is a standard deviation.
    """
    spelled = head.term.text not in {"sd", "sds"}
    measured = scene.view.norms[head.end : head.end + 2] == ["of", "the"]
    small = scene.statement.section == "assessment" and not measured
    return spelled or scene.view.is_capital(head.start) or small


_HYPOMOBILE = frozenset({"hypomobile", "hypomob"})
"""Words that name a lesion only right beside a vertebra."""
_RENAMING = frozenset({"that's", "that", "so", "means", "meaning", "which", "i.e", "ie", "words", "mean", "it's"})
"""Words with which one thing is given its other name."""


def _is_complex(scene: Scene, head: Hit) -> bool:
    """Tell whether a subluxation stands for itself: no narrowing, no injury, no other name of a dysfunction."""
    if "complex" in head.term.text:
        return not _has_near(scene, head, _TRAUMA | _DISEASE)
    narrows = any(hit.term.text not in _LOOSE for hit in scene.terms("lesions", "narrowing", "compartment"))
    joint = any(
        hit.term.value == "somatic_dysfunction" and not _is_placed_apart(scene, hit, head)
        for hit in scene.terms("lesions", "head", part=scene.chunk(head))
    )
    named = joint or other_name(scene, head) is not None
    return not narrows and not named and not _has_near(scene, head, _TRAUMA | _DISEASE)


def is_renamed(scene: Scene, head: Hit) -> bool:
    """Tell whether a subluxation is next given the name of a dysfunction: `L4 subluxation, so a lumbar dysfunction`.

    A dysfunction of a place that was not named before is another one.

    Args:
        scene: The statement.
        head: The subluxation.
    """
    norms = scene.view.norms
    for later in scene.terms("lesions", "head", "weak_head", part=Chunk(head.end, scene.statement.end)):
        opening = next((at for at in range(later.start, head.end, -1) if norms[at - 1] in {",", ";"}), head.end)
        names = later.term.value == "somatic_dysfunction" and not _RENAMING.isdisjoint(norms[opening : later.start])
        named = {place.region for place in scene.view.fixing(Chunk(scene.statement.start, opening))}
        again = {place.region for place in scene.view.fixing(Chunk(opening, scene.statement.end))}
        if names and again <= named:
            return True
    return False


def _is_placed_apart(scene: Scene, one: Hit, head: Hit) -> bool:
    """Tell whether each of two lesions has its own place, as in `a subluxation at T6 and a dysfunction at C4`.

    A place may also stand before what it has, as in `T6 subluxation, L2 dysfunction`; two names of one place are names
    of one thing, as in `C2 is subluxated, a segmental dysfunction of the neck`.
    """
    part = scene.chunk(head)
    first, second = (one, head) if one.start < head.start else (head, one)
    between = scene.view.fixing(Chunk(first.end, max(first.end, second.start)))
    behind = scene.view.fixing(Chunk(second.end, part.end))
    before = scene.view.fixing(Chunk(part.start, first.start))
    groups = [group for group in (before, between, behind) if group]
    if not between or len(groups) == 1:
        return False
    return all(_lie_apart(here, there) for here in groups[0] for there in groups[-1])


def _lie_apart(one: Place, other: Place) -> bool:
    levels = bool(one.segments and other.segments) and set(one.segments).isdisjoint(other.segments)
    return one.region != other.region or levels


def is_injury(scene: Scene, head: Hit) -> bool:
    """Tell whether words of trauma stand near a subluxation, and are not denied."""
    return _has_near(scene, head, _TRAUMA)


def _has_near(scene: Scene, head: Hit, causes: frozenset[str]) -> bool:
    norms, statement = scene.view.norms, scene.statement
    near = range(max(statement.start, head.start - _INJURY_REACH), min(statement.end, head.end + _INJURY_REACH))
    return any(
        norms[index] in causes and not _DENIALS.intersection(norms[max(statement.start, index - _DENIAL_REACH) : index])
        for index in near
    )


_REACH = 18
_BEFORE_NAME = 6
_ENDS = frozenset({".", ";", ":", "comma", "period"})
_CONDITIONS = frozenset({"if", "when", "should", "whether", "unless"})


def is_sought(scene: Scene, head: Item) -> bool:
    """Tell whether a lesion is the aim of an examination, and not what it has shown.

    Args:
        scene: The statement.
        head: The words that name the lesion.
    """
    norms, start = scene.view.norms, scene.statement.start
    if "for" not in scene.said or not scene.says("seeking"):
        return False
    aims = [at for at in range(max(start, head.start - _BEFORE_NAME), head.start) if norms[at] == "for"]
    if not aims or not _ENDS.isdisjoint(norms[aims[-1] : head.start]):
        return False
    before = norms[max(start, aims[-1] - _REACH) : aims[-1]]
    clause = before[max((at + 1 for at, word in enumerate(before) if word in _ENDS), default=0) :]
    return not words("seeking").isdisjoint(clause) and not _is_shown(scene, head)


def _is_shown(scene: Scene, head: Item) -> bool:
    """Tell whether the examination is told to have shown it, as in `checked for dysfunction, found at T5`."""
    after = scene.view.norms[head.end : scene.statement.end]
    shown = next((at for at, word in enumerate(after) if word in words("shown_by_search")), None)
    return shown is not None and _CONDITIONS.isdisjoint(after[:shown])


_TAGS = frozenset({
    "right", "yes", "yeah", "okay", "ok", "no", "correct", "alright", "all", "isn't", "it", "you", "see", "know",
    "follow", "huh", "eh", "hm", "understand", "got", "make", "makes", "sense", "that", "does", "aren't", "they",
    "clear", "so",
})  # fmt: skip
"""Words with which a speaker only asks to be followed."""
_TOLD = frozenset({"told", "said", "mentioned", "had", "diagnosed", "were", "was", "remember"})
"""Words with which a clinician asks what others, or the patient, have said."""
_LONGEST = 4
_PAUSES = frozenset({",", "comma", "-", "…"})


def is_tagged(scene: Scene) -> bool:
    """Tell whether a clinician tells a patient something, and asks no more than to be followed.

    Args:
        scene: The statement.
    """
    view, statement = scene.view, scene.statement
    following = statement.turn + 1
    if statement.speaker != "clinician" or statement.turn < 0 or _inverts(scene) or not _TOLD.isdisjoint(scene.said):
        return False
    turns = view.document.turns
    if following < len(turns) and turns[following].speaker == "clinician":
        return False
    end = statement.end - (view.norms[statement.end - 1] == "?")
    pause = next(
        (at for at in range(end - 1, max(statement.start, end - _LONGEST - 2), -1) if view.norms[at] in _PAUSES), end
    )
    tag = view.norms[pause + 1 : end]
    return bool(tag) and _TAGS.issuperset(tag)


def _inverts(scene: Scene) -> bool:
    """Tell whether the order of the words asks; who drops the subject, as in `Is a dysfunction, yes?`, does not."""
    opening = [word for word in scene.words()[:6] if word not in words("before_question") | {","}]
    if not words("asking_words").isdisjoint(opening[:1]):
        return True
    drops = opening[:1] == ["is"] and opening[1:2] in (["a"], ["an"], ["not"], ["also"], ["still"])
    return not drops and not words("question_verbs").isdisjoint(opening[:1])
