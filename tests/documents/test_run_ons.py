"""Specification of speech without punctuation."""

from scribe.documents.run_ons import split_endless, split_run_ons, split_unwritten


def parts(text: str) -> list[str]:
    """Sentences that a listener hears in one run of words."""
    return [text[slice(*span)] for span in split_run_ons(text, ((0, len(text)),))]


def test_a_long_run_of_words_is_split_where_sentences_end() -> None:
    """Each part has its own words and no space around them; a title's point is no mark that somebody wrote."""
    assert parts("dr. ames is here so how is your back it still hurts a bit any numbness in the leg no") == [
        "dr. ames is here",
        "so how is your back",
        "it still hurts a bit",
        "any numbness in the leg",
        "no",
    ]


def test_a_sentence_with_written_marks_stays_whole() -> None:
    """Where punctuation is written, it alone decides."""
    text = "I still can't turn my head far enough to back the car out so I walk."
    assert parts(text) == [text]


def test_a_few_words_stay_whole() -> None:
    """A short answer is one sentence."""
    text = "no but my neck hurts"
    assert parts(text) == [text]


def test_a_sentence_of_ordinary_length_stays_whole() -> None:
    """Nothing is split that somebody may have said."""
    text = "word " * 199
    assert split_endless(text, ((0, 994),)) == ((0, 994),)


def test_an_endless_sentence_is_split_after_a_comma() -> None:
    """The pieces are at most a thousand characters long, end after a mark and leave out only white space."""
    text = ", ".join(["tender over the left joint"] * 100)
    pieces = split_endless(text, ((0, len(text)),))
    assert [text[start:end][-6:].strip() for start, end in pieces] == ["joint,", "joint,", "joint"]
    assert all(end - start <= 1_000 for start, end in pieces)
    assert " ".join(text[start:end] for start, end in pieces) == text


def test_a_sentence_without_marks_is_split_between_words_and_one_without_words_anywhere() -> None:
    """Words stay whole where there are any."""
    spaced, solid = "abcdefghi " * 250, "a" * 2_500
    assert split_endless(spaced, ((0, 2_499),)) == ((0, 999), (1_000, 1_999), (2_000, 2_499))
    assert split_endless(solid, ((0, 2_500),)) == ((0, 1_000), (1_000, 2_000), (2_000, 2_500))


def test_a_note_is_split_only_where_nobody_wrote_it() -> None:
    """A long run of words without any mark was spoken; a long sentence with marks was written."""
    spoken = "on exam there's tenderness on the right at l4 reflexes are equal strength is full " * 6
    written = spoken.replace(" reflexes", ", reflexes")
    assert len(split_unwritten(spoken, ((0, len(spoken)),))) > len(spoken) // 100
    assert split_unwritten(written, ((0, len(written)),)) == ((0, len(written)),)
