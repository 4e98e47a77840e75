"""What a finding of palpation or motion begins with, so that a statement which holds nothing of it is not read on."""

from functools import cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.plus_minus import may_spell_out
from scribe.extraction.lexicon.tart.ranges import FREE
from scribe.extraction.lexicon.tart.same_elsewhere import may_echo
from scribe.extraction.lexicon.tart.spoken_ranges import BENDING_WAYS
from scribe.extraction.lexicon.tart.tenderness import may_volunteer, touching_words
from scribe.extraction.lexicon.tart.tenderness_asked import may_ask
from scribe.extraction.lexicon.tart.terms import may_begin
from scribe.extraction.lexicon.tart.tissue import texture_words
from scribe.extraction.lexicon.words.vocabulary import words


def may_find(scene: Scene) -> bool:
    """Tell whether a statement has a mark, a cry, or what an examiner's finding begins with."""
    return may_spell_out(scene) or may_volunteer(scene) or (may_examine(scene) and _may_be_found(scene))


def may_examine(scene: Scene) -> bool:
    """Tell whether a statement may tell what an examiner finds, or found at an earlier visit."""
    return scene.may_examine or (scene.carried and scene.statement.turn < 0)


def _may_be_found(scene: Scene) -> bool:
    """Tell whether there is a term, a word or a side that a finding begins with, or what may ask of a touch."""
    if not _words().isdisjoint(scene.said) or any(may_begin(scene, hit) for hit in scene.named.get("tart", ())):
        return True
    return may_ask(scene) or may_echo(scene) or bool(scene.view.sides(scene.statement))


@cache
def _words() -> frozenset[str]:
    return (
        words("moving")
        | words("motion_commands")
        | words("lengths")
        | touching_words()
        | texture_words()
        | FREE
        | BENDING_WAYS
    )
