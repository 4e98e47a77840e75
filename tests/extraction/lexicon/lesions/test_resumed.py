"""Specification of lists that go on behind what is told of one member."""

from collections.abc import Callable

Read = Callable[..., list[str]]


def test_further_parts_that_open_with_of(read: Read) -> None:
    """Each further `of` names a place of the same lesion."""
    said = "A: Somatic dysfunction of the ribs, which do not rise, of the neck, with C3 stuck, and of the diaphragm."
    assert [line.split()[1] for line in read(said, "lesions")] == ["rib_cage", "cervical", "abdomen_other"]


def test_other_parts_add_no_place(read: Read) -> None:
    """A place that opens otherwise belongs to what is told of the first."""
    assert read("A: Somatic dysfunction of the ribs, with pain in the neck.", "lesions") == [
        "somatic_dysfunction rib_cage"
    ]
