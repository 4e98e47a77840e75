"""Asks a peer: a script runs in the peer's own environment, is given lines and gives lines back."""  # noqa: INP001

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def run(python: str | Path, script: str, given: str) -> str:
    """Run an adapter on what it is given; what it says in case of an error goes to the terminal."""
    command = [str(python), str(HERE / "adapters" / script)]
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603  # own scripts


def ask(environment: str, script: str, questions: Iterable[dict[str, Any]]) -> list[Any]:
    """Put questions to an adapter, one JSON object a line, and return its answers in their order.

    Args:
        environment: The folder of the peer's environment.
        script: Name of the adapter.
        questions: What is asked.
    """
    lines = "\n".join(map(json.dumps, questions))
    return [json.loads(line) for line in run(python_of(environment), script, lines).splitlines()]


def python_of(environment: str) -> Path:
    """Return the interpreter of an environment."""
    return ROOT / environment / "bin" / "python"


def version(peer: str, environment: str) -> str:
    """Read a peer's version from the requirements of its environment."""
    path = HERE / f"requirements-{environment.removeprefix('.venv-')}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix(f"{peer}==") for line in lines if line.startswith(f"{peer}=="))
