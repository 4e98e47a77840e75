"""The position of a vertebra as its notation states it: `L4 F RR SL`, `T4-6 N SL RR`, `flexed, rotated right`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from scribe.rules.chart import Chart, lesions, once
from scribe.rules.landmark_tables import Coupling, couplings
from scribe.schema import Laterality, Region, Span

_SIDES: dict[str, Laterality] = {"l": "left", "r": "right"}
_SAGITTAL = {"n": "neutral", "f": "flexed", "e": "extended"}
_SPOKEN = {"eff": "F", "ess": "S", "en": "N", "ell": "L", "are": "R", "ee": "E"}
VERTEBRAL: tuple[Region | None, ...] = ("head", "cervical", "thoracic", "lumbar")
"""The regions whose joints are named by vertebrae."""
"""Regions whose segments are turned and bent."""
_LIMITS = r"\b(?:restrict|limit|decreas|reduc|resist|loss|lack|barrier|won't|cannot|not\b)"
"""Words of motion that is lacking; a position is named for where motion is free."""


class Position(NamedTuple):
    """A vertebra, or a group, and how it is turned and bent."""

    segment: str
    """The segment as written, such as `T4-6`."""
    sagittal: str | None
    """`neutral`, `flexed` or `extended`."""
    rotation: Laterality
    """The side to which it is rotated."""
    bending: Laterality
    """The side to which it is bent."""


@once
def positions(chart: Chart) -> tuple[tuple[str, Span, Position], ...]:
    """The positions that the stated lesions are named by, each with the path of its lesion and where it is stated."""
    found: dict[tuple[str, Position], Span] = {}
    for at, lesion in lesions(chart):
        for evidence in lesion.evidence:
            if evidence.span is not None and lesion.region in VERTEBRAL:
                for position in read_positions(chart.document.text[slice(*evidence.span)], lesion.segments):
                    found.setdefault((at, position), evidence.span)
    return tuple((at, span, position) for (at, position), span in found.items())


def read_positions(text: str, segments: Sequence[str] = ()) -> Iterator[Position]:
    """Read the positions that some words state, in shorthand or spelled out.

    Args:
        text: The words.
        segments: The segments that they are about, where they name none themselves.
    """
    plain = _spoken_letter().sub(lambda letter: _SPOKEN[letter[0].lower()], text)
    for found in _shorthand().finditer(plain):
        letters = {name: letter[0].lower() for name, letter in found.groupdict().items() if letter}
        rotation = letters.get("r1") or letters.get("r2") or letters["both"]
        bending = letters.get("s1") or letters.get("s2") or letters["both"]
        sagittal = _SAGITTAL.get(letters.get("first") or letters.get("last") or "")
        yield Position(found["segment"], sagittal, _SIDES[rotation], _SIDES[bending])
    if "rotate" in text.lower():
        yield from _spelled(text, segments)


def fault_of(position: Position) -> Coupling | None:
    """The rule of coupled motion that a position breaks, if any."""
    together = "same" if position.rotation == position.bending else "opposite"
    for coupling in couplings():
        if coupling.joint == _joint(position.segment) and coupling.sagittal in ("", position.sagittal):
            return None if coupling.together == together else coupling
    return None


def _joint(segment: str) -> str:
    """Which rule a segment follows; the joint of atlas and axis only turns, and follows none."""
    segment = segment.upper()
    if segment in ("OA", "C0", "OCCIPUT"):
        return "oa"
    if segment.startswith("C"):
        return "" if re.match(r"C1\b", segment) else "cervical"
    return "trunk" if segment.startswith(("T", "L")) else ""


def _spelled(text: str, segments: Sequence[str]) -> Iterator[Position]:
    """Read `L5 is neutral, side bent left and rotated right`, where one segment is named and no limit of motion."""
    segments = _segment().findall(text) or segments
    if len(segments) != 1 or _limits().search(text):
        return
    stated: dict[str, set[str]] = {"sagittal": set(), "rotation": set(), "bending": set(), "alike": set()}
    for found in _words().finditer(text):
        stated[str(found.lastgroup)].add(str(found[str(found.lastgroup)]).lower())
    sagittal = {_SAGITTAL[word[0]] for word in stated["sagittal"]}
    rotation, bending = stated["rotation"] | stated["alike"], stated["bending"] | stated["alike"]
    if len(rotation) == len(bending) == 1 and len(sagittal) < 2:  # noqa: PLR2004  # two of a kind contradict
        sides = cast("Laterality", rotation.pop()), cast("Laterality", bending.pop())
        yield Position(segments[0], next(iter(sagittal), None), *sides)


_FLAGS = re.IGNORECASE | re.ASCII
"""Letters alike in lower case only are not the same letter."""
_SEGMENT = r"\b(?:OA|C0|occiput|AA|[CTL]\d\d?(?: ?- ?[CTL]?\d\d?)?)(?![\w-])"


@cache
def _segment() -> re.Pattern[str]:
    return re.compile(_SEGMENT, _FLAGS)


@cache
def _limits() -> re.Pattern[str]:
    return re.compile(_LIMITS, _FLAGS)


@cache
def _spoken_letter() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_SPOKEN)})\b", _FLAGS)


@cache
def _shorthand() -> re.Pattern[str]:
    side = {part: f"(?P<{part}>L(?:eft|t)?|R(?:ight|t)?)" for part in ("r1", "s1", "s2", "r2", "both")}
    rotated, bent = r"R(?:ot)?\s*", r"SB?\s*"
    turned = rf"{rotated}{side['r1']}[\s,]*{bent}{side['s1']}|{bent}{side['s2']}[\s,]*{rotated}{side['r2']}"
    alike = rf"R\s*S\s*{side['both']}"
    return re.compile(
        rf"(?P<segment>{_SEGMENT})[\s:,-]*(?:(?P<first>[NFE])[\s,]*)?(?:{turned}|{alike})(?:[\s,]*(?P<last>[NFE]))?\b",
        _FLAGS,
    )


@cache
def _words() -> re.Pattern[str]:
    side = r"(?: to)?(?: the)? "
    bent = r"side[ -]?(?:bent|bends|bending)"
    return re.compile(
        rf"\b(?:(?P<sagittal>neutral|flexed|flexion|extended|extension)"
        rf"|(?:rotated and {bent}|{bent} and rotated){side}(?P<alike>left|right)"
        rf"|rotat(?:ed|es){side}(?P<rotation>left|right)|{bent}{side}(?P<bending>left|right))\b",
        _FLAGS,
    )
