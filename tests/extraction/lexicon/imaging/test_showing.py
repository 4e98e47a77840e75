"""Specification of several studies in one statement."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        (
            "On the CT there's a bony ridge at C4-5, and on the MRI the disc is bulging there.",
            ["ct bony_overgrowth cervical", "mri disc_herniation cervical"],
        ),
        ("I got a CT besides the MRI. At L4-5 the canal is narrow.", ["mri canal_narrowing lumbar"]),
        (
            "The MRI: at L5-S1 the jelly has come out to the right, that's an extrusion.",
            ["mri disc_herniation lumbar right"],
        ),
    ],
)
def test_each_study_has_its_own_findings(read: Read, talk: str, lines: list[str]) -> None:
    """What is told behind the name of a study is what that one shows, and a bare name for it is said once."""
    assert sorted(read(f"Doctor: {talk}", "imaging", kind="transcript")) == sorted(lines)
