"""Specification of studies that have been made, whatever words of ordering stand with them."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.made import is_made
from scribe.extraction.lexicon.view.view import View

Look = Callable[..., View]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("I looked at the CT your doctor arranged.", True),
        ("Let me show you the MRI.", True),
        ("He ordered a CT last week.", True),
        ("This is your x-ray.", True),
        ("I want an MRI.", False),
        ("We'll schedule your MRI.", False),
        ("The MRI was ordered.", False),
        ("MRI of the neck ordered.", False),
    ],
)
def test_is_made(view: Look, text: str, *, made: bool) -> None:
    """A study is made where somebody looks at it, has it, or asked for it before."""
    seen = view(text)
    statement = seen.statements[0]
    (study,) = (hit for hit in seen.terms("imaging", statement) if hit.term.role == "modality")
    assert is_made(seen, statement, study) is made
