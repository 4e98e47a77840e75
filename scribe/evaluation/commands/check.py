"""`scribe eval check`, `scribe eval schema`: whether labels keep the contract, and the contract itself."""

import json
from typing import Annotated

import typer

from scribe.evaluation.checks import check
from scribe.evaluation.commands.printing import DATASETS, Datasets, write
from scribe.evaluation.dataset import Fault, Half, case_schema


def check_datasets(
    datasets: Datasets = None,
    *,
    half: Annotated[
        Half, typer.Option(help="Whose warnings are shown: cases at even places, at odd places, or all. Errors always.")
    ] = "development",
) -> None:
    """Check labels: the contract, verbatim quotes, codes, duplicates, and what the rules derive from the findings.

    Exit codes: 0 no error, warnings or not; 1 an error; 2 bad usage, or a file that cannot be read.
    """
    faults = [*check(datasets or [DATASETS])]
    shown = [fault for fault in faults if fault.is_error or half in {"all", _half(fault)}]
    for fault in shown:
        case = f"{fault.case}: " if fault.case else ""
        write([f"{fault.path}:{fault.line}: {'error' if fault.is_error else 'warning'}: {case}{fault.message}"])
    errors = sum(fault.is_error for fault in faults)
    hidden = f", {len(faults) - len(shown)} of them not shown: see --half" if len(shown) < len(faults) else ""
    write([f"{errors} errors, {len(faults) - errors} warnings{hidden}"])
    raise typer.Exit(1 if errors else 0)


def _half(fault: Fault) -> Half:
    return "held-out" if fault.is_held_out else "development"


def print_schema() -> None:
    """Print the JSON Schema of a labelled case, one line of a dataset."""
    write([json.dumps(case_schema(), indent=2, ensure_ascii=False)])
