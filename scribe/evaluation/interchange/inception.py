"""INCEpTION: a case as UIMA CAS JSON 0.4.0, the layers of a project as a UIMA type system, and the way back.

Each group of findings is a span layer, and every field of the contract is a feature of it: a string, or an array of
strings. What is labelled of a document as a whole is one more span, of no width, at the start of the text: INCEpTION
makes layers of annotations only when it is given a type system. What else its exports hold (tokens, sentences, layers
of others) is left alone.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from scribe.errors import InputError
from scribe.evaluation.dataset import GROUPS, Case, Group
from scribe.evaluation.interchange.contract import (
    ABOUT,
    CODES,
    ENCOUNTER,
    ISSUES,
    Field,
    Labels,
    case_of,
    fields_of,
    finding_of,
    labels_of,
    span_of,
)
from scribe.schema import Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem
    from cassis.typesystem import FeatureStructure

# cassis takes a third of a second, and is only there with the extra `eval`.
# ruff: noqa: PLC0415

_DOCUMENT = "scribe.Document"
_WHOLE = (*ABOUT, *ENCOUNTER, *CODES, ISSUES)


def type_system() -> str:
    """Write the layers as a UIMA type system in XML, for *Project settings · Layers · Import*."""
    written: str = _types().to_xml()
    return written


def document(case: Case) -> str:
    """Write a case as a document in UIMA CAS JSON 0.4.0, with its labels as annotations."""
    from cassis import Cas

    types, labels = _types(), labels_of(case)
    cas = Cas(typesystem=types, sofa_string=case.text, sofa_mime="text/plain")
    cas.add(_structure(types, _DOCUMENT, (0, 0), _WHOLE, _of_document(labels)))
    for group in GROUPS:
        for label in labels["findings"][group]:
            cas.add(_structure(types, _layer(group), span_of(label["quote"], case.text), fields_of(group), label))
    written: str = cas.to_json()
    return written


def case(written: str, place: str) -> Case:
    """Read a document that INCEpTION exported as UIMA CAS JSON 0.4.0.

    Args:
        written: The document.
        place: Where it is from, for the message of an error.

    Raises:
        InputError: It is no such document, has not its one annotation of the document, or breaks the contract.
    """
    cas = _loaded(written, place)
    wholes = [*_annotations(cas, _DOCUMENT)]
    if len(wholes) != 1:
        raise InputError(f"{place}: {len(wholes)} annotations of the layer {_DOCUMENT}; there is one, at the start.")
    said = _values(wholes[0], _WHOLE)
    findings = {
        group: [
            {**_values(one, fields_of(group)), "quote": one.get_covered_text()}
            for one in _annotations(cas, _layer(group))
        ]
        for group in GROUPS
    }
    labels = {
        **{name: said[name] for name in (*(field.name for field in ABOUT), ISSUES.name)},
        "encounter": {field.name: said[field.name] for field in ENCOUNTER},
        "text": cas.sofa_string,
        "findings": findings,
        "codes": {name: said[name] for name in (field.name for field in CODES)},
    }
    return case_of(labels, place)


@cache
def _types() -> "TypeSystem":
    from cassis import TypeSystem

    types = TypeSystem()
    for layer, fields in ((_DOCUMENT, _WHOLE), *((_layer(group), fields_of(group)) for group in GROUPS)):
        made = types.create_type(layer, "uima.tcas.Annotation")
        for field in fields:
            value = "uima.cas.StringArray" if field.is_list else "uima.cas.String"
            types.create_feature(made, field.name, value, description=_choice(field))
    return types


def _choice(field: Field) -> str | None:
    return f"{'Any' if field.is_list else 'One'} of: {', '.join(field.words)}" if field.words else None


def _layer(group: Group) -> str:
    return f"scribe.{finding_of(group).__name__}"


def _of_document(labels: Labels) -> Labels:
    return {**labels, **labels["encounter"], **labels["codes"]}


def _structure(
    types: "TypeSystem", layer: str, span: Span, fields: tuple[Field, ...], said: Labels
) -> "FeatureStructure":
    array = types.get_type("uima.cas.StringArray")
    values = {
        field.name: array(elements=said[field.name]) if field.is_list else said[field.name]
        for field in fields
        if said[field.name]
    }
    made: FeatureStructure = types.get_type(layer)(begin=span[0], end=span[1], **values)
    return made


def _loaded(written: str, place: str) -> "Cas":
    from cassis import load_cas_from_json

    try:
        cas = load_cas_from_json(written)
    except (AttributeError, KeyError, TypeError, ValueError):
        # What the library says may quote the document.
        cas = None
    if cas is None or not isinstance(cas.sofa_string, str):
        raise InputError(f"{place}: not UIMA CAS JSON 0.4.0; choose that format when exporting.")
    return cas


def _annotations(cas: "Cas", layer: str) -> "Iterator[FeatureStructure]":
    """Yield the annotations of a layer in the order in which they were written."""
    if cas.typesystem.contains_type(layer):
        yield from sorted(cas.select(layer), key=lambda one: one.xmiID)


def _values(one: "FeatureStructure", fields: tuple[Field, ...]) -> Labels:
    """Return what an annotation says; INCEpTION leaves out features without a value."""
    return {field.name: _value(getattr(one, field.name, None), field) for field in fields}


def _value(value: Any, field: Field) -> list[str] | str | None:  # noqa: ANN401  # JSON
    if field.is_list:
        return [*(getattr(value, "elements", value) or ())]
    return value or None
