"""Pain that a touch brings on, told or asked: `palpation of L5 is painful`, `Sore there?`, `And this?`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.answers import answered
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.sensory_test import tests_feeling
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.replies import Answer, Reply
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST = 9
_BARE = 3


def pressed(scene: Scene) -> Iterator[Found]:
    """Read the tenderness that a part of a statement tells of a named place, where no term of it says so."""
    if not words("touching").intersection(scene.words()):
        return
    for chunk in scene.statement.chunks:
        if _is_told_already(scene, chunk) or not scene.view.fixing(chunk):
            continue
        said = scene.words(chunk)
        pain = next((index for index, word in enumerate(said) if word in words("touch_pain")), None)
        if pain is None or not words("touching").intersection(said):
            continue
        found = Chunk(chunk.start + pain, chunk.start + pain + 1)
        painless = said[pain] in words("painless")
        yield Found("tenderness", "absent" if painless else scene.assertion(found), (found,))


def _is_told_already(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a term tells of tenderness already, or of a nerve that is tested."""
    tender = any(hit.term.value == "tenderness" for hit in scene.terms("tart", "finding", "normal", part=chunk))
    return tender or bool(scene.terms("neuro", "sign", "symptom", part=chunk))


def asked_of_touch(scene: Scene) -> Iterator[Found]:
    """Read the tenderness that a question asks about and its answer tells."""
    reply = scene.statement.reply
    if _goes_on_testing(scene):
        return
    tender = [hit for hit in scene.terms("tart", "finding") if hit.term.value == "tenderness"]
    asked: list[Item] = [*(scene.terms("tart", "ask") or tender)]
    if not asked and _asks_of_touch(scene):
        asked = [scene.statement]
    if reply is None or not asked or reply.answer not in {"yes", "no", *_content(scene, reply)}:
        return
    answer = Chunk(reply.end - 1, reply.end)
    for one in answered(scene, asked[0]):
        told = Chunk(answer.start, reply.remark.end) if one.laterality else answer
        yield Found("tenderness", one.assertion, (asked[0], told), laterality=one.laterality, rule="tart.answered")


def _content(scene: Scene, reply: Reply) -> set[Answer]:
    """Return the answer that all is well, where it opens a reply; after a `yeah` the examiner only goes on."""
    return {"normal"} if words("answering").isdisjoint(scene.view.norms[reply.start : reply.end]) else set()


def _asks_of_touch(scene: Scene) -> bool:
    """Tell whether an examiner asks of what the fingers touch: `And this?`, `Is that sharp?`, `If I press?`."""
    said = {word for word in scene.words() if word.isalnum()}
    last = {word for word in scene.words(scene.statement.chunks[-1]) if word.isalnum()}
    placed = scene.topic.place is not None or bool(scene.view.fixing(scene.statement))
    if not scene.by_clinician or len(last) > _LONGEST or not placed:
        return False
    if scene.terms("neuro", "symptom", "sign", "organ") or scene.terms("function", "activity", "limitation"):
        return False
    if words("of_life").intersection(last) and not _winces(scene):
        return False
    points = bool(words("pointing").intersection(said))
    if words("hurting").intersection(last):
        return points or "press" in said or "push" in said or (len(said) <= _BARE and _has_found(scene))
    return points and len(said) <= _LONGEST and _winces(scene)


def volunteered(scene: Scene) -> Iterator[Found]:
    """Read the pain that a patient tells under the hands without a question, as in `Ow, that's the spot.`."""
    near = scene.view.statements_before(scene.statement)[-1:]
    if scene.statement.speaker != "patient" or not near or not _touches(scene, near[0]):
        return
    said = scene.words()
    if len(said) > _LONGEST or not words("pointing").intersection(said):
        return
    sore = next((at for at, word in enumerate(said) if word in words("touch_pain") | {"tender", "spot"}), None)
    if sore is not None and not any(word in words("denials") or word.endswith("n't") for word in said):
        part = Chunk(scene.statement.start + sore, scene.statement.start + sore + 1)
        yield Found("tenderness", "present", (part,), rule="tart.answered")


def _touches(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner has just told of what the fingers feel."""
    found = [hit for hit in scene.view.terms("tart", before) if hit.term.role in {"finding", "position", "normal"}]
    return before.speaker == "clinician" and not before.asks and scene.statement.turn - before.turn == 1 and bool(found)


def _goes_on_testing(scene: Scene) -> bool:
    """Tell whether a question goes on with a test of feeling, as in `Feel this? And here?`."""
    near = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn]
    return not _winces(scene) and any(tests_feeling(scene.view, one) for one in (*near, scene.statement))


def _has_found(scene: Scene) -> bool:
    """Tell whether something was felt right before in the same turn, as in `It's ropy here. Pain?`."""
    before = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn]
    return bool(before) and bool(scene.view.terms("tart", before[-1]))


def _winces(scene: Scene) -> bool:
    """Tell whether the answer starts with a cry of pain."""
    reply = scene.statement.reply
    return reply is not None and bool(words("cries").intersection(scene.view.norms[reply.start : reply.end]))
