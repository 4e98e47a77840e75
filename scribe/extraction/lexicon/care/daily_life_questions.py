"""Questions about daily life → what their answers say that the patient cannot do."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from scribe.extraction.lexicon.care.limits import MEASURED, brings_relief, is_measured, is_relief, measure
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import asking, saying, statements_at
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
_BREATH = frozenset({"breath", "breathless", "winded", "dizzy", "lightheaded", "chest"})
"""Words of who is asked for something else than pain, as in `Short of breath on the stairs?`."""
_PROVOKING = frozenset({
    "worse", "worst", "sets", "set", "brings", "bring", "provokes", "triggers", "aggravates", "aggravate", "irritates",
    "flares", "bothers", "bother",
})  # fmt: skip
_ASKING_WHEN = frozenset({("when", "is"), ("when", "does"), ("when", "do"), ("when's", "it")})
_FEELING = _PROVOKING | {"feel", "get", "hurt", "notice", "happen", "come"}
_ASKED_FIRST = 3
_ASKING_CAUSE = frozenset({"what", "whats", "what's", "when", "and", "so"})
_ASKING_RELIEF = frozenset({"better", "ease", "eases", "helps", "help", "relieves", "done", "last", "changed"})
_BROUGHT_ONCE = frozenset({("brings", "you"), ("bring", "you"), ("set", "this"), ("set", "that"), ("did", "you")})
"""Words of questions for what has happened once, as in `What brings you in?`."""
_ONCE = frozenset({"was", "were", "after", "started", "began", "happened"})
_GOING_ON = frozenset({"and", "or", "also", "plus"})
_EXPLAINING = frozenset({"like", "say", "meaning"})
"""Words that open a question which only explains the one before, as in `And standing? Like at the sink?`."""
_COUNTED = frozenset({"once", "twice", "couple", "few", "several", "three", "two", "one", "2", "3", "1"})
_HOURS = frozenset({"hour", "hours", "hrs"})
_FULL = frozenset({"week", "day", "eight", "ten", "twelve", "8", "10", "12", "40", "forty"})
_BESIDE = {
    "walking": frozenset({"sitting"}),
    "standing": frozenset({"sitting"}),
    "work": frozenset({"lifting", "bending", "sitting", "standing", "walking", "driving"}),
}
"""What an answer may name of an activity itself: the rest that breaks it off, or what is done in it."""
_BARE = MEASURED | {"sleep", "driving", "lifting", "bending", "fall_risk", "self_care"}


def read_answers(scene: Scene) -> Iterator[Function]:
    """Read what an answer says of the activities that a question names, or of those that it asks for."""
    statement = scene.statement
    if statement.turn < 0 or statement.speaker == "patient" or scene.stance == "exam":
        return
    if not statement.asks and statement.start not in asking_cause(scene.view):
        return
    seen: set[str] = set()
    for hit, told in (*_asked_far(scene), *_asked_what(scene), *_asked_cause(scene), *_asked_whether(scene)):
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


@lru_cache(maxsize=1)
def asking_cause(view: View) -> frozenset[int]:
    """Return where the questions start that may ask what brings a pain on."""
    feeling = saying(view, _FEELING) if view.document.turns else frozenset()
    if not feeling:
        return feeling
    unmarked = (one.start for one in statements_at(view, feeling) if _is_all_of_turn(view, one))
    return feeling & asking(view).union(unmarked) & saying(view, words("asking_what") | {"when", "when's"})


def _is_all_of_turn(view: View, one: Statement) -> bool:
    """Tell whether a statement without a mark is all that its speaker says, as in `what sets it off`."""
    beside = (*view.statements_before(one)[-1:], *view.statements_after(one)[:1])
    alone = all(other.turn != one.turn for other in beside)
    return alone and one.end - one.start <= _SHORT and view.norms[one.start] in _ASKING_CAUSE


def _asked_cause(scene: Scene) -> Iterator[tuple[Hit, Item]]:
    """Read what is named to who asks what brings a pain on, as in `What sets it off?`, `Sitting.`."""
    if scene.statement.start not in asking_cause(scene.view) or not _asks_for_cause(scene.words()):
        return
    for at, said in enumerate(_answer(scene)[:_ANSWER]):
        goes_on = at == 0 or scene.view.norms[said.start] in _GOING_ON
        once = not _ONCE.isdisjoint(scene.view.norms[said.start : said.end])
        if not goes_on or once or brings_relief(scene.view, said):
            continue
        sits = False
        for hit in scene.view.terms("function", said):
            # A car that somebody sits in brings nothing on by itself.
            carried = sits and hit.term.value == "driving"
            sits = sits or hit.term.value == "sitting"
            near = hit.start - said.start < _ASKED_SHORT
            if hit.term.role == "activity" and near and not (carried or is_relief(scene, hit)):
                yield hit, hit


def _asks_for_cause(said: Sequence[str]) -> bool:
    """Tell whether a question is what, or at what time, it hurts, and not whether it does: `Is it worse sitting?`."""
    if not _ASKING_RELIEF.isdisjoint(said):
        return False
    if any(pair in _ASKING_WHEN for pair in pairwise(said[:_ASKED_FIRST])):
        return not _FEELING.isdisjoint(said)
    asks = not words("asking_what").isdisjoint(said[:_ASKED_FIRST])
    return asks and not _PROVOKING.isdisjoint(said) and _BROUGHT_ONCE.isdisjoint(pairwise(said))


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
    if scene.terms("neuro", "symptom", "organ") or not scene.view.names_clinician or not _BREATH.isdisjoint(scene.said):
        return
    hit, first = asked[-1], answer[0]
    told = _told(scene, hit, answer)
    if told is None and _is_admitted(scene, hit, scene.view.norms[first.start : first.end]):
        told = first
    if told is not None:
        yield hit, Chunk(told.start, min(told.end, told.start + _SHORT))


def _told(scene: Scene, asked: Hit, answer: list[Statement]) -> Item | None:
    """Return the words of an answer that limit what was asked, before it turns to another activity."""
    for said in answer:
        own = scene.view.terms("function", said)
        named = {hit.term.value for hit in own if hit.term.role in {"activity", "limitation"}}
        named -= _BESIDE.get(asked.term.value, frozenset())
        if named and asked.term.value not in named:
            break
        told = (hit for hit in own if hit.term.role in {"limit", "limitation"} and is_measured(scene, hit))
        limits = [hit for hit in told if scene.view.norms[hit.start - 1] != "no"]
        if limits:
            return limits[0]
        if asked.term.value in MEASURED and (found := measure(scene, said)) and not brings_relief(scene.view, said):
            return found
        if asked.term.value == "work" and (few := _few_hours_of_work(scene, said)):
            return few
    return _count_of_falls(scene, answer[0]) if asked.term.value == "fall_risk" else None


def _few_hours_of_work(scene: Scene, said: Statement) -> Item | None:
    """Return how few hours somebody works, as in `Still working?`, `I go in. I do maybe two hours.`."""
    found, told = measure(scene, said), scene.view.norms[said.start : said.end]
    few = found is not None and scene.view.norms[found.end - 1] in _HOURS and _FULL.isdisjoint(told)
    return found if few else None


def _count_of_falls(scene: Scene, said: Statement) -> Item | None:
    """Return how often somebody fell, as in `Falls?`, `One. In the driveway.`."""
    counted = not _COUNTED.isdisjoint(scene.view.norms[said.start : said.start + 2])
    return said if counted and scene.statement.reply is None else None


def _is_admitted(scene: Scene, asked: Hit, said: list[str]) -> bool:
    """Tell whether trouble with an activity is admitted, or that it can be done denied."""
    reply, question = scene.statement.reply, scene.words()
    if reply is None:
        return False
    if asked.term.value == "fall_risk" or scene.terms("function", "limit") or scene.says("troubles"):
        return reply.answer == "yes"
    able = not _ABLE.isdisjoint(question[:_OPENING]) or not _WELL.isdisjoint(question)
    asks = able or (len(question) <= _OPENING and asked.term.value in _BARE)
    refuses = reply.answer == "no" and (words("retiring") | words("troubles")).isdisjoint(said)
    return asks and refuses and _DENYING.isdisjoint(question)


def _answer(scene: Scene) -> list[Statement]:
    """Return the statements of the turn that answers a question, where no other question stands between."""
    after = scene.view.statements_after(scene.statement)
    rest = [*takewhile(lambda one: one.turn == scene.statement.turn, after)]
    if any(one.asks and scene.view.norms[one.start] not in _EXPLAINING for one in rest):
        return []
    turn = scene.statement.turn + 1
    return [one for one in after[len(rest) :] if one.turn == turn and one.speaker != "clinician"]
