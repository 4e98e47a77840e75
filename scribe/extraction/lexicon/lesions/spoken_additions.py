"""What speech adds to lesions that it has named: further joints that have one, or the place that it meant."""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import JOINTS
from scribe.extraction.lexicon.lesions.joints import read_mention
from scribe.extraction.lexicon.lesions.mentions import mention_of
from scribe.extraction.lexicon.lesions.notation import Position
from scribe.extraction.lexicon.lesions.places_elsewhere import only_lists
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.lesions.region_letters import SEPARATORS
from scribe.extraction.lexicon.lesions.side_of_lesion import side_of_joint
from scribe.extraction.lexicon.quoted import last_span
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.schema import Lesion

_ADDING = frozenset({"add", "adding", "added"})
_BETWEEN = SEPARATORS | {"in", "on", "the", "that", "this", "your", "his", "her", "to", "list", "a", "side"}
_GOING_ON = frozenset({"and", "oh", "plus", "also", "same", "likewise", "ditto"})
_HOLDING = frozenset({"stuck", "held", "locked", "sided", "side", "with", "up", "down"})
"""Words for how a joint is held, which speech adds to its name."""
_COUNTED = frozenset({"number", "two", "three", "four", "five", "second", "third", "fourth", "secondly", "thirdly"})
"""Words that count on, as in `Two, of the thoracic region.`."""
_OPENING = 4
_ANSWERS = frozenset({"no", "yes", "yeah", "nope", "well", "right", "okay", "actually"})
_LIKEWISE = (["is"], ["are"], ["does"], ["has"], ["well"])
_ALIKE = frozenset({
    "so", "is", "goes", "for", "likewise", "ditto", "thing", "with", "one", "ones", "are", "does", "has", "at", "story",
    "there's", "we", "have", "i", "got", "we've", "i've", "of", "region", "regions", "another", "down", "up", "over",
    "again", "you", "you've", "it", "it's",
}) | _COUNTED  # fmt: skip
"""Words that say the same of another place, as in `So is the one at L5` and `Same goes for T8`."""
_THING = 4
"""Words of `same kind of thing`."""
_THINGS = frozenset({"thing", "story", "trouble", "deal", "diagnosis", "finding", "dysfunction"})
_BEFORE_PLACE = frozenset({
    "at", "in", "of", "on", "with", "for", "over", "up", "down", "the", "your", "his", "her", "that", "right", "left",
    "about", "there", "joint", "side", "going", ",", "and", "is", "here", "too", "both",
})  # fmt: skip
_AFFIRMED = frozenset({"is", "are", "does", "has", "got", "yes", "yep", "yeah", "check", "tick", "positive"})
"""Words that say of a place what was said of another, or asked."""
_AS_WELL = frozenset({"one", "too", "also", "it"})
_AFFIRMING = 4
_LEADS = 2
"""Words before the place, as the article and the side of `The left ilium has one too`."""
_IS_AT = (["is", "in"], ["is", "at"], ["is", "of"], ["is", "the"], ["one", "is"])
_INTERRUPTION = 8
_ASKED = frozenset({"which", "what", "where", "when", "who", "why"})
_ASKED_BACK = 3
"""Words of who only asks back, as in `Which ones?`; who says more asks for something else."""
_CLEARING = frozenset({"no", "nope", "nothing", "none", "clean", "clear", "fine"})
_SMALL = frozenset({"oh", "also", "plus", "too", "as", "well", "uh", "um", "yeah", "then", "same", "okay", ".", "!"})
_LISTING = _BETWEEN | _SMALL | _ALIKE
_LISTED_NEAR = 200
"""Characters within which a list goes on."""
_CLOSING = frozenset({"too", "also", "as", ".", "!", ";"})


def with_added(scenes: Iterable[Scene], lesions: Sequence[Lesion]) -> list[Lesion]:
    """Add the joints that a clinician goes on to name, each behind the lesion of the same turn that it joins.

    Args:
        scenes: The statements of the document.
        lesions: What was read in them.
    """
    joined = list(lesions)
    for scene in filter(_may_add, scenes if joined else ()):
        start, places = _likened(scene) or _list(scene, joined)
        treats = len({_is_stated(place, joined) for place in places}) > 1
        at = _named_before(scene, start, joined) if places and not treats else None
        if at is not None:
            joined[at + 1 : at + 1] = _joining(scene, joined[at], places)
    return joined


def _is_stated(place: Place, lesions: Iterable[Lesion]) -> bool:
    """Tell whether a level has its lesion already: who names it once more, as in `C5, T3 and L4, there`, treats it."""
    return bool(place.segments) and any((one.region, one.segments) == (place.region, place.segments) for one in lesions)


