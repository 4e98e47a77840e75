"""The examples of the library page run, and print what stands below them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scribe.evaluation.provider import Provider, Step, findings, lesion

PAGE = (Path(__file__).parents[3] / "docs" / "library.md").read_text(encoding="utf-8")
NOTE = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]
EXAMPLES = re.findall(r"## ([^\n]+)\n(?:(?!\n## ).)*?```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
LESION = lesion("L5 FRS right in {}", 2)


def _quote_what_is_shown(body: dict[str, Any]) -> Step:
    """Find the lesion, and quote its line as the request shows it."""
    named = re.search(r"right in (\w+(?: 00417)?)", body["messages"][-1]["content"])
    assert named
    return findings(lesions=[json.loads(json.dumps(LESION).replace("{}", named[1]))])


@pytest.mark.parametrize(("code", "printed"), [example[1:] for example in EXAMPLES], ids=[one[0] for one in EXAMPLES])
def test_an_example(  # noqa: PLR0913, PLR0917  # where an example runs
    provider: Provider,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    code: str,
    printed: str,
) -> None:
    """Run as it stands, in a folder with the note, by a server and key of the environment."""
    if "opentelemetry" in code:
        pytest.importorskip("opentelemetry.sdk", reason="OpenTelemetry is not installed: pip install opentelemetry-sdk")
    provider.script = [_quote_what_is_shown]
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    exec(compile(code, "library.md", "exec"), {"__name__": "example"})  # noqa: S102  # our own page
    assert capsys.readouterr().out == printed
    assert "redactor" not in code or "00417" not in provider.asked[0]


def test_every_example_is_run() -> None:
    """None is passed over for the way in which it is written."""
    assert len(EXAMPLES) == PAGE.count("```python") == 7
