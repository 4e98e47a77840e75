"""`scribe eval export`, `scribe eval import`: cases to and from the tools that people annotate with."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote

import typer

from scribe.errors import InputError
from scribe.evaluation.commands.printing import DATASETS, Datasets, complain
from scribe.evaluation.dataset import Case, load_all
from scribe.evaluation.interchange import inception, label_studio, reviewed
from scribe.evaluation.interchange.contract import labels_of

Tool = Literal["label-studio", "inception"]
"""A tool that takes cases and gives them back."""

Source = Literal["label-studio", "inception", "reviewed"]
"""What cases are made of."""

_TYPES = "typesystem.xml"


def export_cases(
    datasets: Datasets = None,
    *,
    tool: Annotated[Tool, typer.Option("--to", help="The tool.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; made if need be.")],
) -> None:
    """Write cases for a tool, with their labels as annotations, and what its project has to be set up with.

    Exit codes: 0 written; 2 bad usage or input.
    """
    cases = [case for dataset in load_all(datasets or [DATASETS]) for case in dataset.cases]
    for name, text in _exported(tool, cases):
        path = output / name
        if path.exists():
            raise InputError(f"{path} exists: name another folder.")
        _write(path, text)
    complain([f"{len(cases)} cases in {output}. They hold the texts: keep them where those are kept."])


def import_cases(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="What was exported, or reviewed reports.")],
    *,
    source: Annotated[Source, typer.Option("--from", help="The tool, or reviewed for reports that were corrected.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The dataset to write.")],
    annotator: Annotated[
        str | None, typer.Option(metavar="WHO", help="Id or address, where several annotated in Label Studio.")
    ] = None,
) -> None:
    """Make a dataset of what a tool exported, or of reviewed reports.

    Exit codes: 0 written; 2 bad usage or input, or an annotation that breaks the contract.
    """
    if annotator is not None and source != "label-studio":
        raise InputError("--annotator is for Label Studio: in other formats each file has one annotator.")
    if output.exists():
        raise InputError(f"{output} exists: name another file.")
    cases: dict[str, Case] = {}
    for path in files:
        for case in _imported(source, path, annotator):
            if case.id in cases:
                raise InputError(f"{path}: there are two cases {case.id!r}; give each its own id.")
            cases[case.id] = case
    if not cases:
        raise InputError("No annotation is completed: submit the tasks before they are exported.")
    _write(output, "".join(f"{json.dumps(labels_of(case), ensure_ascii=False)}\n" for case in cases.values()))
    complain([f"{len(cases)} cases in {output}. Check them: scribe eval check {output}"])


def _exported(tool: Tool, cases: list[Case]) -> Iterator[tuple[str, str]]:
    """Yield the files for a tool: their names, and what they hold."""
    if tool == "label-studio":
        yield "interface.xml", label_studio.interface()
        yield "tasks.json", json.dumps(label_studio.tasks(cases), ensure_ascii=False, indent=1) + "\n"
        return
    try:
        yield _TYPES, inception.type_system()
    except ModuleNotFoundError as error:
        raise _lacking(error) from None
    for case in cases:
        yield f"{quote(case.id, safe='')}.json", inception.document(case)


def _imported(source: Source, path: Path, annotator: str | None) -> list[Case]:
    try:
        written = path.read_bytes().decode()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    if source == "reviewed":
        return [reviewed.case(written, str(path))]
    if source == "inception":
        try:
            return [inception.case(written, str(path))]
        except ModuleNotFoundError as error:
            raise _lacking(error) from None
    try:
        exported = json.loads(written)
    except (ValueError, RecursionError):
        raise InputError(f"{path}: not JSON.") from None
    return label_studio.cases(exported, annotator=annotator)


def _lacking(error: ModuleNotFoundError) -> InputError:
    return InputError(f"INCEpTION's format needs {error.name}: install scribe[eval].")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
