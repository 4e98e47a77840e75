"""Templates of notes: headings that say how their list is meant, and the answers and signs beside their labels.

`RETURN IF`, `Denies:`, `DIFFERENTIAL`; `Numbness: no`, `Weakness (Y/N): N`, `(-) tingling`, `edema 0`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.alternatives import lists_rivals, may_list_rivals
from scribe.extraction.lexicon.context.directions import may_send, sends_away
from scribe.extraction.lexicon.context.operations import names_before_operation
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.view.layout import breaks_before
from scribe.extraction.lexicon.view.saying import statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_MEANT = ("before", "urging", "person", "teaching")
_SAID = ("neuro", "tart", "lesions", "conditions", "imaging", "care")
_LONGEST = 12
_REVIEWED = frozenset({"imaging", "records"})
_TRAILING = frozenset({
    "for", "if", "with", "of", "you", "have", "any", "the", "following", "include", "immediately", "today",
})  # fmt: skip


def headed(view: View) -> Iterator[tuple[int, Assertion]]:
    """Yield where the statements start that the heading of their list, or a question, asserts, and how it does."""
    yield from _asked_for(view)
    yield from _listed(view)


def _asked_for(view: View) -> Iterator[tuple[int, Assertion]]:
    """Yield that of speech: what sends somebody away, and what else it could be."""
    for statement in statements_at(view, may_send(view) | may_list_rivals(view)):
        if statement.turn < 0:
            continue
        if sends_away(view, statement):
            yield statement.start, "hypothetical"
        elif lists_rivals(view, statement):
            yield statement.start, "possible"


def _listed(view: View) -> Iterator[tuple[int, Assertion]]:
    """Yield that of a note, in which a list ends with an empty line, with its section, and where the next heads."""
    meant: Assertion | None = None
    previous: Statement | None = None
    for statement in view.statements:
        if statement.turn >= 0:
            continue
        if previous is not None and not _goes_on(view, previous, statement):
            meant = None
        heading = _heading(view, Chunk(previous.end if previous else 0, statement.start))
        heads = _heads(view, statement)
        if statement.section in _REVIEWED:
            # A study or record that was reviewed is not something that was taught.
            meant = None
        elif heading or heads:
            meant = heading or _heading(view, statement)
        told = None if heads else "hypothetical" if sends_away(view, statement) else meant
        if told is None and names_before_operation(view, Chunk(previous.end if previous else 0, statement.start)):
            told = "historical"
        if told:
            yield statement.start, told
        previous = statement


def _goes_on(view: View, previous: Statement, statement: Statement) -> bool:
    """Tell whether a statement stands in the paragraph of the one before it, or in the same line."""
    start, end = view.tokens.spans[previous.end - 1][1], view.tokens.spans[statement.start][0]
    return previous.section == statement.section and "\n\n" not in view.text[start:end].replace(" ", "")


def _heads(view: View, statement: Statement) -> bool:
    """Tell whether a statement is a line of its own that looks like a heading: in capitals, or with a colon."""
    if statement.end - statement.start > _LONGEST:
        return False
    start, end = view.tokens.cover(statement.start, statement.end)
    line = view.text[slice(*view.lines[statement.line - 1])].strip()
    said = view.text[start:end]
    alone = line.startswith(said) and len(line) <= len(said) + 1 and (said.isupper() or line.endswith(":"))
    return alone and not any(_says(view, table, statement) for table in _SAID)


def _says(view: View, table: str, part: Item) -> bool:
    return any(hit.term.role != "value" and hit.term.value != "unremarkable" for hit in view.terms(table, part))


def _heading(view: View, said: Statement | Chunk) -> Assertion | None:
    """Return what the cue that closes a heading makes of the list below it."""
    if said.end - said.start > _LONGEST:
        return None
    end = said.end
    while end > said.start and (not view.norms[end - 1].isalnum() or view.norms[end - 1] in _TRAILING):
        end -= 1
    meant = {*_MEANT, "after"} if view.norms[said.end - 1] == ":" else _MEANT
    closing = [hit for hit in view.terms("cues", said) if hit.term.role in meant and end <= hit.end]
    # `Hx:` heads what is told of today; that of former times says so: `PMH`, `Past hx`.
    closing = [hit for hit in closing if view.norms[hit.start - 1] != "=" and hit.term.text != "hx"]
    return _meant(closing[0]) if closing else None


def _meant(hit: Hit) -> Assertion:
    return hit.term.value or "hypothetical"  # type: ignore[return-value]  # the table holds the schema's words


_LABELS = frozenset({":", "?", "=", "]", ")", "☐", "☑", "☒", "✓", "✔", "-", "|"})
_ENDS = frozenset({",", ";", ".", "[", "(", "☐", "☑", "☒", "|", "/", "but"})
_SIDES = frozenset({"l", "r", "b"})
_WIDE = 2
_LABEL = 3
"""Words of a label at most."""
_BESIDE = 3
_TICKS = frozenset({"✓", "✔", "☑"})
_CROSSES = frozenset({"✗", "✘", "☒"})
_SIGNED = ("neuro", "tart", "conditions")


class Mark(NamedTuple):
    """A word or sign that denies the words before or after it."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    role: str
    """`before` or `after` what it denies."""
    answer: int
    """Index of the answer itself, which stands behind its label and the choices."""


