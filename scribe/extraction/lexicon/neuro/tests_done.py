"""Tests of tension as an examiner names or does them: a leg is raised, a neck is bent."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.view.saying import naming, saying, siding
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, Term

_LIFTING = frozenset({"lift", "lifting", "raise", "raising", "bring", "bringing"})
_RAISING = frozenset({"lifting", "raising"})
_LEADING = frozenset({"okay", "ok", "so", "now", "and", "alright", "good", ","})
"""Words before what an examiner says to be doing, as in `Okay, lifting the left leg.`."""
_STRAIGHTENING = frozenset({"straighten", "straightening"})
_KNEES = frozenset({"knee", "thigh"})
"""What is lifted of somebody whose knee is bent, and straightened of who sits."""
_SLACK = frozenset({"dead", "heavy", "limp", "floppy", "loose", "weight"})
_TAKING = frozenset({"have", "do", "take", "lift", "carry"})
"""What an examiner asks leave to do to a leg that is let go."""
_LETTING = frozenset({"let", "don't", "against", "resist", "fight"})
_TELLING = frozenset({"tell", "say", "holler", "shout", "me", "know", "out"})
"""Words before an if that asks what a test gives."""
_EXAMINER = frozenset({"i", "i'm", "i'll", "me", "gonna"})
_OWN = frozenset({"your", "my"})
_RAISES = frozenset({"raise", "raises", "raising", "lift", "lifts"})
_COMING = frozenset({"come", "comes", "go", "goes", "get", "gets"})
_BENDING = frozenset({"tilt", "tip", "look", "lean", "bend", "drop", "side", "tilted", "tipped"})
_TILTED = frozenset({"tilt", "tilted", "tipped"})
_LEANING = frozenset({
    "press", "pressing", "push", "pushing", "leaning", "load", "loading", "squeeze", "squeezing",
})  # fmt: skip
"""What an examiner does to a neck that is bent."""
_RESISTED = frozenset({"hand", "hands", "palm", "against", "resist", "hold", "kick", "strong", "don't", "fight"})
"""Words with which somebody is bidden to push back."""
_BEHIND = frozenset({"bend", "bending", "bringing", "bring"})
_ON_THE_WAY = frozenset({",", "first", "now", "nice", "and", "straight", "it"})
"""Words between a leg and the way up that it goes."""
_NECK = frozenset({"head", "neck", "ear", "chin", "up", "back", "ceiling"})
_BENT = frozenset({"bend", "bending", "bent"})
_WHEN = frozenset({"when", "if", "whenever", "does", "can"})
TESTED = frozenset({"tension_sign", "upper_motor_neuron", "gait"})
"""Kinds of tests whose result stands alone; that of others is called out with its side or grade."""
LEGS = frozenset({"leg", "legs"})
"""What is raised."""
_RESTING = frozenset({"keep", "keeps", "keeping", "prop", "put", "rest", "hang", "elevate", "kept"})
"""Words of a leg that lies high and is not tried."""
_SUBJECT, _OBJECT = 4, 6
_BESIDE = 2


@lru_cache(maxsize=1)
def may_bend(view: View) -> frozenset[int]:
    """Return where the statements start in which the neck may be bent for a test."""
    leant = saying(view, _LEANING) & saying(view, _NECK | _TILTED)
    return leant | (saying(view, _BENDING) & saying(view, _NECK | _LEANING))


@lru_cache(maxsize=1)
def named_tests(view: View) -> frozenset[int]:
    """Return where the statements start that name a test whose result may be told after it."""
    return naming(view, "neuro", lambda hit: hit.term.role == "sign" and hit.term.value in TESTED)


@lru_cache(maxsize=1)
def may_test(view: View) -> frozenset[int]:
    """Return where the statements start that name a test, or in which one may be done."""
    return named_tests(view) | may_raise(view) | may_bend(view)


def bends_neck(view: View, statement: Statement) -> bool:
    """Tell whether the neck is bent for a test, as in `tip your head back`, unlike in `when you look up`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if statement.start not in may_bend(view):
        return False
    said = view.norms[statement.start : statement.end]
    if not _WHEN.isdisjoint(said) and not _asks_to_tell(said):
        return False
    at = next((index for index, word in enumerate(said) if word in _BENDING), None)
    return at is not None and said[at - 1 : at] != ["you"] and not _NECK.isdisjoint(said[at:])


