"""Specification of values on the line below their label."""

import pytest

from scribe.documents.label_values import labels_value


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Numbness:\nnone", True),
        ("Weakness in the leg? Leg pain:\nnone. Numbness: none.", True),
        ("Strength:\n5/5 throughout", True),
        ("Reflexes:\n2+ and symmetric", True),
        ("Numbness/Tingling\nDenies", True),
        ("Kemp's\nPositive (R)", True),
        ("## Numbness\nNone", True),
        ("**Weakness:**\nDenies", True),
        ("Neck pain\nNo radiation", False),
        ("Numbness:\nnormal gait: yes", False),
        ("Numbness:\nnonetheless better", False),
        ("Sleeps well, no pain\nnone", False),
        ("Numbness: left foot\nnone", False),
        ("Numbness:\n", False),
        ("Reflexes were not tested\nNormal", False),
    ],
)
def test_a_value_below_its_label(text: str, *, labels: bool) -> None:
    """A label ends with a colon or is a line that only asks; its value is an answer and little else."""
    line = text.index("\n")
    assert labels_value(text, (0, line), (line + 1, len(text))) is labels
