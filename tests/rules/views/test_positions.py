"""Positional diagnoses of sacrum and innominate: the words that state them, and whose landmarks count."""

from typing import get_args

import pytest

from scribe.documents import parse
from scribe.rules import Chart
from scribe.rules.landmark_tables import expected_landmarks, landmark_states, landmarks, positional_diagnoses
from scribe.rules.views.landmarks import OPPOSITE, stated_landmarks
from scribe.rules.views.positions import mismatches, stated_positions
from scribe.schema import Assertion, Encounter, Evidence, Extraction, Laterality, Lesion, Region, Tart
from scribe.terminology import code_set


def chart_of(text: str, quote: str, *, region: Region = "sacral", laterality: Laterality | None = None) -> Chart:
    """The chart of a text with one lesion, quoted."""
    at = text.index(quote)
    evidence = Evidence(quote=quote, span=(at, at + len(quote)), match="exact")
    lesion = Lesion(kind="somatic_dysfunction", region=region, laterality=laterality, evidence=(evidence,))
    return Chart(parse(text), Encounter(), Extraction(lesions=(lesion,)), (), (), code_set(None))


WORDS = {
    "L on L": "left-on-left sacral torsion",
    "right-on-right torsion": "right-on-right sacral torsion",
    "R on L backward torsion": "right-on-left sacral torsion",
    "left on right": "left-on-right sacral torsion",
    "LOL": "left-on-left sacral torsion",
    "sacrum RonL": "right-on-left sacral torsion",
    "forward torsion left on left axis": "left-on-left sacral torsion",
    "torsion, right rotation about the left oblique axis": "right-on-left sacral torsion",
    "right rotation around its right diagonal axis": "right-on-right sacral torsion",
    "right forward sacral torsion": "right-on-right sacral torsion",
    "forward torsion to the left": "left-on-left sacral torsion",
    "pain left on the left": "",
    "left sacral torsion": "",
    "right unilateral sacral flexion": "right unilateral sacral flexion",
    "sacrum unilaterally flexed on the left": "left unilateral sacral flexion",
    "left sacral extension": "left unilateral sacral extension",
    "sacral extension dysfunction on the right": "right unilateral sacral extension",
    "inferior sacral shear, right": "",
    "R inferior sacral shear": "right unilateral sacral flexion",
    "superior unilateral sacral shear on the left": "left unilateral sacral extension",
    "bilateral sacral flexion": "bilateral sacral flexion",
    "sacrum is extended bilaterally": "bilateral sacral extension",
    "left sacral extension restricted": "",
    "last visit left sacral extension": "",
    "unilateral sacral flexion left or right": "",
    "unilateral sacral flexion": "",
    "R anterior innominate": "right anterior innominate rotation",
    "anterior rotation of the left ilium": "left anterior innominate rotation",
    "left innominate is rotated forward": "left anterior innominate rotation",
    "right ilium AS": "right anterior innominate rotation",
    "AS ilium left": "left anterior innominate rotation",
    "left ilium as well": "",
    "PI ilium left": "left posterior innominate rotation",
    "L ilium (PI)": "left posterior innominate rotation",
    "right posterior ilium": "right posterior innominate rotation",
    "a left innominate that's rotated back": "left posterior innominate rotation",
    "right up-slip": "right innominate upslip",
    "left superior innominate shear": "left innominate upslip",
    "superior shear of the left innominate": "left innominate upslip",
    "right ilium inferiorly sheared": "right innominate downslip",
    "left innominate inferior shear": "left innominate downslip",
    "downslipped left": "left innominate downslip",
    "right innominate inflare": "right innominate inflare",
    "out-flared left ilium": "left innominate outflare",
    "superior pubic shear right": "right superior pubic shear",
    "left pubic bone shear is inferior": "left inferior pubic shear",
    "left pubic shear is inferior": "left inferior pubic shear",
    "left pubis superiorly sheared": "left superior pubic shear",
    "inferior shear of the right pubis": "right inferior pubic shear",
    "right anterior innominate and left upslip": "right anterior innominate rotation; left innominate upslip",
    "left upslip inflare": "left innominate upslip; left innominate inflare",
    "right anterior, left upslip": "left innominate upslip",
}


@pytest.mark.parametrize(("quote", "expected"), WORDS.items())
def test_words_of_a_positional_diagnosis(quote: str, expected: str) -> None:
    """The words of a lesion state its position and its side, or none."""
    assert "; ".join(it.words for it in stated_positions(chart_of(quote, quote))) == expected


def test_side_is_that_of_the_lesion_where_the_words_have_none() -> None:
    """A lesion on the right is an upslip on the right; one on both sides leaves open which."""
    assert [it.side for it in stated_positions(chart_of("An upslip", "upslip", laterality="right"))] == ["right"]
    assert [it.side for it in stated_positions(chart_of("An upslip", "upslip", laterality="bilateral"))] == []
    assert [it.side for it in stated_positions(chart_of("Left upslip", "Left upslip", laterality="right"))] == ["left"]


def test_sentence_is_read_where_the_quote_names_no_position() -> None:
    """The sentence of a quote says what the quote does not, and only then."""
    text = "Somatic dysfunction of the sacrum, left on left. Right on right before."
    assert [it.words for it in stated_positions(chart_of(text, "Somatic dysfunction"))] == [
        "left-on-left sacral torsion"
    ]
    text = "Left on left today, right unilateral sacral flexion in spring."
    assert [it.key for it in stated_positions(chart_of(text, "Left on left"))] == ["forward_torsion"]


