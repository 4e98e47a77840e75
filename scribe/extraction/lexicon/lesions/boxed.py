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
    view, statement = scene.view, scene.statement
    start, end = view.document.lines[statement.line - 1]
    heads = view.tokens.between((start, end)) == range(statement.start, statement.end)
    if not heads or statement.end - statement.start > _HEADING or head.start - statement.start > _LABEL:
        return []
    found: list[Place] = []
    for line in view.document.lines[statement.line :]:
        first = _drawn().search(view.text, *line)
        if first is None or ":" in view.text[line[0] : first.start()]:
            break
        found += _ticked(view, line)
    return found


def _ticked(view: View, line: Span) -> Iterator[Place]:
    """Yield the places beside the ticked boxes of a line, on the side on which it has its labels."""
    boxes = [box.span() for box in _drawn().finditer(view.text, *line)]
    opening = view.tokens.between((line[0], boxes[0][0])) if boxes else range(0)
    leads = not any(place.end == opening.stop for place in view.fixing(Chunk(opening.start, opening.stop)))
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
