"""Specification of the other of two joints, which is called well."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_WORN = "Doctor: On the hip film the joint space on the right is gone. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (_WORN + "The left is fine.", ["xray other pelvic left absent", "xray other pelvic right"]),
        (_WORN + "Left hip's good.", ["xray other pelvic left absent", "xray other pelvic right"]),
        (_WORN + "\nPatient: And the left?\nDoctor: The left is fine.",
         ["xray other pelvic left absent", "xray other pelvic right"]),
        ("Doctor: The MRI of the SI joints shows edema on the left. The right is quiet.",
         ["mri sacroiliac_changes sacral left", "mri sacroiliac_changes sacral right absent"]),
        ("Doctor: The knee films, right knee, the joint is worn. The left one looks healthy.",
         ["xray other lower_extremity left absent", "xray other lower_extremity right"]),
        (_WORN + "The right is fine to walk on.", ["xray other pelvic right"]),
        (_WORN + "Your left leg is strong and fine.", ["xray other pelvic right"]),
        (_WORN + "Left is where it hurts, that's fine.", ["xray other pelvic right"]),
        ("Doctor: The hip films are clean. The left is fine.", ["xray unremarkable pelvic"]),
    ],
)  # fmt: skip
def test_the_other_joint_is_well(read: Read, text: str, lines: list[str]) -> None:
    """Few words that call the other side well deny what was told of the first."""
    assert sorted(read(text, "imaging", "transcript")) == lines
