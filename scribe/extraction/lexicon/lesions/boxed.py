"""Regions that stand beside ticked boxes: `[x] cervical  [ ] thoracic`, `Ribs [x]`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Span

_LABEL = 3
"""Words from a box to the end of the place beside it."""
_HEADING = 14
_TICKING = frozenset({"ticked", "checked", "marked", "tick", "box", "entered", "selected", "clicked"})
_IN_ERROR = (["in", "error"], ["by", "mistake"], ["by", "accident"], ["in", "mistake"])


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
    own = view.tokens.between((start, end))
    opening = [word for word in view.norms[own.start : head.start] if word.isalpha() and word != "x"]
    if own.stop != statement.end or len(own) > _HEADING or len(opening) > _LABEL:
        return []
    found: list[Place] = []
    for line in view.document.lines[statement.line :]:
        first = _drawn().search(view.text, *line)
        if first is None or not _lists_places(view.text[line[0] : first.start()]):
            break
        found += _ticked(view, line)
    return [place for place in found if not _is_unticked(view, place)]


def _lists_places(heading: str) -> bool:
    """Tell whether the words before the boxes of a line head no question of their own, but at most the regions."""
    return ":" not in heading or bool(_of_places().match(heading))


def _is_unticked(view: View, place: Place) -> bool:
    """Tell whether a remark takes back the tick of a place, as in `S ticked in error` and `Ribs checked by mistake`."""
    for at in view.indices(_TICKING):
        if view.norms[at + 1 : at + 3] in _IN_ERROR:
            near = Chunk(max(0, at - _LABEL), at)
            named = [*view.fixing(near), *(one for index in range(*near) if (one := _lettered(view, index)))]
            if any(one.region == place.region for one in named):
                return True
    return False


def _lettered(view: View, index: int) -> Place | None:
    """Return the region of a capital that stands for one."""
    known = REGION_LETTERS.get(view.norms[index]) if view.is_capital(index) else None
    return Place(index, index + 1, known[0], known[1], "", ()) if known else None


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
        named = view.fixing(part)[:1] if leads else view.fixing(part)[-1:]
        letter = None if named or part.start >= part.end else _lettered(view, part.start if leads else part.end - 1)
        yield from [letter] if letter else named


@cache
def _of_places() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:regions?|areas?|levels?|sites?|locations?|spinal regions?)(?:\(s\))?\s*:\s*$", re.IGNORECASE
    )


@cache
def _drawn() -> re.Pattern[str]:
    return re.compile(r"[☐☑☒✓✔]|[\[(][ _]?[xX✓✔√]?[ _]?[\])]")


@cache
def _filled() -> re.Pattern[str]:
    return re.compile(r"[☑☒✓✔]|[\[(][ _]?[xX✓✔√][ _]?[\])]")
