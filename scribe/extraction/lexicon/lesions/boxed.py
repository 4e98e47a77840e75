"""Regions that stand beside ticked boxes: `[x] cervical  [ ] thoracic`, `Ribs [x]`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Span

_LABEL = 3
"""Words from a box to the end of the place beside it."""
_HEADING = 14


def boxes_above(scene: Scene) -> list[Place]:
    """Return the places of the ticked boxes in the lines above a statement."""
    lines = scene.view.document.lines[: scene.statement.line - 1]
    return [place for line in lines for place in _ticked(scene.view, line)]


def boxes_below(scene: Scene, head: Hit) -> list[Place]:
    """Return the places of the ticked boxes in the lines right below a statement that heads them.

    Args:
        scene: The statement.
        head: The lesion that it names.
    """
    if scene.statement.end - scene.statement.start > _HEADING or head.start - scene.statement.start > _LABEL:
        return []
    found: list[Place] = []
    for line in scene.view.document.lines[scene.statement.line :]:
        if not _drawn().search(scene.view.text, *line):
            break
        found += _ticked(scene.view, line)
    return found


def _ticked(view: View, line: Span) -> Iterator[Place]:
    """Yield the places beside the ticked boxes of a line, on the side on which it has its labels."""
    boxes = [box.span() for box in _drawn().finditer(view.text, *line)]
    leads = bool(boxes) and not any(char.isalnum() for char in view.text[line[0] : boxes[0][0]])
    for start, end in boxes:
        if not _filled().fullmatch(view.text, start, end):
            continue
        near = view.tokens.between((end, line[1]) if leads else (line[0], start))
        part = Chunk(near.start, min(near.stop, near.start + _LABEL)) if leads else Chunk(near.stop - _LABEL, near.stop)
        yield from view.fixing(part)[:1] if leads else view.fixing(part)[-1:]


@cache
def _drawn() -> re.Pattern[str]:
    return re.compile(r"[☐☑☒✓✔]|[\[(][ _]?[xX✓✔√]?[ _]?[\])]")


@cache
def _filled() -> re.Pattern[str]:
    return re.compile(r"[☑☒✓✔]|[\[(][ _]?[xX✓✔√][ _]?[\])]")
