"""Specification of the regions that care is given to, also where no technique is named in full."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "regions"),
    [
        ("C3 and T4 get adjusted, the foot I leave.", "cervical thoracic"),
        ("Muscle energy to the pelvis, you hold the knees.", "pelvic"),
        ("I'm adjusting T4 and the right A C today.", "thoracic upper_extremity"),
    ],
)
def test_places_without_a_technique(read: Read, said: str, regions: str) -> None:
    """What a clinician is about to do joints is done to each of a list; a limb that is held is not treated."""
    talk = f"DR: You've got a somatic dysfunction of C4.\nPT: Okay.\nDR: {said}"
    assert read(talk, "care", "transcript") == [f"manipulation today {regions}"]


@pytest.mark.parametrize("said", [
    "C6 I'm not doing today.", "I did not check the neck today.", "I'm gonna get you to press down on both knees.",
    "Next week I'll do L5.", "Let's work up that hip.",
])  # fmt: skip
def test_places_that_are_not_treated(read: Read, said: str) -> None:
    """What is not done, done another day, or only looked into is no treatment."""
    assert read(f"DR: You've got a somatic dysfunction of C4.\nPT: Okay.\nDR: {said}", "care", "transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: T9 SD.\nME T9, R rib 9.", ["manipulation today thoracic rib_cage"]),
        ("Assessment: L2 SD.\nOMT: ME to L2. Tolerated.", ["manipulation today lumbar"]),
        ("S: He told me L4 hurts.", []),
        ("S: CALL ME FIRST.", []),
    ],
)
def test_two_capitals_and_a_place(read: Read, text: str, lines: list[str]) -> None:
    """Two capitals are a technique where a place stands right behind them."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("said", "regions"),
    [
        ("So traction on the neck again, ten minutes, and then I'll adjust the upper back.", "thoracic"),
        ("We'll do the drop piece for the SI, squeeze my fist with your knees for the pubes.", "sacral pelvic"),
        ("Today we adjust T2 only, nothing forceful in the neck.", "thoracic"),
        ("I'll adjust the neck and the left knee today.", "cervical lower_extremity"),
    ],
)
def test_places_of_other_care(read: Read, said: str, regions: str) -> None:
    """A place that other care is given to, that works along or that gets nothing is not manipulated."""
    talk = f"DR: You've got a somatic dysfunction of C4.\nPT: Okay.\nDR: {said}"
    assert [line for line in read(talk, "care", "transcript") if "manipulation" in line] == [
        f"manipulation today {regions}"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "We'll clear those two.",
        "Those two I'll treat, gently.",
        "I'm going to adjust both of those today, side posture.",
        "I'll get all two of them now.",
    ],
)
def test_what_was_named_is_treated(read: Read, said: str) -> None:
    """Who counts the joints that were named treats each of them."""
    talk = f"DR: You've got a subluxation complex at C2 and one at T5.\nPT: Okay.\nDR: {said}"
    assert read(talk, "care", "transcript") == ["manipulation today cervical thoracic"]


def test_soft_tissue_to_muscles_is_one_technique_of_several(read: Read) -> None:
    """The region of the muscles is treated with the others; the `P` of a thrust is no pelvis."""
    text = "Treatment today: muscle energy to the ribs, soft tissue to the cervical paraspinals, T5 prone P-A thrust."
    assert read(text, "care") == ["manipulation today rib_cage cervical thoracic"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Plan: Ice to the knee in the evening.", "other planned lower_extremity"),
        ("Had eight visits of therapy for the neck.", "physical_therapy prior cervical"),
        ("Tx: adjusted C5. Kinesiotape R ankle.", "other today lower_extremity"),
        ("Plan: band work for the shoulder daily.", "exercise planned upper_extremity"),
        ("Plan: pelvic floor PT.", "physical_therapy planned"),
        ("Plan: SI belt.", "other planned"),
        ("Plan: calf raises daily.", "exercise planned"),
        ("Plan: PT for hip strength.", "physical_therapy planned"),
        ("Plan: heel lift L 5 mm.", "other planned"),
        ("Plan: naproxen for the neck.", "medication planned"),
    ],
)
def test_where_care_for_any_place_is_put(read: Read, text: str, line: str) -> None:
    """A region counts where it is named right behind care that may be for any, and not as a part of its name."""
    assert line in read(text, "care")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tx: CMT C/S and T/S today.", ["manipulation today cervical thoracic"]),
        ("Tx: CMT L/S today.", ["manipulation today lumbar"]),
        ("Tx: CMT C/T/L/S today.", ["manipulation today cervical thoracic lumbar sacral"]),
        ("Tx: CMT T5; L/S not adjusted.", ["manipulation today thoracic"]),
    ],
)
def test_short_names_of_the_spine(read: Read, text: str, lines: list[str]) -> None:
    """The S of a short name is no sacrum, and what was not treated is no region."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T8 is stuck. I'm going to adjust just that one.", ["manipulation today thoracic"]),
        ("L3 is stuck. I'll give that a thrust.", ["manipulation today lumbar"]),
        ("L3 is stuck. I'm going to adjust you now.", ["manipulation today"]),
        ("L3 is stuck. Put ice on it tonight.", ["other planned"]),
    ],
)
def test_hands_on_what_was_spoken_of(read: Read, said: str, lines: list[str]) -> None:
    """Hands treat the joint that a pronoun points back to; comfort has no place of its own."""
    assert read(f"Doctor: {said}", "care", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'd try an epidural first. L4-5, under the x-ray.", ["injection planned lumbar"]),
        ("I'd try an epidural first. That's at L4-5, where it's tight.", ["injection planned"]),
        ("I'd try an epidural first. The neck we leave.", ["injection planned"]),
    ],
)
def test_a_level_that_is_named_next(read: Read, said: str, lines: list[str]) -> None:
    """A level that opens what is said next is where an injection is given."""
    assert read(f"DR: It's the canal.\nPT: Okay.\nDR: {said}", "care", "transcript") == lines


def test_visits_to_a_therapist(read: Read) -> None:
    """What a therapist's note plans by the week is therapy."""
    text = "PHYSICAL THERAPY EVALUATION\nHip pain.\nTODAY: grade IV mobilization to the hip.\nPLAN: 2x/wk x 4 wks."
    assert read(text, "care") == ["manipulation today pelvic", "physical_therapy planned"]


@pytest.mark.parametrize(
    ("stated", "lines"),
    [
        ("canal stenosis at L4-5 from the thick ligament", ["surgery planned lumbar"]),
        ("foraminal stenosis at C5-6 from a spur", ["surgery planned cervical"]),
        ("canal stenosis at C5-6 from a spur, and canal stenosis at L4-5 from the ligament", ["surgery planned"]),
        ("somatic dysfunction at L4", ["surgery planned"]),
    ],
)
def test_where_an_operation_is_planned(read: Read, stated: str, lines: list[str]) -> None:
    """An operation that talk plans without a place is done where the one narrowing is."""
    talk = f"DR: So what you have is {stated}.\nPT: What now?\nDR: I'd do a decompression, you go home the same day."
    assert read(talk, "care", "transcript") == lines
