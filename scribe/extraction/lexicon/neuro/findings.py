"""Statements → neurological symptoms and signs."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.answers import own_assertion
from scribe.extraction.lexicon.context.exceptions import OPPOSITE, exception_to
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.times_of_findings import is_outdated
from scribe.extraction.lexicon.neuro.beginnings import ACCOMPANYING, FULL_STRENGTH, beginnings, termed
from scribe.extraction.lexicon.neuro.cauda_equina import is_troubled, suffered
from scribe.extraction.lexicon.neuro.complaint_questions import answers, health_asked
from scribe.extraction.lexicon.neuro.finding_kinds import (
    PAIRED,
    Found,
    graded_kind,
    kind_of,
)
from scribe.extraction.lexicon.neuro.good_strength import good_strength
from scribe.extraction.lexicon.neuro.grades import called_out
from scribe.extraction.lexicon.neuro.hammer import hammered
from scribe.extraction.lexicon.neuro.headed import results_below
from scribe.extraction.lexicon.neuro.jerks import struck
from scribe.extraction.lexicon.neuro.later_results import decided_by_answer, felt_by_patient, told_later
from scribe.extraction.lexicon.neuro.lists_and_sides import contrasted, listed, opposed
from scribe.extraction.lexicon.neuro.odd_sections import stands_here
from scribe.extraction.lexicon.neuro.other_meanings import is_said
from scribe.extraction.lexicon.neuro.radiation import (
    is_way_of_feeling,
    running,
    takes_pictures,
)
from scribe.extraction.lexicon.neuro.reflexes import flicked, paired, plantar
from scribe.extraction.lexicon.neuro.roots_and_sides import roots_of, side_of
from scribe.extraction.lexicon.neuro.sensory_test import felt_as_asked, felt_when_told, lessened
from scribe.extraction.lexicon.neuro.slashed import slashed
from scribe.extraction.lexicon.neuro.tension_tests import EVOKED, is_test, provoked_pain, provokes, raised_to, stretched
from scribe.extraction.lexicon.neuro.tests_over_turns import answers_to_tests, is_answered, over_turns
from scribe.extraction.lexicon.neuro.tiptoes import risen
from scribe.extraction.lexicon.neuro.tried import strength_tried
from scribe.extraction.lexicon.neuro.values import (
    is_grade,
    is_lost,
    is_value,
    normal_grade,
    told_by,
    value_of,
    valued,
)
from scribe.extraction.lexicon.neuro.walks import seen_walking
from scribe.extraction.lexicon.neuro.ways_told import listed_way, stays
from scribe.extraction.lexicon.neuro.weakness_and_numbness import giving_out, lacking, strange_feelings
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Neuro

_SCORES = frozenset({"aslr", "cluster", "tests", "test", "signs", "criteria", "score", "laslett", "provocation"})
"""Words for a count of tests, which is no grade of strength."""
_SOON = frozenset({"by", "that", "next", "same", "following"})
_TIMES = frozenset({"night", "evening", "morning", "day", "afternoon", "lunchtime", "noon", "bedtime", "weekend"})
"""Words which together tell how soon something came of what had happened."""
_CALLING = 4
_CALLED = frozenset(
    {"here", "that's", "there's", "that", "there", "got", "have", "so", "is", "see", "beats", "some", "it's"}
)
"""Words with which a sign is called by its name."""
_NAMED_SO = frozenset({"clonus", "hoffmann", "hoffman", "babinski"})
"""Signs that an examiner calls by name when they are seen."""
_BEING_THERE = frozenset({("it", "there"), ("is", "there"), ("there", "it")})
_CONDUCTION = frozenset({"ncs", "ncv", "ncvs"})
"""Studies of nerves, which test no strength or feeling: `NCS: motor and sensory responses normal`."""
_TOES = frozenset({"toe", "toes"})
_REGAINING = frozenset({"to", "at", "regain", "regains", "regaining", "for", "until", "toward", "towards"})
"""Words before a strength that is not that of today."""
_GROWING = frozenset({"progressive", "progressing", "worsening", "increasing"})
_GETTING = (["getting", "worse"], ["getting", "weaker"])
_BEFORE, _AFTER = 4, 6


def read_neuro(scene: Scene) -> Iterator[Neuro]:
    """Read the neurological findings of one statement."""
    return _read(scene) if scene.statement.start in beginnings(scene.view) else iter(())


def _read(scene: Scene) -> Iterator[Neuro]:
    if scene.stance == "codes" or not _CONDUCTION.isdisjoint(scene.said):
        return
    said = [*_found(scene)]
    for found in (*said, *_excepted(scene, said)) if said else ():
        grows = _growing(scene, found)
        if not stands_here(scene, found, grows=bool(grows)):
            continue
        chunk = scene.chunk(found.parts[0])
        yield Neuro(
            kind=found.kind,
            roots=found.roots or roots_of(scene, chunk, found),
            laterality=side_of(scene, found),
            assertion=found.assertion,
            read_by="neuro.answered" if scene.statement.asks else rule_of("neuro", *found.parts),
            evidence=scene.quote(*found.parts, *grows),
        )


def _found(scene: Scene) -> Iterator[Found]:
    sided = (*over_turns(scene),)
    if told := sided if is_answered(scene) else stretched(scene):
        yield from told
        signs = {hit.term.value for hit in scene.terms("neuro", "sign")}
        named = {hit.term.value for hit in scene.terms("neuro", "sign", "symptom")}
        named -= (EVOKED - signs) | {"tension_sign"}
        rest = () if scene.statement.asks or not named else _stated(scene)
        yield from (one for one in rest if one.kind in named)
        return
    yield from sided
    later = [*told_later(scene)]
    yield from later
    tested = [] if later else [*felt_by_patient(scene)]
    if tested:
        yield from tested
        return
    if (test := felt_when_told(scene)) is not None:
        yield test
        return
    yield from _asked(scene) if scene.statement.asks else _stated(scene)


def _asked(scene: Scene) -> Iterator[Found]:
    if (test := felt_as_asked(scene)) is not None:
        yield test
        return
    if scene.statement.speaker == "patient" and "if" in scene.said:
        return  # Who asks what to do if something comes has not got it.
    decided = [*decided_by_answer(scene)]
    yield from decided
    if not decided:
        yield from answers(scene)
        yield from health_asked(scene)
        yield from stays(scene)


def _stated(scene: Scene) -> Iterator[Found]:
    lacks = [*lacking(scene), *strange_feelings(scene)]
    jerks = [*hammered(scene)]
    taken = covered_by(part for jerk in jerks for part in jerk.parts)
    jerks += [jerk for jerk in struck(scene) if taken.isdisjoint(covered_by(jerk.parts))]
    yield from jerks
    taken |= covered_by(part for jerk in jerks for part in jerk.parts)
    termed_so = [*_termed(scene, lacks, taken)] if scene.statement.start in termed(scene.view) else []
    called = [*called_out(scene, taken)]
    graded = {one.parts for one in called if one.laterality}
    yield from (one for one in termed_so if one.kind != "motor_deficit" or one.parts not in graded)
    yield from called or _full(scene)
    yield from good_strength(scene)
    yield from strength_tried(scene)
    yield from () if (rise := risen(scene)) is None else (rise,)
    yield from lessened(scene)
    yield from (_lack(scene, hit) for hit in lacks if hit.start not in taken)
    yield from _untermed(scene)
    yield from results_below(scene)


def _termed(scene: Scene, lacks: list[Hit], taken: set[int]) -> Iterator[Found]:
    """Read what terms name, but for what is lacking; the values that are used up are added to those taken."""
    rows = slashed(scene)
    taken |= covered_by(part for row in rows for part in row.parts)
    sided = [one for one in paired(scene) if covered_by(one.parts).isdisjoint(taken)]
    pairs = [*rows, *sided]
    contrasts = [] if pairs or scene.carried else [*opposed(scene)]
    together = [] if pairs or contrasts or scene.carried else [*listed(scene)]
    told = taken | {sign.start for sign, _ in (*contrasts, *together)}
    taken.update(hit.start for hit, _ in contrasts if hit.term.role == "value")
    yield from (found for _, found in (*contrasts, *together))
    yield from (one._replace(assertion="historical") if scene.carried else one for one in pairs)
    for hit in scene.terms("neuro", "symptom", "sign", "organ"):
        covered = any(lack.start < hit.start < lack.end for lack in lacks)
        covered = covered or hit.start in told or _opens_name(scene, hit)
        if not covered and not (sided and kind_of(scene, hit) in PAIRED) and is_said(scene, hit):
            yield from _named(scene, hit, taken)
    yield from () if sided else contrasted(scene, taken)
    yield from _graded(scene, taken)
    yield from _with_radiation(scene)


def _opens_name(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term only opens the name of a reflex, as the first word of `patellar reflexes` does."""
    if hit.term.value != "reflex_deficit" or hit.term.role != "sign":
        return False
    after = scene.terms("neuro", "sign", part=Chunk(hit.end, hit.end + 1))
    return any(other.term.value == "reflex_deficit" for other in after)


