"""What moves and what does not, by verbs: `L5 moves`, `the rib doesn't lift`, `T4 gives me nothing`.

In speech examiners tell of motion by a verb whose subject is the joint, or a
word for it; whether the verb is denied says whether the joint is restricted.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared, is_way_by_hand
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.moving_parts import is_of_joint, is_reported, names_neither, tells_position
from scribe.extraction.lexicon.tart.ranges import is_part
from scribe.extraction.lexicon.tart.tissue import names_muscle
from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import holding, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality

_SUBJECT = 7
_HOW = 3
_REACH = 4
_WAY = 5
_LIKE = 7
_PARTLY = frozenset({"half", "halfway", "partway", "third", "quarter"})
_BOTH_WAYS = frozenset(
    (each, way) for each in ("both", "each") for way in ("way", "ways", "side", "sides", "directions")
)
_DENYING = frozenset({
    "not", "won't", "never", "barely", "hardly", "scarcely", "refuses", "refused", "fails", "failed", "failing", "fail",
    "unable", "cannot", "can't",
})  # fmt: skip
_HARDWARE = frozenset({"screw", "screws", "rods", "rod", "hardware", "fuse", "fusion"})
_FAILING = frozenset({"can't", "cannot", "couldn't", "not", "didn't", "never"})
_OF_PATIENT = frozenset({"can't", "cannot", "can", "unable", "couldn't"})
"""Words with which a note tells what a patient cannot do: `knee swollen, can't bend`."""
_COAXED = frozenset({"get", "make", "coax", "bring", "persuade"})
_COAXING = 9
"""Words between what fails and the verb of motion that does, as in `I can't get that left rib to drop`."""
_REPEATED = frozenset({"and", "but", "or", "nor", "just"})
_HEADED = frozenset({"go", "goes", "going", "come", "comes", "coming"})
"""Verbs that tell of motion only with the way it goes."""
_GRADED = frozenset({"minus", "plus"})
"""Words for a strength that gives."""
_TREND = (["the", "way"], ["the", "same"])
"""Words behind a going that tells how things go on."""
_ENDS = frozenset({"toe", "toes", "foot", "feet", "finger", "fingers", "thumb", "hand"})
"""What hangs where a muscle is weak."""
_HANDLING = frozenset({
    "spring", "springing", "glide", "gliding", "rock", "rocking", "push", "pushing", "lean", "leaning", "draw", "slide",
    "sliding", "test", "testing", "wiggle", "thumb", "thumbs",
})  # fmt: skip
"""What an examiner does with a joint."""
_EXERCISES = frozenset({"bend", "flex", "lift", "turn", "tilt", "roll", "extend"})
"""Verbs that bare behind the name of one joint are something to do: `Elbow bend.`."""
_ASKING = frozenset({"does", "do", "did", "can", "will", "if", "whether"})
_PRONOUNS = frozenset({"it", "that", "they", "those"})
_PAIRED = frozenset({"one", "side"})
"""Words for one of two joints beside its side, as in `Left one, springs.`."""
_WHILE = frozenset({"when", "while", "as", "if", "with"})
"""Words behind which a limb is named that only moves something else."""
_JAW = frozenset({"opens", "opening", "closes", "closing"})
"""Verbs that tell of motion only with how well it is done."""
_SWINGING = frozenset({"swings", "shifts", "tilts", "swing", "tracks"})
"""Verbs that with a side tell where something leaves its way, as in `the jaw swings to the right`."""
_SIDEWAYS = ("bend", "flex", "glid", "shift", "tilt", "lean")
"""How the verbs begin that a `side` before them names a way of, as in `side bends`."""
_ALONG = frozenset({"down", "up", "along", "through"})
"""Words behind a verb that say along which part of the spine things move."""
_TODAY = frozenset({"today", "though"})
"""Words behind a verb that say nothing of how something moves."""
_MOVED = frozenset({"moved", "glided", "slid", "rotated", "dropped", "shifted", "sprang", "sprung"})
_THAT = frozenset({"that", "it", "there", "they", "those", "this"})
_FEW = frozenset({"two", "three", "four", "five"})
_POSED = frozenset({"rotated", "flexed", "extended", "slid"})
"""Words for a position that tell of motion only with the way it is done."""
_BARE = _POSED | _HEADED | _JAW | {"rides", "riding", "straighten", "straightens", "straightening"}
"""Words that free no motion by themselves: what rides up has come to stand high."""


_SHOULD = frozenset(
    (what, meant) for what in ("it", "they", "they're") for meant in ("should", "ought", "supposed", "meant")
) | {("without", "a"), ("without", "any"), ("no", "problem"), ("no", "trouble")}
"""Pairs of words with which a motion is called as it should be, as in `rolls in like it should`."""


class _Moving(NamedTuple):
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
        told = likened or is_reported(scene) or scene.assertion(move) != "hypothetical"
        if is_of_joint(scene, move) and told:
            way = _way(scene, move) or ("bilateral" if _is_of_neither(scene, move) else None)
            part = _with_way(scene, move) if way in {"left", "right"} else move
            meant = _named_before(scene, move)
            side, region = (way or meant.laterality, meant.region) if meant else (way, None)
            yield Found("restriction", move.assertion, (part,), region, side, "tart.motion")


def _named_before(scene: Scene, move: _Moving) -> Attachment | None:
    """Return what a pronoun stands for that moves as a limb does: `The PSIS is low, and it won't drop as you bend`.

    What the limb is called behind the verb is no part that moves.
    """
    chunk, before = scene.chunk(move), Chunk(scene.statement.start, scene.chunk(move).start)
    named = scene.view.fixing(before)
    inner = scene.view.fixing(chunk)
    if scene.view.norms[move.start - 1] not in _PRONOUNS or not named or not inner or inner[0].start < move.end:
        return None
    if _WHILE.isdisjoint(scene.view.norms[move.end : inner[0].start]):
        return None
    sides = {side.value for side in scene.view.sides(before)}
    return Attachment(named[-1], sides.pop() if len(sides) == 1 else None)


def _is_of_neither(scene: Scene, move: _Moving) -> bool:
    """Tell whether neither of two joints moves, as in `Neither SI is gliding`."""
    return names_neither(scene.words(Chunk(scene.chunk(move).start, move.start)))


def _way(scene: Scene, move: _Moving) -> Laterality | None:
    """Return the side to which something moves or does not, as in `it won't come back to the left`."""
    after = Chunk(move.end, min(move.end + _WAY, scene.chunk(move).end))
    told = scene.words(Chunk(move.start, after.end))
    if any(pair in _BOTH_WAYS for pair in pairwise(told)):
        own = [side.value for side in scene.view.sides(scene.chunk(move)) if side.end == move.start]
        return own[0] if own else "bilateral"
    partly = scene.view.norms[move.end - 1] in _PARTLY
    side = next((one for one in scene.view.sides(after) if partly or not is_compared(scene.view, one)), None)
    if (turned := _turned_by_hand(scene, move)) is not None:
        return turned
    between = scene.words(Chunk(move.end, side.start)) if side else []
    led = words("ways").issuperset(between) and ("way" not in between or partly)
    return side.value if side and led else None


def _turned_by_hand(scene: Scene, move: _Moving) -> Laterality | None:
    """Return the side to which a hand turns what does not move, as in `it gives me nothing when I turn it left`."""
    behind = scene.view.sides(Chunk(move.end, scene.chunk(move).end)) if move.assertion == "present" else []
    return next((side.value for side in behind if is_way_by_hand(scene.view, side)), None)


def _with_way(scene: Scene, move: _Moving) -> Item:
    """Return the words of a motion up to the side to which it goes."""
    after = Chunk(move.end, min(move.end + _WAY, scene.chunk(move).end))
    return Chunk(move.start, next((side.end for side in scene.view.sides(after)), move.end))


@lru_cache(maxsize=1)
def may_move(view: View) -> frozenset[int]:
    """Return where the statements start that have a verb of motion, with its way where it needs one, and a subject."""
    ways = words("ways") | words("sooner") | words("anywhere")
    verbs = ((at, view.norms[at]) for at in view.indices(words("moving")))
    moving = [at for at, verb in verbs if verb not in _HEADED or not ways.isdisjoint(view.norms[at + 1 : at + 3])]
    told = ((one, part) for one in statements_at(view, holding(view, moving)) for part in one.chunks)
    verbs_of = ((one, part, at) for one, part in told for at in moving if part.start <= at < part.end)
    return frozenset(one.start for one, part, at in verbs_of if _may_have_subject(view, one, part, at))


def _may_have_subject(view: View, statement: Statement, chunk: Chunk, verb: int) -> bool:
    """Tell whether a joint, its side or a word for it stands before a verb or the part that it opens."""
    start, norms = _opening_of(view, chunk, verb), view.norms
    if norms[verb - 1] == "to" and not _COAXED.isdisjoint(norms[chunk.start : verb]):
        return True
    if start == chunk.start:
        return (start < verb or norms[verb].endswith("s")) and _goes_on(view, statement, chunk)
    if norms[start - 1] in _before_verbs() or _counts(norms, start):
        return True
    named: list[Item] = [*view.fixing(statement), *view.sides(statement)]
    return any(one.end == start for one in named)


@cache
def _before_verbs() -> frozenset[str]:
    return words("joint_words") | _REPEATED | {":"}


def _opening_of(view: View, chunk: Chunk, verb: int) -> int:
    """Return the index of the first word of a verb, as of the `doesn't` in `doesn't really glide`."""
    start, first = verb, max(chunk.start, verb - _SUBJECT)
    while start > first and view.norms[start - 1] in words("auxiliaries"):
        start -= 1
    return start


def _moves(scene: Scene) -> Iterator[_Moving]:
    if scene.statement.start not in may_move(scene.view):
        return
    if scene.statement.turn < 0 and scene.stance not in {"exam", "neutral"}:
        return
    named = [hit for hit in scene.terms("tart", "test") if hit.end - hit.start > 1]
    for chunk in (part for part in scene.statement.chunks if not words("moving").isdisjoint(scene.words(part))):
        for index in range(chunk.start + (not _opens_well(scene, chunk)), chunk.end):
            if not scene.view.norms[index].endswith("s") and any(hit.start <= index < hit.end for hit in named):
                continue  # The name of a test tells of no motion, as in `LS spring +`.
            if scene.view.norms[index] in words("moving") and not _is_soft(scene, chunk, index):
                coaxed = _coaxed_at(scene, chunk, index)
                found = _moving(scene, chunk, index) if coaxed is None else _Moving("present", coaxed, index + 1)
                if found is not None:
                    yield found


def _is_soft(scene: Scene, chunk: Chunk, verb: int) -> bool:
    """Tell whether a word for free motion is said of a muscle, as in `the right rhomboid is supple`."""
    return scene.view.norms[verb] in words("soft") and names_muscle(scene, chunk)


def _opens_well(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part opens with a verb and how well it is done, as in `The atlas, turns evenly`."""
    verb, *after = scene.view.norms[chunk.start : chunk.start + 2]
    likened = scene.view.norms[chunk.start + 2 : min(chunk.start + _REACH + 1, chunk.end)] if after == ["like"] else []
    alone = chunk.end - chunk.start == 1 or not after[0][0].isalnum()
    if chunk.start == scene.statement.start and not _goes_on(scene.view, scene.statement, chunk):
        return False
    told = words("well_moving") | words("badly_moving") | words("ways")
    well = alone or not told.isdisjoint([*after, *likened])
    return verb.endswith("s") and (well or _as_it_should(scene, chunk.start, chunk) is not None)


