"""What somebody who writes for a clinician reads back, and the clinician confirms: `SD in C and T.` / `Correct.`."""

from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_ANSWER = 6


def is_read_back(view: View, statement: Statement) -> bool:
    """Tell whether a clinician confirms what a scribe or an assistant says.

    Args:
        view: The document's words.
        statement: What is said by somebody who is neither the clinician nor the patient.
    """
    turns, following = view.document.turns, statement.turn + 1
    if statement.turn < 0 or following >= len(turns) or turns[following].speaker != "clinician":
        return False
    label = (turns[statement.turn].label or "").lower().replace(".", "").split()
    if words("note_takers").isdisjoint(label):
        return False
    answer = view.tokens.between(turns[following].span)
    said = view.norms[answer.start : min(answer.stop, answer.start + _ANSWER)]
    clause = said[: next((at for at, word in enumerate(said) if word in {".", "!", "?"}), len(said))]
    denied = any(word in words("denials") or word.endswith("n't") for word in clause)
    return not denied and not words("confirming_back").isdisjoint(clause)
