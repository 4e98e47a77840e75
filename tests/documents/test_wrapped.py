"""Specification of which lines go on in the next."""

from inspect import cleandoc

import pytest

from scribe.documents import parse
from scribe.documents.wrapped import unwrapped
from scribe.schema import Kind

WRAPPED = cleandoc("""
    HPI: Seen for low back pain since the weekend, when he moved house. No
    numbness. He sits badly and sleeps well enough with a pillow between.
    Lifting hurts, walking does not. Ibuprofen helps for some hours at a
    time.

    IMAGING: MRI of 3 May. At L4-5 a disc protrusion narrows the left foramen.
    Cord signal is normal and the central canal is wide at every level shown.
    No fracture.

    ASSESSMENT:
    1. Foraminal stenosis of L4-5 on the left, from the disc protrusion which
    the MRI shows.
    2. Low back pain.
""")


def lines(text: str, kind: Kind = "note") -> list[str]:
    """The lines of a text as they were written, each in one."""
    return [text[slice(*line)].replace("\n", " ") for line in unwrapped(parse(text, kind))]


def test_a_wrapped_note() -> None:
    """A paragraph is one line, also where a line happens to end with a sentence; a list has a line for each item."""
    assert [(line[:12], line[-12:]) for line in lines(WRAPPED) if line] == [
        ("HPI: Seen fo", "s at a time."),
        ("IMAGING: MRI", "No fracture."),
        ("ASSESSMENT:", "ASSESSMENT:"),
        ("1. Foraminal", "e MRI shows."),
        ("2. Low back ", "w back pain."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L4 tender\nL5 tender\nno spasm",
        "Exam: L5 is tender and boggy on the right side.\nPlan: OMT to the lumbar spine, recheck in a week.",
        "dx lumbar segmental dysfunction of L4 and L5\ntx adjustment of L4 and L5, ice for the evening",
        "",
        "\n\n",
    ],
)
def test_lines_that_stand_for_themselves(text: str) -> None:
    """Short lines, headed ones, and those of somebody who begins every line with a small letter stay as they are."""
    assert unwrapped(parse(text, "note")) == parse(text, "note").lines


def test_a_wrapped_turn() -> None:
    """What somebody says in several lines is one line, and the next turn another."""
    text = "Doctor: L5 is stuck and it does\nnot want to rotate left.\nPatient: It hurts there."
    assert lines(text, "transcript") == [
        "Doctor: L5 is stuck and it does not want to rotate left.",
        "Patient: It hurts there.",
    ]
