"""Statements → weakness and strange feelings, told in everyday words.

A limb goes to sleep or gives way, something cannot be done or felt, or strength or feeling was lost.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.saying import holding, saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, limb_words, words
from scribe.schema import NeuroKind

_DEED = 4
_PART = 6
_EXERCISE = 8
_ON_TOES = frozenset({"walk", "stand", "rise", "push"})
_TIPS = frozenset({"toe", "toes", "tiptoe", "tiptoes", "heel", "heels"})
_BEGINNING = frozenset({"ever", "starts", "start", "begins", "begin", "just", "suddenly", "to"})
_FAILING = frozenset({
    "go", "goes", "give", "gives", "drop", "drops", "dropping", "quit", "quits", "fail", "fails", "failing", "weaken",
    "weakens", "slap", "slaps", "slapping", "drag", "drags", "dragging",
})  # fmt: skip
_HEAVY = frozenset({"heavy", "weak", "limp", "rubbery", "wobbly", "like"})
"""What a limb becomes that fails."""
_NUMB = frozenset({"numb", "tingly", "cold", "blue", "white", "down", "up", "back"})
"""Words behind a verb of failing which say that something else happens to the limb."""
_FEEL = frozenset({"feel", "sense", "perceive"})
_WHOSE = frozenset({"my", "his", "her", "their", "the", "your"})
_WIPING = frozenset({"wipe", "wiping"})
_BACK = 2
_NOT = frozenset({"not", "never", "without", "isn't", "wasn't", "aren't", "weren't", "hardly", "barely"})
_PERFORMING = frozenset({"perform", "complete", "do", "manage", "sustain", "finish", "execute", "achieve", "repeat"})
_SELDOM = frozenset({"barely", "hardly", "unable"})
_REACHING = frozenset({"make", "get", "reach", "making", "getting"})
_TOILETS = frozenset({"toilet", "loo", "bathroom", "restroom", "commode", "washroom", "lavatory"})
_RESISTING = frozenset({"resist", "overcome"})
_LIMB_BEFORE = 7
_NOUN = 3
_THEY = frozenset({"they"})
_SENTENCES = 2
_BEFORE_VERB = 4
_LIMB = 6
_WALK = 5
_FEELING = frozenset({"feels", "feel", "felt", "feeling"})
_BECOME = frozenset({"gone", "goes", "went", "go"})
_BUZZING = frozenset({"buzz", "buzzes", "fizz", "fizzes", "tingles", "prickles", "crawls"})
"""What a limb does that has no feeling of its own."""
_FOLDED = frozenset({"folds", "folded"})
_LETTING_FALL = frozenset({"drop", "drops", "dropping"})
_WORN_NEAR = 3
_WORN = frozenset(
    {"on", "wearing", "wear", "through", "in", "inside", "under", "underneath", "have", "got", "had", "bunched"}
)
_LIKE = frozenset({"like", "if", "though"})
_SENSED = frozenset({"feeling", "sensation", "patch", "area", "spot", "in", "under", "over", "down"})
_FOOT = frozenset({"foot", "feet", "toe", "toes"})
_GIVEN = frozenset({"me", "you", "him", "her", "it", "us", "them", "my", "pain", "a", "the", "some", "any"})
"""Words behind a verb of giving or folding that tell what is given or folded: no limb gives way."""
_PAIN = frozenset({"pain", "ache", "aching", "pains", "aches"})


@lru_cache(maxsize=1)
def may_lack(view: View) -> frozenset[int]:
    """Return where the statements start that may say of something that it is lacking, if no term of the tables does."""
    failing = holding(view, (at for at in view.indices(words("failing")) if _may_fail(view, at)))
    late = saying(view, _TOILETS) & saying(view, _REACHING)
    unnoticed = saying(view, words("passing")) & saying(view, words("noticing"))
    lost = saying(view, words("losing")) & saying(view, words("feeling_nouns") | words("strength_nouns"))
    return failing | late | unnoticed | lost


def _may_fail(view: View, at: int) -> bool:
    """Tell whether a deed of a limb, a feeling, or a term of an organ or exercise stands behind a word of failing."""
    said = view.norms[at + 1 : at + 1 + _DEED]
    fails = not _deeds().isdisjoint(said) or view.terms("neuro", Chunk(at + 1, at + 1 + _DEED + _EXERCISE))
    return bool(fails) and _denial(view, at, 0) is not None


@cache
def _deeds() -> frozenset[str]:
    return words("deeds") | _ON_TOES | _RESISTING | _FEEL


def lacking(scene: Scene) -> Iterator[Hit]:
    """Read what a patient is unable to do or to feel, as in `cannot lift the left foot` or `can't feel her toes`.

    What pain keeps from being done is no weakness.
    """
    norms, said = scene.view.norms, scene.said
    if "neuro" not in scene.named and scene.statement.start not in may_lack(scene.view):
        return
    if scene.says("failing") and "pain" not in said:
        first = scene.statement.start
        for at in range(first, scene.statement.end):
            if norms[at] in words("failing") and (start := _denial(scene.view, at, first)) is not None:
                yield from _undone(scene, start, at)
    if not _REACHING.isdisjoint(said):
        yield from _late(scene)
    if scene.says("noticing"):
        yield from _unnoticed(scene)
    if scene.says("losing"):
        yield from _lost(scene)


def _undone(scene: Scene, start: int, failing: int) -> Iterator[Hit]:
    """Read what stands behind a word of failing."""
    norms, chunk = scene.view.norms, scene.chunk(Chunk(failing, failing + 1))
    for index in range(failing + 1, min(failing + 1 + _DEED, chunk.end)):
        after = norms[index + 1 : min(index + _PART, chunk.end)]
        exercise = norms[index] in _PERFORMING and _exercises(scene, Chunk(index, min(index + _EXERCISE, chunk.end)))
        if exercise or _is_weakness(norms[index], after) or _yields(scene, Chunk(index, chunk.end)):
            yield _hit(start, index + 1, "motor_deficit")
            return
        if scene.terms("neuro", "organ", part=Chunk(index, index + 1)):
            yield _hit(start, index + 1, "bowel_bladder")
            return
        if norms[index] in _FEEL and _is_own(scene, start, Chunk(index + 1, chunk.end)):
            yield _hit(start, index + 1, "sensory_deficit")
            return


def _denial(view: View, at: int, first: int) -> int | None:
    """Return where a word of failing begins: with the denial before it, if behind a first word, which some need."""
    if view.norms[at] not in {"able", "could"}:
        return at
    before = range(at - 1, max(first, at - _BACK) - 1, -1)
    return next((one for one in before if _is_denial(view.norms[one])), None)


def _is_denial(word: str) -> bool:
    return word in _NOT or is_particle(word)


def _unnoticed(scene: Scene) -> Iterator[Hit]:
    """Read what is passed without being felt, as in `I poop without knowing` and `don't feel when I'm peeing`."""
    norms = scene.view.norms
    if scene.statement.speaker == "clinician" and scene.statement.turn >= 0 and not scene.statement.asks:
        return
    for at in range(scene.statement.start, scene.statement.end):
        if norms[at] in words("noticing") and any(map(_is_denial, norms[at - _BACK : at])):
            near = Chunk(max(scene.statement.start, at - _EXERCISE), min(scene.statement.end, at + _EXERCISE))
            passes = scene.terms("neuro", "organ", part=near) or words("passing").intersection(scene.words(near))
            if passes and "pain" not in scene.words(near):
                yield _hit(at - _BACK, at + 1, "bowel_bladder")


def _late(scene: Scene) -> Iterator[Hit]:
    """Read the toilet that is not reached, as in `I don't always make it to the loo`."""
    norms = scene.view.norms
    for at in range(scene.statement.start, scene.statement.end):
        if not (is_particle(norms[at]) or norms[at] in _SELDOM) or _REACHING.isdisjoint(norms[at + 1 : at + _DEED]):
            continue
        after = norms[at + 1 : min(at + _EXERCISE, scene.statement.end)]
        if _TOILETS.intersection(after) or ("time" in after and scene.terms("neuro", "organ", "symptom")):
            yield _hit(at, at + len(after), "bowel_bladder")


def _lost(scene: Scene) -> Iterator[Hit]:
    """Read the strength or feeling that was lost, as in `have you been losing your grip`."""
    norms = scene.view.norms
    for at in range(scene.statement.start, scene.statement.end):
        if norms[at] not in words("losing"):
            continue
        end = at + 1
        while end < scene.statement.end and norms[end] in words("much_of"):
            end += 1
        word = norms[end] if end < scene.statement.end else "."
        if word in words("feeling_nouns"):
            yield _hit(at, end + 1, "sensory_deficit")
        elif word in words("strength_nouns"):
            yield _hit(at, end + 1, "motor_deficit")


@lru_cache(maxsize=1)
def may_give_out(view: View) -> frozenset[int]:
    """Return where the statements start that may say of a limb that it fails, or becomes what it should not be."""
    parts = view.indices(words("failing_parts"))
    return holding(view, (at for at in parts if _failure(view.norms, at, len(view.norms)) is not None))


def _failure(norms: Sequence[str], part: int, end: int) -> int | None:
    """Return the index of the word that says of a part of a limb that it fails, or begins to."""
    at = part + 1
    while at < end and norms[at] in _BEGINNING:
        at += 1
    if at == end:
        return None
    following = norms[at + 1 : at + 2]
    becomes = norms[at] in words("becoming") and not _HEAVY.isdisjoint(following)
    fails = norms[at] in _FAILING and _otherwise().isdisjoint(following)
    return at if becomes or fails else None


@cache
def _otherwise() -> frozenset[str]:
    return words("numb_like") | words("odd") | _NUMB


def giving_out(scene: Scene) -> Iterator[Found]:
    """Read the limb that might fail, as in `if your grip goes`, `if that leg starts to give`."""
    norms = scene.view.norms
    if scene.statement.start not in may_give_out(scene.view):
        return
    for index in range(scene.statement.start, scene.statement.end - 1):
        if norms[index] not in words("failing_parts"):
            continue
        failure = _failure(norms, index, scene.statement.end)
        if failure is not None and scene.assertion(part := Chunk(index, failure + 1)) == "hypothetical":
            yield Found("motor_deficit", "hypothetical", (part,))


def _hit(start: int, end: int, kind: NeuroKind) -> Hit:
    return Hit(start, end, Term("", "neuro", "symptom", kind))


def _is_weakness(deed: str, after: list[str]) -> bool:
    if deed in _ON_TOES:
        return bool(_TIPS.intersection(after)) and "hand" not in after
    return deed in words("deeds") and bool(words("limb_parts").intersection(after))


def _exercises(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part names an exercise that takes strength, as in `ten single-leg calf raises`."""
    signs = scene.terms("neuro", "sign", part=part)
    return any(
        hit.term.value == "motor_deficit" and words("exercises").intersection(hit.term.text.split()) for hit in signs
    )


