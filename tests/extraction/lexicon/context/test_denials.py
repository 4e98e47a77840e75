"""Specification of the plain words of denial, and of later words that deny what was named before them."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.denials import denies

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "told"),
    [("no , it moves", True), ("that isn't sore", True), ("not sore", True), ("it moves well", False), ("", False)],
)
def test_words_that_deny(said: str, *, told: bool) -> None:
    """A no denies, and so does a `not`, alone or at the end of a verb."""
    assert denies(said.split()) is told


@pytest.mark.parametrize(
    "text",
    [
        "Tingling was looked for but did not show up.",
        "Tingling has at no point been a feature.",
        "At no time was there any tingling.",
        "Tingling was feared; it is not there.",
        "He was told of tingling; I find no evidence of it.",
    ],
)
def test_a_later_clause_denies(read: Read, text: str) -> None:
    """A clause that goes on with the same subject, or takes it up, denies what was named before it."""
    assert read(text, "neuro") == ["sensory_deficit absent"]
