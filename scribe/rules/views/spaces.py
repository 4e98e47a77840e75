"""Which space and which tissue the words of a stenosis name."""

import re
from functools import cache

from scribe.rules.chart import Chart, quotes_of, sentences_of
from scribe.rules.tables import spaces, tissue_words
from scribe.rules.views.mentions import says
from scribe.schema import Lesion


def has_space(lesion: Lesion) -> bool:
    """Whether its region has the space that a stenosis narrows; one without a region may have it."""
    return lesion.region is None or lesion.region in spaces()[lesion.kind]


def names_pelvic_foramen(chart: Chart, lesion: Lesion) -> bool:
    """Whether a foramen is called pelvic and nothing beside it tells that the sacrum is meant."""
    words = sentences_of(chart, lesion)
    return lesion.kind == "foraminal_stenosis" and says(words, "pelvic_foramen") and not _sacral().search(words)


def recess_called_foraminal(lesion: Lesion) -> bool:
    """Whether the quotes of a foraminal stenosis place it in the lateral recess, and name no foramen beside it."""
    words = quotes_of(lesion)
    return lesion.kind == "foraminal_stenosis" and says(words, "lateral_recess") and not _both().search(words)


def tissues_in(text: str) -> frozenset[str]:
    """The connective tissues that a text names."""
    lowered = text.lower()
    return frozenset(tissue for tissue, word in tissue_words() if word.removesuffix("*") in lowered)


@cache
def _sacral() -> re.Pattern[str]:
    return re.compile(r"\bsacr\w+|\bS[1-5]\b", re.IGNORECASE)


@cache
def _both() -> re.Pattern[str]:
    """A recess and a foramen side by side: `lateral recess and foraminal`, `foramen as well as the recess`."""
    joined = r"\s*(?:\b(?:stenosis|narrowing)\s+)?(?:\b(?:and|or|plus|as well as|with)\b|[&/,])\s*(?:[\w-]+\s+){0,3}?"
    recess, foramen = r"(?:\brecess(?:es)?|\bsubarticular)", r"(?:\bneuro)?foram\w+"
    back = r"(?:\blateral\s+recess|\bsubarticular)"
    return re.compile(rf"{recess}{joined}\b{foramen}|{foramen}{joined}{back}", re.IGNORECASE)
