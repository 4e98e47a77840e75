"""Specification of the treatments that a text tells of, and of the visits that a plan sets."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.care import treatments
from scribe.extraction.lexicon.care.treated_regions import may_handle
from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Subjective: Had physical therapy last year.", ["physical_therapy prior"]),
        ("Subjective: Failed physical therapy and acupuncture.", ["physical_therapy prior", "acupuncture prior"]),
        ("Past surgical history: lumbar surgery 2019.", ["surgery prior lumbar"]),
        ("Subjective: Prior epidural injection did not help.", ["injection prior"]),
        ("Subjective: Takes ibuprofen.", ["medication prior"]),
        ("Plan: OMT to lumbar and sacral regions today.", ["manipulation today lumbar sacral"]),
        ("Procedure: HVLA to cervical and thoracic spine, tolerated well.", ["manipulation today cervical thoracic"]),
        ("Procedure: Muscle energy to the sacrum, myofascial release to L5.", ["manipulation today sacral lumbar"]),
        ("Plan: Continue physical therapy.", ["physical_therapy planned"]),
        ("Plan: Epidural steroid injection next week.", ["injection planned"]),
        ("Plan: Home exercise program.", ["exercise planned"]),
        ("Plan: Massage weekly.", ["massage planned"]),
        ("Plan: OMT next week.", ["manipulation planned"]),
        ("Plan: Refer to PT.", ["physical_therapy planned"]),
        ("Plan: If no better, consider surgery.", []),
        ("Subjective: Denies prior surgery.", []),
        ("Subjective: Her sister had spine surgery.", []),
        ("Imaging: MRI after the injection.", []),
    ],
)
def test_care_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """Care was given before, is given today or is planned; what is denied, conditional or another's is none."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: I'm going to adjust your neck now.", "Patient: Okay."], ["manipulation today cervical"]),
        (["Doctor: Let's start physical therapy.", "Patient: Okay."], ["physical_therapy planned"]),
        (["Doctor: So?", "Patient: I had a cortisone shot last year."], ["injection prior"]),
    ],
)
def test_care_in_talk(read: Read, turns: list[str], lines: list[str]) -> None:
    """The clinician tells what is done and planned, the patient what was."""
    assert read("\n".join(turns), "care", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: Muscle energy to L4. Articulation of the left ankle.", ["manipulation today lumbar lower_extremity"]),
        ("Plan: Clamshells at home for the right hip.", ["exercise planned"]),
        ("Plan: Heat 10 min in office.", ["other today"]),
        ("History: L4-5 fusion 2018.", ["surgery prior lumbar"]),
        ("History: Appendix surgery as a child.", []),
        ("Plan: Surgery consult.", []),
        ("OSTEOPATHIC OMT CLINIC VISIT\n\nPlan: Ice at home.", ["other planned"]),
        ("Plan: She failed physical therapy.", ["physical_therapy prior"]),
    ],
)
def test_care_belongs_to_a_time_and_sometimes_to_a_place(read: Read, text: str, lines: list[str]) -> None:
    """The techniques of a visit are one treatment; a drug has no region; a title treats nobody."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: Good. Keep doing the bird dogs twice a day.", "Patient: Sure."], ["exercise planned"]),
        (["Doctor: Ice it tonight.", "Patient: Okay."], ["other planned"]),
        (["Doctor: Last time we adjusted your neck.", "Patient: Right."], ["manipulation prior cervical"]),
    ],
)
def test_what_the_clinician_tells_the_patient_to_do(read: Read, turns: list[str], lines: list[str]) -> None:
    """An order is a plan; what was done at another visit is past."""
    assert read("\n".join(turns), "care", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: PT hip strengthening", ["physical_therapy planned", "exercise planned"]),
        ("Plan: PT: core", ["physical_therapy planned"]),
        ("Plan: Pt agrees", []),
        ("Plan: PT REPORTS NO PAIN", []),
    ],
)
def test_physical_therapy_or_the_patient(read: Read, text: str, lines: list[str]) -> None:
    """PT is a therapy where it does not do what patients do."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: Have you taken anything?", "Patient: Naproxen."], ["medication prior"]),
        (["Doctor: Physio you have had?", "Patient: Six weeks."], ["physical_therapy prior"]),
        (["Doctor: I'd offer a fusion at L4-5, maybe in May.", "Patient: Oh."], ["surgery planned lumbar"]),
        (["Doctor: An injection, transforaminal, at L5-S1.", "Patient: Oh."], ["injection planned lumbar"]),
        (["Doctor: I'll adjust L3 and leave the sacrum alone.", "Patient: Okay."], ["manipulation today lumbar"]),
        (["Doctor: We'll adjust you twice a week.", "Patient: Okay."], ["manipulation planned"]),
    ],
)
def test_when_care_is_given_in_talk(read: Read, turns: list[str], lines: list[str]) -> None:
    """What was asked for is past, what is offered is to come, and what is left alone is not treated."""
    assert read("\n".join(turns), "care", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: Lumbar and sacral somatic dysfunction.\nPlan: OMT to the above areas.",
         ["manipulation today lumbar sacral"]),
        ("Procedure: HVLA L3, leg pull for the right upslip.", ["manipulation today lumbar pelvic"]),
        ("Assessment: Cervical and thoracic somatic dysfunction.\nPlan: OMT x2 regions.",
         ["manipulation today cervical thoracic"]),
        ("Treatment: OA decompression.", ["manipulation today head"]),
        ("History: Slipped on black ice.", []),
        ("Exam: thigh thrust positive on the right.", []),
        ("History: He came with me to the gym.", []),
        ("Exam: Taut bands in the left trapezius.", []),
        ("Assessment: Cervical myofascial pain.", []),
        ("Physical Medicine and Rehabilitation consult\nHistory: Neck pain.", []),
        ("She returns six weeks after her epidural injection.", ["injection prior"]),
        ("Plan: Doorway stretch bid, tolerated well here.", ["exercise planned"]),
    ],
)  # fmt: skip
def test_what_is_treated(read: Read, text: str, lines: list[str]) -> None:
    """A treatment may point back to the lesions or name one; the thrust of a test and a pronoun treat nothing."""
    assert read(text, "care") == lines


