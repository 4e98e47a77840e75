"""Specification of lines that a lesion heads."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


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
