"""Builds the ICD-10-CM tables of scribe/terminology/tables from the CDC tabular list.

The list is the XML file that the package simple_icd_10_cm 1.5.0 carries. Only
its files are read: importing the package would build the same tree more slowly.

    pip install simple-icd-10-cm==1.5.0
    python scripts/build_terminology.py
"""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, parse

PACKAGE = "simple_icd_10_cm"
TABULAR = "icd10c-tabular-April-1-2026.xml"
CODES = "code-list-April-2026.txt"
TABLES = Path(__file__).parent.parent / "scribe" / "terminology" / "tables"

KINDS = {
    "notes": "note",
    "includes": "includes",
    "excludes1": "excludes1",
    "excludes2": "excludes2",
    "codeFirst": "code_first",
    "useAdditionalCode": "use_additional",
    "codeAlso": "code_also",
}
"""Elements of the tabular list that hold notes, and what we call them."""

Extensions = Mapping[str, str]
"""7th characters with their meaning."""


class Entry(NamedTuple):
    """A code of the list."""

    code: str
    title: str
    billable: bool


class Row(NamedTuple):
    """A line of a note where it stands."""

    at: str
    kind: str
    text: str


def main() -> None:
    """Write the three tables anew."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: pip install simple-icd-10-cm==1.5.0")
    data = Path(spec.origin).parent / "data"
    chapters = parse(data / TABULAR).getroot().findall("chapter")  # noqa: S314  # a file of an installed package
    listed = frozenset((data / CODES).read_text(encoding="utf-8").split())

    write("icd10cm_fy2026.tsv", ((e.code, str(int(e.billable)), e.title) for e in entries(chapters, listed)))
    write("notes_fy2026.tsv", notes(chapters))
    write("categories_fy2026.tsv", categories(chapters))


def write(name: str, rows: Iterator[tuple[str, ...]]) -> None:
    """Write rows sorted by the bytes of their first field; rows of one code keep their order."""
    ordered = sorted(rows, key=lambda row: row[0].encode())
    lines = "".join("\t".join(" ".join(field.split()) for field in row) + "\n" for row in ordered)
    (TABLES / name).write_text(lines, encoding="utf-8", newline="\n")
    print(f"{name}: {len(ordered)} rows, {len(lines) / 1e6:.1f} MB")


def entries(chapters: list[Element], listed: frozenset[str]) -> Iterator[Entry]:
    """Yield every code, headers and 7-character codes included.

    The list of codes decides which 7th characters a code takes: the tabular
    list states them for whole categories, with exceptions in words.
    """
    for chapter in chapters:
        for section in chapter.findall("section"):
            for category in section.findall("diag"):
                yield from _entries(category, {}, listed)


def _entries(diag: Element, inherited: Extensions, listed: frozenset[str]) -> Iterator[Entry]:
    code, title = _text(diag, "name"), _text(diag, "desc")
    extensions = {e.attrib["char"]: e.text or "" for e in diag.findall("sevenChrDef/extension")} or inherited
    children = diag.findall("diag")
    stem = code.replace(".", "").ljust(6, "X")
    longer = {} if children else {c: meaning for c, meaning in extensions.items() if stem + c in listed}
    yield Entry(code, title, billable=not children and not longer)
    for character, meaning in longer.items():
        yield Entry(f"{stem[:3]}.{stem[3:]}{character}", f"{title}, {meaning}", billable=True)
    for child in children:
        yield from _entries(child, extensions, listed)


def notes(chapters: list[Element]) -> Iterator[Row]:
    """Yield every line of a note at the chapter, block or code where it stands."""
    for chapter in chapters:
        yield from _notes(chapter, _range(chapter))
        for section in chapter.findall("section"):
            yield from _notes(section, section.attrib["id"])
            for diag in section.iter("diag"):
                yield from _notes(diag, _text(diag, "name"))


def _notes(element: Element, at: str) -> Iterator[Row]:
    for block in element:
        if block.tag in KINDS:
            for line in block.findall("note"):
                yield Row(at, KINDS[block.tag], line.text or "")


def categories(chapters: list[Element]) -> Iterator[tuple[str, str, str]]:
    """Yield category, block and chapter, the last as its range of categories."""
    for chapter in chapters:
        for section in chapter.findall("section"):
            for category in section.findall("diag"):
                yield _text(category, "name"), section.attrib["id"], _range(chapter)


def _range(chapter: Element) -> str:
    """Return `M00-M99` of `Diseases of the musculoskeletal system and connective tissue (M00-M99)`."""
    return _text(chapter, "desc").rpartition("(")[2].rstrip(")")


def _text(element: Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


if __name__ == "__main__":
    main()
