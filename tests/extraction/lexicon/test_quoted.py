"""Specification of where the quotes of a finding stand."""

from scribe.extraction.lexicon.quoted import first_span, last_span
from scribe.schema import Evidence, Lesion


def test_the_first_and_the_last_quote() -> None:
    """A finding has one quote or several; one that was not located stands nowhere but at the start."""
    quotes = (Evidence(quote="L5", span=(3, 5)), Evidence(quote="dysfunction", span=(9, 20)))
    lesion = Lesion(kind="somatic_dysfunction", evidence=quotes)
    assert (first_span(lesion), last_span(lesion)) == ((3, 5), (9, 20))
    assert last_span(Lesion(kind="somatic_dysfunction", evidence=(Evidence(quote="L5"),))) == (0, 0)
