"""Specification of which limit holds for which activity."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I can't finish a class, I walk out early.", ["work"]),
        ("Lifting the kids, I can't.", ["lifting"]),
        ("He drives, but he can't run.", ["sport"]),
        ("I have to go sit in the car.", []),
        ("I have to stop and sit on the wall.", []),
        ("Backing up, I have to turn the whole body.", ["driving"]),
        ("She hasn't played since March.", ["sport"]),
        ("I'm off hockey.", ["sport"]),
        ("I'm off to the gym.", []),
        ("Feeding him, I get maybe ten minutes.", ["self_care"]),
        ("I can't open a jar.", ["self_care"]),
        ("I opened a jar.", []),
        ("Unscrewing lids is a struggle.", ["self_care"]),
        ("I can't hang drywall.", ["work"]),
        ("I ride only ten minutes.", ["sport"]),
        ("I don't swim in the sea.", []),
        ("It doesn't hurt when I walk.", []),
        ("Ironing takes forever.", ["self_care"]),
        ("The stairs are out.", ["walking"]),
        ("Running shoes are out of stock.", []),
        ("I stop typing twice an hour.", []),
        ("He pauses halfway up the stairs.", ["walking"]),
        ("I haven't gone back to bowling.", ["sport"]),
        ("I walk half as far.", ["walking"]),
        ("Driving is no longer a problem.", []),
    ],
)
def test_what_the_patient_cannot_do(read: Read, text: str, lines: list[str]) -> None:
    """A limit reaches what it governs, and neither relief nor the next clause."""
    assert read(f"Doctor: Tell me.\nPatient: {text}\nDoctor: Okay.", "function", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pain began three weeks ago after lifting a crate.", []),
        ("Ache after 2 hours at the keyboard.", ["work"]),
        ("Computer work 1 h max.", ["work"]),
        ("At his desk all day but can't drive more than an hour.", ["driving"]),
        ("Pain when walking.", ["walking"]),
        ("Pain is in the back. Walking is normal.", []),
        ("Gardening; he is worse than in May.", []),
        ("Off bike x 6 wk.", ["sport"]),
        ("3 falls since June.", ["fall_risk"]),
        ("Falls x2 this fall.", ["fall_risk"]),
        ("Stands at the stove, ten minutes, then it burns.", ["standing"]),
    ],
)
def test_limits_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """Onset is no limit, a measure is one of the activity that it stands with."""
    assert read(f"Subjective: {text}", "function") == lines


def test_what_blocks_is_no_walk(read: Read) -> None:
    """A joint that blocks walks nowhere; so many blocks on foot are a reach."""
    assert read("DR: I push on T5 and it blocks when I turn it.", "function", "transcript") == []
    assert len(read("PT: I walk three blocks and it aches.", "function", "transcript")) == 1


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Putting my socks on is a fight.", ["self_care"]),
        ("Turning over in bed is a whole production.", ["sleep"]),
        ("Driving is an ordeal.", ["driving"]),
        ("Walking is torture.", ["walking"]),
        ("I can't do my own hair.", ["self_care"]),
        ("I can't stay bent over.", ["bending"]),
        ("They've got me on the desk.", ["work"]),
        ("I had a fight with my boss.", []),
        ("I do my own hair.", []),
        ("I bent over and felt a pop.", []),
    ],
)
def test_hardships_in_plain_words(read: Read, said: str, lines: list[str]) -> None:
    """What is a fight or an ordeal is hard to do, and who is kept on the desk does not work in full."""
    assert read(f"DR: How are you?\nPT: {said}", "function", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Fifteen minutes at the piano before the elbow quits.", ["work"]),
        ("20 minutes of typing before the neck burns.", ["work"]),
        ("Half an hour of driving then the leg burns.", ["driving"]),
        ("She can type for about twenty minutes before the neck burns.", ["work"]),
        ("Drove 20 minutes to work before the pain began.", []),
        ("Ran 20 minutes before work.", []),
        ("Runs stop at 3 mi.", ["sport"]),
        ("No running since May.", ["sport"]),
        ("Must sit on the edge of the bed to get dressed.", ["self_care"]),
        ("Hubby ties her shoes.", ["self_care"]),
        ("Hubby has a bad back.", []),
    ],
)
def test_what_ends_an_activity_early(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Who has to stop after so long, does it no more, or only seated or with help, is limited."""
    assert read(f"HPI: {said}", "function") == lines
