"""Write how sure each rule of the built-in reader has proved: `make precision`.

Judged is every finding that the reader reads in the development halves of the
labelled sets (right: all its fields are those of a label), and in the
development half of the assertion cases every reading of the finding asked
about (right: the assertion). The confidence of a rule is Jeffreys' estimate,
(right + 1/2) / (cases + 1), which few cases leave near a half. The reader was
developed on these halves: on other documents it is somewhat less often right.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from runpy import run_path
from typing import Any, NamedTuple

from scribe.documents import parse
from scribe.evaluation.dataset import GROUPS, Case, label_fields, load
from scribe.evaluation.metrics import key
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.lexicon import confidence as module
from scribe.extraction.lexicon.confidence import COLUMNS
from scribe.schema import Extraction, Finding

ROOT = Path(__file__).parent.parent
DATASETS = ROOT / "eval" / "datasets"
ASSERTIONS = ROOT / "eval" / "benchmarks" / "assertions.py"
MOST_ROUNDS = 5
TARGET = Path(module.__file__).parent / "tables" / "precision.csv"


class Mark(NamedTuple):
    """The judgement of one finding."""

    rule: str
    """The rule that read it."""
    right: bool
    """Whether it was right."""


def main() -> None:
    """Write the table."""
    before, written = "", table([])
    # What several rules read counts for the surest of them, which the table itself tells: it has to settle.
    for _ in range(MOST_ROUNDS):
        if written == before:
            break
        TARGET.write_text(written, encoding="utf-8", newline="\n")
        module.shares.cache_clear()
        marks = [*labelled(cases()), *asserted()]
        before, written = written, table(marks)
    right = sum(mark.right for mark in marks)
    print(f"{TARGET.relative_to(ROOT)}: {len(marks)} findings judged, {right} right")


def cases() -> Iterator[Case]:
    """Yield the cases to judge by."""
    for path in sorted(DATASETS.glob("*.jsonl")):
        yield from load(path).half("development")


def labelled(cases: Iterable[Case]) -> Iterator[Mark]:
    """Judge every finding read in labelled cases; of equal ones each needs a label of its own."""
    for case in cases:
        yield from compared(LexiconReader().read(parse(case.text, case.kind)), case.findings)


def compared(read: Extraction, labels: Extraction) -> Iterator[Mark]:
    """Judge what was read by the labels, on every field that a label has beside its quote."""
    for group in GROUPS:
        fields = label_fields(group)
        left = Counter(key(label, fields) for label in getattr(labels, group))
        for finding in getattr(read, group):
            found = key(finding, fields)
            yield from _mark(finding, right=left[found] > 0)
            left[found] -= 1


def asserted() -> Iterator[Mark]:
    """Judge the assertion of the findings that the cases of the assertion benchmark ask about."""
    benchmark: dict[str, Any] = run_path(str(ASSERTIONS))
    for place, case in enumerate(benchmark["load"](benchmark["CASES"])):
        if benchmark["half_of"](place) == "development":
            read = LexiconReader().read(parse(case.text, case.kind))
            for finding in getattr(read, case.group):
                if all(getattr(finding, name) == value for name, value in case.finding.items()):
                    yield from _mark(finding, right=finding.assertion == case.assertion)


def _mark(finding: Finding, *, right: bool) -> Iterator[Mark]:
    if finding.read_by:
        yield Mark(finding.read_by, right)


def table(marks: Iterable[Mark]) -> str:
    """Write the table of the rules that were judged, in the order of their names."""
    judged, right = Counter[str](), Counter[str]()
    for mark in marks:
        judged[mark.rule] += 1
        right[mark.rule] += mark.right
    lines = (f"{rule},{of},{right[rule]},{estimate(right[rule], of)}" for rule, of in sorted(judged.items()))
    return "\n".join([",".join(COLUMNS), *lines]) + "\n"


def estimate(right: int, judged: int) -> str:
    """Estimate the share of right readings."""
    return f"{(right + 0.5) / (judged + 1):.3f}"


if __name__ == "__main__":
    main()
