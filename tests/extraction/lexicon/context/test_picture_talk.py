"""Specification of talk about pictures that goes on."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: I've got your lumbar MRI up here, and at L3-4 there's a small bulge.\n"


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        ("Patient: Uh-huh.\nDoctor: The joints back here are knobby.", "mri bony_overgrowth lumbar"),
        ("Patient: Is that bad?\nDoctor: Not really. That ligament is thicker than it should be.",
         "mri ligament_hypertrophy lumbar"),
        ("Patient: Oh.\nDoctor: Any trouble passing water?\nPatient: No.\nDoctor: Good. The canal is tight.",
         "mri canal_narrowing lumbar"),
        ("Patient: And my bones?\nDoctor: I don't see any breaks.", "mri fracture lumbar absent"),
        ("Patient: Is it from lifting?\nDoctor: You've got some slippage at L4 too.", "mri malalignment lumbar"),
        ("Patient: So is that the sore spot?\nDoctor: That's my thinking. There's also a slip at L4.",
         "mri malalignment lumbar"),
    ],
)  # fmt: skip
def test_it_goes_on(read: Read, turns: str, line: str) -> None:
    """After a word of the patient, or a question in between, a clinician goes on with what the study shows."""
    assert line in read(_OPENING + turns, "imaging", "transcript")


@pytest.mark.parametrize(
    "turns",
    [
        "Patient: Oh.\nDoctor: Bend forward. Good. The joint here is thick.",
        "Patient: So what do we call it?\nDoctor: Lumbar stenosis.",
        "Patient: Oh.\nDoctor: So two things. The canal is narrow from the ligament.",
        "Patient: Okay.\nDoctor: My diagnosis is spondylolisthesis. The canal is the problem.",
    ],
)
def test_it_is_over(read: Read, turns: str) -> None:
    """An examination or a conclusion ends it."""
    assert read(_OPENING + turns, "imaging", "transcript") == ["mri disc_herniation lumbar"]


def test_what_no_picture_shows_is_concluded(read: Read) -> None:
    """Behind a root that suffers, what narrows the canal is the diagnosis."""
    said = "You've got a bad disc at L4-5, with a left L5 radiculopathy. And the disc is narrowing the canal."
    text = f"{_OPENING}Patient: Oh.\nDoctor: {said}"
    assert read(text, "lesions", "transcript") == ["canal_stenosis lumbar disc L4 L5"]


def test_a_conclusion_stays_one(read: Read) -> None:
    """Asked for the diagnosis, a clinician gives it, and reads no picture any longer."""
    text = _OPENING + "Patient: So what's the diagnosis?\nDoctor: A slipped vertebra, spondylolisthesis at L4-5."
    assert read(text, "diagnoses", "transcript") == ["spondylolisthesis lumbar"]


@pytest.mark.parametrize(
    "text",
    [
        "Patient: Did they send you my x-ray?\nDoctor: They did. The discs are worn.",
        "Patient: It says there's a disc bulge.\nDoctor: The discs are worn, yes.",
        "Nurse: I have the report here.\nPatient: Go on.\nNurse: The discs are worn.",
    ],
)
def test_who_opens_it(read: Read, text: str) -> None:
    """A patient who asks for a result, or a report at hand, opens it as well."""
    assert any("disc_degeneration" in line for line in read(text, "imaging", "transcript"))


def test_levels_of_a_report(read: Read) -> None:
    """What is read out level by level is no conclusion, also where it names a stenosis."""
    text = (
        "Nurse: I've got the report of your neck here.\nPatient: Please.\n"
        "Nurse: C4-5 moderate left foraminal stenosis. C5-6 there's a small bulge. C6-7 is unremarkable."
    )
    assert read(text, "imaging", "transcript") == [
        "unspecified foraminal_narrowing cervical left",
        "unspecified disc_herniation cervical",
        "unspecified unremarkable cervical",
    ]
    assert not read(text, "lesions", "transcript")


@pytest.mark.parametrize("opening", ["Now the report.", "Okay, the images.", "So, back to the pictures."])
def test_pictures_are_announced(read: Read, opening: str) -> None:
    """Few words announce that a study is looked at again, many turns after it was named."""
    visit = "Doctor: The lumbar MRI is in.\nPatient: Okay.\nDoctor: Push. Good.\nPatient: Mm.\n" * 3
    said = f"{visit}Doctor: {opening} At L4-5 there's a bulge."
    assert "mri disc_herniation lumbar" in read(said, "imaging", "transcript")


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            (
                "Patient: They did the MRI.\nDoctor: First push down. Five. Good. So, this is you from the side. "
                "At L4-5 the canal is pinched."
            ),
            ["mri canal_narrowing lumbar"],
        ),
    ],
)
def test_pictures_are_taken_up_again(read: Read, turns: str, lines: list[str]) -> None:
    """Who says this is you from the side shows a picture again."""
    assert read(turns, "imaging", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Patient: You can see it on there?\nDoctor: You can. L4 has slid forward six millimeters.",
         ["xray malalignment lumbar"]),
        ("Patient: Did the x-ray show anything?\nDoctor: It did. L4 is forward on L5 by a quarter inch.",
         ["xray malalignment lumbar"]),
        ("Patient: Okay.\nDoctor: That's L4, that's L5. L4 has slid forward six millimeters.",
         ["xray malalignment lumbar"]),
        ("Patient: Is that me?\nDoctor: It is. There is a small spur at L3.", ["xray bony_overgrowth lumbar"]),
        ("Patient: Can you see my bill on there?\nDoctor: I can. L5 feels rotated left, is that tender?", []),
    ],
)  # fmt: skip
def test_it_is_taken_up_again(read: Read, turns: str, lines: list[str]) -> None:
    """After an examination, a question or levels that are pointed out come back to the picture."""
    text = "Doctor: You got the flexion films, good. Up on your heels. Strength is five out of five.\n" + turns
    assert read(text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: At L4-5 it's worse, I'd call it a protrusion. The canal is open there.",
         ["mri canal_narrowing lumbar absent", "mri disc_herniation lumbar"]),
        ("Doctor: At what I'd call L5-S1 the foramen is tight on the left. No slip.",
         ["mri disc_herniation lumbar", "mri foraminal_narrowing lumbar left", "mri malalignment lumbar absent"]),
        ("Doctor: \"Mild canal stenosis\", you've got a tight pipe. \"No fracture\".",
         ["mri canal_narrowing lumbar", "mri disc_herniation lumbar", "mri fracture lumbar absent"]),
        ("Mother: So it's worse?\nDoctor: No fracture.", ["mri disc_herniation lumbar", "mri fracture lumbar absent"]),
        ("Doctor: I'd call it a facet syndrome. The joint is big.", ["mri disc_herniation lumbar"]),
    ],
)  # fmt: skip
def test_what_ends_no_talk(read: Read, turns: str, lines: list[str]) -> None:
    """The sort of a finding, a level, a quotation and the question of a relative end no talk about pictures."""
    assert sorted(read(_OPENING + turns, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Doctor: Did you get the scan results?\nPatient: Yes.\nDoctor: At L4-5 you've got a bulge to the left.",
            ["unspecified disc_herniation lumbar left"],
        ),
        (
            "Patient: What does the MRI say?\nDoctor: I'll tell you what it says and what I think. L4-5, mild bulge.",
            ["mri disc_herniation lumbar"],
        ),
        (
            "Doctor: Your lumbar MRI. The canal is tight. I would call it severe. Both side openings are narrow.",
            ["mri canal_narrowing lumbar", "mri foraminal_narrowing lumbar bilateral"],
        ),
        (
            "Doctor: So this is the front view of the low back. L5 is tipped down on the right.",
            ["xray malalignment lumbar right"],
        ),
    ],
)
def test_what_is_only_named(read: Read, text: str, lines: list[str]) -> None:
    """Who names what is seen goes on with the picture."""
    assert sorted(read(text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "No stenosis, no herniation, nothing pinching the nerves.",
            ["mri disc_herniation cervical absent", "mri other cervical absent"],
        ),
        ("So you have a pinched nerve.", []),
    ],
)
def test_pinched_nerves_beside_what_is_seen(read: Read, text: str, lines: list[str]) -> None:
    """Nerves that are pinched, or not, beside what is seen are seen as well; alone they are a conclusion."""
    assert sorted(read(f"Doctor: MRI of the neck. {text}", "imaging", "transcript")) == lines


def test_measures_named_on_the_way(read: Read) -> None:
    """Who calls what is seen severe goes on with the picture, so that the levels behind it are seen as well."""
    text = "Doctor: Your lumbar MRI. You have a slip at L4-5. The canal is tight. I would call it severe. "
    lines = read(text + "L5-S1 is fine. L3-4 only has a bulge.", "imaging", "transcript")
    assert "mri unremarkable lumbar" in lines