def _yields(scene: Scene, part: Chunk) -> bool:
    """Tell whether a movement cannot be held against resistance, as in `resist eversion`."""
    said = scene.words(part)[: _PART + 1]
    return said[:1] != [] and said[0] in _RESISTING and bool(words("muscles").intersection(said))


def _is_own(scene: Scene, start: int, felt: Chunk) -> bool:
    """Tell whether the patient does not feel a part of the own body, and not the examiner what is searched for."""
    if scene.statement.speaker == "clinician" and scene.view.norms[max(0, start - 1)] == "i":
        return False
    if scene.words(felt)[:2] in (["a", "thing"], ["anything", "in"], ["anything", "there"]):
        return bool(words("limb_parts").intersection(scene.words(felt)[: 2 * _PART]))
    said = scene.words(felt)[:_PART]
    if not _WIPING.isdisjoint(said):
        return True
    if not said or said[0] not in _WHOSE or scene.terms("neuro", part=felt) or scene.terms("tart", part=felt):
        return False
    return bool(words("limb_parts").intersection(said))


def strange_feelings(scene: Scene) -> Iterator[Hit]:
    """Read what is said of a part of a limb in everyday words, where no term of the tables says it."""
    if scene.statement.start not in may_feel_strange(scene.view):
        return
    telling, parts = _strange_words(), limb_words()
    for at in range(scene.statement.start, scene.statement.end):
        if scene.view.norms[at] in telling and (kind := _told(scene, at, parts)) is not None and _is_free(scene, at):
            yield Hit(at, at + 1, Term("", "neuro", "symptom", kind))


