"""Quotes are shown with their place and in the document's own words."""

from scribe.documents import parse
from scribe.reports.quotes import Quotation, printable, quotations
from scribe.schema import Evidence


def test_a_quote_of_a_transcript_names_its_speaker() -> None:
    """Who says it decides what it is worth; an unknown speaker is not named."""
    document = parse("DR: The sacrum is stuck.\nPT: It hurts to sit.", "transcript")
    evidence = (
        Evidence(quote="sacrum is stuck", span=(8, 23), match="exact", speaker="clinician"),
        Evidence(quote="hurts to sit", span=(32, 44), match="exact", speaker="patient"),
        Evidence(quote="It hurts", span=(29, 37), match="exact", speaker="unknown"),
    )
    assert quotations(document, evidence) == [
        Quotation("line 1, clinician", "“sacrum is stuck”"),
        Quotation("line 2, patient", "“hurts to sit”"),
        Quotation("line 2", "“It hurts”"),
    ]


def test_the_words_are_those_of_the_document() -> None:
    """A quote that matches but for its case is shown as the document has it, and once."""
    document = parse("Sacral  base\ndeep left", "note")
    evidence = (
        Evidence(quote="sacral base deep", span=(0, 17), match="normalised"),
        Evidence(quote="Sacral  base\ndeep", span=(0, 17), match="exact"),
    )
    assert quotations(document, evidence) == [Quotation("line 1", "“Sacral base deep”")]


def test_a_quote_that_is_not_in_the_text_says_so() -> None:
    """It has no line."""
    evidence = (Evidence(quote="never said"),)
    assert quotations(parse("Sacrum stuck.", "note"), evidence) == [Quotation("not in the text", "“never said”")]


def test_a_very_long_quote_is_cut_at_a_word() -> None:
    """Two hundred characters are enough to find it."""
    text = "word " * 60
    (quote,) = quotations(parse(text, "note"), (Evidence(quote=text, span=(0, 300), match="exact"),))
    assert quote.words == "“" + "word " * 39 + "word …”"


def test_printable_text_is_left_alone() -> None:
    """Letters of any script stay; white space becomes one space."""
    assert printable("naïve  Übung\t脊椎\n") == "naïve Übung 脊椎"
