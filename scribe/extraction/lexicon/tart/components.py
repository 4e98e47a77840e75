"""Statements → what palpation and motion testing found: the components of TART."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.times_of_findings import is_after_treatment, is_recheck, opens_on_earlier_day
from scribe.extraction.lexicon.tart.afterward import as_examined
from scribe.extraction.lexicon.tart.denied import denied_of_touch
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.motion import moved, tested
from scribe.extraction.lexicon.tart.otherwise import (
    is_conditional,
    is_dependent,
    is_everyday,
    names_place,
    tells_of_else,
)
from scribe.extraction.lexicon.tart.placing import placed, signed
from scribe.extraction.lexicon.tart.posture import (
    deviated,
    is_ticked,
    longer_or_shorter,
    positioned,
    tells_other_length,
)
from scribe.extraction.lexicon.tart.ranges import limited, unrestricted
from scribe.extraction.lexicon.tart.same_elsewhere import echoed, elsewhere
from scribe.extraction.lexicon.tart.signed import signed_places
from scribe.extraction.lexicon.tart.spelled import spelled_out
from scribe.extraction.lexicon.tart.spoken_ranges import each_way, is_verdict, shown_on_command
from scribe.extraction.lexicon.tart.tissue import is_of_tissue, textured
from scribe.extraction.lexicon.tart.told_once import told_once, without_repeats
from scribe.extraction.lexicon.tart.touch import asked_of_touch, pressed, winces
from scribe.extraction.lexicon.tart.volunteered import volunteered
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Tart, TartComponent

_LONGEST_TAG = 4
_LONGEST_FEEL = 7
_NAMING = frozenset({"say", "saying", "call", "calling", "word", "words", "term"})
_ADDRESSING = frozenset({"you", "your", "you're", "you've"})
_LESS = frozenset({"down", "gone", "subsided"})
"""Words right behind a swelling that is no more."""
_DATING = frozenset({"since", "months", "weeks", "mornings", "nights", "lately"})
_ASKING = frozenset({"is", "does", "do", "did"})
_ASKED_OF = frozenset({"that", "this", "it", "there", "you"})
_FELT_HERE = (["feel", "that"], ["see", "that"], ["feel", "it"], ["feel", "how"], ["see", "how"], ["notice", "how"])
_INTO = frozenset({"in", "into", "with", "going"})
_THAT = frozenset({"that", "it", "them", "those"})
_SWOLLEN = ("swelling", "puffiness", "spasm", "edema", "inflammation", "bruising")
_EXAMINATIONS = frozenset({"exam", "objective", "structural_exam"})
_TOLD_BY_MOVING = frozenset({"restriction", "asymmetry"})
_YES = frozenset({"yes", "eh", "hey", "ja", "yeah", "?", ","})
"""Tags that only ask for a yes."""


def read_tart(scene: Scene) -> Iterator[Tart]:
    """Read the palpation and motion findings of one statement."""
    found = [*spelled_out(scene)] or [*_read(scene)]
    yield from found if scene.statement.turn < 0 or len(found) <= 1 else without_repeats(scene, found)


def _read(scene: Scene) -> Iterator[Tart]:
    for found in (*volunteered(scene), *shown_on_command(scene)):
        yield from placed(scene, found)
    may_examine = scene.may_examine or (scene.carried and scene.statement.turn < 0)
    if not may_examine or scene.statement.section == "assessment":
        return
    yield from echoed(scene, _found)
    found_here = sorted(_found(scene), key=_place_in_text)
    if not found_here or is_recheck(scene) or _heads_table(scene):
        return
    seen = [found for found in as_examined(scene, found_here) if not _is_hearsay(scene, found)]
    if opens_on_earlier_day(scene):
        seen = [found._replace(assertion="historical") for found in seen if found.assertion == "present"]
    for found in told_once(scene, seen):
        with_sign = signed_places(scene, found.parts[0]) if found.component == "tenderness" else []
        for place, assertion in with_sign:
            yield signed(scene, found, place, assertion)
        if not with_sign:
            yield from placed(scene, found._replace(assertion="absent") if _is_not_felt(scene, found) else found)
    yield from elsewhere(scene, seen)


def _is_not_felt(scene: Scene, found: Found) -> bool:
    """Tell whether a later part denies what was named, as in `The spasm on both sides, I don't feel that today`."""
    if scene.statement.turn < 0 or found.assertion != "present" or "i" not in scene.said:
        return False
    later = (scene.words(part) for part in scene.statement.chunks if part.start > found.parts[0].start)
    return any(said[:2] in (["i", "don't"], ["i", "didn't"]) and not _THAT.isdisjoint(said[3:4]) for said in later)


def _place_in_text(found: Found) -> int:
    return found.parts[0].start


def _heads_table(scene: Scene) -> bool:
    """Tell whether a statement names the columns of a table, as in `LEVEL   P (tender)   A   R   T`."""
    named = words("table_heads").intersection(scene.words()[:1])
    return bool(named) and scene.view.columns_in(scene.statement) > 1


def _is_hearsay(scene: Scene, found: Found) -> bool:
    """Tell whether somebody only believes, fears or was told of a finding, or it tells how it was after treatment."""
    mention = found.parts[0]
    if found.assertion == "hypothetical" or _names_headache(scene, mention):
        return True
    if scene.statement.turn >= 0:
        if found.rule != "tart.answered" and is_conditional(scene):
            return True
        supposed = found.assertion == "historical" and "thought" in scene.said
        return supposed or is_after_treatment(scene, mention) or _is_only_word(scene, mention)
    return is_after_treatment(scene, mention) or scene.context.told(mention) or _is_complaint(scene, mention)


def _names_headache(scene: Scene, mention: Item) -> bool:
    """Tell whether a word belongs to the name of a headache, as in `tension headache`, which is no tension felt."""
    named = scene.terms("conditions") if "conditions" in scene.named else ()
    return any(hit.start <= mention.start < hit.end and hit.term.value == "headache" for hit in named)


def _is_only_word(scene: Scene, mention: Item) -> bool:
    """Tell whether only a word is spoken of, as in `I wouldn't call it stuck` and `I don't like to say out`."""
    before = scene.view.norms[max(scene.statement.start, mention.start - _LONGEST_TAG) : mention.start]
    names = not _NAMING.isdisjoint(before)
    return names and any(word == "not" or word.endswith("n't") for word in scene.words())


def _is_complaint(scene: Scene, mention: Item) -> bool:
    """Tell whether a note tells what the patient complains of, as in `c/o stiffness in the neck`; a hand finds more."""
    before = scene.view.norms[scene.statement.start : mention.start]
    return not words("complaining").isdisjoint(before) and words("felt_by_hand").isdisjoint(scene.words())


def _found(scene: Scene) -> Iterator[Found]:
    if scene.statement.asks:
        claimed = list(_told_in_question(scene))
        told_of_pain = any(found.component == "tenderness" for found in claimed)
        if not told_of_pain and (not claimed or scene.says("hurting") or scene.says("pressing") or winces(scene)):
            answered = [*asked_of_touch(scene)]
            yield from answered or denied_of_touch(scene)
        yield from claimed
        return
    moves = [*moved(scene)]
    yield from moves
    told = {index for move in moves for part in move.parts for index in range(part.start, _end_of_way(scene, part))}
    for hit in scene.terms("tart"):
        if hit.term.value == "restriction" and not told and not scene.terms("tart", "motion") and is_verdict(scene):
            continue
        if hit.term.value not in _TOLD_BY_MOVING or told.isdisjoint(range(hit.start, hit.end)):
            yield from _meant(scene, hit)
    yield from pressed(scene)
    yield from textured(scene)
    yield from each_way(scene)
    yield from unrestricted(scene)
    yield from deviated(scene)
    yield from longer_or_shorter(scene)


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
    if not _agrees_at_end(scene):
        yield from _told_before_asking(scene)
        return
    yield from moved(scene)
    for hit in scene.terms("tart", "finding"):
        if hit.term.value != "tenderness" and scene.assertion(hit) == "present":
            yield Found(_component(hit), "present", (hit,))
    for hit in scene.terms("tart", "finding", "ask"):
        pain = hit.term.value == "tenderness" or bool(words("sore").intersection(hit.term.text.split()))
        if pain and scene.chunk(hit) != scene.statement.chunks[-1] and scene.assertion(hit) == "absent":
            yield Found("tenderness", "absent", scene.cued(hit, "absent"))


def _told_before_asking(scene: Scene) -> Iterator[Found]:
    """Read what is told before a question at the end of its words, as in `T8, that's jammed, little sore?`."""
    *told, last = scene.statement.chunks
    if told and _YES.issuperset(scene.words(last)):
        *told, last = told
    if scene.view.norms[scene.statement.end - 1] != "?" and (asked := _asked_at(scene)) is not None:
        told, last = [last], Chunk(asked, scene.statement.end)
    asks = not words("hurting").union(("there", "here", "nothing")).isdisjoint(scene.words(last))
    if not told or not asks or last.end - last.start > _LONGEST_FEEL or not scene.by_clinician:
        return
    moves = [move for move in moved(scene) if move.parts[0].end <= last.start]
    yield from moves
    for hit in scene.terms("tart", "finding", "normal", "motion"):
        if hit.end > last.start or hit.term.value == "tenderness" or (moves and hit.term.value in _TOLD_BY_MOVING):
            continue
        if hit.term.role != "finding" or not _tells_of_else(scene, hit):
            yield from _meant(scene, hit)


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


def _meant(scene: Scene, hit: Hit) -> Iterator[Found]:
    """Read what a term of the table says where it stands."""
    if names_place(scene, hit):
        return
    match hit.term.role:
        case "finding" if _tells_how_it_moves(scene, hit):
            yield Found("restriction", scene.assertion(hit), (hit,))
        case "finding" if not _tells_of_else(scene, hit) and not _is_notion(scene, hit):
            assertion = scene.assertion(hit)
            yield Found(_component(hit), assertion, scene.cued(hit, assertion))
        case "normal" if not words("testing").intersection(scene.view.norms[hit.end : hit.end + 1]):
            yield from _judged(scene, hit)
        case "capitals" if _is_written_short(scene, hit):
            yield Found(_component(hit), "present" if hit.term.assertion == "present" else "absent", (hit,))
        case "test":
            yield from tested(scene, hit)
        case "motion":
            yield from limited(scene, hit)
        case "position" if not any(care.start == hit.start for care in scene.terms("care")):
            yield from positioned(scene, hit)
        case "ask" if words("sore").intersection(hit.term.text.split()) and not _is_complained(scene, hit):
            assertion = scene.assertion(hit)
            yield Found("tenderness", assertion, scene.cued(hit, assertion))


def _is_of_motion(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare `tight` is said of the motion named before it: `internal rotation, tight, maybe ten`."""
    chunk = scene.chunk(hit)
    sided = {at for side in scene.view.sides(chunk) for at in range(side.start, side.end)}
    rest = [at for at in range(*chunk) if at not in range(hit.start, hit.end) and at not in sided]
    light = all(scene.view.norms[at] in words("light_subjects") for at in rest if scene.view.norms[at][0].isalnum())
    before = [part for part in scene.statement.chunks if part.end <= chunk.start][-1:]
    moves = any(bool(scene.terms("tart", "motion", part=part)) for part in before)
    return light and moves and scene.statement.turn >= 0


