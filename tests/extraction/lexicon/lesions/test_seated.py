"""Specification of sentences that say where a lesion lies."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The dysfunction for which I treated her lay in the sacrum.", ["somatic_dysfunction sacral"]),
        ("The segmental dysfunction that was billed concerns T8.", ["somatic_dysfunction thoracic T8"]),
        ("The segmental dysfunction was confined to C3 and C4.", ["somatic_dysfunction cervical C3 C4"]),
        ("The segmental dysfunction of which I wrote is that of L2.", ["somatic_dysfunction lumbar L2"]),
        ("The somatic dysfunction I noted was at T3, the neck being free.", ["somatic_dysfunction thoracic T3"]),
        ("The somatic dysfunction is not cervical but thoracic.", ["somatic_dysfunction thoracic"]),
    ],
)
def test_where_it_lies(read: Read, text: str, lines: list[str]) -> None:
    """A verb of lying, or one that holds a place, says where a lesion is."""
    assert read(text, "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Somatic dysfunction of L2; hip and knee normal.", ["somatic_dysfunction lumbar L2"]),
        ("Somatic dysfunction of L2, the ribs themselves being free.", ["somatic_dysfunction lumbar L2"]),
        ("The sacrum has a dysfunction, the hip and the ribs being free.", ["somatic_dysfunction sacral"]),
        ("Somatic dysfunction of L2, while the pelvis, oddly, was level.", ["somatic_dysfunction lumbar L2"]),
    ],
)
def test_where_the_list_ends(read: Read, text: str, lines: list[str]) -> None:
    """What is well behind a lesion is none of its places."""
    assert read(text, "lesions") == lines