def _as_it_should(scene: Scene, verb: int, chunk: Chunk) -> int | None:
    """Return the index after the words that call a motion as it should be, as in `drops the way it ought to`."""
    behind = range(verb + 1, min(verb + _LIKE, chunk.end - 1))
    return next((at + 2 for at in behind if tuple(scene.view.norms[at : at + 2]) in _SHOULD), None)


def _moving(scene: Scene, chunk: Chunk, verb: int) -> _Moving | None:
    norms = scene.view.norms
    after = norms[verb + 1 : min(verb + 1 + _HOW, chunk.end)]
    ways = words("ways") | words("sooner") | (words("anywhere") if _is_handled(scene) else frozenset())
    gives_way = norms[verb].startswith("giv") and (
        after[:1] in (["way"], ["out"]) or not _GRADED.isdisjoint(scene.said)
    )
    if gives_way or (norms[verb] == "coming" and after[:1] == ["from"]):
        return None
    hangs = not _ENDS.isdisjoint(norms[max(chunk.start, verb - _REACH) : verb]) or after[:2] in _TREND
    aimless = ways.isdisjoint(after[:2]) or not words("limb_ends").isdisjoint(after) or hangs
    aimless = aimless and norms[verb] in _HEADED
    if aimless or _is_bidden(scene, verb) or _gave_way(scene, verb) or words("lengths").intersection(after):
        return None
    start = _opening_of(scene.view, chunk, verb)
    said = norms[start:verb]
    short = words("badly_moving") | _PARTLY
    badly = next(
        (verb + 1 + at for at in range(len(after)) if is_part(after, at, short) and norms[verb + at] != "a"), None
    )
    denied = badly is not None or any(word in _DENYING or word.endswith("n't") for word in said)
    denied = denied or names_neither(norms[chunk.start : start])
    if not _has_subject(scene, chunk, start, denied=denied):
        return None
    rises = norms[verb] in words("rising") and (norms[verb] != "moving" or not ways.isdisjoint(after))
    if not denied and rises and _is_flexion_test(scene, chunk, start):
        return _Moving("present", verb, verb + 1)
    if denied and (badly is not None or norms[verb] not in _POSED):
        return _Moving("present", start, (badly or verb) + 1)
    return _moving_freely(scene, chunk, verb)


