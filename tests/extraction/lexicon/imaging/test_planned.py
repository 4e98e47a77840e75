"""Specification of studies that are still to be made."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("You don't need a new MRI but we'll get an x-ray of the neck.", ["xray other cervical hypothetical"]),
        ("T8 is what I look at. I want a CT of that level.", ["ct other thoracic hypothetical"]),
        ("We'd MRI the right knee in a month.", ["mri other lower_extremity right hypothetical"]),
        ("Your reflexes are brisk, so it's an MRI of the neck tonight.", ["mri other cervical hypothetical"]),
        ("So rest, and an x-ray of that left foot this afternoon.",
         ["xray other lower_extremity left hypothetical"]),
        ("So bloods, and a CT of the pelvis.", ["ct other pelvic hypothetical"]),
        ("I want films of the thoracic spine before anybody touches your ribs.", ["xray other thoracic hypothetical"]),
        ("It's sore at the elbow, so I'd like an ultrasound there.",
         ["ultrasound other upper_extremity hypothetical"]),
        ("So he had bloods at the hospital, and an MRI of the hip.", []),
        ("That's an MRI of a healthy neck.", []),
        ("So you had bloods, and an MRI of the hip?", []),
        ("I'd inject it under CT guidance next week.", []),
        ("I don't think you need an x-ray for this.", []),
        ("Let me show you the x-ray we took.", []),
        ("Hang on, I'll order an MRI to check for a disc herniation.", ["mri other hypothetical"]),
    ],
)  # fmt: skip
def test_spoken_plans(read: Read, text: str, lines: list[str]) -> None:
    """A study is planned where it is wanted, with the part and side it is wanted of, and shows nothing yet."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


def test_a_patient_who_asks(read: Read) -> None:
    """Who asks whether a study is needed plans none."""
    assert not read("Doctor: It's a strain.\nPatient: Do I need an x-ray?", "imaging", "transcript")


