"""What moves and what does not: `L5 moves`, `the rib doesn't lift`, `rotation 40 degrees`, `flexion limited`.

In speech examiners tell of motion by a verb whose subject is the joint, or a
word for it; whether the verb is denied says whether the joint is restricted.
A noun of motion needs a limit, or its denial, beside it.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.norms import reaches_norm
from scribe.extraction.lexicon.tart.tissue import names_muscle
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region

_SUBJECT = 7
_HOW = 3
_REACH = 4
_FAR = 12
_STILL = 2
_HELD = 7
_WAY = 5
_BOTH_WAYS = frozenset(
    (each, way) for each in ("both", "each") for way in ("way", "ways", "side", "sides", "directions")
)
_MISSING = frozenset({"no", "absent", "lacks", "without"})
_DENYING = frozenset({"not", "won't", "never", "barely", "hardly", "scarcely", "refuses", "fails", "cannot", "can't"})
_REPEATED = frozenset({"and", "but", "or", "nor", "just"})
_HEADED = frozenset({"go", "goes", "going", "come", "comes", "coming"})
"""Verbs that tell of motion only with the way it goes."""
_GRADED = frozenset({"minus", "plus"})
"""Words for a strength that gives."""
_TREND = (["the", "way"], ["the", "same"])
"""Words behind a going that tells how things go on."""
_ENDS = frozenset({"toe", "toes", "foot", "feet", "finger", "fingers", "thumb", "hand"})
"""What hangs where a muscle is weak."""
_FREE = frozenset({"full", "unrestricted", "free", "mobile"})
_COUNTED_BY_TENS = (
    "ten", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_COUNTED = frozenset({"cri"})
"""Motions of so many times a minute, which are no degrees."""
_SHORT_TENS = frozenset(_COUNTED_BY_TENS[:7])
_ROUNDING = frozenset({"maybe", "about", "around", "only", "just", "degrees", "roughly", "barely", "is", "it", "that"})
_LIMBS = frozenset({"upper_extremity", "lower_extremity"})
_EXERCISES = frozenset({"bend", "flex", "lift", "turn", "tilt", "roll", "extend"})
"""Verbs that bare behind the name of one joint are something to do: `Elbow bend.`."""
_ASKING = frozenset({"does", "do", "did", "can", "will", "if", "whether"})
_JAW = frozenset({"opens", "opening", "closes", "closing"})
"""Verbs that tell of motion only with how well it is done."""
_SWINGING = frozenset({"swings", "shifts", "tilts", "swing", "tracks"})
"""Verbs that with a side tell where something leaves its way, as in `the jaw swings to the right`."""
_POSED = frozenset({"rotated", "flexed", "extended", "slid"})
"""Words for a position that tell of motion only with the way it is done."""


class Moving(NamedTuple):
    """A verb of motion with what is said of it."""

    assertion: Assertion
    """Whether the restriction is there: `absent` where it moves."""
    start: int
    """Index of the first token: what denies the verb, or the verb."""
    end: int
    """Index after its last token."""


def moved(scene: Scene) -> Iterator[Found]:
    """Read the verbs of motion of a spoken statement that tell of a joint."""
    for move in _moves(scene):
        likened = "like" in scene.words(move)
        if _is_of_joint(scene, move) and (likened or scene.assertion(move) != "hypothetical"):
            way = _way(scene, move)
            part = _with_way(scene, move) if way in {"left", "right"} else move
            yield Found("restriction", move.assertion, (part,), laterality=way, rule="tart.motion")


def _is_of_joint(scene: Scene, move: Moving) -> bool:
    """Tell whether a joint moves: a limb that drops, as in `the left foot drops`, is weak."""
    region = scene.attach(move)[0].region
    dropped = scene.view.norms[move.start] in words("dropping")
    return region is not None and not (dropped and region in _LIMBS)


def _way(scene: Scene, move: Moving) -> Laterality | None:
    """Return the side to which something moves or does not, as in `it won't come back to the left`."""
    after = Chunk(move.end, min(move.end + _WAY, scene.chunk(move).end))
    told = scene.words(Chunk(move.start, after.end))
    if any(pair in _BOTH_WAYS for pair in pairwise(told)):
        return "bilateral"
    side = next((one for one in scene.view.sides(after) if not is_compared(scene.view, one)), None)
    between = scene.words(Chunk(move.end, side.start)) if side else []
    return side.value if side and words("ways").issuperset(between) and "way" not in between else None


def _with_way(scene: Scene, move: Moving) -> Item:
    """Return the words of a motion up to the side to which it goes."""
    after = Chunk(move.end, min(move.end + _WAY, scene.chunk(move).end))
    return Chunk(move.start, next((side.end for side in scene.view.sides(after)), move.end))


def _moves(scene: Scene) -> Iterator[Moving]:
    if not scene.says("moving") or (scene.statement.turn < 0 and scene.stance not in {"exam", "neutral"}):
        return
    for chunk in scene.statement.chunks:
        for index in range(chunk.start + (not _opens_well(scene, chunk)), chunk.end):
            if scene.view.norms[index] in words("moving") and not _is_soft(scene, chunk, index):
                found = _moving(scene, chunk, index)
                if found is not None:
                    yield found


def _is_soft(scene: Scene, chunk: Chunk, verb: int) -> bool:
    """Tell whether a word for free motion is said of a muscle, as in `the right rhomboid is supple`."""
    return scene.view.norms[verb] in words("soft") and names_muscle(scene, chunk)


def _opens_well(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part opens with a verb and how well it is done, as in `The atlas, turns evenly`."""
    verb, *after = scene.view.norms[chunk.start : chunk.start + 2]
    alone = chunk.end - chunk.start == 1 or not after[0][0].isalnum()
    if chunk.start == scene.statement.start and not _goes_on(scene, chunk):
        return False
    well = alone or not (words("well_moving") | words("ways")).isdisjoint(after)
    return verb.endswith("s") and well


