"""Specification of what a study is of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("XR left elbow: no fracture.", "xray other upper_extremity left absent"),
        ("X-rays of the right hip: normal.", "xray unremarkable pelvic right"),
        ("MRI L 3/2: no fracture.", "mri fracture lumbar absent"),
        ("Chest x-ray: no fracture.", "xray other rib_cage absent"),
    ],
)
def test_what_it_is_of(read: Read, text: str, line: str) -> None:
    """A study is of the part beside its name, with its side, or of what it is known for."""
    assert read(f"Imaging: {text}", "imaging") == [line]
