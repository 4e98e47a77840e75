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
_BEHIND_NUMBER = frozenset({
    ".", ",", ";", "-", "!", ")", "period", "comma", "okay", "ok", "so", "and", "please", "too", "altogether", "then",
})  # fmt: skip
"""Words and marks behind a number that stands for an item, unlike in `remove 3 staples`."""
_NOT_OWN = frozenset({"not", "don't", "won't", "you", "you'll", "never"})


def numbered(scene: Scene, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions of the item that a statement strikes off by its number.

    Args:
        scene: The statement.
        lesions: What was read in the document.
    """
    if not scene.by_clinician or scene.statement.asks or not (scene.says("striking") or scene.says("striking_off")):
        return
    items = [_item(scene.view, verb, number) for verb, number in _struck(scene) if number]
    for lesion in lesions if items else ():
        at = scene.view.tokens.between(last_span(lesion)).start
        if lesion.assertion == "present" and any(at in item for item in items):
            yield lesion


def _struck(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield where a statement strikes something off, and its number or 0."""
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end):
        behind = norms[at + 1 : min(statement.end, at + 1 + _REACH)]
        plainly = norms[at] in words("striking")
        off = norms[at] in words("striking_off") and not _OFF.isdisjoint(norms[at : statement.end])
        if (plainly or off) and _NOT_OWN.isdisjoint(norms[max(statement.start, at - _OPENING) : at]):
            yield at, _number(behind)


def _number(said: list[str]) -> int:
    """Return the number that words give an item by: `number one`, `the second one`, or 0."""
    for at, word in enumerate(said):
        if word in _ORDINALS:
            return _ORDINALS[word]
        if word in _LABELS and said[at + 1 : at + 2]:
            return _value(said[at + 1])
    alone = said and (not said[1:] or said[1] in _BEHIND_NUMBER)
    return _value(said[0]) if alone else 0


def _value(word: str) -> int:
    return _ORDINALS.get(word) or NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)


def _item(view: View, before: int, number: int) -> range:
    """Return the words of an item of the list that stands before some words."""
    numbers = _marks(view, max(0, before - _FAR), before)
    start = next((at for at, value in reversed(numbers) if value == number), None)
    if start is None:
        return range(0)
    return range(start, next((at for at, value in numbers if at > start and value != number), before))


def _marks(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Return where items open, with their numbers: behind a label, or at the head of a sentence."""
    openings = {statement.start for statement in view.statements}
    found = []
    for at in range(start, end):
        word = view.norms[at]
        labelled = at > start and view.norms[at - 1] in _LABELS
        bracketed = view.norms[at + 1] == ")" and view.norms[at - 1] != "("
        if (labelled or bracketed or at in openings) and _value(word) > 0:
            found.append((at, _value(word)))
    return found