def find_marks(view: View, statement: Statement) -> Iterator[Mark]:
    """Find the answers and signs of a note's statement that deny what stands beside them."""
    norms = view.norms
    if statement.turn >= 0:
        return
    for index in range(statement.start, statement.end):
        word = norms[index]
        if index in view.dropped:
            continue
        if word in _CROSSES and _is_crossed(view, statement, index):
            yield Mark(index, index + 1, "before", index)
        elif word == "-":
            yield from _minus(view, statement, index)
        elif word == "0" and _follows_word(view, statement, index) and _ends(view, statement, index + 1):
            yield Mark(index, index + 1, "after", index)
        elif word in words("denials") and _is_answer(view, statement, index):
            yield Mark(_behind_label(view, statement, index), index + 1, "after", index)


def _is_crossed(view: View, statement: Statement, index: int) -> bool:
    """Tell whether a cross stands for a no, as it does beside ticks: `✓ numbness  ✗ weakness`."""
    ticked = not _TICKS.isdisjoint(view.norms[statement.start : statement.end])
    return ticked and index + 1 < statement.end and view.norms[index + 1][0].isalpha()


def _behind_label(view: View, statement: Statement, index: int) -> int:
    """Return where the choices begin of which an answer is one, as in `Numbness (Y/N): [ ] Y [x] N`."""
    start = index
    while start > statement.start and _is_choice(view.norms[start - 1]):
        start -= 1
    return start


def _is_choice(word: str) -> bool:
    return word in words("choices") or not word.isalnum() or word == "x"


def _is_answer(view: View, statement: Statement, index: int) -> bool:
    """Tell whether a no ends its part behind a label, a box or a question: `Foot drop: no`, `Clonus [x] N [ ]`."""
    said = view.norms[statement.start : index]
    if _is_circled(view, index):
        return True
    if _is_left_out(view, index):
        return False
    if not any(word[0].isalnum() and word != "x" for word in said) or not _ends(view, statement, index + 1):
        return False
    if view.norms[index] == "n":
        return view.is_capital(index)
    return view.norms[index - 1] in _LABELS or _follows_finding(view, index)


def _follows_finding(view: View, index: int) -> bool:
    """Tell whether a no stands right behind what it denies, as in `warm no, boggy no`."""
    before = Chunk(max(0, index - _BESIDE), index)
    return view.norms[index] == "no" and any(hit.end == index for hit in findings(view, before))


def _is_circled(view: View, index: int) -> bool:
    """Tell whether an answer is the one that brackets mark among several, as in `Numbness: Y / [N]`."""
    around = view.norms[index - 1 : index] + view.norms[index + 1 : index + 2]
    beside = view.norms[index - 3 : index - 1] if index > 2 else []  # noqa: PLR2004  # the other answer and its slash
    return around in (["[", "]"], ["(", ")"]) and beside[1:] == ["/"] and beside[0] in words("choices")


def _is_left_out(view: View, index: int) -> bool:
    """Tell whether brackets mark the answer before this one, as in `Numbness: [Y] / N`."""
    opening, other, closing, slash = view.norms[index - 4 : index] if index > 3 else [""] * 4  # noqa: PLR2004  # four tokens
    return (opening, closing) in {("[", "]"), ("(", ")")} and slash == "/" and other in words("choices")


