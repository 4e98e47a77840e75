"""Specification of what a word makes of the part that a study shows."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("sclerosis of the L5 endplates", ["mri disc_degeneration lumbar"]),
        ("sclerosis of the left SI joint", ["mri sacroiliac_changes sacral left"]),
        ("L1 has lost a third of its height", ["mri fracture lumbar"]),
        ("L4-5 has lost a third of its height", ["mri disc_degeneration lumbar"]),
        ("T12 fracture, old and healed", ["mri fracture thoracic historical"]),
        ("L3-4 bulge that touches nothing", ["mri disc_herniation lumbar"]),
    ],
)
def test_kinds(read: Read, text: str, lines: list[str]) -> None:
    """Endplates harden, vertebrae and discs lose height, fractures heal, and a bulge may meet nothing."""
    assert read(f"MRI lumbar spine: {text}.", "imaging") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Just to make sure there's no disc herniation.",
        "You can't see a herniation on an x-ray.",
        "If there's a fracture we'll talk.",
    ],
)
def test_what_a_study_is_made_for(read: Read, text: str) -> None:
    """What is only looked for is not shown."""
    opening = "Doctor: Your MRI of the neck is clean. "
    assert read(opening + text, "imaging", "transcript")[:1] == ["mri unremarkable cervical"]
    assert len(read(opening + text, "imaging", "transcript")) == 1


def test_harmless(read: Read) -> None:
    """What is called nothing is still there."""
    text = "Doctor: On your lumbar MRI there's a little facet arthritis, that's nothing."
    assert read(text, "imaging", "transcript") == ["mri bony_overgrowth lumbar"]


def test_told_twice(read: Read) -> None:
    """What is said of one bone in two ways is one finding."""
    text = "Doctor: On the film L4 is rotated left and it's off, out of line."
    assert read(text, "imaging", "transcript") == ["xray malalignment lumbar left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L5-S1 hasn't changed, same worn-out disc.", ["mri disc_degeneration lumbar"]),
        ("At L4-5 there's a tear.", ["mri disc_degeneration lumbar"]),
        ("At L5-S1 a piece has broken off.", ["mri disc_herniation lumbar"]),
        ("A disc can bulge when you lift.", []),
    ],
)
def test_spoken_kinds(read: Read, text: str, lines: list[str]) -> None:
    """What has not changed is there, a level that tears is a disc, and what only can happen is not shown."""
    assert read(f"Doctor: Here is your MRI. {text}", "imaging", "transcript") == lines


def test_a_root_that_is_pushed_aside(read: Read) -> None:
    """Displacement of a root is no slip of a bone; that of a vertebra is."""
    assert "malalignment" not in " ".join(read("MRI lumbar: displacement of the left S1 nerve root.", "imaging"))
    assert "malalignment" in " ".join(read("MRI lumbar: displacement of the L4 vertebra on L5.", "imaging"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("There is no loosening of the screws.", ["ct other lumbar absent"]),
        ("The cage sits well, bone's bridging.", []),
        ("Most of it is normal aging.", []),
        ("So what you have is lumbar spondylosis.", []),
        ("The crack in L2 has mended.", ["ct fracture lumbar historical"]),
    ],
)
def test_what_is_no_finding(read: Read, text: str, lines: list[str]) -> None:
    """What was put in, what is usual and the name of the whole are no findings of a study."""
    assert read(f"Surgeon: I have your lumbar CT here. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("His mother asks whether the disc slipped on the MRI.", []),
        ("He asked about his brother's MRI that showed a disc herniation.", []),
        (
            "MRI neck: cord signal bright T2 at C3-4, no disc herniation.",
            ["mri other cervical", "mri disc_herniation cervical absent"],
        ),
    ],
)
def test_what_is_only_asked(read: Read, text: str, lines: list[str]) -> None:
    """What a relative wonders about is not shown, and neither is what a relative has."""
    assert sorted(read(text, "imaging")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The disc at L4-5 is dried out a bit, not an issue.", ["mri disc_degeneration lumbar"]),
        ("The joints are a bit knobby, not the problem.", ["mri bony_overgrowth lumbar"]),
        ("There's a bulge at L3-4, which isn't what's bothering you.", ["mri disc_herniation lumbar"]),
        ("A spur at L2, no surprise there.", ["mri bony_overgrowth lumbar"]),
        ("No slip, so no worries.", ["mri malalignment lumbar absent"]),
    ],
)
def test_what_is_not_to_blame(read: Read, text: str, lines: list[str]) -> None:
    """A finding that is said not to be the problem is there."""
    assert read(f"Doctor: Here's your lumbar MRI. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gait is steady with a small step.", []),
        ("Walks with a little step.", []),
        ("There is a small step at L4.", ["mri malalignment lumbar"]),
    ],
)
def test_a_step(read: Read, text: str, lines: list[str]) -> None:
    """A step of somebody who walks is none between two vertebrae."""
    assert read(f"Back to go over her lumbar MRI.\nExam. {text}", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It isn't a slipped disc.", []),
        ("This is no fracture.", ["mri fracture lumbar absent"]),
        ("The disc isn't slipped.", ["mri disc_herniation lumbar absent"]),
        ("There's a white smudge in the cord that wasn't there before.", ["mri other lumbar"]),
        ("This little guy, L4-5, is bulging.", ["mri disc_herniation lumbar"]),
        ("I can't find anything rotated.", []),
    ],
)
def test_names_pointing_and_hands(read: Read, text: str, lines: list[str]) -> None:
    """A name that is turned down and what hands look for is shown by no picture; what is new on one is."""
    assert read(f"Doctor: Look at the lumbar MRI here.\nDoctor: {text}", "imaging", "transcript") == lines


def test_a_sign_of_something(read: Read) -> None:
    """A vague sign of what is named next is not told by itself."""
    assert read("Bone scan: no uptake to suggest a sacral fracture.", "imaging") == ["bone_scan fracture sacral absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The ligament ought to be thin like paper.", []),
        ("The ligament is thin, as it should be.", ["mri ligament_hypertrophy lumbar absent"]),
        ("The canal at L4-5 should be wide open.", []),
        ("The canal at L4-5 is wide open, like it should be.", ["mri canal_narrowing lumbar absent"]),
        ("The hole on the left is supposed to be round and open.", []),
        ("The facets should look clean and smooth.", []),
        ("This disc space should be nice and tall.", []),
    ],
)
def test_how_a_part_should_be(read: Read, text: str, lines: list[str]) -> None:
    """What a part should be like it is not said to be."""
    assert read(f"Doctor: This is the lumbar MRI. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    "text",
    ["That's a good question.", "That's a fine way to say it.", "And it's good news that you walk.", "Fine idea."],
)
def test_praise_of_something_else(read: Read, text: str) -> None:
    """A question that is called good is no space that is."""
    opening = "Doctor: This is the lumbar MRI. That's the left foramen at L4-5. "
    assert read(opening + text, "imaging", "transcript") == []
    assert read(opening + "It's good.", "imaging", "transcript") == ["mri foraminal_narrowing lumbar left absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The neck films look fine. You asked about a slipped disc.", ["xray unremarkable cervical"]),
        ("You were asking me about a slipped disc. On the neck films there's a spur at C5.",
         ["xray bony_overgrowth cervical"]),
        ("You don't have a slipped disc, your neck films are clean.", ["xray unremarkable cervical"]),
        ("And it isn't wear and tear, the neck films are clean.", ["xray unremarkable cervical"]),
        ("The neck films show no wear and tear.", ["xray other cervical absent"]),
        ("Here's the neck MRI. You don't have a herniated disc at C5-6.", ["mri disc_herniation cervical absent"]),
    ],
)  # fmt: skip
def test_names_that_are_asked_about_or_turned_down(read: Read, text: str, lines: list[str]) -> None:
    """Neither what somebody asked about nor what the matter is not has been seen on a picture."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("You work in the break room. L3-4 has a bulge.", ["mri disc_herniation lumbar"]),
        ("Give it a break from the gym. L3-4 has a bulge.", ["mri disc_herniation lumbar"]),
        ("The dark wedge at the back is the ligamentum flavum, thick.", ["mri ligament_hypertrophy lumbar"]),
        ("That's an old wedge at L1.", ["mri fracture lumbar historical"]),
        ("The bone's grown solid across L4-5.", ["mri other lumbar"]),
        ("The bone's grown at the edge of L4-5.", ["mri bony_overgrowth lumbar"]),
        ("That's a fragment of L5-S1. It broke off.", ["mri disc_herniation lumbar"]),
        ("There's a break in the pars at L5.", ["mri other lumbar"]),
        ("At L4-5 there's no disc left.", ["mri disc_degeneration lumbar"]),
    ],
)
def test_words_of_more_than_one_sense(read: Read, text: str, lines: list[str]) -> None:
    """A break may be a rest, a wedge a ligament, and bone that has grown solid was to grow."""
    assert read(f"Doctor: Here's the MRI of the lumbar spine. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L4 isn't lined up with L5.", ["xray malalignment lumbar"]),
        ("L4 and L5 are lined up.", ["xray malalignment lumbar absent"]),
        ("This is L4, and see the edge, it doesn't line up with L5?", ["xray malalignment lumbar"]),
    ],
)
def test_what_is_out_of_line(read: Read, text: str, lines: list[str]) -> None:
    """Bones that are not lined up are out of line, also where a talk seems to ask."""
    assert read(f"Doctor: Here's the film of your low back. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('no fracture, "L4 subluxed 3 mm on L5"', ["xray fracture lumbar absent", "xray malalignment lumbar"]),
        ("no fracture, L4 not subluxed", ["xray fracture lumbar absent", "xray malalignment lumbar absent"]),
    ],
)
def test_a_quotation(read: Read, text: str, lines: list[str]) -> None:
    """A denial before a quotation denies nothing in it."""
    assert sorted(read(f"IMAGING: X-ray lumbar: {text}.", "imaging")) == lines
