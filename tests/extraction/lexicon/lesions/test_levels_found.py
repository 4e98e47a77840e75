"""Specification of the levels of a lesion that is stated for its region alone."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("O: C4 tender, restricted in rotation.\nA: cervical somatic dysfunction.", [f"{SD} cervical C4"]),
        ("O: rib 6 boggy and tender.\nA: somatic dysfunction of the rib cage.", [f"{SD} rib_cage rib 6"]),
        ("O: C4 tender. C6 tender.\nA: cervical somatic dysfunction.", [f"{SD} cervical C4 C6"]),
        ("O: L2, L3 hypomobile with spasm.\nA: lumbar somatic dysfunction.", [f"{SD} lumbar L2 L3"]),
        ("O: C4 tender, C6 full and nontender.\nA: cervical somatic dysfunction.", [f"{SD} cervical C4"]),
        ("O: neck tender.\nA: cervical somatic dysfunction.", [f"{SD} cervical"]),
        ("O: C4 not tender.\nA: cervical somatic dysfunction.", [f"{SD} cervical"]),
        ("O: T9 tender.\nA: somatic dysfunction thoracic; segmental dysfunction T5.",
         [f"{SD} thoracic T5"]),
    ],
)  # fmt: skip
def test_the_levels_with_findings(read: Read, text: str, lines: list[str]) -> None:
    """A lesion of a region has the levels of what was found there, where the region has no other lesion with one."""
    assert sorted(line.replace(" right", "").replace(" left", "") for line in read(text, "lesions")) == lines
