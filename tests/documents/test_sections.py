"""Specification of sections."""

import pytest

from scribe.documents import parse

Named = list[tuple[str, str]]


def sections(text: str) -> Named:
    """Name and words of each section of a note."""
    return [(section.name, text[slice(*section.span)]) for section in parse(text, "note").sections]


STYLES: dict[str, tuple[str, Named]] = {
    "letters": (
        "S: LBP\nO: L5 TTP\nA: Strain\nP: Rest\n",
        [("subjective", "LBP"), ("objective", "L5 TTP"), ("assessment", "Strain"), ("plan", "Rest")],
    ),
    "letters in one line, where a pulse is no plan": (
        "S: LBP. O: L5 TTP. P: 72. A: Strain. P: Rest.",
        [("subjective", "LBP."), ("objective", "L5 TTP. P: 72."), ("assessment", "Strain."), ("plan", "Rest.")],
    ),
    "letters in one line without stops, behind a date": (
        "3/2/26 S: LBP O: L5 TTP A: Strain P: Rest",
        [
            ("preamble", "3/2/26"),
            ("subjective", "LBP"),
            ("objective", "L5 TTP"),
            ("assessment", "Strain"),
            ("plan", "Rest"),
        ],
    ),
    "letters before a dash in one line": (
        "S - LBP O - L5 TTP A - Strain",
        [("subjective", "LBP"), ("objective", "L5 TTP"), ("assessment", "Strain")],
    ),
    "letters in one line that go on as no note does": (
        "S: LBP. Vitals P: 72 S: 120 A: 3",
        [("subjective", "LBP. Vitals P: 72 S: 120 A: 3")],
    ),
    "the history of a family in one line": (
        "PMH: HTN FAMILY HISTORY: mother had spinal stenosis EXAM: L5 TTP DX: strain",
        [
            ("past_history", "HTN"),
            ("family_history", "mother had spinal stenosis"),
            ("exam", "L5 TTP"),
            ("assessment", "strain"),
        ],
    ),
    "short words in one line": (
        "CC: LBP HPI: 3 d, no injury PMH: none EXAM: L5 TTP DX: strain PLAN: rest",
        [
            ("subjective", "LBP"),
            ("history", "3 d, no injury"),
            ("past_history", "none"),
            ("exam", "L5 TTP"),
            ("assessment", "strain"),
            ("plan", "rest"),
        ],
    ),
    "short words": (
        "SUBJ: LBP\nOBJ: TTP\nASSMT: Strain\nPLAN: Rest\n",
        [("subjective", "LBP"), ("objective", "TTP"), ("assessment", "Strain"), ("plan", "Rest")],
    ),
    "letters before a dash": (
        "S- neck ache\nO- C4 tender\nA- strain\nP- heat\n",
        [("subjective", "neck ache"), ("objective", "C4 tender"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "letters before a gap": (
        "S  neck ache\n   worse at night\nO  C4 tender\nA  strain\nP  heat\n",
        [
            ("subjective", "neck ache\n   worse at night"),
            ("objective", "C4 tender"),
            ("assessment", "strain"),
            ("plan", "heat"),
        ],
    ),
    "letters alone, in bold and behind bullets": (
        "**S**\nneck ache\n- O\nC4 tender\n**A**\nstrain\n- P\nheat\n",
        [("subjective", "neck ache"), ("objective", "C4 tender"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "small letters with several marks": (
        "hx - neck ache\n\no- C4 tender\n\na\nstrain\n\np\nheat\n",
        [("history", "neck ache"), ("objective", "C4 tender"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "small words alone on their lines": (
        "exam\nC4 tender.\nassessment\nStrain of the neck muscles and the\nplan\n\nplan\nHeat",
        [("exam", "C4 tender."), ("assessment", "Strain of the neck muscles and the\nplan"), ("plan", "Heat")],
    ),
    "one line": (
        "Subjective: LBP Objective: L5 TTP Assessment: strain Plan: rest",
        [("subjective", "LBP"), ("objective", "L5 TTP"), ("assessment", "strain"), ("plan", "rest")],
    ),
    "letters in brackets": (
        "(S) neck ache\n(O) C4 tender\n(A) strain\n(P) heat\n",
        [("subjective", "neck ache"), ("objective", "C4 tender"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "letters without a mark": (
        "S neck ache\nO C4 tender\nA strain\nP heat\n",
        [("subjective", "neck ache"), ("objective", "C4 tender"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "small letters that go on as a note does": (
        "s: neck ache\no: C4 tender\na: strain\n",
        [("subjective", "neck ache"), ("objective", "C4 tender"), ("assessment", "strain")],
    ),
    "letters that number a list": ("DX\nA. strain\nB. spondylosis\n", [("assessment", "A. strain\nB. spondylosis")]),
    "words before a gap": (
        "hx   fell on ice\npx   C4 tender\ndx   strain\ntx   heat\n",
        [("history", "fell on ice"), ("exam", "C4 tender"), ("assessment", "strain"), ("procedure", "heat")],
    ),
    "words before leaders": (
        "EXAM\nNeck ..... stiff\nDIAGNOSIS .... strain\nPLAN ..... heat\n",
        [("exam", "Neck ..... stiff"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "words in brackets": (
        "[EXAM] C4 tender\n[IMPRESSION]\n1) strain\n",
        [("exam", "C4 tender"), ("assessment", "1) strain")],
    ),
    "words before other marks": (
        "o/e: C4 tender\nimp/\nstrain\nplan- heat\n",
        [("exam", "C4 tender"), ("assessment", "strain"), ("plan", "heat")],
    ),
    "words before a point": (
        "Exam. C4 tender.\nIMPRESSION. Strain. PLAN. Heat.\n",
        [("exam", "C4 tender."), ("assessment", "Strain."), ("plan", "Heat.")],
    ),
    "marks on both sides": (
        "---- EXAM ----\nC4 tender\n<< PLAN >>\nheat\n",
        [("exam", "C4 tender"), ("plan", "heat")],
    ),
    "bullets before the main parts": (
        "- Exam: C4 tender\n- Plan: heat\n- Imaging: none\n",
        [("exam", "C4 tender"), ("plan", "heat\n- Imaging: none")],
    ),
    "small letters are no headings": ("a: LBP\np: 72\n", [("preamble", "a: LBP\np: 72")]),
    "words before the first heading": (
        "Clinic visit\n\nHPI: LBP\n",
        [("preamble", "Clinic visit"), ("history", "LBP")],
    ),
    "capitals alone on a line": (
        "HISTORY OF PRESENT ILLNESS\n\nNeck pain.\n\nPHYSICAL EXAM\n\nC5 tender.\n",
        [("history", "Neck pain."), ("exam", "C5 tender.")],
    ),
    "capitals before the words": (
        "ASSESSMENT low back pain\nPLAN continue home program\n",
        [("assessment", "low back pain"), ("plan", "continue home program")],
    ),
    "a word alone on its line": (
        "Exam\nL5 tender.\nImp\n- strain\n",
        [("exam", "L5 tender."), ("assessment", "- strain")],
    ),
    "Markdown": (
        "## Assessment\nStrain.\n\n**Plan**\nRest.\n\n**Billing:** 97110\n",
        [("assessment", "Strain."), ("plan", "Rest."), ("codes", "97110")],
    ),
    "other words before a heading": (
        "PREOPERATIVE DIAGNOSIS:\nStenosis\nLumbar exam: tender\n",
        [("assessment", "Stenosis"), ("exam", "tender")],
    ),
    "a date is no exam": (
        "Date of exam: 1/2/2026\nHPI: LBP\n",
        [("preamble", "Date of exam: 1/2/2026"), ("history", "LBP")],
    ),
    "regions are no headings": (
        "OSE\n Head: OA restricted\n C: C3 FRS L\n Sacrum: level\nA: SD\n",
        [("structural_exam", "Head: OA restricted\n C: C3 FRS L\n Sacrum: level"), ("assessment", "SD")],
    ),
    "a heading inside a line": (
        "PMH: asthma. FH: sister w/ lupus.\n",
        [("past_history", "asthma."), ("family_history", "sister w/ lupus.")],
    ),
    "a heading after a heading": (
        "O: Vitals: BP 120/80\nGen: NAD\nA: LBP\n",
        [("vitals", "BP 120/80"), ("objective", "Gen: NAD"), ("assessment", "LBP")],
    ),
    "an aside ends with its paragraph": (
        "Diagnosis\n- Sprain\n\nBilling sheet: 99204\n\nNo manipulation today.\n",
        [("assessment", "- Sprain"), ("codes", "99204"), ("assessment", "No manipulation today.")],
    ),
    "an imaging report": (
        "HPI: LBP.\n\nX-ray lumbar 1/2: wedge L1.\n\nExam: tender.\n",
        [("history", "LBP."), ("imaging", "wedge L1."), ("exam", "tender.")],
    ),
    "the impression of a report is the radiologist's": (
        "MRI LUMBAR SPINE\nFINDINGS: bulge L4-5.\nIMPRESSION: Bulge.\n\nASSESSMENT: Strain.\n",
        [("imaging", "FINDINGS: bulge L4-5."), ("imaging", "Bulge."), ("assessment", "Strain.")],
    ),
    "the impression of a report, right below its study or beside it": (
        "CT LUMBAR SPINE\nIMPRESSION: Spur.\n\nMRI neck: Impression: Bulge.\n\nASSESSMENT: Strain.\n",
        [("imaging", "Spur."), ("imaging", "Bulge."), ("assessment", "Strain.")],
    ),
    "an impression below the words of a study": (
        "MRI neck: bulge C5-6.\nImpression: Strain.\n",
        [("imaging", "bulge C5-6."), ("assessment", "Strain.")],
    ),
    "parts of a report that name their study": (
        "HPI: LBP.\nFindings (MRI lumbar):\nL4-5: bulge.\nMRI lumbar impression: Bulge.\nExam: tender.\n",
        [("history", "LBP."), ("imaging", "L4-5: bulge."), ("imaging", "Bulge."), ("exam", "tender.")],
    ),
    "headings of one's own that name a study": (
        "Findings: tender.\nImpression (MRI reviewed): Strain.\n",
        [("objective", "tender."), ("assessment", "Strain.")],
    ),
    "a study in the words of a plan": (
        "Plan: sent for the report of the films. Ice: daily.\n",
        [("plan", "sent for the report of the films. Ice: daily.")],
    ),
    "return precautions": (
        "PLAN: Rest. Return precautions given: numb saddle.\n",
        [("plan", "Rest."), ("return_precautions", "numb saddle.")],
    ),
    "the date of a treatment": (
        "Date of Treatment: 3/2/26\nNeck sore. Plan: Rest.\n",
        [("preamble", "Date of Treatment: 3/2/26\nNeck sore."), ("plan", "Rest.")],
    ),
    "capitals that go on behind a heading": (
        "FOLLOW-UP OF MARCH 30\nNECK SORE.\nDIAGNOSES AS OF TODAY\nSTRAIN.\n",
        [("preamble", "FOLLOW-UP OF MARCH 30\nNECK SORE."), ("assessment", "AS OF TODAY\nSTRAIN.")],
    ),
    "codes under a heading of their own words": (
        "Plan: Rest\nDx codes for approval: M99.03\n",
        [("plan", "Rest"), ("codes", "M99.03")],
    ),
    "codes without a heading, and the parent after them": (
        "A: LBP\n98926  M99.03 x1\nStable.\n",
        [("assessment", "LBP"), ("codes", "98926  M99.03 x1"), ("assessment", "Stable.")],
    ),
    "a code before words is an assessment": (
        "A:\nM54.2 Neck pain\n",
        [("assessment", "M54.2 Neck pain")],
    ),
    "carriage returns": (
        "S: LBP\r\nA: Strain\r\n",
        [("subjective", "LBP"), ("assessment", "Strain")],
    ),
}


@pytest.mark.parametrize(("text", "named"), STYLES.values(), ids=STYLES.keys())
def test_each_style_of_note_has_its_sections(text: str, named: Named) -> None:
    """Sections have canonical names and hold their words without the heading."""
    assert sections(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            (
                "dictation for Ms Roe period new paragraph subjective colon back pain comma no fall period "
                "new paragraph assessment colon strain period codes M99.03 period"
            ),
            [
                ("preamble", "dictation for Ms Roe period new paragraph"),
                ("subjective", "back pain comma no fall period new paragraph"),
                ("assessment", "strain period"),
                ("codes", "M99.03 period"),
            ],
        ),
        (
            "He denies numbness. Impression. One, sprain. Plan, rest.",
            [("preamble", "He denies numbness."), ("assessment", "One, sprain."), ("plan", "rest.")],
        ),
    ],
)
def test_dictated_headings_open_sections(text: str, named: Named) -> None:
    """A heading is said: before a spoken colon, a pause or a code."""
    document = parse(text, "transcript")
    assert [(section.name, text[slice(*section.span)]) for section in document.sections] == named


@pytest.mark.parametrize("head", ["Region | tissue | asym | ROM | tender", "Level    T   A   R   T"])
def test_the_head_of_a_table_of_examination_opens_a_section(head: str) -> None:
    """Where columns of an examination are named, what was told before has ended."""
    table = f"{head}\nLumbar | boggy | - | - | L4"
    assert sections(f"ROS: no fever\n\n{table}\nAssessment: strain") == [
        ("review_of_systems", "no fever"),
        ("structural_exam", table),
        ("assessment", "strain"),
    ]


def test_graded_lines_end_a_history() -> None:
    """A list of P.A.R.T. is an examination wherever it stands."""
    part = "P: tender L4\nA: L4 body left\nR: L4-5 fixed\nT: left QL tight"
    found = sections(f"CC: low back pain\n{part}\nDx: strain")
    assert found[1:] == [("structural_exam", part), ("assessment", "strain")]


def test_a_region_that_was_felt_ends_a_history() -> None:
    """Words of what hands find open the examination; a complaint named by its region does not."""
    assert sections("CC: groin sore\nPelvis: R PSIS high, symphysis tender\nHip: scour neg") == [
        ("subjective", "groin sore"),
        ("structural_exam", "Pelvis: R PSIS high, symphysis tender\nHip: scour neg"),
    ]
    assert sections("CC: two areas\nNeck: aches when reading\nPelvis: sore in the mornings") == [
        ("subjective", "two areas\nNeck: aches when reading\nPelvis: sore in the mornings")
    ]


def test_graded_lines_may_be_wrapped() -> None:
    """The words of a letter go on in the next line."""
    text = "O: seen today\nP: L4 tender\nand sore\nA: L4 rotated\nR: L4 stiff\nT: L4 taut"
    assert sections(text) == [("objective", text.removeprefix("O: "))]


@pytest.mark.parametrize(
    "part",
    [
        "P: C2 R, C5 L TTP\nA: R head tilt\nR: C2 fixated\nT: hypertonic R UT",
        "P - C2 R, C5 L TTP\n   A - R head tilt\n   R - C2 fixated\n   T - hypertonic R UT",
        "T: boggy C2\nA: C2 rotated R\nR: C2 fixated\nT: C2 tender",
    ],
)
@pytest.mark.parametrize("mark", [":", ")"])
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_graded_lines_end_where_the_parts_of_the_note_go_on(part: str, mark: str, gap: str) -> None:
    """A letter that the list has already is the assessment or plan; the list may begin behind its heading."""
    assert sections(f"S{mark} neck stiff\nO{mark}{gap}{part}\nA{mark} neck strain\nP{mark} adjusted C2") == [
        ("subjective", "neck stiff"),
        ("objective", part),
        ("assessment", "neck strain"),
        ("plan", "adjusted C2"),
    ]


def test_a_letter_below_a_level_is_a_region() -> None:
    """Behind rows of vertebrae an `S:` is the sacrum and a `P:` the pelvis."""
    rows = "L5: FRS left\nS: torsion L/L\nP: short leg left"
    assert sections(f"O: segments\n{rows}") == [("objective", f"segments\n{rows}")]


@pytest.mark.parametrize(
    "rows",
    [
        "C: C4 TTP L\nT: ropy L T3-5\nL: L5 prominent R\nS: ILA posterior R\nP: R ASIS inferior",
        "H: OA tight\nC: C4 TTP\nS: ILA posterior R\nP: R ASIS inferior\nR: rib 5 tender",
        "T: T5 ropy\nL: L5 stiff\nP: R ASIS inferior",
    ],
)
def test_a_letter_below_letters_of_the_spine_is_a_region(rows: str) -> None:
    """Behind rows for parts of the spine an `S:` is the sacrum and a `P:` the pelvis."""
    assert sections(f"O: segments\n{rows}") == [("objective", f"segments\n{rows}")]


def test_a_temperature_heads_no_regions() -> None:
    """One letter above an `S:` is no row of the spine."""
    assert [name for name, _ in sections("T: 98.6\nS: neck pain\nO: C4 tender\nA: C4 SD\nP: OMT")][1:] == [
        "subjective",
        "objective",
        "assessment",
        "plan",
    ]


def test_a_title_is_no_plan() -> None:
    """What opens a note is no plan, unless a colon marks it."""
    assert sections("FOLLOW UP - SPINE CLINIC\nBack pain.") == [("preamble", "FOLLOW UP - SPINE CLINIC\nBack pain.")]
    assert sections("FOLLOW UP: two weeks") == [("plan", "two weeks")]


def test_an_empty_note_has_no_section() -> None:
    """Where nothing stands there is no section."""
    assert sections(" \n ") == []


def test_a_spoken_paragraph_opens_with_its_name() -> None:
    """After a spoken break the name of a part of the note is a heading, unless a verb follows it."""
    text = (
        "neck pain comma worse at night period new paragraph objective neck tight period new paragraph "
        "assessment one neck sprain period new paragraph plan is to wait period"
    )
    assert [section.name for section in parse(text, "transcript").sections] == ["preamble", "objective", "assessment"]


def test_the_next_dated_entry_ends_a_plan() -> None:
    """In a chart of entries below one another no assessment or plan lasts into the entry of the next day."""
    first = "02/03/2026 - New here after a fall on the ice, sore ever since then. Exam: T6 tender. Plan: see on Friday."
    second = "02/06/2026 - Better. Denies numbness or weakness, sleeps through the night and walks the dog again."
    assert [name for name, _ in sections(f"{first}\n\n{second}\n")] == ["preamble", "exam", "plan", "preamble"]


def test_a_report_of_findings_concludes() -> None:
    """What a chiropractor analyses is the examination, and what is explained to the patient the assessment."""
    text = "Complaint: stiff\n\nAnalysis\n - C1: tender\n\nFindings explained to patient:\n   Subluxation of C1.\n"
    assert sections(text) == [
        ("subjective", "stiff"),
        ("exam", "- C1: tender"),
        ("assessment", "Subluxation of C1."),
    ]


def test_the_diagnosis_of_a_procedure_note_is_the_assessment() -> None:
    """A note of a procedure names its diagnosis before and after it."""
    text = "PRE-PROCEDURE DX: L5-S1 foraminal stenosis\nPOST-PROCEDURE DX: Same\nPROCEDURE: injection"
    assert sections(text) == [
        ("assessment", "L5-S1 foraminal stenosis"),
        ("assessment", "Same"),
        ("procedure", "injection"),
    ]


def test_letters_of_regions_below_a_letter_that_fills_its_line() -> None:
    """An `A` between `S` and `P` opens the assessment, in which `S:` and `P:` are regions of a list."""
    text = (
        "S  back ache\n\nO  tender L5\n\nA\nsomatic dysfunction\n L: L5 FRS R\n S: R unilateral flexion\n"
        " P: R pubic shear\n\nP  muscle energy\n"
    )
    names = [section.name for section in parse(text, "note").sections]
    assert names == ["subjective", "objective", "assessment", "plan"]


@pytest.mark.parametrize(("line", "section"), [("Physical Exam", "exam"), ("Lumbar Spine Exam", "exam")])
def test_a_heading_whose_words_all_have_capitals(line: str, section: str) -> None:
    """It stands alone on its line; one word with a small letter makes it a statement."""
    assert sections(f"ROS: no fever\n{line}\nC4 tender") == [("review_of_systems", "no fever"), (section, "C4 tender")]
    small = line.replace("Exam", "exam deferred")
    assert len(sections(f"ROS: no fever\n{small}\nC4 tender")) == 1
