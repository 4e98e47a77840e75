"""Specification of lists below a heading that says how they are meant."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("heading", "assertion"),
    [
        ("COME BACK SOONER IF", " hypothetical"),
        ("GO TO THE ER FOR:", " hypothetical"),
        ("POSSIBLE COMPLICATIONS", " hypothetical"),
        ("Patient denies:", " absent"),
        ("Negative for:", " absent"),
        ("Ruled out today:", " absent"),
        ("Symptoms:", ""),
    ],
)
def test_a_heading_asserts_its_list(read: Read, heading: str, assertion: str) -> None:
    """A line that ends with a cue asserts the lines below it, up to an empty one."""
    lines = read(f"{heading}\n- foot drop\n- tingling\n\nWeakness of the left hand.", "neuro")
    told = {line.removesuffix(" left") for line in lines}
    assert told == {f"motor_deficit{assertion}", f"sensory_deficit{assertion}", "motor_deficit"}
    assert "motor_deficit left" in lines


def test_a_differential_is_a_list_of_doubts(read: Read) -> None:
    """What a differential lists is possible."""
    assert read("DIFFERENTIAL\n1. L3 radiculopathy\n2. sciatica", "diagnoses") == [
        "radiculopathy lumbar possible",
        "sciatica possible",
    ]


def test_a_section_asserts_before_its_heading(read: Read) -> None:
    """A family history is one of others, whatever else its heading says."""
    assert read("FAMILY HX\nscoliosis", "diagnoses") == ["scoliosis other_person"]


@pytest.mark.parametrize(
    "said",
    [
        "I have two suspects. An L2 dysfunction, or a kidney stone.",
        "It's a toss-up. L2 dysfunction or a kidney stone.",
        "Two possibilities. Kidney stone versus L2 dysfunction.",
    ],
)
def test_one_of_two(read: Read, said: str) -> None:
    """Of things between which nobody has decided each is possible."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction lumbar L2 possible"]


@pytest.mark.parametrize(
    "said",
    [
        "I found two things. An L2 dysfunction and a sprain, one or both from the fall.",
        "You have two options. We treat the L2 dysfunction today or next week.",
    ],
)
def test_an_or_of_something_else(read: Read, said: str) -> None:
    """An or of days, or of how much, leaves nothing open."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction lumbar L2"]
