"""Specification of ranges of regions that a lesion is stated of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

ALL = ("cervical", "thoracic", "lumbar", "sacral")


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("from the neck to the sacrum", ()),
        ("cervical through sacral", ()),
        ("of every region from the neck to the sacrum, the lumbar spine excepted", ("lumbar",)),
        ("from cervical to sacral, with the exception of the thoracic spine", ("thoracic",)),
        ("cervical thru sacral except lumbar", ("lumbar",)),
    ],
)
def test_regions_between(read: Read, said: str, left_out: tuple[str, ...]) -> None:
    """A range names the regions between its ends, but for what is excepted."""
    wanted = {f"somatic_dysfunction {region}" for region in ALL if region not in left_out}
    assert {*read(f"Assessment: somatic dysfunction {said}.", "lesions")} == wanted


def test_no_range(read: Read) -> None:
    """Two regions of a list are no range, nor is the way that pain takes."""
    text = "Assessment: somatic dysfunction cervical and sacral, pain from the neck to the low back."
    assert read(text, "lesions") == ["somatic_dysfunction cervical", "somatic_dysfunction sacral"]
