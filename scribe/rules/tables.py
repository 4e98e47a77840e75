"""The facts that the rules look up, read on first use from `tables/`."""

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from scribe.schema import CareKind, Condition, LesionKind, Mechanism, Region, TartComponent

_FOLDER = Path(__file__).with_name("tables")

Nature = Literal["definitive", "symptom"]
"""Whether a condition says what is wrong, or only how it is felt."""

System = Literal["cmt", "extraspinal", "omt"]
"""Which regions a manipulation code counts."""


Weight = Literal["contraindication", "caution"]
"""Whether a thrust is not to be given, or to be thought over."""


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


Profile = Literal["general", "medicare_cmt", "omt"]
"""Whose measure the record of a visit has to meet."""


class Threshold(NamedTuple):
    """How many components of TART a profile looks for in a region."""

    components: int
    """Different components."""
    one_of: tuple[TartComponent, ...]
    """One of these must be among them, if any are named."""
    accepted: int
    """How many the published text of the profile asks for at least."""


class Companion(NamedTuple):
    """A service that a manipulation of the same day includes unless a modifier sets it apart."""

    beside: tuple[System, ...]
    """The manipulations that include it."""
    modifiers: tuple[str, ...]
    """Any of these sets it apart; the first is the usual one."""
    care: tuple[CareKind, ...]
    """The kinds of care that it may stand for; none for an evaluation."""


class TreatedStructure(NamedTuple):
    """A structure that counts in another region of the procedure codes than its region of M99 suggests."""

    region: Region
    """Its region of M99."""
    structure: str
    """Its name in the table of structures."""
    words: str
    """Its name in words."""
    pattern: str
    """Regular expression for the words that name it."""


class SidedStructure(NamedTuple):
    """A structure that has a left and a right."""

    name: str
    """Its name in words."""
    pattern: str
    """Regular expression for the words that name it."""


class Caution(NamedTuple):
    """Something that speaks against a thrust."""

    subject: str
    """The subject whose words name it in a text."""
    weight: Weight
    """How much it weighs."""
    name: str
    """Its name in words."""
    regions: tuple[Region, ...]
    """The treated regions that it is about; none means all."""


@cache
def families() -> tuple[Family, ...]:
    """The nine subcategories of M99 that divide by region."""
    return tuple(
        Family(code, cast("LesionKind", kind), cast("tuple[Mechanism, ...]", tuple(mechanisms.split())))
        for code, kind, mechanisms in rows("m99_families_fy2026.csv")
    )


@cache
def condition_facts() -> dict[Condition, ConditionFacts]:
    """What is known of every condition."""
    return {
        cast("Condition", condition): ConditionFacts(
            cast("Nature", nature), cast("tuple[Mechanism, ...]", tuple(explains.split())), name
        )
        for condition, nature, explains, name in rows("conditions.csv")
    }


@cache
def code_facts() -> dict[str, CodeFacts]:
    """What codes outside M99 stand for, by the start of the code."""
    return {
        prefix: CodeFacts(cast("Nature", nature), cast("tuple[Condition, ...]", tuple(conditions.split())))
        for prefix, nature, conditions in rows("code_conditions_fy2026.csv")
    }


@cache
def tiers() -> dict[str, Tier]:
    """The regions of the manipulation codes, by code."""
    return {
        code: Tier(cast("System", system), int(least), int(most))
        for code, system, least, most in rows("manipulation_codes_2026.csv")
    }


@cache
def rule_scopes() -> dict[str, tuple[str, ...]]:
    """The codes that each rule is about, as patterns or as one of the words of `scopes.py`, by rule id."""
    return {identity: tuple(codes.split()) for identity, codes in rows("rule_scopes.csv")}


@cache
def thresholds() -> dict[Profile, Threshold]:
    """The components of TART that a region needs, by profile."""
    return {
        cast("Profile", profile): Threshold(
            int(components), cast("tuple[TartComponent, ...]", tuple(one_of.split())), int(accepted)
        )
        for profile, components, one_of, accepted in rows("tart_thresholds.csv")
    }


@cache
def modifiers() -> dict[str, str]:
    """What the modifiers of procedure codes say."""
    return dict(cast("list[tuple[str, str]]", rows("modifiers_2026.csv")))


