"""Codes and what they say: the cells of M99, the conditions of other codes, the regions of a title."""

from functools import cache
from typing import NamedTuple

from scribe.rules.tables import CodeFacts, Family, code_facts, families, mechanism_words, title_regions
from scribe.schema import Laterality, Lesion, LesionKind, Mechanism, Region
from scribe.terminology.regions import m99_digit, m99_region


class Cell(NamedTuple):
    """A five-character code of M99, read."""

    family: Family
    """Its subcategory."""
    region: Region
    """Its region."""


def cell(code: str) -> Cell | None:
    """The cell of M99 that a code names, or None for every other code."""
    region = m99_region(code)
    family = next((family for family in families() if family.code == code[:-1]), None)
    return None if region is None or family is None else Cell(family, region)


def codes_of(lesion: Lesion) -> tuple[str, ...]:
    """The codes of M99 whose titles say what a lesion says; none while region or mechanism is missing."""
    return () if lesion.region is None else _codes(lesion.kind, lesion.region, lesion.mechanisms)


@cache
def _codes(kind: LesionKind, region: Region, mechanisms: tuple[Mechanism, ...]) -> tuple[str, ...]:
    named = (family for family in families() if family.kind == kind)
    reached = (it for it in named if not it.mechanisms or any(cause in it.mechanisms for cause in mechanisms))
    return tuple(family.code + m99_digit(region) for family in reached)


def facts_of(code: str) -> CodeFacts | None:
    """What a code outside M99 stands for, or None where that is not our field."""
    known = code_facts()
    return next((known[code[:end]] for end in range(len(code), 2, -1) if code[:end] in known), None)


def regions_of(title: str) -> tuple[Region, ...]:
    """The regions that a title of ICD-10-CM admits, or none where it names none."""
    known = title_regions()
    return tuple(region for word in _words(title) for region in known.get(word, ()))


def side_of(title: str) -> Laterality | None:
    """The side that a title of ICD-10-CM names."""
    words = _words(title)
    left, right = "left" in words, "right" in words
    if left == right:
        return None
    return "left" if left else "right"


def mechanisms_in(text: str) -> tuple[Mechanism, ...]:
    """The mechanisms of narrowing that a text names, each once, in the order of the table."""
    words = _words(text)
    found = {
        mechanism: None
        for term, mechanism in mechanism_words()
        if any(word.startswith(term[:-1]) if term.endswith("*") else word == term for word in words)
    }
    return tuple(found)


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() or letter == "-" else " " for letter in text.lower()).split()
