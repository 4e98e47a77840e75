"""`scribe eval export` and `scribe eval import`: files to and from tools."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scribe.evaluation.cli import run
from scribe.pipeline import process


@pytest.fixture
def dataset(tmp_path: Path, label: Callable[..., dict[str, Any]]) -> Path:
    """A dataset of two cases, one with an id that is no name of a file."""
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps(label(id=name), ensure_ascii=False) + "\n" for name in ("a/b", "c")), "utf-8")
    return path


@pytest.mark.parametrize("tool", ["label-studio", "inception"])
def test_there_and_back(dataset: Path, tmp_path: Path, tool: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What comes back is the file that went out, byte for byte."""
    folder, back = tmp_path / "out", tmp_path / "back.jsonl"
    assert run(["export", "--to", tool, "-o", str(folder), str(dataset)]) == 0
    written = sorted(path.name for path in folder.iterdir())
    assert (
        written
        == {
            "label-studio": ["interface.xml", "tasks.json"],
            "inception": ["a%2Fb.json", "c.json", "typesystem.xml"],
        }[tool]
    )
    if tool == "label-studio":
        tasks = json.loads((folder / "tasks.json").read_text("utf-8"))
        done = [{**task, "annotations": [{"result": task["predictions"][0]["result"]}]} for task in tasks]
        (folder / "tasks.json").write_text(json.dumps(done), "utf-8")
    files = [str(folder / name) for name in written if name.endswith(".json")]
    assert run(["import", "--from", tool, "-o", str(back), *files]) == 0
    assert back.read_bytes() == dataset.read_bytes()
    assert "2 cases in" in capsys.readouterr().err
    assert run(["check", "--half", "all", str(back)]) == 0


def test_reviewed_reports(tmp_path: Path) -> None:
    """Each report is a case."""
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    for path, text in zip(paths, ("A: Lumbar somatic dysfunction.", "A: Sacral somatic dysfunction."), strict=True):
        path.write_text(process(text).model_dump_json(), "utf-8")
    back = tmp_path / "back.jsonl"
    assert run(["import", "--from", "reviewed", "-o", str(back), *map(str, paths)]) == 0
    assert [json.loads(line)["codes"]["assign"] for line in back.read_text("utf-8").splitlines()] == [
        ["M99.03"],
        ["M99.04"],
    ]


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that refuses, and return what it says."""
    assert run(arguments) == 2
    return capsys.readouterr().err


def test_nothing_is_overwritten(dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither an export nor a dataset."""
    (tmp_path / "tasks.json").write_text("[]")
    arguments = ["export", "--to", "label-studio", "-o", str(tmp_path), str(dataset)]
    assert "tasks.json exists: name another folder" in refused(arguments, capsys)
    assert (tmp_path / "tasks.json").read_text() == "[]"
    arguments = ["import", "--from", "label-studio", "-o", str(dataset), str(tmp_path / "tasks.json")]
    assert "two.jsonl exists: name another file" in refused(arguments, capsys)


def test_what_cannot_be_imported(dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing completed, a case twice, no JSON, no file, no UTF-8, an annotator where there is one."""
    back = ["-o", str(tmp_path / "back.jsonl")]
    written = tmp_path / "in.json"

    def said(content: bytes, source: str, *more: str) -> str:
        written.write_bytes(content)
        return refused(["import", "--from", source, *back, str(written), *more], capsys)

    assert "No annotation is completed" in said(b"[]", "label-studio")
    assert "in.json: not JSON" in said(b"[", "label-studio")
    assert "in.json: not UTF-8 at byte 0" in said(b"\xff", "label-studio")
    assert "--annotator is for Label Studio" in said(b"[]", "inception", "--annotator", "3")
    assert "not UIMA CAS JSON 0.4.0" in said(dataset.read_bytes(), "inception")
    assert "nowhere.json: cannot be read" in said(b"[]", "label-studio", "nowhere.json")
    report = process("A: Lumbar somatic dysfunction.").model_dump_json().encode()
    assert "there are two cases 'reviewed-" in said(report, "reviewed", str(written))
    assert not (tmp_path / "back.jsonl").exists()
