"""What an examiner tells the patient to do: `Turn your head to the left`, `Lie on your back`."""

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 8


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
    named = {index for place in view.places(opening) for index in range(place.start, place.end)}
    for index in range(*opening):
        word = view.norms[index]
        if index in named and word not in verbs:
            continue
        if word in verbs:
            return index
        if word[0].isalnum() and word not in words("before_command"):
            return None
    return None
