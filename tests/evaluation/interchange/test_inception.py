"""INCEpTION: documents in UIMA CAS JSON 0.4.0 and the layers of a project, and documents back."""

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, label_fields, load_all
from scribe.evaluation.interchange import inception
from scribe.evaluation.recordings import DATASETS

Document = dict[str, Any]

SPACE = {"u": "http://uima.apache.org/resourceSpecifier"}
TART = {"component": "tenderness", "region": "sacral", "laterality": None, "assertion": "present", "quote": "boggy"}
CARE = {"kind": "massage", "timing": "today", "regions": ["sacral", "lumbar"], "quote": "massage"}
TEXT = "The 🙂 sacrum is boggy; massage."


@pytest.fixture
def case(label: Callable[..., dict[str, Any]]) -> Case:
    """A case with a sign of two UTF-16 units before its quotes."""
    empty: dict[str, list[Any]] = {group: [] for group in GROUPS}
    codes = {"assign": [], "query": ["M99.04"], "never": ["M99.14"]}
    findings = {**empty, "tart": [TART], "care": [CARE]}
    return Case.model_validate(label(text=TEXT, findings=findings, codes=codes, issues=["function_missing"]))


@pytest.fixture
def document(case: Case) -> Document:
    """The document of that case."""
    made: Document = json.loads(inception.document(case))
    return made


def of(document: Document, layer: str) -> list[dict[str, Any]]:
    """Return the feature structures of a type."""
    return [one for one in document["%FEATURE_STRUCTURES"] if one["%TYPE"] == layer]


def read(document: Document) -> Case:
    """Read a document."""
    return inception.case(json.dumps(document), "doc.json")


def test_every_gold_case_comes_back_as_it_was() -> None:
    """All of it is the same after the way to INCEpTION and back: findings, codes, issues, visit, order."""
    cases = [case for dataset in load_all([DATASETS]) for case in dataset.cases]
    assert [case.id for case in cases if inception.case(inception.document(case), case.id) != case] == []


def test_the_form_is_cas_json(document: Document) -> None:
    """A text, its annotations with their features, and the types they are of, in the keys of the format."""
    (sofa,) = of(document, "uima.cas.Sofa")
    assert (sofa["sofaString"], sofa["sofaID"]) == (TEXT, "_InitialView")
    (care,) = of(document, "scribe.Care")
    assert (care["@sofa"], care["kind"], care["timing"]) == (sofa["%ID"], "massage", "today")
    (regions,) = [one for one in document["%FEATURE_STRUCTURES"] if one["%ID"] == care["@regions"]]
    assert regions["%ELEMENTS"] == ["sacral", "lumbar"]
    assert care["%ID"] in document["%VIEWS"]["_InitialView"]["%MEMBERS"]
    assert document["%TYPES"]["scribe.Tart"]["region"]["%RANGE"] == "uima.cas.String"
    assert document["%TYPES"]["scribe.Care"]["regions"]["%RANGE"] == "uima.cas.String[]"
    (tart,) = of(document, "scribe.Tart")
    assert "laterality" not in tart
    assert tart["begin"] == len(TEXT[: TEXT.index("boggy")].encode("utf-16-le")) // 2, "Java counts UTF-16 units"
    assert document["%TYPES"]["scribe.Tart"]["%SUPER_TYPE"] == "uima.tcas.Annotation"


def test_the_document_is_an_annotation_without_width(document: Document) -> None:
    """Visit, codes and issues are features of it."""
    (whole,) = of(document, "scribe.Document")
    assert (whole["begin"], whole["end"]) == (0, 0)
    assert (whole["id"], whole["kind"], whole["discipline"]) == ("case-1", "note", "osteopathic")


