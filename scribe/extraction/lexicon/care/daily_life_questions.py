"""Questions about daily life → what their answers say that the patient cannot do."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from scribe.extraction.lexicon.care.limits import MEASURED, is_measured, is_relief, measure
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import asking, saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Function, FunctionKind

_HOW_REACH = 4
_ANSWER = 2
_LONG_ANSWER = 3
_SHORT = 6
_ASKED_SHORT = 12
_OPENING = 4
_ABLE = frozenset({"can", "could", "able", "manage", "managing"})
_WELL = frozenset({"okay", "ok", "alright", "fine", "well", "good"})
_DENYING = frozenset({"not", "won't", "doesn't", "it"})
_BARE = MEASURED | {"sleep", "driving", "lifting", "bending", "fall_risk", "self_care"}


def read_answers(scene: Scene) -> Iterator[Function]:
    """Read what an answer says of the activities that a question names, or of those that it asks for."""
    statement = scene.statement
    if not statement.asks or statement.turn < 0 or statement.speaker == "patient" or scene.stance == "exam":
        return
    seen: set[str] = set()
    for hit, told in (*_asked_far(scene), *_asked_what(scene), *_asked_whether(scene)):
        kind: FunctionKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        if kind not in seen:
            seen.add(kind)
            yield Function(kind=kind, read_by="function.answered", evidence=scene.quote(hit, told))


def _asked_far(scene: Scene) -> Iterator[tuple[Hit, Item]]:
    """Read the question how far or how long, whose answer gives a limit, unless it tells that there is none."""
    reply, said = scene.statement.reply, scene.words()
    if said[:1] != ["how"] and "how" not in said[-_HOW_REACH:]:
        return
    if {"far", "long"}.isdisjoint(said) or (reply and reply.answer == "normal"):
        return
    yield from ((hit, hit) for hit in scene.terms("function", "activity")[:1])


@lru_cache(maxsize=1)
def asking_what(view: View) -> frozenset[int]:
    """Return where the questions start that ask what cannot be done."""
    limits = saying(view, words("asking_limits"))
    return limits & asking(view) & saying(view, words("asking_what")) if limits else limits


def _asked_what(scene: Scene) -> Iterator[tuple[Hit, Item]]:
    """Read what is named to who asks what cannot be done, as in `What's it keeping you from?`, `Driving.`."""
    if scene.statement.start not in asking_what(scene.view):
        return
    for said in _answer(scene)[:_LONG_ANSWER]:
        for hit in scene.view.terms("function", said):
            if hit.term.role == "activity" and hit.start - said.start < _SHORT and not is_relief(scene, hit):
                yield hit, hit


def _asked_whether(scene: Scene) -> Iterator[tuple[Hit, Item]]:
    """Read the answer to who asks how an activity goes, as in `And sitting?`, `Ten minutes, tops.`."""
    asked = scene.terms("function", "activity")
    answer = _answer(scene)[:_ANSWER]
    if not asked or not answer or len(scene.words()) > _ASKED_SHORT or scene.says("walking_tests"):
        return
    if scene.terms("neuro", "symptom", "organ") or not scene.view.names_clinician:
        return
    hit, first = asked[-1], answer[0]
    told = _told(scene, hit, answer)
    if told is None and _is_admitted(scene, hit, scene.view.norms[first.start : first.end]):
        told = first
    if told is not None:
        yield hit, Chunk(told.start, min(told.end, told.start + _SHORT))


def _told(scene: Scene, asked: Hit, answer: list[Statement]) -> Item | None:
    """Return the words of an answer that limit what was asked."""
    for said in answer:
        own = scene.view.terms("function", said)
        limits = [hit for hit in own if hit.term.role in {"limit", "limitation"} and is_measured(scene, hit)]
        if limits:
            return limits[0]
        if asked.term.value in MEASURED and (found := measure(scene, said)):
            return found
    return None


def _is_admitted(scene: Scene, asked: Hit, said: list[str]) -> bool:
    """Tell whether trouble with an activity is admitted, or that it can be done denied."""
    reply, question = scene.statement.reply, scene.words()
    if reply is None:
        return False
    if asked.term.value == "fall_risk" or scene.terms("function", "limit") or scene.says("troubles"):
        return reply.answer == "yes"
    able = not _ABLE.isdisjoint(question[:_OPENING]) or not _WELL.isdisjoint(question)
    asks = able or (len(question) <= _OPENING and asked.term.value in _BARE)
    refuses = reply.answer == "no" and words("retiring").isdisjoint(said)
    return asks and refuses and _DENYING.isdisjoint(question)


def _answer(scene: Scene) -> list[Statement]:
    """Return the statements of the turn that answers a question, where no other question stands between."""
    after = scene.view.statements_after(scene.statement)
    rest = [*takewhile(lambda one: one.turn == scene.statement.turn, after)]
    if any(one.asks for one in rest):
        return []
    turn = scene.statement.turn + 1
    return [one for one in after[len(rest) :] if one.turn == turn and one.speaker != "clinician"]
