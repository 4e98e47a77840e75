"""What is generated is current."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "scripts" / "build_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The generated files as they would be written now."""
    generated: dict[str, str] = _script().pages()
    return generated


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "docs/briefs.md",
        "docs/cli.md",
        "docs/recorded.md",
        "docs/rules.md",
        "schemas/case.json",
        "schemas/document.json",
        "schemas/extraction.json",
        "schemas/report.json",
    ],
)
def test_generated_file_is_current(pages: dict[str, str], path: str) -> None:
    """Every generated file is what `make docs` would write."""
    assert (ROOT / path).read_text(encoding="utf-8") == pages[path]


def test_every_generated_file_is_compared(pages: dict[str, str]) -> None:
    """No generated file escapes the comparison above."""
    assert sorted(pages) == [
        "README.md",
        "docs/briefs.md",
        "docs/cli.md",
        "docs/recorded.md",
        "docs/rules.md",
        "schemas/case.json",
        "schemas/document.json",
        "schemas/extraction.json",
        "schemas/report.json",
    ]