def _joining(scene: Scene, named: Lesion, places: Iterable[Place]) -> list[Lesion]:
    """Return the lesions of places that join one; each quotes its place behind the name that they share."""
    lesions = (one for place in places for one in read_mention(scene, named.kind, mention_of(scene, place)))
    return [one.model_copy(update={"evidence": (named.evidence[0], *one.evidence)}) for one in lesions]


def _may_add(scene: Scene) -> bool:
    """Tell whether a clinician names a joint in speech, and asks nothing."""
    statement = scene.statement
    told = statement.turn >= 0 and not statement.asks and scene.by_clinician
    return told and bool(scene.view.fixing(statement)) and not _only_heads_denial(scene)


def _only_heads_denial(scene: Scene) -> bool:
    """Tell whether a place is only named to clear it in the next sentence: `Upper back. Nope, clean today.`."""
    following = scene.view.statements_after(scene.statement, 1)[:1]
    return any(one.turn == scene.statement.turn and scene.view.norms[one.start] in _CLEARING for one in following)


def _list(scene: Scene, lesions: Sequence[Lesion]) -> tuple[int, list[Place]]:
    """Return where a statement begins to add, and the places it adds; none where it adds none."""
    statement = scene.statement
    if not _ADDING.isdisjoint(scene.said):
        verb = next(at for at in range(statement.start, statement.end) if scene.view.norms[at] in _ADDING)
        return verb, _listed_from(scene, verb + 1)
    if (counted := _counted(scene)) is not None:
        return statement.start, [counted]
    start = _after_answer(scene)
    opening = scene.view.norms[start : min(start + _OPENING, statement.end)]
    rest = Chunk(start, statement.end)
    same = _ALIKE if "same" in scene.said else _ALIKE - {"thing"}
    alike = _goes_on(opening) and _only_lists(scene, rest, _SMALL | same)
    small = _SMALL | _COUNTED if "same" in scene.said else _SMALL
    affirmed = (
        scene.stance == "conclusion"
        and _affirms(scene)
        and _only_lists(scene, rest, _SMALL | _AFFIRMED | _AS_WELL | {"though"})
    )
    if alike or affirmed or (scene.stance == "conclusion" and _only_lists(scene, rest, small)):
        return start, _listed_from(scene, start)
    if scene.stance == "conclusion" and not _is_read(scene, lesions) and (named := _described(scene)):
        return start, named
    if scene.stance == "conclusion" and (last := _last_position(scene)) is not None:
        return last.end, _ended(scene, last.end)
    return statement.start, []


def _counted(scene: Scene) -> Place | None:
    """Return the joint that a count puts a lesion at, and says no more of than how it is: `The third is at T3, …`."""
    norms, start = scene.view.norms, scene.statement.start
    opening = norms[start : start + _OPENING]
    counts = opening[:1] == ["the"] and opening[1] in _COUNTED and opening[2:] in _IS_AT
    places = scene.view.fixing(scene.statement) if counts and not denies(scene.words()) else []
    return places[-1] if places and len({place.region for place in places}) == 1 else None


def _likened(scene: Scene) -> tuple[int, list[Place]] | None:
    """Return where a conclusion says the same of another joint, and the joint: `and then it's the same thing at T5`.

    What is the same may stand behind the joint, as in `the left SI, that's the other place, same diagnosis`.
    """
    if scene.stance != "conclusion" or "same" not in scene.said:
        return None
    norms, end = scene.view.norms, scene.statement.end
    at = next(at for at in range(scene.statement.start, end) if norms[at] == "same")
    thing = next((on for on in range(at + 1, min(at + _THING, end)) if norms[on] in _THINGS), None)
    if thing is None or scene.terms("conditions", part=Chunk(_last_lesion(scene, at), at)):
        return None
    behind = [*scene.view.fixing(Chunk(thing + 1, end))[:2]]
    if behind and _BEFORE_PLACE.issuperset(scene.rest_of(Chunk(thing + 1, behind[0].start))):
        levels = [place for place in behind[1:] if place.segments and place.region == behind[0].region]
        return at, [*behind[:1], *levels][-1:]
    closes = thing + 1 == end or not norms[thing + 1][0].isalnum()
    before = scene.view.fixing(Chunk(scene.statement.start, at)) if closes else []
    named = [place for place in before if not scene.terms("lesions", part=Chunk(scene.statement.start, place.start))]
    return (scene.statement.start, named[-1:]) if named else None


def _last_lesion(scene: Scene, before: int) -> int:
    """Return the index after the last lesion that a statement names before a word, or of its first word."""
    named = scene.terms("lesions", "head", "weak_head", part=Chunk(scene.statement.start, before))
    return named[-1].end if named else scene.statement.start


