"""Verification: how many correct labels are refused, how many wrong fields are accepted.

Labels of the datasets are verified as they are, and again with one field made wrong: another side, region, segment or
mechanism, or `present` where the label says otherwise. What another label of the case claims is no wrong field.
Exits 1 where more than 1 in 100 correct labels is refused, or a field is refused less often than its limit.
"""  # noqa: INP001  # a script: nothing imports it

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from scribe.documents import parse
from scribe.evaluation.dataset import Case, load
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.verification import verify
from scribe.schema import REGIONS, Document, Extraction, Finding, Mechanism

DATASETS = Path(__file__).parents[1] / "datasets"
MOST_REFUSED = 0.01
FEWEST_REFUSED = {"laterality": 0.8, "region": 0.95, "segments": 0.95, "mechanisms": 0.95, "assertion": 0.95}
CLAIMS = ("laterality", "region", "segments", "mechanisms", "assertion")
OTHER_SIDES = {
    "left": ("right", "bilateral"),
    "right": ("left", "bilateral"),
    "bilateral": ("left", "right"),
    "midline": ("left", "right"),
    None: ("left", "right"),
}


class Trial(NamedTuple):
    """A finding with one wrong field."""

    field: str
    """Name of the field."""
    change: str
    """How it was made wrong."""
    finding: Finding
    """The finding as it is claimed."""


def main() -> int:
    """Measure, print two tables, and say whether the limits hold."""
    options = parse_options()
    refused, accepted = Counter[tuple[str, ...]](), defaultdict[tuple[str, ...], Counter[bool]](Counter)
    for name, case in cases_of(options.files, options.half):
        document = parse(case.text, case.kind)
        labels = ground_extraction(document, case.findings)
        for group, finding in located(verify(document, labels)):
            refused[name, group, "labels"] += 1
            for field in {"any", *finding.unverified} if finding.unverified else ():
                refused[name, group, field] += 1
            if finding.unverified and options.show in {group, "all"}:
                write(f"{case.id} {group} {described(finding, finding.unverified)}")
        for group, trial in trials(labels):
            named = trial.field in judged(document, group, trial.finding).unverified
            accepted[case.kind, trial.field, trial.change][named] += 1
            if not named and options.show in {trial.field, f"{trial.field} {trial.change}"}:
                write(f"{case.id} {trial.change} {group} {described(trial.finding, (trial.field,))}")
    return show(refused, accepted)


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="JSONL files; the datasets by default")
    parser.add_argument(
        "--half",
        choices=["development", "held-out", "all"],
        default="development",
        help="of datasets that hold cases out",
    )
    parser.add_argument("--show", default="", help="a group, or `all`: the labels refused; a field: its wrong claims")
    options = parser.parse_args()
    if options.show and options.half != "development":
        parser.error("only labels of the development half are shown: add --half development")
    return options


def cases_of(files: list[Path], half: Any) -> Iterator[tuple[str, Case]]:  # noqa: ANN401  # argparse checked it
    """Read the cases with the names of their datasets."""
    for path in files or sorted(DATASETS.glob("*.jsonl")):
        holds_out = path.stem.startswith("dev")
        if holds_out or half != "held-out":
            for case in load(path).half(half if holds_out else "all"):
                yield path.stem, case


def located(extraction: Extraction) -> Iterator[tuple[str, Any]]:
    """List the findings whose quotes stand in their document."""
    for group, findings in extraction:
        for finding in findings:
            if all(evidence.span for evidence in finding.evidence):
                yield group, finding


def judged(document: Document, group: str, finding: Finding) -> Finding:
    """Verify one finding."""
    only = Extraction().model_copy(update={group: (finding,)})
    found: Finding = getattr(verify(document, only), group)[0]
    return found


def trials(labels: Extraction) -> Iterator[tuple[str, Trial]]:
    """Make every wrong claim of a case's labels that no other label makes."""
    claimed = {(group, claims(finding)) for group, finding in located(labels)}
    levels = {segment for lesion in labels.lesions for segment in lesion.segments}
    regions = {getattr(finding, "region", None) for _, finding in located(labels)} - {None}
    for group, finding in located(labels):
        for field, change, value in changes(finding, regions, levels):
            wrong = finding.model_copy(update={field: value})
            if not any(_covers(other, claims(wrong)) for name, other in claimed if name == group):
                yield group, Trial(field, change, wrong)


