"""Statements → how somebody manages in spite of what hurts: helped, leaning on a cart, asleep in a chair."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import FunctionKind

_HELP_REACH = 6
_CHORES = frozenset({"self_care", "lifting", "driving", "bending"})
"""Activities that another person does in somebody's place; a relative who works or walks says nothing."""
_FAVOURS = _CHORES | {"walking"}
_CHORE_TERMS = ("activity", "doing", "limitation")
_BEFORE_HELP = frozenset({
    "has", "have", "had", "to", "is", "are", "now", "then", "also", "always", "often", "been", "usually",
})  # fmt: skip
_BY_NEED = frozenset({("has", "to"), ("have", "to"), ("had", "to"), ("having", "to")})
_FOR_WHOM = frozenset({("for", "me"), ("for", "her"), ("for", "him"), ("for", "them")})
_DONE = frozenset({"done", "carried", "handled", "lifted", "by"})
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
_NIGHT_REACH = 5
_NIGHTS = frozenset({"night", "nights", "nightly"})
_OFTEN = frozenset({"every", "most", "several", "multiple", "many", "twice", "couple", "few", "times", "x"})
_OTHER_UPS = frozenset({
    "stand", "stood", "flares", "flared", "follow", "sit", "pick", "wrap", "set", "back", "made", "make",
})  # fmt: skip
_OTHER_CALLS = frozenset({
    "pee", "bathroom", "toilet", "urinate", "void", "voids", "nocturia", "bladder", "feed", "feeding", "prostate",
    "baby", "newborn", "infant",
})  # fmt: skip


def managed(scene: Scene) -> Iterator[tuple[FunctionKind, Item]]:
    """Find what somebody does with help, by leaning on something, or instead of sleeping."""
    if scene.statement.turn >= 0 and scene.by_clinician:
        return
    if "function" in scene.named:
        yield from _helped(scene)
    if not _HIRING.isdisjoint(scene.said) and (part := _near(scene, _HIRING, _HIRED, _HIRE_REACH)):
        yield "self_care", part
    if not _PROPS.isdisjoint(scene.said) and (part := _near(scene, _LEANING, _PROPS, _LEAN_REACH)):
        yield "walking", part
    if not _SEATS.isdisjoint(scene.said) and (part := _near(scene, _SLEEPING, _SEATS, _LEAN_REACH)):
        yield "sleep", part
    if not _NIGHTS.isdisjoint(scene.said) and "up" in scene.said and (part := _up_at_night(scene)):
        yield "sleep", part


def _helped(scene: Scene) -> Iterator[tuple[FunctionKind, Item]]:
    """Find what somebody else does for the patient, as in `husband has to put her socks on`."""
    free = any(pair in _FOR_WHOM for pair in pairwise(scene.words()))
    kinds = _FAVOURS if free else _CHORES
    chores = [hit for hit in scene.terms("function", *_CHORE_TERMS) if hit.term.value in kinds]
    for person in scene.terms("cues", "person") if chores else ():
        verb = _verb(scene, person)
        if verb is None:
            yield from _done_by(scene, chores, person)
            continue
        chore = next((hit for hit in chores if verb <= hit.start <= verb + _HELP_REACH), None)
        if chore and _is_for_patient(scene, Chunk(person.end, min(chore.end + 2, scene.statement.end))):
            kind: FunctionKind = chore.term.value  # type: ignore[assignment]  # the table holds the schema's words
            yield kind, Chunk(person.start, chore.end)


def _done_by(scene: Scene, chores: list[Hit], person: Hit) -> Iterator[tuple[FunctionKind, Item]]:
    """Find what is left to somebody, as in `the ironing is done by her son`."""
    before = scene.view.norms[max(scene.statement.start, person.start - 3) : person.start]
    chore = next((hit for hit in chores if hit.end <= person.start <= hit.end + _HELP_REACH), None)
    if chore and "by" in before and not _DONE.isdisjoint(before):
        kind: FunctionKind = chore.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield kind, Chunk(chore.start, person.end)


def _verb(scene: Scene, person: Hit) -> int | None:
    """Return what a person does, past what may stand before it, as `put` in `kids now have to put`."""
    norms, at = scene.view.norms, person.end
    while at < scene.statement.end and norms[at] in _BEFORE_HELP:
        at += 1
    return at if at < scene.statement.end and norms[at] in words("helping_hands") else None


def _is_for_patient(scene: Scene, part: Chunk) -> bool:
    said = scene.view.norms[part.start : part.end]
    pairs = {*pairwise(said)}
    return not _THEIRS.isdisjoint(said) or not pairs.isdisjoint(_BY_NEED | _FOR_WHOM)


def _near(scene: Scene, first: frozenset[str], second: frozenset[str], reach: int) -> Chunk | None:
    """Return the words from one of a list to one of another that follows it closely."""
    norms, end = scene.view.norms, scene.statement.end
    for at in range(scene.statement.start, end):
        if norms[at] in first:
            found = next((to for to in range(at + 1, min(at + 1 + reach, end)) if norms[to] in second), None)
            if found is not None:
                return Chunk(at, found + 1)
    return None


def _up_at_night(scene: Scene) -> Chunk | None:
    """Return how often somebody is up at night, as in `up 4x a night`; who goes to the bathroom has another reason."""
    if not _OTHER_CALLS.isdisjoint(scene.said):
        return None
    near = (*scene.view.statements_before(scene.statement)[-1:], scene.statement)
    if any(_speaks_of_organ(scene, one) for one in near):
        return None
    part = _near(scene, frozenset({"up"}), _NIGHTS, _NIGHT_REACH)
    if part is None or scene.view.norms[part.start - 1] in _OTHER_UPS:
        return None
    between = scene.view.norms[part.start + 1 : part.end]
    return part if any(_is_count(word) for word in between) else None


def _speaks_of_organ(scene: Scene, part: Item) -> bool:
    return any(hit.term.role == "organ" for hit in scene.view.terms("neuro", part))


def _is_count(word: str) -> bool:
    return word.removesuffix("x").isdecimal() or word in _OFTEN or word in words("numbers")
