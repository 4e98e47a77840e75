"""Specification of which side of a statement belongs to a mention, and which are only ways to move."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C5 is stuck in left rotation. Sore?\nPT: Yes.", ["restriction cervical left", "tenderness cervical"]),
        ("L4 won't go into right lateral bend. It's tender.", ["restriction lumbar right", "tenderness lumbar"]),
        ("S1, that's posterior on the right and blocked.", ["restriction sacral", "asymmetry sacral right"]),
        ("The left PSIS is low and the ilium stuck.", ["restriction pelvic left", "asymmetry pelvic left"]),
        ("The paraspinals at L4 are tight right greater than left.", ["tissue_texture lumbar bilateral"]),
        ("The C5 muscles are ropy left more than the right.", ["tissue_texture cervical bilateral"]),
        ("The left PSIS is higher than the right.", ["asymmetry pelvic left"]),
        ("There's a thick band to the left of T6.", ["tissue_texture thoracic left"]),
        ("Rock hard on the right, at L4.", ["tissue_texture lumbar right"]),
        ("The left first rib doesn't move with the right.", ["restriction rib_cage left"]),
    ],
)
def test_the_way_is_no_place(read: Read, said: str, lines: list[str]) -> None:
    """A motion has the way it does not go, and what is felt there has not; a bone of a pair has its side throughout."""
    assert sorted(read(f"DR: {said}", "tart", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Lateral epicondyle: swollen, tender, warm left.", {"left"}),
        ("The cuboid is tender, boggy and stuck on the right.", {"right"}),
        ("Rib 7 angle ropy, very tender, fixated L.", {"left"}),
        ("T9 boggy, tender and restricted on the left.", {"left"}),
        ("SI joint tender, puffy bilaterally.", {"bilateral"}),
    ],
)
def test_the_side_at_the_end_of_a_list_is_that_of_all(read: Read, text: str, sides: set[str]) -> None:
    """Findings that share a place share the side behind the last of them."""
    found = read(f"EXAM\n{text}", "tart")
    assert len(found) > 1
    assert {line.split()[-1] for line in found} == sides


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("T6 ropy, tender, restricted right.", ["tissue_texture thoracic", "tenderness thoracic"]),
        ("C3 tender, no spasm on the left.", ["tenderness cervical"]),
        ("L2 tender, SLR positive right.", ["tenderness lumbar"]),
        ("C5 boggy, tender R.", ["tissue_texture cervical", "tenderness cervical right"]),
        ("T3-T5 motion reduced in extension, hypertonic L.", ["restriction thoracic", "tissue_texture thoracic left"]),
    ],
)
def test_the_side_of_something_else_is_not_shared(read: Read, text: str, lines: list[str]) -> None:
    """The way a vertebra will not go, and the side of a denial or of a test, are not those of the list."""
    assert set(lines) <= set(read(f"EXAM\n{text}", "tart"))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("this is the masseter on the left thats a rope on the right its fine", ["tissue_texture head left"]),
        ("ok so the piriformis on the right is boggy on the left its fine", ["tissue_texture pelvic right"]),
        ("ok so the piriformis is boggy on the left its been years", ["tissue_texture pelvic left"]),
    ],
)
def test_a_side_that_opens_the_next_clause(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """In speech without marks a side that a pronoun takes up is no side of what stands before it."""
    assert read(f"spk_0 {said}\nspk_1 okay\n", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("On the right, see, it's tight.", ["tissue_texture lumbar right"]),
        ("Over on the right, halfway up, it's tight.", ["tissue_texture lumbar right"]),
        ("On the right, hm, L4 is tight.", ["tissue_texture lumbar right"]),
        ("On the right, as you can feel, it's tight.", ["tissue_texture lumbar right"]),
        ("On the right, the hip is free, L4 is tight.", ["restriction pelvic absent", "tissue_texture lumbar"]),
        ("And on the other side, yeah, it's tight.", ["tissue_texture lumbar right"]),
    ],
)
def test_a_side_that_opens_what_is_said(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """It holds over few words in between, and not over what is found elsewhere."""
    assert read(f"DR: Left side of L3 is soft. {said}", "tart", "transcript")[1:] == lines


@pytest.mark.parametrize(
    ("said", "side"),
    [("Now the left.", "left"), ("And the other one.", "left"), ("The left one hurt last year.", "right")],
)
def test_going_on_to_the_other_side(read: Callable[..., list[str]], said: str, side: str) -> None:
    """What has two sides is then spoken of on the other one."""
    found = read(f"DR: Right hip is free. {said} It's stuck.", "tart", "transcript")
    assert found[-1:] == [f"restriction pelvic {side}"]
