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


def test_pictures_after_a_limb(read: Read) -> None:
    """Pictures whose part nobody names are of the one region of the spine that was spoken of."""
    text = "Doctor: Your neck again. The right shoulder is tight.\nPatient: Yes.\nDoctor: On the films, no fracture."
    assert read(text, "imaging", "transcript") == ["xray fracture cervical absent"]
