"""Specification of what an operation has taken away."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
STENOSIS = "canal_stenosis lumbar connective_tissue L4 L5"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So the canal stenosis at L4-5, from that thick ligament, we took care of with the laminectomy.",
         [f"{STENOSIS} historical"]),
        ("The canal stenosis at L4-5 from the ligament was fixed with the laminectomy.", [f"{STENOSIS} historical"]),
        ("Your canal stenosis at L4-5 from the ligament, we decompressed that in March.", [f"{STENOSIS} historical"]),
        ("The laminectomy took care of the canal stenosis at L4-5 from the ligament.", [f"{STENOSIS} historical"]),
        ("The canal stenosis at L4-5 from the ligament you had before, I took that out in the operating room.",
         [f"{STENOSIS} historical"]),
        ("The canal stenosis at L4-5 from the ligament has never been fixed by surgery.", [STENOSIS]),
        ("You have canal stenosis at L4-5 from the ligament, and we'll take care of it with surgery.", [STENOSIS]),
        ("You still have canal stenosis at L4-5 from the ligament, which the surgery addressed in part.", [STENOSIS]),
        ("A T5 dysfunction, and the knee was fixed with surgery.", ["somatic_dysfunction thoracic T5"]),
    ],
)  # fmt: skip
def test_what_was_operated_is_past(read: Read, said: str, lines: list[str]) -> None:
    """Who was operated for something has it no longer, unless it is said to be there still, or yet to be operated."""
    assert read(f"MD: {said}", "lesions", "transcript") == lines


def test_what_was_operated_beside_the_films(read: Read) -> None:
    """What a surgeon names beside the films as operated is a lesion of the past."""
    said = "MD: On the x-rays there's no slip. The canal stenosis at L4-5 from the ligament we fixed with the fusion."
    assert read(said, "lesions", "transcript") == [f"{STENOSIS} historical"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pre-op dx: lumbar stenosis\nPost-op dx: same\nSurgery 3 weeks ago: L4-5 laminectomy.",
         ["spinal_stenosis lumbar historical"]),
        ("POST-OP VISIT, 6 weeks\nPre-op dx: lumbar stenosis\nS: better.", ["spinal_stenosis lumbar historical"]),
        ("OPERATIVE NOTE\nPreop dx: lumbar stenosis\nPostop dx: same\nProcedure: L4-5 laminectomy",
         ["spinal_stenosis lumbar"]),
        ("PROCEDURE NOTE\nPre-op dx: lumbar stenosis\nPost-op dx: same\nProcedure: L4-5 epidural",
         ["spinal_stenosis lumbar"]),
        ("Surgery planned 2/16. Had a discectomy years ago.\nPreop dx: lumbar stenosis", ["spinal_stenosis lumbar"]),
    ],
)  # fmt: skip
def test_what_was_found_before_an_operation(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """Weeks after an operation its diagnosis is past; in the report of it, it is what is operated."""
    assert read(text, "diagnoses") == lines
