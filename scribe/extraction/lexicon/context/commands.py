"""What an examiner tells the patient to do: `Turn your head to the left`, `Lie on your back`."""

from itertools import pairwise

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 8
_WISHING = frozenset({"see", "want", "need", "have", "like", "if", "can", "could", "would", "let", "get", "ask"})
"""Words before a `you` whose verb is a command, as in `let's see you turn`."""


_POSES = frozenset({
    ("face", "down"), ("face", "up"), ("on", "your"), ("roll", "over"), ("turn", "over"), ("flip", "over"),
    ("roll", "onto"), ("shoes", "off"), ("up", "here"), ("sit", "up"), ("other", "side"), ("lie", "down"),
    ("lay", "down"), ("lie", "back"),
})  # fmt: skip
_LONGEST_POSE = 9
_BODY = frozenset({"back", "stomach", "belly", "tummy", "side", "front", "feet"})
_HANDS = frozenset({
    ("i", "press"), ("i", "push"), ("i", "spring"), ("i'm", "pressing"), ("i'm", "pushing"), ("i", "touch"),
})  # fmt: skip


def takes_up_hands(view: View, statement: Statement) -> bool:
    """Tell whether an examiner lays the patient down or says to be pressing: what follows is felt, and read on no film.

    Args:
        view: The document's words.
        statement: The statement; what a patient says is none.
    """
    if statement.turn < 0 or statement.speaker == "patient":
        return False
    said = view.norms[statement.start : statement.end]
    pairs = set(pairwise(said))
    if pairs & _HANDS or (statement.asks and len(said) <= _LONGEST_POSE and not words("sore").isdisjoint(said)):
        return True
    posed = pairs & _POSES if len(said) <= _LONGEST_POSE else ()
    return bool(posed) and (posed != {("on", "your")} or not _BODY.isdisjoint(said))


def command_at(view: View, statement: Statement, verbs: frozenset[str]) -> int | None:
    """Return the index of the verb of a command that opens a statement.

    Args:
        view: The document's words.
        statement: The statement; what a patient says is none.
        verbs: The verbs.

    Returns:
        The index; None where the statement opens with no command of the list.
    """
    if statement.turn < 0 or statement.speaker == "patient":
        return None
    opening = Chunk(statement.start, min(statement.end, statement.start + _REACH))
    if verbs.isdisjoint(view.norms[opening.start : opening.end]):
        return None
    named = {index for place in view.places(opening) for index in range(place.start, place.end)}
    for index in range(*opening):
        word = view.norms[index]
        if index in named and word not in verbs:
            continue
        if word in verbs:
            return index
        bids = word == "you" and view.norms[index - 1] in _WISHING
        if word[0].isalnum() and word not in words("before_command") and not bids:
            return None
    return None
