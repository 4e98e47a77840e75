"""Specification of statements with all that is around them: what is read back to a clinician."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Read that back.\nScribe: Somatic dysfunction C3 and pelvis.\nDoctor: Correct.",
         ["somatic_dysfunction cervical C3", "somatic_dysfunction pelvic"]),
        ("Doctor: Go on.\nAssistant: So segmental dysfunction at L2?\nDoctor: Yes, that's it.",
         ["somatic_dysfunction lumbar L2"]),
        ("Doctor: Go on.\nScribe: Somatic dysfunction C3.\nDoctor: No, C4 was stuck.", []),
        ("Doctor: Go on.\nMother: Somatic dysfunction of her neck.\nDoctor: Okay, let me look.", []),
    ],
)  # fmt: skip
def test_what_a_scribe_reads_back(read: Read, turns: str, lines: list[str]) -> None:
    """What a scribe says counts once the clinician confirms it; what a relative says does not."""
    assert sorted(read(turns, "lesions", "transcript")) == lines
