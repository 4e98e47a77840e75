"""Statements that only sound like questions: `So that's a T4 dysfunction, right?`, `Is a joint dysfunction, yes?`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import words

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
