"""Verdicts on a motion: words that say how far it went, as in `about half`, `all the way` and `stops at forty`."""

from functools import cache

from scribe.extraction.lexicon.context.denials import denies, is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.ranges import is_part
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_STIFFER = frozenset({"stiffer", "tighter", "shorter"})
_TOWARD = frozenset({"way", "side", "direction"})
"""Words with which a motion is set against that to the other side, as in `you're stiffer that way`."""
_FEW_DEGREES = 60
_FEWEST = 5
_BARE = 4
_ROUNDING = frozenset({"at", "about", "around", "maybe", "only", "just", "roughly", "like", "barely", "say", "what"})
_REACHED = frozenset({"eighty", "ninety", "80", "90"})
_EASILY = (["easy"], ["easily"], ["plenty"])
_LONGEST_PART = 8
_LONGEST_PRAISE = 5
_LONGEST_NOTE = 4
_PLENTY = frozenset({"plenty", "lovely", "beautiful", "perfect"})
_ALIKE = frozenset(
    {"even", "evenly", "equal", "equally", "same", "alike", "symmetric", "symmetrical", "way", "okay", "ok"}
)
"""Words that compare two sides, or only go on."""
_PRAISING = _PLENTY | {
    "that", "it", "that's", "it's", "is", "there", "of", "room", "motion", "range", "very", "really", "pretty", "just",
    "all", "looks", "nice", "your", "and", "still", "too", "now", "today",
}  # fmt: skip
"""Words of a verdict that finds nothing short."""


def verdict_on(scene: Scene, told: Statement | Chunk) -> tuple[Assertion, Chunk] | None:
    """Return what a verdict says of a motion that was asked for, and its word: `Yeah that's about half.`.

    Args:
        scene: The statement that asks for it.
        told: The statement or part that may judge it.
    """
    said = scene.words(told)
    partway = words("partway") - {"tight"} if scene.view.places(told) else words("partway")
    short = next((at for at in range(len(said)) if is_part(said, at, partway) or _measures(said, at)), None)
    bidden = told.start > 0 and scene.view.norms[told.start - 1] in words("motion_commands")
    ways = (at for at in range(len(said)) if said[at : at + 3] == ["all", "the", "way"] and not bidden)
    wholly = (at for at, word in enumerate(said) if word in words("all_the_way") and said[at + 1 : at + 2] != ["of"])
    full = next(wholly, next(ways, _well_at(said) if _well_at(said) is not None else _reached_at(said)))
    at = short if short is not None else full
    tested = any(hit.term.role != "value" for hit in scene.view.terms("neuro", told))
    of_leg = not words("leg_ends").isdisjoint(said[:at]) and said[at or 0] in words("lengths")
    if at is None and not _STIFFER.isdisjoint(said) and not _TOWARD.isdisjoint(said):
        at = short = next(index for index, word in enumerate(said) if word in _STIFFER)
    if at is None or tested or of_leg:
        return None
    denied = denies(said[:at])
    part = Chunk(told.start + at, told.start + at + 1)
    return ("present" if denied or short is not None else "absent"), part


def _well_at(said: list[str]) -> int | None:
    """Return the index of the word that calls a motion well, as in `that's good`; a bare `good` only goes on."""
    well = (words("asked_well") | words("full") | words("well_moving")) - _ALIKE
    opening = [word for word in said if word[0].isalnum()][:_LONGEST_PRAISE]
    if opening[:1] == ["you"] and opening[1:2] != [] and opening[1] in words("moving"):
        opening = ["that", *opening[2:]]
    told = opening[:1] in (
        ["that"],
        ["it"],
        ["that's"],
        ["is"],
        ["your"],
        ["motion"],
        ["range"],
    ) and not well.isdisjoint(opening)
    plenty = not _PLENTY.isdisjoint(opening)
    if not (told or plenty) or any(map(is_not, said)) or not _PRAISING.union(well).issuperset(opening):
        return None
    return next(at for at, word in enumerate(said) if word in (_PLENTY if plenty else well))


def _reached_at(said: list[str]) -> int | None:
    """Return the index of a measure that a healthy neck reaches, as in `Good, that's about eighty`."""
    told = (at for at, word in enumerate(said) if word in _REACHED)
    reached = (at for at in told if said[at - 1] in _ROUNDING | {"is", "it's"} or said[at + 1 : at + 2] in _EASILY)
    return next((at for at in reached if words("counted").isdisjoint(said[at + 1 : at + 2])), None)


def _measures(said: list[str], at: int) -> bool:
    """Tell whether a word opens a range in degrees that is short of the normal, or a part of it."""
    few = is_part(said, at, words("short_tens") | {"half"}) or (
        said[at].isdecimal() and _FEWEST <= int(said[at]) <= _FEW_DEGREES
    )
    rounded = not {"maybe", "tops", "ish"}.isdisjoint(said[at + 1 : at + 4])
    before = next((word for word in reversed(said[:at]) if word[0].isalnum()), "")
    bare = len([word for word in said if word[0].isalnum()]) <= _BARE or rounded or before in _ROUNDING
    counted = not {"degrees", "percent", "deg"}.isdisjoint(said[at + 1 : at + 3])
    if not {"easy", "easily", "fine", "good"}.isdisjoint(said[at + 1 : at + 4]):
        return False
    if said[at - 1 : at] in (["another"], ["extra"], ["further"]):
        return False
    return few and (counted or (bare and words("counted").isdisjoint(said[at + 1 : at + 2])))


def plain_verdict(scene: Scene, part: Chunk) -> Found | None:
    """Read words that say no more than how far a motion goes."""
    said = scene.words(part)
    if len(said) > _LONGEST_PART or any(
        hit.term.role in {"finding", "normal"} for hit in scene.terms("tart", part=part)
    ):
        return None
    if not words("soft").union(("another", "extra")).isdisjoint(said):
        return None  # What goes further is compared, and not short; and what is soft tells of a muscle.
    denied = any(map(is_not, said))
    at = next((at for at in range(len(said)) if is_part(said, at, _short())), None)
    if at is not None:
        return Found("restriction", "present", (Chunk(part.start + at, part.start + at + 1),), rule="tart.motion")
    at = next((at for at, word in enumerate(said) if word in _well()), None)
    if at is None:
        return None
    assertion: Assertion = "present" if denied else "absent"
    return Found("restriction", assertion, (Chunk(part.start + at, part.start + at + 1),), rule="tart.motion")


@cache
def _short() -> frozenset[str]:
    return words("partway") | words("limited") | words("short_tens")


@cache
def _well() -> frozenset[str]:
    return words("well_moving") | words("full") | _PLENTY | {"easy"}


def is_enough(scene: Scene, told: Statement | Chunk, measure: Chunk) -> bool:
    """Tell whether the next part calls a measure normal, as in `left one's thirty-five, that's fine`."""
    parts = told.chunks if isinstance(told, Statement) else scene.statement.chunks
    later = next((part for part in parts if part.start >= measure.end), None)
    said = [word for word in scene.words(later) if word[0].isalnum()] if later else []
    return len(said) in range(1, _LONGEST_NOTE) and not words("asked_well").union(("good", "normal")).isdisjoint(said)
