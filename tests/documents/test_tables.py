"""What holds of the tables."""

from typing import get_args

from scribe.documents.tables import read_rows
from scribe.schema import Speaker

SECTIONS = {
    *("subjective", "history", "past_history", "family_history", "social_history", "review_of_systems", "medications"),
    *("objective", "vitals", "exam", "structural_exam", "imaging", "assessment", "plan", "procedure", "codes"),
    *("return_precautions", "education", "consent", "records"),
}
PLACES = {"whole", "colon", "letter", "first", "last", "code"}


def test_headings_open_the_sections_there_are() -> None:
    """Every heading is lower case, once, opens a canonical section and has a place; every section has a heading."""
    rows = read_rows("headings.csv")
    headings = [heading for heading, _, _ in rows]
    assert sorted(set(headings)) == sorted(headings)
    assert all(heading == heading.casefold().strip() for heading in headings)
    assert {section for _, section, _ in rows} == SECTIONS
    assert {place for _, _, place in rows} == PLACES


def test_speakers_have_the_roles_there_are() -> None:
    """Every label is lower case, once, and has a role that a label can state."""
    rows = read_rows("speakers.csv")
    labels = [label for label, _ in rows]
    assert sorted(set(labels)) == sorted(labels)
    assert all(label == label.casefold().strip() for label in labels)
    assert {speaker for _, speaker in rows} == set(get_args(Speaker)) - {"unknown"}


def test_abbreviations_end_sentences_never_seldom_last_or_as_sides_do() -> None:
    """Every abbreviation is lower case and once."""
    rows = read_rows("abbreviations.csv")
    abbreviations = [abbreviation for abbreviation, _ in rows]
    assert sorted(set(abbreviations)) == sorted(abbreviations)
    assert {ends for _, ends in rows} == {"never", "seldom", "last", "side"}
