"""Statements → definitive, competing and symptom diagnoses."""

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.answers import answered
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.diagnoses.causes import culprits, is_cause, may_blame
from scribe.extraction.lexicon.diagnoses.denied_injuries import denied_injuries, may_deny_injury
from scribe.extraction.lexicon.diagnoses.other_meanings import is_abbreviated, is_operated_away, means_another
from scribe.extraction.lexicon.diagnoses.region_and_side import AXIAL, MIDLINE, laterality, region_of, region_of_another
from scribe.extraction.lexicon.diagnoses.spoken import (
    OF_ANY_BONE,
    is_hearsay,
    is_rejected,
    is_review,
    may_share,
    shared,
)
from scribe.extraction.lexicon.diagnoses.told_before import as_told_before
from scribe.extraction.lexicon.diagnoses.told_outright import is_clinical, is_described, is_told_so
from scribe.extraction.lexicon.diagnoses.written_status import is_blamed, status_of
from scribe.extraction.lexicon.lesions.conclusions import is_injury
from scribe.extraction.lexicon.lesions.stenosis import uncaused
from scribe.extraction.lexicon.lesions.stenosis_causes import blamed_slips
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import naming
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Condition, Diagnosis, Region

_BEFORE, _AFTER = 6, 8
_REPORTED = frozenset({"imaging", "codes"})
_DOUBTER = 2
_OF_VERTEBRAE = frozenset({"vertebral", "compression", "wedge", "burst", "discitis", "diskitis", "spondylodiscitis"})
_SPINAL = frozenset({
    "disc_herniation", "disc_degeneration", "spondylosis", "spondylolisthesis", "spondylolysis", "spinal_stenosis",
    "instability", "sacroiliitis", "radiculopathy", "sciatica", "myelopathy", "cauda_equina",
    "postlaminectomy_syndrome", "epidural_fibrosis", "scoliosis", "ankylosing_spondylitis", "coccydynia",
    "facet_syndrome",
})  # fmt: skip
"""Conditions of the spine alone, which a history may name."""
_QUALIFYING = frozenset({
    "osteoporotic", "insufficiency", "fragility", "pathologic", "pathological", "acute", "cervicogenic",
})  # fmt: skip
"""Words before a condition and its level that decide its code."""
_POINTING_OUT = frozenset({
    ("in", "front"), ("from", "front"), ("the", "front"), ("in", "back"), ("from", "behind"), ("off", "to"),
    ("right", "here"), ("over", "here"), ("up", "here"), ("down", "here"), ("in", "here"), ("on", "top"),
})  # fmt: skip
"""Words that point to something on a picture."""
_MARKS = ([","], ["-"], [":"], ["("])


def read_diagnoses(scene: Scene, narrowed: frozenset[Region | None]) -> Iterator[Diagnosis]:
    """Read the diagnoses of one statement.

    Args:
        scene: The statement.
        narrowed: The regions of narrowings that the statement states with their mechanism,
            which are lesions and no diagnoses.
    """
    return map(partial(as_told_before, scene), _diagnoses(scene, narrowed))


def _diagnoses(scene: Scene, narrowed: frozenset[Region | None]) -> Iterator[Diagnosis]:
    yield from shared(scene)
    if scene.statement.start not in may_name(scene.view):
        return
    if scene.statement.asks:
        yield from _asked(scene)
        return
    apart = uncaused(scene) if narrowed else []
    for hit in _named(scene):
        condition: Condition = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        elsewhere = condition == "spinal_stenosis" and region_of(scene, hit) not in {*narrowed, None}
        elsewhere = elsewhere or any(part.start <= hit.start < part.end for part in apart)
        if elsewhere or not ((narrowed and condition == "spinal_stenosis") or is_cause(scene, hit, narrowed)):
            yield from _diagnosis(scene, hit, condition)
    yield from _slips(scene, narrowed) if narrowed else ()
    yield from culprits(scene)
    yield from denied_injuries(scene)
    if not narrowed:
        injuries = [hit for hit in scene.terms("conditions") if hit.term.value == "traumatic_subluxation"]
        for hit in scene.terms("lesions", "head"):
            # A complex that is denied beside an injury is that of chiropractic.
            chiropractic = "complex" in hit.term.text and scene.assertion(hit) == "absent"
            if chiropractic or any(one.start <= hit.start < one.end for one in injuries):
                continue
            if hit.term.value == "subluxation_complex" and is_injury(scene, hit):
                yield from _diagnosis(scene, hit, "traumatic_subluxation")


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that may name a condition, or somebody else who has the one named before."""
    return may_name(view) | may_share(view)


@lru_cache(maxsize=1)
def may_name(view: View) -> frozenset[int]:
    """Return where the statements start that have a term or a word by which they may name a condition themselves."""
    named = naming(view, "conditions") | naming(view, "lesions")
    return named | may_blame(view) | may_deny_injury(view)


def _named(scene: Scene) -> list[Hit]:
    """Return the names of conditions in a statement, in order."""
    return [hit for hit in scene.terms("conditions") if hit.term.role != "capitals" or is_abbreviated(scene, hit)]


def _slips(scene: Scene, narrowed: frozenset[Region | None]) -> Iterator[Diagnosis]:
    """Read the slip of a vertebra that narrows a canal or foramen, where it is not named as a condition by itself."""
    there = next(iter(narrowed)) if len(narrowed) == 1 else None
    for hit in blamed_slips(scene)[:1]:
        if all(one.term.value != "spondylolisthesis" for one in scene.terms("conditions")):
            yield Diagnosis(
                condition="spondylolisthesis",
                region=region_of(scene, hit) or there,
                assertion="present",
                read_by="diagnoses.condition",
                evidence=scene.quote(hit),
            )


def _asked(scene: Scene) -> Iterator[Diagnosis]:
    """Read a question: what it tells of somebody else, or how it is answered."""
    others = [hit for hit in _named(scene) if _is_of_another(scene, hit)]
    for hit in others:
        yield from _diagnosis(scene, hit, hit.term.value)  # type: ignore[arg-type]  # the table holds the schema's words
    if not others:
        yield from _answered(scene)


def _is_of_another(scene: Scene, hit: Hit) -> bool:
    """Tell whether a patient's question first tells of somebody else, as in `My mum has spondylosis, is it that?`."""
    told = scene.statement.turn >= 0 and scene.statement.speaker != "clinician"
    return told and scene.assertion(hit) == "other_person"


