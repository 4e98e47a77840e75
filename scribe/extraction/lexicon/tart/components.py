"""Statements → what palpation and motion testing found: the components of TART."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import trailing_side
from scribe.extraction.lexicon.context.deixis import pointed_side
from scribe.extraction.lexicon.context.recheck import is_after_treatment, is_recheck
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.mobility import limited, moved, unrestricted
from scribe.extraction.lexicon.tart.posture import positioned
from scribe.extraction.lexicon.tart.signed import signed_places
from scribe.extraction.lexicon.tart.touch import asked_of_touch, pressed, volunteered
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region, Tart, TartComponent
from scribe.terminology.regions import structure

_REACH = 4
_LONGEST_TAG = 4
_TOLD_BY_MOVING = frozenset({"restriction", "asymmetry"})
_ANYWHERE = frozenset({"spring", "spring test", "springing", "motion palpation"})


def read_tart(scene: Scene) -> Iterator[Tart]:
    """Read the palpation and motion findings of one statement."""
    for found in volunteered(scene):
        yield from _placed(scene, found)
    if not scene.may_examine or scene.statement.section == "assessment":
        return
    if is_recheck(scene) or _heads_table(scene):
        return
    seen = [found for found in sorted(_found(scene), key=_place_in_text) if not _is_hearsay(scene, found)]
    for found in seen:
        signed = signed_places(scene, found.parts[0]) if found.component == "tenderness" else []
        for place, assertion in signed:
            yield _signed(scene, found, place, assertion)
        if not signed:
            yield from _placed(scene, found)
    yield from _repeated(scene, seen)


def _place_in_text(found: Found) -> int:
    return found.parts[0].start


def _heads_table(scene: Scene) -> bool:
    """Tell whether a statement names the columns of a table, as in `LEVEL   P (tender)   A   R   T`."""
    named = words("table_heads").intersection(scene.words()[:1])
    return bool(named) and scene.view.columns_in(scene.statement) > 1


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
        claimed = list(_told_in_question(scene))
        if not claimed or words("hurting").intersection(scene.words()):
            yield from asked_of_touch(scene)
        yield from claimed
        return
    moves = [*moved(scene)]
    yield from moves
    told = {index for move in moves for part in move.parts for index in range(part.start, part.end)}
    for hit in scene.terms("tart"):
        if hit.term.value not in _TOLD_BY_MOVING or told.isdisjoint(range(hit.start, hit.end)):
            yield from _meant(scene, hit)
    yield from pressed(scene)
    yield from unrestricted(scene)


def _told_in_question(scene: Scene) -> Iterator[Found]:
    """Read what an examiner finds and only asks to agree to, as in `It's stiff here, isn't it?`; pain is asked."""
    if scene.statement.turn < 0 or scene.statement.speaker == "patient" or not _agrees_at_end(scene):
        return
    for hit in scene.terms("tart", "finding"):
        if hit.term.value != "tenderness" and scene.assertion(hit) == "present":
            yield Found(_component(hit), "present", (hit,))
    for hit in scene.terms("tart", "finding", "ask"):
        pain = hit.term.value == "tenderness" or bool(words("sore").intersection(hit.term.text.split()))
        if pain and scene.chunk(hit) != scene.statement.chunks[-1] and scene.assertion(hit) == "absent":
            yield Found("tenderness", "absent", scene.cued(hit, "absent"))


def _agrees_at_end(scene: Scene) -> bool:
    """Tell whether a question is a statement with a tag, or points to what the hand feels: `This one is stiff`."""
    *said, last = scene.statement.chunks
    tag = [word for word in scene.words(last) if word[0].isalnum()]
    if said and len(tag) <= _LONGEST_TAG and words("tags").intersection(tag):
        return True
    opening = [word for word in scene.words() if word[0].isalnum()][:_LONGEST_TAG]
    return bool(words("felt_here").intersection(opening)) and bool({"is", "are", "it's"}.intersection(scene.words()))


def _meant(scene: Scene, hit: Hit) -> Iterator[Found]:
    """Read what a term of the table says where it stands."""
    match hit.term.role:
        case "finding" if not _is_tested(scene, hit) and not _intends(scene, hit):
            assertion = scene.assertion(hit)
            yield Found(_component(hit), assertion, scene.cued(hit, assertion))
        case "normal" if not words("testing").intersection(scene.view.norms[hit.end : hit.end + 1]):
            yield from _judged(scene, hit)
        case "capitals" if _is_written_short(scene, hit):
            yield Found(_component(hit), "present" if hit.term.assertion == "present" else "absent", (hit,))
        case "test":
            yield from _tested(scene, hit)
        case "motion":
            yield from limited(scene, hit)
        case "position":
            yield from positioned(scene, hit)
        case "ask" if words("sore").intersection(hit.term.text.split()):
            assertion = scene.assertion(hit)
            yield Found("tenderness", assertion, scene.cued(hit, assertion))


def _is_tested(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of a neurological finding stand there, which palpation does not tell."""
    return any(other.start == hit.start for other in scene.terms("neuro", "sign", "symptom", "organ"))


