"""Injuries that speech denies of a structure by a participle: `the meniscus isn't torn`."""

from collections.abc import Container, Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.denials import is_particle, particles
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.diagnoses.causes import PARTS
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.schema import Diagnosis
from scribe.terminology.regions import LIMBS

_BURST = frozenset({"herniated", "ruptured", "blown", "prolapsed", "extruded", "slipped"})
_TORN = frozenset({"torn", "ripped", "ruptured", "tear", "rupture"})
_INJURED = _BURST | _TORN
_BROKEN = frozenset({"broken", "cracked", "fractured", "break", "crack", "fracture"})
_IT = frozenset({"it", "that", "it's", "you"})
_OF_LIMBS = LIMBS | {"rib_cage"}
_EARLIER = 6
_DISCS = frozenset({"disc", "disk"})
_UNTORN = frozenset({"facet", "facets"})
_NOTHING = frozenset({"nothing", "nothing's", "none"})
_LITTLE = frozenset({"a", "any", "actually", "really", "has", "have", "is", "been", "even", "no", "got"})
_BEFORE = 6


@lru_cache(maxsize=1)
def may_deny_injury(view: View) -> frozenset[int]:
    """Return where the statements of speech start that may deny an injury by a participle."""
    if not view.document.turns and view.document.kind == "note":
        return frozenset()
    injured = saying(view, _INJURED | _BROKEN)
    return injured & saying(view, particles(view.said) | _NOTHING) if injured else injured


def denied_injuries(scene: Scene) -> Iterator[Diagnosis]:
    """Read the injuries that a clinician denies of a structure, as in `No, the meniscus isn't torn`."""
    if scene.statement.start not in may_deny_injury(scene.view) or not scene.by_clinician or scene.statement.asks:
        return
    named = covered_by(scene.terms("conditions"))
    yield from _unbroken(scene, named)
    for chunk in scene.statement.chunks:
        for at in range(chunk.start, chunk.end):
            if scene.view.norms[at] not in _INJURED or at in named or not _is_denied(scene.view, chunk, at):
                continue
            part = _injured(scene, chunk, at)
            if part is not None:
                condition, region = PARTS[part]
                yield Diagnosis(
                    condition=condition,
                    region=region,
                    assertion="absent",
                    read_by="diagnoses.condition",
                    evidence=scene.quote(Chunk(max(chunk.start, at - _BEFORE), at + 1)),
                )


def _unbroken(scene: Scene, named: Container[int]) -> Iterator[Diagnosis]:
    """Read the break that another has guessed, as in `My wife says it's cracked.`, `It isn't cracked.`."""
    chunk = Chunk(scene.statement.start, scene.statement.chunks[:2][-1].end)
    for at in range(chunk.start, chunk.end):
        denied = scene.view.norms[at] in _BROKEN and at not in named and _is_denied(scene.view, chunk, at)
        if denied and not _IT.isdisjoint(scene.view.norms[chunk.start : at]) and _is_guessed(scene):
            region = scene.topic.region
            yield Diagnosis(
                condition="fracture",
                region=region if region in _OF_LIMBS else None,
                assertion="absent",
                read_by="diagnoses.condition",
                evidence=scene.quote(Chunk(max(chunk.start, at - _BEFORE), at + 1)),
            )


def _is_guessed(scene: Scene) -> bool:
    """Tell whether another speaker has just spoken of a break."""
    before = scene.view.statements_before(scene.statement)[-_EARLIER:]
    others = (one for one in before if one.turn != scene.statement.turn)
    return any(not _BROKEN.isdisjoint(scene.view.norms[one.start : one.end]) for one in others)


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


def _injured(scene: Scene, chunk: Chunk, at: int) -> str | None:
    """Return the structure that a statement names before it denies that it is torn or has burst."""
    own = [word for word in scene.view.norms[chunk.start : at] if word in PARTS]
    noun = scene.view.norms[at] in {"tear", "rupture"}
    told = own or ([word for word in scene.view.norms[scene.statement.start : at] if word in PARTS] if noun else [])
    if not told:
        return None
    fits = scene.view.norms[at] in (_BURST if told[-1] in _DISCS else _TORN)
    return told[-1] if fits and told[-1] not in _UNTORN else None
