"""Tables searched where they lie, and the shape of those in the package."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from scribe.errors import TerminologyError
from scribe.terminology import lookup
from scribe.terminology.lookup import FOLDER, Table, records, table

SORTED = ["categories_fy2026.tsv", "changes_fy2027.tsv", "icd10cm_fy2026.tsv", "notes_fy2026.tsv"]


@pytest.fixture
def small(tmp_path: Path) -> Table:
    """A table of four rows, two of them with the same key."""
    path = tmp_path / "small.tsv"
    path.write_bytes("A01\tone\nB1\ttwo\nB1\tthrée\nC9\tfour\n".encode())
    return Table(path)


def test_rows_of_a_key_come_in_order(small: Table) -> None:
    """Every row of a key is found, first, last and between; another key has none."""
    assert [list(small.rows(key)) for key in ("A01", "B1", "C9", "A0", "B", "D", "")] == [
        [("A01", "one")],
        [("B1", "two"), ("B1", "thrée")],
        [("C9", "four")],
        [],
        [],
        [],
        [],
    ]


def test_rows_from_a_key_run_to_the_end(small: Table) -> None:
    """A key need not be there to start from."""
    assert [row[0] for row in small.rows_from("A1")] == ["B1", "B1", "C9"]
    assert list(small.rows_from("Z")) == []


def test_the_row_before_a_key(small: Table) -> None:
    """The last smaller key's last row is found; nothing stands before the first."""
    assert [small.row_before(key) for key in ("A01", "B1", "C", "Z")] == [
        None,
        ("A01", "one"),
        ("B1", "thrée"),
        ("C9", "four"),
    ]


def test_bisection_finds_every_row() -> None:
    """Every key of a whole table is found where a linear reading finds it."""
    lines = (FOLDER / "categories_fy2026.tsv").read_text(encoding="utf-8").splitlines()
    categories = table("categories_fy2026.tsv")
    assert [next(categories.rows(line.split("\t")[0])) for line in lines] == [tuple(line.split("\t")) for line in lines]


@pytest.mark.parametrize("name", SORTED)
def test_tables_are_sorted_by_the_bytes_of_their_key(name: str) -> None:
    """Bisection needs the order; every line has the same number of fields, none of them empty."""
    rows = [line.split(b"\t") for line in (FOLDER / name).read_bytes().splitlines()]
    keys = [row[0] for row in rows]
    assert keys == sorted(keys)
    assert len({len(row) for row in rows}) == 1
    assert all(field == field.strip() != b"" for row in rows for field in row)


def test_the_tables_hold_what_their_sources_count() -> None:
    """Entries, billable ones among them, and changes are as many as the sources say; the README agrees."""
    codes = [line.split("\t") for line in _lines("icd10cm_fy2026.tsv")]
    changes = [line.split("\t") for line in _lines("changes_fy2027.tsv")]
    assert (len(codes), sum(billable == "1" for _, billable, _ in codes)) == (98_186, 74_719)
    kinds = [change for *_, change in changes]
    counts = [kinds.count(kind) for kind in ("added", "deleted", "revised", "header")]
    assert counts == [238, 21, 4, 15]
    billable = [change for _, flag, _, change in changes if flag == "1"]
    assert (billable.count("added"), billable.count("deleted"), billable.count("header")) == (190, 15, 0)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in FOLDER.iterdir():
        rows = len(_lines(path.name)) - (path.suffix == ".csv")
        assert path.suffix == ".md" or f"| `{path.name}` | {rows:,} |" in readme


def test_each_change_fits_the_set_it_changes() -> None:
    """An added code is new; a deleted, revised or split one stands in FY2026, and differs where it should."""
    codes = {row[0]: row for row in (line.split("\t") for line in _lines("icd10cm_fy2026.tsv"))}
    for code, billable, title, change in (line.split("\t") for line in _lines("changes_fy2027.tsv")):
        if change == "added":
            assert code not in codes
        elif change == "deleted":
            assert codes[code] == [code, billable, title]
        elif change == "header":
            assert codes[code] == [code, "1", title]
        else:
            assert codes[code][1] == billable
            assert codes[code][2] != title


def test_a_missing_or_empty_table_is_an_error(tmp_path: Path) -> None:
    """What cannot be mapped says which file, and what to do."""
    (tmp_path / "empty.tsv").touch()
    for name in ("empty.tsv", "missing.tsv"):
        with pytest.raises(TerminologyError, match=rf"Cannot open the table {name} .*: reinstall scribe"):
            Table(tmp_path / name)


def test_a_row_of_another_length_is_named_by_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small table has one field for each column, or says where it has not."""
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n3\n", encoding="utf-8")
    monkeypatch.setattr(lookup, "FOLDER", tmp_path)
    with pytest.raises(TerminologyError, match=r"bad\.csv, line 3: 1 fields instead of 2"):
        records("bad.csv")
    with pytest.raises(TerminologyError, match=r"Cannot read the table none\.csv"):
        records("none.csv")


def test_a_look_up_takes_less_than_a_millisecond() -> None:
    """After first use a code is found within the budget, whatever its place."""
    codes = table("icd10cm_fy2026.tsv")
    wanted = [f"M99.0{digit}" for digit in range(10)] * 20
    start = perf_counter()
    found = [next(codes.rows(code)) for code in wanted]
    assert len(found) == 200
    assert perf_counter() - start < 0.2


def test_importing_the_terminology_opens_nothing() -> None:
    """Tables, citations and expressions wait until they are asked for."""
    script = (
        "import sys, scribe.terminology as t\n"
        "from scribe.terminology import codes, excludes, lookup\n"
        "caches = (lookup.table, excludes._expressions, codes._changes)\n"
        "print(sum(c.cache_info().currsize for c in caches), 'tomllib' in sys.modules, 'pydantic' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "0 False False\n"


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()
