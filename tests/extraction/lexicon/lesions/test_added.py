"""Specification of dysfunctions that speech adds to those it has named."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Still a cervical dysfunction, and today I'm adding T4 and that fourth rib.",
         [f"{SD} cervical", f"{SD} thoracic T4", f"{SD} rib_cage rib 4"]),
        ("That's a lumbar dysfunction. I'll add the left SI joint to that.",
         [f"{SD} lumbar", f"{SD} sacral left"]),
        ("Cervical dysfunction again. I'm adding a stretch for the low back and T4.", [f"{SD} cervical"]),
        ("I'm adding T4 to your treatment.", []),
        ("That's a cervical dysfunction. Oh, and the pelvis too.", [f"{SD} cervical", f"{SD} pelvic"]),
        ("That's a cervical dysfunction. And the pelvis is fine.", [f"{SD} cervical"]),
    ],
)  # fmt: skip
def test_what_is_added(read: Read, said: str, lines: list[str]) -> None:
    """The places right behind the verb join a lesion of the same turn."""
    assert sorted(read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript")) == sorted(lines)
