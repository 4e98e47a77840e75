"""Muscles that are said to be soft or hard in speech: `the muscle under it's hard`, `other side's soft`."""

from collections.abc import Iterator
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.likened import likens
from scribe.extraction.lexicon.view.saying import placing, saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_REACH = 6
_BEHIND = frozenset({
    "on", "over", "at", "there", "here", "and", "too", "like", "right", "left", "under", "r", "l", "bilat",
    "bilaterally",
})  # fmt: skip
_EFFORTS = frozenset({"as", "push", "press", "squeeze", "pull", "work", "working", "try", "so", "that", "work's", "go"})
_EFFORTFUL = frozenset({"i", "you", "he", "she", "we", "they", "it", "possible", "ever", "that", "this", "before"})
"""Words after `as` that say how hard somebody tries, and not what a muscle is like."""
_ONES = frozenset({"right", "left", "ones", "one", "short", "and", "the", "side", "both", "very", "are", "is"})
"""Words between a muscle named before and how it is, as in `scalenes, right ones short and hard`."""
_OTHER_SIDE = frozenset({"other", "opposite", "side"})
_PRAISING = frozenset({"lovely", "nice", "really", "pretty", "cool", "all", "good", "beautifully"})
"""Words beside a soft, as in `On the left it's nice and soft.`."""
_YIELDING = frozenset({"soft", "softer"})
_SPINE = frozenset({"cervical", "thoracic", "lumbar", "sacral"})
_ARTICLES = frozenset({"a", "like", "just", "pure", "total", "is", "feels"})


@cache
def _textures() -> frozenset[str]:
    return words("soft") | words("hard")


@cache
def _tissues() -> frozenset[str]:
    return words("tissues") | {"levator", "trap", "traps", "psoas", "hamstring", "hamstrings"}


@lru_cache(maxsize=1)
def may_feel_soft(view: View) -> frozenset[int]:
    """Return where the statements start that may call soft or hard the muscle they name, or a side of what was felt."""
    muscled = saying(view, _tissues() | words("muscle_names") | _OTHER_SIDE) | siding(view) | placing(view)
    return saying(view, _textures()) & muscled


def textured(scene: Scene) -> Iterator[Found]:
    """Read the words for a soft or hard muscle of speech, or of an examination, that no term of it tells."""
    for chunk in scene.statement.chunks if scene.statement.start in may_feel_soft(scene.view) else ():
        at = next((at for at in range(*chunk) if scene.view.norms[at] in _textures()), None)
        if at is None or scene.view.norms[at + 1 : at + 2] in (["tissue"], ["tissues"]):
            continue
        if _is_of_effort(scene, at) or not _is_of_muscle(scene, chunk, at) or _is_told(scene, chunk):
            continue
        said = Chunk(at, at + 1)
        soft = scene.view.norms[at] in words("soft")
        denied = scene.context.negates(said)
        yield Found("tissue_texture", "absent" if soft != denied else "present", (said,), rule="tart.finding")


def _is_of_effort(scene: Scene, at: int) -> bool:
    """Tell whether something is hard to do, or done hard, as in `push hard` and `it's hard to lift`."""
    before, after = scene.view.norms[at - 1], scene.view.norms[at + 1 : at + 2]
    like = after == ["as"] and scene.view.norms[at + 2 : at + 3] and scene.view.norms[at + 2] not in _EFFORTFUL
    tells = like or not after or not after[0][0].isalnum() or after[0] in _BEHIND
    return scene.view.norms[at] == "hard" and (not tells or before in _EFFORTS)


def _is_told(scene: Scene, chunk: Chunk) -> bool:
    return any(hit.term.value == "tissue_texture" for hit in scene.terms("tart", "finding", "normal", part=chunk))


def _is_of_muscle(scene: Scene, chunk: Chunk, at: int) -> bool:
    """Tell whether a muscle stands before the word, or a side of what was just felt, as in `the left's soft`."""
    before = Chunk(max(chunk.start, at - _REACH), at)
    said = scene.words(before)
    if _ARTICLES.issuperset(said) and scene.chunk(before) != scene.statement.chunks[0]:
        said = scene.words(Chunk(scene.statement.start, chunk.start))
    if not _tissues().isdisjoint(said):
        return True
    spoken = scene.statement.turn >= 0
    alone = not scene.view.fixing(chunk) and (not spoken or _ONES.issuperset(said))
    if names_muscle(scene, before if spoken else chunk) or (alone and names_muscle(scene, _up_to(scene, at))):
        return True
    if not spoken:
        return False
    light = words("light_subjects") | words("joint_words") | words("side_pointers") | _PRAISING
    if before.start == before.end and not scene.view.tokens.word(at + 1)[0].isalnum():
        before = Chunk(scene.statement.start, chunk.start)
        light = light | words("next_place") | words("where_at") | {"nothing"}
        # `Down at T9, soft.` says no more than the place and how it is there.
        placed = bool(scene.view.places(before) or scene.view.sides(before))
        return placed and light.issuperset(_placing(scene, before)) and _felt_before(scene)
    points = bool(scene.view.sides(before)) or not _OTHER_SIDE.isdisjoint(said)
    if points and light.issuperset(scene.rest_of(before)) and _felt_before(scene):
        return True
    return scene.view.norms[at] in _YIELDING and (
        _is_said_of_place(scene, before) or _qualifies_place(scene, chunk, at)
    )


def _is_said_of_place(scene: Scene, before: Chunk) -> bool:
    """Tell whether only a part of the spine is named before a soft, of which nothing else is: `The lumbar's soft.`."""
    light = words("light_subjects") | words("linking") | words("next_place") | words("feel_adverbs") | _PRAISING
    named = [place for place in scene.view.fixing(before) if place.region in _SPINE]
    return bool(named) and light.issuperset(_placing(scene, before))


def _qualifies_place(scene: Scene, chunk: Chunk, at: int) -> bool:
    """Tell whether a part of the spine is called soft, as in `a good soft lumbar`, and ends what is said."""
    places = [place for place in scene.view.fixing(Chunk(at, chunk.end)) if place.region in _SPINE]
    return bool(places) and places[0].start == at + 1 and places[0].end >= chunk.end - 1


def _placing(scene: Scene, part: Chunk) -> list[str]:
    """Return the words of a part that only names a place beside those that name it."""
    return [word for word in scene.rest_of(part, *scene.view.places(part)) if word[0].isalnum()]


def is_of_tissue(scene: Scene, normal: Hit) -> bool:
    """Tell whether a word for free motion is said of a muscle, as in `the right rhomboid is supple`."""
    of_motion = normal.term.text == "supple" and normal.term.value == "restriction"
    return of_motion and names_muscle(scene, scene.chunk(normal))


def _up_to(scene: Scene, at: int) -> Chunk:
    return Chunk(scene.statement.start, at)


def names_muscle(scene: Scene, part: Chunk) -> bool:
    """Tell whether words name a muscle or another tissue that is soft or hard."""
    return not words("muscle_names").isdisjoint(scene.words(part))


def _felt_before(scene: Scene) -> bool:
    """Tell whether the tissues were spoken of right before."""
    before = [one for one in scene.view.statements_before(scene.statement) if not one.asks and one.speaker != "patient"]
    near = (scene.statement, *before[-2:])
    told = (hit for one in near for hit in scene.view.terms("tart", one))
    hardly = any(not words("hard").isdisjoint(scene.words(one)) or likens(scene.view, one) for one in near[1:])
    return hardly or any(hit.term.value == "tissue_texture" for hit in told)
