"""The wheel holds what the code needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  # our own program
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_wheel_holds_every_file_of_the_package(names: set[str]) -> None:
    """Modules, tables and the marker of typed packages are all in the wheel."""
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "scribe").rglob("*") if path.is_file()}
    assert {name for name in files if "__pycache__" not in name} - names == set()


def test_wheel_holds_the_folders_beside_the_package(names: set[str]) -> None:
    """Schemas and prompts move into the package."""
    files = [path for folder in ("prompts", "schemas") for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert {f"scribe/{path.relative_to(ROOT).as_posix()}" for path in files} <= names
    assert {path.parts[len(ROOT.parts)] for path in files} == {"prompts", "schemas"}


def test_wheel_holds_nothing_else(names: set[str]) -> None:
    """Tests, examples and scripts stay out of the wheel."""
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"scribe"}
