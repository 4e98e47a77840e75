"""Specification of words of care that speak of something else."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [
        "It's numb from the belt down.",
        "Could I try some physical therapy?",
        "Do I need a brace?",
        "My chiropractor says it's the pelvis.",
        "My sister had hers fused.",
        "I saw the rehab doctor.",
        "My physio friend reckons it's torn.",
        "I've quit the evening walks.",
    ],
)
def test_what_the_patient_only_speaks_of(read: Read, said: str) -> None:
    """A question, an opinion, a height and another's operation are no care."""
    assert read(f"DR: Tell me.\nPT: {said}\nDR: Let's see.", "care", "transcript") == []


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("Any therapy, any injections?", "No.", []),
        ("Did the injection help?", "No.", ["injection prior"]),
        ("Would you try a TENS unit?", "Sure.", ["other planned"]),
        ("Would you try a TENS unit?", "No.", []),
        ("You went through therapy?", "Six weeks of it.", ["physical_therapy prior"]),
    ],
)
def test_what_the_clinician_asks(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """What is denied was not given, and what is accepted is planned."""
    assert read(f"DR: {asked}\nPT: {answer}\nDR: Okay.", "care", "transcript") == lines


@pytest.mark.parametrize(
    ("plan", "lines"),
    [
        ("Manipulation is contraindicated.", []),
        ("Surgery only if the leg weakens.", []),
        ("Avoid NSAIDs.", []),
        ("MET to the left innominate today.", ["manipulation today pelvic"]),
        ("5th MET base splint.", []),
        ("Hormone therapy per PCP.", []),
        ("Arthroplasty colleague to see her.", []),
        ("Continue the bridges from therapy.", ["exercise planned"]),
    ],
)
def test_what_a_plan_does_not_mean(read: Read, plan: str, lines: list[str]) -> None:
    """What is ruled out, conditional, or no care of a spine is none."""
    assert [line for line in read(f"Plan: {plan}", "care") if line != "other planned"] == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("And keep on with the bridges from last time.", ["exercise planned"]),
        ("I'll tape the ankle.", ["other today lower_extremity"]),
        ("I treated all three with muscle energy.", ["manipulation today lumbar"]),
        ("Muscle energy to the pelvis, let your knee go, and you do the last one.", ["manipulation today pelvic"]),
        ("The bridges, ten a side, twice a day.", ["exercise planned"]),
        ("Some release here, and pelvic floor therapy weekly.", ["physical_therapy planned"]),
    ],
)
def test_when_and_where_it_is_given(read: Read, said: str, lines: list[str]) -> None:
    """What is kept up is planned, what is put on is given today, where the clinician treats."""
    text = f"DR: So, somatic dysfunction of L4. {said}\nPT: Okay."
    assert read(text, "care", "transcript") == lines


@pytest.mark.parametrize("said", ["I couldn't do a push-up today.", "It hurts at the back of the belt on the left."])
def test_exercise_and_trousers(read: Read, said: str) -> None:
    """A push-up is no thrust, and the belt of trousers is worn by everybody."""
    assert read(f"PT: {said}", "care", "transcript") == []


@pytest.mark.parametrize(
    "said",
    [
        "had: pt x12, chiro never",
        "finished 6 wk pt; no better",
        "tried: pt 10 wks",
        "prior treatment: pt (2024 and 2025)",
        "keep doing the pt exercises",
        "treatment so far: pt x6, heat",
    ],
)
def test_therapy_in_small_letters(read: Read, said: str) -> None:
    """What is counted, tried or finished is therapy, whatever letters it has."""
    assert any("physical_therapy" in line for line in read(f"hx: back pain\n{said}\n", "care"))


@pytest.mark.parametrize(
    "said",
    [
        "pt c/o back pain x 3 wks",
        "options discussed with pt",
        "45 yo pt. pt doing well x 3 wks",
        "told pt to return in 6 wks",
        "put pt on naproxen",
        "reassured pt; 2 weeks of rest",
    ],
)
def test_a_patient_in_small_letters(read: Read, said: str) -> None:
    """Who is told, doing well or put on a drug is the patient."""
    assert not any("physical_therapy" in line for line in read(f"hx: back pain\n{said}\n", "care"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Established pt, 41 F, baker.", []),
        ('Told elsewhere that she "should be fused".', []),
        ("Plan: [x] home stretches (page 2)   [ ] orthotic", ["exercise planned"]),
    ],
)
def test_what_a_note_does_not_mean(read: Read, text: str, lines: list[str]) -> None:
    """A kind of patient, what others advised and an unticked box are no care."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("I'd like you in the belt whenever you're up.", ["other planned"]),
        ("Keep walking, like you do, okay?", ["exercise planned"]),
        ("Another injection, I don't think it's worth your while.", []),
        ("I'd do a microdiscectomy, you go home the same day.", ["surgery planned"]),
        ("Neck and sacrum, that's where I'm going to work.", ["manipulation today cervical sacral"]),
        (
            "Muscle energy for the pelvis, counterstrain on those lumbar muscles.",
            ["manipulation today pelvic lumbar"],
        ),
    ],
)
def test_what_a_clinician_means(read: Read, told: str, lines: list[str]) -> None:
    """What is worn, kept up or done where the places are named is care; what is not worth it is none."""
    talk = f"Doctor: What I've got is somatic dysfunction at C4.\nPatient: Okay.\nDoctor: {told}"
    assert read(talk, "care", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("S: HER BOSS SENT ME TO HER. MET HIM IN MAY. GOALS MET.\nP: RETURN IN A WEEK.", []),
        ("s: told me to rest. goals met.\np: return in a week.", []),
        ("S: NECK SORE.\nP: MET TO C5.", ["manipulation today cervical"]),
        ("S: NECK SORE.\nP: HVLA T4 WITH ME TO C5.", ["manipulation today thoracic cervical"]),
        ("S: Neck sore.\nP: used gentle MET to C5.", ["manipulation today cervical"]),
    ],
)
def test_letters_that_are_a_word_where_all_is_in_capitals(read: Read, text: str, lines: list[str]) -> None:
    """Behind another word they are that word, unless it tells what was used."""
    assert read(text, "care") == lines