def test_after_an_order(read: Read) -> None:
    """Behind a study that is only ordered nothing is shown."""
    text = "Doctor: We'll get an MRI of the back. Discs can bulge, and the bulging disc then presses on a nerve."
    assert read(text, "imaging", "transcript") == ["mri other hypothetical"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I'd also like an x-ray of the pelvis.", ["xray other pelvic hypothetical"]),
        ("Let's repeat the MRI of the neck.", ["mri other cervical hypothetical"]),
        ("You'll have a CT of the thoracic spine.", ["ct other thoracic hypothetical"]),
        ("What I'd like is a nerve block under x-ray.", []),
        ("I was able to take a look at the x-ray.", []),
    ],
)
def test_what_is_proposed(read: Read, text: str, lines: list[str]) -> None:
    """Who would like, does or repeats a study proposes it; looking at one does not."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("New films in six weeks.", ["xray other hypothetical"]),
        ("IMAGING\nCT C-spine - awaiting approval", ["ct other cervical hypothetical"]),
        ("Films in two weeks showed a fracture of L1.", ["xray fracture lumbar"]),
    ],
)
def test_written_plans(read: Read, text: str, lines: list[str]) -> None:
    """A few words name a study and when it is due, or its heading names its part."""
    assert sorted(read(text, "imaging")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The reflexes worry me, so MRI of the thoracic spine this week, and I call.",
            ["mri other thoracic hypothetical"],
        ),
        ("Neck pain. CT cervical tomorrow.", ["ct other cervical hypothetical"]),
        ("Recommend laminectomy. Bone scan with SPECT first.", ["bone_scan other hypothetical"]),
        ("Collar stays on, MRI tonight, theatre informed.", ["mri other hypothetical"]),
        ("MRI of the lumbar spine this week shows a bulge at L4-5.", ["mri disc_herniation lumbar"]),
        ("She had an MRI this week.", []),
        ("Explained findings with the films on the screen.", []),
        ("MRI images shown to him.", []),
        ("Films explained to the patient.", []),
        ("MRI lumbar explained and ordered.", ["mri other lumbar hypothetical"]),
    ],
)
def test_when_a_study_is_wanted(read: Read, text: str, lines: list[str]) -> None:
    """A part of a note that opens with a study and says when is an order; a study that was explained was made."""
    assert read(f"Assessment: {text}", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI of the lumbar spine in three weeks.", ["mri other lumbar hypothetical"]),
        ("And an x-ray of the neck right now, before you go.", ["xray other cervical hypothetical"]),
        ("Let's do an x-ray of the pelvis.", ["xray other pelvic hypothetical"]),
        ("I'll get a CT of the neck so I can size the screws.", ["ct other cervical hypothetical"]),
        ("So the three views we took today.", []),
        ("MRI of the neck two weeks ago.", []),
        ("The needle goes in under the x-ray, at L5.", []),
        ("I'd put it in under live CT.", []),
    ],
)
def test_what_is_only_told_off(read: Read, text: str, lines: list[str]) -> None:
    """A study told off with its day is planned; one that was made, and the light of a needle, is not."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("You're going to the hospital now for a CT, cervical.", ["ct other cervical hypothetical"]),
        ("I'm sending you down to Imaging for a neck series.", ["xray other cervical hypothetical"]),
        ("Did you ever get that MRI of the neck?", []),
        ("If the MRI shows it, we operate.", []),
    ],
)
def test_who_goes_for_a_study(read: Read, text: str, lines: list[str]) -> None:
    """Who is sent for a study has one to come; a question for one, and what hangs on one, are no order."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("X-rays ordered: none.", []),
        ("X-rays ordered: lumbar.", ["xray other lumbar hypothetical"]),
        ("Flexion-extension films of the neck in three weeks once the spasm has eased off a little more than today.",
         ["xray other cervical hypothetical"]),
    ],
)  # fmt: skip
def test_orders_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """None that is ordered is none; a line that opens with a study and its day is an order, however it goes on."""
    assert read(f"PLAN: {text}", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: I'd like to get an ultrasound of the rotator cuff, left shoulder.",
         ["ultrasound other upper_extremity left hypothetical"]),
        ("Doctor: I'm sending you for an MRI of the hip, the right.", ["mri other pelvic right hypothetical"]),
        ("Doctor: I'm sending you for an MRI of the hip, the right knee can wait.", ["mri other pelvic hypothetical"]),
    ],
)  # fmt: skip
def test_the_side_of_a_study_behind_a_pause(read: Read, text: str, lines: list[str]) -> None:
    """The side of what is to be studied may follow, if nothing else does."""
    assert read(text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: XR AP pelvis, XR L-sp 3v.", ["xray other lumbar hypothetical", "xray other pelvic hypothetical"]),
        ("Plan: MRI of the knee. X-ray not indicated today.", ["mri other lower_extremity hypothetical"]),
        ("Plan: MRI hip not needed now.", []),
        ("Plan: given the x-ray findings, order MRI of the foot.", ["mri other lower_extremity hypothetical"]),
    ],
)
def test_a_plan_that_lists_studies(read: Read, text: str, lines: list[str]) -> None:
    """Each study of a plan is one, but for what it says is not called for or has been made."""
    assert sorted(read(text, "imaging", "note")) == lines


def test_what_a_space_ought_to_be_orders_nothing(read: Read) -> None:
    """A `to be` behind an `ought` tells of no study to come."""
    text = "Doctor: On the lumbar x-ray the space at L5-S1 is half of what it ought to be."
    assert read(text, "imaging", "transcript") == ["xray disc_degeneration lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Let's do the neck MRI first. C5-6, a bulge.", ["mri disc_herniation cervical"]),
        ("Let's do the neck MRI first. Then we talk again.", ["mri other cervical hypothetical"]),
        ("Let's do an MRI of your neck. C5-6 worries me.", ["mri other cervical hypothetical"]),
    ],
)
def test_a_study_that_is_gone_over(read: Read, text: str, lines: list[str]) -> None:
    """The study that is done first is looked at where the next words tell what it shows."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines
