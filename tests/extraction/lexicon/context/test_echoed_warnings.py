"""Specification of warnings that are dialled or repeated, and of what something only felt like."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.echoed_warnings import dialled

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("then that is nine - one - one", 3),
        ("dial nine one one", 1),
        ("ribs nine and ten", None),
        ("one nine one", None),
    ],
)
def test_an_emergency_dialled_in_words(said: str, at: int | None) -> None:
    """The number of an emergency may be said figure by figure."""
    assert dialled(said.split()) == at


WARNING = "Doctor: If your foot goes floppy, or you can't pee, you ring me."


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (f"{WARNING}\nPatient: Can't pee.", ["bowel_bladder hypothetical"]),
        (f"{WARNING}\nPatient: Right.\nDoctor: Can't pee. Same day.", ["bowel_bladder hypothetical"]),
        (f"{WARNING}\nPatient: I can't pee since Monday.", ["bowel_bladder hypothetical", "bowel_bladder"]),
        ("Doctor: If you can't hold your water, that's nine-one-one.", ["bowel_bladder hypothetical"]),
        ("Patient: The dye made me feel like I'd wet myself.", ["bowel_bladder hypothetical"]),
        ("Patient: It's since March, I wet myself.", ["bowel_bladder"]),
    ],
)
def test_repeated_warnings(read: Read, talk: str, lines: list[str]) -> None:
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
