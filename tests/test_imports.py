"""What `import scribe` brings along, and the names it offers."""

import subprocess
import sys

import scribe

HEAVY = ("openai", "instructor", "fastapi", "polars", "rich", "asyncio", "simple_icd_10_cm")


def test_import_loads_nothing_heavy() -> None:
    """A bare import loads no model client, no web framework, no frames and no renderer."""
    code = f"import scribe, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    assert done.stdout == "[]\n"


def test_public_names_are_sorted_and_exist() -> None:
    """`__all__` lists every public name once, in order."""
    assert list(scribe.__all__) == sorted(scribe.__all__)
    assert [name for name in scribe.__all__ if not hasattr(scribe, name)] == []