def _moving(scene: Scene, chunk: Chunk, verb: int) -> Moving | None:
    norms = scene.view.norms
    after = norms[verb + 1 : min(verb + 1 + _HOW, chunk.end)]
    ways = words("ways") | words("sooner")
    if norms[verb].startswith("giv") and (after[:1] in (["way"], ["out"]) or not _GRADED.isdisjoint(scene.said)):
        return None
    hangs = not _ENDS.isdisjoint(norms[max(chunk.start, verb - _REACH) : verb]) or after[:2] in _TREND
    aimless = ways.isdisjoint(after[:2]) or not words("limb_ends").isdisjoint(after) or hangs
    aimless = aimless and norms[verb] in _HEADED
    if aimless or _is_bidden(scene, verb) or words("lengths").intersection(after):
        return None
    start = verb
    while start > max(chunk.start, verb - _SUBJECT) and norms[start - 1] in words("auxiliaries"):
        start -= 1
    said = norms[start:verb]
    badly = next(
        (at for at, word in enumerate(after, verb + 1) if word in words("badly_moving") and norms[at - 1] != "a"), None
    )
    denied = badly is not None or any(word in _DENYING or word.endswith("n't") for word in said)
    if not _has_subject(scene, chunk, start, denied=denied):
        return None
    rises = norms[verb] in words("rising") and (norms[verb] != "moving" or not ways.isdisjoint(after))
    if not denied and rises and _is_flexion_test(scene, chunk, start):
        return Moving("present", verb, verb + 1)
    if denied and (badly is not None or norms[verb] not in _POSED):
        return Moving("present", start, (badly or verb) + 1)
    return _moving_freely(scene, chunk, verb)


def _is_bidden(scene: Scene, verb: int) -> bool:
    """Tell whether somebody is told to keep something moving."""
    norms = scene.view.norms
    gets = norms[verb].endswith("ing") and not {"get", "getting", "keep"}.isdisjoint(norms[max(0, verb - _WAY) : verb])
    return gets or (norms[verb - 1] in {"it", "them"} and norms[verb - 2] in {"keep", "get", "got"})


