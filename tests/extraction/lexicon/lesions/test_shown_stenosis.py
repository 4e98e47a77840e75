"""Specification of stenoses that are named after what was shown."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_SHOWN = "This is your MRI."


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "At C5-6 on the left there's a spur in the foramen. That's a foraminal stenosis.",
            ["foraminal_stenosis cervical osseous C5 C6 left"],
        ),
        (
            "On the right a spur at L4-5, and a disc. They narrow the foramen. That's your foraminal stenosis.",
            ["foraminal_stenosis lumbar osseous disc L4 L5 right"],
        ),
        (
            "At L3-4 the canal is tight from the ligament. So that is a canal stenosis.",
            ["canal_stenosis lumbar connective_tissue L3 L4"],
        ),
        (
            "The bone spurs have narrowed the canal. So, canal stenosis at C5-6.",
            ["canal_stenosis cervical osseous C5 C6"],
        ),
        (
            "Those facets have narrowed the foramen. So left foraminal stenosis at L3-4.",
            ["foraminal_stenosis lumbar osseous L3 L4 left"],
        ),
        ("The disc doesn't narrow the canal. So, canal stenosis at L4-5 from something else.", []),
        (
            "The canal at L4-5 is narrow. The facets have grown. The ligament is thick. That's canal stenosis.",
            ["canal_stenosis lumbar osseous connective_tissue L4 L5"],
        ),
        ("The canal at L4-5 is narrow. Your hip is fine. That's canal stenosis.", []),
        (
            "The disc at T8-9 has bulged. So that gives you canal stenosis.",
            ["canal_stenosis thoracic disc T8 T9"],
        ),
        ("The disc at T8-9 is worn. That's what we'd see in canal stenosis.", []),
        ("A spur can narrow the canal. Canal stenosis is common.", []),
        (
            "At C5-6 there's a spur. The foramen there is not tight. That's no foraminal stenosis.",
            [],
        ),
    ],
)
def test_what_was_shown_is_named(read: Read, said: str, lines: list[str]) -> None:
    """Its cause, its joint and its side are those of the picture."""
    assert read(f"Doctor: {_SHOWN} {said}\nPatient: Oh.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "At L4-5 the ligament bunches up and squeezes the canal. Canal stenosis, just the one level.",
            ["canal_stenosis lumbar connective_tissue L4 L5"],
        ),
        (
            "A bulging disc at C5-6 crowds the left foramen. Left foraminal stenosis.",
            ["foraminal_stenosis cervical disc C5 C6 left"],
        ),
        ("A spur can narrow the canal. Canal stenosis is common.", []),
    ],
)
def test_a_bare_name(read: Read, said: str, lines: list[str]) -> None:
    """Who has told what narrows a space may go on with no more than the name of it."""
    assert read(f"Doctor: {said}\nPatient: Oh.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The canal is narrow at L2-3. The ligament has thickened. That's called spinal stenosis.", True),
        (
            "The canal is tight at L2-3.\nPatient: From what?\nDoctor: The ligament's thick. We call that stenosis.",
            True,
        ),
        ("The canal is fine at L2-3. The ligament has thickened. We wouldn't call that stenosis.", False),
        (
            "The canal is tight at L2-3.\nPatient: Okay.\nDoctor: Stenosis in the neck too, from the ligament.",
            False,
        ),
    ],
)
def test_spaces_shown_and_then_called_a_stenosis(read: Read, said: str, *, lines: bool) -> None:
    """What is called a stenosis may have been shown to be narrow right before, and before a short question."""
    found = read(f"Doctor: {said}", "lesions", "transcript")
    assert found == (["canal_stenosis lumbar connective_tissue L2 L3"] if lines else [])
