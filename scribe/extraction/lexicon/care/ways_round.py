"""How somebody gets round a limit: another person does it, or a cart, a chair or the night tells of it."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.care.limits import DEEDS
from scribe.extraction.lexicon.care.nights import NIGHTS, WAKING, up_at_night
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.parts import words_from
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import FunctionKind

_CHORE_REACH = 6
_COMING = ("'ll", "\u2019ll", "'d", "\u2019d")
_NO_NAMES = frozenset({
    "i", "i'm", "i've", "i'd", "he", "she", "they", "we", "you", "it", "and", "so", "but", "then", "now", "can",
    "could", "can't", "what", "who", "does", "do", "did", "has", "have", "had", "help", "put", "putting", "this",
    "that", "just", "also", "to",
})  # fmt: skip
"""Words that may open a sentence before a verb, and name nobody."""
_CHORES = frozenset({"self_care", "lifting", "driving", "bending"})
"""Activities that another person does in somebody's place; a relative who works or walks says nothing."""
_FAVOURS = _CHORES | {"walking"}
_BEFORE_HELP = frozenset({
    "has", "have", "had", "to", "is", "are", "now", "then", "also", "always", "often", "been", "usually",
})  # fmt: skip
_BY_NEED = frozenset({("has", "to"), ("have", "to"), ("had", "to"), ("having", "to")})
_FOR_WHOM = frozenset({("for", "me"), ("for", "her"), ("for", "him"), ("for", "them")})
_I_DO = frozenset(
    {("i'm", "doing"), ("i", "do"), ("i", "put"), ("i", "wash"), ("i", "tie"), ("i", "dress"), ("i'm", "putting")}
    | {("have", "to"), ("i", "help")}
)
_THEIRS = frozenset({"me", "my", "her", "his", "him", "their", "them", "now", "help", "helps", "helping", "helped"})
_HIRING = frozenset({"hired", "hire", "hiring", "pays", "paying", "paid"})
_HIRED = frozenset({
    "cleaner", "cleaners", "housekeeper", "gardener", "someone", "somebody", "carer", "caregiver", "aide",
})  # fmt: skip
_HIRE_REACH = 4
_LEANING = frozenset({
    "lean", "leans", "leaning", "leant", "leaned", "hang", "hangs", "hanging", "hold", "holds", "holding",
})  # fmt: skip
_PROPS = frozenset({
    "cart", "trolley", "buggy", "rail", "railing", "banister", "bannister", "handrail", "furniture", "walls",
})  # fmt: skip
_LEAN_REACH = 5
_SLEEPING = frozenset({"sleep", "sleeps", "sleeping", "slept", "sleepin"})
_SEATS = frozenset({"recliner", "couch", "sofa", "settee", "armchair", "chair", "lounger", "futon"})
_OVERHEAD = frozenset({"head"})
_QUITTING = frozenset({"leave", "leaves", "leaving", "left"})
_LYING = frozenset({"lie", "lay"})
_WAYS_ROUND: tuple[tuple[FunctionKind, frozenset[str], frozenset[str], int], ...] = (
    ("self_care", _HIRING, _HIRED, _HIRE_REACH),
    ("walking", _LEANING, _PROPS, _LEAN_REACH),
    ("sleep", _SLEEPING, _SEATS, _LEAN_REACH),
    ("sleep", _SLEEPING, _OVERHEAD, 2 * _LEAN_REACH),
    ("work", _QUITTING, _LYING, _LEAN_REACH),
)
"""What somebody does to get round a limit: the words that open and close it, and how far apart they stand."""
_NEEDED_BESIDE = {_OVERHEAD: frozenset({"arm", "hand", "arms", "hands"}), _LYING: frozenset({"work", "shift", "early"})}
"""Words that have to stand between, as the arm in `sleeps with his arm over his head`."""
_BY = frozenset({"by"})
_SPENT = frozenset({"useless", "worthless", "toast", "spent", "wiped", "shot", "fried", "cooked"})
_WORDS_OF_WAYS = (*((first, second) for _, first, second, _ in _WAYS_ROUND), (WAKING, NIGHTS), (_BY, _SPENT))


_ME = frozenset({"me"})
_GIVEN = frozenset({"got", "have", "put", "moved", "switched", "has"})
_INSTEAD = frozenset({"now", "instead", "desk", "light", "until", "only", "just"})


def may_manage(view: View) -> Iterator[int]:
    """Yield where the statements start that may tell of a way round a limit without the name of a deed."""
    for one, other in _WORDS_OF_WAYS:
        if not (view.said.isdisjoint(one) or view.said.isdisjoint(other)):
            yield from saying(view, one) & saying(view, other)
    if view.document.turns:
        yield from saying(view, _ME) & saying(view, _GIVEN) & saying(view, _INSTEAD)


def managed(scene: Scene) -> Iterator[tuple[FunctionKind, Item]]:
    """Find what somebody does with help, by leaning on something, or instead of sleeping."""
    if scene.statement.turn >= 0 and scene.by_clinician:
        return
    if "function" in scene.named:
        yield from _helped(scene)
    for kind, first, second, reach in _WAYS_ROUND:
        if not first.isdisjoint(scene.said) and (
            part := words_from(scene.view, scene.statement, first, second, reach=reach)
        ):
            needed = _NEEDED_BESIDE.get(second, frozenset())
            if not needed or not needed.isdisjoint(scene.words(part)):
                yield kind, part
    if part := _spent_by(scene):
        yield "work", part
    if not (NIGHTS.isdisjoint(scene.said) or WAKING.isdisjoint(scene.said)) and (part := up_at_night(scene)):
        yield "sleep", part
    if scene.statement.turn >= 0 and "me" in scene.said and (other := _reassigned(scene)):
        yield "work", other


