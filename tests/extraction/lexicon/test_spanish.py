"""Specification of the Spanish that is read: symptoms, cues and answers inside an English visit."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("answer", "assertion"),
    [
        ("Sí, un poco.", ""),
        ("De vez en cuando.", ""),
        ("Todas las noches.", ""),
        ("Desde el martes.", ""),
        ("No, para nada.", " absent"),
        ("Que yo sepa, no.", " absent"),
        ("Tenía, pero ya no.", " historical"),
        ("Ya se me quitó.", " historical"),
    ],
)
def test_answers(read: Read, answer: str, assertion: str) -> None:
    """A Spanish answer is one to a question in either language."""
    for question in ("¿Siente hormigueo?", "Any tingling?"):
        assert read(f"DR: {question}\nPT: {answer}", "neuro", "transcript") == [f"sensory_deficit{assertion}"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Refiere debilidad.", ""),
        ("Niega debilidad.", " absent"),
        ("No presenta debilidad.", " absent"),
        ("Posible debilidad.", " possible"),
        ("Regrese si aparece debilidad.", " hypothetical"),
        ("En caso de debilidad acuda a urgencias.", " hypothetical"),
        ("Su abuela tiene debilidad.", " other_person"),
    ],
)
def test_cues(read: Read, text: str, assertion: str) -> None:
    """Spanish cues deny, doubt, warn and tell of others."""
    assert read(text, "neuro") == [f"motor_deficit{assertion}"]


def test_palpation_and_headings(read: Read) -> None:
    """A Spanish exam names tenderness, and a family history its condition."""
    assert read("Exploración: dolor a la palpación en T6.", "tart") == ["tenderness thoracic"]
    assert read("Antecedentes familiares: escoliosis.", "diagnoses") == ["scoliosis other_person"]


def test_an_abbreviation_behind_a_no_is_no_spanish(read: Read) -> None:
    """The joint of a terse denial is not the Spanish `si`."""
    assert read("Exam: no SI tenderness.", "tart") == ["tenderness sacral absent"]
