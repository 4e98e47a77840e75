"""The arguments and options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from scribe.extraction.llm.modes import Mode
from scribe.schema import Discipline, Kind, Payer, Visit

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
PayerOption = Annotated[Payer | None, typer.Option("--payer", help="Who pays: it decides the order of codes.")]
DisciplineOption = Annotated[Discipline | None, typer.Option("--discipline", help="The clinician's field.")]
VisitOption = Annotated[Visit | None, typer.Option("--visit", help="First visit for this complaint, or a later one.")]
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
ReaderOption = Annotated[
    Literal["lexicon", "llm"],
    typer.Option("--reader", help="Who reads: the built-in lexicon, or a language model that --model names."),
]
ModelOption = Annotated[str, typer.Option("--model", metavar="NAME", help="Name of the model, for --reader llm.")]
ServerOption = Annotated[
    str,
    typer.Option(
        "--base-url", metavar="URL", help="Any OpenAI-compatible server; otherwise OpenAI's, with OPENAI_API_KEY."
    ),
]
ModeOption = Annotated[
    Mode, typer.Option("--mode", help="How the model is held to the form: by JSON Schema, as a tool, or only asked.")
]
Target = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal.")]
