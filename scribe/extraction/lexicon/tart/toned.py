"""What only a muscle or another tissue makes a finding: `the QL is switched on`, `a band in the glute`, `warmer here`.

The tissue is named in the part that says so, before it in the statement, or in
the statement before: `Into the left QL. It won't let go.`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.denials import denies_by
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.hands import hands_at_work, light_words
from scribe.extraction.lexicon.tart.looked_for import is_looked_for
from scribe.extraction.lexicon.view.saying import naming
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_ROLES = frozenset({"tone", "texture", "yielding", "lump", "skin", "hand"})
_NEAR = 7
"""Words from a quality to the muscle behind it, as in `something twangy in the left scalenes`, at most."""
_TO_MUSCLE = frozenset({
    "in", "on", "at", "of", "the", "your", "this", "that", "left", "right", "over", "along", "through", "down", "both",
    "sides", "side", "up", "all", "there", "here", "these", "those", "upper", "lower", "mid", "my",
})  # fmt: skip
_GENERAL = frozenset({"a", "any", "every", "an", "most"})
"""Words before a muscle that is no certain one."""
_LIKENED = 4
_PAINS = frozenset({"pain", "sensation", "feeling", "hands", "feet", "weather", "squeezes", "band"})
"""Words behind what tells of no tissue."""
_DENIAL = 4
"""Words from a denial to what it denies, at most."""
_FOUND = frozenset(
    {"feel", "felt", "feeling", "find", "found", "got", "here", "there", "run", "running", "roll", "palpate"}
)
"""Words with which a lump is felt beside a bone."""
_NO = frozenset({"no", "never", "nothing", "without", "refuses", "refuse", "cannot"})
_WISHED = frozenset({
    "want", "should", "will", "gonna", "would", "could", "might", "help", "helps", "try", "trying", "until", "till",
    "if", "when", "whenever", "so", "exercise", "stretch", "keep", "learn", "teach", "let's", "why", "because", "else",
})  # fmt: skip
"""Words of what is to be, or is so in general."""
_FELT_IF = frozenset({"if", "when", "so"})
_OF_PLACE = frozenset({"lump", "skin", "texture"})
"""Roles of what may as well be felt at a bone."""
_OF_SKIN = frozenset({"skin", "achilles", "tissue", "tissues", "fascia", "temperature", "scar", "texture", "surface"})


@cache
def _tissues() -> frozenset[str]:
    return (words("muscle_names") | words("tissues") | _OF_SKIN | {"tone"}) - {"band", "bands"}


@lru_cache(maxsize=1)
def may_be_toned(view: View) -> frozenset[int]:
    """Return where the statements start that may call a tissue something that only tissues are."""
    return naming(view, "feel", lambda hit: hit.term.role in _ROLES)


def toned(scene: Scene) -> Iterator[Found]:
    """Read what speech calls a tissue that it names."""
    if scene.statement.turn < 0 or scene.statement.start not in may_be_toned(scene.view):
        return
    for hit in scene.terms("feel", *_ROLES):
        if (
            _is_wished(scene, hit)
            or is_looked_for(scene, hit)
            or _is_of_else(scene, hit)
            or not _is_of_tissue(scene, hit)
        ):
            continue
        assertion = _assertion(scene, hit)
        if assertion is not None:
            yield Found(
                "tissue_texture", assertion, (hit,), rule="tart.normal" if assertion == "absent" else "tart.finding"
            )


def _assertion(scene: Scene, hit: Hit) -> Assertion | None:
    """Return what a term says of a tissue; None where it only says that a tissue yields, as it does to a treatment."""
    denied = _is_denied(scene, hit)
    if hit.term.role == "yielding":
        return "present" if denied else None
    if hit.term.assertion:
        return "present" if denied else "absent"
    told = scene.assertion(hit)
    feels = told == "possible" and not words("feeling_by_hand").isdisjoint(scene.said)
    return "absent" if denied else "present" if feels else told


def _is_denied(scene: Scene, hit: Hit) -> bool:
    """Tell whether a denial stands before a term in its part, as in `doesn't want to let go` and `no string`."""
    yields = hit.term.role == "yielding"
    before = scene.view.norms[max(scene.chunk(hit).start, hit.start - _DENIAL * (1 + yields)) : hit.start]
    return denies_by(before, _NO | words("hardly_able") if yields else _NO)


def _is_wished(scene: Scene, hit: Hit) -> bool:
    """Tell whether words stand before a term that tell what is to be, or explain."""
    before = set(scene.view.norms[scene.statement.start : hit.start])
    wished = before & _WISHED
    return bool(wished) and not (wished <= _FELT_IF and hands_at_work(scene.words()))


def _is_of_else(scene: Scene, hit: Hit) -> bool:
    """Tell whether words are of a pain, a likeness or a thing, as in `a band of pain` and `warmer hands`."""
    norms = scene.view.norms
    if scene.terms("neuro", "sign", "symptom", "organ", part=scene.chunk(hit)):
        return True
    if hit.term.role == "lump" and not {"like", "as"}.isdisjoint(norms[max(0, hit.start - _LIKENED) : hit.start]):
        return True
    following = norms[hit.end : hit.end + 2]
    return (following[:1] == ["of"] and following != ["of", "muscle"]) or not _PAINS.isdisjoint(following)


def _is_of_tissue(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term is said of a tissue, or of a place under the hands."""
    if hit.start in covered_by(scene.view.places(scene.statement)):
        return False  # The band of an iliotibial band.
    chunk = scene.chunk(hit)
    before = Chunk(chunk.start, hit.start)
    if hit.term.role == "hand":
        return not words("hands_on").union(("hand", "hands")).isdisjoint(scene.words(before))
    if (
        not _tissues().isdisjoint(hit.term.text.split())
        or _names_tissue(scene, before)
        or _stands_before(scene, hit, chunk)
    ):
        return True
    if hit.term.role in _OF_PLACE and _is_felt_there(scene, hit, chunk):
        return True
    if scene.view.fixing(before):
        return False
    return _names_tissue(scene, Chunk(scene.statement.start, chunk.start)) or _goes_on(scene, hit, before)


