"""What begins the reading of a study, so that the many statements which name none and show none are not read on."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk


def may_show(scene: Scene) -> bool:
    """Tell whether a statement tells of a study, or it or its heading may name one."""
    if scene.pictured or "imaging" in scene.named:
        return True
    return scene.after < scene.statement.start and bool(scene.view.terms("imaging", with_heading(scene)))


def with_heading(scene: Scene) -> Chunk:
    """Return a statement with the heading before it, which may name the study."""
    return Chunk(scene.after, scene.statement.end)
