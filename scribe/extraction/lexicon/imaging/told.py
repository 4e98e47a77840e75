"""All that a statement tells of a study in everyday words, of parts, of listings, of curves and of landmarks."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.confirmed import confirmed, denied_on_study
from scribe.extraction.lexicon.imaging.curves import curved
from scribe.extraction.lexicon.imaging.listed import listed
from scribe.extraction.lexicon.imaging.other_side import other_side
from scribe.extraction.lexicon.imaging.plain_words import Described, described
from scribe.extraction.lexicon.imaging.standing import standing
from scribe.schema import Imaging, Modality


def told_of(scene: Scene, modality: Modality | None, before: Imaging | None) -> Iterator[Described]:
    """Read what a statement tells of the parts of a spine and pelvis.

    Args:
        scene: The statement.
        modality: The study that is spoken of.
        before: What was told last.
    """
    yield from described(scene)
    yield from listed(scene, modality)
    yield from curved(scene)
    yield from standing(scene, modality)
    if scene.statement.turn >= 0:
        yield from confirmed(scene)
        yield from denied_on_study(scene)
        yield from other_side(scene, before)
