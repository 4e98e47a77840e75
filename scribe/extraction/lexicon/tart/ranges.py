"""How far a motion goes: `rotation 40 degrees`, `flexion limited`, `rot 80 R / 50 L`, `neck full`.

A noun of motion needs a limit, a measure, or its denial beside it. Where a note
gives a bare number, it is held against what a healthy spine reaches; of a
motion measured to both sides the one that lags is restricted, or both are.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.bidden_motions import bidden_at
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.measured import NORMS_OF_SPINE, measured_both_ways, measured_in_limb
from scribe.extraction.lexicon.tart.tissue import names_muscle
from scribe.extraction.lexicon.view.saying import placing, saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region

_REACH = 4
_FAR = 12
_STILL = 2
_HELD = 7
_MISSING = frozenset({"no", "absent", "lacks", "without", "little", "minimal", "negligible", "scant"})
_NONE_LEFT = frozenset({"absent", "impossible", "nil", "zero", "negligible"})
_NOT_POSSIBLE = frozenset({("not", "possible"), ("is", "impossible"), ("right", "impossible"), ("left", "impossible")})
_FREE = frozenset({"full", "unrestricted", "free", "mobile"})
"""Words that alone say of a joint that it moves."""
_COUNTED_BY_TENS = (
    "ten", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_COUNTED = frozenset({"cri"})
"""Motions of so many times a minute, which are no degrees."""
_GRADES = frozenset("012345")
"""Grades of strength, which stand in columns of the right and the left: `Knee ext  5 4`."""
_ROUNDING = frozenset({"maybe", "about", "around", "only", "just", "degrees", "roughly", "barely", "is", "it", "that"})
_GETTING = frozenset({
    "you", "you're", "get", "getting", "got", "give", "giving", "me", "it", "just", "a", "to", "at", "the", "where",
    "there", "right", "of", "early", "losing", "lose", "i'd", "say", "he", "she", "gets", "goes", "way", "away", "in",
    "your", "mid", "reach", "with", "fingers", "fingertips", "hands", "down", "far", "as",
})  # fmt: skip
"""Words with which speech tells how far somebody gets, as in `you only get about half`."""
_BREAKING = frozenset({"and", "then", "before", "when", "with", "but"})
"""Words behind how far a motion goes that tell what comes then, as in `maybe half and then you guard`."""
_STOPPING = frozenset({"stop", "stops", "quit", "quits", "ends", "end", "stopped"})
_REACHED = frozenset({"knee", "knees", "shin", "shins", "midshin", "thigh", "thighs", "midthigh"})
"""How far the hands get that fall short of the floor."""
_REACHING = frozenset({"to", "reaches", "reaching", "reach", "at", "stops", "stopping"})
_FORWARD = frozenset({"flexion", "flex", "bending", "bend", "forward"})
"""Words with which a motion ends that brings the hands down."""
_SIDEWAYS = frozenset({"lateral", "side"})
_LONGEST_VERDICT = 8
_WAYS = {
    **dict.fromkeys(("flex", "flexion"), "flexion"),
    **dict.fromkeys(("ext", "extension"), "extension"),
    **dict.fromkeys(("rot", "rotation"), "rotation"),
    **dict.fromkeys(
        ("lateral flexion", "lat flexion", "lat flex", "sidebending", "side bending", "side bend"), "bending"
    ),
    **dict.fromkeys(("lateral bending", "side flexion", "sideflexion", "sb", "llf", "rlf", "lsb", "rsb"), "bending"),
}
_SIDEWARD: dict[str, Laterality] = {
    **dict.fromkeys(("llf", "lsb", "llb", "lrot"), "left"),
    **dict.fromkeys(("rlf", "rsb", "rlb", "rrot"), "right"),
}
"""Letters of motions that go to one side."""
_MOUTH_OPEN = 38
"""Millimetres to which a healthy mouth opens at least."""
_MONEY = frozenset({"account", "accounts", "spending", "card", "plan", "benefit", "dollars"})
"""What a `flex` pays from."""
_BALANCED = frozenset({"even", "equal", "level", "balance", "balanced", "balances", "evens", "same"})
"""Words for legs of one length."""


def limited(scene: Scene, motion: Hit) -> Iterator[Found]:
    """Read what is said of a motion: that it is limited, measured, or full."""
    if not _MONEY.isdisjoint(scene.view.norms[motion.end : motion.end + 1]) or _compares_legs(scene, motion):
        return
    both = measured_both_ways(scene, motion)
    told = measured_in_limb(scene, motion) if both is None else both
    side = _SIDEWARD.get(motion.term.text)
    for found in _limited(scene, motion) if told is None else told:
        yield found._replace(laterality=side) if side else found


def _compares_legs(scene: Scene, motion: Hit) -> bool:
    """Tell whether a motion only says how the legs lie that are compared, as in `right leg short in extension`."""
    compares = scene.says("leg_ends") and not (words("lengths") | _BALANCED | {"long"}).isdisjoint(scene.said)
    return compares and all(place.role == "limb" for place in scene.view.fixing(_about(scene, motion)))


def _limited(scene: Scene, motion: Hit) -> Iterator[Found]:
    """Read what is said of a motion that is not measured to both sides."""
    chunk = _about(scene, motion)
    others = (hit for hit in scene.terms("tart", "finding", "normal", "test", part=chunk) if hit != motion)
    if any(hit.term.value == "restriction" for hit in others):
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
    dropped = scene.view.dropped
    said = ["" if at in dropped else scene.view.norms[at] for at in range(chunk.start, chunk.end)]
    lacking = _first(chunk, said, words("lacking"))
    if lacking is not None and any(word.isdecimal() or word in words("tens") for word in said):
        yield Found("restriction", "present", (motion, lacking))
        return
    beside = Chunk(motion.end, min(motion.end + 1, chunk.end))
    limit = _first(chunk, said, words("limited"))
    limit = None if limit is not None and _is_way(scene, limit) else limit
    limit = limit or _reached_short(scene, motion, chunk)
    if limit is None and words("full").intersection(scene.words(beside)):
        yield Found("restriction", "absent", (motion, beside))
    elif limit is not None:
        denied = scene.context.negates(limit) or scene.view.norms[limit.start - 1] == "nil"
        told: Assertion = "absent" if denied else scene.assertion(motion)
        yield Found("restriction", told, (motion, limit), _own_region(motion))
    elif motion.term.text not in _COUNTED and (number := _degrees(scene, chunk)) is not None:
        short = () if _reaches_norm(scene, motion, number) else (number,)
        yield from (Found("restriction", "present", (motion, one), _own_region(motion)) for one in short)
    elif (full := _first(chunk, said, words("full"))) and not _is_phrase(scene, full):
        denied = scene.context.denies_health(full)
        yield Found("restriction", "present" if denied else "absent", (motion, full))
    else:
        yield from _judged_next(scene, motion) if not scene.view.is_excepted(chunk) else _left_out(scene, motion, chunk)


def _left_out(scene: Scene, motion: Hit, chunk: Chunk) -> Iterator[Found]:
    """Read a motion that alone is not full, as in `Lumbar ROM full except extension`."""
    full = not words("full").isdisjoint(scene.words(Chunk(scene.statement.start, chunk.start)))
    if full and scene.statement.turn < 0:
        yield Found("restriction", "present", (motion,), _own_region(motion))


def _is_way(scene: Scene, limit: Item) -> bool:
    """Tell whether a word for less is the way that something moves, as in `comes down on exhalation`."""
    norms = scene.view.norms
    return norms[limit.start] == "down" and norms[limit.start - 1] in words("moving")


def _is_phrase(scene: Scene, full: Item) -> bool:
    """Tell whether a full is no verdict, as in `full of` and `may play in full`."""
    behind = scene.view.tokens.word(full.end)
    return behind == "of" or (scene.view.norms[full.start - 1] == "in" and not behind[0].isalnum())


def _reached_short(scene: Scene, motion: Hit, chunk: Chunk) -> Chunk | None:
    """Return the word for how far down the hands get, where that is not the floor, as in `flexion to the knees`."""
    behind = range(motion.end, min(motion.end + _REACH + 1, chunk.end))
    leads = next((at for at in behind if scene.view.norms[at] in _REACHING), None)
    named = motion.term.text.split()
    if leads is None or named[-1] not in _FORWARD or not _SIDEWAYS.isdisjoint(named):
        return None
    reached = range(leads + 1, min(leads + 1 + _REACH, chunk.end))
    at = next((at for at in reached if scene.view.norms[at] in _REACHED), None)
    return None if at is None else Chunk(at, at + 1)


def _judged_next(scene: Scene, motion: Hit) -> Iterator[Found]:
    """Read the verdict on a motion in the part after it, as in `Rotation to the left, about half`."""
    verdict = _verdict_next(scene, motion)
    if verdict is not None:
        short = not (_short() | words("limited")).isdisjoint(scene.words(verdict))
        sides = scene.view.sides(verdict)
        side = sides[0].value if sides else None
        yield Found("restriction", "present" if short else "absent", (motion, verdict), _own_region(motion), side)


def _verdict_next(scene: Scene, motion: Hit) -> Chunk | None:
    """Return the part after a motion that says no more than how far it goes, as in `Rotation to the left, lovely`."""
    behind = (part for part in scene.statement.chunks if part.start >= scene.chunk(motion).end)
    ticked = (part for part in behind if scene.words(part) != ["x"] and scene.view.dropped.isdisjoint(range(*part)))
    later = next(ticked, None)
    if later is None:
        return None
    said = [word for word in scene.rest_of(later) if word[0].isalnum()]
    if scene.statement.turn < 0:
        return later if len(said) == 1 and (words("limited") | words("full")).issuperset(said) else None
    upto = [*takewhile(lambda word: word not in _BREAKING, said)]
    said = said if _short().isdisjoint(upto) else upto
    told = words("well_moving") | words("full") | _short()
    light = _ROUNDING | _GETTING if not _short().isdisjoint(said) else _ROUNDING
    longest = _LONGEST_VERDICT if not _GETTING.isdisjoint(said) else _STILL + 1
    judges = not told.isdisjoint(said) and (told | light).issuperset(said)
    return later if judges and len(said) <= longest else None


def _short() -> frozenset[str]:
    """Return the words for a motion that falls short."""
    return words("partway") | words("short_tens") | _STOPPING | _REACHED


@lru_cache(maxsize=1)
def may_be_free(view: View) -> frozenset[int]:
    """Return where the statements start that may call a joint full or free."""
    return saying(view, _FREE) & (placing(view) | siding(view))


def unrestricted(scene: Scene) -> Iterator[Found]:
    """Read the joints that are only said to be full or free: `L-spine: full`, or `Look over there. Neck's full.`."""
    if scene.statement.start not in may_be_free(scene.view) or not (_is_asked_for(scene) or scene.stance == "exam"):
        return
    if scene.statement.turn >= 0 and not _is_asked_for(scene):
        return
    if any(hit.term.value == "motor_deficit" for hit in scene.terms("neuro", "sign")):
        return
    for chunk in scene.statement.chunks:
        named: list[Item] = [*scene.view.places(chunk), *scene.view.sides(chunk)]
        covered = covered_by(named) | scene.view.dropped
        rest = [at for at in range(chunk.start, chunk.end) if at not in covered and scene.view.norms[at][0].isalnum()]
        ends = scene.view.norms[chunk.end - 1] != ":" and not names_muscle(scene, chunk)
        if len(rest) == 1 and scene.view.norms[rest[0]] in _FREE and ends:
            full = Chunk(rest[0], rest[0] + 1)
            place = scene.attach(full)[0].place
            if place is not None and place.region is not None and place.role != "limb":
                yield Found("restriction", "absent", (full,), rule="tart.motion")


def _is_asked_for(scene: Scene) -> bool:
    """Tell whether an examiner has just asked for motions, as in `Look over that way, and over that way.`.

    So has who tells of the other side's motion right behind: `Right's full. On the left, rotation is twenty.`.
    """
    beside = [*scene.earlier_in_turn[-1:], *scene.later_in_turn[:1]] if "full" in scene.said else []
    moves = (hit.term.role == "motion" for one in beside for hit in scene.view.terms("tart", one))
    tested = (hit for one in (*scene.earlier_in_turn[-2:], *beside) for hit in scene.view.terms("neuro", one))
    graded = any(hit.term.role != "value" for hit in tested)
    return any(bidden_at(scene.view, one) is not None for one in scene.earlier_in_turn) or (any(moves) and not graded)


def _own_region(motion: Hit) -> Region | None:
    """Return the region that a motion names by itself, as the opening of a mouth does."""
    if {"ear", "chin"}.intersection(motion.term.text.split()):
        return "cervical"
    return "head" if {"jaw", "mouth", "tmj", "opening"}.intersection(motion.term.text.split()) else None


def _is_held(scene: Scene, chunk: Chunk, motion: Hit) -> bool:
    """Tell whether there is no motion at all, as in `T6 does not rotate`, `no motion at T6` or `rotation is absent`."""
    named = covered_by(scene.view.sides(chunk))
    opening = motion.start - 1
    while opening > chunk.start and opening in named:
        opening -= 1
    before = scene.view.norms[max(chunk.start, opening) : motion.start]
    after = scene.view.norms[motion.end : min(motion.end + _STILL, chunk.end)]
    if words("trouble").intersection(after) or words("limited").intersection(scene.words(chunk)):
        return False
    if _MISSING.intersection(before) or not _NONE_LEFT.isdisjoint(after) or _is_impossible(scene, motion, chunk):
        spoken = scene.statement.turn < 0 or scene.topic.place is not None
        return bool(scene.view.fixing(scene.statement if spoken or opening < motion.start - 1 else chunk))
    return scene.context.negates(motion) and bool(
        scene.view.fixing(Chunk(max(chunk.start, motion.start - _HELD), motion.start))
    )


def _is_impossible(scene: Scene, motion: Hit, chunk: Chunk) -> bool:
    """Tell whether a motion is said not to be possible, as in `extension to the left is not possible`."""
    pairs = [*pairwise(scene.view.norms[motion.end : min(motion.end + 2 * _REACH, chunk.end)])]
    return not _NOT_POSSIBLE.isdisjoint(pairs)


def _about(scene: Scene, motion: Hit) -> Chunk:
    """Return the words about a motion: its part, or in speech without marks those near it and before the next."""
    chunk = scene.chunk(motion)
    others = [hit.start for hit in scene.terms("tart", "motion", part=chunk) if hit.start > motion.end + _REACH]
    end = min([chunk.end, motion.end + _FAR, *others])
    return Chunk(max(chunk.start, motion.start - _FAR), end)


def _first(chunk: Chunk, said: list[str], among: frozenset[str]) -> Chunk | None:
    return next(
        (Chunk(chunk.start + i, chunk.start + i + 1) for i in range(len(said)) if is_part(said, i, among)), None
    )


def is_part(said: list[str], at: int, among: frozenset[str]) -> bool:
    """Tell whether a word is one for how far a motion goes; not so in `the third rib` and `half an hour`.

    Args:
        said: The words.
        at: Index of the word.
        among: The words for how far a motion goes.
    """
    counts = said[at] == "third" and said[at - 1 : at] not in (["a"], ["one"], ["by"])
    lasts = said[at] == "half" and said[at + 1 : at + 2] in (["a"], ["an"], ["hour"])
    return said[at] in among and not (counts or lasts)


def _degrees(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Return the words that give a measured range short of the normal, as `55/80` or `40 degrees`."""
    named = covered_by(scene.view.places(chunk))
    said = ["" if index in named else scene.view.norms[index] for index in range(chunk.start, chunk.end)]
    for i, word in enumerate(said):
        if word in words("tens") and {"degrees", "percent"}.intersection(said[i + 1 : i + 4]):
            return Chunk(chunk.start + i, chunk.start + i + 2)
        if (
            word in words("short_tens")
            and (i == len(said) - 1 or not said[i + 1][:1].isalnum())
            and scene.statement.turn >= 0
        ):
            return Chunk(chunk.start + i, chunk.start + i + 1)
        if word in words("tens") and said[i + 1 : i + 3] == ["out", "of"]:
            whole = said[i + 3] if i + 3 < len(said) else ""
            short = whole in _COUNTED_BY_TENS[_COUNTED_BY_TENS.index(word) + 1 :] if word in _COUNTED_BY_TENS else False
            return Chunk(chunk.start + i, chunk.start + i + 4) if short else None
        most = (
            90 if said[i + 1 : i + 2] == ["%"] else 75
        )  # Percent of what is normal, or degrees of a restricted spine.
        if said[i - 1 : i] == ["/"] or not word.isdecimal() or not 5 <= int(word) <= most:  # noqa: PLR2004
            continue
        if word == "5" and said[i + 1 : i + 2] and said[i + 1] in _GRADES:
            continue
        if said[i + 1 : i + 2] == ["/"] and i + 2 < len(said) and said[i + 2].isdecimal():
            short = int(word) < int(said[i + 2])
            return Chunk(chunk.start + i, chunk.start + i + 3) if short else None
        return Chunk(chunk.start + i, chunk.start + i + 1)
    return None


def _reaches_norm(scene: Scene, motion: Hit, number: Item) -> bool:
    """Tell whether a bare number of degrees is all that a motion of its region should reach.

    Args:
        scene: The statement.
        motion: The motion.
        number: The words that say how far it goes; one with a whole behind it is judged by that.
    """
    degrees = scene.view.norms[number.start]
    if _own_region(motion) == "head" and degrees.isdecimal() and int(degrees) >= _MOUTH_OPEN:
        return True
    norm = NORMS_OF_SPINE.get((scene.attach(motion)[0].region, _WAYS.get(motion.term.text, "")))
    bare = number.end - number.start == 1 and degrees.isdecimal() and scene.view.tokens.word(number.end) != "%"
    return scene.statement.turn < 0 and norm is not None and bare and int(degrees) >= norm
