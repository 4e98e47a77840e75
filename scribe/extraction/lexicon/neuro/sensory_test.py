"""A spoken test of feeling and its answer: `Feel this the same?`, `No, duller on the left.`, `That's L5.`."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.pointed_sides import only_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.neuro.roots_named_next import levels_in
from scribe.extraction.lexicon.neuro.touched_next import goes_on_at, touched_next
from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Assertion, Laterality

_ANSWERS = 2
_TELLING = 6
_TOUCHES = 2
_LESS = frozenset({"less", "fainter", "weaker"})
"""Words of which one tells of feeling that is lessened."""
_REDUCED = frozenset({"reduced", "decreased", "diminished", "dulled"})
_SAYING = frozenset({"say", "holler", "shout"})
_BIDDING = _SAYING | {"tell"}
"""Words of which one bids to say how a touch feels."""
_WHERE = frozenset({"on", "over", "along", "at", "in", "down"})
_THIS = frozenset({"it's", "it", "that's", "that", "is", "this", "feels", "bit", "little", "lot"})
_NOT = frozenset({"not", "no", "isn't", "nothing"})
_WHEN = frozenset({"if", "when", "whether", "which", "where"})
_FEELING = frozenset({"same", "different", "feel", "feels", "sharp", "dull", "duller", "less", "touch", "pin"})
_LACKING = frozenset({"dull", "duller", "less", "different", "numb", "weird", "fuzzy", "funny"})
_HARDLY = frozenset({"nothing", "half", "hardly", "barely"})
_LONGEST_NAME = 8
_BEHIND = 5
"""Words behind a root in which its side stands."""
_TREATING = frozenset({"needle", "needling", "sore", "hurt", "hurts", "tender", "therapeutic", "healing", "keep"})
"""Words of a touch that tests no feeling."""
_PAINS = frozenset({"aching", "stabbing", "burning", "throbbing", "shooting", "cramping", "dullish", "pressure"})
"""What a pain is asked to be like that is no touch."""
_FEELS = frozenset({"feel", "felt"})
_UNFELT = frozenset({"can't", "cannot", "don't", "didn't", "couldn't", "not"})
_COMPARING = frozenset({
    "same", "both", "sides", "side", "each", "feel", "feels", "is", "it", "the", "this", "that", "?", "on", "about",
    "and", "there", "here", "these", "they", "do", "does", "okay", "any", "difference", "different", "or", "left",
    "right", "to", "between", "them", "two", "one", "than", "other", "are", "those", ",", "all", "equal", "way",
    "alike",
})  # fmt: skip
_ALL_WELL = frozenset({"yes", "normal", "same"})
_DIFFERING = frozenset({"difference", "different"})
_ALIKE = frozenset({"same", "difference", "different", "equal", "alike"})


@cache
def testing_words() -> frozenset[str]:
    """Return the words without which no question tests feeling."""
    return words("stimuli") | _ALIKE | {"sharp", "feel", "touch", "feeling", "sensation"}


def tests_feeling(view: View, statement: Statement) -> bool:
    """Tell whether an examiner tests feeling, as in `Is this sharp or dull?` or `I'm touching with the pin, here?`."""
    said = set(view.norms[statement.start : statement.end])
    if testing_words().isdisjoint(said) and statement.start not in touched_next(view):
        return False
    if any(hit.term.role == "finding" for hit in view.terms("tart", statement)):
        return False
    pains = words("hurting").difference({"sharp", "touch"}) | _PAINS
    if statement.speaker == "patient" or not pains.isdisjoint(said):
        return False
    if _names_touch(view, statement, said) or {"same", "feeling"} <= said or _goes_on(view, statement, said):
        return statement.asks
    if not words("stimuli").isdisjoint(said) or {"sharp", "or"} <= said:
        return bool(words("compared_feeling").intersection(said))
    compares = (
        statement.asks and said <= _COMPARING and not said.isdisjoint(_ALIKE) and _touches_before(view, statement)
    )
    return compares or _feels_touch(said)


def _feels_touch(said: set[str]) -> bool:
    """Tell whether it is asked how what touches feels, as in `Do you feel this the same?`."""
    return "feel" in said and not words("of_wellbeing").intersection(said) and bool(words("touched").intersection(said))


def _names_touch(view: View, statement: Statement, said: set[str]) -> bool:
    """Tell whether a short question names what touches, and where: `Pinprick C6, thumb side?`."""
    touches = not words("stimuli").isdisjoint(said) or said >= {"light", "touch"} or _names_feeling(view, statement)
    where = not limb_words().isdisjoint(said) or bool(levels_in(view, statement))
    return touches and where and statement.end - statement.start <= _LONGEST_NAME + 2 and _TREATING.isdisjoint(said)


def _names_feeling(view: View, statement: Statement) -> bool:
    """Tell whether a question opens with feeling as what is tested, as in `Feeling on top of the foot?`."""
    return not {"feeling", "sensation"}.isdisjoint(view.norms[statement.start : statement.start + 2]) and (
        view.norms[statement.start : statement.start + 1] not in (["the"], ["any"], ["no"], ["you"])
    )


def _goes_on(view: View, statement: Statement, said: set[str]) -> bool:
    """Tell whether a question only goes on with a test of feeling elsewhere: `And the same spot on the right?`."""
    if not goes_on_at(said) or not statement.asks:
        return False
    if statement.start in touched_next(view):
        return True
    before = [one for one in view.statements_before(statement) if one.asks and one.speaker != "patient"]
    return "same" in said and any(
        not words("stimuli").isdisjoint(view.norms[one.start : one.end]) for one in before[-1:]
    )


def _touches_before(view: View, statement: Statement) -> bool:
    """Tell whether the examiner has just named what touches, as in `Light touch. Same both sides?`."""
    before = earlier_in_turn(view, statement)[-_TOUCHES:]
    touching = words("stimuli") | {"touch", "touching", "stroke", "stroking", "brush", "brushing"}
    return any(not touching.isdisjoint(view.norms[one.start : one.end]) for one in before)


def felt_as_asked(scene: Scene) -> Found | None:
    """Read what the patient answers to a test of feeling."""
    view, statement = scene.view, scene.statement
    if statement.turn < 0 or not statement.asks or not tests_feeling(view, statement):
        return None
    answer = _answer(view, statement)
    judged = _judged(view, answer, statement) if answer else None
    if answer is None or judged is None or _only_locates(view, statement):
        return None
    assertion, end = judged
    verdict = _verdict(view, answer) if assertion == "present" else None
    sides = view.sides(answer) or view.sides(statement) or (view.sides(verdict) if verdict else [])
    side = sides[0].value if sides else _side_added(scene, answer)
    again = _goes_on(view, statement, set(scene.said))
    told = side if assertion == "present" or side == "bilateral" or again else None
    roots = levels_in(view, verdict)[0].segments if verdict else ()
    return Found("sensory_deficit", assertion, (Chunk(statement.start, end),), told, roots)


def felt_when_told(scene: Scene) -> Found | None:
    """Read what a patient says who was told to, as in `Close your eyes, say if it's dull.`, `The left one's dull.`."""
    view, statement = scene.view, scene.statement
    if statement.turn < 0 or statement.speaker == "patient" or not _bids_to_tell(scene):
        return None
    later = view.statements_after(statement)[:_TELLING]
    said = [one for one in later if one.turn == statement.turn + 1 and one.speaker == "patient" and not one.asks]
    answer = Chunk(said[0].start, said[-1].end) if said and said[0] == later[0] else None
    assertion = _told(scene.words(answer)) if answer else None
    if answer is None or assertion is None:
        return None
    sides = view.sides(answer) if assertion == "present" else []
    return Found(
        "sensory_deficit", assertion, (Chunk(statement.start, answer.end),), sides[-1].value if sides else None
    )


@lru_cache(maxsize=1)
def may_lessen(view: View) -> frozenset[int]:
    """Return where the statements start that may tell of feeling which is lessened on a limb."""
    reduced = saying(view, _REDUCED) & saying(view, _WHERE) if view.document.turns else frozenset[int]()
    return (saying(view, _LESS) & saying(view, limb_words())) | reduced


def lessened(scene: Scene) -> Iterator[Found]:
    """Read what an examiner finds who touches: `I'll touch you here. So it's less on the outside of the left foot.`."""
    if scene.statement.start not in may_lessen(scene.view):
        return
    if scene.statement.turn < 0 or not scene.may_examine or scene.statement.asks:
        return
    norms = scene.view.norms
    if (found := _reduced_as_told(scene)) is not None:
        yield found
        return
    for chunk in scene.statement.chunks:
        for at in range(chunk.start, chunk.end - 1):
            where = norms[at] in _LESS and norms[at + 1] in _WHERE and norms[at - 1] in _THIS
            if where and not limb_words().isdisjoint(norms[at : chunk.end]):
                rooted = bool(levels_in(scene.view, scene.statement))
                if rooted or _touches_before(scene.view, scene.statement):
                    yield Found("sensory_deficit", "present", (Chunk(at, chunk.end),))


def _reduced_as_told(scene: Scene) -> Found | None:
    """Return what an examiner calls reduced where the patient has just felt less: `That's fuzzy.`, `Reduced there.`."""
    view, statement = scene.view, scene.statement
    opens = view.norms[statement.start] in _REDUCED and view.tokens.word(statement.start + 1) in _WHERE
    before = view.statements_before(statement)[-1:]
    told = [one for one in before if one.speaker == "patient" and one.turn == statement.turn - 1]
    if not opens or not told or _told(view.norms[told[0].start : told[0].end]) != "present":
        return None
    sides = view.sides(statement)
    side = sides[0].value if len(sides) == 1 else None
    return Found("sensory_deficit", "present", (Chunk(statement.start, statement.end),), side)


def _told(said: list[str]) -> Assertion | None:
    """Return whether words tell of feeling that is lacking or other than elsewhere, or deny it."""
    lacking = (words("dulled") | _LACKING) - _HARDLY
    if any(word in lacking and before not in _NOT for before, word in pairwise(["", *said])):
        return "present"
    return "absent" if not (words("alike") | {"nothing"}).isdisjoint(said) else None


@lru_cache(maxsize=1)
def may_bid(view: View) -> frozenset[int]:
    """Return where the statements start that may bid to tell how a touch feels."""
    return saying(view, _BIDDING) & saying(view, _WHEN) & saying(view, _FEELING)


def _bids_to_tell(scene: Scene) -> bool:
    """Tell whether somebody is told to say how a touch feels, as in `tell me if anything's duller`."""
    if scene.statement.start not in may_bid(scene.view):
        return False
    bids = ("tell", "me") in pairwise(scene.words()) or not _SAYING.isdisjoint(scene.said)
    return bids and not scene.terms("neuro", "symptom")


def _answer(view: View, asked: Statement) -> Chunk | None:
    """Return the first words said after a question, and after the short ones that go on with it."""
    later = [one for one in view.statements_after(asked) if not (one.asks and one.turn == asked.turn)]
    if not later or later[0].turn - asked.turn > 1 or (later[0].turn == asked.turn and later[0].speaker != "unknown"):
        return None
    said = [one for one in later[:_ANSWERS] if one.turn == later[0].turn and not one.asks]
    return Chunk(said[0].start, said[-1].end) if said else None


def _judged(view: View, answer: Chunk, asked: Statement) -> tuple[Assertion, int] | None:
    norms = view.norms
    said, asks = norms[answer.start : answer.end], set(norms[asked.start : asked.end])
    if (words("cries") | words("sore")).intersection(said):
        # Who cries at a pin feels it.
        return ("absent", answer.end) if _goes_on(view, asked, asks) else None
    choice = "or" in asks
    if (told := _felt(view, answer, choice=choice)) is not None:
        return told
    if not _FEELS.isdisjoint(said) and (_names_touch(view, asked, asks) or _goes_on(view, asked, asks)):
        return ("absent" if _UNFELT.isdisjoint(said) else "present"), answer.end
    if norms[answer.start] == "like" and not choice:
        other = "other" in norms[answer.start : answer.end] or "same" not in norms[asked.start : asked.end]
        return None if other else ("present", answer.end)
    differing = not _DIFFERING.isdisjoint(asks)
    well = asked.reply is not None and asked.reply.answer in ({"no", "same"} if differing else _ALL_WELL)
    return ("absent", asked.reply.end) if well and asked.reply and (differing or not choice) else None


def _felt(view: View, answer: Chunk, *, choice: bool) -> tuple[Assertion, int] | None:
    """Return what an answer calls the touch, and where that ends: dull, the same as elsewhere, or like something."""
    norms = view.norms
    for index in range(answer.start, answer.end):
        if norms[index] in words("dulled") and norms[index - 1] not in _NOT:
            return "present", answer.end
        if norms[index] in words("alike"):
            rest = norms[index : answer.end]
            return ("present", answer.end) if "like" in rest and "other" not in rest else ("absent", index + 1)
        if choice and norms[index] == "sharp":
            return "absent", index + 1
    return None


def _only_locates(view: View, statement: Statement) -> bool:
    """Tell whether a yes only says where it is felt less, as in `It's duller.`, `On the calf?`, `Right there, yes.`."""
    agrees = statement.reply is not None and statement.reply.answer == "yes"
    before = [one for one in view.statements_before(statement)[-_TOUCHES:] if one.speaker == "patient"]
    lacks = any(_told(view.norms[one.start : one.end]) == "present" for one in before)
    return agrees and lacks and statement.start in touched_next(view)


def _side_added(scene: Scene, answer: Chunk) -> Laterality | None:
    """Return the side that the examiner adds to an answer, as in `A bit less here.`, `On the left, okay.`."""
    view = scene.view
    for one in view.statements_after(answer)[:1]:
        if one.speaker != "patient" and not one.asks:
            told = one.chunks[0]
            return only_side(scene, Chunk(told.start, told.end - (view.norms[told.end - 1] == "one")))
    return None


def _verdict(view: View, answer: Chunk) -> Chunk | None:
    """Return what the examiner concludes from an answer by its root: `That's C6.`, `So it's dull in the C6 strip.`."""
    for one in view.statements_after(answer)[:1]:
        places = levels_in(view, one)
        if len(places) != 1 or one.speaker == "patient":
            return None
        felt = [hit.end for hit in view.terms("neuro", one) if hit.term.value == "sensory_deficit"]
        near = any(0 <= places[0].start - end <= _LONGEST_NAME for end in felt)
        if near or one.end - one.start <= _LONGEST_NAME:
            return Chunk(min(felt, default=one.start), min(one.end, places[0].end + _BEHIND))
    return None
