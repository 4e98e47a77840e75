"""The facts that coding looks up: CSV tables beside this module, each read once, on first use.

What the columns mean and where the facts come from stands in `tables/README.md`.
"""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, cast, get_args

from scribe.schema import Condition, LesionKind, Mechanism, Region
from scribe.terminology.regions import Site

Role = Literal["definitive", "disorder", "lesion", "companion", "symptom"]
"""What a code is on a claim: a structural diagnosis, which explains pain and palpation at its site; a
diagnosis that explains neither; a biomechanical lesion; a condition that goes with another; a symptom."""

With = Literal[
    "",
    "radiculopathy",
    "myelopathy",
    "back pain",
    "leg pain",
    "back and leg pain",
    "claudication",
    "stenosis",
    "trauma",
]
"""What a diagnosis is documented with, where the code depends on it."""


class Decision(NamedTuple):
    """One rule by which codes are derived from findings."""

    id: str
    """Two letters and two digits, such as `CD05`."""
    name: str
    """What it is about, in a few words."""
    explanation: str
    """The rule, in one sentence."""
    source: str
    """Key of its citation."""
    codes: tuple[str, ...]
    """Patterns of the codes that it leads to or keeps away, such as `M99.2-M99.5`; `every` for all."""


class Cell(NamedTuple):
    """Where a lesion of one kind and mechanism stands in M99."""

    kind: LesionKind
    """Kind of the lesion."""
    mechanism: Mechanism | None
    """What narrows the space, or None for a kind without mechanism."""
    category: str
    """Subcategory, such as `M99.6`, to which the region adds its digit."""
    decision: str
    """Id of the coding rule."""


class Competitor(NamedTuple):
    """A diagnosis that classifies a lesion elsewhere."""

    condition: Condition
    """The diagnosis."""
    kind: LesionKind
    """The kind of lesion it explains."""
    mechanism: Mechanism | Literal["any"] | None
    """The mechanism it explains."""
    source: str
    """Key of the citation."""


class Cause(NamedTuple):
    """Words of a lesion that name a cause with a code of its own."""

    words: str
    """Pattern of the words."""
    kinds: tuple[LesionKind, ...]
    """Kinds of lesion it replaces."""
    code: str
    """Template of the code."""
    cause: str
    """The cause, for a sentence."""
    source: str
    """Key of the citation."""


class Row(NamedTuple):
    """One way a condition is coded; of a condition's rows the first that fits counts."""

    condition: Condition
    """The condition."""
    with_: With
    """What it must be documented with; empty for no demand."""
    regions: tuple[Region | Literal["none"], ...]
    """Regions it holds for; empty for all, `none` for an unknown one."""
    words: str
    """Pattern that its quotes must show; empty for no demand."""
    role: Role
    """What the code is on a claim."""
    code: str
    """Templates of the codes for no stated side, parted by a space."""
    right: str
    """The same for the right side; empty where the code knows no side."""
    left: str
    """The same for the left side."""
    bilateral: str
    """The same for both sides."""


class Joint(NamedTuple):
    """Two vertebrae and the disc between them."""

    name: str
    """Such as `L5-S1`."""
    site: Site
    """Its site outside M99."""
    disc_site: Site | Literal[""]
    """The site of its disc in M50; empty below the neck."""
    root: str
    """Nerve root that a herniation of its disc reaches."""
    subluxation: str
    """Injury code of its subluxation, without the 7th character."""
    words: str
    """Pattern of the junction's name."""


class Vertebra(NamedTuple):
    """One vertebra."""

    name: str
    """Such as `L5`; `C8` stands for the root that has no vertebra."""
    region: Region
    """Its region."""
    site: Site
    """Its site outside M99."""
    compression: str
    """Injury code of a wedge compression fracture, without the 7th character."""
    burst: str
    """Injury code of a burst fracture."""
    fracture: str
    """Injury code of an unspecified fracture."""


def _rows(name: str) -> list[list[str]]:
    import csv  # noqa: PLC0415  # a run without codes never needs it

    text = Path(__file__).with_name("tables").joinpath(name).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()))[1:]


@cache
def decisions() -> MappingProxyType[str, Decision]:
    """Return the coding rules by id."""
    return MappingProxyType(
        {
            identity: Decision(identity, name, explanation, source, tuple(codes.split()))
            for identity, name, explanation, source, codes in _rows("decisions.csv")
        }
    )


@cache
def cells() -> tuple[Cell, ...]:
    """Return the M99 matrix without its region digit."""
    return tuple(
        Cell(cast("LesionKind", kind), cast("Mechanism | None", mechanism or None), category, decision)
        for kind, mechanism, category, decision in _rows("matrix.csv")
    )


@cache
def competitors() -> tuple[Competitor, ...]:
    """Return which diagnoses explain which lesions."""
    return tuple(
        Competitor(
            cast("Condition", condition), cast("LesionKind", kind), cast("Mechanism | None", mechanism or None), source
        )
        for condition, kind, mechanism, source in _rows("competing.csv")
    )


@cache
def causes() -> tuple[Cause, ...]:
    """Return the causes that a lesion's own words may name."""
    return tuple(
        Cause(words, cast("tuple[LesionKind, ...]", tuple(kinds.split())), code, cause, source)
        for words, kinds, code, cause, source in _rows("causes.csv")
    )


@cache
def conditions() -> MappingProxyType[str, tuple[Row, ...]]:
    """Return the rows of each condition, in the order in which they are tried."""
    rows: dict[str, list[Row]] = {condition: [] for condition in get_args(Condition)}
    for condition, with_, regions, words, role, *codes in _rows("conditions.csv"):
        known = cast("tuple[Region, ...]", tuple(regions.split()))
        row = Row(cast("Condition", condition), cast("With", with_), known, words, cast("Role", role), *codes)
        rows[condition].append(row)
    return MappingProxyType({condition: tuple(found) for condition, found in rows.items()})


@cache
def integral() -> MappingProxyType[str, frozenset[Region]]:
    """Return for each symptom the regions whose definitive diagnoses explain it."""
    return MappingProxyType({row[0]: frozenset(cast("list[Region]", row[1].split())) for row in _rows("integral.csv")})


@cache
def vague_words() -> tuple[tuple[str, tuple[Region, ...]], ...]:
    """Return words that fix no region, with the regions they may mean."""
    return tuple((words, cast("tuple[Region, ...]", tuple(regions.split()))) for words, regions in _rows("vague.csv"))


@cache
def mechanism_words() -> MappingProxyType[Mechanism, str]:
    """Return for each mechanism the pattern of the words that name it."""
    return MappingProxyType({cast("Mechanism", row[0]): row[1] for row in _rows("mechanisms.csv")})


@cache
def joints() -> MappingProxyType[str, Joint]:
    """Return the joints of the spine by name, from above."""
    return MappingProxyType(
        {
            name: Joint(name, cast("Site", site), cast("Site", disc_site), *rest)
            for name, site, disc_site, *rest in _rows("joints.csv")
        }
    )


@cache
def vertebrae() -> MappingProxyType[str, Vertebra]:
    """Return the vertebrae by name, from above."""
    return MappingProxyType(
        {
            name: Vertebra(name, cast("Region", region), cast("Site", site), compression, burst, fracture)
            for name, region, site, compression, burst, fracture in _rows("vertebrae.csv")
        }
    )
