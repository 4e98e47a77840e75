"""Specification of tests of tension and of what they give."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR 75 bilat, no radiation", ["tension_sign bilateral absent"]),
        ("Straight leg raise 30 degrees on the left", ["tension_sign left"]),
        ("SLR 50 R", []),
        ("SLR limited by habitus", []),
    ],
)
def test_bare_degrees(read: Read, text: str, lines: list[str]) -> None:
    """A leg that goes no further than a few degrees stretches a root; one that goes far does not."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Right leg up, that grabs at forty.", ["tension_sign right"]),
        ("Doctor: I'm raising the left leg, and that zings at sixty.", ["tension_sign left"]),
        ("Doctor: Legs I raise one after the other, no pain, both sides.", ["tension_sign bilateral absent"]),
        ("Doctor: Lifting your leg doesn't bother you, left or right.", ["tension_sign bilateral absent"]),
        ("Doctor: Slump on the right, there's the jolt.", ["tension_sign right"]),
        ("Doctor: Straight leg on the left. That lights up the calf.", ["tension_sign left"]),
        ("Doctor: I bring the right leg up. Fifty, and it zaps.", ["tension_sign right"]),
        ("Doctor: Left leg up, does that shoot?\nPatient: No.", ["tension_sign left absent"]),
    ],
)
def test_what_a_test_gives_is_told_with_it(read: Read, turns: str, lines: list[str]) -> None:
    """The words for what a nerve does decide a test, and those for none of it."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            "Doctor: Spurling's to the right, that brings on the fingers. To the left, nothing.",
            ["tension_sign right", "tension_sign left absent"],
        ),
        (
            "Doctor: Left leg up, that bites. And lifting the right one does nothing.",
            ["tension_sign left", "tension_sign right absent"],
        ),
        (
            "Doctor: I raise the right leg, it catches. Other leg, all the way.",
            ["tension_sign right", "tension_sign left absent"],
        ),
        (
            "Doctor: Femoral stretch on the left gets the thigh. The right doesn't.",
            ["tension_sign left", "tension_sign right absent"],
        ),
    ],
)
def test_a_test_goes_on_to_the_other_side(read: Read, turns: str, lines: list[str]) -> None:
    """Each side has the result that is told of it, and none takes that of the other."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    "turns",
    [
        "Doctor: Lifting the left leg only pulls the hamstring.",
        "Doctor: Left leg up. The right one glides fine.",
        "Patient: When I get the left leg up on the stool it bites.",
    ],
)
def test_other_words_decide_no_test(read: Read, turns: str) -> None:
    """A tight muscle, a joint that moves and what a patient tells of the day are no results."""
    assert not [line for line in read(turns, "neuro", kind="transcript") if line.startswith("tension_sign")]


def test_what_a_test_gives_is_no_finding_of_the_hands(read: Read) -> None:
    """A nerve that grabs is no muscle in spasm."""
    assert read("Doctor: I'll raise the left leg. That grabs you at forty.", "tart", kind="transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Right leg raise is positive at fifty, left is clear.",
            ["tension_sign right", "tension_sign left absent"],
        ),
        ("Leg raise... okay, okay, positive on the left.", ["tension_sign left"]),
        ("I'm raising the right leg. Thirty-five degrees, and there it goes.", ["tension_sign right"]),
        ("Straight leg raise, left. Forty degrees and there it goes.", ["tension_sign left"]),
        ("Straight leg raise on the right gives you the foot again.", ["tension_sign right"]),
        ("The slump caught you on the left three weeks ago.", ["tension_sign left historical"]),
        ("Left side posture. Deep breath, there it goes.", []),
        ("Do the leg raises at home, ten a day.", []),
    ],
)
def test_what_comes_as_the_leg_goes_up(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A leg raise is one without being called straight, and what comes at a measure is what it gives."""
    assert read(f"Doctor: {said}", "neuro", "transcript") == lines
