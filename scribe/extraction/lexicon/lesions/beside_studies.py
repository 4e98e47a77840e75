"""Joint lesions that speech concludes beside a study: `No fracture, so T4 it is`, `I want films. T4 is ERS left.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import shown_findings, studies
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_OWN = frozenset({"i", "we", "you", "i've", "i'm", "we've", "you've"})
CONCLUDING = frozenset({"so", "this", "that", "that's", "it", "it's"})
"""Words that open a part which concludes."""
_BACK = 8
"""Statements since the study was spoken of."""
_WANTED = frozenset({"like", "until", "before", "first", "till", "shoot", "take", "have"})
"""Words of who has yet to see a study, besides those that order it."""
_SEEN = frozenset({
    "showed", "normal", "fine", "clean", "clear", "had", "did", "done", "last", "look", "looks", "looking", "back",
    "up", "see", "seen", "here", "open", "opened", "pull", "pulled", "show", "shows", "showing", "view", "review",
    "over",
})  # fmt: skip
"""Words of a study that has been made."""


def concluded_apart(scene: Scene) -> bool:
    """Tell whether a lesion stated while a study is spoken of has been found by hand.

    A study shows no dysfunction and no complex: who names one in speech, apart from the study, has found it, as in
    `The film is clean, so this is a T4 dysfunction`. A study that is only wanted shows nothing at all.

    Args:
        scene: The statement.
    """
    if scene.statement.turn < 0:
        return False
    if _is_only_wanted(scene):
        return True
    if "lesions" not in scene.named:
        return False
    opening = scene.words()[:2]
    if opening[:1] == ["so"] and not _OWN.isdisjoint(opening) and scene.terms("lesions", "head"):
        return True
    named = scene.terms("lesions", "head", "weak_head")
    heads = [head for head in named if head.term.value == "somatic_dysfunction" or "complex" in head.term.text]
    return any(
        scene.view.norms[scene.chunk(head).start] in CONCLUDING or not _is_of_study(scene, head) for head in heads
    )


def _is_of_study(scene: Scene, head: Hit) -> bool:
    """Tell whether the part of a lesion names a study, or what one shows."""
    part = scene.chunk(head)
    return bool(scene.terms("imaging", part=part)) or not words("demonstrating").isdisjoint(scene.words(part))


def _is_only_wanted(scene: Scene) -> bool:
    """Tell whether the study that was spoken of last is still to be made: `We'll get an MRI. T2 is ERS left.`."""
    view = scene.view
    if not scene.by_clinician or studies(view, scene.statement):
        return False
    before = reversed(view.statements_before(scene.statement)[-_BACK:])
    last = next((one for one in before if studies(view, one)), None)
    return last is not None and _wants(view, last)


def _wants(view: View, statement: Statement) -> bool:
    """Tell whether a clinician only says that a study is wanted: `I'd like an x-ray`, `not before I've got films`."""
    said = view.norms[statement.start : statement.end]
    wanted = not (words("ordered") | _WANTED).isdisjoint(said) and _SEEN.isdisjoint(said)
    return wanted and statement.speaker == "clinician" and not shown_findings(view, statement)
