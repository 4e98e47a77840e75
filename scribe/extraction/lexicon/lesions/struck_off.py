"""Lesions that a clinician strikes off again: `Leave out pelvic.`, `Not the ribs.`, `scratch number one`."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import JOINTS, is_stated, overlap
from scribe.extraction.lexicon.quoted import last_span
from scribe.extraction.lexicon.view.announced import REMOVERS
from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Lesion

_OPENING = 3
_REACH = 5
_NEAR = 700
"""Characters between a lesion and the words that strike it off."""
_LONGEST = 32
_AT_ONCE = 80
"""Characters between a lesion and the words that take it back without naming it."""
_PHRASE = 3
_OPENERS = frozenset({";", ",", ".", "but", "and", "while", ":", "-"})
_CLAUSE_ENDS = frozenset({";", "."})
_BILLING = frozenset({"bill", "diagnose", "write", "put", "enter", "claim", "report", "call", "name"})
_THESE = (["that"], ["it"], ["this"], ["those"], ["them"], ["one"])
_OFF = frozenset({"off", "out"})
_NOT = frozenset({"not", "no", "minus", "without"})
_NEGATED = frozenset({"not", "never", "won't", "don't", "wouldn't", "shouldn't", "didn't"})
_NOT_OWN = _NEGATED | {"you", "you'll", "you'd"}
_ENDS = frozenset({",", ".", ";", "-", "!", "sorry", "actually", "though", "comma", "period"})
ERRORS = frozenset({("in", "error"), ("by", "mistake"), ("by", "accident")})
"""Words that say of an entry that it should not be there."""
_OWNING = frozenset({"i", "had", "got", "have", "said", "wrote", "sides"})
_OWNED = 4
_SLIPS = frozenset({"error", "mistake", "accident"})
_UNSAYING = frozenset({"forget", "ignore", "disregard"})
_TO_PATIENT = frozenset({"your", "yourself", "me", "down", "toward", "towards"})
"""Words beside which a verb is a command to the patient."""


class _Strike(NamedTuple):
    """A place that is struck off."""

    place: Place
    """The place."""
    start: int
    """Index of the first character of the words that say so."""
    end: int
    """Index after their last character."""


def without_struck_off(view: View, scenes: Iterable[Scene], lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Leave out the lesions that a clinician takes off the list after having named them.

    Args:
        view: The document's words.
        scenes: Its statements.
        lesions: What was read in them.
    """
    scenes, lesions = list(scenes), list(lesions)
    if not lesions:
        return
    strikes = [*_slips(view), *(strike for scene in scenes for strike in _strikes(scene))]
    strikes = [strike for strike in strikes if _follows(strike, lesions)]
    taken_back = [lesion for scene in scenes for lesion in (*_taken_back(scene, lesions), *_numbered(scene, lesions))]
    denied = list(_amended(view, lesions))
    taken_back += [lesion for scene in scenes for lesion in _of_struck_space(scene, lesions)]
    for lesion in lesions:
        struck = lesion in taken_back or any(_is_meant(strike, lesion) for strike in strikes)
        if not struck and not any(_is_denied(lesion, one) for one in denied) and not _is_turned(view, lesion, lesions):
            yield lesion


def _strikes(scene: Scene) -> Iterator[_Strike]:
    """Find the places that a statement strikes off."""
    if not may_strike(scene):
        return
    for place in scene.view.fixing(scene.statement):
        if is_struck(scene, place) or _is_left_out(scene, place):
            yield _Strike(place, *scene.view.tokens.cover(scene.statement.start, scene.statement.end))


