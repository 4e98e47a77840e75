"""Write what is generated: the schemas, the pages of rules and commands, and the report in the README.

Run it as `make docs`; the tests compare every file with what this script would write.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from runpy import run_path

from scribe.cli import reference
from scribe.evaluation.dataset import case_schema
from scribe.rules.page import render
from scribe.schema import Document, Extraction, Finding, Record, Report

ROOT = Path(__file__).parent.parent
EXAMPLE = "examples/osteopathic_note.txt"


def pages() -> dict[str, str]:
    """Return the text of every generated file by its path in the repository."""
    writers: dict[str, Callable[[], str]] = {
        "docs/rules.md": render,
        "docs/cli.md": reference,
        "docs/briefs.md": briefs,
        "docs/recorded.md": recorded,
        "README.md": readme,
        "schemas/report.json": lambda: schema(Report),
        "schemas/extraction.json": lambda: schema(Extraction),
        "schemas/document.json": lambda: schema(Document),
        "schemas/case.json": lambda: json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n",
    }
    return {path: write() for path, write in writers.items()}


def briefs() -> str:
    """Return the page of the briefs, which a script of its own renders."""
    page: str = run_path(str(Path(__file__).with_name("render_briefs.py")))["render"]()
    return page


def recorded() -> str:
    """Return the page of the recorded answers, which a script of its own renders."""
    page: str = run_path(str(Path(__file__).with_name("render_recorded.py")))["render"]()
    return page


def schema(record: type[Record]) -> str:
    """Return the JSON Schema of a record, with the docstring of each field as its description."""
    exported = record.model_json_schema()
    shared = Finding.model_json_schema()["properties"]
    for definition in exported.get("$defs", {}).values():
        for field, value in definition.get("properties", {}).items():
            # pydantic leaves out the docstrings of inherited fields, and only findings inherit.
            value.setdefault("description", shared.get(field, {}).get("description"))
    return json.dumps(exported, indent=2, ensure_ascii=False) + "\n"


def readme() -> str:
    """Return the README with the report of its example as it is now."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, _, rest = text.partition("<!-- report -->\n")
    _, _, after = rest.partition("<!-- end of report -->\n")
    report = run("code", EXAMPLE)
    return f"{before}<!-- report -->\n```\n{report.rstrip()}\n```\n<!-- end of report -->\n{after}"


def run(*arguments: str) -> str:
    """Return what `scribe` prints for arguments, as into a pipe."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "90", "TERMINAL_WIDTH": "90", "LINES": "50"}
    command = [sys.executable, "-m", "scribe", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    return done.stdout


def main() -> None:
    """Write every generated file that is not current."""
    for path, text in pages().items():
        target = ROOT / path
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")
            print(f"wrote {path}")


if __name__ == "__main__":
    main()
