"""Specification of what a text says of the visit."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction import encounter as module
from scribe.extraction.encounter import complete, read_encounter
from scribe.schema import Encounter

with (Path(module.__file__).parent / "tables" / "encounter.csv").open(encoding="utf-8", newline="") as rows:
    CLUES = tuple(csv.DictReader(rows))


def read(text: str) -> Encounter:
    """Read the encounter of a note."""
    return read_encounter(parse(text, "note"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Date: 03/11/2026", date(2026, 3, 11)),
        ("DOS 3/5/26", date(2026, 3, 5)),
        ("3-5-2026", date(2026, 3, 5)),
        ("2026-03-11", date(2026, 3, 11)),
        ("March 3rd, 2026", date(2026, 3, 3)),
        ("Sept. 9 2026", date(2026, 9, 9)),
        ("13/40/2026, corrected 3/4/2026", date(2026, 3, 4)),
        ("2/30/2026", None),
        ("DOB: 3/5/1961, seen 3/9/2026", date(2026, 3, 9)),
        ("Motor vehicle accident of 2/1/2026. Seen 3/9/2026", date(2026, 3, 9)),
        ("Onset date: 2/1/2026. Seen 3/9/2026", date(2026, 3, 9)),
        ("Seen after her accident, 3/9/2026", date(2026, 3, 9)),
        ("Strength 4/5, BP 120/80", None),
        ("Pain 3/10 since 4/12", None),
        ("." * 700 + " 3/4/2026", None),
        ("", None),
    ],
)
def test_date_of_service(text: str, day: date | None) -> None:
    """The first date at the head of a text that the calendar knows is that of the visit."""
    assert read(text) == Encounter(date_of_service=day)


@pytest.mark.parametrize(
    ("text", "encounter"),
    [
        ("Chiropractic note", {"discipline": "chiropractic"}),
        ("Signed: A. Roe, DC", {"discipline": "chiropractic"}),
        ("A. Roe, D.O.", {"discipline": "osteopathic"}),
        ("OMT performed", {"discipline": "osteopathic"}),
        ("T4 adjusted by activator", {"discipline": "chiropractic"}),
        ("Plasminogen activator given", {}),
        ("Orthopedic tests negative, neurosurgery referral if worse", {}),
        ("A. Roe, DPT", {"discipline": "physical_therapy"}),
        ("A. Roe, MD", {"discipline": "medical"}),
        ("Chiropractic adjustment; sees an osteopath too", {"discipline": "chiropractic"}),
        ("My chiropractor said my pelvis is out", {}),
        ("Tried PT, chiropractic, massage", {}),
        ("Her sister's chiropractor disagrees", {}),
        ("Referred to the spine surgeon", {}),
        ("New patient", {"visit": "initial"}),
        ("Initial evaluation", {"visit": "initial"}),
        ("Follow-up", {"visit": "subsequent"}),
        ("Established patient", {"visit": "subsequent"}),
        ("Visit: [x] new [ ] follow up", {"visit": "initial"}),
        ("[ ] New patient  [x] Follow-up", {"visit": "subsequent"}),
        ("Follow-up; was a new patient in May", {"visit": "subsequent"}),
        ("Medicare", {"payer": "medicare"}),
        ("Medicare Advantage", {}),
        ("Insurance: Aetna", {"payer": "other"}),
        ("Self-pay", {"payer": "other"}),
        ("98941-AT", {"discipline": "chiropractic", "payer": "medicare"}),
        (
            "New patient, Medicare, 3/4/2026, OMT",
            {"date_of_service": date(2026, 3, 4), "discipline": "osteopathic", "visit": "initial", "payer": "medicare"},
        ),
        ("Back pain", {}),
    ],
)
def test_discipline_visit_and_payer(text: str, encounter: dict[str, object]) -> None:
    """The words that stand first decide; what the text does not say stays open."""
    assert read(text) == Encounter.model_validate(encounter)


def test_codes_given_beside_the_text_tell_of_the_visit() -> None:
    """A code given for audit says as much as one that is written; the words of the text come first."""
    assert read_encounter(parse("Back pain"), ("98941", "99213")) == Encounter(
        discipline="chiropractic", visit="subsequent"
    )
    assert read_encounter(parse("Osteopathic visit"), ("98941",)) == Encounter(discipline="osteopathic")


def test_what_is_given_wins() -> None:
    """The text fills what was not given and changes nothing that was."""
    given = Encounter(discipline="medical", payer="other")
    said = Encounter(discipline="osteopathic", visit="initial", date_of_service=date(2026, 3, 4))
    assert complete(given, said) == Encounter(
        discipline="medical", payer="other", visit="initial", date_of_service=date(2026, 3, 4)
    )


@pytest.mark.parametrize("clue", CLUES, ids=[clue["pattern"] for clue in CLUES])
@given(data=st.data())
def test_words_are_looked_for_where_one_of_their_signs_stands(clue: dict[str, str], data: st.DataObject) -> None:
    """No words that a pattern finds lack all of its signs, so that no clue is passed over."""
    words = data.draw(st.from_regex(re.compile(clue["pattern"], re.MULTILINE)).map(str.lower))
    found = re.search(clue["pattern"], words, re.MULTILINE)
    assert not found or any(sign in found[0] for sign in clue["signs"].split("|"))