def _answered(scene: Scene) -> Iterator[Diagnosis]:
    """Read what the clinician answers to the patient's guess, and the patient to a question about the past."""
    reply = scene.statement.reply
    if reply is None or _only_supposes(scene, reply.start):
        return
    for hit in scene.terms("conditions", "condition"):
        assertion = _agreed(scene, hit)
        condition: Condition = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        if assertion and (assertion != "historical" or _is_recalled(scene, hit, assertion)):
            yield Diagnosis(
                condition=condition,
                region=region_of(scene, hit),
                laterality=laterality(scene, hit),
                assertion=assertion,
                read_by="diagnoses.answered",
                evidence=scene.quote(hit, Chunk(reply.end - 1, reply.end)),
            )


def _only_supposes(scene: Scene, answer: int) -> bool:
    """Tell whether who is asked what if goes on with an if, as in `And if it's a disc?`, `If it is, we wait.`."""
    return "if" in scene.words()[:_DOUBTER] and "if" in scene.view.norms[answer : answer + _DOUBTER]


def _agreed(scene: Scene, hit: Hit) -> Assertion | None:
    """Return the assertion that asker and answerer agree on, if they do."""
    if scene.statement.speaker == "patient":
        one = next(answered(scene, hit), None)
        plain = scene.statement.reply is not None and scene.view.tokens.ends_at(scene.statement.reply.end)
        return one.assertion if one and (one.assertion == "absent" or plain) else None
    told = scene.statement.reply is not None and scene.statement.reply.answer in {"yes", "past"}
    recalls = scene.assertion(hit) == "historical" or not words("asking_old").isdisjoint(scene.words())
    return "historical" if told and recalls else None


def _diagnosis(scene: Scene, hit: Hit, condition: Condition) -> Iterator[Diagnosis]:
    assertion = _asserted(scene, hit)
    if means_another(scene, hit) or is_described(scene, hit):
        return
    if is_review(scene, hit, assertion) or _is_warned_of(scene, hit, assertion):
        return
    if not (
        (_is_stated(scene, hit, assertion) and not _is_lay(scene, hit, assertion))
        or (_is_recalled(scene, hit, assertion) and not is_hearsay(scene, hit))
        or is_rejected(scene, hit, assertion)
    ):
        return
    yield Diagnosis(
        condition=condition,
        region=region_of_another(scene, hit) if assertion == "other_person" else region_of(scene, hit),
        laterality=laterality(scene, hit),
        assertion=assertion,
        read_by=rule_of("diagnoses", hit),
        evidence=scene.quote(*scene.cued(hit, assertion), *_beside(scene, hit)),
    )


def _asserted(scene: Scene, hit: Hit) -> Assertion:
    """Return how a condition is asserted, also by whose it is and by what follows it."""
    assertion = scene.assertion(hit)
    if assertion in {"present", "historical"} and (status := status_of(scene, hit)) is not None:
        return status
    return "historical" if assertion == "present" and is_operated_away(scene, hit) else assertion


