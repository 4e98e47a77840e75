"""Arguments in, exit code out: 0 fine, 1 a case failed or a gate did not hold, 2 bad usage or input."""

import sys
from collections.abc import Callable, Mapping, Sequence

import typer

from scribe.errors import ScribeError
from scribe.evaluation.commands.agreement import compare_annotators
from scribe.evaluation.commands.check import check_datasets, print_schema
from scribe.evaluation.commands.compare import compare_runs, renew_baseline
from scribe.evaluation.commands.exchange import export_cases, import_cases
from scribe.evaluation.commands.logs import logs
from scribe.evaluation.commands.report import write_report
from scribe.evaluation.commands.run import measure
from scribe.options import grouped

_STOPPED = 130

# A pretty traceback would print the locals, texts among them.
app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

COMMANDS: Mapping[str, Callable[..., None]] = {
    "run": measure,
    "compare": compare_runs,
    "baseline": renew_baseline,
    "report": write_report,
    "check": check_datasets,
    "schema": print_schema,
    "agreement": compare_annotators,
    "import": import_cases,
    "export": export_cases,
}
"""The commands by their names; the first is meant where none is named."""

for _name, _command in COMMANDS.items():
    app.command(_name)(grouped(_command))
app.add_typer(logs, name="log")


@app.callback()
def evaluation() -> None:
    """Measure readers and rules on labelled cases. Without a command: run."""


def run(arguments: Sequence[str], name: str = "scribe eval") -> int:
    """Run one command.

    Args:
        arguments: What follows the name on the command line.
        name: What the command is called.

    Returns:
        Exit code: 0 fine, 1 a case failed or a gate did not hold, 2 bad usage or input, 130 stopped.
    """
    is_named = arguments and arguments[0] in {"-h", "--help", "log", *COMMANDS}
    try:
        return int(app(args=[*([] if is_named else ["run"]), *arguments], prog_name=name, standalone_mode=False) or 0)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        remedy = f" See {context.command_path} --help." if context else ""
        return _refuse(f"{error.format_message()}{remedy}")
    except ScribeError as error:
        return _refuse(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return _STOPPED


def main() -> None:
    """Run the command that the command line names."""
    sys.exit(run(sys.argv[1:]))


def _refuse(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2