def _named(scene: Scene, hit: Hit, taken: set[int]) -> Iterator[Found]:
    """Read what is said of one term; the value that it takes is no other's."""
    kind = kind_of(scene, hit)
    value = value_of(scene, hit, taken)
    if value is not None:
        taken.add(value.start)
        value = normal_grade(scene, value) or value
        yield Found(graded_kind(hit, kind, value), valued(scene, hit, value), (hit, value))
    elif is_value(scene, hit) or _is_shown(scene) or takes_pictures(scene, hit):
        return
    elif kind == "tension_sign" and (raised := raised_to(scene, hit)) is not None:
        yield raised
    elif kind == "tension_sign" and (pain := provoked_pain(scene, hit)) is not None:
        yield Found(kind, scene.assertion(pain), (hit, pain))
    elif kind == "radicular_pain" and (_is_of_test(scene) or is_way_of_feeling(scene, hit)):
        return
    elif hit.term.role == "symptom" or (hit.term.role == "organ" and is_troubled(scene, hit)):
        assertion = suffered(scene, hit)
        yield Found(kind, own_assertion(hit, assertion), scene.cued(hit, assertion))
    elif _is_called(scene, hit):
        yield Found(kind, "present", (hit, _met(scene, hit) or hit))
    elif (cue := scene.context.cue(hit, "absent")) is not None:
        yield Found(kind, "present" if is_lost(scene, hit, cue) else "absent", (cue, hit))


