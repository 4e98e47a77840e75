"""Specification of diagnoses in conversation."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.lexicon.diagnoses import spoken
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("guess", "denial", "line"),
    [
        ("My trainer figured tennis elbow.", "This isn't tennis elbow.", "other upper_extremity absent"),
        ("Gout, I bet.", "Gout it isn't.", "other absent"),
        ("Could it be a fracture of the foot?", "The film is clear. No fracture.", "fracture lower_extremity absent"),
        ("I tore my hamstring.", "It's not the hamstring.", "sprain_strain lower_extremity absent"),
        ("I read about the piriformis.", "I don't think it's the piriformis.", "other pelvic absent"),
        ("So is it the TMJ?", "It's not the TMJ, it opens straight.", "other head absent"),
        ("I cracked a rib.", "You didn't crack a rib.", "fracture rib_cage absent"),
    ],
)
def test_a_guess_is_rejected_by_name(read: Read, guess: str, denial: str, line: str) -> None:
    """What the clinician denies that somebody named, or that is no review of systems, is an absent diagnosis."""
    assert read(f"DR: Hello.\nPT: {guess}\nDR: {denial}", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "My wife thinks it's a slipped disc.",
        "My sister keeps saying it's sciatica.",
        "The doctor at urgent care called it a pinched nerve.",
        "My old chiropractor had me down as a slipped disc, he said.",
        "According to my dad it's sciatica.",
    ],
)
def test_what_others_call_it(read: Read, said: str) -> None:
    """The opinion that somebody else has of the patient is no diagnosis, and none of that person."""
    assert read(f"DR: Tell me.\nPT: {said}\nDR: Okay.", "diagnoses", "transcript") == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("My sister says she has scoliosis.", "scoliosis other_person"),
        ("And my mom has spinal stenosis.", "spinal_stenosis other_person"),
        ("A guy at work slipped a disc.", "disc_herniation other_person"),
        ("My wife has tennis elbow.", "other upper_extremity other_person"),
    ],
)
def test_what_others_have(read: Read, said: str, line: str) -> None:
    """What somebody else has is of another person, as others say of themselves too."""
    assert read(f"DR: Tell me.\nPT: {said}\nDR: Okay.", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    "said", ["PT: My aunt had one of those.", "PT: My brother's got that.", "WIFE: My mother has it too."]
)
def test_somebody_has_what_was_named(read: Read, said: str) -> None:
    """A word that points back says of somebody else what was named last."""
    text = f"DR: Diagnosis: a spondylolisthesis.\n{said}"
    assert read(text, "diagnoses", "transcript") == ["spondylolisthesis", "spondylolisthesis other_person"]


def test_a_diagnosis_is_told_outright(read: Read) -> None:
    """Who says `you have` concludes, even while reading a film; a repeat without place adds nothing."""
    told = "DR: You have lumbar spondylosis, the x-ray shows spurs. PT: Wear? DR: Spondylosis, yes."
    assert read(told.replace(". ", ".\n"), "diagnoses", "transcript") == ["spondylosis lumbar"]


@pytest.mark.parametrize("said", ["That's sciatica. Left side.", "It's sciatica. On the left."])
def test_a_side_is_added(read: Read, said: str) -> None:
    """The next words of a speaker may be nothing but the side."""
    assert read(f"DR: {said}", "diagnoses", "transcript") == ["sciatica left"]


def test_a_condition_is_named(read: Read) -> None:
    """Who says what it is called concludes."""
    text = "DR: Here is your neck MRI.\nPT: I see.\nDR: This is called cervical myelopathy."
    assert read(text, "diagnoses", "transcript") == ["myelopathy cervical"]


def test_a_narrow_valve_is_no_spondylitis(read: Read) -> None:
    """Capitals beside the heart are a condition of the heart."""
    assert read("PMH: AS, TAVR 2021.", "diagnoses") == []
    assert read("PMH: AS on a biologic.", "diagnoses") == ["ankylosing_spondylitis historical"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("I doubt that this is a fracture of the foot.", "fracture lower_extremity possible"),
        ("It might've been a sprain of the neck.", "sprain_strain cervical possible"),
        ("I don't doubt it's a sprain of the neck.", "sprain_strain cervical"),
    ],
)
def test_a_doubt_is_no_diagnosis(read: Read, said: str, line: str) -> None:
    """What somebody doubts or holds possible is possible; what is not doubted is there."""
    assert read(f"PT: Well?\nDR: {said}", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "So this is an L5-S1 disc herniation with an S1 radiculopathy.",
            ["disc_herniation lumbar", "radiculopathy lumbar"],
        ),
        ("So that's a spondylolisthesis at L4-5.", ["spondylolisthesis lumbar"]),
        ("There's a disc bulge and it's pushing on the canal.", []),
    ],
)
def test_what_a_talk_over_films_comes_to(read: Read, said: str, lines: list[str]) -> None:
    """Talk over films ends in a diagnosis where it names what no film shows, or what it is."""
    text = f"DR: Here is your MRI, look at the lumbar spine. {said}\nPT: Okay."
    assert sorted(line.removesuffix(" sacral") for line in read(text, "diagnoses", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Your films show a thin disc at L5-S1. Lumbar spondylosis, that's what we see.", ["spondylosis lumbar"]),
        ("On the MRI the canal is narrow at C5-6, so that's cervical spinal stenosis, I can't say from what.",
         ["spinal_stenosis cervical"]),
        ("Look here on the MRI, that white bit, that's stenosis.", []),
        ("Probable left SI dysfunction versus lumbosacral facet syndrome.", ["facet_syndrome lumbar possible"]),
        ("I don't buy the sciatica.", ["sciatica absent"]),
    ],
)  # fmt: skip
def test_names_given_and_refused(read: Read, said: str, lines: list[str]) -> None:
    """A picture that is given the name of an illness is a diagnosis, and one that is not believed is rejected."""
    text = f"Patient: My leg hurts.\nDoctor: {said}\nPatient: Okay."
    assert read(text, "diagnoses", "transcript") == lines


def test_what_was_only_read_about(read: Read) -> None:
    """A condition that the patient has read about is nobody's diagnosis."""
    assert read("ASSESSMENT: He has read about slipped discs; in my opinion he is well.", "diagnoses") == []


