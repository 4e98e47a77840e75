"""Specification of speech without punctuation."""

from scribe.documents.run_ons import split_run_ons


def parts(text: str) -> list[str]:
    """Sentences that a listener hears in one run of words."""
    return [text[slice(*span)] for span in split_run_ons(text, ((0, len(text)),))]


def test_a_long_run_of_words_is_split_where_the_speaker_starts_anew() -> None:
    """Questions, answers and openings each start a sentence."""
    text = "so how is your back it still hurts a bit okay any numbness in the leg no let me press here"
    assert parts(text) == [
        "so how is your back it still hurts a bit",
        "okay any numbness in the leg",
        "no",
        "let me press here",
    ]


def test_a_sentence_with_written_marks_stays_whole() -> None:
    """Where punctuation is written, it alone decides."""
    text = "I still can't turn my head far enough to back the car out so I walk."
    assert parts(text) == [text]


def test_a_few_words_stay_whole() -> None:
    """A short answer is one sentence."""
    text = "no but my neck hurts"
    assert parts(text) == [text]
