"""Specification of where the quotes of a finding stand."""

from scribe.extraction.lexicon.quoted import first_span, first_token, last_span, turn_of
from scribe.extraction.lexicon.words.tokens import tokenize
from scribe.schema import Evidence, Lesion, Turn


def test_the_first_and_the_last_quote() -> None:
    """A finding has one quote or several; one that was not located stands nowhere but at the start."""
    quotes = (Evidence(quote="L5", span=(3, 5)), Evidence(quote="dysfunction", span=(9, 20)))
    lesion = Lesion(kind="somatic_dysfunction", evidence=quotes)
    assert (first_span(lesion), last_span(lesion)) == ((3, 5), (9, 20))
    assert last_span(Lesion(kind="somatic_dysfunction", evidence=(Evidence(quote="L5"),))) == (0, 0)


def test_the_first_word_and_the_turn() -> None:
    """A finding stands at the first word of its first quote, and in the turn that this quote is in."""
    lesion = Lesion(kind="somatic_dysfunction", evidence=(Evidence(quote="L5", span=(10, 12)),))
    assert first_token(tokenize("Sit. Now, L5 dysfunction."), lesion) == 4  # behind two marks
    turns = [Turn(speaker="clinician", label=None, span=span) for span in ((0, 4), (5, 25))]
    assert (turn_of(turns, lesion), turn_of([], lesion)) == (1, -1)