def _is_notion(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word for a diagnosis is turned down as such, as in `it's not a fixation`."""
    named = hit.term.text in {"fixation", "restriction"} and "a" in scene.view.norms[max(0, hit.start - 2) : hit.start]
    return named and scene.assertion(hit) == "absent"


def _tells_how_it_moves(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of tissue tell of a motion, as in `moves like a brick` and `the hip's tight in rotation`."""
    if hit.term.text.startswith("like "):
        return scene.view.norms[hit.start - 1] in words("moving")
    ways = range(hit.end + 1, hit.end + _LONGEST_TAG)
    led = hit.term.text == "tight" and not _INTO.isdisjoint(scene.view.norms[hit.end : hit.end + 1])
    return led and any(motion.start in ways for motion in scene.terms("tart", "motion"))


def _tells_of_else(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words of a finding tell no finding of the hands where they stand."""
    if tells_other_length(scene, hit) or is_dependent(scene, hit):
        return True
    if hit.term.text == "tight" and _is_of_motion(scene, hit):
        return True
    if not _LESS.isdisjoint(scene.view.norms[hit.end : hit.end + 1]) and hit.term.text.startswith(_SWOLLEN):
        return True
    complained = _is_told_of_days(scene, hit) or _is_complained(scene, hit)
    examined = complained or _is_tested(scene, hit) or tells_of_else(scene, hit)
    return examined or _intends(scene, hit) or is_everyday(scene, hit)


def _is_tested(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of a neurological finding stand there, which palpation does not tell."""
    if hit.term.text in {"tp", "tps"} and any(other.start == hit.end for other in scene.terms("tart", "position")):
        return True
    if hit.term.text in words("of_nerves"):
        return bool(scene.terms("neuro", "sign", "symptom", part=scene.chunk(hit)))
    if any(one.start == hit.end and one.term.value == "radicular_pain" for one in scene.terms("neuro", "symptom")):
        return hit.term.text.endswith("go")
    named = scene.terms("neuro", "sign", "symptom", "organ")
    return any(other.start <= hit.start and other.end >= hit.end for other in named)


def _is_told_of_days(scene: Scene, hit: Hit) -> bool:
    """Tell whether speech tells since when something is felt, as in `legs stiff since Christmas`."""
    return scene.statement.turn >= 0 and hit.term.text in words("complained") and not _DATING.isdisjoint(scene.said)


def _is_complained(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of complaint stands outside the examination of a note that has one."""
    if scene.statement.turn >= 0 or scene.stance == "exam" or hit.term.text not in words("complained"):
        return False
    return any(section.name in _EXAMINATIONS for section in scene.view.document.sections)


def _intends(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody says what will not be done, as in `not going to push`; `not going to the left` is found."""
    after = scene.view.norms[hit.end : hit.end + 2]
    if hit.term.text == "lean" and command_at(scene.view, scene.statement, frozenset({"lean"})) is not None:
        return True
    return hit.term.text.endswith("going") and after[:1] == ["to"] and not {"the", "left", "right"}.intersection(after)


def _judged(scene: Scene, normal: Hit) -> Iterator[Found]:
    """Read a word of health, or its denial, as in `not nontender`."""
    if scene.context.denies_health(normal):
        if not scene.terms("neuro", "sign", "symptom", "organ"):
            yield Found(_component(normal), "present", (normal,))
    elif _about_joints(scene, normal) and not is_of_tissue(scene, normal):
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
    spoken = scene.statement.turn >= 0 and not scene.terms("neuro", "sign")
    meant = scene.attach(hit)[0].place if not places and spoken and _is_said_of(scene, hit) else None
    if meant is not None:
        return meant.structure in words("landmarks") | words("posture_parts") | words("central")
    if not places and scene.topic.heading is not None and is_ticked(scene, chunk):
        return scene.topic.heading.structure in words("landmarks") | words("posture_parts")
    standing = (place for place in places if _stands(place, hit))
    return any(place.structure in words("landmarks") or _looks(scene, place, hit) for place in standing)


def _stands(place: Place, hit: Hit) -> bool:
    """Tell whether a place may be said to stand so: in `L5 level` the level is a noun."""
    return place.structure != "vertebra" or place.end != hit.start


def _is_said_of(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of health is said of what was just named, as in `it's level`, and is no `vitamin level`."""
    before = scene.view.norms[hit.start - 1]
    start, end = scene.view.tokens.cover(hit.start - 1, hit.start)
    contracted = scene.view.text[start:end].endswith(("'s", "\u2019s", "'re"))
    return hit.end - hit.start > 1 or contracted or before in words("linking") or hit.start == scene.chunk(hit).start


def _looks(scene: Scene, place: Place, hit: Hit) -> bool:
    """Tell whether a shoulder or hip is said to look even, as in `shoulders look level`."""
    between = scene.view.norms[place.end : hit.start]
    return place.structure in words("posture_parts") and bool(between) and words("looking").issuperset(between)
