"""Landmarks: read from notes and speech, and held against every positional diagnosis of sacrum and innominate."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe import process
from scribe.rules.views.landmarks import read_landmarks

SACRAL = {
    "left-on-left torsion": ("right deep", "left posterior", "right", "negative"),
    "right-on-right torsion": ("left deep", "right posterior", "left", "negative"),
    "left-on-right torsion": ("right deep", "left posterior", "left", "positive"),
    "right-on-left torsion": ("left deep", "right posterior", "right", "positive"),
    "right unilateral sacral flexion": ("right deep", "right posterior", "right", "negative"),
    "left unilateral sacral flexion": ("left deep", "left posterior", "left", "negative"),
    "right unilateral sacral extension": ("right shallow", "right anterior", "right", "positive"),
    "left unilateral sacral extension": ("left shallow", "left anterior", "left", "positive"),
    "bilateral sacral flexion": ("bilateral deep", "bilateral posterior", None, "negative"),
    "bilateral sacral extension": ("bilateral shallow", "bilateral anterior", None, "positive"),
}
"""Each diagnosis: sulcus, inferior lateral angle, seated flexion test, spring test."""

INNOMINATE = {
    "anterior innominate": ("inferior", "superior"),
    "posterior innominate": ("superior", "inferior"),
    "innominate upslip": ("superior", "superior"),
    "innominate downslip": ("inferior", "inferior"),
    "innominate inflare": ("medial", "lateral"),
    "innominate outflare": ("lateral", "medial"),
}
"""Each diagnosis: anterior and posterior iliac spine on its side."""

OTHER_WAY = {
    "left": "right",
    "right": "left",
    "deep": "shallow",
    "posterior": "anterior",
    "positive": "negative",
    "superior": "inferior",
    "medial": "lateral",
}
OTHER_WAY |= {value: key for key, value in OTHER_WAY.items()}

FORMS = {
    "terse": (
        """O: Sacrum: {sulcus_side} sulcus {sulcus}, {ila_side} ILA {ila}, {seated}spring test {spring}.
A: {diagnosis}
P: OMT to sacrum.""",
        "seated flexion + {side}, ",
    ),
    "prose": (
        """EXAM: The sacral sulcus was {sulcus} on palpation, {sulcus_side}. The inferior lateral angle sits {ila}
{ila_side}. {seated}The lumbosacral spring test was {spring}.

ASSESSMENT: Somatic dysfunction of the sacrum, {diagnosis}.""",
        "The seated flexion test was positive on the {side}. ",
    ),
    "spoken": (
        """Doctor: okay so the {sulcus_side} sacral sulcus is {sulcus}, and the {ila_side} i l a is {ila}.
Patient: is that bad?
Doctor: no. {seated}the spring test is {spring}.
Doctor: so you have a {diagnosis}, that's somatic dysfunction of the sacrum.""",
        "your seated flexion test is positive on the {side}. ",
    ),
}


def flipped(value: str) -> str:
    """The other side of a landmark, or, where it has both, the other state."""
    first, *rest = value.split()
    return " ".join([OTHER_WAY[first], *rest] if first in OTHER_WAY else [first, *map(OTHER_WAY.__getitem__, rest)])


def sacral_note(form: str, diagnosis: str, landmarks: tuple[str, str, str | None, str]) -> str:
    """A document of a form with a sacral diagnosis and its four landmarks."""
    sulcus, ila, side, spring = landmarks
    text, seated = FORMS[form]
    sulcus_side, sulcus_state = sulcus.split()
    ila_side, ila_state = ila.split()
    return text.format(
        diagnosis=diagnosis,
        sulcus_side=sulcus_side,
        sulcus=sulcus_state,
        ila_side=ila_side,
        ila=ila_state,
        seated=seated.format(side=side) if side else "",
        spring=spring,
    )


def contradictions(text: str, rule: str) -> list[str]:
    """The messages of a rule on a text."""
    return [issue.message for issue in process(text).issues if issue.rule == rule]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("diagnosis", SACRAL)
def test_a_sacral_diagnosis_goes_with_its_own_landmarks(form: str, diagnosis: str) -> None:
    """Each of the ten diagnoses stands beside the landmarks by which it is made."""
    assert contradictions(sacral_note(form, diagnosis, SACRAL[diagnosis]), "EV10") == []


def wrong_landmarks() -> Iterator[tuple[str, str, int]]:
    """Every form, diagnosis and landmark that it has."""
    for form in FORMS:
        for diagnosis, landmarks in SACRAL.items():
            yield from ((form, diagnosis, i) for i, landmark in enumerate(landmarks) if landmark)


