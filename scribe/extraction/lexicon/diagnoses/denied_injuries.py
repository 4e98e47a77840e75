"""Injuries that speech denies by a participle: `it isn't broken`, `the meniscus isn't torn`, `nothing has slipped`."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.negations import is_particle, particles
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.diagnoses.causes import PARTS
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.schema import Condition, Diagnosis, Region
from scribe.terminology.regions import structure

_BROKEN = frozenset({"broken", "cracked", "fractured", "snapped"})
_SLIPPED = frozenset({"slipped", "slid"})
_BURST = frozenset({"herniated", "ruptured", "blown", "prolapsed", "extruded", "slipped"})
_TORN = frozenset({"torn", "ripped", "ruptured", "tear", "rupture"})
_INJURED = _BROKEN | _SLIPPED | _BURST | _TORN
_BREAKING = _BROKEN | {"break", "broke", "crack", "fracture", "busted"}
_BURSTING = _BURST | {"slip", "blew", "blow", "herniate", "rupture", "popped"}
_DISCS = frozenset({"disc", "disk", "discs", "disks"})
_NOTHING = frozenset({"nothing", "nothing's", "none"})
_LITTLE = frozenset({"a", "any", "actually", "really", "has", "have", "is", "been", "even", "no", "got"})
_SUBJECTS = frozenset({
    "it", "it's", "that", "that's", "this", "you", "you've", "there's", "so", "no", "nah", "well", "then", "and", "but",
    "is", "has", "was", "there", "okay", "ok", "the", "bone", "bones", "i", "don't", "do", "think", "believe",
    "anything", "your", "really", "just", "oh", "good", "news",
})  # fmt: skip
"""Words of a denial that names nothing but what was guessed."""
_MEANT: dict[str, frozenset[str]] = {
    **dict.fromkeys(_BROKEN, frozenset({"fracture"})),
    **dict.fromkeys(_BURST, frozenset({"disc_herniation"})),
    **dict.fromkeys(_SLIPPED, frozenset({"disc_herniation", "spondylolisthesis"})),
}
"""Conditions that somebody may have guessed of whom an injury is denied."""
_OWNING = frozenset({"i", "i've", "my", "it", "it's", "did", "says", "said", "thinks", "sure"})
"""Words of which the guess of an injury has one."""
_FARTHEST = 48
"""Statements between a guess and its denial."""
_BEFORE = 6


class _Guess(NamedTuple):
    condition: Condition
    region: Region | None


@lru_cache(maxsize=1)
def may_deny_injury(view: View) -> frozenset[int]:
    """Return where the statements of speech start that may deny an injury by a participle."""
    if not view.document.turns and view.document.kind == "note":
        return frozenset()
    injured = saying(view, _INJURED)
    return injured & saying(view, particles(view.said) | _NOTHING) if injured else injured


def denied_injuries(scene: Scene) -> Iterator[Diagnosis]:
    """Read the injuries that a clinician denies of a structure, or that somebody guessed before.

    `No, the meniscus isn't torn` needs no guess; `it isn't broken` and `nothing has slipped` do.
    """
    if scene.statement.start not in may_deny_injury(scene.view) or not scene.by_clinician or scene.statement.asks:
        return
    named = covered_by(scene.terms("conditions"))
    for chunk in scene.statement.chunks:
        for at in range(chunk.start, chunk.end):
            if scene.view.norms[at] not in _INJURED or at in named or not _is_denied(scene.view, chunk, at):
                continue
            denied = _of_part(scene, chunk, at) or _of_guess(scene, chunk, at)
            if denied is not None:
                yield Diagnosis(
                    condition=denied.condition,
                    region=denied.region,
                    assertion="absent",
                    read_by="diagnoses.condition",
                    evidence=scene.quote(Chunk(max(chunk.start, at - _BEFORE), at + 1)),
                )


def _is_denied(view: View, chunk: Chunk, at: int) -> bool:
    """Tell whether a participle is denied right before it, or in the verb of who does not think so."""
    start = at
    while start > chunk.start and view.norms[start - 1] in _LITTLE:
        start -= 1
    if start > chunk.start and (is_particle(view.norms[start - 1]) or view.norms[start - 1] in _NOTHING):
        return True
    before = view.norms[max(chunk.start, at - _BEFORE) : at]
    thinks = not {"think", "believe"}.isdisjoint(before)
    return thinks and any(is_particle(word) for word in before)


def _of_part(scene: Scene, chunk: Chunk, at: int) -> _Guess | None:
    """Return the injury of a structure that a statement names before it denies the injury."""
    if scene.stance == "imaging":
        return None
    own = [word for word in scene.view.norms[chunk.start : at] if word in PARTS]
    noun = scene.view.norms[at] in {"tear", "rupture"}
    told = own or ([word for word in scene.view.norms[scene.statement.start : at] if word in PARTS] if noun else [])
    if not told:
        return None
    condition, region = PARTS[told[-1]]
    fits = scene.view.norms[at] in (_BURST if told[-1] in _DISCS else _TORN)
    return _Guess(condition, region) if fits and condition != "facet_syndrome" else None


def _of_guess(scene: Scene, chunk: Chunk, at: int) -> _Guess | None:
    """Return the injury that somebody else named before, which a denial without a subject of its own means."""
    view = scene.view
    if not (_SUBJECTS | _NOTHING | _LITTLE).issuperset(
        word for word in view.norms[chunk.start : at] if word[0].isalpha() and not is_particle(word)
    ):
        return None
    before = reversed(view.statements_before(scene.statement, _FARTHEST))
    guesses = (_guessed(view, one, view.norms[at]) for one in before if _may_guess(scene, one))
    return next((guess for guess in guesses if guess is not None), None)


def _may_guess(scene: Scene, statement: Statement) -> bool:
    """Tell whether somebody other than the clinician may guess in a statement."""
    said = scene.view.norms[statement.start : statement.end]
    return statement.speaker != "clinician" and not _OWNING.isdisjoint(said)


def _guessed(view: View, statement: Statement, injured: str) -> _Guess | None:
    """Return what a statement guesses that the word of an injury may take up."""
    places = view.fixing(statement)
    named = (hit for hit in view.terms("conditions", statement) if hit.term.value in _MEANT.get(injured, ()))
    for hit in named:
        own = structure(hit.term.structure).region if hit.term.structure else None
        return _Guess(hit.term.value, own or (nearest(places, hit).region if places else None))  # type: ignore[arg-type]  # the table holds the schema's words
    said = view.norms[statement.start : statement.end]
    region = places[0].region if len({place.region for place in places}) == 1 else None
    if injured in _BROKEN and not _BREAKING.isdisjoint(said):
        return _Guess("fracture", region)
    burst = injured in _BURST and not (_BURSTING.isdisjoint(said) or _DISCS.isdisjoint(said))
    return _Guess("disc_herniation", region) if burst else None