def test_a_day_is_set(read: Read) -> None:
    """What the clinician sets for a day to come is planned."""
    text = "Doctor: We'll do the epidural at L5 on Thursday.\nPatient: Okay."
    assert read(text, "care", "transcript") == ["injection planned lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I'll mobilize T5 now, just hands on.", ["manipulation today thoracic"]),
        ("Flexion distraction at L5, and knee to chest exercises.", [
            "manipulation today lumbar", "exercise planned",
        ]),
        ("L3 with the instrument, right now.", ["manipulation today lumbar"]),
    ],
)  # fmt: skip
def test_what_treats_is_not_treated(read: Read, text: str, lines: list[str]) -> None:
    """Hands that treat and the parts that name an exercise are no regions of a treatment."""
    assert read(f"Doctor: {text}\nPatient: Okay.", "care", "transcript") == lines


def test_what_a_patient_is_after(read: Callable[..., list[str]]) -> None:
    """An operation behind `s/p` is past in a plan as well; one that is only feared is none, and a test no exercise."""
    assert read("Assessment: 6 wk s/p right L5-S1 discectomy.", "care") == ["surgery prior lumbar"]
    assert read("PT: Do I need to have it fused?\nDR: Maybe not.", "care", "transcript") == []
    assert read("Exam: Femoral stretch positive on the left.", "care") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: Lumbar facet arthropathy s/p RFA.", ["injection prior lumbar"]),
        ("Assessment: Hx of lumbar laminectomy.", ["surgery prior lumbar"]),
        ("3 wks s/p L5-S1 interlaminar ESI.", ["injection prior lumbar"]),
        ("f/u LESI", ["injection prior"]),
        ("Plan: status post fusion, will start PT.", ["surgery prior", "physical_therapy planned"]),
    ],
)
def test_what_is_over_before_it_is_named(read: Read, text: str, lines: list[str]) -> None:
    """Care behind the patient is prior wherever it is named, also in an assessment or plan."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    "text", ["47 yo presents for OMT.", "S/p valve repair, requesting OMT for chest wall pain.", "She is here for OMT."]
)
def test_why_somebody_comes_is_no_care(read: Read, text: str) -> None:
    """The treatment that a patient comes for was not given before."""
    assert read(f"S: {text}", "care") == []


def test_a_place_that_will_not_be_treated(read: Read) -> None:
    """What a clinician won't adjust is left alone."""
    text = "Doctor: I'll adjust T6 today, and I won't adjust L5."
    assert read(text, "care", "transcript") == ["manipulation today thoracic"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("We'll fix the neck next visit.", []),
        ("I'll refer you for an L5 epidural.", ["injection planned lumbar"]),
        ("The prior auth for the L5 injection is in.", ["injection planned lumbar"]),
        ("My nurse will go over the stretches with you.", ["exercise planned"]),
        ("Come back Friday and I'll adjust it again.", ["manipulation planned lumbar"]),
        ("Stop the naproxen.", ["medication prior"]),
    ],
)
def test_what_a_clinician_announces(read: Read, said: str, lines: list[str]) -> None:
    """What is announced after the assessment is done now, unless it is arranged, stopped or set for another day."""
    assert read(f"Doctor: So, somatic dysfunction at L5. {said}\nPatient: Okay.", "care", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: OMT held today.", []),
        ("Plan: OMT to the lumbar spine offered, she wishes to think about it.", []),
        ("Plan: HVLA to L5, held the sacrum.", ["manipulation today lumbar"]),
        ("History: Had an epidural in March, and she has not seen a chiropractor.", ["injection prior"]),
    ],
)
def test_what_is_not_given(read: Read, text: str, lines: list[str]) -> None:
    """What is held is not given, and whom nobody has seen gave nothing."""
    assert [line.replace(" sacral", "") for line in read(text, "care")] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'd like to see you Monday for an adjustment of the neck.", ["manipulation planned"]),
        ("You couldn't lift that foot before the operation.", ["surgery prior"]),
        ("You were weak in May, so I'd recommend a laminectomy.", ["surgery planned"]),
        ("I would not do a laminectomy.", []),
    ],
)
def test_when_a_clinician_has_it_in_mind(read: Read, said: str, lines: list[str]) -> None:
    """A day to come and advice are plans; what was before an operation lies behind it."""
    assert [" ".join(line.split()[:2]) for line in read(f"DR: {said}", "care", "transcript")] == lines


