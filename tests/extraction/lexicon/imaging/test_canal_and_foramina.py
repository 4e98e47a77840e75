"""Specification of canals and foramina, and of what they are likened to."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("the disc is jammed in the tunnel for the nerve on the left", "mri foraminal_narrowing lumbar left"),
        ("it fills the hole where the nerve leaves", "mri foraminal_narrowing lumbar"),
        ("the canal's down to seven", "mri canal_narrowing lumbar"),
        ("both of the openings for the nerves are pinched", "mri foraminal_narrowing lumbar bilateral"),
        ("that's the right foramen there, and it's plugged", "mri foraminal_narrowing lumbar right"),
        ("the space for the cord isn't tight", "mri canal_narrowing lumbar absent"),
        ("the canal is roomy", "mri canal_narrowing lumbar absent"),
        ("there's no room left in the canal", "mri canal_narrowing lumbar"),
        ("there is plenty of room for the nerves", "mri canal_narrowing lumbar absent"),
        ("the right foramen, is really narrowed", "mri foraminal_narrowing lumbar right"),
        ("the side openings are tight on both sides", "mri foraminal_narrowing lumbar bilateral"),
        ("the S1 hole on the right is narrow, the left one's open", "mri foraminal_narrowing sacral left absent"),
    ],
)
def test_how_open_a_space_is(read: Read, text: str, line: str) -> None:
    """A space is narrow or open in its own words, or in the words that go on with it."""
    spoken = f"Doctor: Here's your lumbar MRI. At L4-5 {text}."
    assert line in read(spoken, "imaging", kind="transcript")


@pytest.mark.parametrize("text", ["there's a hole in my budget", "the window in here is open"])
def test_other_openings(read: Read, text: str) -> None:
    """A hole without a nerve, level or side is no foramen."""
    spoken = f"Doctor: Here's your lumbar MRI.\nPatient: Right, {text}."
    assert read(spoken, "imaging", kind="transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The nerves have loads of room.", ["mri canal_narrowing lumbar absent"]),
        ("At L3-4 the nerves run out of room.", ["mri canal_narrowing lumbar"]),
        ("This is the canal. Watch how it narrows at L4-5.", ["mri canal_narrowing lumbar"]),
        ("The right L4-5 foramen is tight. It's clear that it bothers you.", ["mri foraminal_narrowing lumbar right"]),
        ("The left L5-S1 foramen is tight. The other levels are tidy.", ["mri foraminal_narrowing lumbar left"]),
    ],
)
def test_room_and_what_points_back(read: Read, text: str, lines: list[str]) -> None:
    """The room that nerves have tells of their space, and a pronoun of the space named right before."""
    assert read(f"Doctor: Here's the lumbar MRI. {text}", "imaging", "transcript") == lines


def test_where_a_disc_bulges(read: Read) -> None:
    """A small foraminal protrusion narrows no foramen by its name."""
    assert read("MRI lumbar: L4-5 tiny right foraminal protrusion.", "imaging") == ["mri disc_herniation lumbar right"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            (
                "Doctor: on the MRI theres no narrowing in the middle its the foramina at L5 S1 theyre squeezed "
                "on both sides"
            ),
            ["mri canal_narrowing lumbar absent", "mri foraminal_narrowing lumbar bilateral"],
        ),
    ],
)
def test_speech_turns_to_another_space(read: Read, turns: str, lines: list[str]) -> None:
    """What is denied of the middle is not denied of the holes."""
    assert read(turns, "imaging", kind="transcript") == lines


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "Here's your MRI. Picture a corridor with the cord in it. At C6-7 the corridor is pinched.",
            ["mri canal_narrowing cervical"],
        ),
        (
            "Here's your MRI. It's a hose, and the nerves lie inside. At L2-3 the hose is wide open.",
            ["mri canal_narrowing lumbar absent"],
        ),
        (
            "Here's your MRI. The window on the right at L4-5, where the nerve gets out, is down to a slit.",
            ["mri foraminal_narrowing lumbar right"],
        ),
    ],
)
def test_pictures_stand_for_spaces(read: Read, talk: str, lines: list[str]) -> None:
    """What a talk has likened to the canal or to a foramen is told of as that."""
    assert read(f"Doctor: {talk}", "imaging", kind="transcript") == lines


def test_things_that_nobody_likens_are_none(read: Read) -> None:
    """A corridor in which somebody walks is no canal."""
    talk = "Doctor: Here's your MRI. It's fine.\nPatient: Good.\nDoctor: The corridor is narrow, mind the cart."
    assert [line for line in read(talk, "imaging", kind="transcript") if "canal" in line] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "See the hole on the right, nice and round? This is the left one, C5-6, it's a slit.",
            ["mri foraminal_narrowing cervical right absent", "mri foraminal_narrowing cervical left"],
        ),
        (
            "The right foramen is wide open. The left one, same level, that's pinched.",
            ["mri foraminal_narrowing cervical right absent", "mri foraminal_narrowing cervical left"],
        ),
        ("This hole on the left, nice and wide.", ["mri foraminal_narrowing cervical left absent"]),
        ("The hole on the right, completely shut.", ["mri foraminal_narrowing cervical right"]),
        ("The canal should be round, like a coin.", []),
    ],
)
def test_a_pause_before_how_it_is(read: Read, text: str, lines: list[str]) -> None:
    """A space may be told to be open or narrow after a pause, or after its level."""
    assert sorted(read(f"Doctor: Here's your MRI of the neck. {text}", "imaging", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("That's real tight. Other side's alright.", ["mri foraminal_narrowing lumbar right absent"]),
        ("The other one's fine.", ["mri foraminal_narrowing lumbar right absent"]),
        ("And nothing's pushing back into the canal.", ["mri canal_narrowing lumbar absent"]),
        ("Push up. The other side's fine.", []),
    ],
)
def test_the_other_side(read: Read, text: str, lines: list[str]) -> None:
    """The other side is that of the space just named, and what nothing fills is open."""
    told = read(f"Doctor: Here's your MRI. The left foramen at L4-5 is tight. {text}", "imaging", "transcript")
    assert told == ["mri foraminal_narrowing lumbar left", *lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The canal, down there, has plenty of room.", ["mri canal_narrowing lumbar absent"]),
        ("The canal, in the middle, has all the space it wants.", ["mri canal_narrowing lumbar absent"]),
        ("The canal, at this level, has no room left.", ["mri canal_narrowing lumbar"]),
        ("The left foramen, here, has lots of space.", ["mri foraminal_narrowing lumbar left absent"]),
        ("The canal, I told you, has its limits.", []),
    ],
)
def test_room_behind_a_pause(read: Read, text: str, lines: list[str]) -> None:
    """The room that a space has may be told behind words that only say where."""
    assert read(f"Doctor: Here's the lumbar MRI. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('report reads "severe stenosis L3-4"; does not say canal or foramen.', ["mri other lumbar"]),
        ("severe stenosis L3-4, canal or foramen not specified.", ["mri other lumbar"]),
        ("severe stenosis of the canal L3-4.", ["mri canal_narrowing lumbar"]),
        ("bulge L3-4, no stenosis.", ["mri disc_herniation lumbar", "mri other lumbar absent"]),
        ("no significant stenosis at any level.", ["mri other lumbar absent"]),
        (
            "no central or foraminal stenosis.",
            ["mri foraminal_narrowing lumbar absent", "mri canal_narrowing lumbar absent"],
        ),
        ("possible stenosis.", []),
        ("bulge L3-4, thecal sac not compressed.", ["mri disc_herniation lumbar", "mri canal_narrowing lumbar absent"]),
    ],
)
def test_a_space_that_is_not_said(read: Read, text: str, lines: list[str]) -> None:
    """A stenosis of which a report does not say where it is is of no space, though both are named."""
    assert read(f"IMAGING: MRI lumbar: {text}", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The left C5-6 foramen is narrow. The other foramina are all patent.",
            ["mri foraminal_narrowing cervical absent", "mri foraminal_narrowing cervical left"],
        ),
        (
            "There are three old spurs that narrow the canal.",
            ["mri bony_overgrowth cervical", "mri canal_narrowing cervical"],
        ),
    ],
)
def test_spaces_in_the_flow(read: Read, text: str, lines: list[str]) -> None:
    """All other foramina are on no one side, and what old spurs narrow is narrow today."""
    assert sorted(read(f"Doctor: MRI of the cervical spine. {text}", "imaging", "transcript")) == lines
