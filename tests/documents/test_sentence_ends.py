"""Specification of where sentences end in speech without marks."""

from itertools import pairwise

import pytest

from scribe.documents.sentence_ends import find_ends, find_words, signs, weights


def parts(said: str) -> list[str]:
    """Sentences that are heard in words without marks."""
    ends = [0, *find_ends(said, 0, len(said)), len(said)]
    return [said[start:end].strip() for start, end in pairwise(ends)]


def test_words_are_what_stands_between_spaces_without_its_marks() -> None:
    """A vertebra and a number are told by their kind, and who looks for a word says none."""
    said = 'it\'s uh, "l4-5" and t12 bend 30 (degrees)'
    assert [word.text for word in find_words(said, 0, len(said))] == [
        "its", "uh", "<level>", "and", "<level>", "bend", "<number>", "degrees",
    ]  # fmt: skip
    assert [said[slice(*word.span)] for word in find_words(said, 8, 16)] == ['"l4-5"']


def test_two_words_on_either_side_tell_of_a_gap() -> None:
    """Beyond the first and the last word there is none."""
    assert signs(find_words("that hurts okay", 0, 15))[1] == (
        ("anywhere", ""),
        ("last", "hurts"),
        ("next", "okay"),
        ("before last", "that"),
        ("after next", "<none>"),
        ("last two", "that hurts"),
        ("next two", "okay <none>"),
        ("last and next", "hurts okay"),
        ("ending of last", "rts"),
        ("ending of next", "kay"),
    )


def test_weights_are_of_signs() -> None:
    """The table knows no place but those that `signs` tells of, and every gap by itself rather holds no end."""
    told = signs(find_words("no no", 0, 5))
    assert [{place for place, _ in gap} for gap in told] == [weights().keys()]
    assert weights()["anywhere"][""] < 0


@pytest.mark.parametrize(
    "sentences",
    [
        ["so how is your back", "it still hurts a bit", "any numbness in the leg", "no"],
        ["straight leg raise is negative", "sensation is decreased over the left foot", "no clonus", "gait is slow"],
        ["the right one is weak", "left is fine", "knees are two plus", "i can't get the ankles"],
        ["ankle jerk on the left is gone", "push against my hand", "that's strong"],
        ["seated flexion is positive on the right", "straight leg raise is negative on both sides today"],
        ["okay l5 on the right is high and its tender isnt it", "yes", "and the left one is level"],
        ["what you have is stenosis of the cervical canal at c4-5", "does that make sense"],
    ],
)
def test_a_sentence_ends_where_another_begins(sentences: list[str]) -> None:
    """Questions, answers, commands and tests with their results are heard apart."""
    assert parts(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "i'm going to lift the right leg up to about there",
        "motor is five out of five except the left ehl which is four out of five",
        "so what i told her is that she has foraminal stenosis on the right at c six seven from the disc",
        "what i feel here is two somatic dysfunctions in the neck and those have been there for quite some time",
        "the pain goes from the low back down to the outside of the left foot",
        "so it's probably the si joint the joint on the left",
    ],
)
def test_no_sentence_ends_within_one(sentence: str) -> None:
    """Words that lead on to others end nothing."""
    assert parts(sentence) == [sentence]
