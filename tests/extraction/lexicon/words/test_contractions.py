"""Specification of speech in full forms, which is read as most contract it."""

import pytest

from scribe.extraction.lexicon.words.contractions import contracted
from scribe.extraction.lexicon.words.tokens import tokenize


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("It is not turning and will not glide.", "it isn't turning and won't glide ."),
        ("They do not, and she did not.", "they don't , and she didn't ."),
        ("there is n't any, and it wo n't", "there isn't any , and it won't"),
        ("I am pressing. You are tender.", "i'm pressing . you're tender ."),
        ("Yes, I am. Are you? We are.", "yes , i am . are you ? we are ."),
        ("That is level, and they are equal.", "that is level , and they are equal ."),
        ("Not sore, is it not?", "not sore , is it not ?"),
        ("", ""),
    ],
)
def test_small_verbs_are_one_with_their_subject_or_denial(said: str, heard: str) -> None:
    """What ends a clause is never contracted, and what stands in front of a finding keeps its verb."""
    assert " ".join(contracted(tokenize(said)).norms) == heard


def test_two_words_are_quoted_whole() -> None:
    """The one word stands where both did."""
    text = "It will not glide."
    tokens = contracted(tokenize(text))
    assert [text[slice(*span)] for span in tokens.spans] == ["It", "will not", "glide", "."]