def test_what_is_not_all(read: Read) -> None:
    """Who says that it is not just one thing does not reject it."""
    said = "DR: Hello.\nPT: Is it the nerve?\nDR: It's not just sciatica, it's your hip as well."
    assert "sciatica absent" not in read(said, "diagnoses", "transcript")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'd drop the disc.", []),
        ("Scratch the disc herniation.", []),
        ("Take the disc off.", []),
        ("I'd keep the disc.", ["disc_herniation lumbar"]),
        ("Drop the shoulder.", ["disc_herniation lumbar"]),
    ],
)
def test_a_diagnosis_is_dropped(read: Read, said: str, lines: list[str]) -> None:
    """A diagnosis that is taken off the list is none."""
    text = f"Student: My assessment is a lumbar disc herniation.\nAttending: {said}"
    assert read(text, "diagnoses", "transcript") == lines


def test_what_else_it_could_be(read: Read) -> None:
    """What one clinician tells another it might be is possible, until it is denied."""
    text = (
        "Attending: What else could it be?\nResident: Facet syndrome. And sacroiliitis.\n"
        "Attending: Sacroiliitis I don't buy."
    )
    assert read(text, "diagnoses", "transcript") == ["facet_syndrome possible", "sacroiliitis sacral absent"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The formal name is an acute traumatic subluxation of the left AC joint.",
         ["traumatic_subluxation upper_extremity left"]),
        ("The medical word for it is lumbar spondylolisthesis.", ["spondylolisthesis lumbar"]),
        ("The fancy term is lumbar radiculopathy on the left.", ["radiculopathy lumbar left"]),
        ("It's an acute traumatic subluxation of the left shoulder.", ["traumatic_subluxation upper_extremity left"]),
        ("The surgeon's name is on the disc herniation leaflet.", []),
    ],
)  # fmt: skip
def test_what_it_is_called(read: Read, said: str, lines: list[str]) -> None:
    """Who gives the proper name of an ailment states it, once."""
    assert read(f"Doctor: {said}", "diagnoses", "transcript") == lines


