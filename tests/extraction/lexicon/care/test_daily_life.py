"""Specification of what a patient cannot do in daily life, and how somebody manages in spite of it."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.care import daily_life
from scribe.extraction.lexicon.care.daily_life import may_limit
from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Cannot sit more than 20 minutes.", ["sitting"]),
        ("Pain with sitting and walking.", ["sitting", "walking"]),
        ("Unable to lift groceries.", ["lifting"]),
        ("Wakes her at night with pain.", ["sleep"]),
        ("Trouble bending to tie shoes.", ["bending"]),
        ("Difficulty driving.", ["driving"]),
        ("Missed work because of pain.", ["work"]),
        ("Had to stop running.", ["sport"]),
        ("Sleeps well.", []),
        ("Works at a desk.", []),
        ("No difficulty walking.", []),
        ("She struggles with pain that runs to the foot.", []),
        ("He has to run to the phone, it is a problem.", []),
        ("Wife cannot walk far.", []),
        ("Any trouble walking?", []),
    ],
)
def test_limits_in_daily_life(read: Read, text: str, lines: list[str]) -> None:
    """An activity is limited where a limit stands near it; an activity alone is none."""
    assert read(f"Subjective: {text}", "function") == lines


@pytest.mark.parametrize("heading", ["Exam", "Codes", "Imaging"])
def test_where_no_limit_is_told(read: Read, heading: str) -> None:
    """Exams, codes and films tell of no limits in daily life."""
    assert read(f"{heading}: Cannot sit more than 20 minutes.", "function") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Not sleeping well because of the hip.", ["sleep"]),
        ("Sleeping and driving without difficulty.", []),
        ("Cannot lift her bag, off work since Monday.", ["lifting", "work"]),
    ],
)
def test_limits_that_are_one_expression(read: Read, text: str, lines: list[str]) -> None:
    """An expression may hold the limit with its activity; a limit that is denied is none."""
    assert sorted(read(f"Subjective: {text}", "function")) == lines


def test_a_distance_that_is_asked_for_is_a_limit(read: Read) -> None:
    """Who asks how far the patient can go hears of a limit, unless all is well."""
    assert read("Doctor: How far can you walk?\nPatient: About a block.", "function", "transcript") == ["walking"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Stands 15 min at the stove, was 5.", ["standing"]),
        ("Stands 20' then must lean.", ["standing"]),
        ("Stands 5'10\" tall.", []),
        ("Can do 15 minutes on her feet.", ["standing"]),
        ("At the stove he manages ten minutes before he must sit.", ["standing"]),
        ("Pew 1 hr okay now.", []),
        ("It burns on the turns, so he hasn't driven.", ["driving"]),
        ("Fastening her bra with that arm is still impossible.", ["self_care"]),
        ("Getting a sock on is a wrestling match.", ["self_care"]),
        ("Off the court until it settles.", ["sport"]),
        ("Needs the railing on stairs.", ["walking"]),
        ("Has to hold on to the counter.", ["gait"]),
        ("Hold on to the counter.", []),
        ("Uses both hands to pour.", ["self_care"]),
        ("Eats standing up.", ["sitting"]),
        ("Can manage about ten minutes at the sink.", ["standing"]),
        ("Awakens 2x/night.", ["sleep"]),
        ("Sits about 20 minutes, walks two blocks.", ["sitting", "walking"]),
        ("Walks 30 minutes daily.", []),
        ("Sits 8 hours a day at work.", []),
        ("Drives 40 minutes to work.", []),
    ],
)
def test_a_measure_is_a_limit(read: Read, text: str, lines: list[str]) -> None:
    """How long somebody sits, stands or walks at a time is a limit; what is done daily is a habit."""
    assert read(f"Subjective: {text}", "function") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Worse with standing, relieved by sitting.", ["standing"]),
        ("Pain eases when she bends forward.", []),
        ("Better by lying down than with walking, which hurts.", ["walking"]),
    ],
)
def test_what_does_good(read: Read, text: str, lines: list[str]) -> None:
    """An activity that relieves is no limit."""
    assert read(f"Subjective: {text}", "function") == lines


def test_what_is_warned_of(read: Read) -> None:
    """A limit of return precautions is none yet."""
    assert read("Doctor: If you get trouble with walking, call us.\nPatient: Okay.", "function", "transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Shoulder pain, factory work.", []),
        ("Neck pain, worse with desk work.", ["work"]),
        ("Back pain since a fall from a ladder.", []),
        ("He keeps falling asleep at noon.", []),
    ],
)
def test_what_is_only_named(read: Read, text: str, lines: list[str]) -> None:
    """A trade, the cause of an injury and sleep are no limitations."""
    assert read(f"S: {text}", "function") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("My wife has to put my socks on for me.", ["self_care"]),
        ("I've been using my brother's cane.", ["gait"]),
        ("After a hundred yards my legs are lead.", ["walking"]),
        ("I fell off a roof in May.", []),
        ("Walking is fine, I did two miles.", []),
        ("I'm back to running.", []),
        ("My foreman sent me home early.", ["work"]),
        ("Standing. Ten minutes and I'm done.", ["standing"]),
    ],
)
def test_limits_that_are_told_in_passing(read: Read, said: str, lines: list[str]) -> None:
    """Who is helped, leans on something or gives out has a limit; an accident, a feat and a return are none."""
    assert read(f"Doctor: Tell me.\nPatient: {said}\nDoctor: Okay.", "function", "transcript") == lines


def test_a_clinician_who_plans_tells_no_limit(read: Read) -> None:
    """When something is to be done is no limit."""
    assert read("Doctor: Ice it after work.\nPatient: Okay.", "function", "transcript") == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [("so they put me on the desk", "work"), ("I'm canceling shifts", "work"), ("I turn back halfway", "walking")],
)
def test_lives_that_were_changed(read: Read, said: str, kind: str) -> None:
    """A job or a walk that is cut short is a limitation."""
    assert read(f"Patient: {said}.\nDoctor: Okay.", "function", "transcript") == [kind]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Felt a pop when he lifted a crate.", []),
        ("Sleeps three to four hours.", ["sleep"]),
        ("Sleeps 3 h at a time because of the baby.", []),
        ("Two falls and one fall on ice in the past year.", ["fall_risk"]),
        ("A fall from a horse in 2010.", []),
        ("Lateral bending reduced.", []),
    ],
)
def test_what_brings_it_on_now(read: Read, text: str, lines: list[str]) -> None:
    """What a symptom comes with each time is limited, as is a short sleep; what happened once is no limit."""
    assert read(f"Subjective: {text}", "function") == lines


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I haven't skated all month.", "sport"),
        ("I went home early twice.", "work"),
        ("They keep me at the desk.", "work"),
        ("I can stand at the bench maybe ten minutes now.", "standing"),
        ("Hauling feed is out of the question.", "lifting"),
        ("Is that why I can't sit through a ferry ride?", "sitting"),
        ("I've been off my route since November.", "work"),
        ("I had to cancel two gigs.", "work"),
        ("It's like walking in sand.", "walking"),
        ("I go for a run and I bailed at six.", "sport"),
        ("Sleeping's lousy.", "sleep"),
        ("I sit down to get dressed.", "self_care"),
    ],
)
def test_lives_in_other_words(read: Read, said: str, kind: str) -> None:
    """What was not done for a time, another job at work, and a measure behind a place are limits."""
    assert read(f"DR: Okay.\nPT: {said}", "function", "transcript") == [kind]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Son now has to carry the shopping.", ["lifting"]),
        ("Her partner helps her get dressed.", ["self_care"]),
        ("A neighbour walks the dog for her.", ["walking"]),
        ("Wife carries boxes at a warehouse.", []),
        ("Her sister does yoga.", []),
    ],
)
def test_what_others_do(read: Read, text: str, lines: list[str]) -> None:
    """What another person does in the patient's place is a limit; what a relative does for himself is none."""
    assert read(f"Subjective: {text}", "function") == lines


