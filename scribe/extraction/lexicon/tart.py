"""Statements → what palpation and motion testing found: the components of TART."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.places import Place
from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.view import Chunk, Item
from scribe.extraction.lexicon.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region, Tart, TartComponent
from scribe.terminology.regions import structure

_READ = frozenset({"exam", "neutral", "conclusion"})
_REACH = 4
_FAR = 12


class Found(NamedTuple):
    """A component of TART with the words that show it."""

    component: TartComponent
    """Which component."""
    assertion: Assertion
    """How it is asserted."""
    parts: tuple[Item, ...]
    """What to quote; the first is what the finding hangs on."""
    region: Region | None = None
    """The region that the words imply by themselves."""


def read_tart(scene: Scene) -> Iterator[Tart]:
    """Read the palpation and motion findings of one statement."""
    if scene.stance not in _READ or not scene.by_clinician or (scene.statement.section == "assessment"):
        return
    if words("after_treatment").intersection(scene.words()[:_REACH]):
        return
    for found in _found(scene):
        yield from _placed(scene, found)


def _found(scene: Scene) -> Iterator[Found]:
    if scene.statement.asks:
        yield from _answered(scene)
        return
    tested = {hit.start for hit in scene.terms("neuro", "sign", "symptom", "organ")}
    for hit in scene.terms("tart"):
        match hit.term.role:
            case "finding" if hit.start not in tested:
                assertion = scene.assertion(hit)
                yield Found(_component(hit), assertion, scene.cued(hit, assertion))
            case "normal" if _about_joints(scene, hit):
                yield Found(_component(hit), "absent", (hit,))
            case "test":
                yield from _tested(scene, hit)
            case "motion":
                yield from _moved(scene, hit)
            case "position":
                yield from _positioned(scene, hit)


def _component(hit: Hit) -> TartComponent:
    return hit.term.value  # type: ignore[return-value]  # the table holds the schema's words


def _answered(scene: Scene) -> Iterator[Found]:
    reply = scene.statement.reply
    asked = scene.terms("tart", "ask") or [
        hit for hit in scene.terms("tart", "finding") if hit.term.value == "tenderness"
    ]
    if reply is None or not asked or reply.answer == "normal":
        return
    answer = Chunk(reply.end - 1, reply.end)
    yield Found("tenderness", "present" if reply.answer == "yes" else "absent", (asked[0], answer))


def _tested(scene: Scene, test: Hit) -> Iterator[Found]:
    region = structure(test.term.structure).region if test.term.structure else None
    chunk = scene.chunk(test)
    for hit in scene.values(test):
        if hit.term.text in {"positive", "pos", "+", "(+)", "+ve", "is positive", "positive on"}:
            yield Found("restriction", scene.assertion(test), (test, hit, *_sides_after(scene, hit, chunk)), region)
            return
        if hit.term.value in {"negative", "normal"}:
            yield Found("restriction", "absent", (test, hit), region)
            return
    cue = scene.context.cue(test, "absent")
    if cue is not None:
        yield Found("restriction", "absent", (test, cue), region)


def _sides_after(scene: Scene, hit: Hit, chunk: Chunk) -> list[Item]:
    return [side for side in scene.view.sides(Chunk(hit.end, chunk.end)) if side.start - hit.end <= _REACH]


def _moved(scene: Scene, motion: Hit) -> Iterator[Found]:
    chunk = _about(scene, motion)
    if any(hit.term.value == "restriction" for hit in scene.terms("tart", "finding", "normal", "test", part=chunk)):
        return
    if scene.terms("neuro", "sign", "symptom", "organ", part=chunk):
        return
    said = scene.words(chunk)
    limit = _first(chunk, said, words("limited"))
    if limit is not None:
        yield Found("restriction", scene.assertion(motion), (motion, limit))
    elif (number := _degrees(chunk, said)) is not None:
        yield Found("restriction", "present", (motion, number))
    elif (full := _first(chunk, said, words("full"))) is not None:
        yield Found("restriction", "absent", (motion, full))


def _about(scene: Scene, motion: Hit) -> Chunk:
    """Return the words about a motion: its part, or in speech without marks those near it and before the next."""
    chunk = scene.chunk(motion)
    others = [hit.start for hit in scene.terms("tart", "motion", part=chunk) if hit.start > motion.end + _REACH]
    end = min([chunk.end, motion.end + _FAR, *others])
    return Chunk(max(chunk.start, motion.start - _FAR), end)


def _first(chunk: Chunk, said: list[str], among: frozenset[str]) -> Chunk | None:
    return next((Chunk(chunk.start + i, chunk.start + i + 1) for i, word in enumerate(said) if word in among), None)


def _degrees(chunk: Chunk, said: list[str]) -> Chunk | None:
    """Return the words that give a measured range short of the normal, as `55/80` or `40 degrees`."""
    for i, word in enumerate(said):
        if not word.isdecimal() or not 5 <= int(word) <= 90:  # noqa: PLR2004  # degrees of a restricted spine
            continue
        if said[i + 1 : i + 2] == ["/"] and i + 2 < len(said) and said[i + 2].isdecimal():
            short = int(word) < int(said[i + 2])
            return Chunk(chunk.start + i, chunk.start + i + 3) if short else None
        return Chunk(chunk.start + i, chunk.start + i + 1)
    return None


def _about_joints(scene: Scene, hit: Hit) -> bool:
    """Tell whether a normal finding speaks of joints or landmarks, not of strength or reflexes."""
    chunk = scene.chunk(hit)
    if scene.terms("neuro", "sign", "symptom", "organ", part=chunk) or scene.assertion(hit) == "absent":
        return False
    if hit.term.value != "asymmetry" or len(hit.term.text.split()) > 1:
        return True
    return any(place.structure in words("landmarks") for place in scene.view.places(chunk))


def _positioned(scene: Scene, position: Hit) -> Iterator[Found]:
    chunk = scene.chunk(position)
    places = [place for place in scene.view.places(chunk) if place.structure in words("landmarks")]
    near = [place for place in places if _beside(place, position)]
    if near and not _is_positional_diagnosis(scene, chunk):
        yield Found("asymmetry", scene.assertion(position), (position, near[-1], *_sides_near(scene, near[-1], chunk)))


def _beside(place: Place, position: Hit) -> bool:
    before, after = position.start - place.end, place.start - position.end
    return 0 <= before <= _REACH + 1 or 0 <= after <= 1


def _sides_near(scene: Scene, place: Place, chunk: Chunk) -> list[Item]:
    return [side for side in scene.view.sides(chunk) if 0 <= place.start - side.end <= 1]


def _is_positional_diagnosis(scene: Scene, chunk: Chunk) -> bool:
    return bool(scene.terms("lesions", "position", part=chunk))


def _placed(scene: Scene, found: Found) -> Iterator[Tart]:
    for region, laterality in _where(scene, found):
        yield Tart(
            component=found.component,
            region=region,
            laterality=laterality,
            assertion=found.assertion,
            evidence=scene.quote(*found.parts, *scene.places_at(found.parts[0])),
        )


def _where(scene: Scene, found: Found) -> list[tuple[Region | None, Laterality | None]]:
    attached = scene.attach(found.parts[0])
    levels = [place for place in scene.view.places(scene.chunk(found.parts[0])) if place.structure == "vertebra"]
    if found.region is not None and not levels:
        return [(found.region, attached[0].laterality)]
    return list(dict.fromkeys((attachment.region, attachment.laterality) for attachment in attached))
