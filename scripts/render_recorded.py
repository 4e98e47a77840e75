"""Renders docs/recorded.md: the recorded documents as the model, the lexicon and both read them, against the labels."""

import re
from collections.abc import Callable, Mapping, Sequence
from json import dumps, loads
from statistics import mean, median
from typing import Any, NamedTuple

from scribe.evaluation.cassettes import answers
from scribe.evaluation.dataset import GROUPS, Case
from scribe.evaluation.metrics import METRICS, Counts, Share, Tally
from scribe.evaluation.metrics.codes import codes
from scribe.evaluation.recordings import cassette, recorded_cases, recorded_reader, replay
from scribe.evaluation.scores import CaseScores, score, total
from scribe.extraction.double import DoubleReader
from scribe.pipeline import process
from scribe.schema import Report

READERS: Mapping[str, Callable[[Case], Report]] = {
    "model": replay,
    "lexicon": lambda case: process(case.text, kind=case.kind),
    "double": lambda case: replay(case, reader=DoubleReader(recorded_reader())),
}
"""Who reads a case, in the order of the columns."""

SHOWN = (
    "codes.m99_assigned",
    "codes.all_assigned",
    "codes.set_exact",
    "codes.m99_queried",
    "findings.exact",
    "findings.relaxed",
    *(f"{group}.exact" for group in GROUPS if group != "stated_codes"),
    "issues.topics",
    "danger.never_assigned",
    "danger.side_flip",
    "danger.level_flip",
    "danger.polarity_flip",
    "danger.invented_finding",
    "danger.ungrounded_quote",
)
"""The metrics of the table, by key."""

BYTES_PER_TOKEN = 4
"""What a token is taken to be; nobody counted."""

_SHOWN_LINES = re.compile(r"<<<\w+\n(.*)\n\w+>>>", re.DOTALL)
_TAGS = re.compile(r"\d+ (?:\[[^\]]*\] )?")


class Read(NamedTuple):
    """A case as one reader read it."""

    case: Case
    """The case."""
    report: Report
    """The report on it."""
    scores: CaseScores
    """What was counted in it."""


class Talk(NamedTuple):
    """What was said about one document."""

    static: int
    """Bytes that every request begins with: the first message, and the schema of the answer."""
    question: str
    """The message with the document."""
    answer: str
    """The answer to it."""
    reasks: tuple[str, ...]
    """Each further message."""

    @property
    def lines(self) -> list[str]:
        """The document as it is shown."""
        shown = _SHOWN_LINES.search(self.question)
        return shown[1].splitlines() if shown else []

    @property
    def found(self) -> int:
        """The number of findings in the answer."""
        return sum(map(len, loads(self.answer).values()))


def render() -> str:
    """Write the page."""
    cases = recorded_cases()
    reads = {reader: [_read(case, report) for case in cases] for reader, report in READERS.items()}
    talks = [_talk(case) for case in cases]
    reasks = sum(len(talk.reasks) for talk in talks)
    notes, transcripts = (sum(case.kind == kind for case in cases) for kind in ("note", "transcript"))
    return f"""\
# Recorded documents

The {len(cases)} documents of `eval/datasets/recorded.txt`, {notes} notes and {transcripts} transcripts, read by a
model, by the lexicon, and by both (`--reader double`), beside their labels. `make docs` writes this page from the
answers in `cassettes/`, without a network.

No figure here says how well a model of any provider reads. The answers are completions that a language model wrote
outside any provider; a language model also had a part in the labels, and the lexicon was tuned on these documents. What
the figures show is what scribe makes of the same answers today and tomorrow. Expect less on documents of your own.

## Findings, codes, issues

Precision, recall and F1 where something is to be found; else how many of how many. Of dangers, fewer are better. All
are defined in `scribe/evaluation/metrics`.

{_figures(reads)}

## Codes, document by document

What is assigned beside what the labels assign: + too much, - too little.

{_codes(reads)}

## Tokens

A token is taken to be {BYTES_PER_TOKEN} bytes; nobody counted. What is static stands first, so that a provider that
caches prompts takes it for cached from the second document on. A re-ask holds the findings that cannot be used and the
lines that they cite, and nothing of what was said before; these documents took {reasks}.
Means, where nothing else is said.

{_sizes(talks)}
"""


def _read(case: Case, reader: Callable[[Case], Report]) -> Read:
    report = reader(case)
    return Read(case, report, score(case, report))


def _figures(reads: Mapping[str, Sequence[Read]]) -> str:
    metrics = {metric.key: metric for metric in METRICS}
    rows = [
        _row(key, *(_cell(total((one.scores for one in read), metrics[key])) for read in reads.values()))
        for key in SHOWN
    ]
    return "\n".join([_row("", *reads), f"|---|{'--:|' * len(reads)}", *rows])


def _cell(tally: Tally | None) -> str:
    match tally:
        case Counts():
            parts = tally.precision, tally.recall, tally.f1
            return " ".join("-" if part is None else f"{part:.2f}" for part in parts)
        case Share():
            return f"{tally.hits:g} of {tally.total:g}"
        case None:
            return ""


def _codes(reads: Mapping[str, Sequence[Read]]) -> str:
    rows = [
        _row(beside[0].case.id, " ".join(beside[0].case.codes.assign), *map(_differing, beside))
        for beside in zip(*reads.values(), strict=True)
    ]
    return "\n".join([_row("document", "labels", *reads), f"|---|---|{'---|' * len(reads)}", *rows])


def _differing(read: Read) -> str:
    labelled, assigned = {*read.case.codes.assign}, codes(read.report, "assign")
    signed = [
        *(f"+{code}" for code in sorted(assigned - labelled)),
        *(f"-{code}" for code in sorted(labelled - assigned)),
    ]
    return " ".join(signed) or "the same"


def _talk(case: Case) -> Talk:
    (first, answer), *more = answers(cassette(case))
    opening, question = (message["content"] for message in first["messages"])
    static = _bytes(opening) + _bytes(dumps(first["response_format"], ensure_ascii=False))
    return Talk(static, question, answer, tuple(request["messages"][-1]["content"] for request, _ in more))


def _sizes(talks: Sequence[Talk]) -> str:
    """Tell how long a question and its answer are, and how much of a question is the same for all documents."""
    (static,) = {talk.static for talk in talks}
    lines = [line for talk in talks for line in talk.lines]
    sizes: Mapping[str, float] = {
        "static, first in every request: contract, examples, schema": static,
        "around the lines of a question": mean(_bytes(talk.question) - _bytes("\n".join(talk.lines)) for talk in talks),
        "a line of a question, with its words": mean(map(_bytes, lines)),
        "its number, speaker and section": mean(_bytes(line) - _bytes(_TAGS.sub("", line, count=1)) for line in lines),
        "a finding of an answer, with its quotes": mean(_bytes(talk.answer) / max(1, talk.found) for talk in talks),
        "a question, median": median(_bytes(talk.question) for talk in talks),
        "an answer, median": median(_bytes(talk.answer) for talk in talks),
        "the longest re-ask": max((_bytes(reask) for talk in talks for reask in talk.reasks), default=0),
    }
    rows = [_row(what, f"{size:,.0f}", f"{size / BYTES_PER_TOKEN:,.0f}") for what, size in sizes.items()]
    return "\n".join([_row("what", "bytes", "tokens"), "|---|--:|--:|", *rows])


def _bytes(text: str) -> int:
    return len(text.encode())


def _row(*cells: Any) -> str:  # noqa: ANN401  # whatever can be written
    return f"| {' | '.join(map(str, cells))} |"
