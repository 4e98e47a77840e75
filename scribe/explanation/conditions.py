"""A code outside M99: what it stands for, its site, and the codes of M99 that give way to it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scribe.coding.tables import Competitor, Row, competitors, conditions
from scribe.explanation.parts import Told, told
from scribe.explanation.sites import site_words
from scribe.reports.explanation import Point
from scribe.rules.chart import STENOSES
from scribe.rules.tables import CodeFacts, Family, families
from scribe.rules.views.matrix import regions_of
from scribe.rules.words import condition_words, lesion_words, listed, mechanism_words
from scribe.schema import Condition, Lesion
from scribe.terminology import Code
from scribe.terminology.regions import m99_digit

_BLANKS = {"disc": r"\d{1,2}"}
"""How many characters fill a blank where it is not one."""
_NATURES = {"definitive": "a definitive diagnosis", "symptom": "a symptom"}


def statement(code: str, facts: CodeFacts) -> Point:
    """Say which of our conditions a code may stand for, with what they are documented, and of what nature they are."""
    names = listed(dict.fromkeys(_documented(code, facts.conditions)), "or")
    said = f"{names[:1].upper()}{names[1:]}, {_NATURES[facts.nature]}, as the clinician states it at this visit"
    return Point("statement", said)


def _documented(code: str, known: Iterable[Condition]) -> list[str]:
    """The conditions that coding leads to a code, each with its company; all known ones where a level decides."""
    rows = [row for condition in known for row in conditions()[condition] if _leads_to(row, code)]
    named = [f"{condition_words(row.condition)}{f' with {row.with_}' if row.with_ else ''}" for row in rows]
    return named or [condition_words(condition) for condition in known]


def _leads_to(row: Row, code: str) -> bool:
    templates = f"{row.code} {row.right} {row.left} {row.bilateral}".split()
    return any(_shape(template).fullmatch(code) for template in templates)


@cache
def _shape(template: str) -> re.Pattern[str]:
    """What a template may become; one that begins with a blank is a level's own code and becomes nothing here."""
    return re.compile(re.sub(r"\{(\w+)\}", lambda blank: _BLANKS.get(blank[1], "."), template.replace(".", r"\.")))


def site(code: str) -> Iterator[Told]:
    """Tell what the site digit of a code of the spine means, and what the same digit means in M99."""
    words = site_words(code)
    yield from told("region", "Site", [Point("digit", words)] if words else [])


def near_misses(code: Code, facts: CodeFacts) -> Iterator[Told]:
    """Tell the codes of M99 that give way to a code, or that a word more would lead to."""
    if "spinal_stenosis" in facts.conditions:
        stated = [family for family in families() if family.kind in STENOSES]
        yield from told("near", "In M99, where a mechanism is stated", _in_region(stated, code), cites=("tabular-m99",))
    rows = [row for row in competitors() if row.condition in facts.conditions]
    replaced = [family for family in families() if any(_gives_way(family, row) for row in rows)]
    cites = [row.source for row in rows]
    yield from told("near", "Codes of M99 that give way to it", _in_region(replaced, code), cites=cites)


def _gives_way(family: Family, row: Competitor) -> bool:
    """Whether a diagnosis classifies elsewhere what a subcategory names."""
    return row.kind == family.kind and row.mechanism in ("any", None, *family.mechanisms)


def _in_region(lesions: Iterable[Family], code: Code) -> Iterator[Point]:
    """The codes of subcategories in the regions that a title names; a dash where it names none."""
    digits = [m99_digit(region) for region in dict.fromkeys(regions_of(code.title))] or ["-"]
    for family in lesions:
        by = f" by {mechanism_words(family.mechanisms, 'or')}" if family.mechanisms else ""
        codes = listed((f"{family.code}{digit}" for digit in digits), "or")
        yield Point(codes, f"{lesion_words(Lesion(kind=family.kind, evidence=()))}{by}")