@lru_cache(maxsize=1)
def may_feel_strange(view: View) -> frozenset[int]:
    """Return where the statements start that may tell something strange of a limb, the ground or what is held."""
    felt = limb_words() | words("soft_ground") | words("held_things") | _THEY
    return saying(view, _strange_words()) & saying(view, felt)


@cache
def _strange_words() -> frozenset[str]:
    return frozenset().union(
        *(words("wrappings"), words("numb_like"), words("odd"), words("soft_ground")),
        *(words("feeble"), words("giving_way"), words("dropping")),
    )


def _told(scene: Scene, at: int, parts: frozenset[str]) -> NeuroKind | None:
    """Return what a word tells of a limb, if it does."""
    word = scene.view.norms[at]
    if word in words("feeble") and _is_said_of_limb(scene, at, parts):
        return "motor_deficit"
    before = scene.view.norms[max(scene.statement.start, at - _BEFORE_VERB) : at]
    if word in _LETTING_FALL and _falls(scene, at):
        return "motor_deficit"
    if scene.view.norms[at + 1 : at + 2] != [] and scene.view.norms[at + 1] in _GIVEN:
        return None
    gives = word in words("giving_way") and _gives_way(word, before, parts)
    if gives and not scene.terms("tart", part=Chunk(at, at + 1)):
        return "motor_deficit"
    if word in words("dropping") and _FOOT.intersection(before) and "let" not in before:
        return "motor_deficit"
    slack = scene.view.norms[at + 1 : at + 2] == ["weight"]  # A leg that is let go is dead weight.
    strange = word in words("numb_like") and not slack and _is_said_of_limb(scene, at, parts)
    odd = word in words("odd") and _is_felt(scene, at)
    soft = word in words("soft_ground") and _is_trodden(scene, at)
    wrapped = word in words("wrappings") and _is_likened(scene, at, parts)
    return "sensory_deficit" if strange or odd or soft or wrapped else None