def test_position_is_stated_where_and_by_whom_it_is_read() -> None:
    """A position knows its lesion, its bone and its place; other regions have none."""
    text = "Impression: left on left."
    (position,) = stated_positions(chart_of(text, "left on left"))
    assert (position.at, position.bone, text[slice(*position.span)]) == (
        "extraction.lesions[0]",
        "sacrum",
        "left on left",
    )
    assert stated_positions(chart_of(text, "left on left", region="lumbar")) == ()
    assert len(stated_positions(chart_of(text, "left on left", region="pelvic"))) == 1


UNCOUNTED = {
    "S: Left sulcus deep.\nA: L on L.": "what the patient brings",
    "O: Last visit the left sulcus was deep.\nA: L on L.": "another visit",
    "O: If the left sulcus is deep, treat.\nA: L on L.": "a condition",
    "O: Is the left sulcus deep?\nA: L on L.": "a question",
    "O: After OMT the sulci were level. Left sulcus deep.\nA: L on L.": "after treatment",
    "O: Spring negative. On recheck sulci level.\nA: L on L.": "once more",
    "A: L on L.\nPlan: treat the deep left sulcus.": "a plan",
    "Imaging: left ASIS high.\nA: L on L.": "a study",
    "Patient: my left sulcus is deep.\nDoctor: It is an L on L.\nPatient: ok.\nDoctor: yes.": "the patient's words",
    "Doctor: Look at that.\nMother: her left sulcus is deep.\nDoctor: L on L.\nMother: ok.": "somebody else's words",
    "Doctor: Left sulcus is deep. Sorry, right.\nPatient: ok.\nDoctor: L on L.\nPatient: ok.": "a correction",
    "Doctor: Left, I mean right sulcus.\nPatient: ok.\nDoctor: L on L.\nPatient: ok.": "a correction",
}


@pytest.mark.parametrize(("text", "why"), UNCOUNTED.items(), ids=UNCOUNTED.values())
def test_landmark_that_does_not_count(text: str, why: str) -> None:
    """A landmark of another time, person or mood is not stated by the examination."""
    assert [it for it in stated_landmarks(chart_of(text, "L on L")) if it.landmark != "spring"] == [], why


def test_findings_that_are_not_of_now_are_left_out() -> None:
    """A landmark whose finding the reader takes as past, possible, conditional or another person's is not stated."""
    text = "O: Left sulcus deep.\nA: L on L."
    chart = chart_of(text, "L on L")
    for assertion in get_args(Assertion):
        quote = Evidence(quote="Left sulcus deep", span=(3, 19), match="exact")
        finding = Tart(component="asymmetry", region="sacral", assertion=assertion, evidence=(quote,))
        extraction = chart.extraction.model_copy(update={"tart": (finding,)})
        stated = stated_landmarks(Chart(chart.document, chart.encounter, extraction, (), (), chart.codes))
        assert bool(stated) == (assertion in ("present", "absent"))


COUNTED = (
    "O: Left sulcus deep.\nA: L on L.",
    "HPI: here for recheck.\nO: Left sulcus deep.\nA: L on L.",
    "O: Here for a recheck of the sacrum. Spring positive. Left sulcus deep.\nA: L on L.",
    "O: Spring positive. Recheck in two weeks. Left sulcus deep.\nA: L on L.",
    "O: Spring positive. Here for recheck. Left sulcus deep.\nA: L on L.",
    "O: Spring positive. She came for a recheck. Left sulcus deep.\nA: L on L.",
    "O: Spring positive. Recheck visit. Left sulcus deep.\nA: L on L.",
    "O: Spring positive. Recheck next month. Left sulcus deep.\nA: L on L.",
    "O: Recheck of the sacrum. Left sulcus deep.\nA: L on L.",
    "O: Left sulcus deep.\nP: after OMT sulci level.\nA: L on L.",
    "Doctor: Right, sorry, left sulcus deep.\nPatient: ok.\nDoctor: L on L.\nPatient: ok.",
    "Doctor: Left sulcus deep.\nPatient: It hurts there, at the very bottom.\nDoctor: Sorry. So L on L.\nPatient: ok.",
)


@pytest.mark.parametrize("text", COUNTED)
def test_landmark_that_counts(text: str) -> None:
    """A landmark of this examination counts, and speaks against the torsion."""
    assert ("sulcus", "left", "deep") in [it[:3] for it in stated_landmarks(chart_of(text, "L on L"))]
    ((mismatch, quotes),) = mismatches(chart_of(text, "L on L"), "sacrum")
    assert ("sulcus", "left", "deep") in [it[:3] for it in mismatch.stated]
    assert [quote.quote for quote in quotes] == [text[slice(*(quote.span or (0, 0)))] for quote in quotes]
    assert next(iter(quotes)).quote == "L on L"


def test_tables_of_landmarks_fit_each_other() -> None:
    """Every diagnosis has landmarks, every landmark and state in them is known, and every state has an opposite."""
    states = {(landmark, state) for landmark, state, _ in landmark_states()} | {("l5", "rotated")}
    assert {it.key for it in positional_diagnoses()} == set(expected_landmarks())
    for expected in expected_landmarks().values():
        assert all((it.landmark, it.state) in states and it.landmark in landmarks() for it in expected)
        assert all(it.side in ("same", "other", "both", "") for it in expected)
    known = {state for _, state in states} - {"level", "rotated"}
    assert set(OPPOSITE) == known
    assert all(OPPOSITE[OPPOSITE[state]] == state for state in known)