def test_an_annotator_corrects(document: Document, case: Case) -> None:
    """A side is said, a finding is removed, another is made, and ids are given anew, as INCEpTION does."""
    (tart,) = of(document, "scribe.Tart")
    tart["laterality"] = "left"
    new = {**tart, "%ID": 900, "component": "tissue_texture"}
    members = document["%VIEWS"]["_InitialView"]["%MEMBERS"]
    members.remove(of(document, "scribe.Care")[0]["%ID"])
    members.append(900)
    document["%FEATURE_STRUCTURES"] = [
        *(one for one in document["%FEATURE_STRUCTURES"] if one["%TYPE"] != "scribe.Care"),
        new,
    ]
    corrected = read(document)
    assert [(one.component, one.laterality) for one in corrected.findings.tart] == [
        ("tenderness", "left"),
        ("tissue_texture", "left"),
    ]
    assert corrected.findings.care == ()
    assert corrected.model_copy(update={"findings": case.findings}) == case


def test_what_others_annotate_is_left_alone(document: Document, case: Case) -> None:
    """INCEpTION adds tokens, sentences and the name of the file."""
    name = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
    document["%TYPES"][name] = {"%NAME": name, "%SUPER_TYPE": "uima.tcas.Annotation"}
    document["%FEATURE_STRUCTURES"].append({"%ID": 901, "%TYPE": name, "@sofa": 1, "begin": 0, "end": 3})
    document["%VIEWS"]["_InitialView"]["%MEMBERS"].append(901)
    assert read(document) == case


def test_empty_strings_and_lists_say_nothing(document: Document) -> None:
    """A field that was cleared is not said."""
    of(document, "scribe.Tart")[0]["region"] = ""
    del of(document, "scribe.Care")[0]["@regions"]
    corrected = read(document)
    assert (corrected.findings.tart[0].region, corrected.findings.care[0].regions) == (None, ())


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"text": "a"}', '{"%TYPES": {}, "%FEATURE_STRUCTURES": []}'])
def test_another_format_is_refused(written: str) -> None:
    """It is said which format to choose."""
    with pytest.raises(InputError, match=r"doc\.json: not UIMA CAS JSON 0\.4\.0; choose that format when exporting"):
        inception.case(written, "doc.json")


def test_what_breaks_the_contract_is_refused(document: Document) -> None:
    """A word outside the vocabulary, and a document without its annotation."""
    of(document, "scribe.Tart")[0]["component"] = "soreness"
    with pytest.raises(InputError, match=r"doc\.json: findings\.tart\.0\.component"):
        read(document)
    document["%VIEWS"]["_InitialView"]["%MEMBERS"].remove(of(document, "scribe.Document")[0]["%ID"])
    with pytest.raises(InputError, match=r"doc\.json: 0 annotations of the layer scribe\.Document; there is one"):
        read(document)


def test_layers_are_of_the_kind_that_inception_imports() -> None:
    """It makes span layers of types directly under Annotation whose features are strings and arrays of strings."""
    types = ET.fromstring(inception.type_system().encode()).findall(".//u:typeDescription", SPACE)  # noqa: S314  # our own
    assert {one.findtext("u:supertypeName", namespaces=SPACE) for one in types} == {"uima.tcas.Annotation"}
    layers = {
        one.findtext("u:name", namespaces=SPACE): {
            feature.findtext("u:name", namespaces=SPACE): feature.findtext("u:rangeTypeName", namespaces=SPACE)
            for feature in one.findall(".//u:featureDescription", SPACE)
        }
        for one in types
    }
    assert {value for features in layers.values() for value in features.values()} == {
        "uima.cas.String",
        "uima.cas.StringArray",
    }
    assert {*layers} == {
        "scribe.Document",
        *(f"scribe.{name}" for name in ("Lesion", "Tart", "Neuro", "Imaging", "Diagnosis", "Care", "Function")),
        "scribe.StatedCode",
    }
    assert [*layers["scribe.Lesion"]] == [*label_fields("lesions")]
    assert layers["scribe.Lesion"]["segments"] == "uima.cas.StringArray"
