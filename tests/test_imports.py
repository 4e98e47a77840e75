"""What `import scribe` brings along, and the names it offers."""

import subprocess
import sys
from pathlib import Path

import scribe

ROOT = Path(__file__).parent.parent
HEAVY = (
    "openai", "instructor", "tenacity", "httpx2", "fastapi", "polars", "rich", "asyncio", "simple_icd_10_cm", "scipy",
    "altair", "jinja2",
)  # fmt: skip


def test_import_loads_nothing_heavy() -> None:
    """A bare import loads no model client, no web framework, no frames and no renderer."""
    code = f"import scribe, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    assert done.stdout == "[]\n"


def test_the_command_line_validates_nothing_it_made_itself() -> None:
    """`scribe code` starts without pydantic, which would cost as much as its whole work."""
    code = (
        "import sys; from scribe.cli import run; "
        "run(['code', 'examples/osteopathic_note.txt', '--payer', 'medicare']); "
        "sys.stderr.write(str('pydantic' in sys.modules))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    assert done.stderr == "False"


def test_the_model_reader_is_imported_when_it_is_made() -> None:
    """Its modules load without the client; only a reader loads it, and says what to install where it is missing."""
    code = (
        "import sys; from scribe.extraction.llm.reader import LlmReader; "
        f"loaded = [name for name in {HEAVY} if name in sys.modules]; "
        "sys.modules['openai'] = None; "
        "from scribe.errors import InputError\n"
        "try:\n LlmReader(model='m')\nexcept InputError as error:\n print(loaded, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    assert done.stdout == "[] The model reader needs openai: install scribe[llm].\n"


def test_public_names_are_sorted_and_exist() -> None:
    """`__all__` lists every public name once, in order."""
    assert list(scribe.__all__) == sorted(scribe.__all__)
    assert [name for name in scribe.__all__ if not hasattr(scribe, name)] == []