def _intends(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody says what will not be done, as in `not going to push`; `not going to the left` is found."""
    after = scene.view.norms[hit.end : hit.end + 2]
    return hit.term.text.endswith("going") and after[:1] == ["to"] and not {"the", "left", "right"}.intersection(after)


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


def _tested(scene: Scene, test: Hit) -> Iterator[Found]:
    region = structure(test.term.structure).region if test.term.structure else None
    for hit in scene.values(test):
        if hit.term.text in {"positive", "pos", "+", "(+)", "+ve", "is positive", "positive on"}:
            sides = _sides_after(scene, hit, scene.chunk(hit))
            yield Found("restriction", scene.assertion(test), (test, hit, *sides), region)
            return
        if hit.term.value in {"negative", "normal"}:
            denied = scene.context.denies_health(hit)
            yield Found("restriction", "present" if denied else "absent", (test, hit), region)
            return
    cue = scene.context.cue(test, "absent")
    if cue is not None and not _is_of_verb(scene, cue, test):
        yield Found("restriction", "absent", (test, cue), region)


def _is_of_verb(scene: Scene, cue: Item, test: Hit) -> bool:
    """Tell whether a cue denies a verb of motion before the test, as in `isn't gliding when I spring it`."""
    return bool(words("moving").intersection(scene.view.norms[cue.end : test.start]))


def _sides_after(scene: Scene, hit: Hit, chunk: Chunk) -> list[Item]:
    return [side for side in scene.view.sides(Chunk(hit.end, chunk.end)) if side.start - hit.end <= _REACH]


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
    places = scene.view.places(chunk)
    if not places and scene.statement.turn >= 0 and scene.topic.place is not None:
        places = [scene.topic.place]
    return any(place.structure in words("landmarks") for place in places)


def _placed(scene: Scene, found: Found) -> Iterator[Tart]:
    chunk = scene.chunk(found.parts[0])
    own_side = found.assertion != "absent" or bool(
        scene.view.sides(chunk) or trailing_side(scene.view, scene.statement, chunk)
    )
    legs = _placed_legs(scene, found)
    for region, side in legs or _where(scene, found):
        if region is None and not legs and _is_nowhere(scene):
            continue
        pointed = pointed_side(scene, chunk) if found.assertion != "absent" else None
        laterality = (side or pointed) if own_side else None
        yield Tart(
            component=found.component,
            region=region,
            laterality=found.laterality or laterality,
            assertion=found.assertion,
            read_by=found.rule or rule_of("tart", *found.parts),
            evidence=scene.quote(*found.parts, *scene.places_at(found.parts[0])),
        )


def _is_nowhere(scene: Scene) -> bool:
    """Tell whether speech names no part of the body at all, so that its words are about something else."""
    elsewhere = scene.statement.turn >= 0 and scene.view.names_place
    return elsewhere and not scene.view.places(scene.statement) and "anywhere" not in scene.words()


def _signed(scene: Scene, found: Found, place: Place, assertion: Assertion) -> Tart:
    """Return what is found at a place that has a sign of its own."""
    beside = [side for side in scene.view.sides(scene.chunk(place)) if place.start - side.end in range(2)]
    return Tart(
        component=found.component,
        region=place.region,
        laterality=beside[0].value if beside else None,
        assertion=assertion,
        read_by=rule_of("tart", *found.parts),
        evidence=scene.quote(found.parts[0], place),
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
    if found.region is not None and not _is_placed(scene, found):
        said = [part.value for part in found.parts if isinstance(part, Side)]
        return [(found.region, attached[0].laterality or next(iter(said), None))]
    return list(dict.fromkeys((attachment.region, attachment.laterality) for attachment in attached))


def _is_placed(scene: Scene, found: Found) -> bool:
    """Tell whether the words place a test elsewhere than its name: at a level or, of a spring test, at any joint."""
    test = found.parts[0]
    places = scene.view.fixing(scene.chunk(test))
    if isinstance(test, Hit) and test.term.text in _ANYWHERE:
        return any(place.start < test.start for place in places)
    return any(place.structure == "vertebra" for place in places)
