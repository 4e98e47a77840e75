"""What a note comes to without a heading of its own: an examination, a diagnosis, lesions, parts of a pasted report.

`S: driving is hard.` goes on with `C: C3 FRSR, pillar tender R`, a line only says `Cervical myelopathy.` or `SD: C, T`,
and `FINDINGS` and `IMPRESSION` stand below the name of a study.
"""

import re
from functools import cache
from itertools import pairwise

from scribe.extraction.lexicon.context.topics import heading_of
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_EXAMINED = frozenset({"examined", "examination", "exam"})
_ELSEWHERE = frozenset({
    "er", "ed", "urgent", "outside", "hospital", "pcp", "prior", "previous", "last", "their", "his",
})  # fmt: skip
_EXAMINING = 3
_FELT = frozenset({
    "boggy", "ropy", "ropey", "ttp", "doughy", "hypertonic", "nontender", "hypertonicity", "bogginess", "tta", "ttc",
    "palpation", "fibrotic", "spongy", "ttx",
})  # fmt: skip
"""Words that nobody says of himself."""


def comes_to_examination(view: View, statement: Statement, previous: Statement | None, *, below: bool) -> bool:
    """Tell whether a history without headings comes to its examination, as in `On examination ...`, or goes on with it.

    What was found elsewhere, as `on exam in the ER`, stays a part of the history.

    Args:
        view: The document's words.
        statement: A statement of a history.
        previous: The statement before it.
        below: Whether the statement before it tells of an examination.
    """
    said = view.norms[statement.start : statement.end]
    opens = not _EXAMINED.isdisjoint(said[:_EXAMINING]) and _ELSEWHERE.isdisjoint(said)
    same_line = previous is not None and previous.line == statement.line and previous.section == statement.section
    return opens or (same_line and below) or _opens_region(view, statement, previous, below=below)


def _opens_region(view: View, statement: Statement, previous: Statement | None, *, below: bool) -> bool:
    """Tell whether a line of a history tells what was found in the region that heads it."""
    if previous is not None and previous.line == statement.line:
        return False
    if heading_of(view, statement) is None:
        return False
    said = view.norms[statement.start : statement.end]
    noted = sum(_position().fullmatch(word) is not None for word in said)
    return below or noted > 0 or not _FELT.isdisjoint(said)


@cache
def _position() -> re.Pattern[str]:
    """Match the shorthand of a position, as in `FRSR`, `ERS` and `SL`."""
    return re.compile(r"[fe]rs[rl]?|[fe]sr[rl]?|nsr[rl]?|[rs][rl]|[rs][rl][rs][rl]")


_DIAGNOSES = frozenset({"dx", "ddx", "diagnosis", "diagnoses"})
_LEADING = 3
_LONGEST = 16
_QUALITIES = frozenset({
    "acute", "chronic", "subacute", "mechanical", "probable", "likely", "suspected", "degenerative", "traumatic",
    "mild", "moderate", "severe", "stable", "known", "recurrent", "postural", "possible", "of", "the", "a", "an",
})  # fmt: skip
_TELLING = frozenset({
    "x", "since", "for", "ago", "has", "had", "have", "reports", "denies", "complains", "c/o", "presents", "here",
    "s/p", "history", "hx", "worse", "better", "when", "no", "not", "?", "started", "began", "rated", "/10",
})  # fmt: skip
"""Words of a story and not of a conclusion."""


def closes_with_diagnosis(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a line of a note without headings only names a diagnosis, after something was examined or seen.

    Args:
        view: The document's words.
        statement: The statement.
        previous: The statement before it.
    """
    if previous is None or previous.line == statement.line or statement.end - statement.start > _LONGEST:
        return False
    named = view.terms("conditions", statement)
    if not named or not _TELLING.isdisjoint(view.norms[statement.start : statement.end]):
        return False
    return _leads_up(view, Chunk(statement.start, named[0].start)) and _is_examined_before(view, statement)


def names_diagnosis(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a line below a report comes to the diagnosis without a colon, as in `Dx lumbar strain`."""
    anew = previous is None or previous.line != statement.line
    return anew and view.norms[statement.start] in _DIAGNOSES


def _leads_up(view: View, before: Chunk) -> bool:
    """Tell whether only a place, a side or a quality stands before a diagnosis."""
    named: list[Item] = [*view.places(before), *view.sides(before)]
    rest = words_beside(view, before, named)
    return len(rest) <= _LEADING and (_QUALITIES | words("list_joins")).issuperset(rest)


def _is_examined_before(view: View, statement: Statement) -> bool:
    """Tell whether an earlier line tells of a test, a palpation or a study."""
    return any(
        hit.term.role in {"sign", "modality"} or (hit.term.table == "tart" and hit.term.role in {"test", "motion"})
        for one in view.statements_before(statement)
        if one.line < statement.line
        for table in ("neuro", "imaging", "tart")
        for hit in view.terms(table, one)
    )


_LABELS = frozenset({":", "-", "\u2013", "\u2014", "=", ">"})
_LETTERS = frozenset({"sd", "sds", "vsc"})
"""Letters that only clinicians use."""


def heads_lesions(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a new line opens with the name of a lesion as its label.

    Args:
        view: The document's words.
        statement: The statement.
        previous: The one before it.
    """
    if statement.turn >= 0 or (previous is not None and previous.line == statement.line):
        return False
    heads = [hit for hit in view.terms("lesions", statement) if hit.term.role in {"head", "weak_head"}]
    if not heads or heads[0].start != statement.start:
        return False
    behind = view.norms[heads[0].end : heads[0].end + 1]
    letters = view.norms[statement.start] in _LETTERS and view.is_capital(statement.start)
    return letters or not _LABELS.isdisjoint(behind)


_HEAD = 3


def opens_report(view: View, statement: Statement, at: int, *, below: bool, reported: bool) -> bool:
    """Tell whether a section is a part of the report of a study that stands right above it.

    The findings below a study are; an impression is where it follows them and
    the clinician's own assessment comes later.

    Args:
        view: The document's words.
        statement: The first statement of the section.
        at: Its place among the statements.
        below: Whether a study is spoken of right above.
        reported: Whether the section above is a part of a report.
    """
    if not below:
        return False
    head = view.norms[max(0, statement.start - _HEAD) : statement.start]
    if "findings" in head:
        return True
    return reported and "impression" in head and _is_assessed_later(view, at)


def is_headed(view: View, previous: Statement, statement: Statement) -> bool:
    """Tell whether a heading stands between two statements."""
    between = view.norms[previous.end : statement.start]
    return previous.section != statement.section or any(word.isalpha() for word in between)


def _is_assessed_later(view: View, after: int) -> bool:
    """Tell whether a further head of an assessment stands behind a statement."""
    return any(
        later.section == "assessment" and is_headed(view, before, later)
        for before, later in pairwise(view.statements[after:])
    )


_LONGEST_CODE = 12
"""Characters of a code with the marks behind it."""


def is_coded(view: View, statement: Statement) -> bool:
    """Tell whether a statement ends with the code of what it names, as in `Left C6 radiculopathy (M54.12)`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    start, end = view.tokens.cover(statement.start, statement.end)
    return _code_at_end().search(view.text, max(start, end - _LONGEST_CODE), end) is not None


@cache
def _code_at_end() -> re.Pattern[str]:
    return re.compile(r"\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\W*\Z")
