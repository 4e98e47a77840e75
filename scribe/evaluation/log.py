"""The log of a run: JSON lines, a header and then one line for each case and repeat.

A line is on the disk before the next case is waited for, so that a run that is
killed loses nothing but what was under way, and goes on where it stopped. When
the last case has ended, the lines are put in the order of the header: whatever
happened on the way, two logs of one run differ only in their times.

A log holds reports, so it holds the texts of documents: keep it where they are
kept.
"""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self, TypeVar

from pydantic import ValidationError

from scribe.errors import InputError
from scribe.schema import Record, Report

FORMAT = 1
"""Version of the form of a log."""

Step = tuple[str, int]
"""Id of a case, and which repeat of it, from 0."""

_TIMES = frozenset({"started"})
_OWNER_ONLY = 0o600
RecordT = TypeVar("RecordT", bound=Record)


class Source(Record):
    """A file that a run rests on."""

    name: str
    """Its name without the ending."""
    digest: str
    """SHA-256 of the file, in hexadecimal."""


class Header(Record):
    """What a run is: the cases, who reads them and how; the first line of its log."""

    format: int
    """Version of the form of the log."""
    datasets: tuple[Source, ...]
    """Where the cases are from."""
    cases: tuple[str, ...]
    """Ids of the cases, in the order of their datasets."""
    repeats: int
    """How often each is run."""
    half: str
    """Which cases of a dataset were asked for."""
    where: tuple[str, ...]
    """What was asked of the cases, such as `kind=note`."""
    limit: int | None
    """How many cases were asked for at most."""
    reader: str
    """Name of the reader; `labels` where labelled findings stand in for a reading."""
    tables: tuple[Source, ...]
    """Tables of further vocabulary that the lexicon was given."""
    model: str | None
    """Model that reads, if any."""
    server: str | None
    """Host of its server, where one is named."""
    mode: str | None
    """How the model is held to the form of an answer, if any reads."""
    recall: int | None
    """Passes of the model over each part of a document, if any reads."""
    prompt: str | None
    """Name and version of the prompt, if any."""
    prompt_digest: str | None
    """SHA-256 of the prompt's files, if any."""
    replay: bool
    """Whether the answers of the model are recorded ones."""
    encounter: bool
    """Whether the reader was given the encounter of each case."""
    package_version: str
    """Version of scribe."""
    code_digest: str
    """SHA-256 of the code and tables that read and decide: a version does not tell two checkouts apart."""
    matcher_version: str
    """Version of the matching of labels and findings."""
    started: datetime
    """When the run began, in UTC."""

    @property
    def steps(self) -> list[Step]:
        """All that is to be run, in order."""
        return [(case, repeat) for case in self.cases for repeat in range(self.repeats)]

    @property
    def is_frozen(self) -> bool:
        """Whether the same run reads the same again: no model reads, or one whose answers are recorded."""
        return self.replay or self.model is None


class Entry(Record):
    """What became of one case in one repeat: a report, or an error."""

    case: str
    """Id of the case."""
    repeat: int
    """Which repeat, from 0."""
    report: Report | None = None
    """The report, unless the case failed."""
    seconds: float | None = None
    """How long it took, unless the case failed."""
    error: str | None = None
    """Type and place of the exception where it failed; its words only where they are known to hold no text."""

    @property
    def step(self) -> Step:
        """Case and repeat."""
        return self.case, self.repeat


class Log(NamedTuple):
    """A log that was read."""

    header: Header
    """What the run is."""
    entries: tuple[Entry, ...]
    """What became of its cases, in the order of the lines."""

    @property
    def missing(self) -> int:
        """How many of the steps have not ended."""
        return len(self.header.steps) - len(self.entries)


