"""Specification of talk of lesions in general, of which no patient in the room has one."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"


@pytest.mark.parametrize(
    "said",
    [
        "I see a couple of T3 dysfunctions a day.",
        "We treat hundreds of them, dysfunctions at T3, every winter.",
        "You'd usually get a T3 dysfunction every week.",
        "We get plenty of typists with a T3 dysfunction.",
        "Half the violinists in the county have a T3 dysfunction.",
        "Nearly every waiter gets a T3 dysfunction sooner or later.",
        "There is a T3 dysfunction in everybody who drives a van.",
        "The classic sign of a T3 dysfunction is pain between the blades.",
        "The usual story with a T3 dysfunction goes like that.",
        "With a T3 dysfunction you'd wince when you reach up.",
        "In a T3 dysfunction the skin would feel warmer.",
        "T3 dysfunctions are common in rowers.",
        "T3 dysfunctions can feel like indigestion.",
        "Say there was a T3 dysfunction.",
        "Let's say he had a T3 dysfunction.",
        "Imagine a T3 dysfunction.",
        "I'd need two more signs before I call it a T3 dysfunction.",
        "It takes more than a sore spot to speak of a T3 dysfunction.",
        "On Mondays we see T3 dysfunctions by the score.",
        "T3 dysfunctions love a bad chair.",
        "I refuse to write T3 dysfunction.",
        "The payer would love me to write T3 dysfunction.",
        "They keep asking; they want me to bill a T3 dysfunction.",
        "Some books would call it a T3 dysfunction.",
        "Don't let anybody tell you it's a T3 dysfunction.",
        "I've been caught out by a T3 dysfunction before.",
        "In theory there's a T3 dysfunction in it.",
        "Hers was a T3 dysfunction.",
        "We treat about fifty T3 dysfunctions a week in this place.",
        "The dictation wrote T3 dysfunction.",
        "It typed T3 dysfunction.",
        "T3 dysfunction. That's what the phone heard.",
        "A T3 dysfunction just means that the joint doesn't do its share.",
        "A T3 dysfunction is when the joint doesn't do its share.",
        "In a T3 dysfunction, the joint doesn't do its share.",
    ],
)
def test_lesions_in_general(read: Read, said: str) -> None:
    """What is often seen, usual, supposed, still wanting, or only written by a machine, nobody is said to have."""
    assert read(f"Doctor: {said}\nPatient: I see.", "lesions", "transcript") == [f"{SD} thoracic T3 hypothetical"]


@pytest.mark.parametrize(
    "said",
    [
        "I see a T3 dysfunction here.",
        "I'll treat your T3 dysfunction twice a week.",
        "I get lots of tension around this T3 dysfunction.",
        "Every segment above it moves, and T3 has a dysfunction.",
        "Your classic T3 dysfunction is back.",
        "With this T3 dysfunction you'll be sore tomorrow.",
        "I want to write it down, T3 dysfunction.",
        "They want me to say it aloud, T3 dysfunction.",
        "I've been over it before, T3 dysfunction.",
        "Some of it is the T3 dysfunction.",
        "I'd rather treat it now, the T3 dysfunction.",
        "Let me tell you, that's a T3 dysfunction.",
        "I need you to relax, that's a T3 dysfunction.",
        "Two dysfunctions today, T3 is one.",
        "The phone rang. T3 dysfunction, then.",
        "I'd say there is a T3 dysfunction.",
        "We see that every day, and you have a T3 dysfunction.",
        "In a word, a T3 dysfunction, the joint doesn't do its share.",
        "You have a lot of dysfunction at T3.",
    ],
)
def test_lesions_of_the_patient(read: Read, said: str) -> None:
    """What is said of the patient, or found, is the patient's."""
    assert read(f"Doctor: {said}\nPatient: I see.", "lesions", "transcript") == [f"{SD} thoracic T3"]


def test_clinicians_own(read: Read) -> None:
    """What clinicians have themselves is none of the patient's; their own examination is."""
    text = "Doctor: My own T3 is dysfunctional.\nPatient: Oh."
    assert read(text, "lesions", "transcript") == [f"{SD} thoracic T3 hypothetical"]
    text = "Doctor: In my own exam T3 is dysfunctional.\nPatient: Oh."
    assert read(text, "lesions", "transcript") == [f"{SD} thoracic T3"]


def test_heaps_of_lesions(read: Read) -> None:
    """What is seen in heaps is nobody's, unless a level is named."""
    text = "Doctor: We get loads of rib dysfunction with that cough about."
    assert read(text, "lesions", "transcript") == [f"{SD} rib_cage hypothetical"]


def test_notes(read: Read) -> None:
    """A note tells of its patient."""
    assert read("I see a T3 dysfunction a week after the fall.", "lesions") == [f"{SD} thoracic T3"]


@pytest.mark.parametrize(
    "said",
    [
        "I treat a lot of SI dysfunctions and yours isn't one.",
        "I've treated hundreds of rib dysfunctions, and this isn't one of them.",
        "We've seen lots of sacral torsions here.",
    ],
)
def test_what_is_often_seen_and_not_here(read: Read, said: str) -> None:
    """Who has seen many and says that the patient has none finds none."""
    found = read(f"DR: {said}", "lesions", "transcript")
    assert all(line.endswith((" hypothetical", " absent")) for line in found)


def test_what_is_often_seen_and_here_as_well(read: Read) -> None:
    """Who has seen many and finds one has found it."""
    talk = "DR: I've seen plenty of SI dysfunctions, and you've got one on the right."
    assert "somatic_dysfunction sacral" in read(talk, "lesions", "transcript")


@pytest.mark.parametrize(
    "said",
    [
        "A T3 dysfunction would hurt between your blades.",
        "With a T3 dysfunction your turning would be uneven.",
        "See, in a T3 dysfunction this spot would be sore.",
        "Any T3 dysfunction would show here.",
        "And if it was a T3 dysfunction we would see that.",
        "But if it's a T3 dysfunction then this is sore.",
        "I was thinking of a T3 dysfunction, but it glides.",
        "Think of a T3 dysfunction as a stuck drawer.",
    ],
)
def test_what_a_lesion_would_do(read: Read, said: str) -> None:
    """What some lesion would do or show is said of none that is there."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == [f"{SD} thoracic T3 hypothetical"]


@pytest.mark.parametrize(
    "said",
    [
        "A T3 dysfunction, I'd say.",
        "A T3 dysfunction you would call that.",
        "A T3 dysfunction, and this would be the cause.",
        "A T3 dysfunction, that would explain your pain.",
        "With a T3 dysfunction I would start with muscle energy.",
        "A T3 dysfunction, and I'd like to treat it.",
        "You have a T3 dysfunction, it would hurt anyone.",
    ],
)
def test_what_a_clinician_would_do_about_a_lesion(read: Read, said: str) -> None:
    """What a clinician would say or do of a lesion leaves it there."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == [f"{SD} thoracic T3"]
