"""Specification of motions of limbs that a note measures."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Left elbow flexion 95 degrees.", ["restriction upper_extremity left"]),
        ("Right shoulder: abduction 100 deg active, 120 deg passive.", ["restriction upper_extremity right"]),
        ("L knee ROM 0-105.", ["restriction lower_extremity left"]),
        ("R hip abduction 20 deg.", ["restriction pelvic right"]),
        ("Left ankle DF 3 deg.", ["restriction lower_extremity left"]),
        ("Right wrist flexion: 40.", ["restriction upper_extremity right"]),
        ("R shoulder: abd 95, flex 170, IR to T7.", ["restriction upper_extremity right"]),
        ("L shoulder abd limited.", ["restriction upper_extremity left"]),
        ("L shoulder abd 175, shoulder abd 5/5.", []),
        ("Left elbow flexion 140 degrees.", []),
        ("L knee ROM 0-135.", []),
        ("Right shoulder flexion 170.", []),
        ("Right shoulder flexion 110/180.", ["restriction upper_extremity right"]),
        ("Right shoulder flexion 150/150.", []),
        ("Right knee flexion 4/5.", []),
        ("Hip flexion 5 bilaterally.", []),
        ("Left ankle DF 3.", []),
        ("Hip flexion 4+ on the right.", []),
    ],
)
def test_what_a_joint_of_a_limb_should_reach(read: Read, line: str, lines: list[str]) -> None:
    """A number of degrees is held against what the joint should reach; a grade of strength is none."""
    assert read(f"Exam:\n{line}", "tart") == lines


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Shoulder flexion R 175 / L 110.", ["restriction upper_extremity left"]),
        ("Ankle DF 4 R, 14 L.", ["restriction lower_extremity right"]),
        ("Knee flexion: right 135, left 90.", ["restriction lower_extremity left"]),
        ("Hip IR 20 right, 22 left.", ["restriction pelvic bilateral"]),
        ("Wrist extension L 65, R 70.", []),
        ("Elbow flexion 5 R, 4 L.", []),
    ],
)
def test_both_limbs_measured(read: Read, line: str, lines: list[str]) -> None:
    """Of two limbs the one that lags behind the norm is restricted, or both are."""
    assert read(f"Exam:\n{line}", "tart") == lines


def test_a_number_of_no_limb(read: Read) -> None:
    """Of a spine the number alone is held against other norms, and speech is read otherwise."""
    assert read("Exam:\nCervical flexion 20.", "tart") == ["restriction cervical"]
    assert read("Doctor: Knee flexion 100, I wrote last year.", "tart", "transcript") == []