def claims(finding: Any) -> tuple[Any, ...]:  # noqa: ANN401  # any finding
    """Return what a finding claims, without its quote."""
    return tuple(value for name, value in finding if name not in {"evidence", "unverified"})


def _covers(label: tuple[Any, ...], claim: tuple[Any, ...]) -> bool:
    """Tell whether a label claims the same, or the same of more segments or mechanisms."""
    return all(
        set(mine) <= set(theirs) if isinstance(mine, tuple) else mine == theirs
        for theirs, mine in zip(label, claim, strict=True)
    )


def changes(finding: Any, regions: set[Any], levels: set[str]) -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401  # any finding
    """Name the wrong values of a finding: the field, how it is wrong, and the value."""
    if hasattr(finding, "laterality"):
        side = finding.laterality
        for other in OTHER_SIDES[side]:
            yield "laterality", _side_change(side, other), other
    if hasattr(finding, "region"):
        for region in REGIONS:
            if region != finding.region:
                where = "of the document" if region in regions else "not in the document"
                yield "region", f"{where}, for none" if finding.region is None else where, region
    if getattr(finding, "segments", ()):
        yield from _segment_changes(finding.segments, levels)
    for mechanism in get_args(Mechanism):
        if "stenosis" in getattr(finding, "kind", "") and mechanism not in getattr(finding, "mechanisms", (mechanism,)):
            yield "mechanisms", "another", (mechanism,)
            yield "mechanisms", "one more", (*finding.mechanisms, mechanism)
    if getattr(finding, "assertion", "present") != "present":
        yield "assertion", f"present for {finding.assertion}", "present"


def _side_change(side: str | None, other: str) -> str:
    if side is None:
        return "one for none"
    if other == "bilateral":
        return "both for one"
    return "other" if side in {"left", "right"} else f"one for {side}"


def _segment_changes(segments: tuple[str, ...], levels: set[str]) -> Iterator[tuple[str, str, Any]]:
    first = segments[0]
    letter, number = first.rstrip("0123456789"), first[len(first.rstrip("0123456789")) :]
    if number:
        beside = f"{letter}{int(number) - 1 or int(number) + len(segments)}"
        if beside not in segments:
            yield "segments", "one beside", (beside, *segments[1:])
            yield "segments", "one more", (*segments, beside)
    for level in sorted(levels - set(segments)):
        yield "segments", "of the document", (level,)


def described(finding: Any, fields: Iterable[str]) -> str:  # noqa: ANN401  # any finding
    """Describe some claims of a finding, and its quote."""
    what = {name: value for name, value in finding if name in {*fields, "kind", "component", "condition", "segments"}}
    return f"{what} {finding.evidence[0].quote!r}"


def show(refused: Counter[tuple[str, ...]], accepted: dict[tuple[str, ...], Counter[bool]]) -> int:
    """Print both tables; return 1 where a limit is broken, else 0."""
    code = 0
    write(f"{'correct labels refused':44} {'labels':>6} {'any':>5} " + " ".join(f"{name:>10}" for name in CLAIMS))
    for name, group, kind in sorted(refused):
        if kind == "labels":
            row = [refused[name, group, field] for field in CLAIMS]
            total, wrong = refused[name, group, "labels"], refused[name, group, "any"]
            if total and (any(row) or group in {"lesions", "tart", "neuro", "imaging", "diagnoses"}):
                write(f"{name + ' ' + group:44} {total:6} {wrong:5} " + " ".join(f"{count:10}" for count in row))
            code |= wrong / total > MOST_REFUSED
    write(f"\n{'wrong fields refused':44} {'notes':>18} {'transcripts':>18}")
    for field in CLAIMS:
        changed = sorted({change for _, name, change in accepted if name == field})
        for change in changed:
            cells = [_rate(accepted[kind, field, change]) for kind in ("note", "transcript")]
            write(f"{field + ': ' + change:44} " + " ".join(f"{cell:>18}" for cell in cells))
        both = sum((counts for (_, name, _), counts in accepted.items() if name == field), Counter[bool]())
        write(f"{field:44} {_rate(both):>37}")
        code |= both[True] / max(1, both.total()) < FEWEST_REFUSED[field]
    return int(code)


def _rate(counts: Counter[bool]) -> str:
    return f"{counts[True]}/{counts.total()} {counts[True] / max(1, counts.total()):.3f}"


def write(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
