"""The log of a run: written line by line, read back, gone on with, and put in order."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scribe.errors import InputError
from scribe.evaluation.log import Entry, Header, Journal, Log, Source, read_log
from scribe.schema import Report, field_names

BuildReport = Callable[..., Report]
BuildHeader = Callable[..., Header]


@pytest.fixture
def entries(report: BuildReport) -> list[Entry]:
    """What may become of the four steps: three reports, and an error."""
    whole = report(assign=("M99.03",))
    return [
        Entry(case="a", repeat=0, report=whole, seconds=0.25),
        Entry(case="a", repeat=1, report=whole, seconds=1.0),
        Entry(case="b", repeat=0, error="ValueError at reader.py:7"),
        Entry(case="b", repeat=1, report=report(), seconds=0.5),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log is."""
    return tmp_path / "runs" / "log.jsonl"


def test_what_is_written_is_read(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """Header and entries come back as they were, reports included."""
    with Journal(path, header()) as journal:
        for entry in entries:
            journal.append(entry)
        log = journal.finish()
    assert log == read_log(path) == Log(header(), tuple(entries))
    assert log.missing == 0


def test_an_entry_is_in_the_file_before_the_next(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """Each line stands in the file as soon as it is appended."""
    with Journal(path, header()) as journal:
        for count, entry in enumerate(entries, 1):
            journal.append(entry)
            log = read_log(path)
            assert (log.entries, log.missing) == (tuple(entries[:count]), 4 - count)


def test_every_line_is_on_the_disk_before_the_next(
    path: Path, header: BuildHeader, entries: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system is asked to write it out, not only to remember it."""
    synced: list[int] = []
    real = os.fsync

    def fsync(file: int) -> None:
        synced.append(os.fstat(file).st_size)
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    with Journal(path, header()) as journal:
        assert synced == [path.stat().st_size]
        for count, entry in enumerate(entries, 2):
            journal.append(entry)
            assert (len(synced), synced[-1]) == (count, path.stat().st_size)
        journal.finish()
        assert (len(synced), synced[-1]) == (6, path.stat().st_size)


def test_a_finished_log_is_in_the_order_of_the_header(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """Whichever case ended first, the finished file is the same, byte for byte."""
    files = []
    for order in (entries, [entries[i] for i in (2, 3, 1, 0)]):
        with Journal(path, header()) as journal:
            for entry in order:
                journal.append(entry)
            journal.finish()
        files.append(path.read_bytes())
        path.unlink()
    assert files[0] == files[1]
    assert [json.loads(line).get("case") for line in files[0].splitlines()] == [None, "a", "a", "b", "b"]


def test_a_log_goes_on(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """A second start knows what has ended, keeps the time of the first, and ends with the same log."""
    with Journal(path, header()) as journal:
        journal.append(entries[3])
    later = header(started=datetime(2026, 4, 2, tzinfo=UTC))
    with Journal(path, later) as journal:
        assert journal.ended == {("b", 1)}
        for entry in entries[:3]:
            journal.append(entry)
        assert journal.finish() == Log(header(), tuple(entries))
    assert read_log(path) == Log(header(), tuple(entries))


@pytest.mark.parametrize("kept", [1, 20, -1])
def test_a_torn_line_is_dropped(path: Path, kept: int, header: BuildHeader, entries: list[Entry]) -> None:
    """Of a line that the machine had no time to write, nothing is kept, and its case is run again."""
    with Journal(path, header()) as journal:
        journal.append(entries[0])
        journal.append(entries[1])
    whole = path.read_bytes()
    start = whole.rindex(b"\n", 0, -1) + 1
    path.write_bytes(whole[:start] + whole[start:][:kept])
    assert read_log(path).entries == (entries[0],)
    with Journal(path, header()) as journal:
        assert journal.ended == {("a", 0)}
        journal.append(entries[1])
    assert path.read_bytes() == whole


def test_a_last_line_without_its_beginning_is_dropped(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """A disk may keep the length of a line and its end, and lose its beginning."""
    with Journal(path, header()) as journal:
        journal.append(entries[0])
        journal.append(entries[1])
    whole = path.read_bytes()
    start = whole.rindex(b"\n", 0, -1) + 1
    path.write_bytes(whole[:start] + bytes(100) + whole[start + 100 :])
    assert read_log(path).entries == (entries[0],)


def test_a_damaged_line_in_the_middle_is_refused(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """What was whole once and is not now cannot be made good by running on."""
    with Journal(path, header()) as journal:
        journal.append(entries[0])
        journal.append(entries[1])
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[1][:50] + b"\n", lines[2]]))
    with pytest.raises(InputError, match=r"log\.jsonl:2: damaged; run the cases anew into another file$"):
        read_log(path)


@pytest.mark.parametrize("again", [0, 1])
def test_a_case_that_ended_twice_or_was_not_asked_for_is_refused(
    path: Path, again: int, header: BuildHeader, entries: list[Entry]
) -> None:
    """A log holds each step once, and no other."""
    with Journal(path, header()) as journal:
        journal.append(entries[0])
        journal.append([entries[0], Entry(case="c", repeat=0, error="E")][again])
    with pytest.raises(InputError, match=r"log\.jsonl:3: damaged"):
        read_log(path)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reader": "llm"}, "reader was lexicon, is llm"),
        ({"encounter": True}, "encounter was False, is True"),
        ({"limit": 5}, "limit was None, is 5"),
        ({"cases": ("b", "a")}, "cases was a, b, is b, a"),
        ({"cases": ("a", "b", "c", "d")}, "cases was a, b, is 4 items"),
        ({"where": ("kind=note",)}, "where was none, is kind=note"),
        ({"code_digest": "c2"}, "code_digest was c1, is c2"),
        ({"repeats": 3, "prompt": "extraction/v2"}, "repeats was 2, is 3; prompt was None, is extraction/v2"),
    ],
)
def test_another_run_does_not_go_on_with_a_log(
    path: Path, fields: dict[str, Any], said: str, header: BuildHeader, entries: list[Entry]
) -> None:
    """What differs is said, and the log stays as it was."""
    with Journal(path, header()) as journal:
        journal.append(entries[0])
    before = path.read_bytes()
    with pytest.raises(InputError) as raised, Journal(path, header(**fields)):
        pass
    assert str(raised.value) == f"{path} is the log of another run: {said}. Remove it, or name another file."
    assert path.read_bytes() == before


def test_every_field_of_the_header_is_compared_but_its_times(path: Path, header: BuildHeader) -> None:
    """A run of another dataset, prompt, server or version is another run."""
    with Journal(path, header()):
        pass
    words, sources = ("x",), (Source(name="x", digest=""),)
    others = {"datasets": sources, "where": words, "cases": words, "tables": sources, "replay": True, "encounter": True}
    others |= {"repeats": 7, "limit": 7, "recall": 7}
    for name in {*field_names(Header)} - {"format", "started"}:
        other = others.get(name, "x")
        with pytest.raises(InputError, match=f": {name} was "), Journal(path, header(**{name: other})):
            pass


@pytest.mark.parametrize("content", [b"", b"a note\n", b'{"format": 1}\n', b"\xff\xfe\n"])
def test_a_file_that_is_no_log_is_refused_and_left_alone(path: Path, content: bytes, header: BuildHeader) -> None:
    """A note that was named by mistake is not written over."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"log\.jsonl: not the log of a run in format 1"), Journal(path, header()):
        pass
    assert path.read_bytes() == content


def test_a_log_of_another_format_is_refused(path: Path, header: BuildHeader) -> None:
    """A later form is not read as this one."""
    with Journal(path, header(format=2)):
        pass
    with pytest.raises(InputError, match="not the log of a run in format 1"):
        read_log(path)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, header: BuildHeader) -> None:
    """What stands in the way of the log is said, without a traceback."""
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"cannot be written: "), Journal(tmp_path / "file" / "log.jsonl", header()):
        pass


def test_a_log_is_for_its_owner(path: Path, header: BuildHeader, entries: list[Entry]) -> None:
    """Reports hold texts, so nobody else may read the file, before and after it is finished."""
    with Journal(path, header()) as journal:
        assert path.stat().st_mode & 0o777 == 0o600
        journal.append(entries[0])
        journal.finish()
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["log.jsonl"]


def test_a_text_with_any_characters_comes_back(path: Path, header: BuildHeader, report: BuildReport) -> None:
    """Line separators, carriage returns, emoji and lone surrogates of a text break no line."""
    text = "a\r\nb\u2028c\x85d\x0ce 🦴 \ud800 ü"
    odd = report()
    odd = odd.model_copy(update={"document": odd.document.model_copy(update={"text": text})})
    with Journal(path, header()) as journal:
        journal.append(Entry(case="a", repeat=0, report=odd, seconds=1))
    [entry] = read_log(path).entries
    assert entry.report
    assert entry.report.document.text == text
