"""Specification of segments."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction.llm.chunking import halves, segments

TALK = "\n".join(
    f"Doctor: Any numbness in the foot today, visit {number}?\nPatient: No, none.\n"
    f"Doctor: Good. I press on L{number % 5 + 1}."
    for number in range(40)
)
HEADINGS = ("Subjective", "Objective", "Plan")
NOTE = "\n".join(f"{name}:\nFirst line of it.\nIs that so? Second line of it.\n" for name in HEADINGS)


def cut(text: str, longest: int, kind: str = "note") -> list[str]:
    """Return the texts of the segments."""
    document = parse(text, kind)  # type: ignore[arg-type]  # one of the two kinds
    return [text[slice(*segment.span)] for segment in segments(document, longest)]


def test_a_short_document_is_one_segment_without_context() -> None:
    """Most notes are read whole."""
    assert [(one.span, one.context) for one in segments(parse(NOTE))] == [((0, len(NOTE)), (0, 0))]


@pytest.mark.parametrize("longest", [100, 300, 700])
def test_a_question_keeps_its_answer(longest: int) -> None:
    """A transcript is cut only where nobody has just asked, and before the clinician where that can be."""
    parts = cut(TALK, longest, "transcript")
    assert len(parts) > 5
    assert "".join(parts) == TALK
    for part in parts[1:]:
        assert part.strip().startswith(("Doctor: Any", "I press"))
    if longest > 100:
        assert all(part.strip().startswith("Doctor: Any") for part in parts)


def test_a_note_is_cut_before_its_headings() -> None:
    """A heading goes with its section."""
    assert [part.split(":")[0] for part in cut(NOTE, 70)] == [*HEADINGS]


def test_no_limit_parts_what_belongs_together() -> None:
    """However short segments should be, an answer keeps its question, and words keep their heading or label."""
    talk = "Doctor: Any pain?\nPatient: No.\n" * 9
    assert cut(talk, 20, "transcript")[1:] == ["Doctor: Any pain?\nPatient: No.\n"] * 8
    assert [part for part in cut(NOTE, 20) if part.strip().endswith((":", "?"))] == []


def test_one_long_line_is_cut_between_sentences() -> None:
    """A dictation without line breaks has sentences still."""
    parts = cut("The sacrum is restricted. " * 50, 200)
    assert all(part == "The sacrum is restricted. " * (len(part) // 26) for part in parts)
    assert max(map(len, parts)) <= 200


def test_what_cannot_be_cut_stays_whole() -> None:
    """A limit gives way where no place is safe."""
    assert cut("word " * 190, 100) == ["word " * 190]


def test_context_ends_where_the_segment_starts() -> None:
    """Whole sentences before the segment, and few."""
    document = parse(TALK, "transcript")
    for before, segment in pairwise(segments(document, 700)):
        assert segment.context[1] == segment.span[0] == before.span[1]
        assert 0 < segment.context[1] - segment.context[0] <= 600
        assert segment.context[0] in {start for start, _ in document.sentences}


def halved(text: str, kind: str = "note") -> list[str]:
    """Return the texts of the halves of a document."""
    document = parse(text, kind)  # type: ignore[arg-type]  # one of the two kinds
    return [text[slice(*half.span)] for half in halves(document, (0, len(text)))]


def test_halves_part_about_the_middle() -> None:
    """Where the best places are far from the middle, a lesser place near it is better."""
    first, second = halved(TALK, "transcript")
    assert (first + second, second.split(":")[0]) == (TALK, "Doctor")
    assert abs(len(first) - len(second)) < len(TALK) / 10
    note = "Plan:\n" + "Heat at home. \n" * 40 + "Objective:\nTender.\n"
    assert [len(half) // 15 for half in halved(note)] == [20, 21]


def test_halves_have_context() -> None:
    """The second is understood with what stands before it."""
    _, second = halves(parse(NOTE), (0, len(NOTE)))
    assert second.context[1] == second.span[0]
    assert second.context[0] < second.context[1]


@pytest.mark.parametrize("text", ["", "A: L5 FRS right.", "word " * 190, "Is it sore?\nYes.", "Plan:\nHeat."])
def test_what_cannot_be_cut_has_no_halves(text: str) -> None:
    """Neither one sentence, nor a question and its answer, nor a heading and its words are parted."""
    assert halved(text) == []


@given(st.text(alphabet="a .?\n:DP", max_size=300), st.integers(1, 60))
def test_segments_are_the_whole_text(text: str, longest: int) -> None:
    """Whatever the text, nothing is lost and nothing is read twice."""
    for kind in ("note", "transcript"):
        assert "".join(cut(text, longest, kind)) == text


@given(st.text(alphabet="a .?\n:DP", max_size=300))
def test_halves_are_the_whole(text: str) -> None:
    """Nothing is lost, nothing is read twice, and both parts are smaller."""
    for kind in ("note", "transcript"):
        if parts := halved(text, kind):
            assert "".join(parts) == text
            assert len(parts) == 2
            assert all(parts)
