"""Specification of dysfunctions that a note states of what it has found above."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("exam", "assessment", "lines"),
    [
        (
            "C6 and T2 are boggy and restricted. Ribs 7-8 on the left are sore.",
            "Segmental dysfunction in all of the above regions, the ribs excepted.",
            [f"{SD} cervical C6", f"{SD} thoracic T2"],
        ),
        (
            "L2 tender, restricted. SI joint left restricted.",
            "Somatic dysfunction at both of these levels.",
            [f"{SD} lumbar L2", f"{SD} sacral left"],
        ),
        ("C3 stuck and tender. L1 moves well.", "Joint dysfunction at the involved segments.", [f"{SD} cervical C3"]),
        ("T8 fixed and tender.", "VSC, see exam.", [f"{VSC} thoracic T8"]),
        ("T8 fixed and tender.", "Possible segmental dysfunction of the above level.", [f"{SD} thoracic T8 possible"]),
        ("T8 fixed and tender.", "No segmental dysfunction at the above level.", []),
        ("TART changes at C2 and the sacrum.", "SD as per exam.", [f"{SD} cervical C2", f"{SD} sacral"]),
        ("T8 fixed and tender.", "Somatic dysfunction of L3. T8 as above.", [f"{SD} lumbar L3"]),
        ("T8 fixed and tender.", "Somatic dysfunction of L3, as per exam.", [f"{SD} lumbar L3"]),
    ],
)
def test_what_was_found_above(read: Read, exam: str, assessment: str, lines: list[str]) -> None:
    """A dysfunction that only points back is one of each region with findings, but for those that it excepts."""
    assert read(f"Exam: {exam}\nAssessment: {assessment}", "lesions") == lines


def test_without_a_pointer(read: Read) -> None:
    """A dysfunction with no place and nothing that points to one has no region."""
    assert read("Exam: T8 fixed and tender.\nAssessment: Somatic dysfunction.", "lesions") == [SD]
