"""Question and answer → how what was asked is asserted, and on which side."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.assertions import Context
from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.pointed_sides import only_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.remarks import Answer
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.schema import Assertion, Laterality

_OPENING = 2
_AGAIN = 2
_EXTENTS = ("past ", "below ", "beyond ")
"""How terms begin that say how far a pain goes."""
_ADDED = 6
"""Words of a statement that only adds a side, at most."""


class Answered(NamedTuple):
    """What an answer says of something asked about."""

    assertion: Assertion
    """How the answer asserts it."""
    laterality: Laterality | None
    """The side that the answer gives it; None where the question's holds."""


def answered(scene: Scene, asked: Item) -> Iterator[Answered]:
    """Read the answer to a question, for one thing that it asks about.

    A denial that is agreed to (`No numbness, right?`, `Right.`) stays one. A no
    that names the other side denies the side asked about and affirms the other.
    """
    reply = scene.statement.reply
    if reply is None:
        return
    if reply.answer in {"past", "same"}:
        lasting = _asks_change(scene, asked) or not words("open_questions").intersection(scene.words())
        yield Answered("historical" if reply.answer == "past" else "present" if lasting else "absent", None)
        return
    known = _asks_how(scene, asked) or _asks_whether_still(scene, asked) or _is_well_again(scene, asked)
    if reply.answer in {"no", "normal"} and known:
        yield Answered("historical", None)
        return
    if _asks_change(scene, asked):
        yield Answered("present", None)
        return
    if reply.sided:
        yield from _told_apart(_side_asked(scene, asked), dict(reply.sided))
        return
    present = reply.answer == "yes" and not (reply.agrees and _denies(scene, asked))
    about = _side_asked(scene, asked)
    side = _side_told(scene, reply, about)
    if reply.remark.other and side is None and about is not None:
        side = OPPOSITE.get(about)
    if present:
        yield from _affirmed(about, side, apart=reply.named and not reply.remark.too)
        return
    contrasted = side in OPPOSITE and about not in {side, None} and reply.remark.whole and reply.answer == "no"
    if about != "bilateral" or not contrasted:
        yield Answered("absent", None)
    if contrasted:
        yield Answered("present", side)


def _asks_how(scene: Scene, asked: Item) -> bool:
    """Tell whether a question asks how a known complaint is, as in `How's the tingling?`."""
    organs = any(hit.start == asked.start for hit in scene.terms("neuro", "organ"))
    said = scene.words()
    at = next((index for index, word in enumerate(said[:_OPENING]) if word == "how"), None)
    return not organs and at is not None and "any" not in said and said[at + 1] in words("known")


def _asks_whether_still(scene: Scene, asked: Item) -> bool:
    """Tell whether a question asks whether a known complaint lasts, as in `Is the foot still numb?`."""
    before = scene.words(Chunk(scene.chunk(asked).start, asked.start))
    organs = any(hit.start == asked.start for hit in scene.terms("neuro", "organ"))
    return not organs and "still" in before and "any" not in before


def _is_well_again(scene: Scene, asked: Item) -> bool:
    """Tell whether a known complaint is answered to be well again: `And the numb heel?`, `Feels normal again.`."""
    reply, before = scene.statement.reply, scene.words(Chunk(scene.chunk(asked).start, asked.start))
    if reply is None or reply.answer != "normal" or words("definite").isdisjoint(before):
        return False
    return "again" in scene.view.norms[reply.start : reply.end + _AGAIN]


def _asks_change(scene: Scene, asked: Item) -> bool:
    """Tell whether a question takes a complaint for granted, as in `The numbness, any better?`; an organ is none."""
    organs = any(hit.start == asked.start for hit in scene.terms("neuro", "organ"))
    after = scene.words(Chunk(asked.end, scene.statement.end))
    changed = next((at for at, word in enumerate(after) if word in words("changing")), None)
    return not organs and changed is not None and not words("any_new").isdisjoint(after[:changed])


def _told_apart(about: Laterality | None, sided: dict[Laterality, Answer]) -> Iterator[Answered]:
    """Yield what an answer says of the side asked about, or else of each side that it names.

    A yes that only clears another side is said of the one asked about: `Left L5, sore?`, `Yes. The right's fine.`.
    """
    if len(sided) == 1:
        yield from (Answered("present", None) for _ in sided.keys() - {about})
        yield from (Answered("absent", side) for side in sided)
        return
    for side, answer in sided.items():
        if about in {side, None, "bilateral"}:
            yield Answered("present" if answer == "yes" else "absent", side)


