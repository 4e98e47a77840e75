"""What a row of a vocabulary table may hold: the roles of each table, and the values of each role."""

from functools import cache
from typing import NamedTuple, get_args

from scribe.schema import (
    Assertion,
    CareKind,
    Condition,
    FunctionKind,
    ImagingKind,
    Laterality,
    LesionKind,
    Mechanism,
    Modality,
    NeuroKind,
    TartComponent,
)

_NOTHING = ("",)
_MAY = frozenset({"structure"})
_ASSERTING = frozenset({"assertion"})
_PAIRS = ("disc+osseous", "osseous+connective_tissue", "disc+connective_tissue")
"""Mechanisms that are named in one breath."""


class Form(NamedTuple):
    """What a row of one table and role may hold."""

    values: tuple[str, ...]
    """The values to choose from; an empty one where the role needs none."""
    needs: frozenset[str] = frozenset()
    """The further columns that must be filled."""
    may: frozenset[str] = frozenset()
    """The further columns that may be filled."""


@cache
def forms() -> dict[str, dict[str, Form]]:
    """Return the forms of each table by their roles."""
    placed = Form(_NOTHING, needs=_MAY)
    assertions = tuple(value for value in get_args(Assertion) if value not in {"present", "other_person"})
    lesions = tuple(kind for kind in get_args(LesionKind) if not kind.endswith("stenosis"))
    spaces = tuple(kind for kind in get_args(LesionKind) if kind.endswith("stenosis"))
    positioned = Form(("somatic_dysfunction",), needs=_MAY)
    components = get_args(TartComponent)
    return {
        "anatomy": dict.fromkeys(("", "vague", "soft", "muscle", "limb", "capitals", "listed"), placed),
        "sides": {"": Form(get_args(Laterality))},
        "cues": {
            **dict.fromkeys(("before", "spoken_before", "negator", "past_verb", "urging", "hearsay"), Form(assertions)),
            "after": Form((*assertions, "other_person")),
            "person": Form(("other_person",)),
            **dict.fromkeys(("terminator", "pseudo", "told", "stranger", "teaching", "inverted"), Form(_NOTHING)),
        },
        "replies": {
            **dict.fromkeys(("positive_reply", "assent_reply"), Form(("present",))),
            "negative_reply": Form(("absent",)),
            "normal_reply": Form(("normal",)),
            **dict.fromkeys(("same_reply", "past_reply", "open_reply", "correction", "retraction"), Form(_NOTHING)),
        },
        "stances": dict.fromkeys(
            ("conclusion", "weak_conclusion", "carried", "carried_end", "carried_label"), Form(_NOTHING)
        ),
        "lesions": {
            **dict.fromkeys(("head", "weak_head", "assessment_head"), Form(lesions)),
            **dict.fromkeys(("position", "listing"), positioned),
            "narrowing": Form(("stenosis",)),
            "compartment": Form(spaces),
            **dict.fromkeys(("distractor", "lookalike"), Form(_NOTHING)),
        },
        "mechanisms": {"": Form((*get_args(Mechanism), *_PAIRS))},
        "tart": {
            "finding": Form(components),
            **dict.fromkeys(("normal", "capitals"), Form(components, may=_ASSERTING)),
            "test": Form(("restriction",), may=_MAY),
            "motion": Form(("restriction",)),
            "ask": Form(("tenderness",)),
            "position": Form(("asymmetry",)),
        },
        "feel": {
            **dict.fromkeys(("tone", "texture", "skin", "hand"), Form(("tissue_texture",), may=_ASSERTING)),
            **dict.fromkeys(("yielding", "lump"), Form(("tissue_texture",))),
            "reaction": Form(("tenderness",), may=_ASSERTING),
            "wincing": Form(("tenderness",)),
        },
        "neuro": {
            "symptom": Form(get_args(NeuroKind), may=_ASSERTING),
            "sign": Form(get_args(NeuroKind)),
            "organ": Form(("bowel_bladder",)),
            "value": Form(("normal", "abnormal", "negative", "possible"), may=_ASSERTING),
        },
        "imaging": {"modality": Form(get_args(Modality)), "finding": Form(get_args(ImagingKind), may=_ASSERTING)},
        "conditions": dict.fromkeys(("condition", "capitals"), Form(get_args(Condition), may=_MAY)),
        "care": {"care": Form(get_args(CareKind)), "": Form(get_args(CareKind))},
        "function": {
            **dict.fromkeys(("activity", "doing", "limitation"), Form(get_args(FunctionKind))),
            "limit": Form(_NOTHING),
        },
    }
