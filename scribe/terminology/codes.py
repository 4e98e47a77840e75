"""ICD-10-CM codes, their titles and their notes, by code-set year.

The tables hold FY2026 whole and FY2027 as its changes (see tables/README.md).
Nothing is loaded before it is asked for: a look-up is a bisection.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from scribe.terminology.excludes import covers, patterns
from scribe.terminology.lookup import table

FY2026_FROM = date(2025, 10, 1)
FY2027_FROM = date(2026, 10, 1)
FY2028_FROM = date(2027, 10, 1)

_BEFORE_DESCENDANTS, _PAST_DESCENDANTS = ".", "~"
"""First and past the last of a code's characters: `M99.0.` and `M99.0~` enclose all that is below M99.0."""


class Code(NamedTuple):
    """An entry of the tabular list, header or billable."""

    code: str
    """The code with its dot, such as `M99.03`."""
    title: str
    """Its full title."""
    billable: bool
    """Whether it can be reported; False for a header."""


class Note(NamedTuple):
    """One line of an instructional note."""

    kind: str
    """note, includes, excludes1, excludes2, code_first, use_additional or code_also."""
    at: str
    """Code, block or chapter where it stands, such as `M54.1`, `M50-M54` or `M00-M99`."""
    text: str
    """The line as printed."""
    codes: tuple[str, ...]
    """Code patterns that it names, such as `M99.-`."""


class CodeSet:
    """The codes in force in one year."""

    def __init__(self, label: str, changes: str | None = None) -> None:
        """Describe a code set.

        Args:
            label: Name of the set, such as `FY2027`.
            changes: Table of what the set changes in FY2026, if any.
        """
        self.label = label
        self._changes = changes

    def find(self, code: str) -> Code | None:
        """Return the entry of a code, or None where the set holds none.

        Case, surrounding space and a missing dot do not matter: `m9903` finds M99.03.
        """
        return _find(_printed(code), self._changes)

    def children(self, code: str) -> tuple[Code, ...]:
        """Return the entries one level below a code, in order; none below a billable or unknown code."""
        parent = self.find(code)
        return () if parent is None or parent.billable else tuple(self._below(parent.code))

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return what stands above a code, nearest first: codes, then its block and chapter as ranges.

        A category that FY2027 adds has no block here: the lists of changes state none.
        """
        return _ancestors(_printed(code), self._changes)

    def notes(self, code: str) -> tuple[Note, ...]:
        """Return the notes that govern a code, its own and inherited ones, nearest first."""
        return _governing(_printed(code), self._changes)

    def excluding(self, a: str, b: str) -> Note | None:
        """Return an Excludes1 note that forbids two codes together, whichever of them it governs.

        The note says so for related conditions only: whether the two are unrelated
        (guidelines I.A.12.a) is for a person to judge. Excludes2 never excludes.
        """
        one, other = _printed(a), _printed(b)
        return _excluded_from(one, other, self._changes) or _excluded_from(other, one, self._changes)

    def excluded_by(self, code: str) -> tuple[Note, ...]:
        """Return the Excludes1 notes of other codes that name a code or its subcategory, in order of their place.

        A note that names whole chapters is left out: it says nothing of one code.
        """
        found = self.find(code)
        if found is None:
            return ()
        own = {found.code, *self.ancestors(found.code)}
        return tuple(
            note
            for note in _excludes1()
            if note.at not in own
            and any(pattern[0] == found.code[0] and covers(pattern, found.code) for pattern in note.codes)
        )

    def _below(self, parent: str) -> Iterator[Code]:
        """Yield the children of a code: after each, everything below it is skipped."""
        child = self._from(parent + _BEFORE_DESCENDANTS)
        while child is not None and child.code.startswith(parent):
            yield child
            child = self._from(child.code + _PAST_DESCENDANTS)

    def _from(self, code: str) -> Code | None:
        """Return the first entry whose code is this one or comes after it."""
        changes = _changes(self._changes)
        unchanged = (_entry(row) for row in table("icd10cm_fy2026.tsv").rows_from(code) if row[0] not in changes)
        changed = (entry for entry in changes.values() if entry is not None and entry.code >= code)
        return min((entry for entry in (next(unchanged, None), next(changed, None)) if entry), default=None)


def code_set(on: date | None) -> CodeSet:
    """Return the code set for a date of service, or the newest one where no date is known.

    A date outside the two years held gets the nearer of them, and its label says so.
    """
    if on is None or FY2027_FROM <= on < FY2028_FROM:
        return CodeSet("FY2027", "changes_fy2027.tsv")
    if on >= FY2028_FROM:
        return CodeSet("FY2027 (newest held; the visit is later)", "changes_fy2027.tsv")
    if on >= FY2026_FROM:
        return CodeSet("FY2026")
    return CodeSet("FY2026 (oldest held; the visit is earlier)")


def _printed(code: str) -> str:
    """Return a code as the list prints it."""
    bare = code.strip().upper()
    return bare if "." in bare or len(bare) <= len("M99") else f"{bare[:3]}.{bare[3:]}"


def _entry(row: tuple[str, ...]) -> Code:
    code, billable, title, *_ = row
    return Code(code, title, billable == "1")


@lru_cache(maxsize=4096)
def _find(printed: str, changes: str | None) -> Code | None:
    if printed in _changes(changes):
        return _changes(changes)[printed]
    return next((_entry(row) for row in table("icd10cm_fy2026.tsv").rows(printed)), None)


@lru_cache(maxsize=4096)
def _ancestors(printed: str, changes: str | None) -> tuple[str, ...]:
    if _find(printed, changes) is None:
        return ()
    stems = dict.fromkeys(printed[:end].removesuffix(".") for end in range(len(printed) - 1, 2, -1))
    return (*(stem for stem in stems if _find(stem, changes)), *_above_category(printed[:3]))


@lru_cache(maxsize=4096)
def _governing(printed: str, changes: str | None) -> tuple[Note, ...]:
    if _find(printed, changes) is None:
        return ()
    return tuple(note for at in (printed, *_ancestors(printed, changes)) for note in _standing_at(at))


@lru_cache(maxsize=4096)
def _excluded_from(governed: str, other: str, changes: str | None) -> Note | None:
    """Return the nearest Excludes1 note of one code that names another."""
    if governed == other or _find(other, changes) is None:
        return None
    named = (note for note in _governing(governed, changes) if note.kind == "excludes1")
    return next((note for note in named if any(covers(pattern, other) for pattern in note.codes)), None)


@cache
def _changes(name: str | None) -> dict[str, Code | None]:
    """Return the entries that a set changes, None for the deleted ones, in order of code."""
    if name is None:
        return {}
    return {row[0]: None if row[3] == "deleted" else _entry(row) for row in table(name).rows_from("")}


@cache
def _above_category(category: str) -> tuple[str, ...]:
    """Return block and chapter of a category; a block of that category alone is not repeated."""
    for _, block, chapter in table("categories_fy2026.tsv").rows(category):
        return (chapter,) if block == category else (block, chapter)
    before = table("categories_fy2026.tsv").row_before(category)
    return () if before is None else (before[2],)


@cache
def _excludes1() -> tuple[Note, ...]:
    """Return every Excludes1 note of the list."""
    rows = table("notes_fy2026.tsv").rows_from("")
    return tuple(Note(kind, at, text, patterns(text)) for at, kind, text in rows if kind == "excludes1")


@cache
def _standing_at(at: str) -> tuple[Note, ...]:
    return tuple(Note(kind, at, text, patterns(text)) for _, kind, text in table("notes_fy2026.tsv").rows(at))
