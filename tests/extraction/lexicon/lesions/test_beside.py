"""Specification of what is only found beside a lesion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Left SI joint dysfunction, the PSIS is tender.", ["sacral"]),
        ("C5 dysfunction, T2 stuck.", ["cervical"]),
        ("Segmental dysfunction of L4, sacrum tender.", ["lumbar"]),
        ("Thoracic dysfunction, T4 restricted.", ["thoracic"]),
        ("Somatic dysfunction of L4, T6 and the sacrum.", ["lumbar", "sacral", "thoracic"]),
    ],
)
def test_places_of_findings(read: Read, text: str, regions: list[str]) -> None:
    """A place that is called tender, tight or stuck behind a lesion of another region has none itself."""
    assert sorted({line.split()[1] for line in read(text, "lesions")}) == regions
