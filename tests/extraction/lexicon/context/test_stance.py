"""Specification of stance: what a statement does in its document."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.stance import stances
from scribe.extraction.lexicon.view.view import View

Look = Callable[..., View]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Subjective: Back hurts.", ["history"]),
        ("Past medical history: Asthma.", ["history"]),
        ("Exam: L5 tender.", ["exam"]),
        ("Vitals: normal.", ["exam"]),
        ("Imaging: disc bulge.", ["imaging"]),
        ("Assessment: Lumbar strain.", ["conclusion"]),
        ("Plan: Ice.", ["plan"]),
        ("Return precautions: fever.", ["plan"]),
        ("L5 tender.", ["neutral"]),
        ("MRI shows a bulge. The canal is tight.", ["imaging", "imaging"]),
        ("MRI shows a bulge.\n\nGait normal.", ["imaging", "neutral"]),
        ("Exam: L5 tender. X-ray shows a spur. Gait normal.", ["exam", "imaging", "exam"]),
        ("Assessment: Strain. X-ray shows a spur.", ["conclusion", "imaging"]),
        ("My diagnosis is a strain. Gait normal.", ["conclusion", "conclusion"]),
    ],
)
def test_of_a_note(view: Look, text: str, found: list[str]) -> None:
    """A section decides, then the study or conclusion that a statement names, to the end of its line."""
    assert stances(view(text)) == found


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (["Doctor: L5 is stuck.", "Patient: Okay."], ["neutral", "history"]),
        (["Doctor: What I found is a torsion.", "Patient: Okay."], ["conclusion", "history"]),
        (["Doctor: You have torsion here. L5 is stuck.", "Patient: Oh."], ["conclusion", "conclusion", "history"]),
        (["Doctor: Your MRI shows a bulge. It's a big one.", "Patient: Oh."], ["imaging", "imaging", "history"]),
        (["Doctor: Your MRI shows a bulge.", "Patient: Oh.", "Doctor: Bend."], ["imaging", "history", "neutral"]),
        (["Doctor: It's a strain.", "Patient: Oh.", "Doctor: Rest."], ["conclusion", "history", "conclusion"]),
        (["Patient: You have my MRI.", "Doctor: Yes."], ["history", "neutral"]),
        (["Patient: So what have I got?", "Doctor: A tight canal."], ["history", "conclusion"]),
        (["Patient: What does the MRI say?", "Doctor: A tight canal."], ["history", "imaging"]),
        (["Doctor: I don't think you need an MRI.", "Doctor: L5 is stuck."], ["neutral", "neutral"]),
        (["Doctor: I can't see much on the MRI.", "Doctor: L5 is stuck."], ["imaging", "neutral"]),
        (["Doctor: Come and look. This dark band is the disc bulging."], ["imaging", "imaging"]),
        (["Doctor: Let me look at your foot. Still swollen."], ["neutral", "neutral"]),
        (["Doctor: The film is clear. It is a somatic dysfunction of L5."], ["imaging", "conclusion"]),
    ],
)
def test_of_talk(view: Look, turns: list[str], found: list[str]) -> None:
    """The clinician's conclusion lasts, a study only for its turn; the patient tells a history."""
    assert stances(view("\n".join(turns), "transcript")) == found
