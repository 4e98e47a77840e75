"""Joint lesions that speech concludes beside a study: `No fracture, so T4 it is`, `I want films. T4 is ERS left.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_OWN = frozenset({"i", "we", "you", "i've", "i'm", "we've", "you've"})
CONCLUDING = frozenset({"so", "this", "that", "that's", "it", "it's"})
"""Words that open a part which concludes."""


def concluded_apart(scene: Scene) -> bool:
    """Tell whether a lesion stated while a study is spoken of has been found by hand.

    A study shows no dysfunction and no complex: who names one in speech, apart from the study, has found it, as in
    `The film is clean, so this is a T4 dysfunction`.

    Args:
        scene: The statement.
    """
    if scene.statement.turn < 0 or "lesions" not in scene.named:
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
