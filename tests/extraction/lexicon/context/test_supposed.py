"""Specification of lesions that are only spoken of in general, or on a condition."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

T3 = "somatic_dysfunction thoracic T3"


@pytest.mark.parametrize(
    "text",
    [
        "Explained: should a dysfunction of T3 be found, it can be treated.",
        "Treatment, were a dysfunction of T3 to be found, would be gentle.",
        "The usual treatment of a segmental dysfunction of T3 is manipulation.",
        "Management of a segmental dysfunction of T3 usually takes three visits.",
        "She consents and, where a segmental dysfunction of T3 is found, to an adjustment.",
        "Suppose a segmental dysfunction of T3 turned up.",
        "Adjustment of a segmental dysfunction of T3, if one is present.",
    ],
)
def test_what_is_supposed(read: Read, text: str) -> None:
    """Who speaks of a lesion in general, or of what would be done about one, states none."""
    assert read(text, "lesions") == [f"{T3} hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "Treatment of a segmental dysfunction of T3 today.",
        "The usual treatment of the segmental dysfunction of T3 was given.",
        "The level where the segmental dysfunction is found is T3.",
        "There were a segmental dysfunction of T3 and some spasm.",
    ],
)
def test_what_is_there(read: Read, text: str) -> None:
    """What was treated or found is there."""
    assert T3 in read(text, "lesions")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("An opinion is welcome should she become unsteady.", "gait hypothetical"),
        ("Call us should the foot drop.", "motor_deficit hypothetical"),
        ("An MRI should numbness persist.", "sensory_deficit hypothetical"),
        ("The tingling should settle with time.", "sensory_deficit"),
        ("We spoke of what she should do about the tingling.", "sensory_deficit"),
    ],
)
def test_a_should_before_its_subject(read: Read, text: str, line: str) -> None:
    """A should that stands before its subject puts a condition, also at the end of a sentence."""
    assert read(text, "neuro") == [line]


@pytest.mark.parametrize(
    "said",
    [
        "If that joint is still stuck on Tuesday, I'll call it a sacral dysfunction.",
        "Should it stay locked until next week, we'd name it a sacral dysfunction.",
        "Provided it still won't glide tomorrow, I will write down sacral dysfunction.",
    ],
)
def test_a_name_that_is_left_to_a_condition(read: Read, said: str) -> None:
    """What will be called so on another day, if it is still there, has not been called so."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction sacral hypothetical"]


def test_a_name_for_what_was_tested(read: Read) -> None:
    """A test that was done, and what comes out of it, is no condition."""
    said = "DR: When you bend forward the left side still lags, and I'd call that a sacral dysfunction."
    assert read(said, "lesions", "transcript") == ["somatic_dysfunction sacral"]
