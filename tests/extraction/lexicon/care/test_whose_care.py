"""Specification of how care is asserted, to whom it was given and in spite of what stands beside it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("They said nothing broken, gave me a muscle relaxer.", ["medication prior"]),
        ("They saw no fracture and put me on prednisone.", ["medication prior"]),
        ("No infection, so they started me on naproxen.", ["medication prior"]),
        ("They never gave me a muscle relaxer.", []),
        ("No prednisone, no naproxen.", []),
        ("My aunt's chiropractor cracked it twice.", ["manipulation prior"]),
        ("My neighbor's osteopath treated me in June.", ["manipulation prior"]),
        ("My aunt's chiropractor says it's the hip.", []),
        ("My aunt had her knee injected.", []),
    ],
)
def test_care_that_a_patient_tells_of(read: Read, told: str, lines: list[str]) -> None:
    """What begins anew behind a denial was given, and another's chiropractor may have treated the speaker."""
    assert read(f"Doctor: Tell me.\nPatient: {told}\nDoctor: Okay.", "care", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subjective: Borrowed a TENS unit from her roommate.", ["other prior"]),
        ("Subjective: Took Tylenol off her sister.", ["medication prior"]),
        ("Subjective: Her sister takes naproxen.", []),
        ("We talked through the options, and I recommend an epidural at L4-5.", ["injection planned lumbar"]),
        ("We talked through an epidural at L4-5.", []),
        ("If it comes back we will talk about medial branch blocks.", []),
    ],
)
def test_care_that_a_note_tells_of(read: Read, text: str, lines: list[str]) -> None:
    """What somebody lends and what is recommended behind the options is given; another's drug is not."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("I won't adjust your neck.", []),
        ("I wouldn't thrust on that.", []),
        ("I can't adjust the low back like this.", []),
        ("We won't be doing any manipulation here.", []),
        ("We shouldn't inject this today.", []),
        ("You won't need an injection.", []),
        ("I can't adjust you like that, so I'm adjusting you on your side.", ["manipulation today"]),
        ("It won't let go, so I'm mobilizing it now.", ["manipulation today"]),
        ("I'll adjust your neck.", ["manipulation today cervical"]),
    ],
)
def test_care_that_is_refused(read: Read, told: str, lines: list[str]) -> None:
    """What somebody will, would or can not give is no care of today; what is given behind a refusal is."""
    assert read(f"Doctor: {told}\nPatient: Okay.", "care", "transcript") == lines
