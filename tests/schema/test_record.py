"""What every record is and can do."""

from dataclasses import FrozenInstanceError
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from scribe.schema import Care, Document, Encounter, Evidence, Extraction, Finding, Lesion, Usage, field_names
from scribe.schema.record import Record

QUOTE = Evidence(quote="left sacral torsion", span=(4, 23), match="exact", speaker="clinician", section="objective")
LESION = Lesion(kind="somatic_dysfunction", region="sacral", laterality="left", evidence=(QUOTE,))


def test_a_record_holds_what_was_given_and_the_defaults_of_the_rest() -> None:
    """Fields come in the order of the class, those of its base first."""
    assert [*LESION] == [
        ("evidence", (QUOTE,)),
        ("unverified", ()),
        ("read_by", None),
        ("confidence", None),
        ("agreement", None),
        ("kind", "somatic_dysfunction"),
        ("region", "sacral"),
        ("mechanisms", ()),
        ("segments", ()),
        ("laterality", "left"),
        ("assertion", "present"),
    ]
    ours = ("evidence", "unverified", "read_by", "confidence", "agreement")
    assert field_names(Care) == (*ours, "kind", "timing", "regions")
    assert Usage(cost=1).cost == 1


def test_every_default_fits_its_field() -> None:
    """What is not given is not tested again for each record, so it is tested here, for all classes."""
    records = Record.__subclasses__() + Finding.__subclasses__()
    defaults = [
        (record, name, vars(record)[name])
        for record in records
        for name in vars(record).keys() & record.__annotations__
    ]
    assert len(defaults) > 30
    for record, name, default in defaults:
        # A changed field is tested, whatever stands in the others.
        assert dict(object.__new__(record).model_copy(update={name: default})) == {name: default}


@pytest.mark.parametrize(
    ("record", "values", "message"),
    [
        (Lesion, {"evidence": ()}, "Lesion.kind is missing, or not what the field takes."),
        (Encounter, {"payer": "Medicare"}, "Encounter.payer is missing, or not what the field takes."),
        (Encounter, {"date_of_service": "2026-03-11"}, "Encounter.date_of_service is missing, or not what the field"),
        (Evidence, {"quote": None}, "Evidence.quote is missing, or not what the field takes."),
        (Evidence, {"quote": "x", "span": (1, "2")}, "Evidence.span is missing, or not what the field takes."),
        (Document, {"text": "", "kind": "note", "lines": ((0, 1), (2, "3"))}, "Document.lines is missing, or not what"),
        (Document, {"text": "", "kind": "note", "lines": ((0, 1), [2, 3])}, "Document.lines is missing, or not what"),
        (Extraction, {"lesions": [LESION]}, "Extraction.lesions is missing, or not what the field takes."),
        (Extraction, {"lesions": (QUOTE,)}, "Extraction.lesions is missing, or not what the field takes."),
        (Care, {"evidence": (), "kind": "massage", "timing": "today", "regions": ("neck",)}, "Care.regions is missing"),
        (Encounter, {"payor": "medicare", "date": None}, "Encounter has no field date, payor."),
    ],
)
def test_a_value_that_does_not_fit_is_refused(record: type[Any], values: dict[str, Any], message: str) -> None:
    """The message names record and field and shows no value, which may be what a patient said."""
    with pytest.raises(ValueError, match=message.replace(".", r"\.")):
        record(**values)


def test_a_record_is_frozen() -> None:
    """A changed record is another record, and is checked like any."""
    with pytest.raises(FrozenInstanceError, match=r"Lesion\.region cannot be set"):
        LESION.region = "lumbar"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match=r"Lesion\.region cannot be deleted"):
        del LESION.region
    assert LESION.model_copy(update={"region": "lumbar"}).region == "lumbar"
    assert LESION.region == "sacral"
    with pytest.raises(ValueError, match=r"Lesion\.region is missing"):
        LESION.model_copy(update={"region": "neck"})


def test_records_compare_and_hash_by_class_and_values() -> None:
    """The same values in another class are another record."""
    same = Lesion(kind="somatic_dysfunction", region="sacral", laterality="left", evidence=(QUOTE,))
    assert (same == LESION, hash(LESION) == hash(same), {LESION, same}) == (True, True, {LESION})
    assert LESION.model_copy(update={"laterality": "right"}) != LESION
    assert Document(text="", kind="note") != Evidence(quote="")


def test_a_record_shows_its_fields() -> None:
    """As a call that would make it."""
    assert repr(Encounter(payer="medicare", visit="initial")) == (
        "Encounter(date_of_service=None, discipline=None, visit='initial', payer='medicare')"
    )


def test_data_from_outside_are_validated() -> None:
    """JSON and dicts become the record; what does not fit is named by its path, without its value."""
    extraction = Extraction(lesions=(LESION,))
    assert Extraction.model_validate_json(extraction.model_dump_json()) == extraction
    assert Extraction.model_validate(extraction.model_dump()) == extraction
    assert Encounter.model_validate({"date_of_service": "2026-03-11"}).date_of_service == date(2026, 3, 11)
    with pytest.raises(ValidationError) as error:
        Extraction.model_validate({"lesions": [{"kind": "torn by a bull", "evidence": [], "side": "left"}]})
    assert [fault["loc"] for fault in error.value.errors()] == [("lesions", 0, "kind"), ("lesions", 0, "side")]
    assert "bull" not in str(error.value)


def test_fields_are_left_out_on_request() -> None:
    """As where two records are compared but for their evidence."""
    assert Care(evidence=(QUOTE,), kind="massage", timing="today").model_dump(exclude={"evidence"}) == {
        "unverified": (),
        "read_by": None,
        "confidence": None,
        "agreement": None,
        "kind": "massage",
        "timing": "today",
        "regions": (),
    }
