"""Specification of the region and side of diagnoses that earlier statements tell."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("talk", "line"),
    [
        (
            "PT: Could it be a stress fracture in the sacrum?\nDR: Bear with me.\nPT: Sure.\nDR: No stress fracture.",
            "fracture sacral absent",
        ),
        (
            "PT: My dad has arthritis in his elbow.\nDR: No, it isn't arthritis.",
            "osteoarthritis upper_extremity absent",
        ),
        ("PT: I thought of a brain tumor.\nDR: It's not a tumor.", "neoplasm head absent"),
        ("PT: Well?\nDR: You're sore at T9. I suspect a fracture.", "fracture thoracic possible"),
    ],
)
def test_where_a_guess_is_rejected(read: Read, talk: str, line: str) -> None:
    """A rejected condition is where it was guessed, or where the same turn has just been."""
    assert line in read(f"DR: Hello.\n{talk}", "diagnoses", "transcript")


@pytest.mark.parametrize(
    ("talk", "line"),
    [
        ("PT: It hurts.\nDR: It isn't a disc.", "disc_herniation absent"),
        ("PT: I have a disc in my neck.\nDR: It's not a fracture.", "fracture absent"),
    ],
)
def test_where_nobody_said(read: Read, talk: str, line: str) -> None:
    """What was named of another condition, or of several places, tells no region."""
    assert line in read(f"DR: Hello.\n{talk}", "diagnoses", "transcript")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("She rolled the left ankle in May. Therapy helped. The sprain has healed.", "lower_extremity left"),
        ("He twisted his right knee at work. The knee sprain is resolved.", "lower_extremity right"),
        ("Here for the right wrist. She sprained it in March. The sprain healed.", "upper_extremity right"),
        ("Left and right ankle checked. He rolled the ankle. The sprain has healed.", "lower_extremity"),
        ("Left elbow is stiff. He rolled the ankle. The ankle sprain has healed.", "lower_extremity"),
        ("Left elbow is stiff. The ankle sprain has healed.", "lower_extremity"),
    ],
)
def test_which_joint_has_healed(read: Read, text: str, line: str) -> None:
    """An injury that is over is that of the joint that was told to be hurt."""
    assert f"sprain_strain {line} historical" in read(f"Assessment: {text}", "diagnoses")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("You strained the muscle on the right. This is a lumbar strain.", "sprain_strain lumbar right"),
        ("You didn't tear the muscle on the right. This is a lumbar strain.", "sprain_strain lumbar"),
        ("You bend well to the right. This is a lumbar strain.", "sprain_strain lumbar"),
        ("You pulled it on the right, then on the left. This is a lumbar strain.", "sprain_strain lumbar"),
    ],
)
def test_a_strain_has_the_side_of_what_was_hurt(read: Read, said: str, line: str) -> None:
    """The muscle that was just said to be hurt tells the side of a strain."""
    assert read(f"DR: {said}\nPT: Okay.", "diagnoses", "transcript")[-1:] == [line]
