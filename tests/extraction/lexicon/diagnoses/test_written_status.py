"""Specification of what a note says a condition is, on a list or in a letter."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("PROBLEM LIST\n- Cervical facet syndrome: active\n- L knee OA: stable\n- Lumbar strain: resolved 2021",
         ["facet_syndrome cervical", "osteoarthritis lower_extremity left", "sprain_strain lumbar historical"]),
        ("Claim report. (1) R ankle sprain, active; (2) thoracic strain, resolved 3/2",
         ["sprain_strain lower_extremity right", "sprain_strain thoracic historical"]),
        ("Accepted conditions: thoracic strain.", ["sprain_strain thoracic"]),
        ("Accepted conditions: thoracic strain. Disallowed: thoracic disc herniation.",
         ["disc_herniation thoracic absent", "sprain_strain thoracic"]),
    ],
)  # fmt: skip
def test_items_with_a_status(read: Read, text: str, lines: list[str]) -> None:
    """An item of a list is what its status says."""
    assert sorted(read(text, "diagnoses")) == lines


@pytest.mark.parametrize(
    "text",
    [
        "HPI: low back pain, stable since June.",
        "MRI lumbar: L4-5 disc herniation, unchanged.",
        "She asked about lumbar facet syndrome, active people get it too.",
    ],
)
def test_words_that_give_no_status(read: Read, text: str) -> None:
    """A complaint that is stable, and what a study shows unchanged, are no items of a list."""
    assert read(text, "diagnoses") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Thank you for this referral. Her groin pain arises from osteoarthritis of the right hip.",
         ["osteoarthritis pelvic right"]),
        ("The cause of his arm symptoms is a left C6 radiculopathy.", ["radiculopathy cervical left"]),
        ("Her neck pain was due to a disc herniation years ago.", []),
        ("He believes his pain comes from a disc herniation.", []),
        ("Her leg pain was caused by a disc herniation.", []),
    ],
)  # fmt: skip
def test_what_a_pain_comes_from(read: Read, text: str, lines: list[str]) -> None:
    """The writer who says what a pain comes from states it; what somebody believes, or what it was, is not stated."""
    assert [line for line in read(text, "diagnoses") if not line.endswith("historical")] == lines
