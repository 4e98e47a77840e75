"""What is wrong with labels, and what to look at again: the checks of a dataset.

An error makes a label unusable, or wrong by the contract. What the rules derive from the labelled findings may differ
from the labelled codes and issues for a good reason, in the rules or in the case: that is a warning.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scribe.evaluation.dataset import GROUPS, Case, Fault, Group, label_fields, read_cases, spread
from scribe.evaluation.matching import key
from scribe.pipeline import assess
from scribe.schema import Finding, Report, Status
from scribe.terminology import CodeSet, code_set


class _Place(NamedTuple):
    """Where a case stands."""

    path: Path
    line: int
    number: int
    case: Case

    def error(self, message: str) -> Fault:
        return Fault(self.path, self.line, self.case.id, self.number, message)

    def warning(self, message: str) -> Fault:
        return self.error(message)._replace(is_error=False)


def check(paths: Iterable[Path]) -> Iterator[Fault]:
    """Yield what is wrong with datasets, file by file and line by line.

    Errors: a line that breaks the contract, a code that cannot be billed on the day of the visit, an id or a label that
    stands twice, a code in two lists that exclude each other. Warnings: a text that stands twice, findings that differ
    in their quote only, and what the rules derive from the labels otherwise than it is labelled.

    Args:
        paths: JSONL files, and folders of them.

    Raises:
        InputError: A file cannot be read, or a folder has no dataset.
    """
    ids: dict[str, Path] = {}
    texts: dict[str, str] = {}
    for path in spread(paths):
        lines = [*read_cases(path)]
        for number, (line, item) in enumerate(lines):
            if isinstance(item, Fault):
                yield item
                continue
            place = _Place(path, line, number, item)
            if item.id in ids:
                yield place.error(f"id: {item.id} stands in {ids[item.id].name} too; give each case its own")
            ids.setdefault(item.id, path)
            words = " ".join(unicodedata.normalize("NFKC", item.text).casefold().split())
            if words in texts:
                yield place.warning(f"text: it is the text of {texts[words]}; one document counts twice")
            texts.setdefault(words, item.id)
            yield from _check_case(place)
        if not lines:
            yield Fault(path, 1, "", 0, "no cases; a dataset has one JSON object a line")


def _check_case(place: _Place) -> Iterator[Fault]:
    yield from _codes(place)
    yield from _repeated(place)
    yield from _derived(place)


def _codes(place: _Place) -> Iterator[Fault]:
    codes, table = place.case.codes, code_set(place.case.encounter.date_of_service)
    for name in ("assign", "query", "never"):
        listed: tuple[str, ...] = getattr(codes, name)
        for code in listed:
            if reason := _unbillable(code, table):
                yield place.error(f"codes.{name}: {code} {reason} in {table.label}")
        yield from (place.error(f"codes.{name}: {code} stands twice") for code in _twice(listed))
    for code in sorted({*codes.assign} & {*codes.query}):
        yield place.error(f"codes.query: {code} is to be assigned; ask only about what is not")
    for code in codes.query:
        if not code.startswith("M99"):
            yield place.warning(f"codes.query: {code} is not of M99, and only M99 codes to query are scored")


def _unbillable(code: str, table: CodeSet) -> str | None:
    entry = table.find(code)
    if entry is None:
        return "does not exist"
    return None if entry.billable else "is a header, which nobody bills,"


def _repeated(place: _Place) -> Iterator[Fault]:
    for group in GROUPS:
        findings: tuple[Finding, ...] = getattr(place.case.findings, group)
        yield from _repeated_in(place, group, findings)
    yield from (place.error(f"issues: {topic} stands twice") for topic in _twice(place.case.issues))


def _repeated_in(place: _Place, group: Group, findings: Sequence[Finding]) -> Iterator[Fault]:
    fields = label_fields(group)
    first: dict[Any, int] = {}
    for i, finding in enumerate(findings):
        before = first.setdefault(key(finding, fields), i)
        if before == i:
            continue
        same = f"findings.{group}[{i}]: the same as [{before}]"
        if finding.evidence[0].quote == findings[before].evidence[0].quote:
            yield place.error(f"{same}; label it once")
        else:
            yield place.warning(f"{same} but for the quote; is it another finding?")


def _derived(place: _Place) -> Iterator[Fault]:
    """Compare codes and issues with what the rules make of the labelled findings."""
    case = place.case
    report = assess(case.text, case.findings, kind=case.kind, encounter=case.encounter)
    assigned = _of_status(report, "assign")
    yield from _differs(place, "codes.assign", case.codes.assign, assigned)
    if {*assigned} == {*case.codes.assign} and assigned != [*case.codes.assign]:
        order = ", ".join(assigned)
        yield place.warning(f"codes.assign: the rules put them in another order, {order}")
    queried = [code for code in _of_status(report, "query") if code.startswith("M99")]
    yield from _differs(place, "codes.query", case.codes.query, queried)
    yield from _differs(place, "issues", case.issues, [issue.topic for issue in report.issues])


def _differs(place: _Place, field: str, labelled: Iterable[str], derived: Iterable[str]) -> Iterator[Fault]:
    said, made = dict.fromkeys(labelled), dict.fromkeys(derived)
    for item in said:
        if item not in made:
            yield place.warning(f"{field}: {item} is labelled, and the rules do not derive it from the findings")
    for item in made:
        if item not in said:
            never = ", which is labelled never" if field == "codes.assign" and item in place.case.codes.never else ""
            yield place.warning(f"{field}: the rules derive {item} from the findings{never}, and it is not labelled")


def _of_status(report: Report, status: Status) -> list[str]:
    found = (suggestion for suggestion in report.suggestions if suggestion.status == status)
    return [suggestion.code for suggestion in sorted(found, key=lambda suggestion: suggestion.rank)]


def _twice(items: Iterable[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]