class Journal:
    """A log that is being written, used in a `with` block."""

    def __init__(self, path: Path, header: Header) -> None:
        """Begin a log, or go on with one.

        Args:
            path: The file.
            header: What is to be run.

        Raises:
            InputError: The file is no log, the log of something else, or cannot be written.
        """
        self._path = path
        self._header = header
        self._file: BinaryIO
        self._entries: list[Entry] = []

    @property
    def ended(self) -> frozenset[Step]:
        """What stands in it already."""
        return frozenset(entry.step for entry in self._entries)

    def __enter__(self) -> Self:
        """Open the file, and drop a line that was cut off."""
        try:
            if self._path.exists():
                earlier, length = _read(self._path)
                _check_same(self._path, earlier.header, self._header)
                self._header, self._entries = earlier.header, [*earlier.entries]
                os.truncate(self._path, length)
            else:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                _write_whole(self._path, [self._header])
            self._file = self._path.open("ab")
        except OSError as error:
            raise InputError(f"{self._path}: cannot be written: {error.strerror}") from None
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._file.close()

    def append(self, entry: Entry) -> None:
        """Put a line on the disk."""
        self._file.write(_line(entry))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._entries.append(entry)

    def finish(self) -> Log:
        """Put the lines in the order of the header, and return the log."""
        place = {step: i for i, step in enumerate(self._header.steps)}
        entries = sorted(self._entries, key=lambda entry: place[entry.step])
        _write_whole(self._path, [self._header, *entries])
        return Log(self._header, tuple(entries))


def read_log(path: Path) -> Log:
    """Read a log; a line that was cut off is left out.

    Args:
        path: The file.

    Raises:
        InputError: It cannot be read, is no log, or a line other than the last is damaged.
    """
    return _read(path)[0]


def _read(path: Path) -> tuple[Log, int]:
    """Read a log, and tell how many bytes of the file it takes."""
    first, *rest = _whole_lines(path)
    header = _record(Header, first)
    if header is None or header.format != FORMAT:
        raise InputError(f"{path}: not the log of a run in format {FORMAT}; name another file")
    entries: dict[Step, Entry] = {}
    steps, length = {*header.steps}, len(first)
    for number, line in enumerate(rest, 2):
        entry = _record(Entry, line)
        # Of the last line, the disk may have got the end and not the beginning.
        if entry is None and number > len(rest):
            break
        if entry is None or entry.step not in steps or entry.step in entries:
            raise InputError(f"{path}:{number}: damaged; run the cases anew into another file")
        entries[entry.step] = entry
        length += len(line)
    return Log(header, tuple(entries.values())), length


def _whole_lines(path: Path) -> list[bytes]:
    """Return the lines of a file with their line feeds, without what follows the last one."""
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    whole = [line for line in lines if line.endswith(b"\n")]
    return whole or [b""]


def _record(kind: type[RecordT], line: bytes) -> RecordT | None:
    try:
        # A text may hold lone surrogates, and pydantic's own parser refuses their escapes.
        return kind.model_validate(json.loads(line))
    except (ValueError, ValidationError, RecursionError):
        return None


def _check_same(path: Path, earlier: Header, now: Header) -> None:
    if different := [*_differences(earlier, now)]:
        raise InputError(f"{path} is the log of another run: {'; '.join(different)}. Remove it, or name another file.")


def _differences(earlier: Header, now: Header) -> Iterator[str]:
    """Say in which fields two headers differ."""
    was, is_now = (header.model_dump(mode="json") for header in (earlier, now))
    for name in was:
        if name not in _TIMES and was[name] != is_now[name]:
            yield f"{name} was {_shown(was[name])}, is {_shown(is_now[name])}"


def _shown(value: Any) -> str:  # noqa: ANN401  # JSON
    if isinstance(value, list):
        return f"{len(value)} items" if len(value) > 3 else ", ".join(map(_shown, value)) or "none"  # noqa: PLR2004
    return str(value)


def _line(record: Record) -> bytes:
    return record.model_dump_json().encode() + b"\n"


def _write_whole(path: Path, records: Iterable[Record]) -> None:
    """Write a file so that, whatever happens, it stands there as a whole or as it was."""
    part = path.with_name(f".{path.name}.part")
    with open(part, "wb", opener=lambda name, flags: os.open(name, flags, _OWNER_ONLY)) as file:
        file.writelines(map(_line, records))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