def test_what_names_no_deed_limits_none(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would be read as limited in a statement without a deed and any word of limits that needs none."""
    refused = [
        scene for view in labelled for scene in scenes(view) if scene.statement.start not in may_limit(scene.view)
    ]
    monkeypatch.setattr(daily_life, "may_limit", lambda view: {one.start for one in view.statements})
    assert refused
    assert [scene.words() for scene in refused if [*daily_life.read_function(scene)]] == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Putting my socks on is a project.", ["self_care"]),
        ("Getting dressed takes forever.", ["self_care"]),
        ("I'm scared to bend over.", ["bending"]),
        ("I'm afraid to lift the baby.", ["lifting"]),
        ("I can't back the trailer up.", ["driving"]),
        ("I'm done with sitting.", ["sitting"]),
        ("I get ten minutes at the kitchen counter, no more.", ["standing"]),
        ("I walk to the mailbox and back, that's it.", ["walking"]),
        ("I can't pick up a coin.", ["self_care"]),
        ("I can't fasten it behind me.", ["self_care"]),
        ("I can't look behind me.", ["driving"]),
        ("I was up till three with it.", ["sleep"]),
        ("I sit on the bed to put my pants on.", ["self_care"]),
        ("I left work early on Friday.", ["work"]),
    ],
)
def test_limits_in_lay_words(read: Read, said: str, lines: list[str]) -> None:
    """A chore that has become a project, a fear to move and a short way are limits too."""
    assert read(f"DR: How is it?\nPT: {said}", "function", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "DR: The fibula sits anterior.",
        "DR: You walk, ten minutes, three times a day.",
        "DR: Nothing over ten pounds till I see you.",
        "PT: I sit two minutes and I'm a new man.",
        "PT: I sat down hard, it hurts after sitting down hard.",
        "PT: She went to sit on the wall and missed it.",
        "PT: I drive to the store and that's it.",
        "PT: I look behind me.",
    ],
)
def test_words_that_limit_nothing(read: Read, said: str) -> None:
    """Where a joint sits, what is prescribed, what does good and how an accident went is no limit."""
    assert read(f"DR: Hello.\n{said}", "function", "transcript") == []


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("Discharge: TUG 8 s, no longer a fall risk.", []),
        ("Initial to discharge: sitting 10 min -> 2 h, sleep 4 h -> 7 h.", []),
        ("Limits: stands 15 min to cook.", ["standing"]),
        ("No longer drives at night.", ["driving"]),
        ("Drives 2 h ok; lifts only w/ difficulty.", ["lifting"]),
        ("Lifting with difficulty, otherwise back at work.", ["lifting"]),
        ("Neck pain x 2 d after a long drive.", []),
        ("Neck pain after every drive.", ["driving"]),
        ("He can no longer put on his right sock.", ["self_care"]),
        ("Not yet back to bowling.", ["sport"]),
        ("Still no deadlifts.", ["sport"]),
    ],
)
def test_what_is_by_the_way_and_what_is_still_not_done(read: Read, note: str, lines: list[str]) -> None:
    """A purpose, a time of day, a beginning and what is well again limit nothing; what is still not done does."""
    assert read(f"HPI: {note}", "function") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("My arm goes numb when I sleep on it.", []),
        ("I can't sleep on it.", ["sleep"]),
        ("I can't drive far and at night I can't sleep.", ["driving", "sleep"]),
        ("The pill hurts my stomach when it's working.", []),
        ("I'm not driving at the moment.", ["driving"]),
        ("I walk okay and it hurts at the end.", ["walking"]),
    ],
)
def test_said_by_the_way(read: Read, said: str, lines: list[str]) -> None:
    """So it is in speech."""
    assert read(f"Patient: {said}", "function", "transcript") == lines
