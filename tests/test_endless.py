"""Texts made to be slow: the time to process them grows as they do, whatever they repeat."""

from time import process_time

import pytest

from scribe import process
from scribe.schema import Report

UNITS = (
    "no, ", "- ", "( ", "[ ] ", "a: ", "L4 ", "L4-", "rib 5, ", "2019 ", "left ", "right left ", "not not ", "neg ",
    "tender ", "numb or ", "denies numbness, ", "if numb ", "brother has numbness ", "SLR 45 ", "L4 FRS right ",
    "left, sorry, right ", "scratch that tender at L4 ", "ess one ", "any numbness? ", "DR: Any numbness?\nPT: No.\n",
    "Sacrum: tender\n", "+ | ", "stenosis due to disc ", "M99.03 ", "98940 ", '"tender ', "\t", "\n", "1",
    "\U0001f600 ",
)  # fmt: skip
"""What is repeated: cues, levels, sides, signs, findings, turns and rows."""
PAIRS = (
    "Cervical dysfunction. C5 tender. ", "DR: Sacrum stuck. The rest is free.\nPT: Okay.\n",
    "Left knee sore. The other is fine. ", "DR: Walk for me.\nDR: Even.\n", "MRI shows a bulge. On the left. ",
)  # fmt: skip
"""Findings that are read beside others of the same document."""
LENGTH = 20_000
LONG = 60_000
SECONDS = 6.0
"""Three times what the slowest needs; before sentences had a longest length some took minutes."""


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_as_the_text_does(unit: str) -> None:
    """Twenty thousand characters of one thing are read, coded and checked in seconds."""
    report = _processed(unit, LENGTH)
    assert all(
        evidence.span is None or evidence.quote == report.document.text[slice(*evidence.span)]
        for finding in (*report.extraction.tart, *report.extraction.lesions, *report.extraction.neuro)
        for evidence in finding.evidence
    )


@pytest.mark.parametrize("pair", PAIRS)
def test_a_finding_is_not_sought_anew_for_each_other(pair: str) -> None:
    """Sixty thousand characters of pairs of findings, of which each bears on the other, are read in seconds."""
    assert _processed(pair, LONG).document.text.count(pair) == LONG // len(pair)


def _processed(unit: str, length: int) -> Report:
    """Process a text of some length that repeats one thing, within the seconds that it may take."""
    start = process_time()
    report = process(unit * (length // len(unit)))
    assert process_time() - start < SECONDS
    return report