def _affirmed(about: Laterality | None, side: Laterality | None, *, apart: bool) -> Iterator[Answered]:
    """Yield a yes with the side it names, which where it stands alone takes the place of the one asked about."""
    if side is None or side == about:
        yield Answered("present", None)
    elif about in {None, "bilateral"}:
        yield Answered("present", side)
    elif side == "bilateral":
        yield Answered("present", "bilateral")
    else:
        yield Answered("absent" if apart else "present", None)
        yield Answered("present", side)


def _side_told(scene: Scene, reply: Reply, about: Laterality | None) -> Laterality | None:
    """Return the side that an answer names; both of two complaints are no sides."""
    side = reply.remark.side or _side_before(scene, reply) or (_side_after(scene, reply) if about is None else None)
    return None if side == "bilateral" and _asks_of_two(scene, reply) else side


def _asks_of_two(scene: Scene, reply: Reply) -> bool:
    """Tell whether both are the two things asked for, and no sides: `Is it pain or numbness?`, `Both.`."""
    alone = scene.view.norms[reply.start] == "both" and "or" in scene.said and not scene.view.sides(scene.statement)
    return alone and limb_words().isdisjoint(scene.said)


def _side_before(scene: Scene, reply: Reply) -> Laterality | None:
    """Return the side that an answer names before its yes, as in `The top of the left foot, yeah.`."""
    sides = scene.view.sides(Chunk(reply.start, reply.end)) if reply.answer == "yes" else []
    return sides[-1].value if sides else None


def _side_after(scene: Scene, reply: Reply) -> Laterality | None:
    """Return the side that the next short words of who answers add, as in `From here down. Fuzzy. Both legs.`."""
    if reply.answer != "yes" or scene.statement.turn < 0:
        return None
    answering = scene.view.statements_from(reply.start)[: _OPENING + 2]
    for statement in answering[1:]:
        if statement.asks or statement.end - statement.start > _ADDED or statement.turn == scene.statement.turn:
            return None
        alone = (
            statement.chunks[0] if not scene.view.sides(Chunk(statement.chunks[0].end, statement.end)) else statement
        )
        if (side := only_side(scene, Chunk(alone.start, alone.end))) is not None:
            return side
    return None


def _side_asked(scene: Scene, asked: Item) -> Laterality | None:
    sides = scene.view.sides(scene.chunk(asked))
    return nearest(sides, asked).value if sides else None


def _denies(scene: Scene, asked: Item) -> bool:
    """Tell whether a question states a denial, as in `No numbness, right?`; `Don't you feel weak?` denies nothing."""
    said = [word for word in scene.words() if word not in words("before_question")]
    denied = scene.assertion(asked) == "absent" or is_particle(scene.view.norms[asked.start])
    return denied and words("inverted_openers").isdisjoint(said[:1])


def named_in_answer(scene: Scene) -> dict[str, Assertion]:
    """Return the neurological findings that an answer names in its own words, with how it asserts them."""
    reply = scene.statement.reply
    if reply is None:
        return {}
    named: dict[str, Assertion] = {}
    for statement in scene.view.statements_from(reply.start)[: _OPENING * 2]:
        context = Context(scene.view, statement)
        for hit in scene.view.terms("neuro", statement):
            if hit.term.role == "symptom" and not statement.asks and named.get(hit.term.value) != "present":
                told = own_assertion(hit, context.assertion(hit))
                # Of `the left, but not past the knee` the pain is told, and how far it goes.
                far = told == "absent" and hit.term.text.startswith(_EXTENTS)
                named |= {} if told == "other_person" or far else {hit.term.value: told}
    return named


def own_assertion(symptom: Hit, assertion: Assertion) -> Assertion:
    """Return the assertion of a symptom: its own, as of `nonradiating`, where the words around it say no other."""
    own: Assertion = symptom.term.assertion or assertion  # type: ignore[assignment]  # the table holds the schema's words
    return own if assertion == "present" else assertion
