"""Statements → what palpation and motion testing found: the components of TART."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.context.times_of_findings import is_after_treatment, is_recheck, opens_on_earlier_day
from scribe.extraction.lexicon.neuro.tension_tests import stretched
from scribe.extraction.lexicon.tart.beginnings import beginnings, may_examine
from scribe.extraction.lexicon.tart.bidden_motions import region_bidden
from scribe.extraction.lexicon.tart.earlier_days import gone_since, recalled, recalls
from scribe.extraction.lexicon.tart.everyday import is_aim
from scribe.extraction.lexicon.tart.followed_motions import followed
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.leg_length import longer_or_shorter
from scribe.extraction.lexicon.tart.likened import likened
from scribe.extraction.lexicon.tart.listed_ranges import listed_ranges
from scribe.extraction.lexicon.tart.motion import may_move, moved
from scribe.extraction.lexicon.tart.no_finding import is_conditional, is_no_finding
from scribe.extraction.lexicon.tart.no_longer import as_felt_now
from scribe.extraction.lexicon.tart.own_motions import own_motions
from scribe.extraction.lexicon.tart.paired import paired
from scribe.extraction.lexicon.tart.placing import placed
from scribe.extraction.lexicon.tart.plus_minus import marked, spelled_out
from scribe.extraction.lexicon.tart.posed_tests import posed
from scribe.extraction.lexicon.tart.pressed_joints import pushed_on
from scribe.extraction.lexicon.tart.ranges import unrestricted
from scribe.extraction.lexicon.tart.rated import rated
from scribe.extraction.lexicon.tart.reactions import reacted
from scribe.extraction.lexicon.tart.same_elsewhere import echoed, elsewhere
from scribe.extraction.lexicon.tart.sided_ranges import ranged_to_sides
from scribe.extraction.lexicon.tart.spoken_ranges import each_way, is_verdict, shown_on_command
from scribe.extraction.lexicon.tart.tenderness import is_pointer, pressed, volunteered
from scribe.extraction.lexicon.tart.tenderness_asked import asked_of_touch, winces
from scribe.extraction.lexicon.tart.terms import component_of, read_term
from scribe.extraction.lexicon.tart.tissue import textured
from scribe.extraction.lexicon.tart.told_in_degrees import measured_there, told_in_degrees
from scribe.extraction.lexicon.tart.told_to_tell import reported
from scribe.extraction.lexicon.tart.toned import toned
from scribe.extraction.lexicon.tart.turned_parts import deviated
from scribe.extraction.lexicon.tart.unable_to_move import unable
from scribe.extraction.lexicon.tart.unbothered import unbothered
from scribe.extraction.lexicon.tart.under_pressure import felt_under_pressure
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Tart
from scribe.terminology.regions import LIMBS

_LONGEST_TAG = 4
_LONGEST_FEEL = 7
_NAMING = frozenset({"say", "saying", "call", "calling", "word", "words", "term"})
_ADDRESSING = frozenset({"you", "your", "you're", "you've"})
_ASKING = frozenset({"is", "does", "do", "did"})
_ASKED_OF = frozenset({"that", "this", "it", "there", "you"})
_FELT_HERE = (["feel", "that"], ["see", "that"], ["feel", "it"], ["feel", "how"], ["see", "how"], ["notice", "how"])
_SHOWN = frozenset(
    {("feel", "how"), ("see", "how"), ("notice", "how"), ("feel", "that"), ("feel", "this"), ("see", "that")}
)
_OF_STORY = frozenset({"did", "when", "ever", "have", "usually", "your", "been", "any"})
_TOLD_BY_MOVING = frozenset({"restriction", "asymmetry"})
_YES = frozenset({"yes", "eh", "hey", "ja", "yeah", "?", ","})
"""Tags that only ask for a yes."""
_DENIED_TAGS = (["is", "it"], ["does", "it"], ["are", "they"], ["do", "they"], ["is", "that"], ["does", "that"])
"""How a question ends that asks to agree to a denial: `L5 is stuck, but it isn't sore, is it?`."""
_TELLING = frozenset({"it was", "that was", "they were"})
_DATED = frozenset({
    "last", "ago", "before", "previously", "then", "used", "once", "until", "visit", "week", "weeks", "month", "months",
    "year", "years", "time", "gone", "better", "now", "earlier", "initially", "originally", "first", "since",
})  # fmt: skip
"""Words that tell of another time, or set today against it."""


def read_tart(scene: Scene) -> Iterator[Tart]:
    """Read the palpation and motion findings of one statement."""
    if scene.statement.start not in beginnings(scene.view):
        return
    found = [*spelled_out(scene)] or [*_read(scene)]
    yield from found if scene.statement.turn < 0 or len(found) <= 1 else _without_repeats(scene, found)


def _read(scene: Scene) -> Iterator[Tart]:
    shown = [*shown_on_command(scene)]
    for found in (*([*volunteered(scene), *reported(scene)] or [*rated(scene)] or felt_under_pressure(scene)), *shown):
        yield from placed(scene, found)
    if not may_examine(scene) or scene.statement.section == "assessment":
        return
    yield from echoed(scene, _found)
    yield from gone_since(scene, _found)
    found_here = sorted(_found(scene), key=_place_in_text)
    if not found_here or is_recheck(scene) or _heads_table(scene):
        return
    seen = [found for found in _as_examined(scene, found_here) if not _is_hearsay(scene, found)]
    seen = [_as_bidden(scene, recalled(scene, found)) for found in seen]
    if shown:
        seen = [found for found in seen if not _only_repeats(scene, found)]
    if opens_on_earlier_day(scene):
        seen = [found._replace(assertion="historical") for found in seen if found.assertion == "present"]
    for found in _told_once(scene, seen):
        signs = found.component == "tenderness" or scene.statement.turn < 0
        signed = marked(scene, found) if signs else []
        yield from signed or placed(scene, as_felt_now(scene, found))
    yield from elsewhere(scene, seen)


def _only_repeats(scene: Scene, found: Found) -> bool:
    """Tell whether words are of the motion that a statement asks for: `Turn left, that's where you stop, half.`."""
    chunk = scene.chunk(found.parts[0])
    placed = scene.view.places(chunk) or scene.view.sides(chunk) or found.laterality is not None
    return found.component == "restriction" and not placed


def _as_bidden(scene: Scene, found: Found) -> Found:
    """Return a restriction in what was told to move, as in `Lean back.`, `Extension is half.`."""
    told = scene.statement.turn >= 0 and found.component == "restriction" and found.region is None
    if not told or scene.view.places(scene.statement) or scene.topic.place is not None:
        return found
    return found._replace(region=region_bidden(scene))


def _place_in_text(found: Found) -> int:
    return found.parts[0].start


def _heads_table(scene: Scene) -> bool:
    """Tell whether a statement names the columns of a table, as in `LEVEL   P (tender)   A   R   T`."""
    named = words("table_heads").intersection(scene.words()[:1])
    return bool(named) and scene.view.columns_in(scene.statement) > 1


def _is_hearsay(scene: Scene, found: Found) -> bool:
    """Tell whether somebody only believes, fears or was told of a finding, or it tells how it was after treatment."""
    mention = found.parts[0]
    if found.assertion == "hypothetical" or _names_headache(scene, mention) or is_aim(scene, mention):
        return True
    if scene.statement.turn >= 0:
        if found.rule != "tart.answered" and is_conditional(scene):
            return True
        supposed = found.assertion == "historical" and "thought" in scene.said
        return supposed or is_after_treatment(scene, mention) or _is_only_word(scene, mention)
    told = scene.context.told(mention) and not _is_test(mention)
    return is_after_treatment(scene, mention) or told or _is_complaint(scene, mention)


def _is_test(mention: Item) -> bool:
    """Tell whether a mention is a test, whose result nobody tells: `positive` in it assures nobody."""
    return isinstance(mention, Hit) and mention.term.role == "test"


def _names_headache(scene: Scene, mention: Item) -> bool:
    """Tell whether a word belongs to the name of a headache, as in `tension headache`, which is no tension felt."""
    named = scene.terms("conditions") if "conditions" in scene.named else ()
    return any(hit.start <= mention.start < hit.end and hit.term.value == "headache" for hit in named)


def _is_only_word(scene: Scene, mention: Item) -> bool:
    """Tell whether only a word is spoken of, as in `I wouldn't call it stuck` and `I don't like to say out`."""
    before = scene.view.norms[max(scene.statement.start, mention.start - _LONGEST_TAG) : mention.start]
    names = not _NAMING.isdisjoint(before)
    return names and any(map(is_not, scene.said))


def _is_complaint(scene: Scene, mention: Item) -> bool:
    """Tell whether a note tells what the patient complains of, as in `c/o stiffness in the neck`; a hand finds more."""
    before = scene.view.norms[scene.statement.start : mention.start]
    return not words("complaining").isdisjoint(before) and words("felt_by_hand").isdisjoint(scene.words())


def _found(scene: Scene) -> Iterator[Found]:
    if scene.statement.asks and not recalls(scene):
        claimed = list(_told_in_question(scene))
        told_of_pain = any(found.component == "tenderness" for found in claimed)
        if not told_of_pain and (not claimed or scene.says("hurting") or scene.says("pressing") or winces(scene)):
            yield from [*unbothered(scene)] or asked_of_touch(scene)
        yield from claimed
        return
    moves = [*moved(scene), *paired(scene)]
    yield from moves
    measured = measured_there(scene)
    ranged = told_in_degrees(scene) if measured else _ranged(scene)
    yield from ranged
    told = {index for move in moves for part in move.parts for index in range(part.start, _end_of_way(scene, part))}
    of_limb = (part for found in ranged if found.region in LIMBS for part in found.parts)
    told.update(index for part in of_limb for index in range(part.start, part.end))
    told |= measured
    listed, told_in_list = listed_ranges(scene)
    yield from listed
    told |= told_in_list
    for hit in scene.terms("tart"):
        of_motion = hit.term.value == "restriction" and hit.term.role != "test"
        if of_motion and not told and not scene.terms("tart", "motion") and is_verdict(scene):
            continue
        if hit.term.value not in _TOLD_BY_MOVING or told.isdisjoint(range(hit.start, hit.end)):
            yield from read_term(scene, hit)
    yield from pressed(scene)
    yield from pushed_on(scene)
    yield from unbothered(scene)
    yield from textured(scene)
    yield from likened(scene)
    yield from toned(scene)
    yield from reacted(scene)
    yield from unrestricted(scene)
    yield from deviated(scene)
    yield from longer_or_shorter(scene)
    yield from posed(scene)
    yield from own_motions(scene)
    yield from unable(scene)


def _ranged(scene: Scene) -> list[Found]:
    """Return how far motions go that were asked for; those of a limb are told as what was asked for before them."""
    after = [*followed(scene)]
    if any(found.region in LIMBS for found in after):
        return after
    return [*each_way(scene)] or [*ranged_to_sides(scene)] or after


def _end_of_way(scene: Scene, move: Item) -> int:
    """Return the index after the words for the way something moves, as in `won't come forward`."""
    end = move.end
    while end < scene.statement.end and scene.view.norms[end] in words("ways"):
        end += 1
    return end


def _told_in_question(scene: Scene) -> Iterator[Found]:
    """Read what an examiner finds and only asks to agree to, as in `It's stiff here, isn't it?`; pain is asked."""
    if scene.statement.turn < 0 or scene.statement.speaker == "patient":
        return
    if "tart" not in scene.named and "feel" not in scene.named and scene.statement.start not in may_move(scene.view):
        return
    if not _agrees_at_end(scene):
        yield from _shown(scene) if _shows(scene) else _told_before_asking(scene)
        return
    yield from moved(scene)
    for hit in scene.terms("tart", "finding"):
        if hit.term.value != "tenderness" and scene.assertion(hit) == "present":
            yield Found(component_of(hit), "present", (hit,))
    for hit in scene.terms("tart", "position"):
        if scene.chunk(hit) != scene.statement.chunks[-1] and scene.assertion(hit) == "present":
            yield from read_term(scene, hit)
    for hit in scene.terms("tart", "finding", "ask"):
        pain = hit.term.value == "tenderness" or bool(words("sore").intersection(hit.term.text.split()))
        if pain and scene.chunk(hit) != scene.statement.chunks[-1] and scene.assertion(hit) == "absent":
            yield Found("tenderness", "absent", scene.cued(hit, "absent"))


def _shows(scene: Scene) -> bool:
    """Tell whether a question shows what the hands feel, as in `Feel how thick it is?` and `Feel that string?`."""
    pairs = {*pairwise(scene.words())}
    return scene.by_clinician and not pairs.isdisjoint(_SHOWN) and _OF_STORY.isdisjoint(scene.said)


def _shown(scene: Scene) -> Iterator[Found]:
    """Read the tissue that a question shows to a trainee, or to the patient."""
    for hit in scene.terms("tart", "finding"):
        if hit.term.value == "tissue_texture" and not is_no_finding(scene, hit):
            yield Found("tissue_texture", "present", (hit,))
    yield from toned(scene)


def _told_before_asking(scene: Scene) -> Iterator[Found]:
    """Read what is told before a question at the end of its words, as in `T8, that's jammed, little sore?`."""
    *told, last = scene.statement.chunks
    tagged = [word for word in scene.words(last) if word[0].isalnum()] in _DENIED_TAGS
    if told and (tagged or _YES.issuperset(scene.words(last))):
        *told, last = told
    if scene.view.norms[scene.statement.end - 1] != "?" and (asked := _asked_at(scene)) is not None:
        told, last = [last], Chunk(asked, scene.statement.end)
    asks = not words("hurting").union(("there", "here", "nothing")).isdisjoint(scene.words(last))
    asks = asks or is_pointer(scene, scene.statement)
    if not told or not asks or last.end - last.start > _LONGEST_FEEL or not scene.by_clinician:
        return
    moves = [move for move in moved(scene) if move.parts[0].end <= last.start]
    yield from moves
    for hit in scene.terms("tart", "finding", "normal", "motion", "position"):
        if hit.end > last.start or hit.term.value == "tenderness" or (moves and hit.term.value in _TOLD_BY_MOVING):
            continue
        if hit.term.role != "finding" or not is_no_finding(scene, hit):
            yield from read_term(scene, hit)


def _asked_at(scene: Scene) -> int | None:
    """Return where words without a mark turn to a question, as in `the L5's stuck does that hurt`."""
    said = scene.words()
    pairs = (at for at in range(len(said) - 2, 0, -1) if said[at] in _ASKING and said[at + 1] in _ASKED_OF)
    at = next(pairs, None)
    return None if at is None else scene.statement.start + at


def _agrees_at_end(scene: Scene) -> bool:
    """Tell whether a question is a statement with a tag, or points to what the hand feels: `This one is stiff`."""
    *said, last = scene.statement.chunks
    tag = [word for word in scene.words(last) if word[0].isalnum()]
    if said and len(tag) <= _LONGEST_TAG and words("tags").intersection(tag):
        return True
    if said and len(tag) <= _LONGEST_FEEL and tag[:2] in _FELT_HERE:
        return True
    if said and tag == ["right"] and scene.said.isdisjoint(_ADDRESSING) and not scene.says("hurting"):
        return True
    opening = [word for word in scene.words() if word[0].isalnum()][:_LONGEST_TAG]
    return bool(words("felt_here").intersection(opening)) and bool({"is", "are", "it's"}.intersection(scene.words()))


def _as_examined(scene: Scene, found: list[Found]) -> list[Found]:
    """Return findings as those of today, where only the way they are told puts them in the past.

    Args:
        scene: The statement, which names the place before it tells what was found there.
        found: What it finds; what is well now was otherwise at another time.
    """
    well = any(one.assertion == "absent" for one in found)
    if well or scene.statement.turn < 0 or not scene.by_clinician or scene.carried:
        return found
    return [_of_today(scene, one) if one.assertion == "historical" else one for one in found]


def _of_today(scene: Scene, found: Found) -> Found:
    mention = found.parts[0]
    cue = scene.context.cue(mention, "historical")
    if cue is None or cue.text not in _TELLING or scene.chunk(cue) != scene.chunk(mention):
        return found
    named = scene.view.fixing(Chunk(scene.statement.start, cue.start))
    return found._replace(assertion="present") if named and scene.said.isdisjoint(_DATED) else found


def _told_once(scene: Scene, seen: Sequence[Found]) -> Iterator[Found]:
    """Yield what is found without the spoken restrictions that the next one only tells the way of.

    Args:
        scene: The statement.
        seen: What it finds, in its order.
    """
    if not scene.view.fixing(scene.statement) and stretched(scene):
        return  # What the test of a nerve gives is no finding of the hands.
    held = [found for found in seen if (found.component, found.assertion) == ("restriction", "present")]
    for found in seen:
        following = next((one for one in held if one.parts[0].start > found.parts[0].start), None)
        if scene.statement.turn < 0 or found not in held or following is None or not _adds(scene, found, following):
            yield found


def _adds(scene: Scene, found: Found, following: Found) -> bool:
    """Tell whether a restriction only adds the side to which an unsided one before it goes."""
    own, added = scene.chunk(found.parts[0]), scene.chunk(following.parts[0])
    between = Chunk(found.parts[-1].end, following.parts[0].start)
    ways = [side for side in scene.view.sides(added) if is_way(scene.view, side)]
    moves = [{hit.term.text for hit in scene.terms("tart", "motion", part=part)} for part in (own, added)]
    another = all(moves) and moves[0].isdisjoint(moves[1])  # Of two motions neither only adds to the other.
    sides = scene.view.sides(own)
    return bool(ways) and own != added and not another and not sides and not scene.view.places(between)


def _without_repeats(scene: Scene, found: Sequence[Tart]) -> Iterator[Tart]:
    """Yield what speech finds, without what it says again with its side, as in `stringy, like rope, on the right`.

    Args:
        scene: The statement.
        found: What it finds.
    """
    sided = {(one.component, one.region, one.assertion) for one in found if one.laterality}
    several = len(scene.view.fixing(scene.statement)) > 1
    both = {(one.component, one.region, one.assertion) for one in found if one.laterality == "bilateral"}
    moved = {(one.laterality, one.assertion) for one in found if one.component == "restriction" and one.region}
    placed_ones = {(one.component, one.assertion) for one in found if one.region}
    for one in found:
        if one.component == "tissue_texture" and not one.region and (one.component, one.assertion) in placed_ones:
            continue
        if one.component == "restriction" and not one.region and (one.laterality, one.assertion) in moved:
            continue
        if one.laterality in {"left", "right"} and (one.component, one.region, one.assertion) in both and not several:
            continue
        held = (one.component, one.assertion) == ("restriction", "present")
        if one.laterality or several or held or (one.component, one.region, one.assertion) not in sided:
            yield one
