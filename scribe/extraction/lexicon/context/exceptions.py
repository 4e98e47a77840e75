"""What is excepted from what is said of all the rest: `sensation intact except at left S1`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

OPPOSITE: dict[Assertion, Assertion] = {"absent": "present", "present": "absent"}
"""What holds for an exception: the absent is present there, and the present absent."""
_LONGEST = 9


def exception_to(scene: Scene, mention: Item) -> Chunk | None:
    """Return the part of a statement that is excepted from what it says of a mention, where it says nothing else.

    Args:
        scene: The statement.
        mention: What is said of all but the exception.

    Returns:
        The part, which names a side, a place or a muscle; None where nothing is excepted.
    """
    part = next((chunk for chunk in scene.statement.chunks if _is_excepted(scene, chunk, mention)), None)
    if part is None or part.end - part.start > _LONGEST:
        return None
    if any(hit.term.text != "-" for hit in scene.terms("neuro", "value", "symptom", part=part)):
        return None
    if scene.terms("tart", "finding", "normal", part=part) or scene.terms("conditions", part=part):
        return None
    named = scene.view.places(part) or scene.view.sides(part) or words("muscles").intersection(scene.words(part))
    return part if named else None


def exception_alone(scene: Scene, mention: Item) -> Chunk | None:
    """Return the part that is excepted from a denial which names no place of its own, as in `no lesion except at T6`.

    Args:
        scene: The statement.
        mention: What is denied everywhere else.
    """
    part = exception_to(scene, mention)
    if part is None or part.start < mention.start or not scene.view.fixing(part):
        return None
    return None if scene.view.fixing(scene.chunk(mention)) else part


def _is_excepted(scene: Scene, chunk: Chunk, mention: Item) -> bool:
    """Tell whether a part is the exception to a mention: the one after it, or one that opens the statement."""
    if chunk.start <= mention.start < chunk.end or not scene.view.is_excepted(chunk):
        return False
    return mention.start < chunk.start or chunk.start - scene.statement.start <= 1
