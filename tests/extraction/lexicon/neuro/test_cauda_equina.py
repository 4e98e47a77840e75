"""Specification of bladder, bowel and saddle."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "I have trouble starting my pee",
        "I can't hold my urine",
        "My bladder has been leaking",
        "I have to push to wee",
        "I'm rushing to the bathroom all day",
    ],
)
def test_trouble_with_control(read: Read, text: str) -> None:
    """Trouble to hold, start or empty is a finding."""
    assert read(f"Doctor: Go on.\nPatient: {text}.", "neuro", "transcript") == ["bowel_bladder"]


@pytest.mark.parametrize(
    "text",
    [
        "Doctor: Are you peeing a lot?\nPatient: Yes.",
        "Doctor: Does it burn when you pee?\nPatient: A little.",
        "Doctor: We need a urine sample.\nPatient: Okay.",
        "Doctor: Any more bowel movements?\nPatient: Yes, daily.",
        "Doctor: Where did it happen?\nPatient: In the bathroom.",
    ],
)
def test_an_organ_is_no_finding(read: Read, text: str) -> None:
    """How much is passed, an infection or a sample says nothing of control."""
    assert read(text, "neuro", "transcript") == []


def test_health_that_is_asked_for(read: Read) -> None:
    """Who goes without any problem has no trouble."""
    text = "Doctor: Are you passing water without any problem?\nPatient: Yes."
    assert read(text, "neuro", "transcript") == ["bowel_bladder absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Patient: My sole, it's sort of numb on the bottom.", ["sensory_deficit"]),
        ("Patient: My bottom goes numb.", ["saddle_anesthesia"]),
        ("Doctor: Any numbness around your bottom?\nPatient: No.", ["saddle_anesthesia absent"]),
    ],
)
def test_whose_bottom_it_is(read: Read, text: str, lines: list[str]) -> None:
    """A bottom is the seat where it is somebody's, and else the underside of what was named."""
    assert read(text, "neuro", "transcript") == lines