def _is_read(scene: Scene, lesions: Iterable[Lesion]) -> bool:
    """Tell whether a statement states a lesion by itself."""
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    return any(start <= last_span(one)[0] < end for one in lesions)


def _described(scene: Scene) -> list[Place]:
    """Return the joint that a part of its own names, if only how it is held follows: `The sacrum, in flexion`."""
    first, *others = scene.statement.chunks
    places = scene.view.fixing(first)
    alone = len(places) == 1 and not ({*scene.words(first)} - _BETWEEN - _SMALL - _named(scene))
    if not alone or not others or scene.terms("lesions"):
        return []
    held = {scene.view.norms[at] for at in covered_by(scene.terms("tart", "position", "motion"))}
    rest = {word for part in others for word in scene.words(part)}
    told = held & rest and not (rest - held - _HOLDING - _BETWEEN - _SMALL - _named(scene))
    return places if told else []


def _after_answer(scene: Scene) -> int:
    """Return the index after a word that only answers, as in `No, also at T3.`."""
    norms, start = scene.view.norms, scene.statement.start
    answers = norms[start] in _ANSWERS and norms[start + 1 : start + 2] in ([","], ["."])
    return start + 2 if answers and start + 2 < scene.statement.end else start


def _affirms(scene: Scene) -> bool:
    """Tell whether a place is all that stands before a yes: `T1 is.`, `Thoracic, check.`, `Mid back yes, T5.`."""
    first, norms = scene.view.fixing(scene.statement)[0], scene.view.norms
    behind = [word for word in norms[first.end : min(scene.statement.end, first.end + _AFFIRMING)] if word != ","]
    closes = behind[1:2] and (behind[1] in _AS_WELL or not behind[1][0].isalnum() or behind[0] in {"yes", "check"})
    return bool(closes) and behind[0] in _AFFIRMED and first.start - scene.statement.start <= _LEADS


def _goes_on(opening: list[str]) -> bool:
    """Tell whether words go on with what was said: `And the pelvis`, `So is the one at L5`, `Same for T8`."""
    counted = opening[0] in _COUNTED and not {"of", "one", "is"}.isdisjoint(opening[1:])
    return counted or opening[0] in _GOING_ON or (opening[0] in {"so", "as"} and opening[1:2] in _LIKEWISE)


def _only_lists(scene: Scene, part: Chunk, small: frozenset[str]) -> bool:
    """Tell whether a statement says no more than places, as in `Oh, and the pelvis too.` and `Mid back, same.`."""
    return not ({*scene.words(part)} - _BETWEEN - small - _named(scene))


def _last_position(scene: Scene) -> Position | None:
    """Return the last notation of a statement that goes on with a list: `T5 rotated left and the pelvis too`."""
    found = positions(scene.view, scene.statement)
    last = max(found, key=lambda one: one.end, default=None)
    return last if last is not None and last.end < scene.statement.end else None


def _ended(scene: Scene, index: int) -> list[Place]:
    """Return the places of a list behind an index, if nothing but the end or a `too` follows them."""
    if scene.view.norms[index] not in SEPARATORS:
        return []
    places = _listed_from(scene, index)
    after = places[-1].end if places else index
    named = covered_by(scene.view.sides(scene.statement))
    while after < scene.statement.end and after in named:
        after += 1
    closed = after == scene.statement.end or scene.view.norms[after] in _CLOSING
    return places if closed else []


def _named(scene: Scene) -> set[str]:
    """Return the words of places and sides."""
    named: list[Item] = [*scene.view.fixing(scene.statement), *scene.view.sides(scene.statement)]
    return {scene.view.norms[at] for at in covered_by(named)}


def _listed_from(scene: Scene, index: int) -> list[Place]:
    """Return the places of the list that follows a verb, or opens a statement."""
    rest = Chunk(index, scene.statement.end)
    named = {place.start: place for place in scene.view.fixing(rest)}
    sided = covered_by(scene.view.sides(rest))
    places: list[Place] = []
    while index < rest.end and (index in named or index in sided or scene.view.norms[index] in _LISTING):
        if index in named:
            places.append(named[index])
        index = named[index].end if index in named else index + 1
    return places


def _named_before(scene: Scene, start: int, lesions: Sequence[Lesion]) -> int | None:
    """Return the index of the lesion that was named last before a word, if it is of the same turn and stands."""
    turn = _since(scene)
    before = scene.view.tokens.spans[start][0]
    ends = {last_span(one)[1]: at for at, one in enumerate(lesions) if one.kind in JOINTS}
    last = max((end for end in ends if max(turn, before - _LISTED_NEAR) < end <= before), default=None)
    return ends[last] if last is not None and lesions[ends[last]].assertion == "present" else None