def does_test(view: View, statement: Statement) -> bool:
    """Tell whether an examiner names a test of tension, raises a leg, or leans on a neck that is bent.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if statement.asks and "able" in view.norms[statement.start : statement.end]:
        return False  # Who asks what somebody is able to do tests nothing.
    if any(hit.term.role == "sign" and hit.term.value == "tension_sign" for hit in view.terms("neuro", statement)):
        return True
    after = [one for one in view.statements_after(statement, 1) if one.turn == statement.turn]
    after = [one for one in after if not one.asks or view.norms[one.start] in _WHEN]
    said = frozenset(view.norms[statement.start : (after or [statement])[-1].end])
    felt = any(_is_felt(hit) for hit in view.terms("tart", statement) if view.tokens.word(hit.end) != "side")
    if felt or not _RESISTED.isdisjoint(said):
        return False
    raised = any(lifted(view, statement)) or _goes_on_up(view, statement)
    bent = said >= {"knee", "behind"} and not _BEHIND.isdisjoint(said)
    return raised or bent or leans_on_neck(view, statement, said)


def _is_felt(hit: Hit) -> bool:
    """Tell whether hands find something, and do not only lean on somebody."""
    finds = hit.term.role == "finding" or not {"tender", "sore"}.isdisjoint(hit.term.text.split())
    return finds and hit.term.text not in _LEANING | {"lean"}


def leans_on_neck(view: View, statement: Statement, said: frozenset[str]) -> bool:
    """Tell whether a neck is bent and leaned on: `ear to your shoulder, I'm leaning on your head`, `tilt and press`.

    Args:
        view: The document's words.
        statement: The statement that bends the neck.
        said: The words with which it does so and goes on.
    """
    leans = not _LEANING.isdisjoint(said) or {"lean", "on"} <= said
    told = view.norms[statement.start : statement.end]
    asks = {"when", "if"}.isdisjoint(told) or _asks_to_tell(told)
    if statement.start not in may_bend(view) or not leans or not asks:
        return False
    own = frozenset(told)
    return not (_BENDING | {"ear", "head"}).isdisjoint(own) and not (_NECK | _TILTED).isdisjoint(own)


def _asks_to_tell(said: list[str]) -> bool:
    """Tell whether an if only asks to be told what a test gives, as in `I'll press, tell me if it shoots`."""
    at = [at for at, word in enumerate(said) if word in _WHEN & {"if", "when"}]
    return bool(at) and all(said[one - 1 : one] != [] and said[one - 1] in _TELLING for one in at)


def _goes_on_up(view: View, statement: Statement) -> bool:
    """Tell whether a leg is said to go up, and on: `right leg, up, up`, `left leg first, up it goes`."""
    norms = view.norms
    for at in range(statement.start, statement.end):
        if norms[at] not in LEGS or norms[at - 1] in _OWN or _rests(norms, at):
            continue
        end = at + 1
        while end < statement.end and norms[end] in _ON_THE_WAY:
            end += 1
        told, ahead = view.tokens.word(end), view.tokens.word(end + 1)
        if told == "up" and ahead in {",", ".", "it", "we", "up"} and end > at + 1:
            return True
    return False


@lru_cache(maxsize=1)
def may_raise(view: View) -> frozenset[int]:
    """Return where the statements start in which a leg may be raised."""
    raised = saying(view, LEGS) & saying(view, _LIFTING | _RAISES | _COMING | _SLACK | {"up", "let"})
    return raised | (saying(view, LEGS | _KNEES) & saying(view, _STRAIGHTENING | _LIFTING)) | _sided(view)


def _sided(view: View) -> frozenset[int]:
    """Return where the statements start in which an examiner may raise a side, as in `I'm raising the left`."""
    return siding(view) & saying(view, _LIFTING) & saying(view, _EXAMINER)


def lifted(view: View, statement: Statement) -> Iterator[Hit]:
    """Yield the raising of a leg by the examiner, as in `I'll lift the right leg` and `Legs I raise`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    norms = view.norms
    if statement.start not in may_raise(view):
        return
    if (slack := _let_go(view, statement)) is not None:
        yield Hit(slack, slack + 1, Term("", "neuro", "sign", "tension_sign"))
        return
    for at in range(statement.start, statement.end - 1):
        if norms[at] in LEGS and norms[at - 1] not in _OWN and _goes_up(norms, at + 1) and not _rests(norms, at):
            yield Hit(at, at + 2, Term("", "neuro", "sign", "tension_sign"))
        legs = _legs_lifted(norms, statement, at) if norms[at] in _LIFTING | _STRAIGHTENING else []
        if legs:
            yield Hit(min(at, legs[0]), max(at, legs[0]) + 1, Term("", "neuro", "sign", "tension_sign"))