def test_what_strikes_nothing_off_drops_nothing(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """No diagnosis is dropped by a statement that names none, or has no word for striking one off."""
    documents = [view.document for view in labelled][::5]
    told = [LexiconReader().read(document).diagnoses for document in documents]
    monkeypatch.setattr(spoken, "may_drop", lambda view: {one.start for one in view.statements})
    assert [LexiconReader().read(document).diagnoses for document in documents] == told


@pytest.mark.parametrize(
    "said",
    [
        "And that's the stenosis the report talks about.",
        "That is the spondylosis your radiologist mentions.",
        "The nurse said torticollis at the time.",
        "The orthopod was sure it's a slipped disc.",
        "The muscle's in spasm on the left.",
        "For the chart: tender at T6, paraspinal spasm on the right.",
        "What you don't want is a lumbar strain.",
    ],
)
def test_names_of_others(read: Read, said: str) -> None:
    """What others call it, what only is felt, and what is to be avoided is no diagnosis."""
    assert read(f"DR: Hello.\nPT: Okay.\nDR: {said}", "diagnoses", "transcript") == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("This is osteoarthritis of the right hip.", "osteoarthritis pelvic right"),
        ("You have arthritis of the left knee.", "osteoarthritis lower_extremity left"),
        ("Anna, so, isthmic spondylolisthesis, L5 on S1.", "spondylolisthesis lumbar"),
        ("What you did on Monday is a lumbar strain, right side.", "sprain_strain lumbar right"),
        ("What you have is a cervical sprain.", "sprain_strain cervical"),
    ],
)
def test_what_follows_from_a_film(read: Read, said: str, line: str) -> None:
    """What a clinician names while a film is looked at, to conclude from it, is a diagnosis."""
    talk = f"DR: Look at the film. The joint space is narrow.\nPT: Oh.\nDR: {said}"
    assert line in read(talk, "diagnoses", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Back ache since May, and his father has scoliosis, which worries him.", ["scoliosis other_person"]),
        ("Her aunt, who has sciatica, asked for an MRI.", ["sciatica other_person"]),
        ("She came with her aunt and her mother.", []),
        ("The family doctor treated it as a lumbar strain and took no films.", []),
        ("The team physician handled it as a sprain.", []),
    ],
)
def test_what_others_have_in_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A note tells of relatives behind an and or in an aside too; what another clinician called it is none."""
    assert read(text, "diagnoses") == lines


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("DR: A spondylolisthesis.\nPT: My aunt had that.", ["spondylolisthesis other_person"]),
        ("DR: A spondylolisthesis.\nWIFE: Does he need surgery? His brother had it.", []),
    ],
)
def test_what_a_relative_had(read: Read, talk: str, lines: list[str]) -> None:
    """What somebody else had is the operation, where one was named last."""
    assert read(f"PT: And?\n{talk}", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You see, costochondritis sits in front there.", []),
        ("He's a driver with three weeks of neck pain.", []),
        ("There's nothing to treat, and the hip's not it either.", ["hip_pathology pelvic absent"]),
        ("You've got a disc herniation at L5-S1 on the right. And you've got an S1 radiculopathy.",
         ["disc_herniation lumbar right", "radiculopathy sacral right"]),
        ("You've got a disc herniation at C5-6. And you've got a C6 radiculopathy on the left.",
         ["disc_herniation cervical", "radiculopathy cervical left"]),
    ],
)  # fmt: skip
def test_what_is_said_around_a_name(read: Read, said: str, lines: list[str]) -> None:
    """What a condition is like with anybody, what one was presented with or had, and which side presses on a root."""
    assert read(f"DR: Hello.\nPT: So?\nDR: {said}", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The diagnosis is clear. You asked my nurse about sciatica.", []),
        ("The diagnosis is clear. You wanted to know about spondylolisthesis.", []),
        ("So your question on the portal was about spinal stenosis.", []),
        ("The diagnosis is clear. They were worried about a compression fracture.", []),
        ("Diagnosis: sciatica.", ["sciatica"]),
    ],
)
def test_what_somebody_asked_about(read: Read, said: str, lines: list[str]) -> None:
    """What a clinician only says that somebody asked about is no diagnosis."""
    assert read(f"DR: {said}\nPT: Okay.", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The strain goes.", []),
        ("So the strain can go.", []),
        ("No. The ankle strain comes off.", []),
        ("The strain goes with the sciatica.", ["sprain_strain lower_extremity", "sciatica"]),
        ("The radiculopathy goes.", ["sprain_strain lower_extremity"]),
    ],
)
def test_what_comes_off_a_list(read: Read, said: str, lines: list[str]) -> None:
    """A clause that says nothing of a condition but that it goes takes it off the list."""
    text = f"DR: Your assessment?\nPT: Okay.\nDR: Assessment: ankle strain. {said}"
    assert read(text, "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("My neighbor at the pool says it's sciatica.", []),
        ("My brother in Ohio swears it's a slipped disc.", []),
        ("My wife down at the shop figures it's sciatica.", []),
        ("My brother in Ohio has sciatica.", ["sciatica other_person"]),
    ],
)
def test_opinions_of_people_elsewhere(read: Read, said: str, lines: list[str]) -> None:
    """Where somebody is makes an opinion of the patient none that the person has."""
    assert read(f"DR: Tell me.\nPT: {said}\nDR: Okay.", "diagnoses", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("If you want a word for it, this is a lumbar strain.", "sprain_strain lumbar"),
        ("What you have, if anybody asks, is a lumbar spondylolisthesis.", "spondylolisthesis lumbar"),
        ("If your insurance needs a diagnosis, it is cervical radiculopathy.", "radiculopathy cervical"),
        ("If you want the films, this is cervical myelopathy.", "myelopathy cervical hypothetical"),
    ],
)
def test_an_if_that_only_wants_a_name(read: Read, said: str, line: str) -> None:
    """Who wants a name puts no condition on what the clinician concludes."""
    assert read(f"DR: {said}\nPT: Okay.", "diagnoses", "transcript") == [line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The old part has a name, it's lumbar spondylosis, you see it on your x-ray.", ["spondylosis lumbar"]),
        ("It has a name, lumbar scoliosis, look at the film.", ["scoliosis lumbar"]),
        ("On the x-ray some old lumbar spondylosis.", []),
    ],
)
def test_what_a_film_shows_is_given_its_name(read: Read, said: str, lines: list[str]) -> None:
    """Who gives a name to what a film shows concludes; old parts are no former ones."""
    assert read(f"DR: {said}\nPT: Okay.", "diagnoses", "transcript") == lines