def _is_called(scene: Scene, hit: Hit) -> bool:
    """Tell whether an examiner calls what is seen by the name of a sign, as in `a few beats there, that's clonus`."""
    if scene.statement.turn < 0 or hit.term.text not in _NAMED_SO or not scene.by_clinician:
        return False
    if hit.term.text != "clonus" and _met(scene, hit) is None:
        return False  # It may only be explained.
    before = scene.view.norms[max(scene.statement.start, hit.start - _CALLING) : hit.start]
    return not _CALLED.isdisjoint(before) and scene.assertion(hit) == "present"


def _met(scene: Scene, hit: Hit) -> Chunk | None:
    """Return the words that say that a named sign is there, as in `that's a Hoffmann's, and it's there on the left`."""
    norms = scene.view.norms
    after = range(hit.end, scene.statement.end - 1)
    return next((Chunk(at, at + 2) for at in after if (norms[at], norms[at + 1]) in _BEING_THERE), None)


def _is_of_test(scene: Scene) -> bool:
    """Tell whether a pain is what a test gives that is named, or done as in `I lift the leg`."""
    answers = scene.statement.start in answers_to_tests(scene.view)
    return answers or provokes(scene) or (scene.may_examine and is_test(scene))


def _untermed(scene: Scene) -> Iterator[Found]:
    """Read what no term names: a limb that may give out, how the toes answer, where a pain runs."""
    yield from giving_out(scene)
    yield from flicked(scene)
    yield from seen_walking(scene)
    told = [*running(scene)] if scene.stance != "imaging" else []
    if not told and not any(hit.term.value == "radicular_pain" for hit in scene.terms("neuro", "symptom")):
        yield from listed_way(scene)
    if not any(_is_of_cord(hit) for hit in scene.terms("neuro", "sign")):
        yield from plantar(scene)
    answers = scene.statement.start in answers_to_tests(scene.view)
    for part in told if not answers else ():
        if not provokes(scene) or _stands_before_tests(scene, part):
            assertion = scene.assertion(part)
            begun = assertion == "historical" and _tells_of_onset(scene)
            yield Found("radicular_pain", "present" if begun else assertion, (part,))