@pytest.mark.parametrize(("form", "diagnosis", "at"), [*wrong_landmarks()])
def test_one_landmark_the_other_way_round_contradicts_a_sacral_diagnosis(form: str, diagnosis: str, at: int) -> None:
    """Turning round any one landmark of a diagnosis is flagged, with that landmark quoted."""
    landmarks = list(SACRAL[diagnosis])
    landmarks[at] = flipped(landmarks[at] or "")
    text = sacral_note(form, diagnosis, (landmarks[0] or "", landmarks[1] or "", landmarks[2], landmarks[3] or ""))
    (issue,) = [issue for issue in process(text).issues if issue.rule == "EV10"]
    named = ("sulcus", "i l a", "seated flexion", "spring")[at]
    landmark = issue.evidence[1].quote.lower().replace("ila", "i l a").replace("inferior lateral angle", "i l a")
    assert len(issue.evidence) == 2
    assert named in landmark
    assert issue.evidence[0].quote in text
    assert text[slice(*(issue.evidence[1].span or (0, 0)))] == issue.evidence[1].quote


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("diagnosis", INNOMINATE)
def test_an_innominate_goes_with_its_own_landmarks_only(diagnosis: str, side: str) -> None:
    """Each diagnosis goes with its spines and its test, and with none of them turned round or on the other side."""
    asis, psis = INNOMINATE[diagnosis]
    other = OTHER_WAY[side]
    note = "O: Pelvis: {} ASIS {}, {} PSIS {}; standing flexion test positive {}.\nA: {} {}\nP: OMT."
    right = (side, asis, side, psis, side)
    assert contradictions(note.format(*right, side, diagnosis), "EV11") == []
    for wrong in (
        (side, OTHER_WAY[asis], side, psis, side),
        (side, asis, side, OTHER_WAY[psis], side),
        (other, asis, side, psis, side),
        (side, asis, other, psis, side),
        (side, asis, side, psis, other),
    ):
        assert len(contradictions(note.format(*wrong, side, diagnosis), "EV11")) == 1


