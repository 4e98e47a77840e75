"""Specification of the levels of findings that touch a root."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("L5-S1 extrusion compressing the traversing S1 root, severe left lateral recess stenosis", "lumbar"),
        ("A fragment touches the S1 nerve, left lateral recess stenosis", "lumbar"),
        ("S1 left foraminal stenosis", "sacral"),
    ],
)
def test_a_root_is_no_region(read: Read, text: str, region: str) -> None:
    """A sacral root is touched at a joint above it."""
    found = read(f"IMAGING: MRI: {text}.", "imaging")[-1]
    assert region in found.split()
