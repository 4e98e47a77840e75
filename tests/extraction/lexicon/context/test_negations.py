"""Specification of negations: what a word of denial denies, and what it leaves standing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "I was unable to elicit tingling.",
        "Traction failed to provoke tingling.",
        "He has yet to notice any tingling.",
        "She does not endorse tingling.",
        "Tingling is not in evidence.",
        "Tingling has not developed since.",
        "Tingling isn't one of his complaints.",
        "Tingling is not part of the picture.",
        "Tingling never occurred.",
        "Tingling was undetected.",
        "Of tingling there was no trace.",
        "As for tingling, there is none.",
        "The feet are clear of tingling.",
        "There is no hint of tingling.",
        "She is not complaining of tingling.",
        "Tingling, so feared at first, was not found.",
        "Tingling, not really.",
        "Tingling, not at all.",
        "Tingling - not that I noticed.",
    ],
)
def test_verbs_and_nouns_of_finding_are_denied(read: Read, text: str) -> None:
    """A finding that is not met, felt, reported or among the complaints is absent, whatever the order of the words."""
    assert read(text, "neuro") == ["sensory_deficit absent"]


@pytest.mark.parametrize(
    "text",
    [
        "Hardly a morning passes without tingling.",
        "He cannot drive without tingling.",
        "She is rarely free of tingling.",
        "Nothing eases the tingling.",
        "No cream has touched the tingling.",
        "He could not bear the tingling.",
        "She cannot remember when the tingling began.",
        "No cause was found for the tingling.",
        "No treatment so far for tingling.",
        "Could no longer hide the tingling.",
        "The tingling is not going away.",
        "Change in the tingling: none.",
    ],
)
def test_what_is_taken_for_granted_is_not_denied(read: Read, text: str) -> None:
    """A negation of something else, or of a lack, leaves a finding as it is."""
    assert read(text, "neuro") == ["sensory_deficit"]


@pytest.mark.parametrize(
    "text",
    [
        "Assessment: Does not exclude L4 radiculopathy.",
        "Assessment: Unable to rule out L4 radiculopathy.",
        "Assessment: Too early to exclude L4 radiculopathy.",
        "Assessment: I have not excluded L4 radiculopathy.",
        "Assessment: L4 radiculopathy is not impossible.",
        "Assessment: L4 radiculopathy is not off the table.",
        "Assessment: L4 radiculopathy has yet to be excluded.",
    ],
)
def test_what_is_not_excluded_is_possible(read: Read, text: str) -> None:
    """A denial of an exclusion leaves a doubt."""
    assert read(text, "diagnoses") == ["radiculopathy lumbar possible"]


@pytest.mark.parametrize(
    "text",
    [
        "Assessment: The EMG rules L4 radiculopathy out.",
        "Assessment: The EMG has excluded L4 radiculopathy.",
        "Assessment: All this argues against L4 radiculopathy.",
        "Assessment: Inconsistent with L4 radiculopathy.",
        "Assessment: L4 radiculopathy, once feared, has been excluded.",
        "Assessment: Facet pain as opposed to L4 radiculopathy.",
    ],
)
def test_what_is_excluded_is_absent(read: Read, text: str) -> None:
    """An exclusion denies what it excludes, before it, behind it and inside of it."""
    assert "radiculopathy lumbar absent" in read(text, "diagnoses")


@pytest.mark.parametrize(
    "text",
    [
        "Denies weakness save for tingling of the thumb.",
        "No weakness, bar some tingling.",
        "Denies weakness, admits to tingling.",
        "Denies weakness with one exception: tingling.",
        "Denies weakness, the chief complaint is tingling.",
        "Denies weakness, has tingling daily.",
        "Denies weakness; tingling since Monday.",
        "Negative for weakness, positive for tingling.",
        "Weakness denied, tingling daily.",
        "(-) weakness (+) tingling",
    ],
)
def test_where_a_denial_ends(read: Read, text: str) -> None:
    """A denial ends with an exception, with a verb that affirms, and with what holds since a day."""
    assert read(text, "neuro") == ["motor_deficit absent", "sensory_deficit"]


@pytest.mark.parametrize(
    "text",
    [
        "I am not entirely convinced that this is sciatica.",
        "I am not altogether sure this is sciatica.",
        "I cannot promise that it is not sciatica.",
        "Sciatica cannot be confidently excluded.",
        "One cannot dismiss sciatica.",
        "It would be premature to rule out sciatica.",
        "Sciatica is hard to exclude.",
        "Nobody has ruled out sciatica.",
    ],
)
def test_a_denied_certainty_is_a_doubt(read: Read, text: str) -> None:
    """Who is not sure, cannot promise or does not exclude leaves it possible."""
    assert read(f"Assessment: {text}", "diagnoses") == ["sciatica possible"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("This does not represent sciatica.", ["sciatica absent"]),
        ("The working diagnosis of sciatica has been abandoned.", ["sciatica absent"]),
        ("Sciatica was our first thought; it has been dropped.", ["sciatica absent"]),
        ("I no longer think this is sciatica.", ["sciatica absent"]),
        ("No sciatica.", []),
    ],
)
def test_a_diagnosis_is_rejected_outside_the_assessment(read: Read, text: str, lines: list[str]) -> None:
    """Who judges that it is not a disease says so of a diagnosis; a bare `no` only reviews what was asked."""
    assert read(text, "diagnoses") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("He does not report any numbness", ["sensory_deficit absent"]),
        ("She didn't report any leg weakness", ["motor_deficit absent"]),
        ("Asked to report any numbness", ["sensory_deficit hypothetical"]),
        ("If it does not settle, or she gets any weakness, she is to return", ["motor_deficit hypothetical"]),
    ],
)
def test_what_is_reported_and_what_would_be(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """Who does not report denies; a condition that opens a sentence holds for all of it."""
    assert read(f"History: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("There is nothing in there that says pinched nerve in the neck.", ["radiculopathy cervical absent"]),
        ("The study has nothing on it pointing to a radiculopathy.", ["radiculopathy absent"]),
    ],
)
def test_nothing_that_speaks_for_it(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """Who finds nothing that speaks for a diagnosis denies it."""
    assert read(f"Patient: What is it?\nDoctor: Well. {text}", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No change in gait", ["gait absent"]),
        ("No change in bladder function", ["bowel_bladder absent"]),
        ("No change in numbness", ["sensory_deficit"]),
    ],
)
def test_what_has_not_changed(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """A function that has not changed is well, and a complaint is still there."""
    assert read(f"History: {text}.", "neuro") == lines


@pytest.mark.parametrize("stuck", ["isn't moving", "won't sidebend", "doesn't rotate"])
def test_a_joint_that_does_not_move_may_be_tender(read: Read, stuck: str) -> None:
    """The denial of motion ends with the motion."""
    assert "tenderness thoracic right" in read(f"DR: T7 {stuck}, tender on the right.", "tart", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Not a trace of tingling.", ["sensory_deficit absent"]),
        ("I failed to turn up any tingling.", ["sensory_deficit absent"]),
        ("Tingling: zilch.", ["sensory_deficit absent"]),
        ("He has no problems peeing.", ["bowel_bladder absent"]),
        ("No numbness or, you know, bladder trouble.", ["sensory_deficit absent", "bowel_bladder absent"]),
        ("Denies bladder trouble and has numbness in both feet.",
         ["bowel_bladder absent", "sensory_deficit bilateral"]),
        ("No control of his bladder.", ["bowel_bladder"]),
        ("No perianal sensation.", ["saddle_anesthesia"]),
        ("Not a night goes by that my hand doesn't go numb.", ["sensory_deficit"]),
        ("The weakness has not yet recovered.", ["motor_deficit"]),
    ],
)  # fmt: skip
def test_what_a_denial_reaches(read: Read, text: str, lines: list[str]) -> None:
    """A denial runs through its list, ends with what is affirmed, and belongs to the name of what is lost."""
    assert sorted(read(text, "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Without contrast, radiculopathy cannot be excluded.", "possible"),
        ("I am not prepared to dismiss radiculopathy.", "possible"),
        ("Radiculopathy, but I'm not certain.", "possible"),
        ("Radiculopathy felt to be excluded by the EMG.", "absent"),
        ("We suspected radiculopathy, but the EMG did not bear it out.", "absent"),
        ("I do not dispute the radiculopathy.", ""),
        ("No clinical sign of radiculopathy.", "absent"),
    ],
)
def test_what_remains_of_a_doubt(read: Read, text: str, line: str) -> None:
    """What lacks a means is open, what is held to be settled is settled, and who does not dispute agrees."""
    assert read(f"Assessment: {text}", "diagnoses") == [f"radiculopathy {line}".strip()]


@pytest.mark.parametrize(
    "text",
    ["I'm not calling that a somatic dysfunction of L5.", "I wouldn't call it a somatic dysfunction of L5."],
)
def test_a_name_is_refused(read: Read, text: str) -> None:
    """Who does not call something by a name has not found it."""
    assert read(f"DR: {text}", "lesions", "transcript") == ["somatic_dysfunction lumbar L5 absent"]


def test_an_old_disease_dates_no_other(read: Read) -> None:
    """What is old has come to something new."""
    assert read("Assessment: Old disc herniation with a radiculopathy.", "diagnoses") == [
        "disc_herniation historical",
        "radiculopathy",
    ]


def test_a_denial_ends_with_its_clause(read: Callable[..., list[str]]) -> None:
    """What stands behind a colon is there, and only what was said before it does not happen."""
    said = "Doctor: The left side moves, the sacrum does not: left on left torsion."
    assert read(said, "lesions", "transcript") == ["somatic_dysfunction sacral left"]


def test_a_means_that_is_missing(read: Callable[..., list[str]]) -> None:
    """Who lacks contrast doubts what it would show, and does not deny it."""
    assert read("MRI: no contrast, epidural fibrosis not excluded.", "imaging") == ["mri fibrosis possible"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("I haven't found a dysfunction at T3.", "somatic_dysfunction thoracic T3 absent"),
        ("I have not felt a dysfunction at T3.", "somatic_dysfunction thoracic T3 absent"),
        ("We've not found any dysfunction at T3.", "somatic_dysfunction thoracic T3 absent"),
        ("I won't use the word dysfunction for T3.", "somatic_dysfunction thoracic T3 absent"),
        ("I'm not hanging the label dysfunction on T3.", "somatic_dysfunction thoracic T3 absent"),
        ("A dysfunction at T3 has not been found.", "somatic_dysfunction thoracic T3 absent"),
        ("I haven't slept, and there's a dysfunction at T3.", "somatic_dysfunction thoracic T3"),
    ],
)
def test_names_and_findings_refused(read: Read, said: str, line: str) -> None:
    """What was not found, and a name that is refused, are denied; the denial may stand before or behind them."""
    assert read(f"Doctor: {said}\nPatient: I see.", "lesions", "transcript") == [line]
