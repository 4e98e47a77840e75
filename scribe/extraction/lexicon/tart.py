"""Statements → what palpation and motion testing found: the components of TART."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.answers import answered
from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.places import Place, Side
from scribe.extraction.lexicon.recheck import is_after_treatment, is_recheck
from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.view import Chunk, Item
from scribe.extraction.lexicon.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region, Tart, TartComponent
from scribe.terminology.regions import structure

_REACH = 4
_FAR = 12
_STILL = 2
_HELD = 7
_MISSING = frozenset({"no", "absent", "lacks", "without"})


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
    laterality: Laterality | None = None
    """The side that an answer gives it."""


def read_tart(scene: Scene) -> Iterator[Tart]:
    """Read the palpation and motion findings of one statement."""
    if not scene.may_examine or scene.statement.section == "assessment":
        return
    if is_recheck(scene):
        return
    seen = [found for found in _found(scene) if not _is_hearsay(scene, found)]
    for found in seen:
        yield from _placed(scene, found)
    yield from _repeated(scene, seen)


def _is_hearsay(scene: Scene, found: Found) -> bool:
    """Tell whether somebody only believes or was told of a finding, or it tells how it was after treatment."""
    mention = found.parts[0]
    return is_after_treatment(scene, mention) or (scene.statement.turn < 0 and scene.context.told(mention))


def _repeated(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read what is the same on the other side, as in `L4 tender on the right, same on the left`."""
    for before, chunk in pairwise(scene.statement.chunks):
        sides = scene.view.sides(chunk)
        if not sides or not words("same").intersection(scene.words(chunk)[:2]) or scene.view.fixing(chunk):
            continue
        for found in seen:
            if before.start <= found.parts[0].start < before.end:
                for region, _ in _where(scene, found):
                    yield Tart(
                        component=found.component,
                        region=region,
                        laterality=sides[0].value,
                        assertion=found.assertion,
                        read_by=rule_of("tart", *found.parts),
                        evidence=scene.quote(found.parts[0], chunk),
                    )


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
            case "normal":
                yield from _judged(scene, hit)
            case "capitals" if _is_written_short(scene, hit):
                yield Found(_component(hit), "absent", (hit,))
            case "test":
                yield from _tested(scene, hit)
            case "motion":
                yield from _moved(scene, hit)
            case "position":
                yield from _positioned(scene, hit)
            case "ask" if words("sore").intersection(hit.term.text.split()):
                assertion = scene.assertion(hit)
                yield Found("tenderness", assertion, scene.cued(hit, assertion))


def _judged(scene: Scene, normal: Hit) -> Iterator[Found]:
    """Read a word of health, or its denial, as in `not nontender`."""
    if scene.context.denies_health(normal):
        if not scene.terms("neuro", "sign", "symptom", "organ"):
            yield Found(_component(normal), "present", (normal,))
    elif _about_joints(scene, normal):
        yield Found(_component(normal), "absent", (normal,))


def _component(hit: Hit) -> TartComponent:
    return hit.term.value  # type: ignore[return-value]  # the table holds the schema's words


def _is_written_short(scene: Scene, hit: Hit) -> bool:
    """Tell whether `FROM` is full range of motion: in capitals among other letters, or with nothing after it."""
    if not scene.view.is_capital(hit.start):
        return False
    after = scene.view.norms[hit.end] if hit.end < scene.statement.end else "."
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    return not after.isalnum() or not scene.view.text[start:end].isupper()


def _answered(scene: Scene) -> Iterator[Found]:
    reply = scene.statement.reply
    asked = scene.terms("tart", "ask") or [
        hit for hit in scene.terms("tart", "finding") if hit.term.value == "tenderness"
    ]
    if reply is None or not asked or reply.answer not in {"yes", "no"}:
        return
    answer = Chunk(reply.end - 1, reply.end)
    for one in answered(scene, asked[0]):
        told = Chunk(answer.start, reply.remark.end) if one.laterality else answer
        yield Found("tenderness", one.assertion, (asked[0], told), laterality=one.laterality)


def _tested(scene: Scene, test: Hit) -> Iterator[Found]:
    region = structure(test.term.structure).region if test.term.structure else None
    chunk = scene.chunk(test)
    for hit in scene.values(test) or _values_after(scene, test, chunk):
        if hit.term.text in {"positive", "pos", "+", "(+)", "+ve", "is positive", "positive on"}:
            sides = _sides_after(scene, hit, scene.chunk(hit))
            yield Found("restriction", scene.assertion(test), (test, hit, *sides), region)
            return
        if hit.term.value in {"negative", "normal"}:
            denied = scene.context.denies_health(hit)
            yield Found("restriction", "present" if denied else "absent", (test, hit), region)
            return
    cue = scene.context.cue(test, "absent")
    if cue is not None:
        yield Found("restriction", "absent", (test, cue), region)


