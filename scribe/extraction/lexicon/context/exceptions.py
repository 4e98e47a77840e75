"""What is excepted from what is said of all the rest: `sensation intact except at left S1`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

OPPOSITE: dict[Assertion, Assertion] = {"absent": "present", "present": "absent"}
"""What holds for an exception: the absent is present there, and the present absent."""
_LONGEST = 9
_OPENING = frozenset({
    "with", "the", "exception", "exceptions", "of", "except", "excepting", "for", "at", "in", "on", "apart", "aside",
    "other", "than", "from", "save", "barring", "outside", "besides", "only", "one", "sole", "single", "is", "are",
    "being", ":", "-", "and", ",", "&",
})  # fmt: skip
"""Words with which an exception opens a statement, and those between its places."""
_EXCEPTING = frozenset({"exception", "exceptions", "except", "excepting", "apart", "aside", "other", "save", "barring"})
_DENYING = frozenset({"there", "there's", "theres", "no", "none", "nothing", "i", "we", "he", "she", "you", "without"})
"""Words with which the denial begins that an exception stands before."""


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


def exception_first(scene: Scene) -> list[Place]:
    """Return the places that a statement excepts before it denies a finding, as in `Except for T4 there is no lesion`.

    Args:
        scene: The statement.
    """
    at, places = _opening_exception(scene)
    return places if at < scene.statement.end and scene.view.norms[at] in _DENYING else []


def exceptions_only(scene: Scene) -> list[Place]:
    """Return the places of a statement that names exceptions to the one before it and nothing else: `Exception: T4.`.

    Args:
        scene: The statement.
    """
    at, places = _opening_exception(scene)
    return [] if any(word[0].isalnum() for word in scene.view.norms[at : scene.statement.end]) else places


def _opening_exception(scene: Scene) -> tuple[int, list[Place]]:
    """Return the index after the exception that opens a statement, and its places."""
    at, end = scene.statement.start, scene.statement.end
    named = {place.start: place for place in scene.view.fixing(scene.statement)}
    sided = {side.start: side.end for side in scene.view.sides(scene.statement)}
    places: list[Place] = []
    while at < end and (at in named or at in sided or scene.view.norms[at] in _OPENING):
        if at in named:
            places.append(named[at])
        at = max(at + 1, named[at].end if at in named else 0, 0 if at in named else sided.get(at, 0))
    opening = scene.view.norms[scene.statement.start : places[0].start if places else at]
    return at, places if not _EXCEPTING.isdisjoint(opening) else []


def _is_excepted(scene: Scene, chunk: Chunk, mention: Item) -> bool:
    """Tell whether a part is the exception to a mention: the one after it, or one that opens the statement."""
    if chunk.start <= mention.start < chunk.end or not scene.view.is_excepted(chunk):
        return False
    return mention.start < chunk.start or chunk.start - scene.statement.start <= 1
