"""What words leave open: which of two spaces is narrow, which of two things it is, and what else it could be.

`Canal versus foramen, unclear`, `I have two candidates. A sprain, or a dysfunction.`, `What else hurts there?`.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import naming, saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Turn

_APART = 6
_NEAR = 10
_DENYING = frozenset({"no", "without", "nor", "neither"})


def open_choice(view: View, statement: Statement) -> Chunk | None:
    """Return the words of a statement that name a canal and a foramen without deciding between them, if some do."""
    spaces = [hit for hit in view.terms("lesions", statement) if hit.term.role == "compartment"]
    for first, second in pairwise(spaces):
        if first.term.value != second.term.value and _leaves_open(view, statement, first, second):
            return Chunk(first.start, second.end)
    return None


def _leaves_open(view: View, statement: Statement, first: Hit, second: Hit) -> bool:
    between = view.norms[first.end : second.start]
    if len(between) > _APART:
        return False
    if not words("versus").isdisjoint(between):
        return True
    before = view.norms[max(statement.start, first.start - _NEAR) : first.start]
    after = view.norms[second.end : min(statement.end, second.end + _NEAR)]
    return "or" in between and _DENYING.isdisjoint(before) and not words("unsettled").isdisjoint([*before, *after])


_LONGEST_QUESTION = 12
_RIVALS = frozenset({"differential", "differentials", "ddx"})
_MIGHT = frozenset({"could", "can", "might", "may", "would", "list", "cause", "causes", "hurts", "explains"})
_EVEN = frozenset({"toss-up", "tossup", "toss", "fifty-fifty", "undecided", "unsure", "torn", "guessing"})
"""Words of who cannot tell which it is."""
_FEW = frozenset({"two", "three", "2", "3", "couple", "few", "several"})
_RIVAL_NAMES = frozenset({
    "names", "candidates", "possibilities", "suspects", "explanations", "ideas", "theories", "contenders", "guesses",
    "hypotheses", "items", "answers", "stories",
})  # fmt: skip
_SORTS = frozenset({"things", "options", "diagnoses", "causes", "reasons"})
"""Names of rivals only where one of them is meant, as in `It is one of two things.`."""
_ONE_OF = frozenset({"either", "could", "might", "may", "one"})
_RIVALING = ("lesions", "conditions")
"""The tables of what may be set against something else."""
_COUNTED = frozenset({"one", "two", "three", "first", "second", "third", "1", "2", "3"})
_AFTER_NUMBER = frozenset({",", "is", "was", "-", ":", ".", "would", "could", "it's", "a", "an", "the"})
_WEIGHING = frozenset({
    "between", "could", "might", "may", "worried", "worry", "chase", "rule", "either", "mind", "differential",
    "possibilities", "candidates", "suspects", "contenders", "possible", "possibly",
})  # fmt: skip
_AROUND = 4
_WHEN = frozenset({"next", "later", "today", "tomorrow", "so", "both", "two", "not"})


@lru_cache(maxsize=1)
def may_list_rivals(view: View) -> frozenset[int]:
    """Return where the statements start that may tell what else it could be."""
    answering = _answering(view)
    answers = (statement.start for statement in view.statements if statement.turn in answering) if answering else ()
    return (_versus(view) | _items(view)).union(answers)


def lists_rivals(view: View, statement: Statement) -> bool:
    """Tell whether one clinician tells another what else it could be, as in `What else hurts there?`, `A facet.`.

    Args:
        view: The document's words.
        statement: A statement of a transcript.
    """
    if statement.speaker == "patient" or statement.asks:
        return False
    answers = statement.speaker == "clinician" and statement.turn in _answering(view)
    return answers or _is_of_two(view, statement) or _is_weighed_item(view, statement)


@lru_cache(maxsize=1)
def _answering(view: View) -> frozenset[int]:
    """Return the turns in which a clinician who speaks before has asked what else it could be."""
    others = view.indices(_RIVALS | {"else"}) if "?" in view.said else []
    turns = view.document.turns if others else ()
    starts = [turn.span[0] for turn in turns]
    behind = {bisect_right(starts, view.tokens.spans[at][0]) for at in others} - {0}
    return frozenset(at for at in behind if turns[at - 1].speaker == "clinician" and _asks(view, turns[at - 1]))


def _asks(view: View, turn: Turn) -> bool:
    """Tell whether a turn ends with the question what else it could be."""
    asked = view.tokens.between(turn.span)
    said = view.norms[max(asked.start, asked.stop - _LONGEST_QUESTION) : asked.stop]
    others = "what" in said and "else" in said and not _MIGHT.isdisjoint(said)
    return said[-1:] == ["?"] and (others or not _RIVALS.isdisjoint(said))


@lru_cache(maxsize=1)
def _versus(view: View) -> frozenset[int]:
    """Return where the statements start that set something against something else."""
    rivals = frozenset[int]().union(*(naming(view, table) for table in _RIVALING))
    return rivals & saying(view, words("or_versus"))


def _is_of_two(view: View, statement: Statement) -> bool:
    """Tell whether a statement names what one of two may be: `I have two candidates. A sprain, or a dysfunction.`."""
    if statement.start not in _versus(view):
        return False
    before = earlier_in_turn(view, statement)[-1:]
    said = [word for one in before for word in view.norms[one.start : one.end]]
    rivals = _RIVAL_NAMES if _ONE_OF.isdisjoint(said) else _RIVAL_NAMES | _SORTS
    counted = any(one in _FEW and not rivals.isdisjoint(behind) for one, *behind in _threes(said))
    undecided = counted or not _EVEN.isdisjoint(said)
    return undecided and any(_parts_two(view, statement, at) for at in range(statement.start, statement.end - 1))


@lru_cache(maxsize=1)
def _items(view: View) -> frozenset[int]:
    """Return where the statements start that open with a number and name what may be one of several."""
    rivals = frozenset[int]().union(*(naming(view, table) for table in _RIVALING))
    return frozenset(start for start in rivals & saying(view, _COUNTED) if view.norms[start] in _COUNTED)


def _is_weighed_item(view: View, statement: Statement) -> bool:
    """Tell whether a statement is one of what is weighed: `I'm between two things. One is a rib lesion.`."""
    if statement.start not in _items(view) or view.norms[statement.start + 1] not in _AFTER_NUMBER:
        return False
    return any(_weighs(view, one) for one in earlier_in_turn(view, statement))


def _weighs(view: View, statement: Statement) -> bool:
    """Tell whether a statement counts what it may be: `two things on my list`, `it could be one of three things`."""
    said = view.norms[statement.start : statement.end]
    counted = any(one in _FEW and not (_RIVAL_NAMES | _SORTS).isdisjoint(behind) for one, *behind in _threes(said))
    return counted and (not _WEIGHING.isdisjoint(said) or ("my", "list") in pairwise(said))


def _parts_two(view: View, statement: Statement, at: int) -> bool:
    """Tell whether a word sets what stands beside it against something else, unlike the or of `today or next week`."""
    if view.norms[at] not in words("or_versus") or view.norms[at + 1] in _WHEN:
        return False
    beside = Chunk(max(statement.start, at - _AROUND), min(statement.end, at + _AROUND))
    return any(view.terms(table, beside) for table in _RIVALING)


def _threes(said: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(said, said[1:], said[2:], strict=False)
