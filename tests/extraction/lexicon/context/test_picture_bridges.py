"""Specification of what stands within a talk about pictures."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: On the MRI of your neck the disc at C4-5 bulges.\n"


@pytest.mark.parametrize(
    "between",
    [
        "Patient: Oh.\nDoctor: On your left it's a slit. The canal is wide open.",
        "Doctor: That window, we call it a foramen. On your left it's a slit. The canal is wide open.",
    ],
)
def test_it_is_of_the_pictures(read: Read, between: str) -> None:
    """The few statements between two of a talk about pictures are of them."""
    text = _OPENING.strip() + " The hole where the nerve leaves is next.\n" + between
    assert "mri foraminal_narrowing cervical left" in read(text, "imaging", "transcript")


@pytest.mark.parametrize(
    "between",
    [
        "Doctor: Your left arm is weak. It's gone dead. The canal is wide open.",
        "Doctor: My diagnosis is radiculopathy. It's gone flat. The canal is wide open.",
        "Patient: My brother had a disc like that, in Ohio, years ago. It's gone black.\nDoctor: The canal is open.",
    ],
)
def test_it_turns_away(read: Read, between: str) -> None:
    """A symptom, a name for it and a story of the patient are not."""
    lines = read(_OPENING + between, "imaging", "transcript")
    assert not [line for line in lines if "disc_degeneration" in line]
