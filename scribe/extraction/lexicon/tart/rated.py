"""How sore a touch is in numbers, and on which side more: `Out of ten, pressing on L3?`, `Zero.`, `Which is worse?`."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.asked_of_pressure import names_palpated
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.hands import hands_at_work
from scribe.extraction.lexicon.tart.other_questions import loads_joint
from scribe.extraction.lexicon.view.parts import end_of_turn_before, opens_turn
from scribe.extraction.lexicon.view.saying import saying, siding, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality

_RATING = frozenset({"ten", "10", "number", "numbers", "rate", "rating", "score", "scale", "mark", "marks", "hundred"})
_NUMBERS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "1", "2", "3", "4", "5", "6", "7",
    "8", "9", "10", "twelve", "eleven", "half",
})  # fmt: skip
_NOUGHT = frozenset({"zero", "0", "nought", "naught", "nil", "nothing", "none", "zip", "nada"})
_ROUNDING = frozenset({
    "a", "an", "about", "maybe", "like", "um", "uh", "hm", "mm", "oh", "probably", "solid", "i'd", "say", "call",
    "that", "it", "it's", "is", "easy", "easily", "ooh", "ow", "ouch", "around", "roughly", "good", "give", "would",
    "i", "there", "hmm", "well", "gosh", "god", "just", "barely", "only", "strong", "low", "high", "definitely", "yeah",
    "that's", "at", "least", "the", "for", "you", "go", "to", "with", "of", "them", "be", "this", "one's",
})  # fmt: skip
_COMPLAINED = frozenset({"your", "usually", "average", "today", "overall", "worst", "pain", "week", "days", "normally"})
"""Words of a question that has a complaint rated."""
_WORST = frozenset({("if", "ten"), ("ten", "worst"), ("being", "worst")})
_POINTING = frozenset({"this", "that", "here", "there", "it"})
_COMPARING = frozenset({
    "worse", "more", "which", "difference", "same", "compare", "compared", "versus", "or", "both", "different", "sorer",
    "either", "other",
})  # fmt: skip
_TENDERER = frozenset({"sorer", "tenderer", "tender"})
"""Words for what only a touch tells."""
_MORE = frozenset({"worse", "sorer", "more", "definitely", "tenderer"})
_LONGEST = 14
_HALVES = 4
"""Words of a number at most, as in `six and a half`."""


@lru_cache(maxsize=1)
def may_rate(view: View) -> frozenset[int]:
    """Return where the statements start that open the turn of a patient with a number, or name a side."""
    told = statements_at(view, saying(view, _NUMBERS | _NOUGHT) | siding(view))
    return frozenset(one.start for one in told if one.turn > 0 and one.speaker == "patient" and opens_turn(view, one))


def rated(scene: Scene) -> Iterator[Found]:
    """Read a number for a touch, or what is said of each side of two that were touched."""
    if scene.statement.start not in may_rate(scene.view) or scene.statement.end - scene.statement.start > _LONGEST:
        return
    told = end_of_turn_before(scene.view, scene.statement)
    if not told or told[-1].speaker == "patient" or any(loads_joint(scene.words(one)) for one in told):
        return
    named = next((one for one in reversed(told) if scene.view.fixing(one)), None)
    if named is None or any(hit.term.role == "sign" for one in told for hit in scene.view.terms("neuro", one)):
        return
    number = _number(scene.words())
    if number is not None and any(_asks_number(scene, one) for one in told):
        sides = {side.value for side in scene.view.sides(named)}
        yield _found(
            scene, named, "absent" if number in _NOUGHT else "present", sides.pop() if len(sides) == 1 else None
        )
    elif "both" not in scene.said and _compares(scene, told):
        for side, assertion in _by_side(scene):
            yield _found(scene, named, assertion, side)


def _found(scene: Scene, named: Statement, assertion: Assertion, side: Laterality | None) -> Found:
    answer = Chunk(scene.statement.start, scene.statement.end)
    return Found("tenderness", assertion, (Chunk(named.start, named.end), answer), None, side, "tart.answered")


def _number(said: Sequence[str]) -> str | None:
    """Return the number that an answer is, as in `I'd call that a five.`."""
    telling = [word for word in said if word[0].isalnum() and word not in _ROUNDING]
    number = next(iter(telling), "")
    return number if number in _NUMBERS | _NOUGHT and len(telling) <= _HALVES else None


def _asks_number(scene: Scene, asked: Statement) -> bool:
    """Tell whether a statement asks for the number of a touch, and not of a complaint: `Give me a number for T5.`."""
    said = scene.words(asked)
    if _RATING.isdisjoint(said) or not words("of_days").isdisjoint(said):
        return False
    if hands_at_work(said) or not words("pressing").isdisjoint(said) or not words("hands_on").isdisjoint(said):
        return True
    complained = _COMPLAINED - {"worst"} if "if" in said else _COMPLAINED
    return complained.isdisjoint(said) and (names_palpated(scene.view, asked) or not _POINTING.isdisjoint(said))


def _compares(scene: Scene, told: Sequence[Statement]) -> bool:
    """Tell whether two sides under the hands are compared, or the patient calls one of them sore to the touch."""
    compares = any(not _COMPARING.isdisjoint(scene.words(one)) for one in told)
    touched = any(names_palpated(scene.view, one) or hands_at_work(scene.words(one)) for one in told)
    return compares and (touched or not _TENDERER.isdisjoint(scene.said))


def _by_side(scene: Scene) -> Iterator[tuple[Laterality, Assertion]]:
    """Yield what a patient says of each side: `Right one's tender, left's nothing.`, `Left's a lot worse.`."""
    for chunk in scene.statement.chunks:
        sides = scene.view.sides(chunk)
        said = [*takewhile(lambda word: word != "than", scene.words(chunk))]
        if len(sides) != 1 or scene.view.fixing(chunk):
            continue
        if not (words("pained") | _MORE).isdisjoint(said) and words("denials").isdisjoint(said):
            yield sides[0].value, "present"
        elif not (words("unpained") | {"okay", "ok", "alright", "good"}).isdisjoint(said):
            yield sides[0].value, "absent"
