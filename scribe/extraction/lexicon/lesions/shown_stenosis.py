"""What narrows a space, and where, said before it is named: `There's a spur in it. That's a foraminal stenosis.`."""

from collections.abc import Iterator
from itertools import takewhile

from scribe.extraction.lexicon.context.scene import Scene, place_of, scenes
from scribe.extraction.lexicon.lesions.stenosis_causes import CAUSAL, JOINED, SEEN_AS, SLIPS, SUMMING, uncleared
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, LesionKind

_BACK = 3
_OPENING = 5
_INTERRUPTION = 6
"""Words with which a patient asks on, as in `From what?`."""
_LONGEST_NAME = 8
"""Words of a statement that does no more than name a stenosis."""
_LONGEST_BARE = 14
_FOLLOWING = frozenset({"gives", "gave", "makes", "made", "causes", "caused", "leads"})
"""Words with which a stenosis is what some tissues come to: `The ligament is thick. That gives you canal stenosis.`"""
_SO = frozenset({"so", "meaning", "hence"})
_POINTING_BACK = frozenset({"two", "both", "them", "together", "they", "these", "those", "all", "three"})


def causes_before(scene: Scene, kinds: frozenset[LesionKind]) -> list[Hit]:
    """Return the causes that the statements before give: `It is tight from a spur. So that is stenosis.`.

    Args:
        scene: The statement that names a stenosis.
        kinds: The spaces that it names.
    """
    earlier = _summed_up(scene)
    spaces = _last_spaces(earlier)
    follows = not spaces and not _FOLLOWING.isdisjoint(scene.said)
    if not earlier or not (kinds & spaces or follows):
        return []
    *others, last = earlier
    if follows:
        return [*_causes(last)]
    behind = [*takewhile(lambda one: not _last_spaces([one]), reversed(earlier))]
    causes = [hit for one in reversed(behind) for hit in _causes(one)] or [*_causes(last)]
    if causes:
        return causes if not (CAUSAL | words("narrowing_by")).isdisjoint(last.said) or _only_names(scene) else []
    points_back = not _POINTING_BACK.isdisjoint(last.said)
    return [hit for one in others for hit in _causes(one)] if points_back else []


def side_before(scene: Scene) -> Laterality | None:
    """Return the side of what was just shown, where a statement does no more than name it.

    Args:
        scene: The statement that names a stenosis.
    """
    earlier = _summed_up(scene) if _only_names(scene) else []
    told = ({side.value for side in one.view.sides(one.statement)} - {"bilateral"} for one in reversed(earlier))
    last = next((sides for sides in told if sides), set[Laterality]())
    return last.pop() if len(last) == 1 else None


def joint_before(scene: Scene, root: Place) -> Place | None:
    """Return the joint that was last named before a stenosis which is only known by its root.

    Args:
        scene: The statement that names the stenosis.
        root: The one vertebra that names the root.
    """
    named = (place for one in reversed(_summed_up(scene)) for place in one.view.fixing(one.statement))
    joints = (place for place in named if place.region == root.region and len(place.segments) > 1)
    return next((joint for joint in joints if root.segments[0] in joint.segments), None)


def _summed_up(scene: Scene) -> list[Scene]:
    """Return the few statements of a turn that a statement sums up, in order; none where it points to nothing."""
    statement = scene.statement
    if statement.turn < 0 or not (_points_back(scene) or opens_so(scene) or _is_bare(scene)):
        return []
    at = place_of(scene.view, statement.start)
    turns, turn = scene.view.document.turns, statement.turn
    asked = turn > 1 and _points_back(scene) and turns[turn - 1].speaker == "patient"
    asked = asked and len(scene.view.tokens.between(turns[turn - 1].span)) <= _INTERRUPTION
    own = {turn, turn - 2} if asked and turns[turn - 2].label == turns[turn].label else {turn}
    return [one for one in scenes(scene.view)[max(0, at - _BACK - asked) : at] if one.statement.turn in own]


def _points_back(scene: Scene) -> bool:
    """Tell whether a statement opens by naming what was told: `That's stenosis.`, `We call it a stenosis.`."""
    opening = scene.view.norms[scene.statement.start : scene.statement.start + _OPENING]
    return not SUMMING.isdisjoint(opening if "call" in opening else opening[:2])


def space_called(scene: Scene) -> dict[LesionKind, Hit]:
    """Return the space that speech has shown to be narrow and now calls a stenosis: `We call that spinal stenosis.`.

    Args:
        scene: The statement that names a stenosis.
    """
    heads = scene.terms("lesions", "narrowing")
    far = any(head.start - scene.statement.start > _LONGEST_NAME for head in heads)
    named = far or scene.terms("lesions", "compartment")
    for one in reversed(_summed_up(scene)) if _points_back(scene) and not named else ():
        narrow = any(one.assertion(hit) == "present" for hit in one.terms("lesions", "narrowing"))
        spaces = one.terms("lesions", "compartment") if narrow else []
        if len({hit.term.value for hit in spaces}) == 1:
            return {spaces[0].term.value: spaces[0]}  # type: ignore[dict-item]  # the table holds the schema's words
    return {}


def opens_so(scene: Scene) -> bool:
    """Tell whether a statement opens by drawing a conclusion: `So, foraminal stenosis on the left`."""
    return not _SO.isdisjoint(scene.view.norms[scene.statement.start : scene.statement.start + 2])


def _is_bare(scene: Scene) -> bool:
    """Tell whether a statement is nothing but the name of what was told: `Canal stenosis, just the one level.`."""
    told = words("be_forms") | words("demonstrating") | words("seeing")
    return scene.statement.end - scene.statement.start <= _LONGEST_BARE and told.isdisjoint(scene.said)


def _last_spaces(earlier: list[Scene]) -> set[str]:
    """Return the spaces named last, behind which only causes may be named: `It's tight. The ligament is thick.`."""
    return next((spaces for one in reversed(earlier) if (spaces := _spaces(one) - {""})), set())


def _spaces(scene: Scene) -> set[str]:
    """Return the spaces that a statement names, or shows to be narrow."""
    named = {hit.term.value for hit in scene.terms("lesions", "compartment")}
    return named | {SEEN_AS.get(hit.term.value, "") for hit in scene.terms("imaging")}


def _causes(scene: Scene) -> Iterator[Hit]:
    """Yield the tissues of which a statement tells, without those that it clears or that say nothing by themselves."""
    blames = not words("narrowing_by").isdisjoint(scene.said)
    mute = SLIPS if blames else SLIPS | JOINED
    for hit in uncleared(scene.view, scene.statement, scene.terms("mechanisms")):
        if hit.term.text not in mute and scene.assertion(hit) == "present":
            yield hit


def _only_names(scene: Scene) -> bool:
    """Tell whether a statement only names what was shown, as in `That's a foraminal stenosis.`."""
    short = scene.statement.end - scene.statement.start <= _LONGEST_NAME
    return short and not scene.view.places(scene.statement) and not scene.view.sides(scene.statement)
