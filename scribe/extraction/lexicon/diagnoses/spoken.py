"""Diagnoses in conversation: what others have or call it, what the clinician rejects or drops."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.diagnoses.causes import PARTS
from scribe.extraction.lexicon.lesions.struck_off import is_struck, may_strike, striking
from scribe.extraction.lexicon.quoted import first_span, last_span
from scribe.extraction.lexicon.view.saying import holding, naming, saying, whole
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Diagnosis
from scribe.terminology.regions import structure

_BEFORE = 6
_GUESS_REACH = 18
_GUESSED = 80
_OWN = 3
_OWN_SECTIONS = frozenset({"assessment", "plan", "impression"})
"""Sections in which a note says what its writer holds."""
_OWN_CLAUSE = 7
_MENTIONING = frozenset({
    "talks", "talk", "talking", "mentions", "mention", "mentioned", "means", "meant", "describes", "described",
    "refers", "lists", "wrote", "reported", "brought",
})  # fmt: skip
"""Verbs with which others speak of what a clinician only points to."""
_DETERMINERS = frozenset({"a", "an", "the", "your", "his", "her", "this", "that", "my"})
_LIVING = frozenset({"lives", "sits", "tends", "likes", "usually", "typically", "hurts", "shows", "happens"})
"""Words behind a condition that tell what it is like with anybody."""
_PAINS = frozenset({"low_back_pain", "neck_pain", "thoracic_pain", "headache"})
_PRESENTED = 6
_VISITING = frozenset({("visit", "for"), ("presents", "for"), ("presents", "with"), ("presenting", "with")})
_READING = frozenset((verb, "about") for verb in ("read", "reading", "reads", "heard"))
_THEIRS = frozenset({"you", "you're", "your", "you've", "she", "he", "they", "his", "her", "their"})
_ASKING = frozenset({
    "asked", "ask", "asking", "asks", "wondered", "wondering", "wanted", "question", "questions", "worried", "worry",
    "curious", "called", "messaged", "emailed", "wrote", "googled", "read", "looked",
})  # fmt: skip
_TOPIC = 3
_VERDICTS = frozenset({"yes", "that's", "is", "it's", "have", "you've", "right", "exactly", "indeed", "do"})
"""Words behind what was asked about by which it is answered at once."""
_LEAVING = frozenset({("goes",), ("can", "go"), ("comes", "off"), ("is", "off"), ("is", "out"), ("comes", "out")})
"""What is said of a condition that comes off a list."""
_GOING = frozenset(said[-1] for said in _LEAVING)
OF_ANY_BONE = frozenset({"fracture", "neoplasm", "infection"})
"""Conditions of any bone: recalled, they count where they are the spine's."""
_UNSEEN = frozenset({"don't see", "i don't see", "do not see", "i do not see", "i don't find", "nothing"})
_PATIENTS_OWN = frozenset({"i've", "my", "mine"})


def is_hearsay(scene: Scene, hit: Hit) -> bool:
    """Tell whether a condition is what others called it, a general truth, only read about, or of one unnamed."""
    if scene.statement.turn < 0:
        reads = any(pair in _READING for pair in pairwise(scene.view.norms[max(0, hit.start - _BEFORE) : hit.start]))
        return reads or (scene.statement.section not in _OWN_SECTIONS and scene.context.told(hit))
    if scene.context.told(hit) or _is_general(scene, hit) or _is_their_word(scene, hit) or _is_presented(scene, hit):
        return True
    if _is_asked_about(scene, hit):
        return True
    before = scene.view.norms[max(scene.statement.start, hit.start - _OWN) : hit.end]
    return scene.statement.speaker == "unknown" and not _PATIENTS_OWN.isdisjoint(before)


def _is_general(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is said what a condition is like with anybody: `sciatica would`, `costochondritis lives here`."""
    after = scene.view.norms[hit.end : hit.end + 1]
    named = scene.view.norms[hit.start - 1] in _DETERMINERS if hit.start > scene.statement.start else False
    return after == ["would"] or (not named and not _LIVING.isdisjoint(after))


def _is_presented(scene: Scene, hit: Hit) -> bool:
    """Tell whether a pain is only what a patient is presented with, as in `a man with two weeks of neck pain`."""
    if hit.term.value not in _PAINS and not hit.term.text.endswith("pain"):
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _PRESENTED) : hit.start]
    lasting = any(word in words("durations") and other == "of" for word, other in pairwise(before))
    return lasting or any(pair in _VISITING for pair in pairwise(before))


def _is_asked_about(scene: Scene, hit: Hit) -> bool:
    """Tell whether a clinician only says what somebody asked about, as in `you wanted to know about a slipped disc`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _GUESS_REACH) : hit.start]
    if not scene.by_clinician or "about" not in before[-_TOPIC:]:
        return False
    asks = next((at for at in reversed(range(len(before))) if before[at] in _ASKING), None)
    after = scene.view.norms[hit.end : scene.statement.end]
    return asks is not None and not _THEIRS.isdisjoint(before[:asks]) and _VERDICTS.isdisjoint(after)