def _gives_way(word: str, before: Sequence[str], parts: frozenset[str]) -> bool:
    """Tell whether a limb stands before a word of giving way; arms and hands that are folded only lie so."""
    return not parts.difference(words("arm_parts") if word in _FOLDED else ()).isdisjoint(before)


def _falls(scene: Scene, at: int) -> bool:
    """Tell whether what a hand holds is let fall, as in `I drop my keys`; who drops things off lets nothing fall."""
    after = scene.view.norms[at + 1 : min(at + 1 + _BEFORE_VERB, scene.statement.end)]
    return not words("held_things").isdisjoint(after) and {"off", "by", "in"}.isdisjoint(after)


def _is_said_of_limb(scene: Scene, at: int, parts: frozenset[str]) -> bool:
    """Tell whether a limb stands before a predicate, as in `toes feel woolly`, or after a noun: `a buzz in my toes`."""
    norms, chunk = scene.view.norms, scene.chunk(Chunk(at, at + 1))
    before = norms[max(chunk.start, at - _LIMB_BEFORE) : at]
    if (scene.statement.turn < 0 or norms[at] in _BUZZING) and norms[at - 1] in parts:
        return True
    if scene.statement.speaker == "patient" and not _THEY.isdisjoint(before[:1]) and _names_fingers_before(scene):
        return True
    opening = at - len(before)
    linked = [
        index
        for index, word in enumerate(before)
        if word in words("becoming") or (word in parts and _is_said_to_be(scene, opening + index))
    ]
    if linked and parts.intersection(before[: linked[-1] + 1]):
        return True
    after = norms[at + 1 : min(chunk.end, at + 1 + _LIMB)]
    return bool(_SENSED.intersection(after[:_NOUN])) and bool(parts.intersection(after))


