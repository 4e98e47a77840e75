"""Specification of what narrows a space and is only described around it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "mechanisms"),
    [
        ("Disc in front, thick ligament behind.", " disc connective_tissue"),
        ("The ligament is thickened and the facet joints have overgrown.", " connective_tissue osseous"),
        ("There's a spur growing into the back of it.", " osseous"),
        ("A big arthritic facet and a bulging disc.", " osseous disc"),
        ("At L2-3 the ligament has buckled.", " connective_tissue"),
        ("The disc is flat.", ""),
        ("The disc below, at L4-5, is bulging.", ""),
        ("The disc below is bulging too.", ""),
        ("No disc in front, and the bone behind is smooth.", ""),
        ("A disc can bulge into it.", ""),
        ("If it were the disc in front we'd take it out.", ""),
        ("The surgeon can take it out, the bone behind.", ""),
        ("Some people have spurs in front.", ""),
        ("Is the disc bulging into it? Hard to tell.", ""),
    ],
)
def test_what_lies_around(read: Read, said: str, mechanisms: str) -> None:
    """A tissue that the next words describe as changed, or as lying around the space, narrows it."""
    text = f"Doctor: It's a left foraminal stenosis at L2-3. {said}"
    assert read(text, "lesions", "transcript") == [f"foraminal_stenosis lumbar{mechanisms} L2 L3 left"]


def test_what_lies_around_is_no_other_diagnosis(read: Read) -> None:
    """What narrows the canal is not diagnosed besides."""
    text = "Doctor: The name for it is canal stenosis, L2-3. Big arthritic facets and a bulging disc."
    assert read(text, "lesions", "transcript") == ["canal_stenosis lumbar osseous disc L2 L3"]
    assert read(text, "diagnoses", "transcript") == []


def test_in_a_note_causes_are_blamed(read: Read) -> None:
    """A note lists findings below each other, so that only a named cause counts."""
    text = "Assessment: Left foraminal stenosis L2-3. Disc bulge in front."
    assert read(text, "lesions") == ["foraminal_stenosis lumbar L2 L3 left"]
