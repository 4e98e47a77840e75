"""Specification of tests of tension that nobody names, or that are told over turns."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ["D: I'm raising this leg now. Say when.", "P: There. Oh, that shoots to my heel.",
             "D: So about fifty on the right. And the other one... nothing."],
            ["tension_sign left absent", "tension_sign right"],
        ),
        (
            ["D: I'll lift your leg. Stop me when it bites.", "P: When. Ow, down to the calf.",
             "D: Thirty on the left. Other side, nothing."],
            ["tension_sign left", "tension_sign right absent"],
        ),
        (
            ["D: Left leg first, up it goes, seventy-five. All right?", "P: Yeah, fine.", "D: And the right.",
             "P: Oh, oh. Into the foot."],
            ["tension_sign left absent", "tension_sign right"],
        ),
        (
            ["D: Left leg, up, up, eighty. Comfortable?", "P: That's fine.", "D: Right.", "P: Yow. Down to my ankle.",
             "D: Okay, okay, that's only thirty. Knee jerks are good."],
            ["reflex_deficit absent", "tension_sign left absent", "tension_sign right"],
        ),
        (
            ["D: Look up and over to the left and I'm going to press down a bit.", "P: Oh, that runs to the finger."],
            ["tension_sign left"],
        ),
        (
            ["D: Tip your head back toward the right. I'll lean on it.", "P: Yep. Into the arm.",
             "D: Okay. And the other way.", "P: Nothing."],
            ["tension_sign left absent", "tension_sign right"],
        ),
        (
            ["D: Spurling's is positive on the right. Now to the left. Nothing? Good.", "P: Good."],
            ["tension_sign left absent", "tension_sign right"],
        ),
        (
            ["D: Ear to your shoulder, I'm leaning on your head, anything into the arm?", "P: No.",
             "D: Spurling's negative."],
            ["tension_sign absent"],
        ),
        (
            ["D: Now I raise the leg, does anything shoot?", "P: Just tight in the hamstring.",
             "D: So straight leg raise negative, both sides."],
            ["tension_sign bilateral absent"],
        ),
        (["D: Lifting the straight leg, no shooting. Sit up.", "P: Okay."], ["tension_sign absent"]),
        (
            ["D: Chin up and over to the left, and I lean on it. Hand?", "P: No, a pinch in the neck.",
             "D: And to the right?", "P: Same nothing."],
            ["tension_sign left absent", "tension_sign right absent"],
        ),
        (
            ["D: Now I tip your head toward the bad side and press. Anything in the fingers?", "P: Yeah, the thumb."],
            ["tension_sign"],
        ),
        (["D: Pressing now, tipped right ... tipped left ...", "P: Neither."], ["tension_sign bilateral absent"]),
        (["ATTENDING: Leg raise?", "RESIDENT: Positive at forty on the left."], ["tension_sign left"]),
        (["D: Knee jerks are fine. Leg up...", "P: Whoa.", "D: Positive on the left at thirty."],
         ["reflex_deficit absent", "tension_sign left"]),
        (["D: Grip for me... thirty kilos on the left, forty on the right.", "P: Okay."], []),
    ],
)  # fmt: skip
def test_a_test_is_followed_over_turns(read: Read, turns: list[str], lines: list[str]) -> None:
    """The patient's word is the result, on the side that the examiner names before or after it."""
    assert sorted(read("\n".join(turns), "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    "turns",
    [
        ["D: Lift your arm for me. Tell me when.", "P: There."],
        ["D: Take your left leg over the side and up you come. That okay?", "P: That's fine."],
        ["D: Push your head into my hand. Look up.", "P: Ow."],
        ["D: Look up and to the left. That's your good side?", "P: Yes, that goes fine."],
        ["D: Right leg, up, hold it there, don't let me push it down. That okay?", "P: That's fine."],
        ["D: It's tender here when I lift the leg, isn't it?", "P: Yep, that one."],
        ["D: Are you able to raise your legs, lying down, the legs straight?", "P: No, that's too painful."],
        ["D: Lean back for me.", "P: Ow, in my leg."],
        ["D: I'll lift the leg over the pillow.", "P: How was your weekend, doctor?"],
    ],
)
def test_what_stretches_no_root(read: Read, turns: list[str]) -> None:
    """Who is bidden to move, to resist or to say where it is sore is not tested for tension."""
    found = read("\n".join(turns), "neuro", "transcript")
    assert not [line for line in found if line.startswith("tension")]


def test_the_pain_of_a_test_is_no_complaint(read: Read) -> None:
    """What shoots down while a leg is raised is what the test gives."""
    turns = "D: I'm raising the left leg. Say when.\nP: There. That shoots into my foot."
    assert read(turns, "neuro", "transcript") == ["tension_sign left"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ["D: I'm going to lean on your head, tell me if it shoots anywhere.", "P: No.", "D: Okay, negative."],
            ["tension_sign absent"],
        ),
        (
            ["D: Give me the dead weight of this leg. Sixty, eighty. Anything?", "P: No, tight behind the knee.",
             "D: Hamstring. Other one. Same. Good, both negative."],
            ["tension_sign bilateral absent"],
        ),
        (
            ["D: I've got the leg, let me take it. Where's that?", "P: In my back.",
             "D: Eighty, and the other's the same. Both negative."],
            ["tension_sign bilateral absent"],
        ),
        (
            ["D: I'm going to straighten this knee.", "P: Ow, ow.", "D: Forty degrees, positive on the left.",
             "P: Yes.", "D: And the right?", "P: That one's okay."],
            ["tension_sign left", "tension_sign right absent"],
        ),
        (
            ["D: I bend the knee and lift.", "P: Whoa, yep.", "D: That's the left, positive. And the right.",
             "P: That's fine."],
            ["tension_sign left", "tension_sign right absent"],
        ),
        (
            ["D: I'm raising the right, okay, okay, down. Thirty degrees. And the left leg, anything?", "P: Nope."],
            ["tension_sign left absent", "tension_sign right"],
        ),
    ],
)  # fmt: skip
def test_an_examiner_names_the_result(read: Read, turns: list[str], lines: list[str]) -> None:
    """A leg that is let go, straightened or lifted is tried, and what the examiner calls it is its result."""
    assert sorted(read("\n".join(turns), "neuro", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    "turns",
    [
        ["D: Don't let me straighten this knee.", "P: Okay."],
        ["D: Don't let me lift the leg.", "P: Okay.", "D: Good, negative."],
        ["D: Let me have a look at the leg length. Left is short.", "P: Okay."],
        ["D: Slump down a little. L4 is ropy.", "P: Okay."],
        ["D: The leg felt heavy, was it dead weight?", "P: Okay."],
        ["D: Let your leg fall out to the side. That's positive on the left.", "P: In the groin."],
    ],
)
def test_what_tries_no_root(read: Read, turns: list[str]) -> None:
    """Strength, posture, the length of a leg and a hip are no tests of tension."""
    assert "tension_sign" not in " ".join(read("\n".join(turns), "neuro", "transcript"))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Lifting the left leg. Any leg pain?\nPT: Just tight behind the knee.", ["tension_sign left absent"]),
        (
            "DR: Slump, chin down, straighten the right knee.\nPT: That shoots down.\nDR: Slump's positive.",
            ["tension_sign right"],
        ),
        (
            "DR: SLR right, forty degrees, positive. Left, fine to eighty.",
            ["tension_sign left absent", "tension_sign right"],
        ),
        (
            "DR: Straight leg raise, left, positive at thirty. Right is clear to ninety.",
            ["tension_sign left", "tension_sign right absent"],
        ),
    ],
)
def test_results_with_their_measures(read: Read, said: str, lines: list[str]) -> None:
    """A result stands beside how far the leg went, and what the patient felt is that of the test."""
    assert sorted(read(said, "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            [
                "I'm lifting the right leg.",
                "Tight behind the knee.",
                "That's hamstring, so negative. Now the left.",
                "Ow!",
            ],
            ["tension_sign right absent", "tension_sign left"],
        ),
        (["Left leg up. Anything?", "In the hamstring."], ["tension_sign left absent"]),
        (
            [
                "Slump on the right.",
                "Stretch behind the knee.",
                "Lift your chin?",
                "No change.",
                "Left side?",
                "Nothing.",
            ],
            ["tension_sign right absent", "tension_sign left absent"],
        ),
        (["Lifting the left leg.", "Stop, stop."], ["tension_sign left"]),
        (["Look right and lean back. When I press?", "It goes into my hand."], ["tension_sign right"]),
        (
            ["Spurling's brings the arm pain on the left, not on the right."],
            ["tension_sign left", "tension_sign right absent"],
        ),
        (["Spurling's clean on both sides. Phalen's lights up the left wrist."], ["tension_sign bilateral absent"]),
        (
            ["Spurling's brings the arm pain on the left not on the right."],
            ["tension_sign left", "tension_sign right absent"],
        ),
        (["Spurling's on the left brings arm pain, but not numbness."], ["tension_sign left"]),
        (["Spurling's on the left brings it on, not too bad."], ["tension_sign left"]),
        (["I'm lifting the left leg.", "In my hamstring."], ["tension_sign left absent"]),
        (["Straight leg raise, left full."], ["tension_sign left absent"]),
    ],
)
def test_what_goes_on_with_a_test(read: Read, turns: list[str], lines: list[str]) -> None:
    """Hamstrings are no nerve, what only goes on with a test ends none, and a not tells of the other side."""
    talk = "\n".join(f"{('Doctor', 'Patient')[at % 2]}: {said}" for at, said in enumerate(turns))
    found = [line for line in read(talk, "neuro", "transcript") if line.startswith("tension")]
    assert sorted(set(found)) == sorted(lines)
