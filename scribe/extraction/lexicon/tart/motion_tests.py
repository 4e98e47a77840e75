"""Tests of motion with their result: `standing flexion positive right`, `spring test hard`, `Gillet positive left`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Region
from scribe.terminology.regions import structure

_HOW = 3
_REACH = 4
_DENYING = frozenset({"not", "never", "barely", "hardly", "scarcely", "fails", "failed"})
_HARD = frozenset({
    "hard", "firm", "rigid", "unyielding", "wooden", "dead", "resistant", "poor", "poorly", "stiff", "reduced", "dull",
    "diminished", "decreased", "restricted", "absent", "limited", "lost", "blocked", "less", "dec", "stuck", "impaired",
})  # fmt: skip
_SPRINGY = frozenset({"good", "soft", "gives", "springy", "elastic", "easy", "free", "intact", "fine", "present", "ok"})

_FEELS: tuple[tuple[frozenset[str], Assertion], ...] = ((_HARD, "present"), (_SPRINGY, "absent"))


def tested(scene: Scene, test: Hit) -> Iterator[Found]:
    """Read the result of a test, beside it or, in speech, after other words."""
    region = structure(test.term.structure).region if test.term.structure else None
    for hit in scene.values(test):
        if hit.term.text in {"positive", "pos", "+", "(+)", "+ve", "is positive", "positive on"}:
            sides = _sides_after(scene, hit, scene.chunk(hit))
            yield Found("restriction", scene.assertion(test), (test, hit, *sides), region)
            return
        if hit.term.value in {"negative", "normal"}:
            denied = scene.context.denies_health(hit)
            yield Found("restriction", "present" if denied else "absent", (test, hit), region)
            return
    if scene.statement.turn >= 0 and (found := _told_later(scene, test, region)) is not None:
        yield found
        return
    for among, assertion in _FEELS:
        if (felt := _felt(scene, test, among)) is not None:
            yield Found("restriction", assertion, (test, felt), None if _is_of_level(scene, test) else region)
            return
    cue = scene.context.cue(test, "absent")
    if cue is not None and not _is_of_verb(scene, cue, test):
        yield Found("restriction", "absent", (test, cue), region)


def _is_of_level(scene: Scene, test: Hit) -> bool:
    """Tell whether a level is sprung, as in `spring test stiff at T6`; else it is the sacrum."""
    return any(place.structure in {"vertebra", "rib"} for place in scene.view.fixing(scene.chunk(test)))


def _felt(scene: Scene, test: Hit, among: frozenset[str]) -> Chunk | None:
    """Return the word for what a spring test feels like, as in `spring test hard` and `a hard spring test`."""
    if "spring" not in test.term.text or scene.view.norms[test.start] == "springs":
        return None
    near = (test.start - 1, *range(test.end, min(test.end + _HOW, scene.chunk(test).end)))
    felt = next((at for at in near if scene.view.norms[at] in among), None)
    denied = felt is not None and not _DENYING.isdisjoint(scene.view.norms[max(0, felt - 2) : felt])
    return None if felt is None or denied else Chunk(felt, felt + 1)


def _told_later(scene: Scene, test: Hit, region: Region | None) -> Found | None:
    """Read the result of a spoken test after other words, as in `standing flexion, the left one rides first`."""
    rest = Chunk(scene.chunk(test).end, scene.statement.end)
    if scene.terms("tart", "test", part=rest) or scene.terms("neuro", "sign", part=rest):
        return None
    if (rising := _rising(scene, Chunk(test.end, scene.statement.end))) is not None:
        return Found("restriction", "present", (test, rising), region, rising.value)
    for hit in scene.terms("neuro", "value", part=rest):
        if hit.term.text in {"positive", "negative"}:
            positive = hit.term.text == "positive"
            sides = scene.view.sides(Chunk(rest.start, min(hit.end + _REACH, rest.end))) if positive else []
            side = sides[-1].value if sides else None
            return Found("restriction", "present" if positive else "absent", (test, hit), region, side)
    return None


def _rising(scene: Scene, rest: Chunk) -> Side | None:
    """Return the side that rides up under a thumb, as in `standing flexion, it's the left thumb that rides up`."""
    verb = next((at for at in range(*rest) if scene.view.norms[at] in words("rising")), None)
    sides = scene.view.sides(Chunk(rest.start, verb)) if verb is not None else []
    tells = verb is not None and not words("sooner").union(("up",)).isdisjoint(scene.view.norms[verb + 1 : verb + 3])
    return sides[-1] if tells and len(sides) == 1 else None


def _is_of_verb(scene: Scene, cue: Item, test: Hit) -> bool:
    """Tell whether a cue denies a verb of motion before the test, as in `isn't gliding when I spring it`."""
    return bool(words("moving").intersection(scene.view.norms[cue.end : test.start]))


def _sides_after(scene: Scene, hit: Hit, chunk: Chunk) -> list[Item]:
    return [side for side in scene.view.sides(Chunk(hit.end, chunk.end)) if side.start - hit.end <= _REACH]
