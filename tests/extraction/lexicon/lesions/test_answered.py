"""Specification of lists that answer one place after the other."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "regions"),
    [
        ("in the neck, yes; in the low back, no more; in the ribs, yes", ["cervical", "rib_cage"]),
        ("neck yes, lumbar no, ribs yes", ["cervical", "rib_cage"]),
        ("neck: none; thoracic: yes; sacrum: unsure", ["thoracic"]),
    ],
)
def test_each_place_has_its_answer(read: Read, said: str, regions: list[str]) -> None:
    """Only the places that are answered with a yes have the lesion."""
    lines = [f"somatic_dysfunction {region}" for region in regions]
    assert read(f"Assessment: somatic dysfunction {said}.", "lesions") == lines
