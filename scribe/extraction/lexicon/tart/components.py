"""Statements → what palpation and motion testing found: the components of TART."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.exceptions import OPPOSITE, exception_to
from scribe.extraction.lexicon.context.recheck import is_after_treatment, is_recheck
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.commanded import shown_on_command
from scribe.extraction.lexicon.tart.echoed import echoed
from scribe.extraction.lexicon.tart.ellipsis import contrary, repeated
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.legs import is_length, longer_or_shorter, speaks_of_legs
from scribe.extraction.lexicon.tart.mobility import limited, moved, unrestricted
from scribe.extraction.lexicon.tart.otherwise import names_place, tells_of_else
from scribe.extraction.lexicon.tart.placing import placed, signed
from scribe.extraction.lexicon.tart.posture import deviated, is_ticked, positioned
from scribe.extraction.lexicon.tart.screening import tested
from scribe.extraction.lexicon.tart.signed import signed_places
from scribe.extraction.lexicon.tart.touch import asked_of_touch, pressed, volunteered
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Tart, TartComponent

_LONGEST_TAG = 4
_NAMING = frozenset({"say", "saying", "call", "calling", "word", "words", "term"})
_ADDRESSING = frozenset({"you", "your", "you're", "you've"})
_GRADES = frozenset({"trace", "pitting", "dependent", "pedal", "peripheral"})
_EXAMINATIONS = frozenset({"exam", "objective", "structural_exam"})
_TOLD_BY_MOVING = frozenset({"restriction", "asymmetry"})


def read_tart(scene: Scene) -> Iterator[Tart]:
    """Read the palpation and motion findings of one statement."""
    for found in (*volunteered(scene), *shown_on_command(scene)):
        yield from placed(scene, found)
    may_examine = scene.may_examine or (scene.carried and scene.statement.turn < 0)
    if not may_examine or scene.statement.section == "assessment":
        return
    yield from echoed(scene, _found)
    found_here = sorted(_found(scene), key=_place_in_text)
    if not found_here or is_recheck(scene) or _heads_table(scene):
        return
    seen = [found for found in found_here if not _is_hearsay(scene, found)]
    for found in seen:
        with_sign = signed_places(scene, found.parts[0]) if found.component == "tenderness" else []
        for place, assertion in with_sign:
            yield signed(scene, found, place, assertion)
        if not with_sign:
            yield from placed(scene, found)
    yield from repeated(scene, seen)
    yield from contrary(scene, seen)
    yield from _excepted(scene, seen[-1:])


def _excepted(scene: Scene, last: list[Found]) -> Iterator[Tart]:
    """Read what is excepted from the last finding, as in `no tenderness except at L4`."""
    for found in last:
        part, other = exception_to(scene, found.parts[0]), OPPOSITE.get(found.assertion)
        if part is not None and other is not None:
            yield from placed(scene, Found(found.component, other, (part,)))


def _place_in_text(found: Found) -> int:
    return found.parts[0].start


def _heads_table(scene: Scene) -> bool:
    """Tell whether a statement names the columns of a table, as in `LEVEL   P (tender)   A   R   T`."""
    named = words("table_heads").intersection(scene.words()[:1])
    return bool(named) and scene.view.columns_in(scene.statement) > 1


def _is_hearsay(scene: Scene, found: Found) -> bool:
    """Tell whether somebody only believes or was told of a finding, or it tells how it was after treatment."""
    mention = found.parts[0]
    if scene.statement.turn >= 0:
        return is_after_treatment(scene, mention) or _is_only_word(scene, mention)
    return is_after_treatment(scene, mention) or scene.context.told(mention) or _is_complaint(scene, mention)


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
        if not claimed or scene.says("hurting"):
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
    yield from deviated(scene)
    yield from longer_or_shorter(scene)


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
    if said and tag == ["right"] and scene.said.isdisjoint(_ADDRESSING) and not scene.says("hurting"):
        return True
    opening = [word for word in scene.words() if word[0].isalnum()][:_LONGEST_TAG]
    return bool(words("felt_here").intersection(opening)) and bool({"is", "are", "it's"}.intersection(scene.words()))


def _meant(scene: Scene, hit: Hit) -> Iterator[Found]:
    """Read what a term of the table says where it stands."""
    if names_place(scene, hit):
        return
    match hit.term.role:
        case "finding" if hit.term.text.startswith("like ") and scene.view.norms[hit.start - 1] in words("moving"):
            yield Found("restriction", scene.assertion(hit), (hit,))
        case "finding" if not _tells_of_else(scene, hit):
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
        case "position":
            yield from positioned(scene, hit)
        case "ask" if words("sore").intersection(hit.term.text.split()) and not _is_complained(scene, hit):
            assertion = scene.assertion(hit)
            yield Found("tenderness", assertion, scene.cued(hit, assertion))


def _tells_of_else(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words of a finding tell no finding of the hands where they stand."""
    if (is_length(hit) and not speaks_of_legs(scene, hit)) or _is_dependent(scene, hit):
        return True
    examined = _is_tested(scene, hit) or _is_complained(scene, hit) or tells_of_else(scene, hit)
    return examined or _intends(scene, hit) or _is_everyday(scene, hit)


def _is_dependent(scene: Scene, hit: Hit) -> bool:
    """Tell whether an oedema is one of the circulation, graded or pitting, as in `1+ edema of both legs`."""
    if not hit.term.text.endswith("edema"):
        return False
    near = scene.view.norms[max(scene.statement.start, hit.start - _LONGEST_TAG) : hit.start]
    graded = any(word.rstrip("+").isdecimal() or word in _GRADES for word in near)
    return graded and all(place.region == "lower_extremity" for place in scene.view.fixing(scene.chunk(hit)))


def _is_everyday(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word is one of every day: `the next steps`, `some resistance`, a pain `stops at the knee`."""
    if hit.term.text == "stops at":
        ends = (place.start - hit.end for place in scene.view.fixing(scene.chunk(hit)))
        return any(gap in range(2) for gap in ends)
    if hit.term.text in {"step", "steps"}:
        return not scene.view.fixing(scene.chunk(hit)) or bool(words("of_plans").intersection(scene.words()))
    before = scene.view.norms[max(0, hit.start - _LONGEST_TAG) : hit.start]
    return hit.term.text == "resistance" and not words("of_effort").isdisjoint(before)


def _is_tested(scene: Scene, hit: Hit) -> bool:
    """Tell whether words of a neurological finding stand there, which palpation does not tell."""
    if hit.term.text in {"tp", "tps"} and any(other.start == hit.end for other in scene.terms("tart", "position")):
        return True
    if hit.term.text in words("of_nerves"):
        return bool(scene.terms("neuro", "sign", "symptom", part=scene.chunk(hit)))
    if any(one.start == hit.end and one.term.value == "radicular_pain" for one in scene.terms("neuro", "symptom")):
        return hit.term.text.endswith("go")
    return any(other.start == hit.start for other in scene.terms("neuro", "sign", "symptom", "organ"))


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
    if not places and spoken and scene.topic.place is not None:
        places = [scene.topic.place]
    if not places and scene.topic.heading is not None and is_ticked(scene, chunk):
        return scene.topic.heading.structure in words("landmarks") | words("posture_parts")
    return any(place.structure in words("landmarks") or _looks(scene, place, hit) for place in places)


def _looks(scene: Scene, place: Place, hit: Hit) -> bool:
    """Tell whether a shoulder or hip is said to look even, as in `shoulders look level`."""
    between = scene.view.norms[place.end : hit.start]
    return place.structure in words("posture_parts") and bool(between) and words("looking").issuperset(between)
