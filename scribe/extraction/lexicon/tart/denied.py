"""Tenderness that a question denies, and what the patient makes of it: `That's not sore at L4, is it?`, `No.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit

_LOOSE = frozenset({"hurt", "hurts", "hurting", "painful"})


def denied_of_touch(scene: Scene) -> Iterator[Found]:
    """Read a denial of tenderness that an examiner asks to agree to; who says yes outright objects."""
    reply = scene.statement.reply
    if reply is None or not scene.by_clinician or scene.says("of_days") or not _is_placed(scene):
        return
    denied = next((part for part in _denials(scene)), None)
    if denied is None or reply.answer not in {"yes", "no", "normal"}:
        return
    objects = reply.answer == "yes" and not reply.agrees
    told = Chunk(reply.end - 1, reply.end)
    sides = {side.value for side in scene.view.sides(scene.statement)}
    yield Found(
        "tenderness",
        "present" if objects else "absent",
        (denied, told),
        laterality=sides.pop() if len(sides) == 1 else None,
        rule="tart.answered",
    )


def _is_placed(scene: Scene) -> bool:
    return bool(scene.view.fixing(scene.statement)) or scene.topic.place is not None


def _denials(scene: Scene) -> Iterator[Hit | Chunk]:
    """Yield the words that deny tenderness where they stand."""
    for hit in scene.terms("tart", "normal"):
        if hit.term.value == "tenderness":
            yield hit
    for at in range(scene.statement.start + 1, scene.statement.end):
        if scene.view.norms[at] in _LOOSE and scene.view.norms[at - 1].endswith("n't"):
            yield Chunk(at - 1, at + 1)
