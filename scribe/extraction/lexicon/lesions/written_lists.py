"""Places that a note sets out for a lesion: in the lines below it, beside ticked boxes, in the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.answered_lists import is_answered_no
from scribe.extraction.lexicon.lesions.joint_kinds import JOINTS, heads_in
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.parts import words_beside, words_in
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Lesion, LesionKind, Span

_LABEL = 5
_UNKNOWN = 2
"""Words of an item of which the list says nothing."""
_BULLETS = frozenset({"-", "*", "•", "·", ">", "+"})
_MARKS = frozenset({":", "-", "="})
_LABELS = frozenset({
    "region", "regions", "area", "areas", "level", "levels", "segment", "segments", "site", "sites", "location",
    "locations", "joint", "joints", "involved", "affected", "involvement", "of", "body", "spinal", "anatomical", "at",
    "somatic", "dysfunction", '"', "-", "_",
})  # fmt: skip
_ANNOUNCING = frozenset({
    "as", "follows", "following", "the", "levels", "level", "below", "regions", "region", "areas", "segments", "of",
    "at", "in", "today", "found", "present", "noted", "listed", "are", "were", "is", "these", "identified", "detected",
    "by", "x", "-", ":", "(", ")", ".", ",", "confirmed", "on", "palpation", "involving", "multiple", "sites", "s",
    "namely", "which", "include", "includes", "including", "and",
})  # fmt: skip
_SAYING = (("conditions", ("condition", "capitals")), ("care", ("care",)), ("neuro", ("symptom", "sign")))


class Listed(NamedTuple):
    """A place of a list below a lesion."""

    place: Place
    """The place."""
    side: Laterality | None
    """The side beside it."""


def listed_below(scene: Scene, head: Hit, later: Sequence[Scene]) -> list[Listed]:
    """Return the places that are listed below a lesion which names none itself.

    Args:
        scene: The statement of the lesion.
        head: The lesion.
        later: The statements behind it, in order.
    """
    rest = scene.view.norms[head.end : scene.statement.end]
    if any(word not in _ANNOUNCING and not word.isdecimal() for word in rest):
        return []
    announced = ":" in rest or not {"below", "follows", "following"}.isdisjoint(rest)
    items = _items(scene, later, announced=announced)
    return [listed for item in items for listed in _places(item)]


def _items(scene: Scene, later: Sequence[Scene], *, announced: bool) -> Iterator[Scene]:
    """Yield the statements of the list."""
    line, bullet = scene.statement.line, _bullet(scene)
    for one in later:
        if _is_mark(one):
            line = one.statement.line
            continue
        if one.statement.line - line > 1 or not _only_names(one):
            return
        labelled, own = is_labelled(one), _bullet(one)
        # What stands beside the lesion in a numbered list is another problem.
        apart = announced or (own and own != bullet) or _indent(one) > _indent(scene)
        item = one.statement.line > scene.statement.line and bool(apart)
        if not (labelled or item):
            return
        yield one
        line = one.statement.line


def _bullet(scene: Scene) -> str:
    """Return the mark that opens the line of a statement: its bullet, or `1` for every number."""
    start, end = scene.view.lines[scene.statement.line - 1]
    said = scene.view.tokens.between((start, end))
    opening = scene.view.norms[said.start : said.start + 2]
    if opening[:1] and opening[0] in _BULLETS:
        return opening[0]
    return "1" if len(opening) > 1 and opening[0].isdecimal() and opening[1] in {".", ")"} else ""


def _is_mark(scene: Scene) -> bool:
    """Tell whether a statement is no more than the letter or number of an item, as in `a. thoracic spine`."""
    said = scene.words()
    return len(said) <= 2 and len(said[0]) == 1 and said[1:] in ([], ["."], [")"])  # noqa: PLR2004  # a letter and a mark


def _indent(scene: Scene) -> int:
    start, end = scene.view.lines[scene.statement.line - 1]
    line = scene.view.text[start:end]
    return len(line) - len(line.lstrip())


def is_labelled(scene: Scene) -> bool:
    """Tell whether a statement opens with a label such as `Regions:` or `Levels involved -`."""
    opening = scene.words()[:_LABEL]
    mark = next((at for at, word in enumerate(opening) if word in _MARKS), 0)
    return mark > 0 and _LABELS.issuperset(opening[:mark])


def _only_names(scene: Scene) -> bool:
    """Tell whether a statement names places and hardly anything else: no other lesion, diagnosis or treatment."""
    if scene.statement.asks or not scene.by_clinician or not _named(scene):
        return False
    if any(scene.terms(table, *roles) for table, roles in _SAYING) or scene.terms("lesions", "head", "weak_head"):
        return False
    named: list[Item] = [*scene.view.places(scene.statement), *scene.view.sides(scene.statement), *scene.terms("tart")]
    said = words_beside(scene.view, scene.statement, named)
    light = words("list_fillers") | words("choices") | _LABELS
    return sum(word[0].isalnum() and len(word) > 1 and word not in light for word in said) <= _UNKNOWN


def _named(scene: Scene) -> list[Place]:
    letters = (letter_place(scene, at) for at in range(scene.statement.start, scene.statement.end))
    return [*scene.view.fixing(scene.statement), *(place for place in letters if place is not None)]


def _places(scene: Scene) -> Iterator[Listed]:
    """Yield the places of an item, but for those of which it says that nothing is there."""
    for place in _named(scene):
        part = Chunk(place.end, scene.chunk(place).end)
        well = scene.terms("tart", "normal", part=part) or not words("found_well").isdisjoint(scene.words(part)[:3])
        if scene.assertion(place) == "present" and not is_answered_no(scene, place) and not well:
            beside = scene.view.sides(Chunk(max(scene.statement.start, place.start - 2), place.end + 2))
            side = next((one.value for one in beside if one.end == place.start or one.start == place.end), None)
            yield Listed(place, side)


_BESIDE_BOX = 3
"""Words from a box to the end of the place beside it."""
_HEADING = 14
_TICKING = frozenset({"ticked", "checked", "marked", "tick", "box", "entered", "selected", "clicked"})
_IN_ERROR = (["in", "error"], ["by", "mistake"], ["by", "accident"], ["in", "mistake"])


def boxes_above(scene: Scene) -> list[Place]:
    """Return the places of the ticked boxes in the lines above a statement."""
    lines = scene.view.lines[: scene.statement.line - 1]
    return [place for line in lines for place in _ticked(scene.view, line)]


def boxes_below(scene: Scene, head: Hit) -> list[Place]:
    """Return the places of the ticked boxes in the lines right below a statement that heads them.

    Args:
        scene: The statement.
        head: The lesion that it names.
    """
    view, statement = scene.view, scene.statement
    start, end = view.lines[statement.line - 1]
    own = view.tokens.between((start, end))
    opening = [word for word in view.norms[own.start : head.start] if word.isalpha() and word != "x"]
    if own.stop != statement.end or len(own) > _HEADING or len(opening) > _BESIDE_BOX:
        return []
    found: list[Place] = []
    for line in view.lines[statement.line :]:
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
            near = Chunk(max(0, at - _BESIDE_BOX), at)
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
    opening = words_in(view, (line[0], boxes[0][0])) if boxes else Chunk(0, 0)
    leads = not any(place.end == opening.end for place in view.fixing(opening))
    for start, end in boxes:
        if not _filled().fullmatch(view.text, start, end):
            continue
        near = view.tokens.between((end, line[1]) if leads else (line[0], start))
        part = (
            Chunk(near.start, min(near.stop, near.start + _BESIDE_BOX))
            if leads
            else Chunk(near.stop - _BESIDE_BOX, near.stop)
        )
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


_YES = frozenset({"yes", "y", "+", "present", "x", "✓", "✔", "☑", "☒", "pos", "positive", "true", "++", "+++"})
_FEWEST = 2
"""Bars of a row."""


class _Column(NamedTuple):
    """A column that a table's head names for a dysfunction."""

    number: int
    """Which one, from 0."""
    kind: LesionKind
    """What it is called."""
    head: Span
    """Where its name stands."""


