"""Specification of what is stated anew or denied after checking again."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L3 is tender. Actually, no, it isn't.", ["tenderness lumbar absent"]),
        ("L3 is tender. Actually it's not.", ["tenderness lumbar absent"]),
        ("L3 is tender. Let me recheck. No, it isn't tender.", ["tenderness lumbar absent"]),
        ("L3 is tender. Wait, no, not tender at all.", ["tenderness lumbar absent"]),
        ("L3 is not tender. Hang on, there it is, tender.", ["tenderness lumbar"]),
        ("L3 is tender. Sorry, cold hands. T4 is nontender.", ["tenderness lumbar", "tenderness thoracic absent"]),
        ("L3 is tender. Sorry, T4 is tender too.", ["tenderness lumbar", "tenderness thoracic"]),
    ],
)
def test_the_latter_of_two_statements_holds(read: Read, said: str, lines: list[str]) -> None:
    """What a speaker finds on checking again replaces what was found before, at the same place alone."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "Did I say left? I meant right.",
        "I said left, I meant right.",
        "Hang on, I've got that backwards: it's the right foot.",
        "I have it the wrong way round, it's the right foot.",
    ],
)
def test_speakers_quote_their_mistake(read: Read, said: str) -> None:
    """A side that is only quoted as wrong is corrected where it was first said."""
    assert read(f"DR: Numbness in the left foot. {said}", "neuro", "transcript") == ["sensory_deficit right"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L3 is tender. Actually no, that's not tender, that was my cold thumb.", ["tenderness lumbar absent"]),
        ("The left shoulder's high. Nope, it's not. You had your bag on.", ["asymmetry upper_extremity left absent"]),
        ("L3 is tender. Sorry, it's not tender there. T4 is.", ["tenderness lumbar absent"]),
    ],
)
def test_a_pronoun_denies_what_was_just_found(read: Read, said: str, lines: list[str]) -> None:
    """What is denied anew is the finding before, whatever is told behind it."""
    assert set(lines) <= set(read(f"DR: {said}", "tart", "transcript"))
    assert lines[0].removesuffix(" absent") not in read(f"DR: {said}", "tart", "transcript")


def test_a_speaker_may_deny_what_the_turn_before_told(read: Read) -> None:
    """Patients take back what they have said a turn ago; what they only recall is unsaid by a bare denial."""
    told = "PT: My foot is numb.\nDR: The whole foot?\nPT: No, sorry, it's not numb, it just aches."
    assert read(told, "neuro", "transcript") == ["sensory_deficit absent"]
    recalled = "PT: You know I said my heel was numb?\nDR: Last week, yes.\nPT: It isn't. It was the boot."
    assert read(recalled, "neuro", "transcript") == ["sensory_deficit absent"]
