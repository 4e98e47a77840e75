"""Specification of which lesion a code comes nearest to."""

import pytest

from scribe.rules.views.matrix import cell
from scribe.rules.views.nearness import nearest, regions_apart
from scribe.schema import Lesion, LesionKind, Region

SD: LesionKind = "somatic_dysfunction"


def lesion(kind: LesionKind, region: Region) -> Lesion:
    """Return a present lesion from a disc, where it is a stenosis."""
    return Lesion(
        kind=kind, region=region, mechanisms=() if kind == SD else ("disc",), assertion="present", evidence=()
    )


@pytest.mark.parametrize(
    ("lesions", "code", "at"),
    [
        ([(SD, "lumbar"), (SD, "pelvic")], "M99.04", "0"),
        ([(SD, "cervical"), (SD, "pelvic")], "M99.04", "1"),
        ([(SD, "upper_extremity"), (SD, "head")], "M99.06", "0"),
        ([(SD, "cervical"), ("canal_stenosis", "lumbar")], "M99.03", "0"),
        ([("foraminal_stenosis", "cervical")], "M99.33", "0"),
        ([("foraminal_stenosis", "cervical")], "M99.03", None),
        ([], "M99.03", None),
    ],
)
def test_nearest(lesions: list[tuple[LesionKind, Region]], code: str, at: str | None) -> None:
    """What shares most counts, of one kind that of the nearest region, and of equals the first."""
    place = cell(code)
    assert place is not None
    found = nearest([(str(at), lesion(*it)) for at, it in enumerate(lesions)], code, place)
    assert (found and found[0]) == at


def test_regions_apart() -> None:
    """Regions stand as far apart as their digits in M99."""
    assert [regions_apart(lesion(SD, "lumbar"), code) for code in ("M99.00", "M99.03", "M99.09")] == [3, 0, 6]