def _since(scene: Scene) -> int:
    """Return where the speaker began: who was only interrupted by a few words goes on with the turn before."""
    turns, turn = scene.view.document.turns, scene.statement.turn
    if not _ADDING.isdisjoint(scene.said) and turn and turns[turn - 1].speaker == "clinician":
        turn -= 1  # Who teaches adds to the list of who learns.
    while turn > 1 and turns[turn - 2].speaker == turns[turn].speaker == "clinician" and _interrupts(scene, turn - 1):
        turn -= 2
    return turns[turn].span[0]


def _interrupts(scene: Scene, turn: int) -> bool:
    """Tell whether a patient says no more than a few words, as in `Just the one?`."""
    said = scene.view.document.turns[turn]
    span = scene.view.tokens.between(said.span)
    turns_elsewhere = len(span) > _ASKED_BACK and not _ASKED.isdisjoint(scene.view.norms[span.start : span.stop])
    return said.speaker == "patient" and len(span) <= _INTERRUPTION and not turns_elsewhere


_ASKING = frozenset({"did", "say"})
_DOUBTED_NEAR = 600
"""Characters between a lesion and the words that doubt its place."""
_SOON = 4
"""Statements in which the place is said anew."""
_TURNS = 2


def as_corrected(scenes: Sequence[Scene], lesions: Iterable[Lesion]) -> list[Lesion]:
    """Move the lesions whose place a clinician has misspoken.

    Args:
        scenes: The statements of a document.
        lesions: What was read in them.
    """
    found = list(lesions)
    for at, scene in enumerate(scenes if found else ()):
        if not _asks_back(scene):
            continue
        found = _turned(scene, scenes[at + 1 : at + 2], found)
        named = scene.view.fixing(scene.statement)
        meant = next(_said_anew(scene, scenes[at + 1 : at + 1 + _SOON], named), None) if named else None
        if meant is not None:
            found = [_moved(one, *meant) if _is_doubted(scene, one, named[0]) else one for one in found]
    return found


def _asks_back(scene: Scene) -> bool:
    """Tell whether clinicians ask what they have just said."""
    return scene.said >= _ASKING and "i" in scene.said and scene.by_clinician and scene.statement.turn >= 0


def _turned(scene: Scene, later: Sequence[Scene], lesions: list[Lesion]) -> list[Lesion]:
    """Turn the last lesion to the side that is said next: `Right SI dysfunction. Did I say right? Left.`."""
    doubted = [side.value for side in scene.view.sides(scene.statement)]
    told = [one for one in later if one.by_clinician and only_lists(one)]
    anew = [side.value for one in told for side in one.view.sides(one.statement)]
    before = scene.view.tokens.spans[scene.statement.start][0]
    stated = [one for one in lesions if one.laterality in doubted and 0 <= before - last_span(one)[1] <= _DOUBTED_NEAR]
    # A right that stands alone says that it was right.
    assents = bool(later) and later[0].words()[:1] == ["right"] and len(later[0].words()) <= len(("right", "."))
    if not stated or not anew or anew[0] in doubted or assents:
        return lesions
    last = max(stated, key=last_span)
    quotes = (*last.evidence, *later[0].quote(later[0].statement))
    turned = last.model_copy(update={"laterality": anew[0], "evidence": quotes})
    return [turned if one is last else one for one in lesions]


def _said_anew(scene: Scene, later: Sequence[Scene], named: Sequence[Place]) -> Iterator[tuple[Scene, Place]]:
    """Yield the other place that the clinician says next, and nothing else."""
    for one in later:
        if one.statement.turn - scene.statement.turn > _TURNS + 1:
            return
        places = one.view.fixing(one.statement)
        if one.by_clinician and places and only_lists(one):
            if (places[0].region, places[0].segments) != (named[0].region, named[0].segments):
                yield one, places[0]
            return


def _is_doubted(scene: Scene, lesion: Lesion, named: Place) -> bool:
    """Tell whether a lesion was stated shortly before, of the place that is in doubt."""
    before = scene.view.tokens.spans[scene.statement.end - 1][1]
    same = (lesion.region, lesion.segments) == (named.region, named.segments)
    return same and 0 <= before - last_span(lesion)[1] <= _DOUBTED_NEAR


def _moved(lesion: Lesion, scene: Scene, place: Place) -> Lesion:
    return lesion.model_copy(
        update={
            "region": place.region,
            "segments": place.segments,
            "laterality": side_of_joint(scene, place) or lesion.laterality,
            "evidence": (*lesion.evidence, *scene.quote(place)),
        }
    )
