"""What a patient has read and the clinician confirms: `The report said a bulge.`, `A small one, on the left.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import READ, SHOWN
from scribe.extraction.lexicon.imaging.level_and_side import only_side
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_READ = frozenset({"report", "letter", "said", "says", "paper", "portal", "read", "results", "mentioned"})
_SIZES = frozenset({"small", "tiny", "mild", "little", "minor", "modest", "moderate", "big", "large", "slight"})
_OPENING = 9
_LEADING = frozenset(
    {"it's", "its", "it", "yeah", "yes", "yep", "that's", "right", "there's", "a", "and", "well", "oh"}
)
_LAST, _NEAR = 2, 4


def confirmed(scene: Scene) -> Iterator[Described]:
    """Read what a clinician confirms of what a patient has just named: its size, and its side if told.

    Args:
        scene: The statement of the clinician.
    """
    if not scene.by_clinician or scene.terms("imaging", "finding") or scene.words()[0] not in _LEADING:
        return
    opening = Chunk(scene.statement.start, min(scene.statement.end, scene.statement.start + _OPENING))
    sizes = scene.said_words(opening, _SIZES)
    if not sizes or any(map(is_not, scene.words(opening))):
        return
    asked = [one for one in _said_before(scene) if not _READ.isdisjoint(scene.words(one))]
    named = [hit for one in asked for hit in _shown(scene, one)]
    if named:
        levels = [place.region for one in _said_before(scene) for place in scene.view.fixing(one)]
        region = levels[-1] if levels else None
        yield Described(named[-1].term.value, "present", sizes[0], sizes[0], only_side(scene), region)  # type: ignore[arg-type]  # the table holds the schema's words


def denied_on_study(scene: Scene) -> Iterator[Described]:
    """Read what a clinician denies of what a patient has asked, by a study: `So no slipped disc?`, `Not on the MRI.`.

    Args:
        scene: The statement of the clinician.
    """
    said = [word for word in scene.words() if word[0].isalnum()]
    if not scene.by_clinician or said[:1] not in (["no"], ["not"], ["nope"]) or "on" not in said[:_NEAR]:
        return
    studies = scene.terms("imaging", "modality")
    asked = [one for one in _said_before(scene) if one.asks] if studies else []
    for hit in (hit for one in asked[-1:] for hit in scene.view.terms("imaging", one)):
        if hit.term.role == "finding" and hit.term.value in READ | {"neoplasm"}:
            yield Described(hit.term.value, "absent", studies[0], studies[0])  # type: ignore[arg-type]  # the table holds the schema's words
            return


def _said_before(scene: Scene) -> list[Statement]:
    """Return what the patient has just said, to which the first statement of a turn answers."""
    before = scene.view.statements_before(scene.statement)[-_LAST:]
    return [one for one in before if one.speaker == "patient" and one.turn == scene.statement.turn - 1]


def _shown(scene: Scene, statement: Statement) -> list[Hit]:
    found = scene.view.terms("imaging", statement)
    denied = words("denials") | {"not"}
    told = denied.isdisjoint(scene.words(statement))
    return [hit for hit in found if hit.term.role == "finding" and hit.term.value in SHOWN and told]