@cache
def companions() -> dict[str, Companion]:
    """The services that a manipulation of the same day includes, by code."""
    return {
        code: Companion(
            cast("tuple[System, ...]", tuple(beside.split())),
            tuple(apart.split()),
            cast("tuple[CareKind, ...]", tuple(care.split())),
        )
        for code, beside, apart, care in rows("companion_codes_2026.csv")
    }


@cache
def treated_structures() -> tuple[TreatedStructure, ...]:
    """The structures whose name decides in which region of the procedure codes a treatment counts."""
    return tuple(
        TreatedStructure(cast("Region", region), structure, words, pattern)
        for region, structure, words, pattern in rows("treated_structures.csv")
    )


@cache
def level_words() -> dict[Region, str]:
    """For each region whose name is no level: regular expression for the areas that imply one."""
    return {cast("Region", region): pattern for region, pattern in rows("level_words.csv")}


@cache
def condition_regions() -> dict[Condition, tuple[Region, ...]]:
    """The regions in which a condition is felt, where its name fixes none or several."""
    return {
        cast("Condition", condition): cast("tuple[Region, ...]", tuple(regions.split()))
        for condition, regions in rows("condition_regions.csv")
    }


@cache
def complaint_areas() -> dict[str, tuple[Region, ...]]:
    """The regions that the words of an area may mean, by the subject of those words."""
    return {area: cast("tuple[Region, ...]", tuple(regions.split())) for area, regions in rows("complaint_areas.csv")}


@cache
def mechanism_words() -> tuple[tuple[str, Mechanism], ...]:
    """Words that name a mechanism; one that ends in `*` stands for all that begin so."""
    return tuple((word, cast("Mechanism", mechanism)) for mechanism, word in rows("mechanism_words.csv"))


@cache
def sided_structures() -> dict[Region, SidedStructure]:
    """The structures of a region that have sides."""
    return {
        cast("Region", region): SidedStructure(name, pattern) for region, name, pattern in rows("sided_structures.csv")
    }


@cache
def title_regions() -> dict[str, tuple[Region, ...]]:
    """The regions that a word in a title of ICD-10-CM admits."""
    return {word: cast("tuple[Region, ...]", tuple(regions.split())) for word, regions in rows("title_regions.csv")}


@cache
def mention_words() -> dict[str, tuple[str, ...]]:
    """The words by which a text mentions a subject; one that ends in `*` stands for all that begin so."""
    return _grouped("mentions.csv")


@cache
def cue_words() -> dict[str, tuple[str, ...]]:
    """The words that take a mention back, by how they do."""
    return _grouped("cues.csv")


@cache
def tissue_words() -> tuple[tuple[str, str], ...]:
    """The tissues that may narrow a space, each with a word for it."""
    return tuple((tissue, word) for tissue, word in rows("tissue_words.csv"))


@cache
def spaces() -> dict[LesionKind, tuple[Region, ...]]:
    """The regions that have a neural canal, and those that have intervertebral foramina."""
    return {
        cast("LesionKind", space): cast("tuple[Region, ...]", tuple(regions.split()))
        for space, regions in rows("spaces.csv")
    }


@cache
def cautions() -> tuple[Caution, ...]:
    """What speaks against a thrust."""
    return tuple(
        Caution(subject, cast("Weight", weight), name, cast("tuple[Region, ...]", tuple(regions.split())))
        for subject, weight, name, regions in rows("cautions.csv")
    )


def _grouped(name: str) -> dict[str, tuple[str, ...]]:
    """The second fields of a table by the first."""
    found: dict[str, tuple[str, ...]] = {}
    for key, value in rows(name):
        found[key] = (*found.get(key, ()), value)
    return found


@cache
def query_phrases() -> dict[str, tuple[str, ...]]:
    """Phrases that matter in a query, by kind; one with `*` stands for all words so spelled."""
    return _by_kind("query_phrases.csv")


@cache
def query_lookalikes() -> dict[str, tuple[str, ...]]:
    """What looks like such a phrase and is none, by kind; a capital letter counts."""
    return _by_kind("query_lookalikes.csv")


def _by_kind(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, phrase in rows(name):
        found[kind] = (*found.get(kind, ()), phrase)
    return found


def rows(name: str) -> list[list[str]]:
    """The rows of a table below its heading; no field holds a comma."""
    return [line.split(",") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]]
