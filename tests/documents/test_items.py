"""Specification of items that numbers and hashes part."""

import pytest

from scribe.documents import parse


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1 neck pain 2 SD cervical 3 headache", ["1 neck pain", "2 SD cervical", "3 headache"]),
        ("1 neck pain for 2 weeks 2 SD cervical", ["1 neck pain for 2 weeks", "2 SD cervical"]),
        ("1 neck pain 3 SD cervical", ["1 neck pain 3 SD cervical"]),
        ("neck pain 2 SD cervical", ["neck pain 2 SD cervical"]),
    ],
)
def test_items_of_an_assessment(text: str, items: list[str]) -> None:
    """Each number is one more than that before it; one that counts something opens no item."""
    document = parse(f"S: sore\nA: {text}", "note")
    assert [document.text[slice(*span)] for span in document.sentences][1:] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1) neck pain  2) SD cervical  3) headache", ["1) neck pain", "2) SD cervical", "3) headache"]),
        ("(1) stretches (2) ice (3) back Friday", ["(1) stretches", "(2) ice", "(3) back Friday"]),
        ("1)stretches 2)ice", ["1)stretches", "2)ice"]),
        ("lumbar SD (1), thoracic SD (2)", ["lumbar SD (1), thoracic SD (2)"]),
        ("1) stretches (see page 2) daily", ["1) stretches (see page 2) daily"]),
        ("1) ice 3) heat", ["1) ice 3) heat"]),
        ("a) ice b) heat c) rest", ["a) ice", "b) heat", "c) rest"]),
        ("A) ice B) heat D) rest", ["A) ice", "B) heat D) rest"]),
        ("# SD lumbar # neck pain #LBP", ["# SD lumbar", "# neck pain", "#LBP"]),
        ("# rib #5 sore # ice", ["# rib #5 sore", "# ice"]),
        ("SD of rib # ice", ["SD of rib # ice"]),
        ("tender (B) and sore (b) both", ["tender (B) and sore (b) both"]),
    ],
)
def test_items_of_a_plan(text: str, items: list[str]) -> None:
    """A sentence that opens with the first item parts before each one that counts on, or has a hash as it has."""
    document = parse(f"S: sore\nP: {text}", "note")
    assert [document.text[slice(*span)] for span in document.sentences][1:] == items


def test_numbers_elsewhere_part_nothing() -> None:
    """Only an assessment is read so."""
    assert len(parse("O: 1 plus edema 2 beats of clonus", "note").sentences) == 1


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Numbness No Weakness No Tingling Yes", ["Numbness No", "Weakness No", "Tingling Yes"]),
        ("Bowel or bladder changes Denies  Leg pain N", ["Bowel or bladder changes Denies", "Leg pain N"]),
        ("Numbness No weakness in the leg", ["Numbness No weakness in the leg"]),
        ("No numbness No weakness", ["No numbness No weakness"]),
        ("Pain Yes when lifting Numbness No", ["Pain Yes when lifting Numbness No"]),
    ],
)
def test_a_row_of_answers(text: str, items: list[str]) -> None:
    """A line that holds nothing but labels with their answers parts behind each, with no colon between."""
    document = parse(f"S: sore\nROS:\n{text}", "note")
    assert [document.text[slice(*span)] for span in document.sentences][-len(items) :] == items