def _legs_lifted(norms: list[str], statement: Statement, verb: int) -> list[int]:
    """Return what an examiner lifts: a leg, a knee that is bent, or the side that stands for one."""
    since = max(statement.start, verb - _SUBJECT)
    bent = not _KNEES.isdisjoint(norms[since:verb])
    opens = norms[verb] in _RAISING and _LEADING.issuperset(norms[statement.start : verb])
    if not opens and not _is_examiners(norms[max(statement.start, since - _BESIDE * bent) : verb]):
        return []
    behind = [index for index in range(verb + 1, min(verb + _OBJECT, statement.end)) if norms[index] in LEGS]
    before = [index for index in range(since, verb) if norms[index] in LEGS]
    return behind or before or _knees(norms, statement, verb) or _side_alone(norms, statement, verb)


def _is_examiners(before: list[str]) -> bool:
    """Tell whether an examiner does what follows, and nobody is bidden to resist it: `don't let me lift the leg`."""
    return not _EXAMINER.isdisjoint(before) and _LETTING.isdisjoint(before)


def _knees(norms: list[str], statement: Statement, verb: int) -> list[int]:
    """Return the knee that is straightened, or bent and lifted: `I bend the knee and lift`."""
    since = max(statement.start, verb - _SUBJECT - _BESIDE)
    bent = not _BENT.isdisjoint(norms[since:verb])
    behind = range(verb + 1, min(verb + _OBJECT, statement.end)) if norms[verb] in _STRAIGHTENING or bent else ()
    before = range(since, verb) if bent else ()
    return [at for at in (*behind, *before) if norms[at] in _KNEES and norms[at - 1] not in _OWN]


def _side_alone(norms: list[str], statement: Statement, verb: int) -> list[int]:
    """Return the side that stands for a leg, as in `I'm raising the left, okay`."""
    at = verb + 2
    named = at < statement.end and norms[at - 1] == "the" and norms[at] in {"left", "right"}
    alone = named and (at + 1 == statement.end or norms[at + 1] == "one" or not norms[at + 1][0].isalnum())
    return [at] if alone else []


def _let_go(view: View, statement: Statement) -> int | None:
    """Return the leg that is let go to the examiner: `dead weight in this leg`, `I've got the leg, let me have it`."""
    norms = view.norms
    leg = next((at for at in range(statement.start, statement.end) if norms[at] in LEGS), None)
    said = norms[statement.start : statement.end]
    if leg is None or not ({"if", "feel", "feels", "was", "were"} | _LETTING - {"let"}).isdisjoint(said):
        return None
    lets = any(
        said[at : at + 2] == ["let", "me"] and not _TAKING.isdisjoint(said[at + 2 : at + 3]) for at in range(len(said))
    )
    slack = {"dead", "weight"} <= {*said} or ("let" in said and not _SLACK.isdisjoint(said))
    return leg if lets or slack else None


def _rests(norms: list[str], at: int) -> bool:
    """Tell whether a leg only lies high, as in `keep the leg up` and `left leg up on the pillow`."""
    upon = norms[at + 1 : at + 3] == ["up", "on"] and {"left", "right"}.isdisjoint(norms[at + 3 : at + 5])
    return upon or not _RESTING.isdisjoint(norms[max(0, at - _SUBJECT) : at])


def _goes_up(norms: list[str], at: int) -> bool:
    """Tell whether a leg goes up: `leg up`, `leg raise`, `legs come up to eighty`."""
    if norms[at : at + 1] == ["up"] or norms[at] in _RAISES:
        return True
    return norms[at] in _COMING and norms[at + 1 : at + 2] in (["up"], ["to"])
