"""Texts made to be slow: the time to process them grows as they do, whatever they repeat."""

from time import process_time

import pytest

from scribe import process

UNITS = (
    "no, ", "- ", "( ", "[ ] ", "a: ", "L4 ", "L4-", "rib 5, ", "2019 ", "left ", "right left ", "not not ", "neg ",
    "tender ", "numb or ", "denies numbness, ", "if numb ", "brother has numbness ", "SLR 45 ", "L4 FRS right ",
    "left, sorry, right ", "scratch that tender at L4 ", "ess one ", "any numbness? ", "DR: Any numbness?\nPT: No.\n",
    "Sacrum: tender\n", "+ | ", "stenosis due to disc ", "M99.03 ", "98940 ", '"tender ', "\t", "\n", "1",
    "\U0001f600 ",
)  # fmt: skip
"""What is repeated: cues, levels, sides, signs, findings, turns and rows."""
LENGTH = 20_000
SECONDS = 6.0
"""Three times what the slowest needs; before sentences had a longest length some took minutes."""


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_as_the_text_does(unit: str) -> None:
    """Twenty thousand characters of one thing are read, coded and checked in seconds."""
    start = process_time()
    report = process(unit * (LENGTH // len(unit)))
    assert process_time() - start < SECONDS
    assert all(
        evidence.span is None or evidence.quote == report.document.text[slice(*evidence.span)]
        for finding in (*report.extraction.tart, *report.extraction.lesions, *report.extraction.neuro)
        for evidence in finding.evidence
    )
