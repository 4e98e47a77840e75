"""Specification of lesions that a note puts an end to, voids, or leaves to others."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


def _present(lines: list[str]) -> list[str]:
    stances = ("absent", "historical", "possible", "other_person", "hypothetical")
    return [line for line in lines if not line.endswith(stances)]


@pytest.mark.parametrize(
    "text",
    [
        "Problems at intake: 1) segmental dysfunction C6 2) segmental dysfunction L2. At release: both cleared.",
        "Segmental dysfunction T9. Segmental dysfunction C2. Today none of these is palpable.",
        "Last month: somatic dysfunction of the neck and the ribs; all of them have resolved.",
        "The intern recorded a somatic dysfunction of the ribs. I do not agree with the diagnosis.",
        'Physio letter: "lumbar joint dysfunction". I have no opinion on it.',
        "The referring chiropractor lists a C1 subluxation complex. I disagree.",
        "1. Segmental dysfunction T3 - typed by reception, void",
        "Removed from the former version: somatic dysfunction lumbar; somatic dysfunction sacral.",
        "Taken off today: segmental dysfunction pelvis.",
        'Questionnaire, completed by patient: "hip dysfunction, rib dysfunction"',
        "Model patient in the skills lab: L5 dysfunction.",
    ],
)
def test_what_holds_no_more(read: Read, text: str) -> None:
    """What has cleared, was voided or taken off, is an example, or only somebody else's opinion is no lesion."""
    assert _present(read(text, "lesions")) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: SD sacrum, SD pelvis. OMT: ME, HVLA. Both resolved.", [f"{SD} sacral", f"{SD} pelvic"]),
        ("The resident notes SD of the sacrum. I agree.", [f"{SD} sacral"]),
        ("I do not agree with the insurer. Dx: somatic dysfunction sacral.", [f"{SD} sacral"]),
        ("Patient filled in the PHQ form. Dx: somatic dysfunction sacral.", [f"{SD} sacral"]),
        ("Removed: SD ribs. Kept: SD sacrum.", [f"{SD} sacral"]),
        ("Dx: SD sacrum. Dx: SD ribs (void).", [f"{SD} sacral"]),
        ("Textbook case of an SI problem: somatic dysfunction of the sacrum.", [f"{SD} sacral"]),
        ("Now: SD T5. In spring: SD of the neck and of the ribs; both have since resolved.", [f"{SD} thoracic T5"]),
    ],
)
def test_what_still_holds(read: Read, text: str, lines: list[str]) -> None:
    """What is treated away at the visit was there, and only what is meant is withdrawn."""
    assert _present(read(text, "lesions")) == lines


@pytest.mark.parametrize(
    ("addendum", "regions"),
    [
        ("Region above entered in error. The dysfunction is SACRAL.", ["sacral"]),
        ("Level above charted by mistake. Somatic dysfunction, sacral.", ["sacral"]),
        ("Time above entered in good faith. Somatic dysfunction, sacral.", ["lumbar", "sacral"]),
    ],
)
def test_what_stands_above_by_mistake(read: Read, addendum: str, regions: list[str]) -> None:
    """An addendum that calls the region above an error leaves its own."""
    text = f"A: Somatic dysfunction, lumbar.\nP: OMT, recheck in May.\nADDENDUM 17:40 - {addendum}"
    assert read(text, "lesions") == [f"{SD} {region}" for region in regions]
