"""Specification of reflexes with a grade for each side, and of toes that answer a stroke of the sole."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
UNLIKE = ["reflex_deficit right absent", "reflex_deficit left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Triceps DTR: R 2+ / L 0", UNLIKE),
        ("Triceps reflex R 2+, L 1+", UNLIKE),
        ("Knee jerk (R/L): 2+/0", UNLIKE),
        ("Knee jerk R/L 2/1", UNLIKE),
        ("Knee jerk 2+ right and 0 left", UNLIKE),
        ("Knee jerk R 2+ L 3+", ["reflex_deficit right absent", "upper_motor_neuron left"]),
        ("Knee jerks 2+ and equal", ["reflex_deficit absent"]),
    ],
)  # fmt: skip
def test_each_side_has_its_grade(read: Read, text: str, lines: list[str]) -> None:
    """Grades stand before their sides, behind them, or in the order of the sides that heads them."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The right toe goes up", ["upper_motor_neuron right"]),
        ("Both toes are down when I stroke the sole", ["upper_motor_neuron bilateral absent"]),
        ("The hallux turns upward on the left", ["upper_motor_neuron left"]),
    ],
)
def test_how_the_toes_answer(read: Read, text: str, lines: list[str]) -> None:
    """Up is a sign, down is its absence."""
    assert read(f"Exam: {text}.", "neuro") == lines


@pytest.mark.parametrize("text", ["Push your toe up against my hand", "Now the big toe up", "Go up on your toes"])
def test_a_command_is_no_answer(read: Read, text: str) -> None:
    """What the patient is told to do says nothing of a reflex."""
    assert "upper_motor_neuron" not in " ".join(read(f"Doctor: {text}.\nPatient: Okay.", "neuro", kind="transcript"))


@pytest.mark.parametrize("told", ["Pull your toes up. A little weak.", "Toes up, toes down, good."])
def test_toes_on_command(read: Callable[..., list[str]], told: str) -> None:
    """Who is told to move the toes shows strength, and no answer to a stroke."""
    found = read(f"DR: {told}\nPT: Okay.", "neuro", "transcript")
    assert not any(line.startswith("upper_motor_neuron") for line in found)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I flick the nail ... nothing. Good.", ["upper_motor_neuron absent"]),
        ("Flicking the finger, the thumb doesn't budge.", ["upper_motor_neuron absent"]),
        ("I flick the right fingernail, the thumb jumps.", ["upper_motor_neuron right"]),
        ("I flick this finger. See it jump? That's a Hoffmann's, and it's there on both sides.",
         ["upper_motor_neuron bilateral"]),
        ("Here's clonus, and it's there on the left.", ["upper_motor_neuron left"]),
        ("That's called a Hoffmann's test, I just flick the finger.", []),
        ("When I flick a finger the thumb may jump.", []),
        ("Flick the switch, nothing.", []),
    ],
)  # fmt: skip
def test_a_flicked_finger(read: Read, said: str, lines: list[str]) -> None:
    """The thumb answers or does not; what is only explained is not there."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "kind", "lines"),
    [
        ("DR: I stroke the sole. Right big toe goes up.", "transcript", ["upper_motor_neuron right"]),
        ("DR: I stroked your foot and your toe went up.", "transcript", ["upper_motor_neuron"]),
        ("DR: The left toes don't come up.", "transcript", []),
        ("DR: A stroke would make the toes go up.", "transcript", []),
        (
            "DR: I flick the nail, the thumb doesn't move. Hoffmann's negative, both hands.",
            "transcript",
            ["upper_motor_neuron bilateral absent"],
        ),
        ("Exam: Plantars flexor.", "note", ["upper_motor_neuron absent"]),
        ("Exam: Inverted radial reflex on the left.", "note", ["upper_motor_neuron left"]),
        (
            "Exam: Reflexes 2+ biceps, triceps, brachioradialis bilaterally.",
            "note",
            ["reflex_deficit bilateral absent"],
        ),
        (
            "DR: Biceps are two plus. Triceps absent on the left.",
            "transcript",
            ["reflex_deficit absent", "reflex_deficit left"],
        ),
        (
            "DR: Tap. Triceps, one plus on the left, two on the right.",
            "transcript",
            ["reflex_deficit left", "reflex_deficit right absent"],
        ),
    ],
)
def test_muscles_and_toes_of_reflexes(read: Read, said: str, kind: str, lines: list[str]) -> None:
    """Grades with a plus are those of reflexes; toes that are stroked answer by their way."""
    assert sorted(read(said, "neuro", kind)) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Knee jerks are nice and lively on both sides.", ["reflex_deficit bilateral absent"]),
        ("Reflexes are brisk but equal.", ["reflex_deficit absent"]),
        ("Knee jerks brisk, two plus.", ["reflex_deficit absent"]),
        ("Knee jerks brisk, three plus.", ["upper_motor_neuron"]),
        (
            "Reflexes. Biceps. Right is brisk. Left is normal.",
            ["upper_motor_neuron right", "reflex_deficit left absent"],
        ),
        ("Biceps brisk but even.", ["reflex_deficit absent"]),
        ("The ankle jerks are gone.", ["reflex_deficit"]),
        ("Knees are brisk, two plus.", []),
        ("Biceps strength left gone.", ["motor_deficit left"]),
        ("Reflexes left lively enough.", ["reflex_deficit left absent"]),
        ("Biceps left brisk.", ["upper_motor_neuron left"]),
        ("Hoffmann's left brisk.", ["upper_motor_neuron left"]),
    ],
)
def test_lively_and_well(read: Read, said: str, lines: list[str]) -> None:
    """A lively reflex that is alike, or graded as normal, is well; one that is gone is lost."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript") == lines
