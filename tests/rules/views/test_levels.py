"""Vertebrae in the words of findings."""

import pytest

from scribe.rules.views.levels import vertebrae_in


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("L4 rotated right", {"L4"}),
        ("tender L3-5", {"L3", "L4", "L5"}),
        ("T4-T6 boggy, T9", {"T4", "T5", "T6", "T9"}),
        ("L5/S1 and C7\u2013T1", {"L5", "S1", "C7", "T1"}),
        ("T10 - 12", {"T10", "T11", "T12"}),
        ("L45 is a slip of the pen, XL4 a size, S", {"L45"}),
        ("no level", set()),
    ],
)
def test_a_range_names_what_lies_between_and_a_joint_its_ends(text: str, named: set[str]) -> None:
    """Ends and what lies between them; a letter alone or inside a word is no vertebra."""
    assert vertebrae_in(text) == named