def _taken_back(scene: Scene, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the lesion that was named last before words that end a statement and strike it off: `so scratch that`."""
    if not _takes_back(scene):
        return
    at = _strike_at_end(scene)
    if at is not None:
        before = scene.view.tokens.spans[at][0]
        joints = (one for one in lesions if one.kind in JOINTS and one.assertion in {"present", "possible"})
        named = [one for one in joints if 0 <= before - last_span(one)[1] <= _AT_ONCE]
        last = max(named, key=last_span, default=None)
        if last is not None and not _names_another(scene, at, last):
            yield last


def _of_struck_space(scene: Scene, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the stenoses named shortly before of a space that a statement strikes off: `So, scratch the canal.`."""
    if not _takes_back(scene) or scene.terms("lesions", "narrowing"):
        return
    struck = {hit.term.value for hit in scene.terms("lesions", "compartment") if is_struck(scene, hit)}
    start = scene.view.tokens.spans[scene.statement.start][0]
    for lesion in lesions if struck else ():
        if lesion.kind in struck and lesion.assertion == "present" and 0 <= start - last_span(lesion)[1] <= _NEAR:
            yield lesion


def _takes_back(scene: Scene) -> bool:
    """Tell whether a clinician has words for striking something off."""
    may = scene.by_clinician and not scene.statement.asks
    return may and (scene.says("striking") or scene.says("striking_off"))


def _names_another(scene: Scene, at: int, lesion: Lesion) -> bool:
    """Tell whether another place stands between a lesion and the words that take something back."""
    places = scene.view.fixing(Chunk(scene.statement.start, at))
    return any(scene.view.tokens.spans[place.start][0] >= last_span(lesion)[1] for place in places)


def _strike_at_end(scene: Scene) -> int | None:
    """Return where the words begin with which a statement ends by taking back what it, or the one before it, named."""
    norms, statement = scene.view.norms, scene.statement
    said = [at for at in range(statement.start, statement.end) if norms[at][0].isalnum()][-_PHRASE:]
    for place, at in enumerate(said):
        rest = [norms[one] for one in said[place + 1 :]]
        plainly = norms[at] in words("striking") and rest in _THESE
        off = norms[at] in words("striking_off") and rest[:1] in _THESE and rest[1:] in (["off"], ["out"])
        off = off and not (norms[at] == "take" and norms[at - 1] in REMOVERS)
        if (plainly or off) and _NOT_OWN.isdisjoint(norms[max(statement.start, at - _OPENING) : at]):
            return at
    return None


def _slips(view: View) -> Iterator[_Strike]:
    """Find the places that were entered in error, as statements say that are void themselves."""
    if view.said.isdisjoint(_SLIPS):
        return
    for statement in view.statements:
        said = view.norms[statement.start : statement.end]
        if view.is_taken_back(statement) and statement.speaker == "clinician" and ERRORS & {*pairwise(said)}:
            for place in view.fixing(statement):
                yield _Strike(place, *view.tokens.cover(statement.start, statement.end))


def may_strike(scene: Scene) -> bool:
    """Tell whether a clinician may take something off the list in a statement, and gives no command or treatment."""
    statement = scene.statement
    if scene.said.isdisjoint(striking()) or statement.section == "procedure":
        return False  # A table that drops under a joint takes nothing off a list.
    if not scene.by_clinician or statement.asks or statement.end - statement.start > _LONGEST:
        return False
    to_patient = scene.said & _TO_PATIENT if "list" not in scene.said else scene.said & (_TO_PATIENT - {"your"})
    return not to_patient and not scene.says("not_listing") and not scene.terms("care")


@cache
def striking() -> frozenset[str]:
    """Return the words without which nothing is taken off a list."""
    return _NOT.union(_SLIPS, _UNSAYING, words("striking"), words("striking_off"), words("listing_it"))


def is_struck(scene: Scene, place: Item) -> bool:
    """Tell whether the words around an item take it off the list."""
    norms, statement = scene.view.norms, scene.statement
    before = norms[max(statement.start, place.start - _REACH) : place.start]
    after = norms[place.end : min(statement.end, place.end + _REACH)]
    if not words("striking").isdisjoint(before) and _NEGATED.isdisjoint(before):
        return True
    if not words("striking_off").isdisjoint(before):
        return not _OFF.isdisjoint([*before, *after]) and _NEGATED.isdisjoint(before)
    if not words("listing_it").isdisjoint([*before, *after]):
        return not _NEGATED.isdisjoint([*before, *after])
    if _closes_unlisted(scene, place) or _is_unsaid(scene, place):
        return True
    return any(pair in ERRORS for pair in pairwise(norms[statement.start : statement.end]))


def _is_unsaid(scene: Scene, place: Item) -> bool:
    """Tell whether a speaker takes back what was said of a place, as in `T9 is fine, forget I said it`."""
    return any(place.end <= hit.start for hit in scene.terms("replies", "retraction"))


def _closes_unlisted(scene: Scene, place: Item) -> bool:
    """Tell whether the clause that a place opens ends by not listing it: `T4 moves well and I would not code it`."""
    norms, statement = scene.view.norms, scene.statement
    before = [word for word in norms[max(statement.start, place.start - 2) : place.start] if word != "the"]
    if before and before[-1] not in _OPENERS:
        return False
    end = next((at for at in range(place.end, statement.end) if norms[at] in _CLAUSE_ENDS), statement.end)
    said = norms[place.end : end]
    said = said[: next((at for at, word in enumerate(said) if word == ","), len(said))] if said[:1] == ["i"] else said
    listed = said[-1:] in _THESE and not (words("listing_it") | _BILLING).isdisjoint(said[-2:-1])
    listed = listed or (said[:1] == ["i"] and not words("unverified").isdisjoint(said[-1:]))
    alone = not scene.view.fixing(Chunk(place.end, end))
    return listed and alone and not _NEGATED.isdisjoint(said[-_REACH:])


def _is_left_out(scene: Scene, place: Place) -> bool:
    """Tell whether a statement opens with the denial of a place and of nothing else, as in `Not the ribs, sorry.`."""
    norms, start = scene.view.norms, scene.statement.start
    opens = place.start - start <= _OPENING and norms[start] in _NOT and place.end - place.start <= _OPENING
    after = norms[place.end] if place.end < scene.statement.end else "."
    before = scene.view.statements_before(scene.statement)[-1:]
    answers = any(one.speaker == "patient" for one in before)
    return opens and not answers and after in _ENDS and not scene.terms("tart") and not scene.terms("neuro")


def _follows(strike: _Strike, lesions: Iterable[Lesion]) -> bool:
    """Tell whether a lesion of the place was named shortly before it is struck off."""
    return any(
        _is_meant(strike, lesion) and (strike.start <= span[0] < strike.end or 0 <= strike.start - span[1] <= _NEAR)
        for lesion in lesions
        for span in (quote.span for quote in lesion.evidence)
        if span is not None
    )


def _is_meant(strike: _Strike, lesion: Lesion) -> bool:
    """Tell whether a lesion stands before the words that strike off its place, or in them."""
    return is_stated(lesion) and overlap(strike.place, lesion) and last_span(lesion)[0] < strike.end


def _amended(view: View, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions that an addendum denies."""
    added = view.indices(words("addenda"))
    if added:
        since = view.tokens.spans[added[-1]][0]
        yield from (one for one in lesions if one.assertion == "absent" and last_span(one)[0] > since)


def _is_denied(lesion: Lesion, denied: Lesion) -> bool:
    """Tell whether an addendum denies a lesion that was stated before."""
    same = (lesion.kind, lesion.region) == (denied.kind, denied.region)
    sides = lesion.laterality is None or denied.laterality in {None, lesion.laterality}
    return is_stated(lesion) and same and sides and last_span(lesion)[1] <= last_span(denied)[0]


def _is_turned(view: View, lesion: Lesion, lesions: Iterable[Lesion]) -> bool:
    """Tell whether a lesion is said anew of the other side, as in `I had you backwards. Right SI dysfunction.`."""
    if not is_stated(lesion) or view.said.isdisjoint(words("turning_round")):
        return False
    others = (
        one
        for one in lesions
        if (one.kind, one.region, one.assertion) == (lesion.kind, lesion.region, "present")
        and {one.laterality, lesion.laterality} == {"left", "right"}
        and 0 <= last_span(one)[0] - last_span(lesion)[1] <= _NEAR
    )
    between = (view.tokens.between((last_span(lesion)[1], last_span(one)[0])) for one in others)
    return any(_owns_up(view.norms, at) for part in between for at in part)


def _owns_up(norms: list[str], at: int) -> bool:
    """Tell whether somebody has taken one side for the other: `I had you backwards`, `that was the wrong side`."""
    if norms[at] == "wrong":
        return norms[at + 1 : at + 2] == ["side"]
    return norms[at] in words("turning_round") and not _OWNING.isdisjoint(norms[max(0, at - _OWNED) : at])


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LABELS = frozenset({"number", "assessment", "diagnosis", "item", "problem", "dx", "#", "no", "impression", "line"})
_TO_NUMBER = 4
_FAR = 160
"""Words between a list and the words that strike off one of it."""
_OFF_LIST = frozenset({"off", "out", "away"})
_BEHIND_NUMBER = frozenset({
    ".", ",", ";", "-", "!", ")", "period", "comma", "okay", "ok", "so", "and", "please", "too", "altogether", "then",
})  # fmt: skip
"""Words and marks behind a number that stands for an item, unlike in `remove 3 staples`."""


def _numbered(scene: Scene, lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions of the item that a statement strikes off by its number.

    Args:
        scene: The statement.
        lesions: What was read in the document.
    """
    if not _takes_back(scene):
        return
    items = [_item(scene.view, verb, number) for verb, number in _struck(scene) if number]
    for lesion in lesions if items else ():
        at = scene.view.tokens.between(last_span(lesion)).start
        if lesion.assertion == "present" and any(at in item for item in items):
            yield lesion


def _struck(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield where a statement strikes something off, and its number or 0."""
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end):
        behind = norms[at + 1 : min(statement.end, at + 1 + _TO_NUMBER)]
        plainly = norms[at] in words("striking")
        off = norms[at] in words("striking_off") and not _OFF_LIST.isdisjoint(norms[at : statement.end])
        if (plainly or off) and _NOT_OWN.isdisjoint(norms[max(statement.start, at - _OPENING) : at]):
            yield at, _number(behind)


def _number(said: list[str]) -> int:
    """Return the number that words give an item by: `number one`, `the second one`, or 0."""
    for at, word in enumerate(said):
        if word in _ORDINALS:
            return _ORDINALS[word]
        if word in _LABELS and said[at + 1 : at + 2]:
            return _value(said[at + 1])
    alone = said and (not said[1:] or said[1] in _BEHIND_NUMBER)
    return _value(said[0]) if alone else 0


def _value(word: str) -> int:
    return _ORDINALS.get(word) or NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)


def _item(view: View, before: int, number: int) -> range:
    """Return the words of an item of the list that stands before some words."""
    numbers = _marks(view, max(0, before - _FAR), before)
    start = next((at for at, value in reversed(numbers) if value == number), None)
    if start is None:
        return range(0)
    return range(start, next((at for at, value in numbers if at > start and value != number), before))


def _marks(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Return where items open, with their numbers: behind a label, or at the head of a sentence."""
    openings = {statement.start for statement in view.statements}
    found = []
    for at in range(start, end):
        word = view.norms[at]
        labelled = at > start and view.norms[at - 1] in _LABELS
        bracketed = view.tokens.word(at + 1) == ")" and view.norms[at - 1] != "("
        if (labelled or bracketed or at in openings) and _value(word) > 0:
            found.append((at, _value(word)))
    return found