def _names_tissue(scene: Scene, part: Chunk) -> bool:
    """Tell whether words name a certain muscle or tissue; what `a muscle` does is only explained."""
    norms = scene.view.norms
    return any(norms[at] in _tissues() and norms[at - 1] not in _GENERAL for at in range(part.start, part.end))


def _stands_before(scene: Scene, hit: Hit, chunk: Chunk) -> bool:
    """Tell whether a muscle follows a term, as in `an angry left piriformis` and `something twangy in the scalenes`."""
    norms = scene.view.norms
    until = min(hit.end + _NEAR, chunk.end)
    first = next((at for at in range(hit.end, until) if norms[at] in _tissues()), None)
    if first is None:
        return False
    placed = covered_by(scene.view.places(scene.statement))
    return all(norms[at] in _TO_MUSCLE or at in placed for at in range(hit.end, first))


def _is_felt_there(scene: Scene, hit: Hit, chunk: Chunk) -> bool:
    """Tell whether a lump or warmth is said to be at a place, as in `There's a string beside C3`."""
    if _names_tissue(scene, chunk):
        return True
    placed = bool(scene.view.fixing(chunk) or scene.view.fixing(Chunk(scene.statement.start, hit.start)))
    return placed and (hit.term.role != "lump" or not _FOUND.isdisjoint(scene.said) or hands_at_work(scene.words()))


def _goes_on(scene: Scene, hit: Hit, before: Chunk) -> bool:
    """Tell whether words go on from the tissue, or the hands on a place, of the statement before: `It still won't.`."""
    light = light_words()
    rest = scene.rest_of(before)
    if scene.view.fixing(scene.statement) or any(word[0].isalnum() and word not in light for word in rest):
        return False
    return any(_is_felt(scene, one, placed=hit.term.role in _OF_PLACE) for one in scene.earlier_in_turn[-1:])


def _is_felt(scene: Scene, told: Statement, *, placed: bool) -> bool:
    """Tell whether a statement names a tissue, or tells of hands on a place."""
    if told.asks or scene.view.terms("neuro", told):
        return False
    return _names_tissue(scene, Chunk(told.start, told.end)) or (
        placed and bool(scene.view.fixing(told)) and hands_at_work(scene.words(told))
    )