def _minus(view: View, statement: Statement, index: int) -> Iterator[Mark]:
    """Read a minus: in brackets or bare, after the word that it denies or before it."""
    norms = view.norms
    bracketed = norms[index - 1 : index + 2] == ["(", "-", ")"] and index > statement.start
    start, end = (index - 1, index + 2) if bracketed else (index, index + 1)
    if bracketed and _leads_list(view, statement, index):
        yield Mark(start, end, "before", start)
    elif _follows_word(view, statement, start) and (bracketed or _ends(view, statement, end)):
        yield Mark(start, end, "after", start)
    elif end < statement.end and norms[end][0].isalpha() and (bracketed or _is_signed(view, statement, index)):
        yield Mark(start, end, "before", start)


def _leads_list(view: View, statement: Statement, index: int) -> bool:
    """Tell whether the bracketed signs of a statement stand before their words, as in `ROS (-) fever, (+) tingling`."""
    signs = (at for at in range(statement.start, index + 1) if view.norms[at] in {"-", "+"})
    first = next(at for at in signs if view.norms[at - 1] == "(")
    after = Chunk(first + 2, first + 3)
    earlier = Chunk(statement.start, first)
    before = any(hit.term.role != "value" for table in _SIGNED for hit in view.terms(table, earlier))
    return not before and any(view.terms(table, after) for table in _SIGNED)


def _is_signed(view: View, statement: Statement, index: int) -> bool:
    """Tell whether parts of a statement start with signs, so that a minus is no dash: `+ tingling, - weakness`."""
    if _is_joined_sign(view, index) and sum(_is_joined_sign(view, at) for at in range(*statement[:2])) > 1:
        return True
    opens = index == statement.start or view.norms[index - 1] in {",", ";", ":"}
    inside = index > statement.start or _is_row_of_signs(view, statement) or _is_behind_label(view, index)
    if view.is_joined(index) and inside:
        return opens and (index == 0 or view.text[view.tokens.spans[index][0] - 1].isspace())
    return opens and any(view.norms[chunk.start] == "+" for chunk in statement.chunks)


def _is_behind_label(view: View, index: int) -> bool:
    """Tell whether a sign stands behind the label of its line, as in `MSK: -TTP`, where no bullet does."""
    felt = any(hit.start == index + 1 for hit in view.terms("tart", Chunk(index + 1, index + 2)))
    labelled = index > 0 and view.norms[index - 1] == ":"
    return felt and labelled and not breaks_before(view.text, view.tokens, index)


def _is_joined_sign(view: View, index: int) -> bool:
    """Tell whether a minus is written right before a word and apart from the one before it, as in `-N/T -wkns`."""
    start = view.tokens.spans[index][0]
    return view.norms[index] == "-" and view.is_joined(index) and (start == 0 or view.text[start - 1].isspace())


def _is_row_of_signs(view: View, statement: Statement) -> bool:
    """Tell whether every part of a statement starts with a sign, so that the first one is no bullet."""
    signed = [view.norms[chunk.start] in {"-", "+"} for chunk in statement.chunks]
    return len(signed) > 1 and all(signed)


def _follows_word(view: View, statement: Statement, index: int) -> bool:
    """Tell whether a word stands before a sign, with a space or a bracket between."""
    if index <= statement.start:
        return False
    if view.norms[index - 1] == "=" and index - 1 > statement.start:
        return view.norms[index - 2].isalpha()
    return view.norms[index - 1].isalpha() and view.text[view.tokens.spans[index][0] - 1] in " \t("


def _ends(view: View, statement: Statement, index: int) -> bool:
    """Tell whether a part of a statement ends before a token: there, at a mark, at a last side, or at a wide gap."""
    if index >= statement.end or view.norms[index] in _ENDS:
        return True
    if view.norms[index] in _SIDES:
        return _ends(view, statement, index + 1) or not view.norms[index + 1][0].isalnum()
    gap = view.tokens.spans[index][0] - view.tokens.spans[index - 1][1]
    labels = ":" in view.norms[index + 1 : min(statement.end, index + 1 + _LABEL)]
    return gap > _WIDE or (labels and gap == _WIDE)
