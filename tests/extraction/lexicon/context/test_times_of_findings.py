"""Specification of findings of an earlier day, and of those after treatment."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Hip flexors 5/5 in April and 4/5 today.", ["motor_deficit"]),
        ("Hip flexors 5/5, were 4/5 at intake.", ["motor_deficit absent"]),
        ("Slump was positive last visit; negative today.", ["tension_sign absent"]),
        ("The knee jerk, absent in May, is now normal.", ["reflex_deficit absent"]),
        ("Hip flexors 4/5.", ["motor_deficit"]),
        ("Grip was 4/5 on the left and normal in the legs.", ["motor_deficit left"]),
    ],
)
def test_only_the_results_of_today_are_findings(read: Read, text: str, lines: list[str]) -> None:
    """A result that is dated back gives way to one that is not."""
    assert read(f"Exam: {text}", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dear colleague. On June 2 I found a tender right sulcus.", "tenderness sacral right historical"),
        ("Seen today. At the first visit I noted boggy paraspinals at L4.", "tissue_texture lumbar historical"),
        ("Exam. On examination today, March 3, L4 was tender.", "tenderness lumbar"),
        ("Visit of March 3, 2026. On March 3 L4 was tender.", "tenderness lumbar"),
    ],
)
def test_a_statement_that_opens_with_an_earlier_day(read: Read, text: str, line: str) -> None:
    """What was found on a day before this visit is historical; the day that heads a note is its own."""
    assert read(text, "tart") == [line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C2 is stuck. A little muscle energy. Push. Now C2 turns freely.", ["restriction cervical"]),
        ("L4 is boggy. I'll adjust that. No more tightness.", ["tissue_texture lumbar"]),
        ("I'll adjust that. Now the mid back. T6 moves well.", ["restriction thoracic absent"]),
        ("I'll adjust that. Now L5 is tender.", ["tenderness lumbar"]),
        ("Now T6 moves well.", ["restriction thoracic absent"]),
    ],
)
def test_how_it_is_now(read: Read, said: str, lines: list[str]) -> None:
    """How a joint moves now, right after its treatment, is no finding; another region or what is wrong is one."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_what_eases_after_a_question_how_it_feels_is_no_finding(read: Read) -> None:
    """Who asks how it feels has treated; what is then better is told of the result."""
    turns = "DR: There. How's that feel?\nPT: Better.\nDR: Rib 5 is moving now, and that bogginess is down."
    assert read(turns, "tart", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T9 is stuck. I'm adjusting T9. Let me check that. Still tight but better.", ["restriction thoracic"]),
        ("I adjusted L4 on Monday. Still stuck at L4.", ["restriction lumbar"]),
        ("I'm adjusting T9. The neck is still stiff at C4.", ["restriction cervical"]),
    ],
)
def test_what_is_felt_again(read: Read, said: str, lines: list[str]) -> None:
    """What is still or now so after a treatment is no finding; another region or an earlier visit is one."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_a_bone_that_stands_post(read: Callable[..., list[str]]) -> None:
    """A post behind a bone tells how it stands, and opens no recheck."""
    assert "tenderness lower_extremity left" in read("EXAM\nL fib head post, TTP.", "tart")


def test_the_end_of_the_treatment(read: Callable[..., list[str]]) -> None:
    """How it is at the end of the treatment is no finding of the examination."""
    assert read("EXAM\nL5 tender. At the end of treatment L5 softer, less tender.", "tart") == ["tenderness lumbar"]
