"""Specification of pain that runs along a limb."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The ache spreads down the back of her right thigh", ["radicular_pain right"]),
        ("Burning from the buttock into the left calf", ["radicular_pain left"]),
        ("It goes all the way to my ankle", ["radicular_pain"]),
        ("Pain does not extend past the knees", ["radicular_pain absent"]),
        ("Discomfort moving along the outer forearm", ["radicular_pain"]),
    ],
)
def test_where_pain_goes(read: Read, text: str, lines: list[str]) -> None:
    """A word of pain or of travel, a direction and a part of a limb make one symptom."""
    assert read(f"Subjective: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    "text",
    [
        "The swelling goes down to her ankle",
        "She goes to her foot doctor on Friday",
        "The rash spread to both arms",
        "He ran down the hall to get his shoes",
    ],
)
def test_what_is_no_pain(read: Read, text: str) -> None:
    """Neither what is no pain nor a person runs along a limb."""
    assert read(f"Subjective: {text}.", "neuro") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Low back pain with aching in both thighs", ["radicular_pain bilateral"]),
        ("Neck pain; the left forearm burns at night", ["radicular_pain left"]),
        ("LBP, R buttock -> post thigh -> sole", ["radicular_pain right"]),
        ("Lumbar pain without pain in the legs", ["radicular_pain absent"]),
        ("Back pain; it doesn't travel anywhere", ["radicular_pain absent"]),
        ("LBP with radiation to the left foot", ["radicular_pain left"]),
    ],
)
def test_a_pain_that_fills_a_limb(read: Read, text: str, lines: list[str]) -> None:
    """In a complaint of the spine the pain of a long part of a limb is one from the spine."""
    assert read(f"HPI: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    "text", ["His calf cramps after football", "Pain in the left arm since the fall", "Leg cramps at night"]
)
def test_a_limb_hurts_by_itself(read: Read, text: str) -> None:
    """Where nothing is said of the spine, a sore limb is a sore limb."""
    assert read(f"HPI: {text}.", "neuro") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lumbar spine. Right calf ache is the same, travels down from the buttock.", ["radicular_pain right"]),
        (
            "Lumbar spine. Left posterior thigh pain, slump positive left.",
            ["radicular_pain left", "tension_sign left"],
        ),
        ("Lumbar pain radiating to the right thigh, not past the knee.", ["radicular_pain right"]),
        ("Thoracic spine. Burning in a band on the right.", ["radicular_pain right"]),
        ("Lumbar spine. Leg pain R > L.", ["radicular_pain bilateral"]),
    ],
)
def test_pain_of_a_limb_in_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A pain of a limb comes from the trunk, or stands before the test beside it; how far it goes is no denial."""
    assert sorted(read(text, "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("DR: How's the low back? Anything down the arms or legs?\nPT: Naw.", ["radicular_pain absent"]),
        ("DR: How's the low back?\nPT: Sore, nothing down the legs.", ["radicular_pain absent"]),
        ("DR: How's the low back? Is it going in the leg?\nPT: Yes.", ["radicular_pain"]),
        ("DR: How's the low back? Anything to eat down the street?\nPT: Yes.", []),
    ],
)
def test_anything_at_all(read: Read, talk: str, lines: list[str]) -> None:
    """Who asks of anything down a limb asks of pain, and who has nothing there has none."""
    assert read(talk, "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Slide your hand down the leg, to the left.", []),
        ("So your fingertips reach just below the knees.", []),
        ("The pain goes down the leg to below the knee.", ["radicular_pain"]),
    ],
)
def test_hands_that_go_down_a_leg(read: Read, said: str, lines: list[str]) -> None:
    """Hands go down a leg to measure how far somebody bends, and no pain does."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("HPI: Sharp pain along the left L4 dermatome.", ["radicular_pain L4 left"]),
        ("HPI: Aching, right C7 distribution, since May.", ["radicular_pain C7 right"]),
        ("HPI: Symptoms in an S1 pattern on the left.", ["radicular_pain S1 left"]),
        ("HPI: Aching back in an L4 facet pattern.", []),
        ("HPI: Numbness in the right C6 distribution.", ["sensory_deficit C6 right"]),
    ],
)
def test_pain_along_a_root(read: Read, said: str, lines: list[str]) -> None:
    """A pain that follows a root is radicular, one that a joint refers is not."""
    assert [*read(said, "neuro")] == lines