def _is_handled(scene: Scene) -> bool:
    """Tell whether a hand tests a motion: `I spring it. That doesn't go anywhere.`; a pain that does not, stays."""
    near = (scene.statement, *scene.earlier_in_turn[-_HOW:])
    return any(not _HANDLING.isdisjoint(scene.words(one)) for one in near)


def _gave_way(scene: Scene, verb: int) -> bool:
    """Tell whether speech says of a treatment that something moved under it, as in `There, that moved.`."""
    past = scene.view.norms[verb] in _MOVED and scene.statement.turn >= 0
    return past and scene.view.norms[verb - 1] in _THAT and not scene.view.places(scene.statement)


def _coaxed_at(scene: Scene, chunk: Chunk, verb: int) -> int | None:
    """Return where words begin that say that nobody gets a joint to move, as in `I can't get it to glide forward`."""
    norms = scene.view.norms
    if scene.statement.turn < 0 or norms[verb - 1] != "to" or not scene.by_clinician:
        return None
    for at in range(max(chunk.start, verb - _COAXING), verb - 2):
        if norms[at] in _FAILING and norms[at + 1] in _COAXED:
            return at
    return None


def _is_bidden(scene: Scene, verb: int) -> bool:
    """Tell whether somebody is told to keep something moving, or hardware is to hold it: `screws so it can't move`.

    Nor does a motion that only is named tell how it goes, as in `a third of its turning`.
    """
    norms = scene.view.norms
    if norms[verb - 2 : verb] in (["of", "its"], ["of", "your"]):
        return True
    if not _HARDWARE.isdisjoint(scene.said):
        return True
    gets = norms[verb].endswith("ing") and not {"get", "getting", "keep"}.isdisjoint(norms[max(0, verb - _WAY) : verb])
    return gets or (norms[verb - 1] in {"it", "them"} and norms[verb - 2] in {"keep", "get", "got"})


