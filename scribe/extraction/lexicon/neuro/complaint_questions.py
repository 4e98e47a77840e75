"""Questions about complaints: what they take for granted, and what their answers say."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.answers import answered, named_in_answer
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.cauda_equina import ALARMS, asks_health, is_charged, is_meant
from scribe.extraction.lexicon.neuro.finding_kinds import Found, is_of_senses, kind_of
from scribe.extraction.lexicon.neuro.radiation import EXTENTS, is_way_of_feeling, running, runs_before
from scribe.extraction.lexicon.neuro.tension_tests import is_test
from scribe.extraction.lexicon.neuro.values import BESIDE
from scribe.extraction.lexicon.neuro.weakness_and_numbness import lacking, strange_feelings
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
from scribe.schema import Assertion, Laterality, NeuroKind

_SHORT = 9
_WHOLE = 12
_REST = frozenset({("rest", "no"), ("otherwise", "no"), ("others", "no"), ("nothing", "else"), ("else", "no")})
_UNABLE = frozenset({"can't", "cannot", "couldn't", "won't", "unable", "trouble", "leak", "leaks", "leaking"})
_RETAINING = frozenset({
    ("won't", "start"), ("won't", "come"), ("can't", "start"), ("doesn't", "start"), ("doesn't", "come"),
    ("won't", "go"), ("nothing", "comes"), ("nothing", "happens"), ("can't", "go"), ("get", "started"),
    ("to", "strain"), ("to", "push"), ("didn't", "make"), ("not", "make"), ("wet", "myself"), ("soiled", "myself"),
})  # fmt: skip
"""Words of who cannot let go or hold, whatever the answer opens with, as in `No. I wait and it won't start.`."""
_LASTING = frozenset({
    ("for", "years"), ("always", "been"), ("always", "have"), ("always", "has"), ("always", "done"), ("for", "ages"),
    ("same", "as"), ("the", "usual"),
})  # fmt: skip
_NEWS = frozenset({"can't", "cannot", "couldn't", "won't", "new", "worse", "now"})
_AGREEING = frozenset({"yes", "normal"})
_WALKING = frozenset({"walk", "walking", "feet", "gait"})
_STEADY = frozenset({"steady", "normal", "normally", "okay", "ok", "fine", "alright"})
_ABLE = ("feel ", "feeling ", "hold ", "control ")
"""How an ability is asked about, whose denial is a loss: `Can you feel it when you wipe?`, `No.`."""
_LESS = frozenset({
    "numb", "numbness", "different", "less", "dull", "tingling", "tingly", "funny", "odd", "strange", "any", "trouble",
})  # fmt: skip
_SHOWING = frozenset({"see", "notice", "feel", "you", "do"})
_SHOWN = _SHOWING | {"that", "it", "this", "too", "the", "difference"}
"""Words of a tag with which an examiner points to what is seen."""
_UNTIL_NOW = frozenset({"since", "for"})
_STRONG = "strong"
ASKED_HEALTH = _WALKING | {_STRONG}
"""Words of which one asks for the health of a limb or a walk."""
_OPENING = 3
_ASKING = frozenset({"is", "are", "was", "does", "do", "has", "have"})
_RATHER = frozenset({"more", "like", "mostly"})
_HURTING = frozenset({"hurts", "aches", "stiff", "sore", "tight", "painful", "throbs", "cramps"})
"""Words for what is neither weak nor numb."""
_MANNERS = frozenset({
    "constant", "constantly", "continuous", "continual", "intermittent", "always", "daily", "worse", "worst", "better",
    "severe", "new", "improving", "improved", "spreading", "sudden", "gradual", "every", "all", "worsening", "changed",
})  # fmt: skip
"""How or how often a complaint is there that itself is in no doubt."""
_DOUBTING = frozenset({"any", "if", "would", "could", "should"})


def answers(scene: Scene) -> Iterator[Found]:
    """Read what an answer says of each complaint that a question names."""
    reply = scene.statement.reply
    if (same := _as_ever(scene)) is not None:
        yield same
        return
    if reply is None:
        yield from (Found(kind_of(scene, hit), "present", (hit,), side) for hit, side in presupposed(scene))
        return
    runs = [Hit(*part, Term("", "neuro", "symptom", "radicular_pain")) for part in running(scene)]
    if _tells_otherwise(scene, reply):
        return
    asked = [*scene.terms("neuro", "symptom", "organ"), *lacking(scene), *strange_feelings(scene), *runs]
    if not asked:
        return
    said = _Said(named_in_answer(scene), {other.term.value for other in asked})
    for hit in asked:
        if not _is_no_complaint(scene, hit, kind_of(scene, hit)):
            yield from _answer_to(scene, reply, hit, said)


def _tells_otherwise(scene: Scene, reply: Reply) -> bool:
    """Tell whether an answer only says how it is instead: `Is it numb?`, `It's more like burning.`, `It hurts.`."""
    said = scene.view.norms[reply.start : reply.start + 3]
    if reply.answer != "yes" or said[:1] not in (["it"], ["it's"]):
        return False
    pains = any(kind.term.value == "radicular_pain" for kind in scene.terms("neuro", "symptom"))
    hurts = not _HURTING.isdisjoint(said) and not pains
    return hurts or not _RATHER.isdisjoint(said[:2])


def _answer_to(scene: Scene, reply: Reply, hit: Hit, said: "_Said") -> Iterator[Found]:
    """Read what an answer says of one complaint."""
    kind, answer = kind_of(scene, hit), Chunk(reply.end - 1, reply.end)
    if _asks_how_far(scene, reply, hit):
        return
    if _is_presumed(scene, reply, hit) or _is_shown(scene, hit):
        yield Found(kind, "present", (hit,))
    elif kind == "bowel_bladder" and _lacks_control(scene, reply):
        yield Found(kind, "present", (hit, _turn_of(scene, reply) if reply.answer == "no" else _whole(scene, reply)))
    elif _asks_health(scene, reply, hit, kind):
        # "Bladder okay?" "No." may deny trouble as well as health; nobody is charged with a red flag by it.
        if not _may_complain(scene, reply) or scene.view.questions_of(scene.statement.turn) > 1:
            yield Found(kind, "absent", (hit, answer))
    elif kind == "saddle_anesthesia" and kind not in said.named and (felt := _felt(said, reply)):
        # Who asks about the saddle is told of feeling in general.
        yield Found(kind, felt, (hit, answer))
    elif kind == "saddle_anesthesia" and reply.answer in {"yes", "no"} and _asks_feeling(scene):
        yield Found(kind, "absent" if reply.answer == "yes" else "present", (hit, answer))
    elif hit.term.role == "symptom" and hit.term.assertion == "absent":
        if reply.answer == "no" and hit.term.text.startswith(_ABLE):
            yield Found(kind, "present", (hit, answer))
            return
        # Who agrees that all is well denies the complaint; who says `Actually, yes` to a denial does not.
        denied = hit.term.text.startswith("no ")
        contradicts = denied and reply.answer == "yes" and not reply.agrees
        agrees = (reply.answer in _AGREEING and not contradicts) or (reply.answer == "no" and denied)
        yield from [Found(kind, "absent", (hit, answer))] if agrees else []
    else:
        yield from _replied(scene, reply, hit, said)


def _asks_how_far(scene: Scene, reply: Reply, hit: Hit) -> bool:
    """Tell whether a pain that runs along a limb is only denied to go farther: `Down my thigh.`, `Past the knee?`."""
    if reply.answer != "no" or not hit.term.text.startswith(EXTENTS) or scene.statement.turn < 0:
        return False
    return runs_before(scene)


def _may_complain(scene: Scene, reply: Reply) -> bool:
    """Tell whether an answer to a question for health may tell of trouble: `No.`, `No, not since May.`."""
    behind = scene.view.norms[reply.start : reply.end + 1]
    lasts = reply.answer == "past" and behind[:1] == ["no"] and not _UNTIL_NOW.isdisjoint(behind)
    return reply.answer == "no" or lasts


def _felt(said: "_Said", reply: Reply) -> Assertion | None:
    """Return how an answer speaks of feeling in general; a no that names it tells of another place."""
    felt = said.named.get("sensory_deficit")
    return None if felt == "present" and reply.answer == "no" else felt


def _asks_feeling(scene: Scene) -> bool:
    """Tell whether somebody asks for feeling, and not for its lack: `Can you feel the pin here, in the saddle?`."""
    return "feel" in scene.said and not scene.said.isdisjoint({"can", "do"}) and scene.said.isdisjoint(_LESS)


def _is_presumed(scene: Scene, reply: Reply, hit: Hit) -> bool:
    """Tell whether a question takes a complaint for granted, of whose manner the answer denies something."""
    return hit.term.role == "symptom" and reply.answer == "no" and asks_of_manner(scene, hit)


def _is_shown(scene: Scene, hit: Hit) -> bool:
    """Tell whether a question only points to what an examiner sees: `You stoop when you walk, you see that?`."""
    if scene.by_clinician and _SHOWING.isdisjoint(scene.words(scene.chunk(hit))) and _ends_showing(scene):
        return True
    told = hit.term.value == "gait" and hit.term.text.startswith(("you ", "you're "))
    return told and scene.view.norms[hit.start - 1] not in _ASKING | {"if", "when", "did"}


def _ends_showing(scene: Scene) -> bool:
    """Tell whether only the last words ask whether it is seen, as in `The left's a bit weaker, see that?`."""
    said = [word for word in scene.words(scene.statement.chunks[-1]) if word[0].isalnum()]
    return len(scene.statement.chunks) > 1 and said[:1] != [] and said[0] in _SHOWING and _SHOWN.issuperset(said)


def _as_ever(scene: Scene) -> Found | None:
    """Read an answer that bladder or bowels are as they have long been, as in `She goes a lot, she always has`."""
    organs = [hit for hit in scene.terms("neuro", "organ", "symptom") if kind_of(scene, hit) == "bowel_bladder"]
    if not organs or len(scene.terms("neuro", "symptom", "organ")) > len(organs) or scene.statement.turn < 0:
        return None
    after = [one for one in scene.view.statements_after(scene.statement)[:1] if one.turn != scene.statement.turn]
    for answer in after:
        said = scene.view.norms[answer.start : answer.end]
        lasting = any(pair in _LASTING for pair in pairwise(said))
        if lasting and not words("trouble").intersection(said) and _NEWS.isdisjoint(said):
            return Found("bowel_bladder", "absent", (organs[0], Chunk(answer.start, answer.end)))
    return None


class _Said(NamedTuple):
    """What a question and its answer name."""

    named: dict[str, Assertion]
    """Kinds that the answer names in its own words, with how it asserts them."""
    asked: set[str]
    """Kinds that the question names."""


def _is_no_complaint(scene: Scene, hit: Hit, kind: NeuroKind) -> bool:
    """Tell whether a term of a question is none of what it asks about: an ill bladder, a test, the way of numbness."""
    if not is_meant(scene, hit) or is_of_senses(scene, hit):
        return True
    return kind == "radicular_pain" and (is_way_of_feeling(scene, hit) or is_test(scene))


def _asks_health(scene: Scene, reply: Reply, hit: Hit, kind: NeuroKind) -> bool:
    """Tell whether an organ is asked for or answered to be well, or as it was."""
    well = not words("well").isdisjoint(scene.view.norms[reply.start : reply.remark.end])
    unchanged = (reply.answer in {"same", "normal"} or well) and hit.term.role == "organ"
    return unchanged or (kind in ALARMS and asks_health(scene))


def _lacks_control(scene: Scene, reply: Reply) -> bool:
    """Tell whether who is asked for health answers with trouble alone, as in `Peeing okay?`, `I can't start.`."""
    if asks_health(scene) and any(pair in _RETAINING for pair in pairwise(scene.words(_turn_of(scene, reply)))):
        return True
    said = scene.words(_whole(scene, reply))
    opens = words("answering") | words("well") | {"no", "mm", "uh", "sure", "all"}
    return asks_health(scene) and not _UNABLE.isdisjoint(said) and opens.isdisjoint(said[:_SHORT])


def _replied(scene: Scene, reply: Reply, hit: Hit, said: _Said) -> Iterator[Found]:
    """Read an answer to a complaint, side by side."""
    kind, whole = kind_of(scene, hit), _whole(scene, reply)
    for one in answered(scene, hit):
        if one.assertion == "present" and (not is_charged(scene, hit, whole) or _is_explained(scene, kind, whole)):
            continue
        if one.assertion == "present" and kind not in said.named and _denies_rest(scene, reply):
            yield Found(kind, "absent", (hit, Chunk(reply.end - 1, reply.end)))
        elif _tells(said, kind, one.assertion):
            told = Chunk(reply.end - 1, reply.remark.end if one.laterality else reply.end)
            yield Found(kind, one.assertion, (hit, told), one.laterality)


def _denies_rest(scene: Scene, reply: Reply) -> bool:
    """Tell whether an answer that affirms what it names denies all else, as in `Numbness, yes. The rest, no.`."""
    told = scene.view.norms[reply.start : min(reply.start + _WHOLE, len(scene.view.norms))]
    told = [word for word in told if word[0].isalnum()]
    return any(pair in _REST for pair in pairwise(told))


def _is_explained(scene: Scene, kind: NeuroKind, answer: Chunk) -> bool:
    """Tell whether an answer names no loss of control, and the organ that it lays to, as in `it's my prostate`."""
    said = scene.words(answer)
    return kind == "bowel_bladder" and not words("of_prostate").isdisjoint(said) and words("trouble").isdisjoint(said)


def _whole(scene: Scene, reply: Reply) -> Chunk:
    """Return an answer with the rest of its sentence."""
    said = [one.end for one in scene.view.statements_after(scene.statement) if one.start <= reply.start]
    return Chunk(reply.start, max(reply.remark.end, *said, reply.end))


def _turn_of(scene: Scene, reply: Reply) -> Chunk:
    """Return an answer with the sentences that go on with it."""
    after = [one for one in scene.view.statements_after(scene.statement) if one.end > reply.start]
    told = [one.end for one in after if one.turn == after[0].turn]
    return Chunk(reply.start, max([*told, reply.end]))


def health_asked(scene: Scene) -> Iterator[Found]:
    """Read the answer to whether a limb is strong or a walk steady, as in `Is the arm strong?`, `Yeah.`."""
    reply = scene.statement.reply
    well = reply is not None and reply.answer in {"yes", "normal"}
    if reply and well and _asks_gait(scene):
        yield Found("gait", "absent", (scene.statement, Chunk(reply.end - 1, reply.end)))
    if reply and well and _STRONG in scene.said and (scene.says("muscles") or scene.says("limb_ends")):
        yield Found("motor_deficit", "absent", (scene.statement, Chunk(reply.end - 1, reply.end)))


def _asks_gait(scene: Scene) -> bool:
    """Tell whether a short question asks for a steady walk, as in `You're steady on your feet?`."""
    said = scene.words()
    steady = [at for at, word in enumerate(said) if word in _STEADY]
    walks = [at for at, word in enumerate(said) if word in _WALKING]
    if said[:1] == ["how"] and walks and len(said) <= _SHORT:
        return True
    near = any(abs(one - other) <= BESIDE + 1 for one in steady for other in walks)
    return near and len(said) <= _SHORT and not scene.says("hurting") and not scene.terms("neuro", "symptom")


def _tells(said: _Said, kind: str, assertion: Assertion) -> bool:
    """Tell whether an answer speaks of one of the kinds asked about, and says nothing else of it in its own words."""
    if kind in said.named and said.named[kind] != "historical":
        return said.named[kind] == assertion
    only_others = any(said.named.get(other) == "present" for other in said.asked)
    return not (assertion == "present" and only_others)


def presupposed(scene: Scene) -> Iterator[tuple[Hit, Laterality | None]]:
    """Read the complaints of which a question only asks where or since when, with the side that the answer names."""
    said = scene.words()
    asks_where = not words("presuming").isdisjoint(said[:_OPENING]) and _DOUBTING.isdisjoint(said)
    if scene.statement.turn < 0 or not asks_where or scene.following is None:
        return
    sides = {side.value for side in scene.view.sides(scene.following)}
    side = sides.pop() if len(sides) == 1 else None
    for hit in scene.terms("neuro", "symptom"):
        if scene.assertion(hit) == "present" and scene.view.norms[hit.start - 1] in words("definite"):
            yield hit, side


def asks_of_manner(scene: Scene, hit: Hit) -> bool:
    """Tell whether a question only asks how a complaint is that it takes for granted: `Is the numbness constant?`."""
    norms = scene.view.norms
    opens = not _ASKING.isdisjoint(scene.words()[:_OPENING]) and _DOUBTING.isdisjoint(scene.words())
    definite = hit.start > scene.statement.start and norms[hit.start - 1] in words("definite")
    return opens and definite and not _MANNERS.isdisjoint(norms[hit.end : scene.statement.end])
