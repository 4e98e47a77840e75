"""Specification of lists that answer for each of their places."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "regions"),
    [
        ("in the neck, yes; in the low back, no more; in the ribs, yes", ["cervical", "rib_cage"]),
        ("neck yes, lumbar no, ribs yes", ["cervical", "rib_cage"]),
        ("neck: none; thoracic: yes; sacrum: unsure", ["thoracic"]),
        ("cervical resolved, thoracic persists", ["thoracic"]),
        ("cervical (present), thoracic (resolved), lumbar (unchanged)", ["cervical", "lumbar"]),
        ("cervical negative, thoracic positive", ["thoracic"]),
        ("cervical -, thoracic +", ["thoracic"]),
        ("cervical [+], thoracic [-], lumbar [+]", ["cervical", "lumbar"]),
    ],
)
def test_each_place_has_its_answer(read: Read, said: str, regions: list[str]) -> None:
    """Only the places that are answered with a yes have the lesion."""
    lines = [f"somatic_dysfunction {region}" for region in regions]
    assert read(f"Assessment: somatic dysfunction {said}.", "lesions") == lines


def test_who_answers_of_an_earlier_visit(read: Read) -> None:
    """What was so at another visit stays of it."""
    told = "Assessment: At the last visit segmental dysfunction: C5 yes, T4 no."
    assert read(told, "lesions") == ["somatic_dysfunction cervical C5 historical"]
