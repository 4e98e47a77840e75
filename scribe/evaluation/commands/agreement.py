"""`scribe eval agreement`: how much two annotators agree."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from scribe.errors import InputError
from scribe.evaluation.annotators import Agreement, Share, agreement
from scribe.evaluation.commands.printing import write
from scribe.evaluation.dataset import load_all

_NOTHING = "–"  # noqa: RUF001  # the dash of tables
_HEADS = ("", "both", "only 1st", "only 2nd", "found by both", "overlap", "same words")
_FIELD_HEADS = ("", "units", "agreed", "kappa", "alpha")
_NAME = 24
_COUNT = 10
_SHARE = 20

First = Annotated[Path, typer.Argument(metavar="A", help="Cases of one annotator: a JSONL file, or a folder of them.")]
Second = Annotated[Path, typer.Argument(metavar="B", help="The same cases and texts, as another one labelled them.")]


def compare_annotators(
    first: First,
    second: Second,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Write all figures as JSON.")] = False,
) -> None:
    """Measure how much two annotators of the same texts agree, field by field.

    Exit codes: 0 measured; 2 bad usage or input.
    """
    ones, others = ([case for dataset in load_all([path]) for case in dataset.cases] for path in (first, second))
    try:
        found = agreement(ones, others)
    except ModuleNotFoundError as error:
        raise InputError(f"Agreement needs {error.name}: install scribe[eval].") from None
    write([found.model_dump_json(indent=2)] if as_json else table(found))


def table(found: Agreement) -> Iterator[str]:
    """Write an agreement as lines of text.

    Args:
        found: The agreement.
    """
    lone = f"only by the first: {len(found.only_first)}; only by the second: {len(found.only_second)}"
    yield f"Cases by both annotators: {found.cases}; {lone}"
    yield ""
    yield _line(_HEADS[0], _HEADS[1:4], _HEADS[4:])
    for span in found.spans:
        counts = (str(span.both), str(span.only_first), str(span.only_second))
        yield _line(span.part, counts, [_shown(share) for share in (span.found, span.overlap, span.exact)])
    yield ""
    yield _line(_FIELD_HEADS[0], _FIELD_HEADS[1:2], _FIELD_HEADS[2:])
    for field in found.fields:
        shares = [_shown(share) for share in (field.agreed, field.kappa, field.alpha)]
        yield _line(f"{field.part} {field.field}", [str(field.units)], shares)
    yield ""
    yield "In brackets 95 % intervals over cases; – is what cannot be told: nothing to count, or one value only."  # noqa: RUF001  # as above


def _line(name: str, counts: tuple[str, ...] | list[str], shares: tuple[str, ...] | list[str]) -> str:
    cells = [f"{name:{_NAME}}", *(f"{count:>{_COUNT}}" for count in counts), *(f"  {one:{_SHARE}}" for one in shares)]
    return "".join(cells).rstrip()


def _shown(share: Share) -> str:
    if share.value is None:
        return _NOTHING
    bounds = f" [{share.interval.low:.3f}, {share.interval.high:.3f}]" if share.interval else ""
    return f"{share.value:.3f}{bounds}"