def _moving_freely(scene: Scene, chunk: Chunk, verb: int) -> _Moving | None:
    """Read a verb that nothing denies: something moves well, or nothing more is said than the way it goes."""
    norms = scene.view.norms
    after = norms[verb + 1 : min(verb + 1 + _HOW, chunk.end)]
    well = next((at for at, word in enumerate(after, verb + 1) if word in words("well_moving")), None)
    compared = well is not None and norms[well] == "same" and norms[well + 1 : well + 2] == ["as"]
    added = well is not None and norms[verb] in _POSED and norms[well - 1] == "as"
    if well is not None and "not" not in norms[verb + 1 : well] and not compared and not added:
        return _Moving("absent", verb, well + 1)
    if (meant := _as_it_should(scene, verb, chunk)) is not None:
        return _Moving("absent", verb, meant)
    if norms[verb] in _SWINGING and scene.view.sides(Chunk(verb, min(verb + _WAY, chunk.end))):
        return None
    asked = norms[verb - 1] in words("joint_words") and norms[verb - 2] in _ASKING
    if norms[verb] in _HEADED and tuple(norms[verb + 1 : verb + 3]) in _BOTH_WAYS:
        return _Moving("absent", verb, verb + 3)
    if norms[verb] in _BARE or asked or _is_noun(scene, verb) or tells_position(scene, chunk, verb):
        return None
    behind = Chunk(verb + 1, chunk.end)
    along = scene.view.fixing(behind) if not _ALONG.isdisjoint(after[:2]) else ()
    rest = [word for word in scene.rest_of(behind, *along) if word[0].isalnum()]
    closed = (words("ways") | words("side_fillers") | _TODAY).issuperset(rest)
    return _Moving("absent", verb, chunk.end) if closed or scene.view.tokens.ends_at(verb + 1) else None


