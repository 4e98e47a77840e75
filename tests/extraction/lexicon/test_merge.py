"""Specification of merging: many mentions of one thing are one finding."""

from collections.abc import Callable
from typing import Any

import pytest

from scribe.extraction.lexicon.merge import merge, merge_lesions, merge_tart
from scribe.schema import Evidence, Lesion, Tart


def lesion(fields: dict[str, Any], quote: str = "quote") -> Lesion:
    """Return a lumbar somatic dysfunction with some of its fields replaced."""
    return Lesion.model_validate(
        {"kind": "somatic_dysfunction", "region": "lumbar", "evidence": [Evidence(quote=quote)]} | fields
    )


@pytest.mark.parametrize(
    ("mentions", "merged"),
    [
        ([{}, {}], [{}]),
        ([{}, {"laterality": "left"}], [{"laterality": "left"}]),
        ([{"laterality": "left"}, {"laterality": "right"}], [{"laterality": "left"}, {"laterality": "right"}]),
        (
            [{"segments": ("L5",)}, {"laterality": "left", "segments": ("L4",)}, {"laterality": "right"}],
            [{"laterality": "left", "segments": ("L5", "L4")}, {"laterality": "right", "segments": ("L5",)}],
        ),
        ([{"segments": ("L4",)}, {"segments": ("L5", "L4")}], [{"segments": ("L4", "L5")}]),
        ([{"region": "lumbar"}, {"region": "sacral"}], [{"region": "lumbar"}, {"region": "sacral"}]),
        ([{}, {"assertion": "historical"}], [{}, {"assertion": "historical"}]),
        ([{}, {"kind": "subluxation_complex"}], [{}, {"kind": "subluxation_complex"}]),
        ([{"region": None}, {}], [{}]),
        ([{"region": None}, {"kind": "subluxation_complex"}], [{"region": None}, {"kind": "subluxation_complex"}]),
        ([{"region": None}, {"assertion": "absent"}], [{"region": None}, {"assertion": "absent"}]),
        ([{"region": None, "assertion": "absent"}, {}], [{"region": None, "assertion": "absent"}, {}]),
        (
            [
                {"kind": "canal_stenosis", "mechanisms": ("disc",)},
                {"kind": "canal_stenosis", "mechanisms": ("osseous", "disc")},
            ],
            [{"kind": "canal_stenosis", "mechanisms": ("disc", "osseous")}],
        ),
        ([], []),
    ],
)
def test_lesions(mentions: list[dict[str, Any]], merged: list[dict[str, Any]]) -> None:
    """Lesions of one kind, region and assertion are one per side; what lacks side or region joins what has it."""
    assert merge_lesions(map(lesion, mentions)) == tuple(map(lesion, merged))


def test_quotes_of_a_lesion() -> None:
    """The mention with the side is quoted first; three different quotes are kept at most."""
    quotes = ("one", "two", "one", "three", "four")
    mentions = [lesion({"laterality": "left"} if quote == "two" else {}, quote) for quote in quotes]
    assert [evidence.quote for evidence in merge_lesions(mentions)[0].evidence] == ["two", "one", "three"]


def test_every_segment_has_its_quote() -> None:
    """A lesion keeps a quote for each segment that it has, however many; other quotes only up to three."""
    levels = ("T1", "T2", "T3", "T4", "T5")
    merged = merge_lesions([lesion({"segments": (level,)}, level) for level in (*levels, *levels)])
    assert [[evidence.quote for evidence in one.evidence] for one in merged] == [[*levels]]


def test_lesions_stand_in_the_order_of_the_text(read: Callable[..., list[str]]) -> None:
    """What is told of one of a list behind it does not put it first."""
    text = "Doctor: What you have is somatic dysfunction, C3, and the left fourth rib, that's an inhalation rib."
    assert read(text, "lesions", "transcript") == [
        "somatic_dysfunction cervical C3",
        "somatic_dysfunction rib_cage rib 4 left",
    ]


def test_a_position_has_the_name_of_its_lesion() -> None:
    """A joint described by how it is held is the complex that its region is said to have, unless that names both."""
    described = lesion({"read_by": "lesions.position", "segments": ("L5",)})
    named = lesion({"kind": "subluxation_complex", "read_by": "lesions.head"})
    both = lesion({"read_by": "lesions.head"})
    assert [one.kind for one in merge_lesions([described, named])] == ["subluxation_complex"]
    assert [one.kind for one in merge_lesions([described, named, both])] == [
        "somatic_dysfunction",
        "subluxation_complex",
    ]