def _values_after(scene: Scene, test: Hit, chunk: Chunk) -> list[Hit]:
    """Return the value that follows a test after a comma, as in `seated flexion test, positive on the right`."""
    if test.end < chunk.end:
        return []
    later = next((part for part in scene.statement.chunks if part.start > test.start), None)
    return [hit for hit in scene.terms("neuro", "value", part=later) if hit.start - later.start <= 1] if later else []


def _sides_after(scene: Scene, hit: Hit, chunk: Chunk) -> list[Item]:
    return [side for side in scene.view.sides(Chunk(hit.end, chunk.end)) if side.start - hit.end <= _REACH]


def _moved(scene: Scene, motion: Hit) -> Iterator[Found]:
    chunk = _about(scene, motion)
    if any(hit.term.value == "restriction" for hit in scene.terms("tart", "finding", "normal", "test", part=chunk)):
        return
    if scene.terms("neuro", "sign", "symptom", "organ", part=chunk):
        return
    if _is_held(scene, chunk, motion):
        yield Found("restriction", "present", (Chunk(motion.start - 1, motion.end),))
        return
    said = scene.words(chunk)
    limit = _first(chunk, said, words("limited"))
    if limit is not None:
        denied = scene.context.negates(limit)
        yield Found("restriction", "absent" if denied else scene.assertion(motion), (motion, limit))
    elif (number := _degrees(chunk, said)) is not None:
        yield Found("restriction", "present", (motion, number))
    elif (full := _first(chunk, said, words("full"))) is not None:
        denied = scene.context.denies_health(full)
        yield Found("restriction", "present" if denied else "absent", (motion, full))


def _is_held(scene: Scene, chunk: Chunk, motion: Hit) -> bool:
    """Tell whether there is no motion at all, as in `T6 does not rotate`, `no motion at T6` or `rotation is absent`."""
    before = scene.view.norms[max(chunk.start, motion.start - 1) : motion.start]
    after = scene.view.norms[motion.end : min(motion.end + _STILL, chunk.end)]
    if words("trouble").intersection(after) or words("limited").intersection(scene.words(chunk)):
        return False
    if _MISSING.intersection(before) or "absent" in after:
        return bool(scene.view.fixing(chunk))
    return scene.context.negates(motion) and bool(
        scene.view.fixing(Chunk(max(chunk.start, motion.start - _HELD), motion.start))
    )


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
        if word in words("tens") and {"degrees", "percent"}.intersection(said[i + 1 : i + 4]):
            return Chunk(chunk.start + i, chunk.start + i + 2)
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
    if scene.terms("neuro", "sign", "symptom", "organ", part=chunk):
        return False
    denial = scene.context.cue(hit, "absent")
    if denial is not None and denial.start >= chunk.start:
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
    own_side = found.assertion != "absent" or bool(scene.view.sides(scene.chunk(found.parts[0])))
    for region, side in _placed_legs(scene, found) or _where(scene, found):
        laterality = side if own_side else None
        yield Tart(
            component=found.component,
            region=region,
            laterality=found.laterality or laterality,
            assertion=found.assertion,
            read_by="tart.answered" if scene.statement.asks else rule_of("tart", *found.parts),
            evidence=scene.quote(*found.parts, *scene.places_at(found.parts[0])),
        )


def _placed_legs(scene: Scene, found: Found) -> list[tuple[Region | None, Laterality | None]]:
    """Return the side of a leg that is short; its length speaks of no region."""
    part = found.parts[0]
    if found.component != "asymmetry" or not words("legs").intersection(_said(scene, part)):
        return []
    if scene.view.fixing(scene.chunk(part)):
        return []
    own = scene.view.sides(scene.chunk(part))
    return [(None, scene.attach(part)[0].laterality if own else _side_next(scene, part))]


def _said(scene: Scene, part: Item) -> list[str]:
    return scene.words(Chunk(max(scene.chunk(part).start, part.start - _REACH), part.end))


def _side_next(scene: Scene, part: Item) -> Laterality | None:
    """Return the side that follows after a comma, as in `leg check, right short`."""
    later = next((chunk for chunk in scene.statement.chunks if chunk.start > part.start), None)
    sides = scene.view.sides(Chunk(later.start, min(later.end, later.start + 2))) if later else []
    return sides[0].value if sides else None


def _where(scene: Scene, found: Found) -> list[tuple[Region | None, Laterality | None]]:
    attached = scene.attach(found.parts[0])
    levels = [place for place in scene.view.places(scene.chunk(found.parts[0])) if place.structure == "vertebra"]
    if found.region is not None and not levels:
        said = [part.value for part in found.parts if isinstance(part, Side)]
        return [(found.region, attached[0].laterality or next(iter(said), None))]
    return list(dict.fromkeys((attachment.region, attachment.laterality) for attachment in attached))
