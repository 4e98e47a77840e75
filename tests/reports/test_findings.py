"""Findings are told by region, each component of TART with its side."""

from collections.abc import Sequence

import pytest

from scribe.reports.findings import RegionRow, Remark, region_rows, remarks
from scribe.schema import (
    Assertion,
    Evidence,
    Extraction,
    Imaging,
    Laterality,
    Lesion,
    Neuro,
    Tart,
)

FOUND = (Evidence(quote="found", span=(0, 5), match="exact"),)
LOST = (Evidence(quote="lost"),)


@pytest.mark.parametrize(
    ("found", "mark"),
    [
        ([], "·"),
        ([("present", None)], "+"),
        ([("present", "midline")], "+"),
        ([("present", "left")], "L"),
        ([("present", "right"), ("present", None)], "R"),
        ([("present", "left"), ("present", "right")], "B"),
        ([("present", "bilateral")], "B"),
        ([("absent", "left")], "-"),
        ([("absent", None), ("possible", None)], "?"),
        ([("absent", "right"), ("present", "left")], "L"),
        ([("historical", None)], "·"),
    ],
)
def test_a_component_has_one_mark(found: Sequence[tuple[Assertion, Laterality | None]], mark: str) -> None:
    """Present wins over possible, possible over absent; the past leaves no mark."""
    tart = [
        Tart(component="restriction", region="sacral", assertion=assertion, laterality=side, evidence=FOUND)
        for assertion, side in found
    ]
    tenderness = Tart(component="tenderness", region="sacral", evidence=FOUND)
    (row,) = region_rows(Extraction(tart=(*tart, tenderness)))
    assert row == RegionRow("sacral", ("·", "·", mark, "+"), "")


def test_regions_keep_their_order_and_the_unnamed_comes_last() -> None:
    """The order is that of the M99 digits."""
    extraction = Extraction(
        lesions=tuple(
            Lesion(kind="somatic_dysfunction", region=region, evidence=FOUND)
            for region in (None, "abdomen_other", "head", "sacral")
        )
    )
    assert [row.region for row in region_rows(extraction)] == ["head", "sacral", "abdomen or other", "region not said"]


def test_conclusions_carry_cause_side_and_segments() -> None:
    """What is not present stands after its assertion."""
    extraction = Extraction(
        lesions=(
            Lesion(
                kind="canal_stenosis",
                region="lumbar",
                mechanisms=("osseous", "disc"),
                segments=("L4", "L5"),
                laterality="left",
                evidence=FOUND,
            ),
            Lesion(kind="somatic_dysfunction", region="lumbar", assertion="historical", evidence=FOUND),
        ),
        imaging=(Imaging(kind="disc_herniation", modality="xray", region="lumbar", evidence=FOUND),),
    )
    (row,) = region_rows(extraction)
    assert row.conclusions == (
        "canal stenosis from osseous and disc (left, L4, L5), disc herniation on X-ray; historical: somatic dysfunction"
    )


def test_what_supports_no_code_is_set_aside_with_its_reason() -> None:
    """It is told nowhere else."""
    extraction = Extraction(
        tart=(Tart(component="tenderness", region="sacral", evidence=LOST),),
        lesions=(Lesion(kind="somatic_dysfunction", region="sacral", unverified=("region", "side"), evidence=FOUND),),
        neuro=(
            Neuro(kind="bowel_bladder", assertion="absent", evidence=FOUND),
            Neuro(kind="motor_deficit", assertion="absent", roots=("L5",), evidence=FOUND),
        ),
    )
    assert region_rows(extraction) == ()
    assert remarks(extraction) == (
        Remark("neurology", "absent: bowel or bladder change, motor deficit (L5)"),
        Remark(
            "set aside",
            "somatic dysfunction: region and side not borne out by the quote; "
            "tenderness (sacral): quote not in the text",
        ),
    )
