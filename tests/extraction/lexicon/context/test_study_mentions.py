"""Specification of studies that somebody names, has come for or has had made, and of the parts that pictures show."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.context.study_mentions import is_made, tells_of_part
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I wouldn't bother with an MRI. L4 is stuck.", []),
        (
            "DR: The thoracic MRI. At T7-8 the disc bulges back and narrows the canal, I'd say by half.",
            ["mri disc_herniation thoracic", "mri canal_narrowing thoracic"],
        ),
    ],
)
def test_what_is_told_of_studies(read: Read, said: str, lines: list[str]) -> None:
    """A study that is not done shows nothing; an `I'd say` behind what is seen ends no talk of it."""
    assert read(said, "imaging", "transcript") == lines


Look = Callable[..., View]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("I looked at the CT your doctor arranged.", True),
        ("Let me show you the MRI.", True),
        ("He ordered a CT last week.", True),
        ("This is your x-ray.", True),
        ("I want an MRI.", False),
        ("We'll schedule your MRI.", False),
        ("The MRI was ordered.", False),
        ("MRI of the neck ordered.", False),
    ],
)
def test_is_made(view: Look, text: str, *, made: bool) -> None:
    """A study is made where somebody looks at it, has it, or asked for it before."""
    seen = view(text)
    statement = seen.statements[0]
    (study,) = (hit for hit in seen.terms("imaging", statement) if hit.term.role == "modality")
    assert is_made(seen, statement, study) is made


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Here to go over the CT. L3-4 moderate canal narrowing. Foramina patent.",
            ["ct canal_narrowing lumbar", "ct foraminal_narrowing lumbar absent"],
        ),
        ("Back to discuss his MRI. C6-7 disc bulge on the left.", ["mri disc_herniation cervical left"]),
        ("Here to discuss the MRI. L4 tender. MRI ordered again.", ["mri other hypothetical"]),
    ],
)
def test_visits_for_a_study(read: Read, text: str, lines: list[str]) -> None:
    """What only a picture shows is told of the study that somebody has come for."""
    assert sorted(read(text, "imaging")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("that disc is black", True),
        ("the cord is dented", True),
        ("the nerve has a narrow doorway", True),
        ("the discs look plump", True),
        ("the levels are fine", True),
        ("the muscle is tight", False),
        ("that knee is fine", False),
    ],
)
def test_tells_of_part(text: str, *, tells: bool) -> None:
    """A part and how it is tell of a picture; what hands feel does not."""
    assert tells_of_part(frozenset(text.split())) is tells


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("It's a degenerative spondylolisthesis, L4 on L5.", ["spondylolisthesis lumbar"]),
        ("So this is an isthmic spondylolisthesis at L4-5.", ["spondylolisthesis lumbar"]),
        ("The term for that is spondylolisthesis, L4 on L5.", ["spondylolisthesis lumbar"]),
        ("The radiologist read degenerative spondylolisthesis.", []),
        ("There is spondylolisthesis.", []),
    ],
)
def test_slips_that_are_diagnosed(read: Read, said: str, lines: list[str]) -> None:
    """A slip is diagnosed by its kind or as the name of what is seen; else it is only what the picture shows."""
    text = f"MD: This is your MRI. L4 sits forward on L5. {said}"
    assert read(text, "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I think it's probably sacroiliitis on the left.", ["sacroiliitis sacral left possible"]),
        ("My guess is a facet syndrome at L4-5.", ["facet_syndrome lumbar possible"]),
        ("I suspect facet syndrome, and I want an MRI of that.", ["facet_syndrome possible"]),
        ("I'm concerned about sciatica.", ["sciatica possible"]),
        ("I think it's a bulge at L4-5.", []),
    ],
)
def test_what_no_picture_shows_is_supposed(read: Read, said: str, lines: list[str]) -> None:
    """Behind pictures, who supposes an illness that they do not show speaks of the patient again."""
    text = f"MD: I looked at your x-rays. The SI joints look clean.\nPT: So is it the hip?\nMD: {said}"
    assert [line for line in read(text, "diagnoses", "transcript") if "possible" in line] == lines


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("I've got the MRI up, let me get my glasses.", True),
        ("We have your films back and will go over them.", True),
        ("You were in Friday for the films, and we get to them now.", True),
        ("Once we have the MRI back we will talk.", False),
        ("You came in for the pain, so get an x-ray.", False),
        ("You came in for a new x-ray.", False),
    ],
)
def test_a_study_at_hand(view: Look, text: str, *, made: bool) -> None:
    """A study that is up or back has been made, and so has one that somebody was in for."""
    seen = view(f"Doctor: {text}", "transcript")
    statement = seen.statements[0]
    study = next(hit for hit in seen.terms("imaging", statement) if hit.term.role == "modality")
    assert is_made(seen, statement, study) is made


@pytest.mark.parametrize("text", ["It takes an MRI to tell.", "That would take an MRI."])
def test_a_study_that_it_takes(read: Read, text: str) -> None:
    """What follows a study that is yet to be made is not seen on it."""
    assert "absent" not in str(
        read(f"Doctor: {text}\nPatient: So no crack.\nDoctor: No crack.", "imaging", "transcript")
    )


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'd like an MRI of your neck. I think it's a cervical radiculopathy.", ["radiculopathy cervical"]),
        ("We'll get plain films first. It's a cervical sprain.", ["sprain_strain cervical"]),
        ("We'll get an MRI. The L4-5 disc bulges.", []),
    ],
)
def test_studies_that_are_wished_for(read: Read, said: str, lines: list[str]) -> None:
    """Who wishes for a study does not read one: what follows is a conclusion."""
    assert read(f"Doctor: {said}", "diagnoses", "transcript") == lines
