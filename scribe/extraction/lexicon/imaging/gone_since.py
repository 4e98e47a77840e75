"""What an earlier study showed and a later one shows no longer: `In May that was an extrusion. Now it's gone.`."""

from collections.abc import Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, ImagingKind

_SOON = 2
_NEAR = 5
_PAST = frozenset({"was", "were", "had", "used", "showed"})
_THEN = frozenset({
    "then", "before", "earlier", "back", "old", "first", "previous", "prior", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "fall",
    "autumn", "winter", "year", "month", "ago",
})  # fmt: skip
"""Words for the time of an earlier study."""
_LEFT = frozenset({
    "gone", "disappeared", "vanished", "resolved", "resorbed", "reabsorbed", "absorbed", "dissolved", "melted",
    "cleared",
})  # fmt: skip
"""What has become of something that a later study does not show."""
_SUBJECTS = frozenset({"it", "it's", "that", "that's", "one", "they", "they're", "now", "piece", "chunk", "fragment"})
_OTHERS = frozenset({"above", "below", "other", "pain", "numbness", "next"})
"""Words of somebody who has turned to something else."""
_NOW = frozenset({"now", "today", "anymore"})
_SMALL = frozenset({"little", "small", "tiny", "smaller", "just", "only", "bulge", "flat", "hardly", "barely", "trace"})


def as_of_today(scene: Scene, found: Item, kind: ImagingKind, assertion: Assertion) -> Assertion:
    """Return how a finding is asserted, which is past where speech says right after that it is there no longer.

    Args:
        scene: The statement that tells of it.
        found: The words for it.
        kind: What it is.
        assertion: How it is asserted by itself.
    """
    return "historical" if assertion == "present" and _is_gone_since(scene, found, kind) else assertion


def _is_gone_since(scene: Scene, found: Item, kind: ImagingKind) -> bool:
    if scene.statement.turn < 0 or not scene.by_clinician:
        return False
    said, at = scene.words(), found.start - scene.statement.start
    dated = not _THEN.isdisjoint(said) or any(word.isdigit() and len(word) == len("2000") for word in said)
    later = [scene.view.norms[one.start : one.end] for one in scene.later_in_turn[:_SOON]]
    if dated and any(_is_gone(words_after) for words_after in later):
        return kind == "disc_herniation"
    once = dated and not _PAST.isdisjoint(scene.words(scene.chunk(found)))
    if once and _is_well_now(said[at + 1 :]):
        return True
    return once and kind == "disc_herniation" and any(_is_smaller_now(words_after) for words_after in later[:1])


def _is_gone(said: Sequence[str]) -> bool:
    """Tell whether a few words say that something is there no longer: `Now it's gone.`, `That one's gone.`."""
    at = next((at for at, word in enumerate(said) if word in _LEFT), None)
    if at is None or at > _NEAR or not _OTHERS.isdisjoint(said):
        return False
    return not _SUBJECTS.isdisjoint(said[:at]) and words("worn").isdisjoint(said[at + 1 : at + 2])


def _is_well_now(said: Sequence[str]) -> bool:
    """Tell whether the rest of a statement says that all is well by now, as in `... and it's fine now`."""
    return not _NOW.isdisjoint(said) and not (words("open") | _LEFT).isdisjoint(said)


def _is_smaller_now(said: Sequence[str]) -> bool:
    """Tell whether the next words tell what is left, as in `What's left now is a little bulge`."""
    return not _NOW.isdisjoint(said[:_NEAR]) and not _SMALL.isdisjoint(said)
