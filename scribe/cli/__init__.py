"""The command line: arguments in, exit code out."""

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from scribe.cli.commands import check, code, evaluate, explain, query, read, replay, schema
from scribe.cli.files import PAGE_WIDTH, write
from scribe.errors import ScribeError
from scribe.options import grouped
from scribe.version import __version__

# A pretty traceback would print the locals, texts among them.
app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": PAGE_WIDTH},
)


@app.callback(invoke_without_command=True)
def scribe(
    context: typer.Context, *, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> None:
    """Turn spine and manual-medicine notes and transcripts into checked ICD-10-CM codes.

    Every code rests on a quote from the document. Nothing leaves this machine, unless a model is to read it.

    Exit codes: 0 fine; 1 check found an issue of severity error; 2 bad usage, or input that cannot be used; 3 a model
    left a part of the document unread, or all of it, as the report says.
    """
    if version:
        write(f"scribe {__version__}\n")
    elif context.invoked_subcommand is None:
        sys.stderr.write(f"{context.get_help()}\n")
        raise typer.Exit(2)


for _command in (code, read, check, query, replay, explain, schema):
    app.command()(grouped(_command))
# Its options are those of its own commands, which only it needs to know.
app.command("eval", add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})(
    evaluate
)


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What follows `scribe` on the command line.

    Returns:
        Exit code: 0 fine, 1 `check` found an error, 2 bad usage or input, 3 a document was read in part.
    """
    try:
        return int(app(args=[*arguments], prog_name="scribe", standalone_mode=False) or 0)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        remedy = f" See {context.command_path} --help." if context else ""
        return _refuse(f"{error.format_message()}{remedy}")
    except ScribeError as error:
        return _refuse(str(error))


def reference() -> str:
    """Return the page of all commands: what `--help` prints on a terminal of 100 columns."""
    from scribe.evaluation.cli import app as evaluation  # noqa: PLC0415  # whoever codes a note measures nothing

    return "\n\n".join(["# Command line", *_pages(app, "scribe"), *_pages(evaluation, "scribe eval")]) + "\n"


def _pages(commands: typer.Typer, name: str) -> Iterator[str]:
    group = typer.main.get_group(commands)
    # The formatter keeps two columns free.
    top = group.make_context(name, [], resilient_parsing=True, terminal_width=PAGE_WIDTH - 2)
    yield _page(name, group.get_help(top))
    for own, command in group.commands.items():
        if own != "eval":
            context = command.make_context(own, [], parent=top, resilient_parsing=True)
            yield _page(context.command_path, command.get_help(context))


def _page(name: str, text: str) -> str:
    return f"## `{name}`\n\n```text\n{text}\n```"


def _refuse(message: str) -> int:
    sys.stderr.write(f"scribe: {' '.join(message.split())}\n")
    return 2
