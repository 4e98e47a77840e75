"""Conditions to codes: of the rows of a condition the first that fits its place, words and company counts."""

import re
from collections.abc import Iterable, Iterator

from scribe.coding.candidates import Candidate, reportable
from scribe.coding.company import Joined, documented_with, joined
from scribe.coding.facts import Fact, Facts, capital, plain, says
from scribe.coding.levels import Levels, Place, places
from scribe.coding.statements import DISCS, Statement, stated
from scribe.coding.tables import Row, conditions
from scribe.schema import Diagnosis, Encounter, Laterality, Lesion, Region
from scribe.terminology import CodeSet
from scribe.terminology.regions import region_words

_BLANK = re.compile(r"\{(\w+)\}")


def diagnosis_codes(facts: Facts, encounter: Encounter, codes: CodeSet) -> tuple[Candidate, ...]:
    """Return the codes of all diagnoses that may carry one, in their order."""
    return tuple(
        candidate
        for fact in facts.diagnoses
        if not _said_better(fact, facts.diagnoses)
        for candidate in coded(stated(fact), facts, encounter, codes)
    )


def coded(statement: Statement, facts: Facts, encounter: Encounter, codes: CodeSet) -> Iterator[Candidate]:
    """Yield the codes of one condition: one for each of its places and sides."""
    merged = joined(statement.fact, statement.condition, statement.region, facts)
    levels = statement.levels
    if statement.condition in DISCS and not levels.joints:
        levels = merged.levels_or(levels)
    for place in _coded_places(statement, levels):
        for row in _fitting(statement, place, facts, merged):
            found = _codes_of(row, statement, place, encounter, codes)
            yield from _candidates(found, row, statement, place, merged)
            if found:
                break


def _fitting(statement: Statement, place: Place, facts: Facts, merged: Joined) -> Iterator[Row]:
    """Yield the rows whose demands on words and company a condition meets at a place."""
    for row in conditions()[statement.condition]:
        if row.words and not says(statement.words, row.words):
            continue
        if documented_with(row.with_, statement, place, facts, merged):
            yield row


def _candidates(
    found: tuple[str, ...], row: Row, statement: Statement, place: Place, merged: Joined
) -> Iterator[Candidate]:
    shared = merged.facts_at(place) if row.with_ in {"radiculopathy", "myelopathy"} else ()
    for code in found:
        yield Candidate(
            code=code,
            role=row.role,
            about=statement.condition,
            region=place.region,
            decisions=tuple(_decisions(row, place, code)),
            facts=(statement.fact, *shared),
            reason=_reason(statement, row, place),
        )


def _codes_of(row: Row, statement: Statement, place: Place, encounter: Encounter, codes: CodeSet) -> tuple[str, ...]:
    """Return the codes of a row at a place, or failing that in its region; none unless all are reportable."""
    sided = {"right": row.right, "left": row.left, "bilateral": row.bilateral}.get(statement.laterality or "", "")
    templates = (sided or row.code).split()
    for where in (place, places(place.region, Levels((), ()))[0]):
        if row.regions and (where.region or "none") not in row.regions:
            continue
        blanks = _blanks(where, seventh_character(statement.words, encounter))
        if all(blanks[name] for template in templates for name in _BLANK.findall(template)):
            found = tuple(template.format(**blanks) for template in templates)
            if all(reportable(code, codes) for code in found):
                return found
    return ()


def _blanks(place: Place, seventh: str) -> dict[str, str]:
    joint, vertebra = place.joint, place.vertebra
    return {
        "site": place.digit,
        "disc": place.disc,
        "subluxation": joint.subluxation if joint else "",
        "compression": vertebra.compression if vertebra else "",
        "burst": vertebra.burst if vertebra else "",
        "fracture": vertebra.fracture if vertebra else "",
        "encounter": seventh,
    }


def seventh_character(words: str, encounter: Encounter) -> str:
    """Return the 7th character of an injury or fracture code (CD14).

    A known patient may come with a new injury: what is called acute is under active treatment, at whatever visit.
    """
    if says(words, r"sequelae?|late effects?"):
        return "S"
    later = says(words, r"subsequent|heal(?:ing|ed)|follow-?\s?up")
    new = encounter.visit != "subsequent" or says(words, r"acute")
    return "A" if new and not (later and encounter.visit == "subsequent") else "D"


def _coded_places(statement: Statement, levels: Levels) -> tuple[Place, ...]:
    found = places(statement.region, levels)
    # M50 has a note: code to the most superior level of disorder.
    return found[:1] if statement.condition in DISCS and found[0].region == "cervical" else found


def _said_better(fact: Fact[Diagnosis], others: Iterable[Fact[Diagnosis]]) -> bool:
    """Whether another finding states the same condition with a region or side that this one lacks."""
    mine = _precision(stated(fact))
    same = (other for other in others if other.finding.condition == fact.finding.condition)
    return any(
        mine != theirs and all(my in {None, their} for my, their in zip(mine, theirs, strict=True))
        for theirs in (_precision(stated(other)) for other in same)
    )


def _precision(statement: Statement) -> tuple[Region | None, Laterality | None]:
    """Return region and side of a condition, no region where its codes know none."""
    sited = any(row.regions or "{site}" in row.code for row in conditions()[statement.condition])
    region = places(statement.region, statement.levels)[0].region if sited else None
    return region, statement.laterality


def _decisions(row: Row, place: Place, code: str) -> Iterator[str]:
    yield "CD01"
    if row.condition == "traumatic_subluxation":
        yield "CD15"
    elif row.condition == "spinal_stenosis":
        yield "CD08"
    else:
        yield "CD16" if row.role == "symptom" else "CD10"
    if place.joint is not None or place.vertebra is not None:
        yield "CD11"
    if row.with_ == "radiculopathy":
        yield "CD12"
    if row.with_ == "myelopathy":
        yield "CD13"
    if row.with_.endswith("pain"):
        yield "CD19" if row.condition == "sciatica" else "CD21"
    if "{encounter}" in row.code and code[-1] in "ADS":
        yield "CD14"


def _reason(statement: Statement, row: Row, place: Place) -> str:
    name = capital(plain(statement.condition)) + (f" with {row.with_}" if row.with_ else "")
    if row.role == "symptom":
        return f"{name} is stated, and no assigned diagnosis explains it."
    at = f" of the {region_words(place.region)}" if place.region else ""
    said = "stated" if isinstance(statement.fact.finding, Lesion) else "diagnosed"
    how = ", in words that name this code" if row.words else ""
    return f"{name}{f' at {place.name}' if place.name else at} is {said}{how}."
