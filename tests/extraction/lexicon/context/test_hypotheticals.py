"""Specification of what has not happened: conditions, bargains and warnings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

T3 = "somatic_dysfunction thoracic T3"


@pytest.mark.parametrize(
    "text",
    [
        "Explained: should a dysfunction of T3 be found, it can be treated.",
        "Treatment, were a dysfunction of T3 to be found, would be gentle.",
        "The usual treatment of a segmental dysfunction of T3 is manipulation.",
        "Management of a segmental dysfunction of T3 usually takes three visits.",
        "She consents and, where a segmental dysfunction of T3 is found, to an adjustment.",
        "Suppose a segmental dysfunction of T3 turned up.",
        "Adjustment of a segmental dysfunction of T3, if one is present.",
    ],
)
def test_what_is_supposed(read: Read, text: str) -> None:
    """Who speaks of a lesion in general, or of what would be done about one, states none."""
    assert read(text, "lesions") == [f"{T3} hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "Treatment of a segmental dysfunction of T3 today.",
        "The usual treatment of the segmental dysfunction of T3 was given.",
        "The level where the segmental dysfunction is found is T3.",
        "There were a segmental dysfunction of T3 and some spasm.",
    ],
)
def test_what_is_there(read: Read, text: str) -> None:
    """What was treated or found is there."""
    assert T3 in read(text, "lesions")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("An opinion is welcome should she become unsteady.", "gait hypothetical"),
        ("Call us should the foot drop.", "motor_deficit hypothetical"),
        ("An MRI should numbness persist.", "sensory_deficit hypothetical"),
        ("The tingling should settle with time.", "sensory_deficit"),
        ("We spoke of what she should do about the tingling.", "sensory_deficit"),
    ],
)
def test_a_should_before_its_subject(read: Read, text: str, line: str) -> None:
    """A should that stands before its subject puts a condition, also at the end of a sentence."""
    assert read(text, "neuro") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "If that joint is still stuck on Tuesday, I'll call it a sacral dysfunction.",
        "Should it stay locked until next week, we'd name it a sacral dysfunction.",
        "Provided it still won't glide tomorrow, I will write down sacral dysfunction.",
    ],
)
def test_a_name_that_is_left_to_a_condition(read: Read, said: str) -> None:
    """What will be called so on another day, if it is still there, has not been called so."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction sacral hypothetical"]


