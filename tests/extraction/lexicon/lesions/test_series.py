"""Specification of regions said in one breath with a lesion that names its own part."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Neck, mid back and rib dysfunctions today.", [f"{SD} cervical", f"{SD} thoracic", f"{SD} rib_cage"]),
        ("So that is thoracic and rib dysfunction.", [f"{SD} thoracic", f"{SD} rib_cage"]),
        ("You have lumbar, sacral, and innominate dysfunction.", [f"{SD} lumbar", f"{SD} sacral", f"{SD} pelvic"]),
        ("Tender over the neck and a rib dysfunction.", [f"{SD} rib_cage"]),
        ("The neck is clear, rib dysfunction only.", [f"{SD} rib_cage"]),
    ],
)
def test_a_list_that_a_lesion_closes(read: Read, said: str, lines: list[str]) -> None:
    """What stands in the list is of one lesion; what something else is said of is not."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines
