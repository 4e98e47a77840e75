"""Specification of sentences."""

import pytest

from scribe.documents import parse
from scribe.documents.sentences import wrap_width
from scribe.schema import Kind


def sentences(text: str, kind: Kind = "note") -> list[str]:
    """Words of each sentence."""
    return [text[slice(*span)] for span in parse(text, kind).sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Seen by Dr. Roe today.",
        "Flexion 20 vs. 40 degrees.",
        "Rotation is approx. 50 degrees.",
        "A poss. T4 dysfunction.",
        "Seg. dysf. C2 and T5.",
        "Use ice, e.g. a gel pack.",
        "Hemoglobin 13.1 today.",
        "Referred by pulm. for OMT.",
        "Provider: A. Roe, DO",
        "Signed by John A. Roe today.",
        "Pain at 3 p.m. daily.",
        "Push up ... good, that evens out.",
        "L5 tender; L4 not; T3 not examined.",
        "Spasm at the Rt. L5 and over the L. T4.",
        "Rt. SI joint stuck.",
    ],
)
def test_a_mark_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    """Titles, abbreviations, decimals, initials, dots and semicolons stand inside sentences."""
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("L5 tender. SLR neg.", ["L5 tender.", "SLR neg."]),
        ("C3 FRS L. R sulcus deep.", ["C3 FRS L.", "R sulcus deep."]),
        ("Tender on the Rt. No spasm.", ["Tender on the Rt.", "No spasm."]),
        ("Shifts to R. T/S flex 20.", ["Shifts to R.", "T/S flex 20."]),
        ("T9 prominent on L. L3 level.", ["T9 prominent on L.", "L3 level."]),
        ("Tender at L4-5. Gait normal.", ["Tender at L4-5.", "Gait normal."]),
        ("Walks 20 min. Sits 5 min.", ["Walks 20 min.", "Sits 5 min."]),
        ("Takes vitamin D. No falls.", ["Takes vitamin D.", "No falls."]),
        ("Neck pain.Denies falls.", ["Neck pain.", "Denies falls."]),
        ("1. LBP 2. Neck pain 3. Strain", ["1. LBP", "2. Neck pain", "3. Strain"]),
        ("Problems: 1. LBP 2. Neck pain", ["Problems: 1. LBP", "2. Neck pain"]),
        ("1. LBP, chronic\n2. Neck pain\n", ["1. LBP, chronic", "2. Neck pain"]),
        ("Pain is 7. Sleeps well.", ["Pain is 7.", "Sleeps well."]),
        ("SLR negative\nGait normal\n", ["SLR negative", "Gait normal"]),
        ("- LBP\n- sciatica, left\n", ["- LBP", "- sciatica, left"]),
        ("Neuro: intact\nGait: normal\n", ["Neuro: intact", "Gait: normal"]),
        ("* * *\nLBP\n=====\n", ["LBP"]),
    ],
)
def test_a_note_breaks_at_marks_lines_and_items(text: str, parts: list[str]) -> None:
    """Sentences end at full stops, at ends of lines and before items of a list."""
    assert sentences(text) == parts


def test_a_row_of_a_table_is_one_sentence() -> None:
    """A point before the end of a cell ends nothing, and a row does not go on in the next line."""
    rows = ["Ribs   | poor excursion. | ribs 5-7 inhalation and a longer cell", "Sacrum | springs poorly. | -"]
    assert sentences("\n".join(rows), "note") == rows


def test_lines_of_a_writer_without_capitals_stand_for_themselves() -> None:
    """Where paragraphs begin with small letters, a small letter does not show that a line goes on."""
    lines = ["neck pain for two weeks, worse when driving to work", "sleeps well", "", "c5 tender", "", "plan heat"]
    assert sentences("\n".join(lines)) == [line for line in lines if line]


def test_a_short_note_that_begins_with_a_small_letter() -> None:
    """Who begins with a small letter begins every line with one: the next is no part of a sentence that denies."""
    text = "neck pain since the drive on saturday, no fall\nc5 stuck to the left, tender there\ntx adjusted c5"
    assert sentences(text) == text.split("\n")


def test_wrapped_prose_goes_on_in_the_next_line() -> None:
    """Lines broken because the next word did not fit are one sentence."""
    text = (
        "The patient is a farmer who has had low back pain for the\n"
        "last three weeks after lifting a calf. It is better with\n"
        "Tylenol and worse with long drives in the tractor, and on\n"
        "Sundays he rests.\n"
    )
    assert sentences(text) == [
        "The patient is a farmer who has had low back pain for the\nlast three weeks after lifting a calf.",
        "It is better with\nTylenol and worse with long drives in the tractor, and on\nSundays he rests.",
    ]


def test_a_full_line_goes_on_around_a_colon() -> None:
    """Small letters behind a full line are no label; below a line that is not full, or with a capital, they are one."""
    wrapped = [
        "She sat in the car for six hours. Thought about, but it is not found",
        "to be present: an abscess, a fracture. The film of the neck says",
        "C4-5: normal, and of the joint below it no more than this, at C5-6:",
        "mild bulge. Rest for two days, and back to work on Monday, half days",
        "Plan: ice.",
    ]
    assert sentences("\n".join(wrapped)) == [
        "She sat in the car for six hours.",
        "Thought about, but it is not found\nto be present: an abscess, a fracture.",
        "The film of the neck says",
        "C4-5: normal, and of the joint below it no more than this, at C5-6:\nmild bulge.",
        "Rest for two days, and back to work on Monday, half days",
        "ice.",
    ]


def test_nobody_wraps_lines_who_lets_one_run_on() -> None:
    """Where a line is longer than any width, a small letter below a line begins something else."""
    long = "The patient hauled mulch all day, " * 6
    lists = "Found subluxation T6, L5 and the left ilium\nold one at the occiput has cleared"
    assert sentences(f"{long}.\n\n{lists}\n")[-2:] == lists.split("\n")
    assert sentences(f"He rests.\n\n{lists}\n")[-1] == lists


def test_few_long_lines_are_not_wrapped_prose() -> None:
    """A width shows only where several lines come close to it."""
    assert wrap_width(((0, 60), (61, 119), (120, 130))) is None
    assert wrap_width(((0, 60), (61, 119), (120, 175), (176, 190))) == 60


def test_speech_goes_on_over_line_breaks_but_not_over_turns() -> None:
    """Within a turn only marks and blank lines end a sentence."""
    text = "DR: Lie down and\nturn over . okay .\nPT: Ow\n\nthere\nDR: Where ?\n"
    assert sentences(text, "transcript") == ["Lie down and\nturn over .", "okay .", "Ow", "there", "Where ?"]


def test_a_list_in_speech_breaks_before_its_items() -> None:
    """An item starts a sentence, even where lines go on."""
    text = "DR: Three things\n- rest\n- ice, and\n(c) walk\nPT: Yes\nDR: Okay?"
    assert sentences(text, "transcript") == ["Three things", "- rest", "- ice, and", "(c) walk", "Yes", "Okay?"]


@pytest.mark.parametrize("head", ["1.", "2)", "-", "#3", ""])
def test_a_question_mark_may_lead_an_item(head: str) -> None:
    """A question mark that stands first doubts what follows; one behind words or a number asks."""
    item = f"{head} ? L5 radiculopathy".strip()
    assert sentences(f"Plan below\n\n{item}") == ["Plan below", item]
    assert sentences("Worse? Yes.\n\n5? Maybe six.") == ["Worse?", "Yes.", "5?", "Maybe six."]


def test_a_question_inside_quotes_goes_on() -> None:
    """A quoted question does not end the sentence around it."""
    assert sentences('She asked "is it bad?" and left.') == ['She asked "is it bad?" and left.']


def test_a_sentence_stays_in_its_section() -> None:
    """A heading ends a sentence, with or without a mark."""
    assert sentences("S: sore neck\nPMH: asthma FH: none") == ["sore neck", "asthma FH: none"]


def test_spoken_marks_end_sentences() -> None:
    """A spoken period ends a sentence, a spoken comma does not; a break is part of none."""
    text = "gait normal comma no limp period last menstrual period in may period new paragraph knee fine period"
    assert sentences(text, "transcript") == [
        "gait normal comma no limp period",
        "last menstrual period in may period",
        "knee fine period",
    ]


def test_a_period_of_time_ends_nothing() -> None:
    """A period of weeks, or one after an article, is no mark."""
    text = "pain comma over a period of weeks comma no rest period then better period"
    assert sentences(text, "transcript") == [
        "pain comma over a period of weeks comma no rest period then better period"
    ]


def test_items_indented_alike_stand_for_themselves() -> None:
    """Lines that are indented alike are items, though the next one starts with a small letter."""
    text = "EXAM\n  the left paraspinals are ropy from T4 down to T8\n  ribs move well\n"
    assert [text[slice(*span)] for span in parse(text, "note").sentences] == [
        "the left paraspinals are ropy from T4 down to T8",
        "ribs move well",
    ]


def test_a_list_counted_aloud_is_parted() -> None:
    """Each item that a speaker counts is a sentence; the number of a vertebra or of weeks counts none."""
    text = (
        "gait normal period no limp comma no pain period assessment one sprain of the neck two strain at c three "
        "three myalgia period plan ice for two weeks period"
    )
    assert sentences(text, "transcript")[2:] == [
        "assessment one sprain of the neck",
        "two strain at c three",
        "three myalgia period",
        "plan ice for two weeks period",
    ]


def test_periods_alone_are_spoken_marks() -> None:
    """Where nothing is written, several spoken periods end sentences though no comma is said."""
    text = "neck sore period back fine period hips level period gait steady period"
    assert sentences(text, "transcript") == [
        "neck sore period",
        "back fine period",
        "hips level period",
        "gait steady period",
    ]


def test_a_list_of_regions_by_letters_ends_with_its_last_letter() -> None:
    """An `L.` behind other regions is the lumbar spine and no side of what follows."""
    text = "SD in C, T and L. Ribs are clear."
    assert [text[start:end] for start, end in parse(text, "note").sentences] == ["SD in C, T and L.", "Ribs are clear."]


@pytest.mark.parametrize(
    "parts",
    [
        ["slr neg.", "no clonus."],
        ["reflexes 2+ bilat.", "sensation intact."],
        ["list to r.", "spasm l l3-5."],
        ["hoffmann + r and l.", "gait stiff."],
        ["AJ 3+ BILAT.", "CLONUS L 4 BEATS."],
        ["BILAT. PARASPINALS TENDER.", "SLR NEG.", "NO CLONUS."],
        ["denies b/b sx.", "sleeps 6 hrs.", "walks 10 min."],
        ["not tender there, no.", "push up."],
    ],
)
def test_sentences_of_a_writer_in_one_case(parts: list[str]) -> None:
    """An abbreviation that stands last in what it belongs to ends it where no capital tells of a beginning."""
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    ["tender at the l. si joint", "rt. si joint stuck", "ext. and flex. full", "ant. drawer neg", "visit no. 3 today"],
)
def test_abbreviations_before_their_words_in_small_letters(sentence: str) -> None:
    """What stands before its noun ends nothing, and nor does any where the writer uses capitals."""
    assert sentences(sentence) == [sentence]
    assert sentences("Walks 10 min. at most.") == ["Walks 10 min. at most."]


@pytest.mark.parametrize("space", ["\u2028", "\x0b", "\x1c"])
def test_a_side_behind_any_line_end_begins_a_line(space: str) -> None:
    """A side with a point that stands first in its line, whatever ended the line above, leads to what follows."""
    assert sentences(f"{space}R. 0") == ["R. 0"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tender over the\nL4 facet.", ["Tender over the\nL4 facet."]),
        ("Strain of C5 and\nT2.", ["Strain of C5 and\nT2."]),
        ("Tender over\n- L4\n- L5", ["Tender over", "L4", "L5"]),
        ("Tender\nL4 facet.", ["Tender", "L4 facet."]),
    ],
)
def test_a_line_that_hangs_goes_on(text: str, parts: list[str]) -> None:
    """A line goes on where it ends with a preposition, an article or an `and`, but for an item below it."""
    assert [part.lstrip("- ") for part in sentences(text)] == parts


def test_bullets_without_a_space_part_full_lines() -> None:
    """A dash right before a word opens an item, however full the line above it is."""
    items = [f"-Somatic dysfunction of the {place} region" for place in ("thoracic", "lumbar", "sacral", "pelvic")]
    assert sentences("\n".join(items)) == items


def test_parts_of_a_spine_shortened_with_a_point() -> None:
    """The point of a shortened spine ends a sentence only where a capital follows."""
    assert sentences("SD of the T-sp. and sacrum. Spasm L-sp. No falls.") == [
        "SD of the T-sp. and sacrum.",
        "Spasm L-sp.",
        "No falls.",
    ]


@pytest.mark.parametrize("blank", ["\u2028", "\u2029", "\x0b", "\x0c", "\u00a0", "\x1f", "\u3000"])
def test_a_line_of_an_odd_blank(blank: str) -> None:
    """A line of nothing but white space of any sort goes on in none."""
    assert "".join(sentences(f"0\r{blank}\r0", "note")).replace(blank, "") == "00"


def test_regions_of_an_examination_in_one_line() -> None:
    """A semicolon parts them where the next region is set off; other semicolons part nothing."""
    assert sentences("Head - boggy; Neck - C2 tender; Lower ext - free") == [
        "Head - boggy",
        "Neck - C2 tender",
        "Lower ext - free",
    ]
    assert sentences("Neck boggy; lumbar tender") == ["Neck boggy; lumbar tender"]


def test_a_side_behind_an_abbreviation() -> None:
    """A letter of a side goes on behind an abbreviation as a level does."""
    assert sentences("Rib dysf. R 4 and som. dysf. T4. Ice.") == ["Rib dysf. R 4 and som. dysf. T4.", "Ice."]
