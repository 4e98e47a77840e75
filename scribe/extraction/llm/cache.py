"""Answers that models gave, kept in a file so that nobody pays for them twice."""

import json
import logging
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from scribe.errors import InputError
from scribe.extraction.llm.completion import Tokens

_APPLICATION = 0x53435242
"""Marks the file as ours, as SQLite's `application_id`."""
_BUSY = 30.0
"""Seconds that one process waits for another that writes."""
_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, input INTEGER NOT NULL, cached INTEGER NOT NULL, output INTEGER NOT NULL
) WITHOUT ROWID
"""
_log = logging.getLogger(__name__)


class Kept(NamedTuple):
    """An answer in the cache."""

    text: str
    """What the model wrote."""
    tokens: Tokens
    """What it took."""


class AnswerCache:
    """A file of answers, safe for threads, tasks and processes that share it.

    **It holds quotes of patients.** The keys are digests, but the answers are kept as they came, without encryption and
    until the file is deleted. Only its owner may read the file; where it lies is the caller's to decide.

    An operation opens the file and closes it again, so that nothing is shared but the file itself. Once the file is
    open for business, trouble with it costs its use and not the reading: it is logged, and the model is asked.
    """

    def __init__(self, path: Path) -> None:
        """Open a file, or make it.

        Raises:
            InputError: The file cannot be opened, is damaged, or is something else.
        """
        self._path = path
        try:
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            with self._open() as connection:
                self._claim(connection)
            path.chmod(0o600)
        except OSError as error:
            reason = (error.strerror or "cannot be opened").lower()
            raise InputError(f"{path}: {reason}; choose another file for the cache.") from None
        except sqlite3.Error as error:
            raise InputError(f"{path} is no cache of answers: {error}; choose another file for the cache.") from None

    def get(self, key: str) -> Kept | None:
        """Return an answer, or None where there is none."""
        row = None
        with self._logged(), self._open() as connection:
            row = connection.execute("SELECT text, input, cached, output FROM answers WHERE key = ?", (key,)).fetchone()
        return Kept(row[0], Tokens(*row[1:])) if row else None

    def put(self, key: str, answer: Kept) -> None:
        """Keep an answer; the first one stays where two come at a time."""
        with self._logged(), self._open() as connection:
            row = (key, answer.text, *answer.tokens)
            connection.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # No transaction is left open: each statement stands on its own.
        with closing(sqlite3.connect(self._path, timeout=_BUSY, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = NORMAL")
            yield connection

    def _claim(self, connection: sqlite3.Connection) -> None:
        """Make the table in a new file, and refuse a file of somebody else."""
        connection.execute("BEGIN IMMEDIATE")
        if (damage := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(damage)
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        is_new = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if owner != _APPLICATION and not (is_new and owner == 0):
            raise InputError(f"{self._path} is a database of something else; choose another file for the cache.")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(_TABLE)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def _logged(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            # SQLite's messages name tables and reasons, never values.
            _log.warning("The cache of answers %s is not used: %s.", self._path, error)


def key_of(server: str, request: Mapping[str, Any]) -> str:
    """Return the key of a request's answer: a digest, which tells nothing of what was sent.

    Args:
        server: Whom it goes to.
        request: All that is sent: model, contract and examples, form of the answer, words of the document.
    """
    whole = json.dumps([server, request], sort_keys=True, ensure_ascii=False)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
