"""Codes that do not stand beside each other on one claim, and which of them gives way."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from scribe.coding.candidates import Candidate, each_once
from scribe.coding.facts import capital, plain
from scribe.coding.levels import apart, levels_of
from scribe.coding.matrix import STENOSES
from scribe.coding.tables import integral
from scribe.schema import Diagnosis, Lesion, Region
from scribe.terminology import CodeSet


class Settled(NamedTuple):
    """What stands and what gave way."""

    kept: tuple[Candidate, ...]
    """Codes to report, in the order they came."""
    dropped: tuple[Candidate, ...]
    """Codes that gave way, each with its reason."""


_JUNCTIONS: dict[str, frozenset[Region]] = {
    "occipito-atlanto-axial": frozenset({"head", "cervical"}),
    "cervicothoracic": frozenset({"cervical", "thoracic"}),
    "thoracolumbar": frozenset({"thoracic", "lumbar"}),
    "lumbosacral": frozenset({"lumbar", "sacral"}),
}
"""The words of a title that name two regions."""

Objection = Callable[[Candidate, Candidate], tuple[str, str] | None]
"""Why the first code gives way to the second, as rule and reason, or None where it does not."""


def settle(candidates: Iterable[Candidate], replaced: Iterable[Candidate], codes: CodeSet) -> Settled:
    """Keep the codes that may be reported together.

    Args:
        candidates: Codes that the findings support.
        replaced: M99 codes already classified elsewhere; they still say what narrows a space.
        codes: The code set of the visit.
    """
    kept, dropped = tuple(candidates), list[Candidate]()
    mechanical = tuple(replaced)
    for objection in (_belongs_to, _same_narrowing, _same_condition, _is_integral_to, _excluded_by(codes)):
        rivals = (*kept, *mechanical) if objection is _same_narrowing else kept
        kept, gave_way = _apply(objection, kept, rivals)
        dropped += gave_way
    return Settled(each_once(kept), each_once(dropped))


def _apply(
    objection: Objection, candidates: tuple[Candidate, ...], rivals: tuple[Candidate, ...]
) -> tuple[tuple[Candidate, ...], list[Candidate]]:
    kept: list[Candidate] = []
    dropped: list[Candidate] = []
    for candidate in candidates:
        given = (objection(candidate, rival) for rival in rivals if rival.code != candidate.code)
        why = next((found for found in given if found), None)
        if why is None:
            kept.append(candidate)
        else:
            dropped.append(candidate.but(*why))
    return tuple(kept), dropped


def _belongs_to(candidate: Candidate, rival: Candidate) -> tuple[str, str] | None:
    """A finding that another diagnosis has taken into its code; epidural fibrosis after a laminectomy."""
    if isinstance(candidate.facts[0].finding, Diagnosis) and candidate.facts[0] in rival.facts[1:]:
        rule = "CD13" if candidate.about == "myelopathy" else "CD12"
        return rule, f"{_said(candidate)} is part of {rival.code}, the code of the {_named(rival)}."
    if (candidate.about, rival.about) == ("epidural_fibrosis", "postlaminectomy_syndrome"):
        return "CD20", f"The epidural fibrosis is part of the postlaminectomy syndrome, {rival.code}."
    return None


def _same_narrowing(candidate: Candidate, rival: Candidate) -> tuple[str, str] | None:
    """Plain spinal stenosis of a region whose stenosis is stated with its mechanism."""
    if candidate.about != "spinal_stenosis" or rival.about not in STENOSES or not rival.mechanisms:
        return None
    if isinstance(candidate.facts[0].finding, Lesion) or candidate.region not in (rival.region, None):
        return None
    segments = rival.facts[0].finding.segments if isinstance(rival.facts[0].finding, Lesion) else ()
    if apart(levels_of(candidate.facts[0].words), levels_of(rival.facts[0].words, segments)):
        return None
    return "CD09", "The stenosis of this region is stated with its mechanism and is coded by that."


def _same_condition(candidate: Candidate, rival: Candidate) -> tuple[str, str] | None:
    """The symptom of a condition that is also stated as a named disorder."""
    if candidate.role == "symptom" and rival.role != "symptom" and candidate.about == rival.about:
        return "CD17", f"{_said(candidate)} is stated more precisely as {rival.code}."
    return None


def _is_integral_to(candidate: Candidate, rival: Candidate) -> tuple[str, str] | None:
    """A symptom that a definitive diagnosis of its region explains."""
    explains = rival.role == "definitive" or (candidate.about, rival.about) == ("sciatica", "radiculopathy")
    if candidate.role != "symptom" or not explains:
        return None
    regions = {candidate.region} if candidate.region else set()
    if rival.region not in (integral().get(str(candidate.about), frozenset()) or regions):
        return None
    return "CD17", f"{_said(candidate)} belongs to the {_named(rival)}, {rival.code}."


def _excluded_by(codes: CodeSet) -> Objection:
    """An Excludes1 note, between codes that can concern one condition."""

    def objection(candidate: Candidate, rival: Candidate) -> tuple[str, str] | None:
        note = codes.excluding(candidate.code, rival.code)
        if note is None or not _stands_at(note.at, candidate.code, rival.code) or _unrelated(candidate, rival, codes):
            return None
        return "CD18", f"An Excludes1 note at {note.at} keeps {candidate.code} and {rival.code} apart."

    return objection


def _unrelated(one: Candidate, two: Candidate, codes: CodeSet) -> bool:
    """Whether two codes concern different conditions, which Excludes1 does not keep apart."""
    here, there = _regions(one, codes), _regions(two, codes)
    elsewhere = bool(here and there) and here.isdisjoint(there)
    injury_and_disease = one.code.startswith("S") != two.code.startswith("S") and "symptom" not in {one.role, two.role}
    return elsewhere or injury_and_disease


def _regions(candidate: Candidate, codes: CodeSet) -> frozenset[Region]:
    """Where a code may be: a symptom in the regions of its name, a junction on both its sides."""
    if candidate.role == "companion" and candidate.about == "myelopathy":
        return frozenset()  # G99.2 is the code of a myelopathy in other diseases, wherever it is.
    named = integral().get(str(candidate.about)) if candidate.role == "symptom" else None
    known = codes.find(candidate.code)
    across = next((regions for word, regions in _JUNCTIONS.items() if known and word in known.title), frozenset())
    return named or across or frozenset({candidate.region} if candidate.region else ())


def _stands_at(at: str, candidate: str, rival: str) -> bool:
    """Whether the candidate gives way: the note stands at its code, or at neither one's alone and it is later."""
    here, there = candidate.startswith(at), rival.startswith(at)
    return here if here != there else candidate > rival


def _said(candidate: Candidate) -> str:
    return capital(_named(candidate))


def _named(candidate: Candidate) -> str:
    return plain(str(candidate.about)) if candidate.about else candidate.code