def _is_noun(scene: Scene, verb: int) -> bool:
    """Tell whether a word of motion names a way or a position, as in `T4 flex` of a note or `head tilt to the left`."""
    bare = not scene.view.norms[verb].endswith(("s", "ed", "ing"))
    if bare and scene.statement.turn >= 0 and scene.view.norms[verb] in _EXERCISES:
        return not scene.view.norms[verb - 1].endswith("s")
    posture = any(hit.start < verb < hit.end for hit in scene.terms("tart", "finding"))
    sided = any(side.end in {verb - 1, verb} for side in scene.view.sides(scene.statement))
    named = scene.view.norms[verb].endswith(
        "ing"
    )  # `The left side bends` tells of motion, `left side bending` names it.
    sideways = scene.view.norms[verb].startswith(_SIDEWAYS) and (named or not sided)
    if scene.view.norms[verb - 1] == "lateral" or (scene.view.norms[verb - 1] == "side" and sideways):
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
        tells = denied or scene.view.norms[start].endswith("s") or scene.view.norms[start] == "both"
        of_joint = scene.statement.turn >= 0 or scene.view.norms[start] not in _OF_PATIENT
        return tells and of_joint and _goes_on(scene.view, scene.statement, chunk)
    if norm == ":" and denied:
        return _names_before(scene, start)
    if norm in words("joint_words") or _counts(scene.view.norms, start):
        return True
    if norm in _REPEATED and (denied or scene.view.norms[before.start - 1] in words("moving")):
        return bool(scene.view.fixing(chunk))
    ending = {place.end for place in scene.view.fixing(Chunk(chunk.start, start))}
    sided = (side.end for side in scene.view.sides(Chunk(chunk.start, start)))
    listed = norm == "and" and start - 1 in ending and scene.view.norms[start] in {"below", "above", "down", "up"}
    return start in ending or listed or (start in sided and _names_before(scene, start))


def _counts(norms: list[str], start: int) -> bool:
    """Tell whether joints that were just named are counted before a verb, as in `those two won't drop`."""
    return norms[start - 1] in _FEW and norms[start - 2] in {"those", "these", "all"}


def _names_before(scene: Scene, start: int) -> bool:
    """Tell whether a joint was named of which a verb tells one side, as in `the SI joints, the right doesn't move`."""
    spoken = scene.statement.turn >= 0 and scene.topic.place is not None
    return spoken or bool(scene.view.fixing(Chunk(scene.statement.start, start)))


def _goes_on(view: View, statement: Statement, chunk: Chunk) -> bool:
    """Tell whether a part goes on with what the parts before name, as in `the ribs, the lower ones, don't lift`."""
    if chunk.start > statement.start:
        before = Chunk(statement.start, chunk.start)
        named = bool(view.fixing(before)) or (bool(view.sides(before)) and view.norms[chunk.start - 2] in _PAIRED)
        return view.norms[chunk.start - 1] == "," and named
    return any(not one.asks and bool(view.fixing(one)) for one in earlier_in_turn(view, statement)[-1:])
