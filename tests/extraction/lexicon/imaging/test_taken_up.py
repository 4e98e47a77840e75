"""Specification of parts that a talk about pictures takes up again."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine.\nPatient: Okay.\nDoctor: "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("That's a disc. It's gone black.", ["mri disc_degeneration lumbar"]),
        ("These are discs. This one, L3-4, is dark.", ["mri disc_degeneration lumbar"]),
        ("Here's your disc at L5-S1. Yours is half as tall as the next one up.", ["mri disc_degeneration lumbar"]),
        ("This stripe back here is a ligament, and it's three times as thick as it should be.",
         ["mri ligament_hypertrophy lumbar"]),
        ("That's the ligament. It ought to be a ribbon. Yours is a strap.", ["mri ligament_hypertrophy lumbar"]),
        ("That's the left facet. It's bigger than the right one.", ["mri bony_overgrowth lumbar left"]),
        ("See the lump on the right? That's a joint, it's twice the size of the left one.",
         ["mri bony_overgrowth lumbar right"]),
        ("This is the gutter on the left. It's just about gone.", ["mri canal_narrowing lumbar left"]),
        ("That hole on the left is a third the size of its neighbor.", ["mri foraminal_narrowing lumbar left"]),
    ],
)  # fmt: skip
def test_a_part_named_before(read: Read, text: str, lines: list[str]) -> None:
    """What a pronoun tells is told of the part named last, also by a measure or against what it should be."""
    assert read(_OPENING + text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The white is fluid. Down here the white just disappears.", ["mri canal_narrowing lumbar"]),
        ("Up at L2-3 there's plenty of white. The disc bulges at L5-S1.",
         ["mri disc_herniation lumbar", "mri canal_narrowing lumbar absent"]),
        ("At L3-4 it's a slit.", ["mri canal_narrowing lumbar"]),
        ("At two-three it's rather snug.", ["mri canal_narrowing lumbar"]),
    ],
)  # fmt: skip
def test_a_canal_that_nobody_names(read: Read, text: str, lines: list[str]) -> None:
    """Its fluid tells of a canal, and so does a level that is called tight."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    "text",
    [
        "That's the ligament. It's normal, it should be that thick.",
        "That's the ligament. Yours is fine, it ought to look like that.",
        "Here's a disc. Your foot is numb and it's gone dark outside.",
        "That's the hole for the nerve. There's a white spot in the cord there.",
        "That's your cartilage, that gap. On the right it's gone.",
        "This is the disc. The left leg's got half the size of the right one.",
    ],
)
def test_nothing_is_taken_up(read: Read, text: str) -> None:
    """What is as it should be, a symptom, and a part named since tell nothing of it."""
    kinds = {line.split()[1] for line in read(_OPENING + text, "imaging", "transcript") if "absent" not in line}
    assert not kinds & {"ligament_hypertrophy", "disc_degeneration", "foraminal_narrowing", "bony_overgrowth"}


def test_a_level_that_is_clean(read: Read) -> None:
    """A level that is clean is so in all its parts, and not only in the one spoken of before."""
    text = f"{_OPENING}The right recess at L5-S1 is shut. The next level up, L4-5, is clean."
    assert read(text, "imaging", "transcript") == ["mri canal_narrowing lumbar right", "mri unremarkable lumbar"]


def test_a_bone(read: Read) -> None:
    """A bone that was named has slid."""
    text = "Doctor: Here's the film of your low back. L4 is supposed to sit over L5. Yours has slid forward."
    assert read(text, "imaging", "transcript") == ["xray malalignment lumbar"]


def test_on_a_film_a_tight_level_is_no_canal(read: Read) -> None:
    """Films show no canal."""
    assert not read("Doctor: This is the film of your low back. At L3-4 it's tight.", "imaging", "transcript")


def test_the_other_one(read: Read) -> None:
    """The other of two is on the other side."""
    text = (
        "The hole on the right where the nerve leaves is a slit. You can see that from here. The other side is roomy."
    )
    assert read(_OPENING + text, "imaging", "transcript") == [
        "mri foraminal_narrowing lumbar right",
        "mri foraminal_narrowing lumbar left absent",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L3-4 on the left, wide open. And here's the right. It's a slit.",
         ["mri foraminal_narrowing lumbar right"]),
        ("L4-5 on the right is open. Now the left. It's pinched.",
         ["mri foraminal_narrowing lumbar left"]),
        ("That's the left foramen at L4-5. Now over to the right. It's tight.",
         ["mri foraminal_narrowing lumbar right"]),
    ],
)  # fmt: skip
def test_the_side_that_a_talk_turns_to(read: Read, text: str, lines: list[str]) -> None:
    """What a pronoun tells is of the side that was named last."""
    found = read(f"{_OPENING}These are the side holes. {text}", "imaging", "transcript")
    assert [line for line in found if "absent" not in line] == lines


@pytest.mark.parametrize(
    "text",
    [
        "Here's L4-5. The left foramen is tight there. L3-4 has a bulge on the left. Above that it's clear.",
        "At L3-4 on the left the recess is narrow. So the recess is tight. Above that it's clean.",
        "There was a line about the foramen at L5-S1 on the left. L4-5 has a bulge on the left. Elsewhere it's clean.",
    ],
)
def test_other_levels_are_open(read: Read, text: str) -> None:
    """What is open elsewhere is not open where it is narrow."""
    assert "absent" not in str(read(_OPENING + text, "imaging", "transcript"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The ligament at the back of the canal, at L4-5, it's gotten thick.", ["mri ligament_hypertrophy lumbar"]),
        ("That's the L4-5 disc. The MRI doesn't show it bulging.", ["mri disc_herniation lumbar absent"]),
        (
            "That's the L4-5 disc. The picture doesn't show it sticking out though.",
            ["mri disc_herniation lumbar absent"],
        ),
        ("That's the L4-5 disc. It's bulging.", ["mri disc_herniation lumbar"]),
    ],
)
def test_the_head_of_what_is_named(read: Read, text: str, lines: list[str]) -> None:
    """Of a part that lies at another one the part is told; what is not shown is denied of it."""
    assert read("Doctor: Here's your lumbar MRI. " + text, "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2019 the L5-S1 disc had just a bulge. Now it's a full herniation and it's gone to the right.", False),
        ("That's your disc at L5-S1. It's gone.", True),
    ],
)
def test_where_a_disc_has_gone(read: Read, text: str, *, told: bool) -> None:
    """A disc that has gone somewhere is not worn away."""
    lines = read(f"Doctor: MRI of the lumbar spine. {text}", "imaging", "transcript")
    assert any("disc_degeneration" in line for line in lines) == told
