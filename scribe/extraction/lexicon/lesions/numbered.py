"""Lesions that speech strikes off by their number in a list: `scratch number one`, `take the second one off`."""

from collections.abc import Iterable, Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.quoted import last_span
from scribe.extraction.lexicon.view.places import NUMBERS
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Lesion

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LABELS = frozenset({"number", "assessment", "diagnosis", "item", "problem", "dx", "#", "no", "impression", "line"})
_OPENING = 3
_REACH = 4
_FAR = 160
"""Words between a list and the words that strike off one of it."""
_OFF = frozenset({"off", "out", "away"})
_NOT_OWN = frozenset({"not", "don't", "won't", "you", "you'll", "never"})


def numbered(scene: Scene, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions of the item that a statement strikes off by its number.

    Args:
        scene: The statement.
        lesions: What was read in the document.
    """
    if not scene.by_clinician or scene.statement.asks or not (scene.says("striking") or scene.says("striking_off")):
        return
    verb, number = _struck(scene)
    item = _item(scene.view, verb, number) if number else None
    for lesion in lesions if item is not None else ():
        at = scene.view.tokens.between(last_span(lesion)).start
        if item is not None and at in item and lesion.assertion == "present":
            yield lesion


def _struck(scene: Scene) -> tuple[int, int]:
    """Return where a statement strikes something off, and its number or 0."""
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end):
        behind = norms[at + 1 : min(statement.end, at + 1 + _REACH)]
        plainly = norms[at] in words("striking")
        off = norms[at] in words("striking_off") and not _OFF.isdisjoint(norms[at : statement.end])
        if (plainly or off) and _NOT_OWN.isdisjoint(norms[max(statement.start, at - _OPENING) : at]):
            return at, _number(behind)
    return statement.start, 0


def _number(said: list[str]) -> int:
    """Return the number that words give an item by: `number one`, `the second one`, or 0."""
    for at, word in enumerate(said):
        if word in _ORDINALS:
            return _ORDINALS[word]
        if word in _LABELS and said[at + 1 : at + 2]:
            return _value(said[at + 1])
    return 0


def _value(word: str) -> int:
    return _ORDINALS.get(word) or NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)


def _item(view: View, before: int, number: int) -> range | None:
    """Return the words of an item of the list that stands before some words."""
    numbers = _marks(view, max(0, before - _FAR), before)
    start = next((at for at, value in reversed(numbers) if value == number), None)
    if start is None:
        return None
    return range(start, next((at for at, value in numbers if at > start and value != number), before))


def _marks(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Return where items open, with their numbers: behind a label, or at the head of a sentence."""
    openings = {statement.start for statement in view.statements}
    found = []
    for at in range(start, end):
        word = view.norms[at]
        labelled = at > start and view.norms[at - 1] in _LABELS
        if (labelled or at in openings) and 0 < _value(word):
            found.append((at, _value(word)))
    return found
