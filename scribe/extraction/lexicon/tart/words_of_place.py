"""Words of position that only say where, when or how, as in `the low lumbar` and `sore when you lean back`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_COUNTING = frozenset({"one", "two", "single", "this", "that", "the", "same", "each", "every", "which", "a"})
_SLIPPED = frozenset({"spondylolisthesis", "anterolisthesis", "listhesis", "slip", "slipped", "slippage"})
_TREATED = frozenset({
    "adjusted", "treated", "manipulated", "mobilized", "mobilised", "corrected", "affected", "involved", "addressed",
    "found", "of",
})  # fmt: skip
"""Words behind the levels of a spine that somebody treated or found."""
_ASKED = 3
_LEANING = frozenset({"a", "antalgic", "slight", "is", "you", "he", "she", "left", "right", "trunk"})
_PROVOKING = frozenset({"when", "whenever", "if", "while", "as", "every"})
_ABOUT = frozenset({"at", "over", "on", "around", "in", "about", "between", "above", "below", "near"})
"""Words behind what is centered there, as a pain is."""
_OF_SEASON = frozenset({"the", "last", "this", "since", "next", "early", "late", "every", "in"})
"""Words before a spring that is a season."""
_FEW = 6
_REGIONS = frozenset({"lumbar", "thoracic", "cervical", "back", "spine", "neck", "dorsal", "ribs", "sacrum"})
_TO_COME = frozenset({
    ("you'll", "be"), ("you'll", "feel"), ("will", "be"), ("might", "be"), ("may", "be"), ("might", "feel"),
    ("may", "feel"), ("to", "feel"), ("gonna", "be"), ("could", "be"), ("you'll", "probably"), ("might", "get"),
})  # fmt: skip
"""Words before what a treatment may leave behind."""
_POSED = frozenset({"hip", "knee", "leg", "arm", "foot", "shoulder", "elbow", "thigh", "ankle"})
"""What somebody is told to hold up."""
_STANCES = frozenset({"stand", "standing", "sit", "sitting", "lie", "lying", "stay", "staying", "arms", "breathe"})
"""Words before a `relaxed` that tells how somebody is to stand."""
_FAR = frozenset({"far", "extreme", "antero", "postero"})
_DEEPLY = frozenset({"breath", "breaths", "breathing", "inspiration", "inhalation", "palpation", "pressure", "tendon"})
"""What else is deep than a sulcus."""


def names_place(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of position only says where or when: `one nerve at one level`, `sore when you lean back`."""
    if hit.term.text in {"centered", "centred"} and not _ABOUT.isdisjoint(scene.view.norms[hit.end : hit.end + 1]):
        return True
    if hit.term.text == "relaxed" and scene.view.norms[hit.start - 1] in _STANCES:
        return True
    if hit.term.text == "in the midline" and not scene.view.places(scene.statement):
        return True
    if hit.term.text == "spring" and scene.view.norms[hit.start - 1] in _OF_SEASON:
        return True
    return (scene.statement.turn >= 0 and _is_mere_word(scene, hit)) or _only_places(scene, hit)


def _only_places(scene: Scene, hit: Hit) -> bool:
    before = scene.view.norms[max(scene.statement.start, hit.start - 1) : hit.start]
    if hit.term.text == "deep":
        return not _DEEPLY.isdisjoint(scene.view.norms[hit.end : hit.end + 1])
    if hit.term.text == "level":
        return not _COUNTING.isdisjoint(before) or _is_storey(scene, hit)
    if hit.term.text.startswith("side") and hit.end < scene.statement.end and _is_number(scene.view.norms[hit.end]):
        return True
    if "forward" in hit.term.text and not _SLIPPED.isdisjoint(scene.said):
        return True
    if hit.term.text in {"lean", "leaning"}:
        asked = scene.view.norms[max(scene.statement.start, hit.start - _ASKED) : hit.start]
        after = scene.view.norms[hit.end : hit.end + 1]
        bidden = after in (["back"], ["forward"], ["over"]) and _LEANING.isdisjoint(before)
        leant = after in (["on"], ["here"], ["in"], ["into"]) or before == ["to"] or bidden
        return leant or not _PROVOKING.isdisjoint(asked)
    return hit.term.text == "lateral" and (not _FAR.isdisjoint(before) or _is_of_disc(scene, scene.chunk(hit)))


def _is_storey(scene: Scene, hit: Hit) -> bool:
    """Tell whether a level is one of a spine: `Levels treated: C5, T4`, `Level: L5`, unlike in `pelvis levels out`."""
    after = scene.view.norms[hit.end : hit.end + 1]
    if after == [":"]:
        return True
    landmark = any(place.end == hit.start for place in scene.view.places(scene.statement))
    several = scene.view.norms[hit.start] == "levels"
    return not landmark and (several or not _TREATED.isdisjoint(after))


def _is_of_disc(scene: Scene, chunk: Chunk) -> bool:
    return bool(scene.terms("conditions", part=chunk) or scene.terms("imaging", "finding", part=chunk))


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in words("tens")


def _is_mere_word(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of speech tells no finding: `isn't even breathing`, `the low lumbar`, `Down a bit`."""
    norms = scene.view.norms
    before, after = norms[max(scene.statement.start, hit.start - _ASKED) : hit.start], norms[hit.end : hit.end + 1]
    if hit.term.text == "even":
        doing = any(word.endswith("ing") for word in after)
        return bool(after) and after[0][0].isalnum() and (doing or any(map(is_particle, before[-1:])))
    if hit.term.text in {"low", "lower", "upper", "high"}:
        return not _REGIONS.isdisjoint(after)
    if hit.term.text in {"down", "up"}:
        placing = after in (["here"], ["there"]) or any(
            place.start == hit.end for place in scene.view.fixing(scene.statement)
        )
        placing = placing or _leads_along(scene, hit)
        stuck = any(one.end == hit.start for one in scene.terms("tart", "finding"))
        return (
            placing
            or stuck
            or _is_bidden_up(scene, hit)
            or (hit.start == scene.statement.start and not scene.view.fixing(scene.statement))
        )
    if hit.term.text in {"crooked", "pelvic tilt"}:
        # Who lies so on the table is told to lie straight, and several tilts are an exercise.
        return before[-1:] in (["lying"], ["laying"]) or norms[hit.end - 1] == "tilts"
    if hit.term.value == "tenderness" or hit.term.text in {"stiff", "tight"}:
        earlier = norms[max(scene.statement.start, hit.start - _FEW) : hit.start]
        return any(pair in _TO_COME for pair in pairwise(earlier))
    return "why" in before and hit.term.value in {"tissue_texture", "restriction"}


def _leads_along(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word only leads to where something lies, as in `the muscles down both sides of the neck`."""
    opening = scene.view.norms[hit.end : hit.end + 1]
    behind = scene.view.sides(Chunk(hit.end, min(hit.end + _ASKED, scene.statement.end)))
    return opening in (["both"], ["either"], ["each"], ["the"], ["your"], ["that"]) and bool(behind)


def _is_bidden_up(scene: Scene, hit: Hit) -> bool:
    """Tell whether somebody is told to hold a limb so, as in `Hip up, now I'm straightening the knee`."""
    chunk = scene.chunk(hit)
    places = scene.view.places(chunk)
    posed = bool(places) and all(place.structure in _POSED for place in places) and not scene.view.sides(chunk)
    alone = [word for word in scene.rest_of(chunk, hit, *places) if word[0].isalnum()] in ([], ["your"], ["the"])
    return posed and alone and chunk == scene.statement.chunks[0] != scene.statement.chunks[-1]