def _is_their_word(scene: Scene, hit: Hit) -> bool:
    """Tell whether a name is only that of a report, as in `the stenosis they talk about`."""
    behind = scene.view.norms[hit.end : min(hit.end + _OWN_CLAUSE, scene.statement.end)]
    speaks = next((at for at, word in enumerate(behind) if word in _MENTIONING), None)
    others = words("papers") | words("tellers") | words("colleagues")
    return speaks is not None and "," not in behind[:speaks] and not others.isdisjoint(behind[:speaks])


def is_review(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether a talk only says what a film does not show, as in `no tumor, no fracture`, and nobody guessed it."""
    if assertion != "absent" or scene.statement.turn < 0 or hit.term.value not in OF_ANY_BONE:
        return False
    cue = scene.context.cue(hit, "absent")
    listed = cue is not None and (cue.text in words("reviewing_denials") or cue.text in _UNSEEN)
    return listed and not (_is_guessed(scene, hit) or _follows_guess(scene))


def _follows_guess(scene: Scene) -> bool:
    before = scene.view.norms[max(0, scene.after - _GUESS_REACH) : scene.after]
    return not words("guesses").isdisjoint(before)


def is_rejected(scene: Scene, hit: Hit, assertion: Assertion) -> bool:
    """Tell whether the clinician rejects a guess, as in `It's not a disc`, or by name what was just spoken of."""
    alone = len(scene.view.document.turns) == 1
    opens = scene.statement.turn == 0 and not alone
    if assertion != "absent" or scene.stance == "codes" or not scene.by_clinician or opens:
        return False
    if scene.statement.turn >= 0 and (_is_guessed(scene, hit) or _is_contradicted(scene, hit)):
        return True
    return _follows_guess(scene)


def _is_contradicted(scene: Scene, hit: Hit) -> bool:
    """Tell whether a denial contradicts somebody, as `it isn't` does, and is no part of a review, as `no fracture`."""
    cue = scene.context.cue(hit, "absent")
    return scene.stance != "imaging" and (cue is None or cue.text in words("rejecting"))


def _is_guessed(scene: Scene, hit: Hit) -> bool:
    """Tell whether the same condition was named shortly before, in another turn where turns are told apart."""
    start = scene.statement.start
    if len(scene.view.document.turns) > 1:
        start = next((one.start for one in scene.earlier_in_turn), start)
    named = scene.view.terms("conditions", Chunk(max(0, start - _GUESSED), start))
    return any(other.term.value == hit.term.value for other in named)


_BACK = 40
_AHEAD = 10
_OTHERS = frozenset({"person", "stranger"})
"""Roles of the cues that name somebody else."""


@lru_cache(maxsize=1)
def may_share(view: View) -> frozenset[int]:
    """Return where the statements start that name somebody else, and no condition, shortly behind one."""
    if not view.terms("conditions", whole(view)):
        return frozenset()
    others = holding(view, [hit.start for hit in view.terms("cues", whole(view)) if hit.term.role in _OTHERS])
    return frozenset(filter(partial(_named_before, view), others - naming(view, "conditions")))


def _named_before(view: View, start: int) -> list[Hit]:
    """Return the conditions that are named shortly before a statement, by where it starts."""
    return view.terms("conditions", Chunk(max(0, start - _BACK), start))


def shared(scene: Scene) -> Iterator[Diagnosis]:
    """Read the condition named last that a spoken statement says of somebody else, without naming it again."""
    if scene.statement.turn < 0 or scene.statement.start not in may_share(scene.view):
        return
    named = _named_before(scene.view, scene.statement.start)
    if _speaks_of_care(scene, named[-1]) or (named[-1].term.value == "other" and not named[-1].term.structure):
        return
    person = scene.context.stranger() if scene.says("suffering") and scene.says("pointing_back") else None
    if person is not None and _has_it(scene, person):
        end = min(scene.statement.end, person.end + _AHEAD)
        said = Chunk(person.start, end - (not scene.view.norms[end - 1][0].isalnum()))
        term = named[-1].term
        yield Diagnosis(
            condition=term.value,  # type: ignore[arg-type]  # the table holds the schema's words
            region=structure(term.structure).region if term.structure else None,
            assertion="other_person",
            read_by="diagnoses.condition",
            evidence=scene.quote(said),
        )


def _speaks_of_care(scene: Scene, named: Hit) -> bool:
    """Tell whether an operation is named behind a condition, so that `his brother had it` is said of that."""
    between = scene.view.terms("care", Chunk(named.end, scene.statement.start))
    return any(hit.term.value in {"surgery", "injection"} for hit in between)


def _has_it(scene: Scene, person: Cue) -> bool:
    """Tell whether a person has what a word points back to, as in `my aunt had one`, `hers was that`."""
    after = scene.view.norms[person.end : min(scene.statement.end, person.end + _AHEAD)]
    verb = next((at for at, word in enumerate(after) if word in words("suffering")), None)
    return verb is not None and not words("pointing_back").isdisjoint(after[verb + 1 : verb + 3])


_STATED = frozenset({"present", "possible"})
_OPENING = 4
"""Words before a condition that comes off a list: its place, and what opens the clause."""
_PARTS = frozenset(PARTS)


def without_dropped(view: View, scenes: Iterable[Scene], diagnoses: Iterable[Diagnosis]) -> Iterator[Diagnosis]:
    """Leave out the diagnoses that are dropped after they were named.

    Args:
        view: The document's words.
        scenes: Its statements.
        diagnoses: What was read in them.
    """
    diagnoses = list(diagnoses)
    naming_again = may_drop(view) if any(one.assertion in _STATED for one in diagnoses) else frozenset()
    again = (scene for scene in scenes if scene.statement.start in naming_again) if naming_again else ()
    dropped = [one for scene in again for one in _dropped(scene)]
    for diagnosis in diagnoses:
        start = last_span(diagnosis)[0]
        ends = (end for condition, end in dropped if condition == diagnosis.condition)
        if diagnosis.assertion not in _STATED or not (
            any(start < end for end in ends) or _is_ruled_out(diagnosis, diagnoses)
        ):
            yield diagnosis


@lru_cache(maxsize=1)
def may_drop(view: View) -> frozenset[int]:
    """Return where the statements start that name a condition, or what stands for one, and may strike it off."""
    return (naming(view, "conditions") | saying(view, _PARTS)) & saying(view, striking() | _GOING)


def _is_ruled_out(diagnosis: Diagnosis, diagnoses: Iterable[Diagnosis]) -> bool:
    """Tell whether what talk holds possible is denied later on: `Sacroiliitis?`, `Sacroiliitis I don't buy.`."""
    if diagnosis.assertion != "possible" or diagnosis.evidence[0].speaker is None:
        return False
    start = last_span(diagnosis)[0]
    regions = {diagnosis.region} if diagnosis.region else {one.region for one in diagnoses}
    same = (one for one in diagnoses if one.condition == diagnosis.condition and one.region in regions)
    denied = (one for one in same if one.assertion == "absent" and one.laterality in {diagnosis.laterality, None})
    return any(first_span(one)[0] > start for one in denied)


def _dropped(scene: Scene) -> Iterator[tuple[str, int]]:
    """Yield the conditions that a statement drops, and the index after its last character."""
    at = scene.view.tokens.spans[scene.statement.end - 1][1]
    yield from ((hit.term.value, at) for hit in scene.terms("conditions", "condition") if _leaves(scene, hit))
    if not may_strike(scene):
        return
    parts = [index for index in range(scene.statement.start, scene.statement.end) if scene.view.norms[index] in PARTS]
    named = [(PARTS[scene.view.norms[index]][0], Chunk(index, index + 1)) for index in parts]
    named += [(hit.term.value, Chunk(hit.start, hit.end)) for hit in scene.terms("conditions", "condition")]  # type: ignore[misc]  # the table holds the schema's words
    # What cannot be excluded yet is on the list.
    struck = ((condition, part) for condition, part in named if is_struck(scene, part))
    yield from ((condition, at) for condition, part in struck if scene.assertion(part) != "possible")


def _leaves(scene: Scene, hit: Hit) -> bool:
    """Tell whether a clause says nothing of a condition but that it comes off the list, as in `So the strain goes.`."""
    norms, end = scene.view.norms, scene.statement.end
    if not scene.by_clinician or scene.statement.turn < 0 or scene.statement.asks:
        return False
    opening = [word for word in norms[scene.statement.start : hit.start] if word[0].isalnum()]
    said = next((at for at in range(hit.end, end) if not norms[at][0].isalnum()), end)
    return tuple(norms[hit.end : said]) in _LEAVING and len(opening) <= _OPENING
