"""What a finding of palpation or motion begins with, so that a statement which holds nothing of it is not read on."""

from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.tart.motion import may_move
from scribe.extraction.lexicon.tart.plus_minus import may_spell_out
from scribe.extraction.lexicon.tart.posture import may_compare_legs, may_deviate
from scribe.extraction.lexicon.tart.ranges import may_be_free
from scribe.extraction.lexicon.tart.same_elsewhere import may_clear, may_echo
from scribe.extraction.lexicon.tart.spoken_ranges import may_command, may_tell_each_way
from scribe.extraction.lexicon.tart.tenderness import may_touch, may_volunteer
from scribe.extraction.lexicon.tart.tenderness_asked import may_ask
from scribe.extraction.lexicon.tart.terms import may_begin
from scribe.extraction.lexicon.tart.tissue import may_feel_soft
from scribe.extraction.lexicon.view.saying import asking, naming
from scribe.extraction.lexicon.view.view import View


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that have what a finding may begin with: a term, a word, an answer."""
    begun = _begun(view)
    told = (scene for scene in scenes(view) if scene.statement.start in begun)
    return frozenset(scene.statement.start for scene in told if may_find(scene))


@lru_cache(maxsize=1)
def _begun(view: View) -> frozenset[int]:
    """Return where the statements start that have what a finding may begin with, whoever says it and where."""
    answered = frozenset(one.start for one in view.statements if one.asks and one.reply is not None)
    of_patients = frozenset(one.start for one in view.statements if one.speaker == "patient")
    told = _telling(view) | naming(view, "tart") | answered
    return (told - of_patients) | may_spell_out(view) | may_volunteer(view)


@lru_cache(maxsize=1)
def _telling(view: View) -> frozenset[int]:
    """Return where the statements start in which an examiner may tell a finding without a term."""
    moving, measured = may_move(view) | may_command(view), may_tell_each_way(view) | may_be_free(view)
    standing = may_compare_legs(view) | may_deviate(view)
    felt = may_touch(view) | may_feel_soft(view) | may_echo(view) | may_clear(view)
    return moving | (measured | standing | felt).difference(asking(view))


def may_find(scene: Scene) -> bool:
    """Tell whether a statement has a mark, a cry, or what an examiner's finding begins with."""
    at, view = scene.statement.start, scene.view
    if at not in _begun(view):
        return False
    if at in may_spell_out(view) or at in may_volunteer(view):
        return True
    return may_examine(scene) and (at in _telling(view) or _is_answered_or_named(scene))


def may_examine(scene: Scene) -> bool:
    """Tell whether a statement may tell what an examiner finds, or found at an earlier visit."""
    return scene.may_examine or (scene.carried and scene.statement.turn < 0)


def _is_answered_or_named(scene: Scene) -> bool:
    """Tell whether there is a term that a finding begins with, or what may ask of a touch."""
    return any(may_begin(scene, hit) for hit in scene.named.get("tart", ())) or may_ask(scene)
