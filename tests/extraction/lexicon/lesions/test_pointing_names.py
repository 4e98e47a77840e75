"""Specification of whether the words for a lesion name a joint that stands elsewhere."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T9 won't budge, now that's a proper dysfunction.", [f"{SD} thoracic T9"]),
        ("The left SI is stuck, and that's a real dysfunction.", [f"{SD} sacral left"]),
        ("The lower ribs are stiff, but I'm not calling those a dysfunction.", [f"{SD} rib_cage absent"]),
        ("The ribs ache, I wouldn't call them a dysfunction.", [f"{SD} rib_cage absent"]),
    ],
)
def test_names_with_a_qualifier(read: Read, said: str, lines: list[str]) -> None:
    """A name may be qualified, and may point to several joints."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "T9 is stiff, and some people call that a dysfunction.",
        "The sacrum is sore. A real dysfunction would feel different.",
    ],
)
def test_names_of_nothing(read: Read, said: str) -> None:
    """Who explains the word names no joint."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == []


@pytest.mark.parametrize(
    "said",
    [
        "T9, that one's dysfunctional.",
        "T9. That one is dysfunctional, so I'll treat it.",
        "T9 won't budge. It's dysfunctional.",
        "T9, that's the dysfunctional one.",
        "T9. Still dysfunctional.",
        "T9 is where it's at, it's in dysfunction.",
    ],
)
def test_predicates(read: Read, said: str) -> None:
    """A joint named before may be called dysfunctional."""
    assert read(f"Doctor: {said}\nPatient: Oh.", "lesions", "transcript") == [f"{SD} thoracic T9"]


@pytest.mark.parametrize(
    "said",
    ["T9. Is it dysfunctional?", "T9 is sore. A dysfunctional family does that.", "Suppose it's dysfunctional. T9."],
)
def test_no_predicates(read: Read, said: str) -> None:
    """A question, or what is said of something else, calls no joint dysfunctional."""
    assert read(f"Doctor: {said}\nPatient: Oh.", "lesions", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T8 is stuck. It's in dysfunction.", [f"{SD} thoracic T8"]),
        ("C3 and C5 won't move. Both are in dysfunction.", [f"{SD} cervical C3 C5"]),
        ("T12 and L1, that junction, it's a mess. Both in dysfunction.", [f"{SD} thoracic T12", f"{SD} lumbar L1"]),
        ("T8 moves. It's not dysfunction.", []),
        ("T8 moves. Dysfunction is a big word.", []),
    ],
)
def test_short_names(read: Read, said: str, lines: list[str]) -> None:
    """A pronoun right before the name, or a both, points to what was just found."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines
