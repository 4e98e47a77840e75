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
        ("Can your son push up? The left is good.", []),
        ("Push up. And the left, - , good.", ["left absent"]),
        ("Squeeze. The left gives, see that? The right's the same.", ["right"]),
        ("Squeeze. Good? Push up. Good? Kick. Good? Pull. Good.", []),
        ("Push up with the left foot. Lets go.", ["left"]),
        ("Push up. Pain in the left shoulder. Good.", []),
        ("Push up with the left foot. And then. Good.", []),
        ("Push up with the left foot. Hm. Good.", []),
        ("Push up. And the left. Hm. Good.", ["left absent"]),
        ("Push up. And the left. Okay. Good.", []),
        ("Push down with the right foot. Good.", []),
        ("Push up with the right foot. Strong as the other.", []),
        ("Kick. Right can't hold. The other is great.", ["left absent", "right"]),
        ("Push down with the left foot. A bit weaker than the right.", ["left"]),
        ("Squeeze. Good. Push up. Good. Spread. Good. Pull. Good. Kick. The left gives.", ["left"]),
        ("Now the knee. Left is good.", []),
        ("Walk on your heels. The left drops.", ["left"]),
        ("Up on tiptoes. The left drops.", ["left"]),
        ("Go up on your heels. The left lets go.", ["left"]),
        ("He can stand on his heels. The left is fine.", []),
        ("Stand up straight. The left is good. Toes forward.", []),
        ("And the heels. Left is fine.", []),
        ("Push up. Up on the toes the left is good.", ["left absent"]),
        ("Toes now, don't let me win. The left lets go.", ["left"]),
        ("Your toes. Don't move. The left is fine.", []),
        ("Your toes. Let me see. The left is fine.", []),
        ("Okay. The left is fine. Push up.", []),
        ("The deltoid patch. The left is fine.", []),
        ("Toes up. The left gives.", ["left"]),
        ("Your foot now. Left is fine.", []),
        ("Back up. The left is good. Toes.", []),
        ("I push your foot. The left is fine.", []),
        ("And push up. Left good.", ["left absent"]),
        ("Push up. Nurse told me the left is good.", []),
        ("Push up. The left great toe.", []),
        ("Push up. I can't break the left.", ["left absent"]),
        ("Push up. Left no less good.", []),
        ("Push up. The left can't win.", []),
        ("Push up. I see the left not so strong.", ["left"]),
        ("Push up. The left not the right.", []),
        ("Push up. The left not so much.", ["left"]),
        ("Push up. Reflexes. The left is fine.", []),
        ("Push up. The MRI. The left is fine.", []),
        ("Push up. That spot is tender. The left is fine.", []),
    ],
)
def test_side_by_side(read: Read, said: str, lines: list[str]) -> None:
    """What is said of a side behind a command is its strength; treatment, motion and other tests are none of it."""
    found = read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript")
    told = sorted({line.removeprefix("motor_deficit").strip() for line in found if line.startswith("motor")})
    assert told == sorted(lines)


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "Doctor: Push up.\nPatient: Like so.\nDoctor: Any allergies?\nPatient: No.\nDoctor: Left is good.",
            [],
        ),
        ("Doctor: How do you stretch?\nPatient: Pull my toes up.\nDoctor: The left is good.", []),
        ("Wife: Push up. Left is good.\nDoctor: Okay.\nPatient: Thanks.", []),
    ],
)
def test_who_tries(read: Read, talk: str, lines: list[str]) -> None:
    """An examiner's command opens a trial, and it ends when other things are talked of."""
    assert [line for line in read(talk, "neuro", "transcript") if line.startswith("motor")] == lines


def test_no_trial_in_notes(read: Read) -> None:
    """A note has no commands that somebody follows."""
    assert read("O: Push up. The left is good.", "neuro", "note") == []


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
        ("Strength in the wrist, four, five on the left.", ["left absent"]),
        ("Right quad's a four. Left's nothing.", ["right"]),
        ("Straight leg raise left full, right full.", []),
    ],
)
def test_what_a_side_or_a_full_is_of(read: Read, said: str, lines: list[str]) -> None:
    """All the rest has no side of the exception, and a leg that goes up fully is not strong."""
    found = read(f"Doctor: {said}", "neuro", "transcript")
    told = sorted({line.removeprefix("motor_deficit").strip() for line in found if line.startswith("motor")})
    assert told == lines