SENTENCES = {
    "R sulcus deep, L ILA p/i, + seated flexion R, spring (-)": [
        "sulcus right deep: R sulcus deep",
        "ila left posterior: L ILA p/i",
        "ila left inferior: L ILA p/i",
        "seated_flexion right positive: + seated flexion R",
        "spring None negative: spring (-)",
    ],
    "A deep left sacral sulcus and a posterior right inferior lateral angle.": [
        "sulcus left deep: deep left sacral sulcus",
        "ila right posterior: posterior right inferior lateral angle",
    ],
    "right sulcus deep left ila posterior seated flexion positive right right asis high": [
        "sulcus right deep: right sulcus deep",
        "ila left posterior: left ila posterior",
        "seated_flexion right positive: seated flexion positive right",
        "asis right superior: right asis high",
    ],
    "The left I.L.A. is down and back": [
        "ila left inferior: left I.L.A. is down and back",
        "ila left posterior: left I.L.A. is down and back",
    ],
    "a posterior and inferior left ILA": [
        "ila left inferior: posterior and inferior left ILA",
        "ila left posterior: posterior and inferior left ILA",
    ],
    "Sulci: deep R, shallow L": [
        "sulcus right deep: Sulci: deep R",
        "sulcus left shallow: Sulci: deep R, shallow L",
    ],
    "sulci deep right shallow left": [
        "sulcus right deep: sulci deep right",
        "sulcus left shallow: sulci deep right shallow left",
    ],
    "ASIS and PSIS superior on the left": [
        "asis left superior: ASIS and PSIS superior on the left",
        "psis left superior: PSIS superior on the left",
    ],
    "left ASIS and left PSIS both low": [
        "asis left inferior: left ASIS and left PSIS both low",
        "psis left inferior: left PSIS both low",
    ],
    "right ASIS and left PSIS low": ["psis left inferior: left PSIS low"],
    "R ASIS tender and R PSIS high": ["psis right superior: R PSIS high"],
    "R ASIS and R ILA posterior": ["ila right posterior: R ILA posterior"],
    "R ASIS low and R PSIS high": ["asis right inferior: R ASIS low", "psis right superior: R PSIS high"],
    "R ASIS, R PSIS high": ["psis right superior: R PSIS high"],
    "so that is a positive seated flexion, right": ["seated_flexion right positive: positive seated flexion, right"],
    "Standing flexion test: (+) L": ["standing_flexion left positive: Standing flexion test: (+) L"],
    "seated flexion negative": ["seated_flexion both negative: seated flexion negative"],
    "standing flexion negative": ["standing_flexion both negative: standing flexion negative"],
    "seated flexion positive on both sides": [],
    "right PSIS, both low": ["psis right inferior: right PSIS, both low"],
    "seated flexion test was performed and positive left": [
        "seated_flexion left positive: seated flexion test was performed and positive left"
    ],
    "the sulci are even, ILAs symmetric": ["sulcus None level: sulci are even", "ila None level: ILAs symmetric"],
    "both sulci shallow": ["sulcus both shallow: both sulci shallow"],
    "sulcus deep": [],
    "right sulcus": [],
    "left base posterior, right relatively deep": [
        "sulcus left shallow: left base posterior",
        "sulcus right deep: left base posterior, right relatively deep",
    ],
    "base of support narrow left, deep": [],
    "the right sulcus is shallow compared to the deep left": ["sulcus right shallow: right sulcus is shallow"],
    "lower on the right than the left, the PSIS": [],
    "right PSIS lower than left": ["psis right inferior: right PSIS lower"],
    "no spring": ["spring None positive: no spring"],
    "it does not spring": ["spring None positive: not spring"],
    "no good spring": ["spring None positive: no good spring"],
    "spring test is not positive": [],
    "good spring": ["spring None negative: good spring"],
    "sulci even out in sphinx": ["spring None negative: even out in sphinx"],
    "rib spring stiff": [],
    "L4 spring stiff": [],
    "rib 5: spring stiff": [],
    "left SI joint springs freely": ["spring None negative: springs freely"],
    "sulcus not deep on the right": [],
    "right sulcus not tender, deep": ["sulcus right deep: right sulcus not tender, deep"],
    "R ASIS tender, L shoulder sore, low": [],
    "R ASIS tender, left one low": ["asis left inferior: R ASIS tender, left one low"],
    "right sulcus boggy, tender, and deep": ["sulcus right deep: right sulcus boggy, tender, and deep"],
    "right sulcus boggy, warm to touch at least and deep": [],
    "right sulcus tender and deep": ["sulcus right deep: right sulcus tender and deep"],
    "right sulcus one two three deep": ["sulcus right deep: right sulcus one two three deep"],
    "right sulcus uh two three four deep": [],
    "left hip low right ASIS": [],
    "left hip: right ASIS low": [],
    "left innominate: right ASIS low": ["asis right inferior: right ASIS low"],
    "I do not think the left sulcus is deep": [],
    "right ASIS and PSIS low": ["asis right inferior: right ASIS and PSIS low", "psis right inferior: PSIS low"],
    "sulcus deep l five is rotated right": [],
    "sulcus deep L5 right": [],
    "all right sulcus deep": [],
    "sulcus deep right here": [],
    "right ILA posterior but left anterior": [
        "ila right posterior: right ILA posterior",
        "ila left anterior: right ILA posterior but left anterior",
    ],
    "right sulcus deep - left tender": ["sulcus right deep: right sulcus deep"],
    "right sulcus deep and deep": ["sulcus right deep: right sulcus deep"],
    "right sulcus deep, shallow": ["sulcus right deep: right sulcus deep"],
    "right sulcus even deep": ["sulcus None level: right sulcus even"],
    "left leg pain all day long": [],
    "L short leg": ["leg left short: L short leg"],
    "Right ischial tuberosity and pubic tubercle superior.": [
        "tuberosity right superior: Right ischial tuberosity and pubic tubercle superior",
        "tubercle right superior: pubic tubercle superior",
    ],
    "R ASIS medial, PSIS lateral R": ["asis right medial: R ASIS medial", "psis right lateral: PSIS lateral R"],
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_landmarks_of_a_sentence(sentence: str, expected: list[str]) -> None:
    """A sentence states each landmark with its side and state, quoted from the first word of it to the last."""
    stated = read_landmarks(sentence, 0, len(sentence))
    assert [f"{it.landmark} {it.side} {it.state}: {sentence[slice(*it.span)]}" for it in stated] == expected


def test_only_the_stretch_asked_for_is_read() -> None:
    """What stands before or after the stretch is not read, and offsets are those of the text."""
    text = "Left sulcus deep. Right sulcus shallow. Left ILA low."
    (stated,) = read_landmarks(text, 18, 39)
    assert (stated.side, stated.state, text[slice(*stated.span)]) == ("right", "shallow", "Right sulcus shallow")


WORDS = [*" ".join(SENTENCES).split(), ",", ".", ":", "(", "+", "\n", "r\u0131ght", "p\u017fis", "\u0130LA"]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3)).map(" ".join))
def test_any_sentence_is_read(sentence: str) -> None:
    """No sentence raises, and whatever is stated is quoted from within it."""
    for stated in read_landmarks(sentence, 0, len(sentence)):
        assert 0 <= stated.span[0] < stated.span[1] <= len(sentence)
        assert stated.side in ("left", "right", "both", None)