def test_an_organ_that_is_explained(read: Read) -> None:
    """Who rises at night for the prostate names no loss of control; who leaks does."""
    asked = "Doctor: Any change in your bladder?\nPatient: "
    assert read(f"{asked}I get up at night to pee but that's my prostate.", "neuro", "transcript") == []
    assert "bowel_bladder" in read(f"{asked}Yeah, I leak.", "neuro", "transcript")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Doctor: okay numb in the saddle at all\nPatient: no", "saddle_anesthesia"),
        ("Doctor: bladder and bowels working\nPatient: all normal", "bowel_bladder"),
        ("Doctor: numbness in the hands or the feet these days\nPatient: no none of that", "sensory_deficit"),
        ("so good to see you how was the drive numb anywhere no sir okay then face down please", "sensory_deficit"),
    ],
)
def test_a_question_that_lost_its_mark_is_answered(read: Read, text: str, kind: str) -> None:
    """Bare words for a complaint or an organ ask for it where the next words answer."""
    assert read(text, "neuro", "transcript") == [f"{kind} absent"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I had an accident at work in June.", []),
        ("I had an accident, I wet myself.", ["bowel_bladder"]),
        ("I've never had an accident, never wet the bed.", ["bowel_bladder absent"]),
    ],
)
def test_accidents(read: Read, said: str, lines: list[str]) -> None:
    """An accident is one of the bladder where the talk is of it."""
    assert read(f"Patient: {said}\nDoctor: Okay.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Patient: I can feel the paper when I wipe.", ["saddle_anesthesia absent"]),
        ("Doctor: Any numbness around the seat?\nPatient: None.", ["saddle_anesthesia absent"]),
    ],
)
def test_who_feels_when_wiping_has_no_loss(read: Read, turns: str, lines: list[str]) -> None:
    """What is felt where one sits is no loss."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Doctor: Can you feel it when you wipe?\nPatient: Yes.", ["saddle_anesthesia absent"]),
        ("Doctor: Can you feel it when you wipe?\nPatient: Not really.", ["saddle_anesthesia"]),
        ("Doctor: Any trouble with the bladder?\nPatient: No problem.", ["bowel_bladder absent"]),
        ("Patient: Urine and stool, no problem.", ["bowel_bladder absent"]),
        ("Patient: I have no control of my bladder.", ["bowel_bladder"]),
        ("Patient: I have no problem to hold my urine.", ["bowel_bladder absent"]),
        ("Patient: She has no problems to control the bladder.", ["bowel_bladder absent"]),
        ("Patient: I have a problem to hold my urine.", ["bowel_bladder"]),
    ],
)
def test_what_is_denied(read: Read, said: str, lines: list[str]) -> None:
    """A denied ability is a loss, a denied problem is health."""
    assert read(said, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "assertion"),
    [
        ("He has kept full control of bladder and bowel.", " absent"),
        ("Good control of bowels and bladder.", " absent"),
        ("Bladder and bowel are under control.", " absent"),
        ("She maintains continence.", " absent"),
        ("He retains bladder control.", " absent"),
        ("He is not in full control of his bladder.", ""),
        ("She can't keep control of her bladder.", ""),
        ("No good control of the bladder any more.", ""),
        ("He has trouble keeping control of his bowels.", ""),
        ("He has lost control of his bladder.", ""),
        ("No loss of bladder control.", " absent"),
    ],
)
def test_control_that_is_kept_or_not(read: Read, said: str, assertion: str) -> None:
    """Who keeps control of an organ has no trouble with it; who does not keep it has."""
    assert read(f"History: {said}", "neuro") == [f"bowel_bladder{assertion}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("D: If you ever go numb in the seat, come in.", ["saddle_anesthesia hypothetical"]),
        ("D: Any numbness, where you'd sit on a bike?\nP: No.", ["saddle_anesthesia absent"]),
        ("D: If the seat goes numb, call me.", ["saddle_anesthesia hypothetical"]),
        ("D: My foot goes numb in the seat of the truck.", ["sensory_deficit hypothetical"]),
        ("D: It's as tight as, I don't know, a saddle strap.", []),
        ("D: You don't ride with a western saddle, do you?\nP: No.", []),
    ],
)
def test_a_saddle_is_where_one_sits(read: Read, text: str, lines: list[str]) -> None:
    """What is numb where one sits alarms; the saddle of a horse and the seat of a car do not."""
    found = read(text, "neuro", "transcript")
    assert [line for line in found if line.startswith("saddle")] == [one for one in lines if one.startswith("saddle")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pain for a week after tiling his own bathroom, worse at night.", []),
        ("Trouble with the back since redoing the upstairs bathroom.", []),
        ("Trouble getting to the bathroom in time.", ["bowel_bladder"]),
        ("Bladder and bowels behave.", ["bowel_bladder absent"]),
        ("The bladder is behaving.", ["bowel_bladder absent"]),
    ],
)
def test_rooms_and_organs(read: Read, text: str, lines: list[str]) -> None:
    """A room that is built is not gone to, and an organ that behaves is well."""
    assert read(f"HPI: {text}", "neuro") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Any tingling, around the bottom?\nPatient: No.", ["saddle_anesthesia absent"]),
        ("Doctor: Numb anywhere you sit?\nPatient: No.", ["saddle_anesthesia absent"]),
        ("Doctor: Numb on the bottom of the foot?\nPatient: No.", ["sensory_deficit absent"]),
        ("Patient: I couldn't feel myself wipe. That's back now.", ["saddle_anesthesia historical"]),
        ("Doctor: And the numb heel?\nPatient: Feels normal again.", ["sensory_deficit historical"]),
        ("Doctor: Any numb spots?\nPatient: No, all normal.", ["sensory_deficit absent"]),
        ("Patient: The last two toes. They buzz at night.", ["sensory_deficit"]),
        ("Patient: I have two phones. They buzz at night.", []),
    ],
)
def test_where_somebody_sits_and_what_is_well_again(
    read: Callable[..., list[str]], turns: str, lines: list[str]
) -> None:
    """The seat is named in many ways; a feeling that is back was lost."""
    assert read(turns, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The contrast felt like I'd peed myself.", []),
        ("The dye made it feel as if I had wet my pants.", []),
        ("I felt like running and then I wet myself.", ["bowel_bladder"]),
        ("I wet myself twice, it felt awful.", ["bowel_bladder"]),
    ],
)
def test_an_accident_that_was_only_felt(read: Read, said: str, lines: list[str]) -> None:
    """Who felt as after an accident has had none."""
    assert read(f"DR: Go on.\nPT: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I leaked urine twice and didn't feel it.", ["bowel_bladder"]),
        ("I wet myself on Tuesday and didn't notice.", ["bowel_bladder"]),
        ("No leaking that I know of.", ["bowel_bladder absent"]),
        ("My bowels just let go on the bus.", ["bowel_bladder"]),
        ("I can't hold my urine.", ["bowel_bladder"]),
    ],
)
def test_losses_that_are_not_noticed(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Who has not noticed a loss has had it."""
    assert read(f"PT: {said}", "neuro", "transcript") == lines
