"""What holds of every document."""

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe.documents import line_of, parse, seams, section_at, sentence_at, turn_at
from scribe.schema import Document, Kind, Span

PIECES = (
    *(
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        ". ",
        "? ",
        ": ",
        "; ",
        "- ",
        "...",
        "\x00",
        "\ufeff",
        "\ud800",
        "\u2028",
        "\u00e9",
    ),
    *("S:", "O: ", "A:\n", "P: ", "HPI: ", "PLAN\n", "## Exam\n", "**Plan**", "MRI L-spine 2/3: ", "FINDINGS: "),
    *("IMPRESSION: ", "FH: ", "codes M99.03 ", "98926\n", "M54.2, 98940\n", "1. ", "2. ", "Dr. ", "vs. ", "L5 tender"),
    *(
        "Doctor: ",
        "Patient: ",
        "\nDR: ",
        "\nPT: ",
        "[doctor] ",
        "[patient]",
        "\nSpeaker 1: ",
        "\nAna: ",
        "Q: ",
        "\n- Yes",
    ),
    *("WEBVTT\n\n", "00:00:01.000 --> 00:00:02.000\n", "<v Ana>", "</v>", "00:12 DR ", "\nRecording stopped 9:51\n"),
    *(
        " comma ",
        " period ",
        " colon ",
        " new paragraph ",
        " question mark ",
        "assessment colon ",
        "Impression. ",
        "one, ",
    ),
    *("okay so ", "no ", "J. Roe", "any pain"),
)
texts = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
kinds = st.sampled_from([None, "note", "transcript"])


def ordered(spans: list[Span], size: int) -> bool:
    """Whether spans lie in the text in order, not empty and apart."""
    inside = all(0 <= start < end <= size for start, end in spans)
    return inside and all(one[1] <= other[0] for one, other in pairwise(spans))


def apart(one: Span, other: Span) -> bool:
    """Whether two spans do not cross: they are disjoint, or the first is within the second."""
    return one[1] <= other[0] or other[1] <= one[0] or (other[0] <= one[0] and one[1] <= other[1])


def is_trimmed(document: Document, span: Span) -> bool:
    """Whether no white space stands around a span."""
    words = document.text[slice(*span)]
    return words == words.strip()


@given(texts, kinds)
@settings(max_examples=400, deadline=None)
def test_any_text_becomes_a_document_whose_parts_fit(text: str, kind: Kind | None) -> None:
    """No text raises; parts lie in order within the text, trimmed, and no sentence crosses a turn or a section."""
    document = parse(text, kind)
    turns = [turn.span for turn in document.turns]
    sections = [section.span for section in document.sections]
    assert document.text == text
    assert document.kind in {"note", "transcript"}
    for spans in (turns, sections, list(document.sentences)):
        assert ordered(spans, len(text))
        assert all(is_trimmed(document, span) for span in spans)
    assert all(apart(sentence, part) for sentence in document.sentences for part in (*turns, *sections))


@given(texts, kinds)
@settings(max_examples=200, deadline=None)
def test_every_word_of_a_sentence_is_found_again(text: str, kind: Kind | None) -> None:
    """Look-ups return the part that holds an offset."""
    document = parse(text, kind)
    for turn in document.turns:
        assert turn_at(document, turn.span[0]) == turn_at(document, turn.span[1] - 1) == turn
    for section in document.sections:
        assert section_at(document, section.span[0]) == section_at(document, section.span[1] - 1) == section
    for sentence in document.sentences:
        assert sentence_at(document, sentence[0]) == sentence_at(document, sentence[1] - 1) == sentence


@given(texts)
def test_lines_are_all_of_the_text_but_its_breaks(text: str) -> None:
    """Lines and what stands between them make up the text again; every offset of a line has its number."""
    lines = parse(text, "note").lines
    starts = [start for start, _ in lines]
    breaks = [text[one[1] : other[0]] for one, other in pairwise(lines)]
    last = text[lines[-1][1] :] if lines else ""
    assert "".join(text[start:end] + gap for (start, end), gap in zip(lines, [*breaks, last], strict=False)) == text
    assert {*breaks, last} <= {"\n", "\r\n", "\r", ""}
    assert [line_of(parse(text, "note"), start) for start in starts] == list(range(1, len(lines) + 1))


