"""The facts that the rules look up, read on first use from `tables/`."""

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from scribe.schema import Condition, LesionKind, Mechanism, Region, TartComponent

_FOLDER = Path(__file__).with_name("tables")

Nature = Literal["definitive", "symptom"]
"""Whether a condition says what is wrong, or only how it is felt."""

System = Literal["cmt", "extraspinal", "omt"]
"""Which regions a manipulation code counts."""


class Family(NamedTuple):
    """A subcategory of M99."""

    code: str
    """Its header, such as `M99.3`."""
    kind: LesionKind
    """The lesion it names."""
    mechanisms: tuple[Mechanism, ...]
    """The mechanisms it names; one of them is enough."""


class ConditionFacts(NamedTuple):
    """What the rules need to know of a condition."""

    nature: Nature
    """Definitive or symptom."""
    explains: tuple[Mechanism, ...]
    """The narrowing that it accounts for, so that M99 does not."""
    name: str
    """Its name in words."""


class CodeFacts(NamedTuple):
    """What the rules need to know of codes outside M99 that begin alike."""

    nature: Nature
    """Definitive or symptom."""
    conditions: tuple[Condition, ...]
    """The conditions that they may stand for."""


class Tier(NamedTuple):
    """The regions that a manipulation code stands for."""

    system: System
    """Whose regions it counts."""
    least: int
    """Fewest regions."""
    most: int
    """Most regions."""


class Threshold(NamedTuple):
    """How many components of TART a region needs."""

    components: int
    """Different components."""
    one_of: tuple[TartComponent, ...]
    """One of these must be among them, if any are named."""


class SidedStructure(NamedTuple):
    """A structure that has a left and a right."""

    name: str
    """Its name in words."""
    pattern: str
    """Regular expression for the words that name it."""


@cache
def families() -> tuple[Family, ...]:
    """The nine subcategories of M99 that divide by region."""
    return tuple(
        Family(code, cast("LesionKind", kind), cast("tuple[Mechanism, ...]", tuple(mechanisms.split())))
        for code, kind, mechanisms in _rows("m99_families_fy2026.csv")
    )


@cache
def condition_facts() -> dict[Condition, ConditionFacts]:
    """What is known of every condition."""
    return {
        cast("Condition", condition): ConditionFacts(
            cast("Nature", nature), cast("tuple[Mechanism, ...]", tuple(explains.split())), name
        )
        for condition, nature, explains, name in _rows("conditions.csv")
    }


@cache
def code_facts() -> dict[str, CodeFacts]:
    """What codes outside M99 stand for, by the start of the code."""
    return {
        prefix: CodeFacts(cast("Nature", nature), cast("tuple[Condition, ...]", tuple(conditions.split())))
        for prefix, nature, conditions in _rows("code_conditions_fy2026.csv")
    }


@cache
def tiers() -> dict[str, Tier]:
    """The regions of the manipulation codes, by code."""
    return {
        code: Tier(cast("System", system), int(least), int(most))
        for code, system, least, most in _rows("manipulation_codes_2026.csv")
    }


@cache
def thresholds() -> dict[str, Threshold]:
    """The components of TART that a region needs, by profile."""
    return {
        profile: Threshold(int(components), cast("tuple[TartComponent, ...]", tuple(one_of.split())))
        for profile, components, one_of in _rows("tart_thresholds.csv")
    }


@cache
def mechanism_words() -> tuple[tuple[str, Mechanism], ...]:
    """Words that name a mechanism; one that ends in `*` stands for all that begin so."""
    return tuple((word, cast("Mechanism", mechanism)) for mechanism, word in _rows("mechanism_words.csv"))


@cache
def sided_structures() -> dict[Region, SidedStructure]:
    """The structures of a region that have sides."""
    return {
        cast("Region", region): SidedStructure(name, pattern) for region, name, pattern in _rows("sided_structures.csv")
    }


@cache
def title_regions() -> dict[str, tuple[Region, ...]]:
    """The regions that a word in a title of ICD-10-CM admits."""
    return {word: cast("tuple[Region, ...]", tuple(regions.split())) for word, regions in _rows("title_regions.csv")}


def _rows(name: str) -> list[list[str]]:
    """The rows of a table below its heading; no field holds a comma."""
    return [line.split(",") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]]
