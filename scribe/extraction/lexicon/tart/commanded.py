"""How far a motion goes that an examiner asks for: `Turn left. That's about half.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_JUDGING = 3
_FEW_DEGREES = 60
_FEWEST = 5
_BARE = 4
_FEW = frozenset({"ten", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "half"})
_ROUNDING = frozenset({"at", "about", "around", "maybe", "only", "just", "roughly", "like", "barely", "say"})
_LONGEST = 6
_LONGEST_VERDICT = 9


def shown_on_command(scene: Scene) -> Iterator[Found]:
    """Read the verdict on a motion that a statement asks the patient for."""
    region = _region(scene) if scene.may_examine else None
    if region is None or not scene.statement.chunks:
        return
    for told in _verdicts(scene):
        verdict = _verdict(scene, told)
        if verdict is not None:
            side = _side(scene, scene.statement) or _side(scene, told)
            assertion, part = verdict
            yield Found("restriction", assertion, (part,), region, side, "tart.motion")
            return


def is_verdict(scene: Scene) -> bool:
    """Tell whether a statement only says how far a motion went that was asked for, as in `Yeah that's about half.`."""
    if scene.statement.turn < 0 or scene.view.places(scene.statement) or len(scene.words()) > _LONGEST_VERDICT:
        return False
    for earlier in reversed(scene.view.statements_before(scene.statement)):
        if earlier.turn != scene.statement.turn:
            return False
        if command_at(scene.view, earlier, words("motion_commands")) is not None:
            return _moved_region(scene, earlier) is not None
    return False


def _region(scene: Scene) -> Region | None:
    """Return the region that moves, where a statement is a command or goes on with one, as in `Now left.`."""
    if scene.statement.turn < 0:
        return None
    if command_at(scene.view, scene.statement, words("motion_commands")) is not None:
        return _moved_region(scene, scene.statement)
    sided = scene.view.sides(scene.statement)
    if not sided or not (_only_names_side(scene, scene.statement) or _opening_side(scene, scene.statement)):
        return None
    for earlier in reversed(scene.view.statements_before(scene.statement)):
        if command_at(scene.view, earlier, words("motion_commands")) is not None:
            return _moved_region(scene, earlier)
        if earlier.turn == scene.statement.turn and _tells_motion(scene, earlier):
            return scene.topic.region if scene.topic.region in _SPINE else None
    return None


def _tells_motion(scene: Scene, earlier: Statement) -> bool:
    """Tell whether a statement told how far a motion goes to one side, as in `Rotation to the left, lovely.`."""
    moves = any(hit.term.role == "motion" for hit in scene.view.terms("tart", earlier))
    return moves and bool(scene.view.sides(earlier))


def _only_names_side(scene: Scene, statement: Statement) -> bool:
    """Tell whether a statement opens with a side and nothing but light words, as `And the other way.` does."""
    part = statement.chunks[0] if statement.chunks else Chunk(statement.start, statement.end)
    named = {index for side in scene.view.sides(part) for index in range(side.start, side.end)}
    if not named or part.end - part.start > _LONGEST:
        return False
    rest = (scene.view.norms[at] for at in range(part.start, part.end) if at not in named)
    light = words("before_command") | words("side_fillers") | {"other", "to", "shoulder", "ear"}
    return all(not word[0].isalnum() or word in light for word in rest)


def _opening_side(scene: Scene, statement: Statement) -> Side | None:
    """Return the side to which a statement goes on with what was bidden: `And to the right it quits at twenty`."""
    opening = Chunk(statement.start, min(statement.end, statement.start + _LONGEST))
    side = next(iter(scene.view.sides(opening)), None)
    if side is None or scene.view.places(opening):
        return None
    light = words("before_command") | {"other", "to", "the"}
    return side if light.issuperset(scene.words(Chunk(opening.start, side.start))) else None


def _moved_region(scene: Scene, command: Statement) -> Region | None:
    said = scene.words(command)
    gazes = "look" in said and (words("gazed_at").intersection(said) or scene.view.sides(command))
    if gazes or words("of_neck").intersection(said):
        return "cervical"
    named = [place.region for place in scene.view.fixing(command)]
    region = named[0] if named else scene.topic.region
    if not named and region not in _SPINE and "turn" in said and scene.view.sides(command):
        return "cervical"
    return "cervical" if region == "head" else region if region in _SPINE else None


def _verdicts(scene: Scene) -> Iterator[Statement | Chunk]:
    """Yield what may judge the motion: the rest of the command, then what the examiner says next."""
    verb = command_at(scene.view, scene.statement, words("motion_commands"))
    if verb is not None:
        yield Chunk(verb + 1, scene.chunk(Chunk(verb, verb + 1)).end)
    elif (side := _opening_side(scene, scene.statement)) is not None:
        yield Chunk(side.end, scene.chunk(side).end)
    yield from scene.statement.chunks[1:]
    for later in scene.view.statements_after(scene.statement)[:_JUDGING]:
        goes_on = command_at(scene.view, later, words("body_commands")) is not None or later.asks
        sided = _only_names_side(scene, later) or _opening_side(scene, later) is not None
        if later.turn != scene.statement.turn or goes_on or sided or len(scene.view.sides(later)) > 1:
            return
        yield later


def _verdict(scene: Scene, told: Statement | Chunk) -> tuple[Assertion, Chunk] | None:
    said = scene.words(told)
    short = next((at for at in range(len(said)) if said[at] in words("partway") or _measures(said, at)), None)
    bidden = told.start > 0 and scene.view.norms[told.start - 1] in words("motion_commands")
    ways = (at for at in range(len(said)) if said[at : at + 3] == ["all", "the", "way"] and not bidden)
    wholly = (at for at, word in enumerate(said) if word in words("all_the_way") and said[at + 1 : at + 2] != ["of"])
    full = next(wholly, next(ways, None))
    at = short if short is not None else full
    tested = any(hit.term.role != "value" for hit in scene.view.terms("neuro", told))
    if at is None or tested:
        return None
    denied = any(word in words("denials") or word == "not" or word.endswith("n't") for word in said[:at])
    part = Chunk(told.start + at, told.start + at + 1)
    return ("present" if denied or short is not None else "absent"), part


def _measures(said: list[str], at: int) -> bool:
    """Tell whether a word opens a range in degrees that is short of the normal, or a part of it."""
    few = said[at] in _FEW or (said[at].isdecimal() and _FEWEST <= int(said[at]) <= _FEW_DEGREES)
    rounded = not {"maybe", "tops", "ish"}.isdisjoint(said[at + 1 : at + 4])
    bare = len(said) <= _BARE or rounded or (at > 0 and said[at - 1] in _ROUNDING)
    counted = not {"degrees", "percent", "deg"}.isdisjoint(said[at + 1 : at + 3])
    if not {"easy", "easily", "fine", "good"}.isdisjoint(said[at + 1 : at + 4]):
        return False
    if said[at - 1 : at] in (["another"], ["extra"], ["further"]):
        return False
    return few and (counted or (bare and words("counted").isdisjoint(said[at + 1 : at + 2])))


def _side(scene: Scene, part: Statement | Chunk) -> Laterality | None:
    sides = {side.value for side in scene.view.sides(part)}
    if sides >= {"left", "right"} or (
        {"each", "both"} & set(scene.words(part)) and "way" in " ".join(scene.words(part))
    ):
        return "bilateral"
    return next(iter(sides), None)