def test_other_findings() -> None:
    """Findings that differ in their evidence alone are one, in the order of their first mention."""

    def tender(quote: str, region: str) -> Tart:
        return Tart.model_validate({"component": "tenderness", "region": region, "evidence": [Evidence(quote=quote)]})

    merged = merge([tender("a", "lumbar"), tender("b", "sacral"), tender("c", "lumbar"), tender("a", "lumbar")])
    assert [(one.region, [evidence.quote for evidence in one.evidence]) for one in merged] == [
        ("lumbar", ["a", "c"]),
        ("sacral", ["b"]),
    ]


def test_exam_and_assessment(read: Callable[..., list[str]]) -> None:
    """What exam and assessment both say is one lesion."""
    text = "Exam: L5 FRSR, L4 restricted.\nAssessment: Lumbar somatic dysfunction."
    assert read(text, "lesions") == ["somatic_dysfunction lumbar L5 right"]


@pytest.mark.parametrize(
    ("quote", "kinds"),
    [
        ("L3 is subluxated", ["canal_stenosis"]),
        ("subluxation complex of L3", ["subluxation_complex", "canal_stenosis"]),
    ],
)
def test_a_subluxation_that_narrows(quote: str, kinds: list[str]) -> None:
    """A subluxation that is the cause of a narrowing is no lesion beside it, unless it is called a complex."""
    complex_ = lesion({"kind": "subluxation_complex"}, quote)
    stenosis = lesion({"kind": "canal_stenosis", "mechanisms": ("subluxation",)})
    assert [found.kind for found in merge_lesions([complex_, stenosis])] == kinds


@pytest.mark.parametrize(
    ("quotes", "sides"),
    [
        (("tender right L4 and L5", "tender right L4 and L5"), ["right"]),
        (("tender right L4", "tender at L5"), ["right", None]),
    ],
)
def test_a_side_holds_for_what_is_listed(quotes: tuple[str, str], sides: list[str | None]) -> None:
    """Of one quote with a side and without, the side is meant; another quote stands for itself."""
    fields: dict[str, Any] = {"component": "tenderness", "region": "lumbar"}
    found = [
        Tart.model_validate(fields | {"laterality": side, "evidence": [Evidence(quote=quote)]})
        for side, quote in zip(["right", None], quotes, strict=True)
    ]
    assert [one.laterality for one in merge_tart(found)] == sides


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Stenosis at L3-4. Lumbar canal stenosis from a disc bulge.", []),
        ("Cervical stenosis. Lumbar canal stenosis from a disc bulge.", ["spinal_stenosis cervical"]),
        ("Stenosis at L3-4.", ["spinal_stenosis lumbar"]),
    ],
)
def test_a_stenosis_that_is_explained(read: Callable[..., list[str]], text: str, kept: list[str]) -> None:
    """A narrowing with its cause is a lesion, and no plain stenosis of the same region beside it."""
    assert read(f"Assessment: {text}", "diagnoses") == kept


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Somatic dysfunction of the back, and a left posterior innominate.",
         ["somatic_dysfunction", "somatic_dysfunction pelvic left"]),
        ("Somatic dysfunction of the neck and of the low back.",
         ["somatic_dysfunction", "somatic_dysfunction cervical"]),
        ("Somatic dysfunction of the sacrum and lower back.", ["somatic_dysfunction", "somatic_dysfunction sacral"]),
        ("1. Low back somatic dysfunction. 2. Dysfunction of rib 5 on the right.",
         ["somatic_dysfunction", "somatic_dysfunction rib_cage rib 5 right"]),
        ("Somatic dysfunction of the back: L3.", ["somatic_dysfunction lumbar L3"]),
        ("Somatic dysfunction of the low back. L5 FRS left.", ["somatic_dysfunction lumbar L5 left"]),
        ("Somatic dysfunction, multiple sites. Somatic dysfunction of the neck.", ["somatic_dysfunction cervical"]),
    ],
)  # fmt: skip
def test_a_lesion_of_the_back(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """A back sums up the vertebrae that are named with it, and is a lesion of its own beside what lies elsewhere."""
    assert sorted(read(f"Assessment: {text}", "lesions")) == lines