def read_tabled(view: View) -> Iterator[Lesion]:
    """Read the rows of tables whose head names a dysfunction, where its column says yes."""
    if "|" not in view.said:
        return
    column: _Column | None = None
    for line in view.lines:
        cells = _cells(view.text, line)
        if not cells:
            column = None
        elif (named := _column(view, cells)) is not None:
            column = named
        elif column is not None and column.number < len(cells):
            yield from _row(view, cells, column)


def _cells(text: str, line: Span) -> list[Span]:
    """Return the spans between the bars of a line, and before and behind them."""
    bars = [at for at in range(*line) if text[at] == "|"]
    if len(bars) < _FEWEST:
        return []
    return [(start + 1, end) for start, end in pairwise([line[0] - 1, *bars, line[1]])]


def _column(view: View, cells: list[Span]) -> _Column | None:
    """Return the column that a head names for a dysfunction, and what it is called; None where a row names a place."""
    parts = [words_in(view, cell) for cell in cells]
    first = next((part for part in parts if part.start < part.end), None)
    if first is None or view.fixing(first):
        return None
    for number, part in enumerate(parts):
        for hit in heads_in(view, part):
            others = (*view.norms[part.start : hit.start], *view.norms[hit.end : part.end])
            if not any(word[0].isalnum() for word in others) and hit.term.value in JOINTS:
                return _Column(number, hit.term.value, view.tokens.cover(hit.start, hit.end))  # type: ignore[arg-type]  # the table holds the schema's words
    return None


def _row(view: View, cells: list[Span], column: _Column) -> Iterator[Lesion]:
    """Read the lesion of a row, if its cell says yes."""
    number = column.number
    place = next((place for cell in cells[:number] for place in view.fixing(words_in(view, cell))), None)
    part = words_in(view, cells[number])
    said = [word for word in view.norms[part.start : part.end] if word not in {"[", "]", "(", ")"}]
    if place is None or not said or not (said[0] in _YES or _names_level(view, part, place)):
        return
    sides = {side.value for side in view.sides(part)}
    start, end = view.tokens.spans[place.start][0], view.tokens.spans[part.end - 1][1]
    levels = [segment for one in view.fixing(part) for segment in one.segments]
    yield Lesion(
        kind=column.kind,
        region=place.region,
        segments=(*place.segments, *levels),
        laterality=sides.pop() if len(sides) == 1 else None,
        assertion="present",
        read_by="lesions.head",
        evidence=(view.quote_span((start, end)), view.quote_span(column.head)),
    )


def _names_level(view: View, part: Chunk, place: Place) -> bool:
    return any(one.region == place.region and one.segments for one in view.fixing(part))
