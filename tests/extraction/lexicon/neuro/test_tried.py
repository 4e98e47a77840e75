"""Specification of strength that is tried and told in everyday words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Wrists up, don't let me win. Left fine, right lets go.", ["left absent", "right"]),
        ("Push your foot down. Both are good.", ["bilateral absent"]),
        ("Pull the toes up. The left's good. The right one, hm, I can break that.", ["left absent", "right"]),
        ("Spread the fingers. Right lets go. The other one's fine.", ["left absent", "right"]),
        ("Triceps. Left not so good. Right good.", ["left", "right absent"]),
        ("Kick out against my hand. Right is solid. The left doesn't hold.", ["left", "right absent"]),
        ("Squeeze. The left's a touch weaker, see that?", ["left"]),
        ("On your heels. The left foot's dropping.", ["left"]),
        (
            "Push down with the right foot. Strong. And the left, same as the right.",
            ["absent", "left absent", "right absent"],
        ),
        ("Squeeze. Good. Push up. Good. Spread. Good. Pull. Good.", ["absent"]),
        ("Push your knee into my hand. Good. And relax. Push. Good. Push. Good. Push. Good.", []),
        ("Push against me. Good. And bend your neck.", []),
        ("Squeeze. Good. Push up. Good. Kick. Good. So all five on the right.", ["right absent"]),
        ("Bend to the left. Good. The right's fine.", []),
        ("I push here. The left is fine.", []),
        ("Push up. The right great toe is the stiff one.", []),
        ("Pull the wrist back. Slump test. Left fine.", []),
        ("Squeeze the meter. Sixty on the left, forty on the right.", []),
        ("Put your foot up here. The left is good.", []),
    ],
)
def test_side_by_side(read: Read, said: str, lines: list[str]) -> None:
    """What is said of a side behind a command is its strength; treatment, motion and other tests are none of it."""
    found = read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript")
    told = sorted({line.removeprefix("motor_deficit").strip() for line in found if line.startswith("motor")})
    assert told == sorted(lines)


@pytest.mark.parametrize(
    "said",
    [
        "Up on your toes, six times. One, two, three, four, five, six.",
        "I flick the foot up, one, two, three beats on the left, nothing on the right.",
    ],
)
def test_numbers_that_count(read: Read, said: str) -> None:
    """Numbers that count, and a sign that is not there, grade no strength."""
    found = read(f"Doctor: {said}", "neuro", "transcript")
    assert [line for line in found if line.startswith("motor")] == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Power is five out of five except the left wrist, four.", ["absent", "left"]),
        ("Leg raise, right positive at thirty, left full.", []),
    ],
)
def test_what_a_side_or_a_full_is_of(read: Read, said: str, lines: list[str]) -> None:
    """All the rest has no side of the exception, and a leg that goes up fully is not strong."""
    found = read(f"Doctor: {said}", "neuro", "transcript")
    told = sorted({line.removeprefix("motor_deficit").strip() for line in found if line.startswith("motor")})
    assert told == lines
