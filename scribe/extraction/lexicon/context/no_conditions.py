"""An `if` that puts no condition: it says what brings something on, or that somebody wants a name for what there is."""

from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_IFS = frozenset({"if", "if you"})
_AHEAD = frozenset({
    "can", "may", "could", "might", "would", "will", "should", "must", "we'll", "i'll",
})  # fmt: skip
_BIDDING = frozenset({"don't", "wait", "come", "tell", "worry"})
_UNABLE = frozenset({"can't", "cannot", "can", "couldn't", "not", "don't", "doesn't", "won't"})
_HABIT = 4
_BEFORE_IF = frozenset({",", ":", ";", "and", "but", "so", "that"})
_WANTING = frozenset({
    "need", "needs", "want", "wants", "like", "likes", "prefer", "prefers", "must", "have", "has", "ask", "asks",
    "wonder", "wonders", "insist", "insists", "are", "you're", "anyone's", "anybody's", "is",
})  # fmt: skip
_NAMES = frozenset({
    "name", "word", "words", "line", "sentence", "term", "label", "diagnosis", "answer", "opinion", "ask", "asks",
    "asking", "wonder", "wonders", "wondering", "write", "tell", "curious", "latin", "jargon", "title",
})  # fmt: skip
_WANTED_SOON = 3
_LONGEST = 14


def puts_no_condition(view: View, statement: Statement, hit: Hit) -> bool:
    """Tell whether an if puts no condition.

    Args:
        view: The document's words.
        statement: The statement of the if.
        hit: The if.
    """
    return hit.term.text in _IFS and (_is_habit(view, statement, hit) or _wants_name(view, statement, hit))


def _is_habit(view: View, statement: Statement, hit: Hit) -> bool:
    """Tell whether an if only says what brings something on, as in `if he coughs, pain shoots down the leg`."""
    said = view.norms[statement.start : statement.end]
    opens = hit.start == statement.start or view.norms[hit.start - 1] in _BEFORE_IF
    ahead = not (_AHEAD | words("destinations")).isdisjoint(said)
    ahead = ahead or (statement.speaker == "clinician" and not _BIDDING.isdisjoint(said))
    provoked = view.norms[hit.end : min(hit.end + _HABIT, statement.end)]
    # Of a clinician's `if you can't hold your water` nothing is brought on.
    unable = statement.speaker == "clinician" and not _UNABLE.isdisjoint(provoked)
    brought_on = not words("provoking").isdisjoint(provoked) and not unable
    return opens and brought_on and not ahead and not statement.asks


def _wants_name(view: View, statement: Statement, hit: Hit) -> bool:
    """Tell whether an if only asks for a name: `if you want a word for it, this is a strain`, `if anybody asks, ...`.

    The clause names nothing itself, and a comma closes it.
    """
    if statement.turn < 0 or statement.speaker != "clinician":
        return False
    clause = view.norms[hit.start + 1 : min(statement.end, hit.start + _LONGEST)]
    clause = clause[: clause.index(",")] if "," in clause else []
    wants = not _WANTING.isdisjoint(clause[:_WANTED_SOON]) and not _NAMES.isdisjoint(clause)
    return wants and not findings(view, Chunk(hit.start, hit.start + len(clause) + 1))
