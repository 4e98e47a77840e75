"""Sites of the spine outside M99: what a digit means there, and which codes a condition has in a region."""

import re
from functools import cache
from typing import get_args

from scribe.coding.tables import conditions
from scribe.schema import REGIONS, Condition, Region
from scribe.terminology import CodeSet
from scribe.terminology.regions import Site, m99_digit, region_words, site_digit, structures

_SCHEME = "M40-M54"
_IN_SCHEME = "M40 to M54"
_NO_FAMILIES = ("M50", "M51")
"""Rows of the table that are schemes, not the start of a code before its digit."""


def digit_words(region: Region) -> str:
    """Say which digit a region has in M99 and which in M40 to M54, and what its M99 digit means there."""
    digit, spinal = m99_digit(region), site_digit(region, _SCHEME)
    there = _site(_SCHEME, digit)
    if spinal == digit:
        return f"{digit} in M99 and in {_IN_SCHEME}"
    elsewhere = f", where {digit} is {_words(there)}" if there else ""
    return f"{digit} in M99; {spinal or 'none'} in {_IN_SCHEME}{elsewhere}"


def site_words(code: str) -> str | None:
    """Say which site of the spine a code outside M99 names by its digit, and which digits M99 has for it."""
    for end in range(len(code) - 1, 2, -1):
        family, rest = code[:end].rstrip("."), code[end:].lstrip(".")
        for digits in (rest[:2], rest[:1]):
            site = None if family in _NO_FAMILIES else _site(family, digits)
            if site is not None:
                return f"{digits} is {_words(site)} in {family}{_in_m99(site, digits)}"
    return None


def codes_for(condition: Condition, region: Region, codes: CodeSet) -> tuple[str, ...]:
    """Return the codes that a condition may have in a region; a dash stands for what the words decide.

    Those that need no further words come first. A limb or the abdomen has none unless the table says so: most
    conditions are of the spine.
    """
    digit = site_digit(region, _SCHEME)
    found: dict[str, None] = {}
    for row in sorted(conditions()[condition], key=lambda row: row.words != ""):
        if region in row.regions or (digit is not None and not row.regions):
            for template in row.code.split():
                code = template.replace("{site}", digit or "{site}")
                if codes.find(_filled(code)):
                    found[re.sub(r"\{.*", "-", code)] = None
    return tuple(found)


def _filled(template: str) -> str:
    """A template with any valid characters in its blanks; levels that only words name stay open."""
    return template.replace("{disc}", "0").replace("{encounter}", "A")


def _in_m99(site: Site, digits: str) -> str:
    said = [f"{digits} is the {region_words(REGIONS[int(digits)])}"] if len(digits) == 1 and digits.isdigit() else []
    region = _region(site)
    if region is not None:
        said.insert(0, f"the {region_words(region)} is {m99_digit(region)}")
    return f"; in M99 {' and '.join(said)}" if said else ""


def _region(site: Site) -> Region | None:
    """The region of M99 that a site belongs to: a junction has the one of its structure."""
    if site in REGIONS:
        return next(region for region in REGIONS if region == site)
    return next((it.region for it in structures() if it.name == site), None)


@cache
def _site(family: str, digits: str) -> Site | None:
    return next((site for site in get_args(Site) if digits and site_digit(site, family) == digits), None)


def _words(site: Site) -> str:
    return site.replace("_", " ")
