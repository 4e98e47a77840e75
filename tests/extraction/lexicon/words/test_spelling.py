"""Specification of misspelled and misheard words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.extraction.lexicon.words.spelling import meant, respelled, sound
from scribe.extraction.lexicon.words.tokens import tokenize
from scribe.extraction.lexicon.words.vocabulary import records

Read = Callable[..., list[str]]

WORDS = [word for word, _ in records("spelling", ("word", "sound"))]
KEPT = [word for (word,) in records("as_spelled", ("word",))]


def words(text: str, *, spoken: bool) -> str:
    """The words of a text as they are read."""
    return " ".join(respelled(tokenize(text), spoken=spoken).norms)


@pytest.mark.parametrize(
    ("written", "meant_by_it"),
    [
        ("Forminal narrowing at C5", "foraminal narrowing at c5"),
        ("radiculopthy", "radiculopathy"),
        ("lamenectomy", "laminectomy"),
        ("myleopathy", "myelopathy"),
        ("parspinal tendernes", "paraspinal tenderness"),
    ],
)
def test_one_letter_wrong(written: str, meant_by_it: str) -> None:
    """A letter wrong, lacking, too many or exchanged is mended wherever it stands."""
    assert words(written, spoken=False) == meant_by_it


@pytest.mark.parametrize(
    ("heard", "meant_by_it"),
    [
        ("a sub location of L5", "a subluxation of l5"),
        ("radical apathy", "radiculopathy"),
        ("the hyper tonic para spinals", "the hypertonic paraspinals"),
        ("spondololysthesis", "spondylolisthesis"),
    ],
)
def test_what_speech_recognition_makes_of_a_word(heard: str, meant_by_it: str) -> None:
    """In speech, words that sound like one of the field and are written much like it are that one."""
    assert words(heard, spoken=True) == meant_by_it
    assert words(heard, spoken=False) == " ".join(tokenize(heard).norms)


@pytest.mark.parametrize(
    "text",
    ["", "the clavicle or the ligament is fine", "in my notes you are addicted to education", "an inflamed patella"],
)
def test_ordinary_words_stay(text: str) -> None:
    """Small words join nothing, and words that exist are what they are."""
    assert words(text, spoken=True) == text


def test_parts_become_one_token_with_their_place() -> None:
    """The span of a word in parts reaches from its first part to its last, so that it is quoted as it was said."""
    tokens = respelled(tokenize("left sub location today"), spoken=True)
    assert tokens.norms == ["left", "subluxation", "today"]
    assert tokens.spans == [(0, 4), (5, 17), (18, 23)]


def test_a_misspelled_finding_is_read_and_quoted_as_written(read: Read, quotes: Callable[..., list[list[str]]]) -> None:
    """The reader finds it, and its quote is the document's."""
    text = "Assessment: Foraminal stenosos at C5-6 on the left from osteophtyes."
    assert read(text, "lesions") == ["foraminal_stenosis cervical osseous C5 C6 left"]
    [[quote]] = quotes(text, "lesions")
    assert "stenosos" in quote


def test_the_tables_hold_together() -> None:
    """Sounds are those of the words, no word is in both tables, and none is taken for another."""
    assert dict(records("spelling", ("word", "sound"))) == {word: sound(word) for word in WORDS}
    assert not {*WORDS} & {*KEPT}
    assert {word: meant(word, spoken=True) for word in [*WORDS, *KEPT]} == dict.fromkeys([*WORDS, *KEPT])


@given(st.sampled_from(WORDS), st.integers(0, 40), st.sampled_from("aeiorstx"))
def test_a_letter_more_is_mended_to_a_word_as_near(word: str, place: int, letter: str) -> None:
    """One letter too many gives the word, or another one that is one letter away as well."""
    place = min(place, len(word))
    wrong = word[:place] + letter + word[place:]
    found = meant(wrong, spoken=False)
    assert found is None if wrong in KEPT or wrong in WORDS else found is not None and abs(len(found) - len(wrong)) <= 1


@pytest.mark.parametrize(
    ("heard", "read_as"),
    [
        ("the for a mina are open", "the foramina are open"),
        ("the left for amen", "the left foramen"),
        ("my elo gram", "myelogram"),
        ("the in nominate", "the innominate"),
        ("sub occipital tissue", "suboccipital tissue"),
        ("sacro ill eye itis", "sacroiliitis"),
        ("retro lis thesis at c5", "retrolisthesis at c5"),
        ("hoff man positive", "hoffman positive"),
        ("wait for a minute", "wait for a minute"),
        ("in front of the sub", "in front of the sub"),
    ],
)
def test_words_are_closed_up(heard: str, read_as: str) -> None:
    """What is heard as small words is one word where its letters are just those."""
    assert words(heard, spoken=True) == read_as


def test_a_note_that_was_spoken_is_heard(read: Read) -> None:
    """Dictation without marks is speech, though it is a note: words in parts, and sounds of who looks for one."""
    dictated = (
        "so this is a follow up for the neck he says it is about the same as it was and he still can't turn to back "
        "the car out on exam the sub occipital tissue is boggy on the right and um neck rotation is short to the right "
        "he has no weakness and the reflexes are fine so i think we go on as we did and i will see him in a week"
    )
    assert read(dictated, "tart") == ["tissue_texture head right", "restriction cervical right"]


@pytest.mark.parametrize(
    ("written", "meant_by_it"),
    [
        ("Sub-luxation of L4", "subluxation of l4"),
        ("lumbar dys-function", "lumbar dysfunction"),
        ("Scapula - R high", "scapula - r high"),
        ("scapula-R high", "scapula - r high"),
        ("-luxation", "- luxation"),
    ],
)
@pytest.mark.parametrize("spoken", [False, True])
def test_halves_of_a_word(written: str, meant_by_it: str, *, spoken: bool) -> None:
    """A hyphen within a word of the field is dropped, but none between a word and a side."""
    assert words(written, spoken=spoken) == meant_by_it
