"""Specification of segments."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.documents import parse
from scribe.extraction.llm.chunking import segments

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
    assert cut("word " * 1000, 100) == ["word " * 1000]


def test_context_ends_where_the_segment_starts() -> None:
    """Whole sentences before the segment, and few."""
    document = parse(TALK, "transcript")
    for before, segment in pairwise(segments(document, 700)):
        assert segment.context[1] == segment.span[0] == before.span[1]
        assert 0 < segment.context[1] - segment.context[0] <= 600
        assert segment.context[0] in {start for start, _ in document.sentences}


@given(st.text(alphabet="a .?\n:DP", max_size=300), st.integers(1, 60))
def test_segments_are_the_whole_text(text: str, longest: int) -> None:
    """Whatever the text, nothing is lost and nothing is read twice."""
    for kind in ("note", "transcript"):
        assert "".join(cut(text, longest, kind)) == text
