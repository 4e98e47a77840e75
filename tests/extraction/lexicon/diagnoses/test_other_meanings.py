"""Specification of words that name a condition elsewhere, and another thing here."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: lateral strain of the SBS.", []),
        ("Assessment: lumbar strain.", ["sprain_strain lumbar"]),
        ("Assessment: gait instability.", []),
        ("Assessment: lumbar instability.", ["instability lumbar"]),
        ("Assessment: status post laminectomy.", []),
        ("Assessment: post-laminectomy syndrome, lumbar.", ["postlaminectomy_syndrome lumbar"]),
        ("PMH: AS, on a biologic.", ["ankylosing_spondylitis historical"]),
        ("PMH: severe AS, TAVR planned.", []),
        ("Assessment: L4-5 disc herniation, post discectomy, no recurrence.", ["disc_herniation lumbar historical"]),
        ("Assessment: lumbar stenosis s/p laminectomy without any recurrence.", ["spinal_stenosis lumbar historical"]),
        ("Assessment: L4-5 disc herniation, recurrent, after microdiscectomy.", ["disc_herniation lumbar"]),
        ("Assessment: L4-5 disc herniation, discectomy planned, no residual stock.", ["disc_herniation lumbar"]),
    ],
)
def test_what_is_meant(read: Read, text: str, lines: list[str]) -> None:
    """A strain of the skull's base, an unsteady walk, an operation and a narrow valve are not of the spine."""
    assert read(text, "diagnoses") == lines


def test_small_words_that_are_letters_of_a_condition(read: Read) -> None:
    """Letters stand for a condition in capitals, in a patient's question too."""
    assert read("Patient: My mom is as bad as me, is it the same?\nDoctor: No.", "diagnoses", "transcript") == []
