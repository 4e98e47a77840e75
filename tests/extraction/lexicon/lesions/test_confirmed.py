"""Specification of items of somebody else's list that a clinician confirms."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
LIST = "PT: The letter says cervical dysfunction, lumbar dysfunction and pelvic dysfunction."


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The first two, yes.", [f"{SD} cervical", f"{SD} lumbar"]),
        ("I find the first and the last.", [f"{SD} cervical", f"{SD} pelvic"]),
        ("All three are still there.", [f"{SD} cervical", f"{SD} lumbar", f"{SD} pelvic"]),
        ("Only the second.", [f"{SD} lumbar"]),
        ("I don't find the first.", []),
        ("Let's see first.", []),
    ],
)
def test_items_by_their_order(read: Read, said: str, lines: list[str]) -> None:
    """What is confirmed holds, and nothing else of the list."""
    assert sorted(read(f"{LIST}\nDR: {said}", "lesions", "transcript")) == lines


def test_a_list_of_somebody_else(read: Read) -> None:
    """What a relative has is not confirmed of the patient."""
    turns = "PT: My mother has lumbar dysfunction and pelvic dysfunction.\nDR: Right, both of them run in families."
    assert all(line.endswith("other_person") for line in read(turns, "lesions", "transcript"))
