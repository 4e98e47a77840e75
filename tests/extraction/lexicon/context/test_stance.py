"""Specification of stance: what a statement does in its document."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.stance import stances
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]
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
        ("L5 radiculopathy (M54.16)", ["conclusion"]),
        ("Coded M54.16 elsewhere.", ["neutral"]),
        ("MRI shows a bulge. The canal is tight.", ["imaging", "imaging"]),
        ("MRI shows a bulge.\n\nGait normal.", ["imaging", "neutral"]),
        ("Exam: L5 tender. X-ray shows a spur. Gait normal.", ["exam", "imaging", "exam"]),
        ("Assessment: Strain. X-ray shows a spur.", ["conclusion", "imaging"]),
        ("My diagnosis is a strain. Gait normal.", ["conclusion", "conclusion"]),
        ("I believe that Mr. Hale has stenosis.", ["conclusion"]),
        ("In my opinion this is a strain.", ["conclusion"]),
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
        (
            ["Doctor: You have torsion here. L5 is stuck.", "Patient: Goodness."],
            ["conclusion", "conclusion", "history"],
        ),
        (["Doctor: Your MRI shows a bulge. It's a big one.", "Patient: Goodness."], ["imaging", "imaging", "history"]),
        (["Doctor: Your MRI shows a bulge.", "Patient: Goodness.", "Doctor: Bend."], ["imaging", "history", "neutral"]),
        (["Doctor: It's a strain.", "Patient: Goodness.", "Doctor: Rest."], ["conclusion", "history", "conclusion"]),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HPI: Here to review his lumbar MRI. Takes naproxen.", ["history", "history"]),
        ("HPI: MRI shows a bulge at L4-5.", ["imaging"]),
        ("HPI: Neck pain. On examination C5 is tender. C6 is not.", ["history", "exam", "exam"]),
        ("HPI: Neck pain. On exam in the ER C5 was tender.", ["history", "history"]),
    ],
)
def test_of_a_history(view: Look, text: str, found: list[str]) -> None:
    """A study may be what somebody comes for, and an examination may follow without a heading."""
    assert stances(view(text)) == found


@pytest.mark.parametrize(
    "said",
    [
        "This is a 44-year-old male with left hip pain.",
        "So that hurts, and it tells you something. Paraspinal hypertonicity at T5.",
    ],
)
def test_what_opens_no_conclusion(read: Read, said: str) -> None:
    """A presented patient and a bare pronoun conclude nothing."""
    assert read(f"Resident: {said}", "diagnoses", "transcript") == []


@pytest.mark.parametrize("said", ["My assessment would be", "The diagnosis would be", "Impression would be"])
def test_a_conclusion_in_the_conditional(read: Read, said: str) -> None:
    """A conclusion said politely is still one."""
    stated = read(f"Attending: {said} lumbar somatic dysfunction.", "lesions", "transcript")
    assert stated == ["somatic_dysfunction lumbar"]


def test_the_report_of_a_study(view: Look) -> None:
    """The findings below a study and their impression are its report; an assessment after them is none."""
    text = (
        "EXAM: XR LUMBAR SPINE\nFINDINGS: L4-5 disc space narrowing.\n"
        "IMPRESSION: Mild spondylosis.\n\nASSESSMENT: Segmental dysfunction L4."
    )
    assert stances(view(text))[-3:] == ["imaging", "imaging", "conclusion"]


def test_an_impression_of_ones_own(view: Look) -> None:
    """An impression without an assessment after it is the clinician's."""
    text = "EXAM: XR LUMBAR SPINE\nFINDINGS: L4-5 disc space narrowing.\nIMPRESSION: Segmental dysfunction L4."
    assert stances(view(text))[-1] == "conclusion"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "I'd like an MRI of this. For today: T6 subluxation and a cervical subluxation.",
            ["subluxation_complex thoracic", "subluxation_complex cervical"],
        ),
        ("Here's the MRI. It shows a subluxation of L3 on L4 and a subluxation at L4-5.", []),
    ],
)
def test_several_subluxations_behind_a_study_are_a_conclusion(read: Read, said: str, lines: list[str]) -> None:
    """Who sums up one subluxation after another speaks no longer of a study, unless it is said to show them."""
    assert sorted(line.split(" T6")[0] for line in read(f"DC: {said}", "lesions", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    "said",
    ["cervical spondylosis, as on the x-ray, and segmental dysfunction at C3",
     "cervical spondylosis, you know that from the films, and segmental dysfunction of C3"],
)  # fmt: skip
def test_a_study_that_bears_out_a_conclusion(read: Read, said: str) -> None:
    """What is concluded before a study is named, beside a dysfunction, is a diagnosis."""
    assert read(f"DR: For the chart: {said}.", "diagnoses", "transcript") == ["spondylosis cervical"]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("I'm going to dictate it the same way. Canal stenosis at L4-5.", "conclusion"),
        ("So here's how I put it together. Canal stenosis at L4-5.", "conclusion"),
        ("It's still what I called it, canal stenosis at L4-5.", "conclusion"),
        ("This is where I land. Canal stenosis at L4-5.", "conclusion"),
        ("What I can say is canal stenosis at L4-5.", "conclusion"),
        ("Formally, it's canal stenosis at L4-5 from the fibrosis.", "conclusion"),
        ("What it boils down to is canal stenosis at L4-5.", "conclusion"),
        ("All I'm prepared to call it is stenosis.", "conclusion"),
        ("Canal stenosis at L4-5 from the disc, with an L5 radiculopathy.", "conclusion"),
        ("Foraminal stenosis at L4-5 and the claudication that goes with it.", "conclusion"),
        ("So. This is a rib dysfunction, the seventh.", "conclusion"),
        ("It reads canal stenosis at L4-5, correlate for radiculopathy.", "imaging"),
        ("And then there's stenosis at L3-4.", "imaging"),
    ],
)
def test_what_ends_a_talk_about_a_study(view: Look, said: str, stance: str) -> None:
    """Who announces a name, or names what no picture shows, no longer tells what a study shows."""
    spoken = view(f"MD: Your MRI shows a bulge at L4-5. The canal is small there. {said}", "transcript")
    assert stances(spoken)[-1] == stance
