"""The options that several commands share, and what they choose."""

import inspect
from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from scribe.errors import InputError
from scribe.extraction.llm.modes import Mode
from scribe.schema import Discipline, Encounter, Kind, Payer, Visit

if TYPE_CHECKING:
    from scribe.extraction.llm.events import Event, FindingArrived
    from scribe.extraction.reader import Reader

# What only some readers need is imported where they are made.
# ruff: noqa: PLC0415

Format = Literal["text", "json", "markdown"]
"""How a report is written."""


def day(text: str) -> date:
    """Read a day.

    Raises:
        typer.BadParameter: It is not written as YYYY-MM-DD.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("write the day as YYYY-MM-DD, such as 2026-03-11.") from None


Source = Annotated[str, typer.Argument(metavar="FILE", help="A note or a transcript, UTF-8; - reads standard input.")]
Written = Annotated[Format, typer.Option("--format", help="How to write the report.")]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="What the document is; otherwise detected.")]
DayOption = Annotated[
    date | None,
    typer.Option("--dos", metavar="YYYY-MM-DD", parser=day, help="Date of service: it decides the code set."),
]
TableOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--table",
        metavar="FILE",
        help="A CSV table of further vocabulary; give several if need be. See docs/vocabulary.md.",
    ),
]
Target = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal.")]


class VisitOptions(NamedTuple):
    """What the user knows of the visit."""

    payer: Annotated[Payer | None, typer.Option("--payer", help="Who pays: it decides the order of codes.")] = None
    discipline: Annotated[Discipline | None, typer.Option("--discipline", help="The clinician's field.")] = None
    visit: Annotated[Visit | None, typer.Option("--visit", help="First visit for this complaint, or a later one.")] = (
        None
    )
    dos: DayOption = None

    def encounter(self) -> Encounter:
        """Return it as a record."""
        return Encounter(date_of_service=self.dos, discipline=self.discipline, visit=self.visit, payer=self.payer)


class ReaderOptions(NamedTuple):
    """Who reads, and how."""

    table: TableOption = None
    reader: Annotated[
        Literal["lexicon", "llm", "double"],
        typer.Option("--reader", help="Who reads: the built-in lexicon, a language model that --model names, or both."),
    ] = "lexicon"
    model: Annotated[str, typer.Option("--model", metavar="NAME", help="Name of the model, for llm and double.")] = ""
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url", metavar="URL", help="Any OpenAI-compatible server; otherwise OpenAI's, with OPENAI_API_KEY."
        ),
    ] = ""
    mode: Annotated[
        Mode,
        typer.Option("--mode", help="How the model is held to the form: by JSON Schema, as a tool, or only asked."),
    ] = "schema"
    prompt: Annotated[
        str,
        typer.Option("--prompt", metavar="NAME/VERSION", help="What the model is told; otherwise extraction/v1."),
    ] = ""
    recall: Annotated[
        int, typer.Option("--recall", metavar="N", help="Passes; from the second on, only for what is missing.")
    ] = 1
    max_cost: Annotated[
        float | None, typer.Option("--max-cost", metavar="USD", help="Send no request that would cost more in all.")
    ] = None
    max_tokens: Annotated[
        int | None, typer.Option("--max-tokens", metavar="N", help="Send no request that would take more in all.")
    ] = None
    rpm: Annotated[int | None, typer.Option("--rpm", metavar="N", help="Requests a minute at most.")] = None
    tpm: Annotated[int | None, typer.Option("--tpm", metavar="N", help="Tokens a minute at most.")] = None
    cache: Annotated[
        Path | None,
        typer.Option(
            "--cache", metavar="FILE", help="Keep answers here and take them from here. It holds quotes of patients."
        ),
    ] = None
    progress: Annotated[
        bool, typer.Option("--progress", help="Show on standard error what happens, findings as they arrive.")
    ] = False

    def chosen(self, listener: "Callable[[Event | FindingArrived], None] | None" = None) -> "Reader":
        """Return the reader.

        Args:
            listener: Who is told what happens while a model reads.

        Raises:
            InputError: The options do not go together, or one is missing.
        """
        from scribe.extraction.lexicon import LexiconReader

        if self.reader == "lexicon":
            if astray := [name for name in _OF_MODELS if getattr(self, name) != self._field_defaults[name]]:
                option = astray[0].replace("_", "-")
                raise InputError(f"--{option} is for a model reader: add --reader llm or --reader double.")
            return LexiconReader(self.table or ())
        if self.reader == "llm":
            if self.table:
                raise InputError("--table is for the built-in reader: leave it out, or choose --reader double.")
            return self._llm(listener)
        from scribe.extraction.double import DoubleReader

        return DoubleReader(self._llm(listener), LexiconReader(self.table or ()))

    def _llm(self, listener: "Callable[[Event | FindingArrived], None] | None") -> "Reader":
        from scribe.extraction.llm.budget import Budget
        from scribe.extraction.llm.limiter import Limiter
        from scribe.extraction.llm.prompts import DEFAULT
        from scribe.extraction.llm.reader import LlmReader

        if not self.model:
            raise InputError(f"--reader {self.reader} needs --model, the model's name as its server knows it.")
        for name in ("max_cost", "max_tokens", "rpm", "tpm"):
            if (limit := getattr(self, name)) is not None and limit <= 0:
                raise InputError(f"--{name.replace('_', '-')} is above 0; leave it out for no limit.")
        return LlmReader(
            model=self.model,
            base_url=self.base_url or None,
            mode=self.mode,
            prompt=self.prompt or DEFAULT,
            recall=self.recall,
            budget=Budget(self.max_cost, self.max_tokens),
            limiter=Limiter(requests=self.rpm, tokens=self.tpm) if self.rpm or self.tpm else None,
            cache=self.cache,
            on_event=listener,
            on_finding=listener,
        )


_OF_MODELS = tuple(name for name in ReaderOptions._fields if name not in {"table", "reader"})
_GROUPS: tuple[type[Any], ...] = (VisitOptions, ReaderOptions)


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take groups of options: a parameter that is a group stands for the options it holds."""
    taken = inspect.signature(command)
    groups = {name: given.annotation for name, given in taken.parameters.items() if given.annotation in _GROUPS}

    @wraps(command)
    def run(**values: Any) -> None:  # noqa: ANN401  # options are of many types
        for name, group in groups.items():
            values[name] = group(**{field: values.pop(field) for field in group._fields})
        command(**values)

    parameters = list(_spread(taken))
    run.__signature__ = taken.replace(parameters=parameters)  # type: ignore[attr-defined]  # typer reads it
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _spread(taken: inspect.Signature) -> Iterator[inspect.Parameter]:
    for parameter in taken.parameters.values():
        if parameter.annotation in _GROUPS:
            yield from _options(parameter.annotation)
        else:
            yield parameter


def _options(group: type[Any]) -> Iterator[inspect.Parameter]:
    for name, annotation in group.__annotations__.items():
        default = group._field_defaults[name]
        yield inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