def _is_warned_of(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether a complaint is only one to come back with, as in `if you ever get the worst headache`."""
    return assertion == "hypothetical" and hit.term.value in MIDLINE - _SPINAL and scene.statement.turn >= 0


def _is_stated(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether a condition is the clinician's conclusion, or another person's of those that are coded."""
    if is_hearsay(scene, hit) or _is_pointed_out(scene, hit):
        return False
    if assertion == "other_person":
        return hit.term.value != "other" or (scene.statement.turn >= 0 and bool(hit.term.structure))
    rejected = assertion == "absent" and scene.statement.turn < 0 and _is_judged(scene, hit)
    concludes = scene.stance == "neutral" and (assertion == "possible" or rejected)
    concludes = concludes or scene.stance == "conclusion" or is_clinical(scene) or is_blamed(scene, hit)
    concludes = concludes or _stands_alone(scene, hit, assertion) or status_of(scene, hit) is not None
    return scene.by_clinician and (concludes or is_told_so(scene, hit))


def _is_pointed_out(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody only points a disc out on a picture: `And in front you've got the disc bulging.`."""
    said = scene.view.norms[scene.statement.start : hit.start]
    return scene.pictured and scene.statement.turn >= 0 and not _POINTING_OUT.isdisjoint(pairwise(said))


def _is_judged(scene: Scene, hit: Hit) -> bool:
    """Tell whether a denial rejects a diagnosis, as in `this is not sciatica`, and is no review like `no fracture`."""
    cue = scene.context.cue(hit, "absent")
    if cue is None or cue.role != "before" or cue.text.startswith("no longer"):
        return True
    return cue.text.split()[0] not in words("reviewing_denials")


def _is_lay(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether the patient or a relative has a doubt, and not the clinician, as in `his wife suspects a disc`."""
    cue = scene.context.cue(hit, "possible") if assertion == "possible" and scene.statement.turn < 0 else None
    before = scene.view.norms[max(scene.statement.start, cue.start - _DOUBTER) : cue.start] if cue else []
    return not words("lay_people").isdisjoint(before)


def _is_recalled(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether the clinician names a condition of the spine outside the assessment as a past or a feared one."""
    supposed = assertion == "hypothetical" and scene.stance == "imaging"
    if assertion not in {"historical", "hypothetical"} or not scene.by_clinician:
        return False
    if (scene.stance in _REPORTED and not supposed) or _is_patients_phrase(scene, hit):
        return False
    return hit.term.value in _SPINAL or (hit.term.value in OF_ANY_BONE and _is_vertebral(scene, hit, assertion))


def _is_vertebral(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether a condition of any bone is one of the spine, or a feared one near it."""
    near_spine = AXIAL | {"rib_cage"} if assertion == "hypothetical" else AXIAL
    return region_of(scene, hit) in near_spine or not _OF_VERTEBRAE.isdisjoint(hit.term.text.split())


def _is_patients_phrase(scene: Scene, hit: Hit) -> bool:
    """Tell whether a note quotes the patient, who alone says `my`, as in `"my disc is worn out"`."""
    return scene.statement.turn < 0 and scene.view.norms[hit.start - 1] == "my"


def _beside(scene: Scene, hit: Hit) -> list[Item]:
    """Return the places and sides that belong into the quote of a condition."""
    chunk = scene.chunk(hit)
    parts: list[Item] = [*scene.view.places(chunk), *scene.view.sides(chunk)]
    parts += () if scene.view.fixing(chunk) else _added(scene, chunk)
    parts += [Chunk(at, at + 1) for at in range(*chunk) if scene.view.norms[at] in _QUALIFYING]
    near = [part for part in parts if hit.start - _BEFORE <= part.start and part.end <= hit.start + _AFTER]
    return [*near, *_narrowed_by(scene, hit), *_named_behind(scene, hit)]


def _named_behind(scene: Scene, hit: Hit) -> list[Chunk]:
    """Return what decides the code of a headache right behind its mark, as in `HA, cervicogenic`."""
    marked = hit.term.value == "headache" and scene.view.norms[hit.end : hit.end + 1] in _MARKS
    named = marked and scene.view.norms[hit.end + 1 : hit.end + 2] == ["cervicogenic"]
    return [Chunk(hit.end + 1, hit.end + 2)] if named else []


def _narrowed_by(scene: Scene, hit: Hit) -> list[Hit]:
    """Return what a stenosis is said to come from, as in `lumbar stenosis from a broad disc bulge`."""
    if hit.term.value != "spinal_stenosis":
        return []
    said = [cause for cause in scene.terms("mechanisms", part=scene.chunk(hit)) if cause.start >= hit.end]
    linked = not words("causing").isdisjoint(scene.view.norms[hit.end : said[0].start]) if said else False
    return [cause for cause in said if linked and scene.assertion(cause) == scene.assertion(hit)]


def _added(scene: Scene, chunk: Chunk) -> list[Place]:
    """Return the place that all of the next part names, as in `spondylolisthesis, lumbosacral region`."""
    following = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    if following is None:
        return []
    places = scene.view.fixing(following)
    said = {word for word in scene.rest_of(following, *places) if word[0].isalnum()}
    return places[:1] if said <= words("place_nouns") else []


_FELT = frozenset({"muscle_spasm", "scoliosis", "instability", "neoplasm", "infection"})
"""Conditions that a line of an examination names as what is found."""
_SMALL = frozenset({"acute", "chronic", "mild", "moderate", "severe", "mechanical", "new", "known", "stable", "simple",
                    "probable", "likely", "suspected", "left", "right", "bilateral", "l", "r", "recurrent", "subacute",
                    "-", ":", "1", ".", ")", "plain", "ordinary", "nonspecific", "cervicogenic", "postural", "axial",
                    "tension", "myofascial", "just", "good", "old", "so", ","})  # fmt: skip
_NAMEABLE = _SPINAL | {"osteoarthritis", "sprain_strain"}
"""Conditions that a clinician's bare name states; a fracture or a complaint may be one that is asked about."""
_NAMED_BY_CLINICIANS = frozenset({
    "cervicogenic", "tension", "mechanical", "plain", "simple", "ordinary", "nonspecific", "axial", "postural",
    "myofascial", "tension-type",
})  # fmt: skip
"""Words beside a pain that nobody but a clinician gives it, so that its bare name is a diagnosis."""
_NAMED_WITH = ("conditions", "lesions", "mechanisms", "neuro")
_LINKING = frozenset({
    "with", "and", "from", "of", "the", "a", "an", "on", "at", "to", "in", "by", "due", "off", "side", "too", "so",
    "okay", "right", "well", "grade", "one", "two", "i", "ii", "plus", "also", "secondary", "same", "that", "its",
})  # fmt: skip
"""Words that join what a bare name consists of."""
_HEARD = 6
"""Statements before, in which another may have named a condition."""
_EXAMINED = frozenset({"exam", "examination", "palpation", "tender", "tenderness", "reflexes", "strength", "slr"})
_VERBS = frozenset({"is", "has", "was", "had", "reports", "started", "since", "denies", "presents", "for"})


def _stands_alone(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether a condition opens a line of its own below what was examined, and nothing in it tells a story.

    Args:
        scene: The statement.
        hit: The condition.
        assertion: How it is asserted.
    """
    if assertion not in {"present", "possible"} or hit.term.value in _FELT:
        return False
    if scene.statement.turn >= 0:
        return assertion == "present" and _is_bare_name(scene)
    if scene.stance not in {"neutral", "exam"} or scene.carried or not _opens(scene, hit):
        return False
    return _VERBS.isdisjoint(scene.said) and not _EXAMINED.isdisjoint(scene.view.norms[: scene.statement.start])


def _is_bare_name(scene: Scene) -> bool:
    """Tell whether a clinician says nothing but what it is, as in `So. Left L4-5 disc herniation, L5 radiculopathy.`.

    Who names what another has just named only takes it up, and symptoms are named to be asked about.
    """
    named = scene.terms("conditions", "condition")
    if scene.stance != "neutral" or not named or not _opens(scene, named[0]):
        return False
    if named[0].term.value not in _NAMEABLE and not _is_named_as_diagnosis(scene, named[0]):
        return False
    terms = (hit for table in _NAMED_WITH for hit in scene.terms(table))
    rest = scene.rest_of(scene.statement, *scene.view.places(scene.statement), *terms)
    light = words("place_nouns") | _SMALL | _LINKING
    return all(word in light for word in rest if word[0].isalpha()) and not _is_taken_up(scene, named[0])


def _is_named_as_diagnosis(scene: Scene, hit: Hit) -> bool:
    """Tell whether a pain has a name that only clinicians give, as in `Cervicogenic headache.`, `Plain neck pain.`."""
    said = {*hit.term.text.split(), *scene.view.norms[scene.statement.start : hit.start]}
    return hit.term.value in MIDLINE - _SPINAL and not said.isdisjoint(_NAMED_BY_CLINICIANS)


def _is_taken_up(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody else has named a condition shortly before, as in `I had sciatica.`, `Sciatica. When?`."""
    turn = scene.statement.turn
    before = [one for one in scene.view.statements_before(scene.statement)[-_HEARD:] if one.turn != turn]
    heard = (term for one in before for term in scene.view.terms("conditions", one))
    return any(term.term.value == hit.term.value for term in heard)


def _opens(scene: Scene, hit: Hit) -> bool:
    """Tell whether nothing but its place and the small words before it open the statement."""
    before = Chunk(scene.statement.start, hit.start)
    rest = words_beside(scene.view, before, scene.view.places(before))
    return (_SMALL | words("place_nouns")).issuperset(rest)
