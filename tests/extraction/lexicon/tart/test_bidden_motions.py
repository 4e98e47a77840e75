"""Specification of motions that an examiner asks for."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("bidden", "region"),
    [
        ("Look up.", "cervical"),
        ("Turn your head left.", "cervical"),
        ("This is T8. Arms crossed, turn left.", "thoracic"),
        ("Bend forward.", "lumbar"),
        ("This is T8. Bend your chest forward.", "thoracic"),
        ("Bend forward and touch your toes.", "lumbar"),
        ("Rotate your trunk left.", "thoracic"),
        ("This is L4. Side bend left.", "lumbar"),
        ("Look here at the picture.", None),
        ("Turn the page.", None),
    ],
)
def test_what_moves(read: Read, bidden: str, region: str | None) -> None:
    """The command tells which part of the spine moves, or what was spoken of before."""
    found = read(f"Doctor: {bidden} That's about half.", "tart", "transcript")
    assert [line.split()[1] for line in found] == ([region] if region else [])


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("I'm going to have you turn to the left. That's maybe half.", ["restriction cervical left"]),
        ("I want you to bend forward. That's as far as it goes? About half.", ["restriction lumbar"]),
        ("Slide your right hand down your leg. Full. Now the left one. That's about half.", [
            "restriction lumbar right absent", "restriction lumbar left",
        ]),
        ("They had you turn in your papers for the neck. Full.", []),
        ("Slide over on the table for your neck. That's good.", []),
        ("The lumbar spine. Slide your heel down your shin. Good, that's fine.", []),
    ],
)  # fmt: skip
def test_what_somebody_is_asked_for_in_other_words(read: Read, told: str, lines: list[str]) -> None:
    """A motion may be planned, or be that of a hand that slides down a leg; other commands move nothing."""
    assert read(f"DR: {told}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Bend forward, touch your toes. Good. Now bend to the left. About half.", ["restriction lumbar left"]),
        ("DR: Elbow next. Bend the left elbow. About half.", ["restriction upper_extremity left"]),
    ],
)
def test_trunks_that_bend_to_a_side(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Whoever touched the toes bends the low back to a side, and no limb."""
    assert read(said, "tart", "transcript") == lines
