"""What begins the reading of a study, so that the many statements which name none and show none are not read on."""

from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import heading, holding, whole
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that name a study, by themselves or in their heading."""
    named = [hit.start for hit in view.terms("imaging", whole(view)) if is_study(hit)]
    return holding(view, named) | heading(view, named)


def is_study(hit: Hit) -> bool:
    """Tell whether a term names a study, and tells which."""
    return hit.term.role == "modality" and hit.term.value != "unspecified"


def may_show(scene: Scene) -> bool:
    """Tell whether a statement tells of a study, or it or its heading may name one."""
    return scene.pictured or scene.statement.start in beginnings(scene.view)


def with_heading(scene: Scene) -> Chunk:
    """Return a statement with the heading before it, which may name the study."""
    return Chunk(scene.after, scene.statement.end)


def mentions_of(scene: Scene) -> list[Hit]:
    """Return the names of studies in a statement and in the heading before it."""
    headed = scene.after < scene.statement.start
    return scene.terms("imaging", "modality", part=with_heading(scene) if headed else None)
