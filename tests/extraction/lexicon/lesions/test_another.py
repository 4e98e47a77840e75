"""Specification of lesions that speech takes up by a pronoun."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"
SX = "subluxation_complex"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You've a somatic dysfunction at C3. There's another one lower, T9.",
         [f"{SD} cervical C3", f"{SD} thoracic T9"]),
        ("Mainly a segmental dysfunction at L2, with a smaller one at T9.", [f"{SD} lumbar L2", f"{SD} thoracic T9"]),
        ("A pelvic dysfunction and, because of that, a lumbar one.", [f"{SD} lumbar", f"{SD} pelvic"]),
        ("No subluxation in the neck today, but I've got one at T9.", [f"{SX} cervical absent", f"{SX} thoracic T9"]),
        ("The subluxation at C3 is gone. There's a new one at T9.",
         [f"{SX} cervical C3 historical", f"{SX} thoracic T9"]),
    ],
)  # fmt: skip
def test_what_another_one_is(read: Read, said: str, lines: list[str]) -> None:
    """The pronoun stands for the lesion named last, whether that is still there or not."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines


@pytest.mark.parametrize(
    "said",
    [
        "There's a sore spot at L2 and one at T9.",
        "One of my patients had the same at L2.",
        "Another reason to look at your low back.",
        "That one's better now.",
        "Let me do one at a time, T4, T5.",
    ],
)
def test_what_one_is_no_lesion(read: Read, said: str) -> None:
    """The pronoun stands for what its own statement finds, for a person, or for nothing."""
    assert read(f"Doctor: Somatic dysfunction at C3. {said}", "lesions", "transcript") == [f"{SD} cervical C3"]