_SPENT_REACH = 9
_SELVES = frozenset({"i'm", "he", "she", "am", "i"})
_HOURS = frozenset({"noon", "midday", "lunch", "lunchtime", "midafternoon", "afternoon", "o'clock", "day", "shift"})


def _spent_by(scene: Scene) -> Chunk | None:
    """Return the words that tell when somebody is spent at work, as in `by two o'clock I'm useless`."""
    if _BY.isdisjoint(scene.said) or _SPENT.isdisjoint(scene.said) or _SELVES.isdisjoint(scene.said):
        return None
    part = words_from(scene.view, scene.statement, _BY, _SPENT, reach=_SPENT_REACH)
    part = part or words_from(scene.view, scene.statement, _SPENT, _BY, reach=2)
    near = scene.view.norms[part.start : part.end + 2] if part else []
    return part if any(word in _HOURS or word in words("numbers") for word in near) else None


_REASSIGNED = frozenset(
    {("they've", "got", "me"), ("they", "got", "me"), ("they", "have", "me"), ("they", "put", "me")}
    | {(who, verb, "me") for who in ("manager", "supervisor", "boss") for verb in ("moved", "switched", "put", "has")}
    | {("boss", "has", "me"), ("they", "moved", "me"), ("they", "switched", "me"), ("boss", "put", "me")}
)


def _reassigned(scene: Scene) -> Item | None:
    """Return the words by which a patient has been given other work, as in `they've got me sorting mail now`."""
    said = scene.words()
    at = next(
        (at for at, three in enumerate(zip(said, said[1:], said[2:], strict=False)) if three in _REASSIGNED), None
    )
    if at is None or _INSTEAD.isdisjoint(said[at:]) or "care" in scene.named:
        return None
    return Chunk(scene.statement.start + at, scene.statement.end - 1)


def _helped(scene: Scene) -> Iterator[tuple[FunctionKind, Item]]:
    """Find what somebody else does for the patient, as in `husband has to put her socks on`."""
    free = any(pair in _FOR_WHOM for pair in pairwise(scene.words()))
    kinds = _FAVOURS if free else _CHORES
    chores = [hit for hit in scene.terms("function", *DEEDS) if hit.term.value in kinds]
    yield from _helped_by_speaker(scene, chores)
    persons: list[Item] = [*scene.terms("cues", "person"), *_names(scene)] if chores else []
    for person in persons:
        verb = _verb(scene, person)
        if verb is None:
            continue
        chore = next((hit for hit in chores if verb <= hit.start <= verb + _CHORE_REACH), None)
        if chore and _is_for_patient(scene, Chunk(person.end, min(chore.end + 2, scene.statement.end))):
            kind: FunctionKind = chore.term.value  # type: ignore[assignment]  # the table holds the schema's words
            yield kind, Chunk(person.start, chore.end)


def _helped_by_speaker(scene: Scene, chores: list[Hit]) -> Iterator[tuple[FunctionKind, Item]]:
    """Find what who comes along does for the patient, as in `I'm doing her bra and her shoes`."""
    norms = scene.view.norms
    for chore in chores if scene.statement.speaker == "other" else ():
        start = max(scene.statement.start, chore.start - _CHORE_REACH)
        before = norms[start : chore.start]
        at = next((at for at, pair in enumerate(pairwise(before)) if pair in _I_DO), None)
        if at is not None and not {"her", "his", "him", "for"}.isdisjoint(norms[start + at : chore.end + 1]):
            kind: FunctionKind = chore.term.value  # type: ignore[assignment]  # the table holds the schema's words
            yield kind, Chunk(start + at, chore.end)


def _names(scene: Scene) -> Iterator[Chunk]:
    """Yield the names of those who talk does not tell to be anybody, as in `Ingrid has to lace my boots`."""
    view = scene.view
    for at in range(scene.statement.start, scene.statement.end) if scene.statement.turn >= 0 else ():
        written = view.document.text[slice(*view.tokens.spans[at])]
        named = written[:1].isupper() and written[1:].islower() and not written.endswith(_COMING)
        if named and view.norms[at] not in _NO_NAMES:
            yield Chunk(at, at + 1)


def _verb(scene: Scene, person: Item) -> int | None:
    """Return what a person does, past what may stand before it, as `put` in `kids now have to put`."""
    norms, at = scene.view.norms, person.end
    while at < scene.statement.end and norms[at] in _BEFORE_HELP:
        at += 1
    return at if at < scene.statement.end and norms[at] in words("helping_hands") else None


def _is_for_patient(scene: Scene, part: Chunk) -> bool:
    said = scene.view.norms[part.start : part.end]
    pairs = {*pairwise(said)}
    return not _THEIRS.isdisjoint(said) or not pairs.isdisjoint(_BY_NEED | _FOR_WHOM)
