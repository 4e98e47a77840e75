"""What stands below a heading that says how it is meant: `RETURN IF`, `Denies:`, `DIFFERENTIAL`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.hypotheticals import has_result
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_MEANT = ("before", "urging", "person", "teaching")
_SAID = ("neuro", "tart", "lesions", "conditions", "imaging", "care")
_LONGEST = 12
_OPENING = 3
_LEADING = frozenset({"=", "\u2192", ">", ":"})
_RIVALS = frozenset({"differential", "differentials", "ddx"})
_MIGHT = frozenset({"could", "can", "might", "may", "would", "list", "cause", "causes", "hurts", "explains"})
_CHOOSING = frozenset({"or", "versus", "vs"})
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
_AROUND = 4
_WHEN = frozenset({"next", "later", "today", "tomorrow", "so", "both", "two", "not"})
_REVIEWED = frozenset({"imaging", "records"})
_TRAILING = frozenset({
    "for", "if", "with", "of", "you", "have", "any", "the", "following", "include", "immediately", "today",
})  # fmt: skip


def headed(view: View) -> Iterator[Assertion | None]:
    """Tell for each statement of a note how the heading of its list asserts it, if one does.

    A list ends with an empty line, with its section, and where the next heading stands.
    """
    meant: Assertion | None = None
    previous: Statement | None = None
    for statement in view.statements:
        if statement.turn >= 0:
            yield "hypothetical" if _sends(view, statement) else "possible" if _lists_rivals(view, statement) else None
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
        yield None if heads else "hypothetical" if _directs(view, statement) else meant
        previous = statement


def _goes_on(view: View, previous: Statement, statement: Statement) -> bool:
    """Tell whether a statement stands in the paragraph of the one before it, or in the same line."""
    start, end = view.tokens.spans[previous.end - 1][1], view.tokens.spans[statement.start][0]
    return previous.section == statement.section and "\n\n" not in view.text[start:end].replace(" ", "")


def _sends(view: View, statement: Statement) -> bool:
    """Tell whether somebody is told where to go with any of what is named, as in `Any new weakness, call me`."""
    said = view.norms[statement.start : statement.end]
    opens = words("any_new").intersection(said[:_OPENING])
    return bool(opens) and not statement.asks and not words("destinations").isdisjoint(said)


def _lists_rivals(view: View, statement: Statement) -> bool:
    """Tell whether one clinician tells another what else it could be, as in `What else hurts there?`, `A facet.`."""
    if statement.speaker == "patient" or statement.asks:
        return False
    if _is_of_two(view, statement):
        return True
    if statement.turn == 0 or statement.speaker != "clinician":
        return False
    before = view.document.turns[statement.turn - 1]
    if before.speaker != "clinician":
        return False
    asked = view.tokens.between(before.span)
    said = view.norms[max(asked.start, asked.stop - _LONGEST) : asked.stop]
    others = "what" in said and "else" in said and not _MIGHT.isdisjoint(said)
    return said[-1:] == ["?"] and (others or not _RIVALS.isdisjoint(said))


def _is_of_two(view: View, statement: Statement) -> bool:
    """Tell whether a statement names what one of two may be: `I have two candidates. A sprain, or a dysfunction.`."""
    if _CHOOSING.isdisjoint(view.norms[statement.start : statement.end]):
        return False
    before = view.statements_before(statement)[-1:]
    said = [view.norms[at] for one in before if one.turn == statement.turn for at in range(one.start, one.end)]
    rivals = _RIVAL_NAMES if _ONE_OF.isdisjoint(said) else _RIVAL_NAMES | _SORTS
    counted = any(one in _FEW and not rivals.isdisjoint(behind) for one, *behind in _threes(said))
    undecided = counted or not _EVEN.isdisjoint(said)
    return undecided and any(_parts_two(view, statement, at) for at in range(statement.start, statement.end - 1))


def _parts_two(view: View, statement: Statement, at: int) -> bool:
    """Tell whether a word sets what stands beside it against something else, unlike the or of `today or next week`."""
    if view.norms[at] not in _CHOOSING or view.norms[at + 1] in _WHEN:
        return False
    beside = Chunk(max(statement.start, at - _AROUND), min(statement.end, at + _AROUND))
    return any(_says(view, table, beside) for table in ("lesions", "conditions"))


def _threes(said: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(said, said[1:], said[2:], strict=False)


def _directs(view: View, statement: Statement) -> bool:
    """Tell whether a note says where to go with what it lists, as in `weak legs -> ED` or `new numbness = call`."""
    norms = view.norms
    if has_result(view, statement):
        return False
    return any(
        norms[index] in _LEADING and words("destinations").intersection(norms[index + 1 : index + 4])
        for index in range(statement.start + 1, statement.end - 1)
    )


def _heads(view: View, statement: Statement) -> bool:
    """Tell whether a statement is a line of its own that looks like a heading: in capitals, or with a colon."""
    if statement.end - statement.start > _LONGEST:
        return False
    start, end = view.tokens.cover(statement.start, statement.end)
    line = view.text[slice(*view.document.lines[statement.line - 1])].strip()
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