def test_a_name_for_what_was_tested(read: Read) -> None:
    """A test that was done, and what comes out of it, is no condition."""
    said = "DR: When you bend forward the left side still lags, and I'd call that a sacral dysfunction."
    assert read(said, "lesions", "transcript") == ["somatic_dysfunction sacral"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You start dropping cups, you call me.", ["motor_deficit hypothetical"]),
        ("You lose control of your bladder, that's the emergency room.", ["bowel_bladder hypothetical"]),
        ("The leg goes weak, come right back.", ["motor_deficit hypothetical"]),
        ("What worries me is losing your bladder.", ["bowel_bladder hypothetical"]),
        ("You have a foot drop, so call the surgeon.", ["motor_deficit"]),
    ],
)
def test_conditions_without_an_if(read: Read, said: str, lines: list[str]) -> None:
    """What begins before what is to be done then is not there yet; what somebody has, is."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Call/ED: new weakness of the foot.", ["motor_deficit hypothetical"]),
        ("To A&E with any numbness between the legs.", ["saddle_anesthesia hypothetical"]),
        (
            "New saddle numbness or urinary retention require same-day assessment.",
            ["saddle_anesthesia", "bowel_bladder"],
        ),
        ("Risks incl. infection, dural tear and foot drop.", ["motor_deficit hypothetical"]),
        ("Back sooner with arm weakness.", ["motor_deficit hypothetical"]),
        ("Went to the ED last week with leg weakness.", ["motor_deficit"]),
        ("L foot drop 3/5: to ED now.", ["motor_deficit left"]),
        ("Hoffmann positive: urgent referral.", ["upper_motor_neuron"]),
    ],
)
def test_a_note_warns(read: Read, said: str, lines: list[str]) -> None:
    """An urgent visit or the harms of a procedure make symptoms hypothetical, unless something has happened."""
    if len(lines) > 1:
        lines = [f"{line} hypothetical" for line in lines]
    assert read(said, "neuro") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Numbness in the saddle area, that's an ambulance.", ["saddle_anesthesia hypothetical"]),
        ("DR: What should make you call me? A weak foot.", ["motor_deficit hypothetical"]),
        ("DR: They include infection and, as a risk, paralysis.", ["motor_deficit hypothetical"]),
        ("DR: Your foot is weak, three out of five. I'm calling the ER.", ["motor_deficit"]),
        ("DR: If you can't hold your water, that's nine-one-one.", ["bowel_bladder hypothetical"]),
        ("DR: A numb saddle, that's the hospital.", ["saddle_anesthesia hypothetical"]),
        ("DR: Don't be sitting at home with a weak foot.", ["motor_deficit hypothetical"]),
        ("DR: All that would change my mind is weakness.", ["motor_deficit hypothetical"]),
        ("DR: Your foot's dropping, so I'm sending you to the emergency room.", ["motor_deficit"]),
    ],
)
def test_a_clinician_warns(read: Read, said: str, lines: list[str]) -> None:
    """What was asked goes on over the list that answers it; a finding on which somebody acts is there."""
    assert read(said, "neuro", "transcript") == lines


def test_the_letters_of_external_rotation(read: Callable[..., list[str]]) -> None:
    """An examination that measures ER names no emergency."""
    assert read("EXAM\nL shoulder: AC joint TTP, ER 40.", "tart") == ["tenderness upper_extremity left"]


@pytest.mark.parametrize(
    ("said", "assertion"),
    [
        ("I'm concerned about early myelopathy, so I don't want to sit on this.", "possible"),
        ("I'm worried about a cauda equina syndrome, we can't sit on that.", "possible"),
        ("It could be a myelopathy and we shouldn't wait on it.", "possible"),
        ("A new myelopathy, don't sit on that.", "hypothetical"),
    ],
)
def test_who_will_not_wait(read: Read, said: str, assertion: str) -> None:
    """A clinician who will not wait with what is suspected speaks of today; who tells others not to wait, of a risk."""
    assert [line.split()[-1] for line in read(f"MD: {said}", "diagnoses", "transcript")] == [assertion]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Foot drops or you can't pee, you don't wait for Thursday.",
         ["bowel_bladder hypothetical", "motor_deficit hypothetical"]),
        ("You can't hold your water, do not wait for the appointment.", ["bowel_bladder hypothetical"]),
        ("Foot goes numb, that's a phone call.", ["sensory_deficit hypothetical"]),
        ("The foot is weak, please don't wait with the scan.", ["motor_deficit"]),
        ("Your foot drops and you can't pee, so we don't wait.", ["bowel_bladder", "motor_deficit"]),
    ],
)  # fmt: skip
def test_who_is_not_to_wait(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What a patient must not wait with has not happened; what a clinician does not wait with has."""
    assert sorted(read(f"Doctor: {said}", "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("We went over what sends her to the emergency room, a weak leg.", ["motor_deficit hypothetical"]),
        ("She knows what brings her back sooner: leg weakness.", ["motor_deficit hypothetical"]),
        ("Reasons to come in early were given, leg weakness.", ["motor_deficit hypothetical"]),
        ("Things that should prompt an ER visit were reviewed: leg weakness.", ["motor_deficit hypothetical"]),
        ("What brings her in is leg weakness.", ["motor_deficit"]),
    ],
)
def test_what_somebody_was_warned_of(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What would bring somebody back has not happened; what brings him in has."""
    assert read(f"Plan: {said}", "neuro") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Let me press along here, L4 is boggy.", ["tissue_texture lumbar"]),
        ("Okay let me feel, T6 is stuck and tender.", ["restriction thoracic", "tenderness thoracic"]),
        ("L4 is boggy on the left; no, let me correct that, boggy on the right.", ["tissue_texture lumbar right"]),
        ("If it's stuck or tender, let me know.", []),
    ],
)
def test_what_an_examiner_asks_leave_to_do(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Who says `let me feel` finds something; who says `let me know` does not."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_hands_run_down(read: Callable[..., list[str]]) -> None:
    """Where hands run down a spine no pain does."""
    assert read("DR: The low part, let me just run down it.", "neuro", "transcript") == []
    assert read("PT: It runs down my left leg.", "neuro", "transcript") == ["radicular_pain left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("DR: When the hand goes numb, when you can't pee, that's the day you come in.", 2),
        ("DR: Arm gives out, call. Can't pee, hospital.", 2),
        ("DR: Weakness, trouble peeing, you come back that day.", 2),
        ("PT: I read you can end up unable to pee.", 1),
        ("DR: As you come in I see a foot drop.", 0),
    ],
)
def test_who_is_to_come(read: Read, text: str, lines: int) -> None:
    """What somebody is to come or to call for has not happened."""
    found = read(text, "neuro", "transcript")
    assert [line for line in found if line.endswith("hypothetical")] == found[:lines]


def test_who_asks_what_to_do(read: Read) -> None:
    """A patient who asks what to do if something comes has not got it."""
    assert read("PT: So if my hand goes numb, I call?\nDR: Yes.", "neuro", "transcript") == []


@pytest.mark.parametrize(
    "said", ["Knows what would bring her back: foot dropping.", "Sheet given (weak legs).", "Weak leg, hospital."]
)
def test_what_a_note_gives_along(read: Read, said: str) -> None:
    """What would bring somebody back, or stands on a sheet, has not happened."""
    assert read(f"PLAN\n{said}", "neuro") == ["motor_deficit hypothetical"]
