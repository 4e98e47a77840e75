"""Specification of attachment: which place and which side belong to a mention."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

from scribe.extraction.lexicon.context.attachment import chunk_of, nearest
from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]
Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L5 tender", ["tenderness lumbar"]),
        ("Tender at L5", ["tenderness lumbar"]),
        ("Tender on the left at L5", ["tenderness lumbar left"]),
        ("L C5 tender", ["tenderness cervical left"]),
        ("Rib 4 tender on the left", ["tenderness rib_cage left"]),
        ("Tenderness R > L in the lumbar paraspinals", ["tenderness lumbar bilateral"]),
        ("Left T4 boggy, right L5 boggy", ["tissue_texture thoracic left", "tissue_texture lumbar right"]),
        ("L2 stiff in left rotation and tender on the right", ["restriction lumbar left", "tenderness lumbar right"]),
        ("Low back tender", ["tenderness"]),
        ("Tender", ["tenderness"]),
    ],
)
def test_own_words(read: Read, text: str, lines: list[str]) -> None:
    """A mention takes place and side from its own part of the statement; a vague place fixes no region."""
    assert read(f"Exam: {text}", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C5, T4 and L4 tender", ["tenderness cervical", "tenderness thoracic", "tenderness lumbar"]),
        ("Tender C5, T4, L4", ["tenderness cervical", "tenderness thoracic", "tenderness lumbar"]),
        ("Cervical and thoracic spine tender", ["tenderness cervical", "tenderness thoracic"]),
        ("Tenderness of the lumbar and sacral regions", ["tenderness lumbar", "tenderness sacral"]),
        ("Tender L4, L5 and the right SI", ["tenderness lumbar", "tenderness sacral right"]),
        ("Left C5 and right T4 tender", ["tenderness cervical left", "tenderness thoracic right"]),
    ],
)
def test_lists(read: Read, text: str, lines: list[str]) -> None:
    """A finding holds for every place of the list before or after it."""
    assert read(f"Exam: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sacrum: restricted.", ["restriction sacral"]),
        ("Lumbar spine: boggy, restricted.", ["tissue_texture lumbar", "restriction lumbar"]),
        ("Cervical: tender. Boggy.", ["tenderness cervical", "tissue_texture cervical"]),
        ("C: tender\nT: boggy", ["tenderness cervical", "tissue_texture thoracic"]),
        ("Cervical   tender\nLumbar    boggy", ["tenderness cervical", "tissue_texture lumbar"]),
        ("Lumbar:\n- tender\n- boggy", ["tenderness lumbar", "tissue_texture lumbar"]),
        ("Lumbar: tender.\n\nBoggy.", ["tenderness lumbar", "tissue_texture"]),
        ("L5 tender. Boggy too.", ["tenderness lumbar", "tissue_texture lumbar"]),
        ("Right L5 tender. Boggy too.", ["tenderness lumbar right", "tissue_texture lumbar right"]),
    ],
)
def test_before_the_statement(read: Read, text: str, lines: list[str]) -> None:
    """A statement without a place takes that of its heading, else the last one before it in its paragraph."""
    assert read(f"Exam:\n{text}", "tart") == lines


def test_chunk_of(view: Look) -> None:
    """A mention stands in the part of its statement between commas and other breaks."""
    seen = view("L5 tender, sacrum (seated) boggy - neck free")
    chunks = [seen.norms[slice(*chunk_of(seen.statements[0], Chunk(at, at + 1)))] for at in (1, 3, 5, 7, 9)]
    assert chunks == [["l5", "tender"], ["sacrum"], ["seated"], ["boggy"], ["neck", "free"]]


@pytest.mark.parametrize(
    ("items", "mention", "chosen"),
    [
        ([Chunk(0, 1), Chunk(6, 7)], Chunk(5, 6), Chunk(6, 7)),
        ([Chunk(0, 1), Chunk(6, 7)], Chunk(2, 3), Chunk(0, 1)),
        ([Chunk(0, 2), Chunk(5, 6)], Chunk(3, 4), Chunk(0, 2)),
        ([Chunk(0, 8), Chunk(4, 5)], Chunk(3, 4), Chunk(0, 8)),
    ],
)
def test_nearest(items: list[Chunk], mention: Chunk, chosen: Chunk) -> None:
    """The item with the fewest words between counts; of two the earlier."""
    assert nearest(items, mention) == chosen


def test_a_template(read: Read) -> None:
    """Rows of a template belong each to the region that heads it."""
    text = cleandoc("""
        Structural exam:
        Cervical:  [x] tender  [ ] boggy  [x] restricted
        Thoracic:  [ ] tender  [x] boggy  [ ] restricted
        Lumbar:    [ ] tender  [ ] boggy  [ ] restricted
    """)
    assert read(text, "tart") == ["tenderness cervical", "restriction cervical", "tissue_texture thoracic"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("TTP L PSIS, L5 paraspinals bilat.", ["tenderness pelvic left", "tenderness lumbar bilateral"]),
        ("Tender over right L3-4 and L5-S1 paraspinals.", ["tenderness lumbar right"]),
        ("Tender left PSIS, L4 facet.", ["tenderness pelvic left", "tenderness lumbar"]),
    ],
)
def test_a_list_of_tender_places(read: Read, text: str, lines: list[str]) -> None:
    """A list goes on over tissues and sides, and a side said once holds for its region."""
    assert read(f"Exam: {text}", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No tenderness, spasm, or asymmetry over the cervical spine.",
         ["tenderness cervical absent", "tissue_texture cervical absent", "asymmetry cervical absent"]),
        ("Tenderness, hypertonicity and restriction at L4.",
         ["tenderness lumbar", "tissue_texture lumbar", "restriction lumbar"]),
        ("C5 restricted. Bogginess, warmth and tenderness over T6.",
         ["restriction cervical", "tissue_texture thoracic", "tenderness thoracic"]),
        ("No swelling, tender over the coccyx.", ["tissue_texture absent", "tenderness sacral"]),
    ],
)  # fmt: skip
def test_a_list_of_findings_shares_its_place(read: Read, text: str, lines: list[str]) -> None:
    """All that is found in a list is found at the place that its last part names."""
    found = read(f"Exam: {text}", "tart")
    assert set(lines) - {"tissue_texture absent"} <= set(found)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Numbness, tingling in the hands?", "No, hands are normal."),
        ("Any pins and needles in the arms or fingers?", "None."),
        ("Does it shoot down the leg?", "No, legs are fine."),
        ("Any numb spots on the feet?", "Feet are okay."),
    ],
)
def test_where_feeling_is_asked_of_is_not_felt_by_hands(read: Read, asked: str, answer: str) -> None:
    """The hands stay at the spine that was spoken of, whatever limb the questions of nerves name."""
    talk = f"DR: C5 is stuck.\nPT: Ow.\nDR: {asked}\nPT: {answer}\nDR: Okay. It's boggy here."
    assert "tissue_texture cervical" in read(talk, "tart", "transcript")


def test_a_limb_that_is_examined_next(read: Read) -> None:
    """What feels numb may be felt by hand as well, where it is named again."""
    talk = "DR: C5 is stuck.\nPT: Ow.\nDR: Tingling in the wrist?\nPT: Yes.\nDR: The wrist is stiff. It's swollen."
    assert read(talk, "tart", "transcript")[1:] == ["restriction upper_extremity", "tissue_texture upper_extremity"]


def test_a_low_back_is_not_what_a_line_named_before(read: Read) -> None:
    """In speech a line that names a place heads no later turn that speaks of a vague one."""
    text = "Doctor: And the neck\nPatient: Fine.\nDoctor: Hands are strong. Low back muscles tight."
    assert read(text, "tart", "transcript") == ["tissue_texture"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "spasm of the left QL and tenderness at the right SI joint",
            ["tissue_texture lumbar left", "tenderness sacral right"],
        ),
        (
            "tender over the right T9 and restricted motion at the left C2",
            ["tenderness thoracic right", "restriction cervical left"],
        ),
        (
            "spasm of the left C5 paraspinals and tenderness at T8",
            ["tissue_texture cervical left", "tenderness thoracic"],
        ),
        ("left QL guarded and TTP L3-5", ["tissue_texture lumbar left", "tenderness lumbar left"]),
        ("tenderness and spasm at the left T8", ["tenderness thoracic left", "tissue_texture thoracic left"]),
    ],
)
def test_what_is_added_leads_to_its_own_place(read: Read, text: str, lines: list[str]) -> None:
    """Behind an `and`, a finding is at the place that its preposition leads to, with the side of that place alone."""
    assert sorted(read(f"Exam: {text}.", "tart")) == sorted(lines)
