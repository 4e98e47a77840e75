"""Vertebral levels in the words of a finding, and the sites they stand for outside M99."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scribe.coding.tables import Joint, Vertebra, joints, vertebrae
from scribe.schema import Region
from scribe.terminology.regions import Site, site_digit

_NUMBERS = {
    word: i
    for i, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
_NEXT_LETTER = {"c": "t", "t": "l", "l": "s"}
_TOKEN = (
    r"(?P<link>\s*(?:-|–|—|/|to|through|thru|on|over|and|,|&)\s*|\s+)?"  # noqa: RUF001  # dashes as notes have them
    rf"(?P<letter>(?<![a-z])[ctls](?:\s|-)?)?(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})(?![a-z0-9%]|\.\d|\s*(?:mm|cm)\b)"
)
_SEPARATE = frozenset({"and", ",", "&"})


class Place(NamedTuple):
    """Where a diagnosis is, as precisely as its words and region say."""

    region: Region | None
    """Its M99 region."""
    site: Region | Site | None
    """Its site outside M99."""
    joint: Joint | None = None
    """The joint, where one is named."""
    vertebra: Vertebra | None = None
    """The vertebra, where one alone is named."""

    @property
    def digit(self) -> str:
        """The site digit of a code outside M99; empty where there is none."""
        return (site_digit(self.site, "M40-M54") if self.site else None) or ""

    @property
    def disc(self) -> str:
        """What an M50 code takes for the disc; an unnamed level is a digit of its own."""
        return site_digit((self.joint.disc_site if self.joint else "") or "cervical", "M50") or ""

    @property
    def name(self) -> str | None:
        """The named level, such as `L5-S1`."""
        level = self.joint or self.vertebra
        return level and level.name


class Levels(NamedTuple):
    """The levels that words name."""

    joints: tuple[Joint, ...]
    """Joints, from above."""
    vertebrae: tuple[Vertebra, ...]
    """Vertebrae, from above, those of the joints included."""


def levels_of(words: str, segments: Sequence[str] = ()) -> Levels:
    """Read the levels that words name, such as `L4-5`, `C4 on C5`, `l five s one` or `lumbosacral`.

    Args:
        words: Lower-case words of a finding.
        segments: Vertebrae that the finding names itself; neighbours among them are a joint.
    """
    named, linked = _read(words)
    known = [segment for segment in segments if segment in vertebrae()]
    linked |= {(above, below) for above in known for below in known if f"{above}-{below}" in joints()}
    between = {name for pair in linked for name in _joints_between(*pair)}
    between |= set(_junctions(words))
    between |= {"C0-C1"} if "OA" in segments else set()
    between |= {"C1-C2"} if "AA" in segments else set()
    return Levels(
        tuple(joint for name, joint in joints().items() if name in between),
        tuple(vertebra for name, vertebra in vertebrae().items() if name in named or name in known),
    )


def places(region: Region | None, levels: Levels) -> tuple[Place, ...]:
    """Return the places of a diagnosis: each joint of its region, else each vertebra, else the region.

    Levels of another region say nothing about this diagnosis; S1 named alone for the lumbar region is
    the lumbosacral junction.
    """
    at_joints = [joint for joint in levels.joints if region in (None, joint_region(joint))]
    if not at_joints and region == "lumbar" and any(vertebra.name == "S1" for vertebra in levels.vertebrae):
        at_joints = [joints()["L5-S1"]]
    if at_joints:
        return tuple(Place(joint_region(joint), joint.site, joint=joint) for joint in at_joints)
    alone = [vertebra for vertebra in levels.vertebrae if region in (None, vertebra.region)]
    if alone:
        return tuple(Place(vertebra.region, vertebra.site, vertebra=vertebra) for vertebra in alone)
    return (Place(region, region),)


def apart(one: Levels, other: Levels) -> bool:
    """Whether two findings name levels and share none."""
    if one.joints and other.joints:
        return not set(one.joints) & set(other.joints)
    if one.vertebrae and other.vertebrae:
        return not set(one.vertebrae) & set(other.vertebrae)
    return False


def joint_region(joint: Joint) -> Region:
    """Return the M99 region of a joint: that of its upper vertebra; the atlanto-occipital joint is the head's."""
    upper = joint.name.split("-")[0]
    return vertebrae()[upper].region if upper in vertebrae() else "head"


def by_root(roots: Iterable[Vertebra]) -> tuple[Joint, ...]:
    """Return the joints whose disc reaches one of the roots."""
    names = {root.name for root in roots}
    return tuple(joint for joint in joints().values() if joint.root in names)


def _junctions(words: str) -> Iterator[str]:
    """Yield the joints whose junction words call by name, such as `lumbosacral`."""
    named, pattern = _junction_names()
    for found in pattern.finditer(words):
        yield named[found.lastindex or 1]


@cache
def _junction_names() -> tuple[dict[int, str], re.Pattern[str]]:
    """Return one pattern for all junctions, and the joint of each of its groups."""
    named = [joint for joint in joints().values() if joint.words]
    pattern = "|".join(f"({joint.words})" for joint in named)
    return {i: joint.name for i, joint in enumerate(named, start=1)}, re.compile(rf"\b(?:{pattern})\b")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN)


def _read(words: str) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the vertebrae that words name, and the pairs that they link."""
    named: set[str] = set()
    linked: set[tuple[str, str]] = set()
    before: str | None = None
    end = -1
    for found in _token().finditer(words):
        link = (found["link"] or "").strip()
        if found.start() != end:
            before = None
        letter = (found["letter"] or "").strip(" -")
        number = int(_NUMBERS.get(found["number"], 0) or found["number"])
        spoken = found["number"] in _NUMBERS
        vertebra = _vertebra(letter, number) or (before and (link or spoken) and _inherit(before, number)) or None
        if vertebra is not None:
            named.add(vertebra)
            if before is not None and link not in _SEPARATE:
                linked.add((before, vertebra))
        before, end = vertebra, found.end()
    return named, linked


def _vertebra(letter: str, number: int) -> str | None:
    name = f"{letter.upper()}{number}"
    return name if letter and name in vertebrae() else None


def _inherit(before: str, number: int) -> str | None:
    """Read the bare number after a vertebra: `l4-5` is L5, `l5-1` is S1."""
    letter = before[0].lower()
    if number > int(before[1:]):
        return _vertebra(letter, number)
    return _vertebra(_NEXT_LETTER.get(letter, ""), number) if number == 1 else None


def _joints_between(above: str, below: str) -> list[str]:
    order = [name for name in vertebrae() if name != "C8"]
    if above not in order or below not in order:
        return []
    first, last = sorted((order.index(above), order.index(below)))
    return [f"{order[i]}-{order[i + 1]}" for i in range(first, last) if f"{order[i]}-{order[i + 1]}" in joints()]