def _is_of_cord(sign: Hit) -> bool:
    """Tell whether a sign of the cord is named, and not only the toe whose way the next words tell."""
    return sign.term.value == "upper_motor_neuron" and _TOES.isdisjoint(sign.term.text.split())


def _tells_of_onset(scene: Scene) -> bool:
    """Tell whether a patient tells how a pain set in that lasts, as in `by that night it was down the leg`."""
    said = scene.words()
    lasts = "still" in said and "was" in said
    soon = any(one in _SOON and other in _TIMES for one, other in pairwise(word for word in said if word != "the"))
    return scene.statement.speaker == "patient" and (lasts or soon)


def _stands_before_tests(scene: Scene, pain: Chunk) -> bool:
    """Tell whether a complaint of a note ends before what is tested: `right thigh pain, femoral stretch positive`."""
    signs = scene.terms("neuro", "sign")
    first = scene.chunk(signs[0]).start if signs else 0
    return scene.statement.turn < 0 and pain.end <= first


def _with_radiation(scene: Scene) -> Iterator[Found]:
    """Read a pain that comes with another, and not with a test: `low back pain with radiation to the foot`."""
    for hit in scene.terms("neuro", "value"):
        if hit.term.text in ACCOMPANYING and not scene.terms("neuro", "sign", part=scene.chunk(hit)):
            yield Found("radicular_pain", scene.assertion(hit), (hit,))


def _excepted(scene: Scene, said: list[Found]) -> Iterator[Found]:
    """Read what is excepted from what was found last, as in `strength full except for the left big toe`."""
    for found in reversed(said):
        part, assertion = exception_to(scene, found.parts[0]), OPPOSITE.get(found.assertion)
        if part is not None and assertion is not None and not scene.statement.asks:
            signs = scene.terms("neuro", "sign", part=part)
            yield Found(kind_of(scene, signs[-1]) if signs else found.kind, assertion, (part,))
            return


def _lack(scene: Scene, hit: Hit) -> Found:
    return Found(kind_of(scene, hit), scene.assertion(hit), (hit,))


def _graded(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Read a grade of strength beside a muscle, as in `left triceps 4/5`."""
    for value in scene.terms("neuro", "value"):
        if not is_grade(value) or value.start in taken or is_outdated(scene, value):
            continue
        chunk = scene.chunk(value)
        named = scene.terms("neuro", "sign", "symptom", part=chunk)
        if not named and _SCORES.isdisjoint(scene.words(chunk)):
            yield Found("motor_deficit", told_by(scene, "motor_deficit", value), (chunk,))


def _full(scene: Scene) -> Iterator[Found]:
    """Read strength that is called full today: `Full strength in both legs`, unlike `until at full strength`."""
    for value in scene.terms("neuro", "value") if scene.may_examine else ():
        today = scene.view.norms[value.start - 1] not in _REGAINING and not is_outdated(scene, value)
        named = scene.terms("neuro", "sign", "symptom", part=scene.chunk(value))
        # What `that's full strength` points to is told of with the words around.
        points = scene.words(scene.chunk(value))[:1] in (["that"], ["that's"])
        if value.term.text in FULL_STRENGTH and today and not (named or points):
            yield Found("motor_deficit", "absent", (scene.chunk(value),))


def _is_shown(scene: Scene) -> bool:
    """Tell whether a study shows what buckles or is weak: a ligament or disc, and no limb."""
    if scene.stance != "imaging":
        return "buckled" in scene.said and not words("ligaments").isdisjoint(scene.words())
    return not (words("ligaments") | words("discs")).isdisjoint(scene.words())


def _growing(scene: Scene, found: Found) -> tuple[Item, ...]:
    """Return the words that say that a weakness grows, for its quote; none where it is not said.

    Args:
        scene: The statement.
        found: The finding.
    """
    if found.kind != "motor_deficit" or found.assertion != "present":
        return ()
    part, norms = found.parts[0], scene.view.norms
    chunk = scene.chunk(part)
    for at in range(max(chunk.start, part.start - _BEFORE), min(chunk.end, part.end + _AFTER)):
        if norms[at] in _GROWING:
            return (Chunk(at, at + 1),)
        if at >= part.end and norms[at : at + 2] in _GETTING:
            return (Chunk(at, at + 2),)
    return ()
