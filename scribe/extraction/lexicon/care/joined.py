"""Mentions of care → the treatments: techniques named one by one are one, and a repeat without its place is none."""

from collections.abc import Iterable

from scribe.schema import Care, Lesion, Region

AS_FOUND = "care.as_found"
"""The rule of a treatment that is given where the dysfunctions are."""
_REPEATED = frozenset({"injection", "surgery"})


def one_treatment(care: Iterable[Care], lesions: Iterable[Lesion]) -> list[Care]:
    """Join the manipulations of today, whose techniques are named one by one, into one with all their regions.

    A treatment of `all of the above` has the regions of the present lesions. Where nothing is treated by hand today,
    how often the patient is to come says nothing of manipulation.
    """
    care = _unrepeated(list(care))
    today = [entry for entry in care if (entry.kind, entry.timing) == ("manipulation", "today")]
    if not today:
        return [entry for entry in care if entry.read_by != "care.visits"]
    named = [region for entry in today for region in entry.regions]
    if any(entry.read_by == AS_FOUND for entry in today):
        named += [region for region in _found(lesions) if region]
    regions = tuple(dict.fromkeys(named)) or _only_one(_found(lesions))
    first = next((entry for entry in today if entry.regions), today[0])
    placing = [quote for entry in today if entry.regions for quote in entry.evidence] or [*first.evidence]
    joined = first.model_copy(update={"regions": regions, "evidence": tuple(placing)})
    return [joined if entry is first else entry for entry in care if entry is first or entry not in today]


def _found(lesions: Iterable[Lesion]) -> list[Region | None]:
    return [lesion.region for lesion in lesions if lesion.assertion == "present"]


def _only_one(found: list[Region | None]) -> tuple[Region, ...]:
    """Return the region of the dysfunctions where they have but one, so that `adjusted prone` can mean no other."""
    regions = tuple(region for region in dict.fromkeys(found) if region)
    return regions if len(regions) == 1 and None not in found else ()


def _unrepeated(care: list[Care]) -> list[Care]:
    """Leave out an injection or operation without place beside one of the same time that has one."""
    placed = {(entry.kind, entry.timing) for entry in care if entry.regions and entry.kind in _REPEATED}
    return [entry for entry in care if entry.regions or (entry.kind, entry.timing) not in placed]
