"""Specification of what stands before every line of a note that was forwarded or pasted."""

import pytest

from scribe import process
from scribe.documents.margins import without_bullets, without_margins
from scribe.schema import Kind

LINES = ["Exam:", "C5 tender right.", "L4 restricted.", "Assessment:", "Segmental dysfunction L4", "Plan:", "Ice"]


@pytest.mark.parametrize("gap", ["> ", ">", "  > "])
def test_the_mark_of_a_forwarded_mail_goes(gap: str) -> None:
    """Every character keeps its place."""
    text = "\n".join(gap + " " + line for line in LINES)
    assert without_margins(text) == "\n".join(" " * len(gap) + " " + line for line in LINES)


@pytest.mark.parametrize("mark", ["-", "*", "\u2022"])
def test_bullets_before_every_line_go(mark: str) -> None:
    """A list that is all of a note is none."""
    text = "\n".join(f"{mark} {line}" for line in LINES)
    assert without_bullets(text) == "\n".join(f"  {line}" for line in LINES)


def test_a_list_within_a_note_stays() -> None:
    """What most lines do not have is no margin; a few lines are too few."""
    text = "\n".join([*LINES, "- ice", "- heat"])
    assert without_bullets(text) == without_margins(text) == text
    assert without_bullets("- ice\n- heat") == "- ice\n- heat"


def test_changes_of_the_voice_stay() -> None:
    """Captions mark each voice with two signs, and dialogues with a dash, which is no bullet there."""
    captions = "\n".join(f">> {line}" for line in LINES)
    assert without_margins(captions) == captions
    told = process("\n".join(["- Sore there?", "- Yes."] * 4), kind="transcript").document.turns
    assert len(told) == len(LINES) + 1


@pytest.mark.parametrize("page", ["Page 2 of 4", "  Page 3", "Page 12 of 13  "])
def test_the_numbers_of_pages_go(page: str) -> None:
    """A table or list goes on over the end of a page."""
    text = f"L4 tender.\n{page}\nL5 too."
    assert without_margins(text) == f"L4 tender.{' ' * (len(page) + 1)}\nL5 too."
    assert without_margins("Page him at once.") == "Page him at once."


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_a_forwarded_note_is_read_as_it_was(mark: str) -> None:
    """A margin changes no finding."""
    kind: Kind = "note"
    plain, marked = (process("\n".join(before + line for line in LINES), kind=kind) for before in ("", mark))
    assert [one.code for one in marked.suggestions] == [one.code for one in plain.suggestions] == ["M99.03"]
    assert len(marked.extraction.tart) == len(plain.extraction.tart) > 1
