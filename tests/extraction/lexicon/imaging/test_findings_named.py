"""Specification of terms of findings that are read or only named."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI L-spine: L3-4 unremarkable; L4-5 broad bulge; L5-S1 nl.",
         ["mri disc_herniation lumbar", "mri unremarkable lumbar"]),
        ("MRI L-spine: L4-5 broad bulge, otherwise unremarkable.", ["mri disc_herniation lumbar"]),
        ("SI films neg for sacroiliitis bilat.", ["xray sacroiliac_changes sacral bilateral absent"]),
        ("CT C-spine: no fx/dislocation.", ["ct fracture cervical absent", "ct malalignment cervical absent"]),
    ],
)  # fmt: skip
def test_levels_of_their_own(read: Read, text: str, lines: list[str]) -> None:
    """A level that a line calls well stands beside what it tells of others; of the rest nothing is added."""
    assert sorted(read(text, "imaging", "note")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The bone scan was hot at the right SI joint and nowhere else.",
         ["bone_scan sacroiliac_changes sacral right"]),
        ("The cushion between L4 and L5 has squeezed out on the left and it's touching the nerve.",
         ["unspecified disc_herniation lumbar left"]),
        ("The lumbar discs look good, nothing slipped.",
         ["unspecified disc_degeneration lumbar absent", "unspecified malalignment lumbar absent"]),
    ],
)  # fmt: skip
def test_findings_told_once(read: Read, text: str, lines: list[str]) -> None:
    """What is told twice in a statement is one finding, and the bones that have not slipped are no discs."""
    assert sorted(read("Doctor: I have the report here. " + text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MRI L-spine: normal lumbar lordosis.", ["mri other lumbar absent"]),
        ("XR C-spine: reversal of the lordosis, C5-6 reduction in disc height.",
         ["xray disc_degeneration cervical", "xray other cervical"]),
        ("L-spine MR: thickened LF, mod central sten, L foraminal sten.",
         ["mri canal_narrowing lumbar", "mri foraminal_narrowing lumbar left", "mri ligament_hypertrophy lumbar"]),
        ("MRI C-spine: C5-6 disc/osteophyte.", ["mri bony_overgrowth cervical", "mri disc_herniation cervical"]),
        ("XR L-spine: gr 1 retro L3, no pars.", ["xray malalignment lumbar", "xray other lumbar absent"]),
        ("MRI T-spine: moderate degeneration T6-8.", ["mri disc_degeneration thoracic"]),
        ("MRI L-spine: moderate degeneration of the L4-5 facets.", ["mri bony_overgrowth lumbar"]),
        ("X-rays: both ankles show severe degeneration.", []),
    ],
)  # fmt: skip
def test_words_of_reports(read: Read, text: str, lines: list[str]) -> None:
    """Reports shorten, and name what they deny."""
    assert sorted(read(text, "imaging")) == lines