@given(texts)
@settings(deadline=None)
def test_the_words_of_turns_and_sections_are_in_sentences(text: str) -> None:
    """No letter or digit inside a turn or section is outside all sentences, but for spoken breaks and times of cues."""
    document = parse(text)
    seamed = [span for turn in document.turns for span in seams(text, *turn.span)]
    covered = {offset for start, end in (*document.sentences, *seamed) for offset in range(start, end)}
    parts = document.sections or document.turns
    missed = {
        offset
        for part in parts
        for offset in range(*part.span)
        if (text[offset].isalnum() and text[offset] != "_") and offset not in covered
    }
    words = "".join(text[offset] for offset in sorted(missed)).lower()
    assert words.replace("newparagraph", "") == ""


def test_the_same_text_gives_the_same_document() -> None:
    """Parsing is a function of its input."""
    text = "S: LBP\nA: Lumbar strain\n"
    assert parse(text) == parse(text)


def test_an_empty_text_is_a_note_without_parts() -> None:
    """Nothing in, nothing out."""
    assert parse("") == Document(text="", kind="note")


def test_white_space_is_a_note_of_lines() -> None:
    """White space has lines and nothing else."""
    assert parse(" \n\t") == Document(text=" \n\t", kind="note", lines=((0, 1), (2, 3)))


@pytest.mark.parametrize("text", ["\ufeffHPI: LBP\r\nPlan: Rest\r\n", "HPI: LBP\x00\rPlan: Rest"])
def test_offsets_index_the_text_as_given(text: str) -> None:
    """Byte order marks, carriage returns and NUL stay, and offsets count them."""
    document = parse(text)
    assert [text[slice(*section.span)].rstrip("\x00") for section in document.sections] == ["LBP", "Rest"]


@pytest.mark.parametrize(
    "unit",
    [
        "L5 is tender to palpation. No numbness. ",
        "word ",
        " ",
        "\n",
        "[doctor] how is it ? [patient] sore . ",
        "Doctor: how is it? Patient: sore. ",
        "S: LBP\nO: L5 TTP\nA: Strain\nP: Rest\n\n",
        "comma period new paragraph plan colon ",
        "00:00:01.000 --> 00:00:02.000\nyes\n\n",
        "- so any pain?\n",
        "[doctor] any",
        "-any",
        "M99.03 ",
        "(",
    ],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    """Eight times the text takes nowhere near sixty-four times the time."""
    short, long = (unit * (size // len(unit)) for size in (20_000, 160_000))
    parse(short)
    assert min(_seconds(long) for _ in range(2)) < 24 * min(_seconds(short) for _ in range(3)) + 0.05


def _seconds(text: str) -> float:
    gc.disable()  # What other tests have left behind is searched for rubbish as often as objects are made.
    start = time.process_time()
    parse(text)
    parse(text, "transcript")
    passed = time.process_time() - start
    gc.enable()
    return passed


def test_an_examination_rattled_off_in_dictation() -> None:
    """Who dictates some marks leaves others out; a stretch longer than anybody says in a breath is split."""
    exam = (
        "exam neck rotation to the left stops at forty degrees she's tender over the left paraspinals at c five "
        "there is no spasm spurling is positive on the left negative on the right the biceps reflex is down on the "
        "left triceps reflex is two plus strength is five out of five in both arms light touch reduced over the "
        "left thumb hoffmann negative both sides gait is normal and she is walking without any help in the hall today"
    )
    document = parse(f"follow up for the neck period next paragraph {exam} period next paragraph", "transcript")
    assert any(document.text[slice(*one)] == "strength is five out of five in both arms" for one in document.sentences)
