"""What a finding of palpation or motion begins with, so that a statement which holds nothing of it is not read on."""

from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.tart.earlier_days import may_be_gone
from scribe.extraction.lexicon.tart.followed_motions import may_follow
from scribe.extraction.lexicon.tart.leg_length import may_compare_legs
from scribe.extraction.lexicon.tart.likened import may_liken
from scribe.extraction.lexicon.tart.listed_ranges import may_list_ranges
from scribe.extraction.lexicon.tart.motion import may_move
from scribe.extraction.lexicon.tart.own_motions import may_tell_own_motion
from scribe.extraction.lexicon.tart.paired import may_pair
from scribe.extraction.lexicon.tart.plus_minus import may_spell_out
from scribe.extraction.lexicon.tart.posed_tests import may_name_pose
from scribe.extraction.lexicon.tart.pressed_joints import may_push
from scribe.extraction.lexicon.tart.ranges import may_be_free
from scribe.extraction.lexicon.tart.rated import may_rate
from scribe.extraction.lexicon.tart.reactions import may_react
from scribe.extraction.lexicon.tart.same_elsewhere import may_clear, may_echo
from scribe.extraction.lexicon.tart.sided_ranges import may_range_to_sides
from scribe.extraction.lexicon.tart.spoken_ranges import may_command, may_tell_each_way
from scribe.extraction.lexicon.tart.tenderness import may_touch, may_volunteer
from scribe.extraction.lexicon.tart.tenderness_asked import may_ask
from scribe.extraction.lexicon.tart.terms import may_begin
from scribe.extraction.lexicon.tart.tissue import may_feel_soft
from scribe.extraction.lexicon.tart.told_in_degrees import may_tell_degrees
from scribe.extraction.lexicon.tart.told_to_tell import may_report
from scribe.extraction.lexicon.tart.toned import may_be_toned
from scribe.extraction.lexicon.tart.turned_parts import may_deviate
from scribe.extraction.lexicon.tart.unable_to_move import may_be_unable
from scribe.extraction.lexicon.tart.unbothered import may_be_unbothered
from scribe.extraction.lexicon.tart.under_pressure import may_be_felt
from scribe.extraction.lexicon.view.saying import asking, naming, statements_at
from scribe.extraction.lexicon.view.view import View


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that have what a finding may begin with, whatever they do in the document."""
    alone = may_spell_out(view) | may_volunteer(view) | may_report(view) | may_be_felt(view) | may_rate(view)
    answered = (one.start for one in statements_at(view, asking(view)) if one.reply is not None)
    begun = (_telling(view) | naming(view, "tart")).union(answered)
    examining = (scene for scene in scenes(view) if scene.statement.start in begun and _may_be_examiner(scene))
    return alone.union(scene.statement.start for scene in examining if _may_find(scene))


@lru_cache(maxsize=1)
def _telling(view: View) -> frozenset[int]:
    """Return where the statements start in which an examiner may tell a finding without a term."""
    told = may_be_unbothered(view) | may_pair(view) | may_be_gone(view)
    moving, measured = (
        may_move(view) | may_command(view),
        may_tell_degrees(view)
        | may_tell_each_way(view)
        | may_be_free(view)
        | may_range_to_sides(view)
        | may_list_ranges(view)
        | may_follow(view)
        | may_name_pose(view)
        | may_tell_own_motion(view)
        | may_be_unable(view),
    )
    standing = may_compare_legs(view) | may_deviate(view)
    felt = (
        may_touch(view)
        | may_push(view)
        | may_feel_soft(view)
        | may_liken(view)
        | may_be_toned(view)
        | may_react(view)
        | may_echo(view)
        | may_clear(view)
    )
    return moving | told | (measured | standing | felt).difference(asking(view))


def may_examine(scene: Scene) -> bool:
    """Tell whether a statement may tell what an examiner finds, or found at an earlier visit."""
    return scene.may_examine or (scene.carried and scene.statement.turn < 0)


def _may_be_examiner(scene: Scene) -> bool:
    """Tell whether it is no patient who speaks, and of no picture; a row of a table is an examination anywhere."""
    return scene.carried or (scene.by_clinician and not scene.pictured)


def _may_find(scene: Scene) -> bool:
    """Tell whether there are words or a term that a finding begins with, or what may ask of a touch."""
    if scene.statement.start in _telling(scene.view):
        return True
    return any(may_begin(scene, hit) for hit in scene.named.get("tart", ())) or may_ask(scene)
