"""The facts of landmarks and positions that the rules look up, read on first use from `tables/`."""

from functools import cache
from typing import NamedTuple

from scribe.rules.tables import rows


class Landmark(NamedTuple):
    """A landmark or a motion test by which a bone is positioned."""

    one: str
    """What it is in words, on one side."""
    both: str
    """What it is in words, on both sides."""
    pattern: str
    """Regular expression for the words that name it; empty for a vertebra."""


class PositionalDiagnosis(NamedTuple):
    """A position that a bone is said to be in."""

    key: str
    """Its key in the tables of landmarks."""
    bone: str
    """`sacrum` or `innominate`."""
    name: str
    """Its name in words, with the place of its side."""
    stems: str
    """Parts of words, one of which stands in whatever states it; only then the pattern is tried."""
    pattern: str
    """Regular expression for the words that state it; `~` stands for up to four words between two."""


class ExpectedLandmark(NamedTuple):
    """A landmark as a positional diagnosis has it."""

    landmark: str
    """The landmark."""
    side: str
    """`same` as the diagnosis, the `other`, `both`, or empty where it has none."""
    state: str
    """What it is there."""


class Coupling(NamedTuple):
    """How rotation and side-bending of a segment go together."""

    joint: str
    """`oa`, `cervical` or `trunk`."""
    sagittal: str
    """`neutral`, `flexed`, `extended`, or empty for each of them."""
    together: str
    """To the `same` or to `opposite` sides."""
    name: str
    """The rule in words."""


@cache
def landmarks() -> dict[str, Landmark]:
    """The landmarks of the pelvic ring."""
    return {key: Landmark(*row) for key, *row in rows("landmarks.csv")}


@cache
def landmark_states() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What a landmark may be, each with its words; an underscore stands for a space."""
    return tuple((landmark, state, _phrases(words)) for landmark, state, words in rows("landmark_states.csv"))


@cache
def landmark_words() -> dict[str, tuple[str, ...]]:
    """The words around a landmark that have a part in reading it, by their part."""
    return {role: _phrases(words) for role, words in rows("landmark_words.csv")}


@cache
def positional_diagnoses() -> tuple[PositionalDiagnosis, ...]:
    """The positional diagnoses of the sacrum and the innominate."""
    return tuple(PositionalDiagnosis(*row) for row in rows("positional_diagnoses.csv"))


@cache
def expected_landmarks() -> dict[str, tuple[ExpectedLandmark, ...]]:
    """The landmarks of each positional diagnosis."""
    found: dict[str, tuple[ExpectedLandmark, ...]] = {}
    for diagnosis, *row in (*rows("sacral_landmarks.csv"), *rows("innominate_landmarks.csv")):
        found[diagnosis] = (*found.get(diagnosis, ()), ExpectedLandmark(*row))
    return found


@cache
def couplings() -> tuple[Coupling, ...]:
    """How the rotation and side-bending of a segment go together."""
    return tuple(Coupling(*row) for row in rows("coupled_motion.csv"))


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words.split())