def _names_fingers_before(scene: Scene) -> bool:
    """Tell whether the short sentences before only name parts of a limb, as in `The last two toes. They buzz.`."""
    before = scene.earlier_in_turn[-_SENTENCES:]
    named = [one for one in before if not limb_words().isdisjoint(scene.words(one))]
    return bool(named) and all(one.end - one.start <= _LIMB_BEFORE + 1 for one in before)


def _is_said_to_be(scene: Scene, at: int) -> bool:
    """Tell whether an `is` stands behind a word without a gap, as in `my thigh's kind of dead`."""
    start, end = scene.view.tokens.spans[at]
    return end - start > len(scene.view.norms[at])


def _is_felt(scene: Scene, at: int) -> bool:
    """Tell whether a word that has other uses says how a limb feels, as in `the calf feels funny`."""
    norms, chunk = scene.view.norms, scene.chunk(Chunk(at, at + 1))
    before = norms[max(chunk.start, at - _NOUN) : at]
    parts = limb_words()
    limb = parts.intersection(norms[chunk.start : chunk.end])
    gone = not _BECOME.isdisjoint(before) and not parts.isdisjoint(before)
    return bool(limb) and (gone or bool(_FEELING.intersection(before)))


def _is_likened(scene: Scene, at: int, parts: frozenset[str]) -> bool:
    """Tell whether a limb is as if it were wrapped, as in `my hands feel like I have gloves on`."""
    before = scene.view.norms[max(scene.statement.start, at - 2 * _LIMB_BEFORE) : at]
    likened = next((index for index, word in enumerate(before) if word in _LIKE), None)
    if scene.view.norms[at] in words("garments") and likened is not None:
        # A foot in a sock does not feel what it treads on; one that feels like a wet sock is swollen or stiff.
        around = before[likened:] + scene.view.norms[at + 1 : at + 1 + _WORN_NEAR]
        if _WORN.isdisjoint(around):
            return False
    return likened is not None and bool(parts.intersection(before[: likened + 1] + scene.view.norms[at : at + _LIMB]))


def _is_trodden(scene: Scene, at: int) -> bool:
    """Tell whether somebody walks as on soft ground, as in `like walking on sponge`."""
    before = scene.view.norms[max(scene.statement.start, at - _WALK) : at]
    walks = {"walking", "standing", "treading", "walk", "stand", "stepping", "step"}.intersection(before)
    likened = _LIKE.intersection(scene.view.norms[max(scene.statement.start, at - 2 * _WALK) : at])
    return bool(walks) and bool(likened) and "on" in before


def _is_free(scene: Scene, at: int) -> bool:
    """Tell whether no term of the tables has a word already, and it names no kind of pain."""
    near = Chunk(max(scene.statement.start, at - _NOUN), at + 1)
    covered = any(hit.start <= at < hit.end for hit in scene.terms("neuro", "symptom", "sign", part=near))
    return not covered and scene.view.norms[at + 1 : at + 2] != [] and scene.view.norms[at + 1] not in _PAIN
