"""Specification of what a trainee presents and the one who teaches finds otherwise."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

PRESENTED = "Student: I found somatic dysfunction at T4 and a right rib 6 exhalation dysfunction."
T4 = "somatic_dysfunction thoracic T4"
RIB = "somatic_dysfunction rib_cage rib 6 right"


@pytest.mark.parametrize(
    "answer",
    [
        "Show me the rib. No. I don't feel that.",
        "The rib, no. T4, yes.",
        "That rib is moving. I agree on T4.",
        "The ribs? Nothing there.",
    ],
)
def test_what_the_teacher_does_not_find(read: Read, answer: str) -> None:
    """A part that the one who examines after the trainee denies is no lesion."""
    assert read(f"{PRESENTED}\nAttending: {answer}", "lesions", "transcript") == [T4]


@pytest.mark.parametrize(
    "answer",
    [
        "Good. I agree with both.",
        "The rib doesn't come up at all, right.",
        "Okay. And no numbness in the arm?",
        "No doubt about the rib.",
    ],
)
def test_what_the_teacher_leaves(read: Read, answer: str) -> None:
    """What is confirmed, or is not spoken of, stays."""
    assert read(f"{PRESENTED}\nAttending: {answer}", "lesions", "transcript") == [T4, RIB]


def test_the_other_side(read: Read) -> None:
    """The side of the one who teaches stands for that of the trainee."""
    text = "Student: I have a left anterior innominate.\nAttending: I get a right anterior innominate."
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction pelvic right"]


def test_a_colleague_is_no_trainee(read: Read) -> None:
    """Where nobody is in training, nobody is overruled."""
    text = "Doctor: There's a left SI dysfunction.\nNurse: The SI, no, I can't find the form."
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction sacral left"]


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("It gets worse in flexion, so yes.", ["somatic_dysfunction cervical C4 right"]),
        ("Agreed.", ["somatic_dysfunction cervical C4 right"]),
        ("Not quite.", []),
        ("Why do you say so?", []),
    ],
)
def test_a_trainee_who_asks(read: Read, answer: str, lines: list[str]) -> None:
    """An assessment put as a question counts where somebody else comes to a yes."""
    text = f"Resident: Somatic dysfunction cervical, C4, ERS right?\nAttending: {answer}"
    assert read(text, "lesions", "transcript") == lines


def test_what_is_only_likely_in_the_end(read: Read) -> None:
    """A trainee's lesion that the one who teaches calls probable is no more than that."""
    text = "Res: SI joint dysfunction.\nAttending: Write down a probable left SI joint dysfunction."
    assert read(text, "lesions", "transcript") == ["somatic_dysfunction sacral left possible"]


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("I felt the same, but I'd write segmental dysfunction at T2.", ["somatic_dysfunction thoracic T2"]),
        ("It's a segmental dysfunction of T2.", ["somatic_dysfunction thoracic T2"]),
        ("My diagnosis there is somatic dysfunction of T2.", ["somatic_dysfunction thoracic T2"]),
        ("Good. And I have segmental dysfunction at C5.",
         ["subluxation_complex thoracic T2", "somatic_dysfunction cervical C5"]),
    ],
)  # fmt: skip
def test_another_name_of_the_teacher(read: Read, answer: str, lines: list[str]) -> None:
    """The name that the one who teaches gives a joint takes the place of the trainee's."""
    said = f"Intern: I had T2 down as a subluxation.\nPreceptor: {answer}"
    assert sorted(read(said, "lesions", "transcript")) == sorted(lines)


def test_vague_places_that_are_doubted(read: Read) -> None:
    """Who finds nothing in the low back doubts nothing above it."""
    answer = "Neck yes. Mid back yes, T5. Low back I don't buy, that one moved fine."
    text = f"Resident: My dysfunctions are neck, mid back, low back.\nAttending: {answer}"
    assert "somatic_dysfunction thoracic" in read(text, "lesions", "transcript")


@pytest.mark.parametrize(
    ("answer", "lines"),
    [("Then you can't.", []), ("Then no.", []), ("Then treat it.", ["somatic_dysfunction sacral"])],
)
def test_names_refused_by_what_was_heard(read: Read, answer: str, lines: list[str]) -> None:
    """Who teaches may refuse a name by what was answered."""
    text = f"Resident: Sacral dysfunction.\nAttending: Any motion loss?\nResident: None.\nAttending: {answer}"
    assert read(text, "lesions", "transcript") == lines