def _moving_freely(scene: Scene, chunk: Chunk, verb: int) -> Moving | None:
    """Read a verb that nothing denies: something moves well, or nothing more is said than the way it goes."""
    norms = scene.view.norms
    after = norms[verb + 1 : min(verb + 1 + _HOW, chunk.end)]
    well = next((at for at, word in enumerate(after, verb + 1) if word in words("well_moving")), None)
    compared = well is not None and norms[well] == "same" and norms[well + 1 : well + 2] == ["as"]
    added = well is not None and norms[verb] in _POSED and norms[well - 1] == "as"
    if well is not None and "not" not in norms[verb + 1 : well] and not compared and not added:
        return Moving("absent", verb, well + 1)
    if norms[verb] in _SWINGING and scene.view.sides(Chunk(verb, min(verb + _WAY, chunk.end))):
        return None
    asked = norms[verb - 1] in words("joint_words") and norms[verb - 2] in _ASKING
    if norms[verb] in _POSED | _HEADED | _JAW or asked or _is_noun(scene, verb) or _tells_rotation(scene, chunk, verb):
        return None
    rest = [word for word in norms[verb + 1 : chunk.end] if word[0].isalnum()]
    closed = all(word in words("ways") or word in words("side_fillers") for word in rest)
    return Moving("absent", verb, chunk.end) if closed or scene.view.tokens.ends_at(verb + 1) else None


def _tells_rotation(scene: Scene, chunk: Chunk, verb: int) -> bool:
    """Tell whether it is how a vertebra has turned, as in `T7 rotates right`, which frees no motion."""
    sides = {side.value for side in scene.view.sides(chunk)}
    if scene.view.norms[verb] != "rotates" or sides not in ({"left"}, {"right"}):
        return False
    return any(place.end == verb and place.structure == "vertebra" for place in scene.view.fixing(chunk))


def _is_noun(scene: Scene, verb: int) -> bool:
    """Tell whether a word of motion names a way or a position, as in `T4 flex` of a note or `head tilt to the left`."""
    bare = not scene.view.norms[verb].endswith(("s", "ed", "ing"))
    if bare and scene.statement.turn >= 0 and scene.view.norms[verb] in _EXERCISES:
        return not scene.view.norms[verb - 1].endswith("s")
    posture = any(hit.start < verb < hit.end for hit in scene.terms("tart", "finding"))
    if scene.view.norms[verb - 1] in {"side", "lateral"}:
        return True
    return posture or (bare and scene.statement.turn < 0 and not scene.view.norms[verb - 1].endswith("s"))


def _is_flexion_test(scene: Scene, chunk: Chunk, verb: int) -> bool:
    """Tell whether it is one posterior spine that travels as the patient bends, as in `the left PSIS goes first`."""
    places = scene.view.fixing(Chunk(chunk.start, verb))
    place = places[-1] if places else scene.topic.place
    named = place is not None and place.structure == "posterior_superior_iliac_spine"
    return named and bool(scene.view.sides(chunk))


def _has_subject(scene: Scene, chunk: Chunk, start: int, *, denied: bool) -> bool:
    """Tell whether a joint, or a word for it, stands before a verb, which no command has."""
    before = Chunk(max(chunk.start, start - 1), start)
    norm = scene.view.norms[before.start]
    if before.start == before.end:
        tells = denied or scene.view.norms[start].endswith("s")
        return tells and scene.statement.turn >= 0 and _goes_on(scene, chunk)
    if norm in words("joint_words"):
        return True
    if denied and norm in _REPEATED:
        return bool(scene.view.fixing(chunk))
    ending = {place.end for place in scene.view.fixing(Chunk(chunk.start, start))}
    sided = (side.end for side in scene.view.sides(Chunk(chunk.start, start)))
    listed = norm == "and" and start - 1 in ending and scene.view.norms[start] in {"below", "above", "down", "up"}
    return start in ending or listed or (start in sided and _names_before(scene, start))


