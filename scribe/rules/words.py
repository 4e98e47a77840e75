"""Records in words for a clinician."""

from collections.abc import Iterable

from scribe.rules.tables import condition_facts
from scribe.rules.views.matrix import cell
from scribe.schema import Condition, Lesion, Mechanism, TartComponent
from scribe.terminology.regions import region_words

_KINDS = {
    "somatic_dysfunction": "somatic dysfunction",
    "subluxation_complex": "subluxation complex",
    "canal_stenosis": "canal stenosis",
    "foraminal_stenosis": "foraminal stenosis",
    "other_biomechanical_lesion": "other biomechanical lesion",
}

_MECHANISMS: dict[Mechanism, str] = {
    "subluxation": "subluxation",
    "osseous": "bone",
    "connective_tissue": "connective tissue",
    "disc": "disc",
}

_COMPONENTS: dict[TartComponent, str] = {
    "tissue_texture": "tissue texture change",
    "asymmetry": "asymmetry",
    "restriction": "restricted motion",
    "tenderness": "tenderness",
}


def kind_words(lesion: Lesion) -> str:
    """What a lesion is, such as `canal stenosis`."""
    return _KINDS[lesion.kind]


def kind_of_code(code: str) -> str:
    """What a code of M99 is for, such as `canal stenosis`; empty for every other code."""
    place = cell(code)
    return "" if place is None else _KINDS[place.family.kind]


def needed_for(code: str) -> str:
    """What a document would have to state for a code of M99, such as `canal stenosis of the sacral region by disc`."""
    place = cell(code)
    if place is None:
        return ""
    causes = f" by {mechanism_words(place.family.mechanisms, 'or')}" if place.family.mechanisms else ""
    return f"{_KINDS[place.family.kind]} of the {region_words(place.region)}{causes}"


def lesion_words(lesion: Lesion) -> str:
    """A lesion and its region, such as `canal stenosis of the sacral region`."""
    return kind_words(lesion) if lesion.region is None else f"{kind_words(lesion)} of the {region_words(lesion.region)}"


def mechanism_words(mechanisms: Iterable[Mechanism], last: str = "and") -> str:
    """Mechanisms, such as `bone and disc`."""
    return listed((_MECHANISMS[mechanism] for mechanism in mechanisms), last)


def component_words(components: Iterable[TartComponent], last: str = "and") -> str:
    """Components of TART, such as `asymmetry and tenderness`."""
    return listed((_COMPONENTS[component] for component in components), last)


def condition_words(condition: Condition) -> str:
    """A condition, such as `disc herniation`."""
    return condition_facts()[condition].name


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row, the last one after `and` or another word."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final
