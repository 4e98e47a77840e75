"""Statements → strength and feeling that a patient lacks, told by what cannot be done or felt, or what was lost."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
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


def lacking(scene: Scene) -> Iterator[Hit]:
    """Read what a patient is unable to do or to feel, as in `cannot lift the left foot` or `can't feel her toes`.

    What pain keeps from being done is no weakness.
    """
    norms, said = scene.view.norms, scene.said
    if scene.says("failing") and "pain" not in said:
        for at in range(scene.statement.start, scene.statement.end):
            if norms[at] in words("failing") and (start := _denial(scene, at)) is not None:
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


def _denial(scene: Scene, at: int) -> int | None:
    """Return where a word of failing begins: with the denial before it, which some of them need."""
    if scene.view.norms[at] not in {"able", "could"}:
        return at
    before = range(at - 1, max(scene.statement.start, at - _BACK) - 1, -1)
    return next((one for one in before if _is_denial(scene.view.norms[one])), None)


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


def giving_out(scene: Scene) -> Iterator[Chunk]:
    """Read the limb that might fail, as in `if your grip goes`, `if that leg starts to give`."""
    norms = scene.view.norms
    if not scene.says("failing_parts"):
        return
    for index in range(scene.statement.start, scene.statement.end - 1):
        if norms[index] in words("failing_parts"):
            end = index + 1
            while end < scene.statement.end and norms[end] in _BEGINNING:
                end += 1
            part = Chunk(index, min(end + 1, scene.statement.end))
            numb = norms[end + 1 : end + 2] and norms[end + 1] in words("numb_like") | words("odd") | _NUMB
            becomes = norms[end : end + 1] and norms[end] in words("becoming") and norms[end + 1 : end + 2]
            failing = end < scene.statement.end and norms[end] in _FAILING and not numb
            failing = failing or bool(becomes and norms[end + 1] in _HEAVY)
            if failing and scene.assertion(part) == "hypothetical":
                yield part


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