def _names_before(scene: Scene, start: int) -> bool:
    """Tell whether a joint was named of which a verb tells one side, as in `the SI joints, the right doesn't move`."""
    spoken = scene.statement.turn >= 0 and scene.topic.place is not None
    return spoken or bool(scene.view.fixing(Chunk(scene.statement.start, start)))


def _goes_on(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part goes on with what the parts before name, as in `the ribs, the lower ones, don't lift`."""
    earlier = scene.view.fixing(Chunk(scene.statement.start, chunk.start))
    if chunk.start > scene.statement.start:
        return bool(earlier) and scene.view.norms[chunk.start - 1] == ","
    before = scene.view.statements_before(scene.statement)[-1:]
    return any(one.turn == scene.statement.turn and not one.asks and bool(scene.view.fixing(one)) for one in before)


def limited(scene: Scene, motion: Hit) -> Iterator[Found]:
    """Read what is said of a motion: that it is limited, measured, or full."""
    chunk = _about(scene, motion)
    if any(hit.term.value == "restriction" for hit in scene.terms("tart", "finding", "normal", "test", part=chunk)):
        return
    if scene.terms("neuro", "sign", "organ", part=chunk) or (motion.term.text == "opening" and "mm" not in scene.said):
        return
    complaints = [hit.start for hit in scene.terms("neuro", "symptom", part=chunk)]
    if complaints and complaints[0] < motion.end:
        return
    chunk = Chunk(chunk.start, min([chunk.end, *complaints]))
    if _is_held(scene, chunk, motion):
        yield Found("restriction", "present", (Chunk(motion.start - 1, motion.end),))
        return
    said = scene.words(chunk)
    lacking = _first(chunk, said, words("lacking"))
    if lacking is not None and any(word.isdecimal() or word in words("tens") for word in said):
        yield Found("restriction", "present", (motion, lacking))
        return
    beside = Chunk(motion.end, min(motion.end + 1, chunk.end))
    limit = _first(chunk, said, words("limited"))
    if limit is None and words("full").intersection(scene.words(beside)):
        yield Found("restriction", "absent", (motion, beside))
    elif limit is not None:
        denied = scene.context.negates(limit)
        told: Assertion = "absent" if denied else scene.assertion(motion)
        yield Found("restriction", told, (motion, limit), _own_region(motion))
    elif motion.term.text not in _COUNTED and (number := _degrees(scene, chunk)) is not None:
        short = () if reaches_norm(scene, motion, number) else (number,)
        yield from (Found("restriction", "present", (motion, one), _own_region(motion)) for one in short)
    elif (full := _first(chunk, said, words("full"))) and scene.view.norms[full.end : full.end + 1] != ["of"]:
        denied = scene.context.denies_health(full)
        yield Found("restriction", "present" if denied else "absent", (motion, full))
    else:
        yield from _judged_next(scene, motion)


def _judged_next(scene: Scene, motion: Hit) -> Iterator[Found]:
    """Read the verdict on a motion in the part after it, as in `Rotation to the left, about half`."""
    verdict = _verdict_next(scene, motion)
    if verdict is not None:
        short = not (words("partway") | _SHORT_TENS).isdisjoint(scene.words(verdict))
        sides = scene.view.sides(verdict)
        side = sides[0].value if sides else None
        yield Found("restriction", "present" if short else "absent", (motion, verdict), _own_region(motion), side)


def _verdict_next(scene: Scene, motion: Hit) -> Chunk | None:
    """Return the part after a motion that says no more than how far it goes, as in `Rotation to the left, lovely`."""
    if scene.statement.turn < 0:
        return None
    later = next((part for part in scene.statement.chunks if part.start >= scene.chunk(motion).end), None)
    sided = {at for side in scene.view.sides(later) for at in range(side.start, side.end)} if later else set()
    said = [scene.view.norms[at] for at in range(*later) if at not in sided] if later else []
    said = [word for word in said if word[0].isalnum()]
    told = words("well_moving") | words("full") | words("partway") | _SHORT_TENS | _ROUNDING
    return later if said and told.issuperset(said) and len(said) <= _STILL + 1 else None


def unrestricted(scene: Scene) -> Iterator[Found]:
    """Read the joints of a note that are only said to be full or free, as in `L-spine: full` or `neck full`."""
    graded = any(hit.term.value == "motor_deficit" for hit in scene.terms("neuro", "sign"))
    for chunk in scene.statement.chunks if scene.statement.turn < 0 and scene.stance == "exam" and not graded else ():
        named: list[Item] = [*scene.view.places(chunk), *scene.view.sides(chunk)]
        covered = {index for item in named for index in range(item.start, item.end)}
        rest = [at for at in range(chunk.start, chunk.end) if at not in covered and scene.view.norms[at][0].isalnum()]
        ends = scene.view.norms[chunk.end - 1] != ":" and not names_muscle(scene, chunk)
        if len(rest) == 1 and scene.view.norms[rest[0]] in _FREE and ends:
            full = Chunk(rest[0], rest[0] + 1)
            place = scene.attach(full)[0].place
            if place is not None and place.region is not None and place.role != "limb":
                yield Found("restriction", "absent", (full,), rule="tart.motion")


def _own_region(motion: Hit) -> Region | None:
    """Return the region that a motion names by itself, as the opening of a mouth does."""
    if {"ear", "chin"}.intersection(motion.term.text.split()):
        return "cervical"
    return "head" if {"jaw", "mouth", "tmj", "opening"}.intersection(motion.term.text.split()) else None


def _is_held(scene: Scene, chunk: Chunk, motion: Hit) -> bool:
    """Tell whether there is no motion at all, as in `T6 does not rotate`, `no motion at T6` or `rotation is absent`."""
    named = {at for side in scene.view.sides(chunk) for at in range(side.start, side.end)}
    opening = motion.start - 1
    while opening > chunk.start and opening in named:
        opening -= 1
    before = scene.view.norms[max(chunk.start, opening) : motion.start]
    after = scene.view.norms[motion.end : min(motion.end + _STILL, chunk.end)]
    if words("trouble").intersection(after) or words("limited").intersection(scene.words(chunk)):
        return False
    if _MISSING.intersection(before) or "absent" in after:
        spoken = scene.statement.turn >= 0 and scene.topic.place is not None
        return bool(scene.view.fixing(scene.statement if spoken or opening < motion.start - 1 else chunk))
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


def _degrees(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Return the words that give a measured range short of the normal, as `55/80` or `40 degrees`."""
    named = {index for place in scene.view.places(chunk) for index in range(place.start, place.end)}
    said = ["" if index in named else scene.view.norms[index] for index in range(chunk.start, chunk.end)]
    for i, word in enumerate(said):
        if word in words("tens") and {"degrees", "percent"}.intersection(said[i + 1 : i + 4]):
            return Chunk(chunk.start + i, chunk.start + i + 2)
        if word in _SHORT_TENS and (i == len(said) - 1 or not said[i + 1][:1].isalnum()) and scene.statement.turn >= 0:
            return Chunk(chunk.start + i, chunk.start + i + 1)
        if word in words("tens") and said[i + 1 : i + 3] == ["out", "of"]:
            whole = said[i + 3] if i + 3 < len(said) else ""
            short = whole in _COUNTED_BY_TENS[_COUNTED_BY_TENS.index(word) + 1 :] if word in _COUNTED_BY_TENS else False
            return Chunk(chunk.start + i, chunk.start + i + 4) if short else None
        if said[i - 1 : i] == ["/"] or not word.isdecimal() or not 5 <= int(word) <= 75:  # noqa: PLR2004  # degrees of a restricted spine
            continue
        if said[i + 1 : i + 2] == ["/"] and i + 2 < len(said) and said[i + 2].isdecimal():
            short = int(word) < int(said[i + 2])
            return Chunk(chunk.start + i, chunk.start + i + 3) if short else None
        return Chunk(chunk.start + i, chunk.start + i + 1)
    return None
