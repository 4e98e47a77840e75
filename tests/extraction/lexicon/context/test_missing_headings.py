"""Specification of what a note comes to without a heading of its own."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "S: driving is hard.\nC: C5 ERSL, boggy L\nT: no ttp",
            ["tissue_texture cervical left", "tenderness thoracic absent"],
        ),
        ("S: neck sore.\nNeck: stiff since Monday\nBack: sore", []),
    ],
)
def test_lines_of_regions(read: Read, text: str, lines: list[str]) -> None:
    """Below a history, lines of regions with positions or what only hands feel are an examination."""
    assert sorted(read(text, "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gait is antalgic. SLR positive right.\nLumbar radiculopathy, right.", ["radiculopathy lumbar right"]),
        ("Neck pain for three weeks. SLR negative.\nNeck pain since June.", []),
        ("Here for a checkup.\nNeck pain, mechanical.", []),
    ],
)
def test_last_lines(read: Read, text: str, lines: list[str]) -> None:
    """A line that only names a diagnosis after tests or a study concludes; a complaint does not."""
    assert sorted(read(text, "diagnoses")) == sorted(lines)


@pytest.mark.parametrize("line", ["SD: T3, sacrum", "SD T3, sacrum", "Somatic dysfunction - T3, sacrum"])
def test_a_line_of_lesions(read: Read, line: str) -> None:
    """A lesion with a label's mark opens a conclusion of its own, whatever section it stands in."""
    assert read(f"Interval: better since May\n{line}", "lesions") == [
        "somatic_dysfunction thoracic T3",
        "somatic_dysfunction sacral",
    ]


def test_a_line_of_history(read: Read) -> None:
    """What the past history lists stays past."""
    assert read("Past medical history:\nSomatic dysfunction: T3", "lesions") == [
        "somatic_dysfunction thoracic T3 historical"
    ]


def test_a_diagnosis_below_a_report(read: Callable[..., list[str]]) -> None:
    """A line below a report comes to the diagnosis without a colon."""
    assert read("IMAGING\nMRI lumbar: L4-5 bulge.\nDx lumbar strain", "diagnoses") == ["sprain_strain lumbar"]