def test_a_treatment_that_went_on(read: Read) -> None:
    """What somebody was doing over a season is past."""
    text = "Doctor: The left SI we were adjusting in the spring is fine.\nPatient: Good."
    assert [line.split()[:2] for line in read(text, "care", "transcript")] == [["manipulation", "prior"]]


@pytest.mark.parametrize(
    ("plan", "lines"),
    [
        ("2x/wk x 4 wks, then re-examine.", ["manipulation planned"]),
        ("Return 1 x wk x 6.", ["manipulation planned"]),
        ("F/u weekly for a month.", ["manipulation planned"]),
        ("Every other week.", ["manipulation planned"]),
        ("The other week was fine.", []),
        ("Three visits per week for two weeks; walk daily.", ["exercise planned", "manipulation planned"]),
        ("Gym 3x/wk.", []),
        ("Physical therapy twice a week.", ["physical_therapy planned"]),
        ("Labs weekly.", []),
    ],
)
def test_visits_of_somebody_treated_by_hand(read: Read, plan: str, lines: list[str]) -> None:
    """Who is treated by hand today is to come again as often as the plan says; other things are done often too."""
    assert read(f"Procedure: HVLA to L4.\nPlan: {plan}", "care") == ["manipulation today lumbar", *lines]


def test_visits_of_others(read: Read) -> None:
    """Where nobody treats by hand, visits are no manipulation."""
    assert read("Plan: Return weekly for a month.", "care") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: Right rib 6 somatic dysfunction. Adjusted supine.", ["manipulation today rib_cage"]),
        ("Assessment: C4 and T2 somatic dysfunction. Adjusted supine.", ["manipulation today"]),
        ("Plan: L4-5 epidural next week. He prefers the injection.", ["injection planned lumbar"]),
    ],
)
def test_places_that_are_understood(read: Read, text: str, lines: list[str]) -> None:
    """A treatment of the only dysfunction is given there; a repeat without place is no further injection."""
    assert read(text, "care") == lines


def test_what_names_no_place_to_handle_is_not_treated(
    labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing would be read as treated in a statement without a place and a word of treating it."""
    refused = [
        scene for view in labelled for scene in scenes(view) if scene.statement.start not in may_handle(scene.view)
    ]
    monkeypatch.setattr(treatments, "may_handle", lambda view: {one.start for one in view.statements})
    assert refused
    assert [scene.words() for scene in refused if [*treatments.read_handled(scene)]] == []
