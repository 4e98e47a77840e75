"""Specification of warnings that are only said again."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

WARNED = "DR: If your hand goes numb or you can't pee, you call us that day."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{WARNED}\nPT: Can't pee.\nDR: Can't pee.", []),
        (f"{WARNED}\nPT: Hand numb, can't pee, okay.", []),
        (f"{WARNED}\nPT: My hand is numb.", ["sensory_deficit"]),
        (f"{WARNED}\nPT: Yes.\nDR: Good.\nPT: Can't pee.", ["bowel_bladder"]),
        ("DR: What is it?\nPT: Can't pee.", ["bowel_bladder"]),
        ("DR: Is your hand numb if you sit?\nPT: Hand numb.", ["sensory_deficit"]),
    ],
)
def test_what_is_said_again(read: Read, text: str, lines: list[str]) -> None:
    """Words of a warning that come right after it tell nothing new; who speaks of oneself, or later, does."""
    warned = ["sensory_deficit hypothetical", "bowel_bladder hypothetical"] if WARNED in text else []
    found = read(text, "neuro", "transcript")
    assert (found[: len(warned)], found[len(warned) :]) == (warned, lines)


WARNING = "Doctor: If your foot goes floppy, or you can't pee, you ring me."


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (f"{WARNING}\nPatient: Can't pee.", ["bowel_bladder hypothetical"]),
        (f"{WARNING}\nPatient: Right.\nDoctor: Can't pee. Same day.", ["bowel_bladder hypothetical"]),
        (f"{WARNING}\nPatient: I can't pee since Monday.", ["bowel_bladder hypothetical", "bowel_bladder"]),
        ("Doctor: If you can't hold your water, that's nine-one-one.", ["bowel_bladder hypothetical"]),
        ("Patient: It's since March, I wet myself.", ["bowel_bladder"]),
    ],
)
def test_warnings_that_are_repeated_or_dialled(read: Read, talk: str, lines: list[str]) -> None:
    """Who repeats a warning has nothing yet; who tells more than that has."""
    told = [line for line in read(talk, "neuro", "transcript") if line.startswith("bowel")]
    assert sorted(told, reverse=True) == lines


@pytest.mark.parametrize(
    "text",
    ["Told that going numb between the legs means triage.", "Told that going numb between the legs means the ER."],
)
def test_whoever_was_told_when_to_come(read: Read, text: str) -> None:
    """What somebody was told to come with has not happened."""
    assert read(text, "neuro") == ["saddle_anesthesia hypothetical"]
