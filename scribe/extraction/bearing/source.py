"""A document asked about quotes: the statements a quote stands in, and what the built-in reader reads of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.diagnoses.stated import read_diagnoses
from scribe.extraction.lexicon.grids.grid import read_grid
from scribe.extraction.lexicon.imaging.studies import ImagingReader
from scribe.extraction.lexicon.lesions.joints import read_lesions
from scribe.extraction.lexicon.lesions.stenosis import read_stenoses
from scribe.extraction.lexicon.neuro.findings import read_neuro
from scribe.extraction.lexicon.tart.components import read_tart
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Diagnosis, Finding, Imaging, Lesion, Neuro, Region, Span, Tart

_TURNS = 3
_LINES = 1
_WINDOW_BEFORE, _WINDOW_AFTER = 14, 8
_KINDS = ("kind", "component", "condition")


class Passage(NamedTuple):
    """A quote with the statements that it stands in."""

    quote: Chunk
    """Its words."""
    span: Span
    """Its characters."""
    scenes: tuple[Scene, ...]
    """Its statements."""
    nearby: tuple[Chunk, ...]
    """The parts of its statements that it touches, as far as they are near."""

    @property
    def scene(self) -> Scene:
        """The statement that it starts in."""
        return self.scenes[0]


class Source:
    """The words of a document, and what the reader makes of them, statement by statement."""

    def __init__(self, view: View) -> None:
        """Prepare the statements of a document."""
        self.view = view
        self.scenes = scenes(view)
        self._starts = [scene.statement.start for scene in self.scenes]
        self._read: dict[tuple[int, type[Finding]], list[Finding]] = {}
        self._kept: dict[tuple[Span, type[Finding], str], list[Finding]] = {}

    def passage(self, span: Span) -> Passage | None:
        """Return the words and statements of a quote; None for a quote without them."""
        words = self.view.tokens.between(span)
        if not words:
            return None
        quote = Chunk(words.start, words.stop)
        first = max(0, bisect_right(self._starts, quote.start) - 1)
        last = max(first + 1, bisect_right(self._starts, quote.end - 1))
        touched = self.scenes[first:last]
        if not touched:
            return None
        return Passage(quote, span, touched, tuple(_nearby(quote, touched)))

    def readings(self, passage: Passage, finding: Finding) -> list[Finding]:
        """Return what the reader reads in the words of a quote of the same kind as a finding; kept."""
        key = (passage.span, type(finding), kind_of(finding))
        found = self._kept.get(key)
        if found is None:
            group = type(finding)
            candidates = self._imaging if group is Imaging else self._said_in(passage.scenes, group)
            found = [one for one in candidates if is_alike(one, finding) and _overlaps(one, passage.span)]
            self._kept[key] = found
        return found

    def _said_in(self, scenes: Iterable[Scene], group: type[Finding]) -> Iterator[Finding]:
        yield from self._rows
        for scene in scenes:
            yield from self._of(scene, group)

    def alike(self, finding: Finding) -> Iterator[Finding]:
        """List what the reader reads of the same kind and region in the whole document."""
        everything = self._imaging if isinstance(finding, Imaging) else self._said_in(self.scenes, type(finding))
        region = getattr(finding, "region", None)
        return (one for one in everything if is_alike(one, finding) and getattr(one, "region", None) == region)

    def scene_at(self, token: int) -> Scene:
        """Return the statement that a token stands in."""
        return self.scenes[max(0, bisect_right(self._starts, token) - 1)]

    def studied(self, scene: Scene) -> set[Region]:
        """Return the regions of the study that a statement reports: those named with the last study before it."""
        index = bisect_right(self._starts, scene.statement.start)
        for earlier in reversed(self.scenes[:index]):
            said = Chunk(earlier.after, earlier.statement.end)
            named = any(hit.term.value != "unspecified" for hit in earlier.terms("imaging", "modality", part=said))
            if named and (places := self.view.fixing(said)):
                return {place.region for place in places if place.region}
        return set()

    def around(self, passage: Passage) -> Iterator[Scene]:
        """List the statements around a quote: those that lead up to it, the nearest first, and the next one."""
        before = self.before(passage.scene)
        yield from before
        following = passage.scenes[-1].following
        if following is not None and following.section == passage.scene.statement.section:
            yield self.scene_at(following.start)

    def before(self, scene: Scene) -> Iterator[Scene]:
        """List the statements that lead up to one, the nearest first: of its paragraph, or of the turns before."""
        index = bisect_right(self._starts, scene.statement.start) - 1
        for earlier in reversed(self.scenes[:index]):
            if earlier.statement.section != scene.statement.section:
                return
            turns = scene.statement.turn - earlier.statement.turn
            lines = scene.statement.line - earlier.statement.line
            if turns > _TURNS or (scene.statement.turn < 0 and lines > _LINES):
                return
            yield earlier

    def _of(self, scene: Scene, group: type[Finding]) -> list[Finding]:
        """Return what the reader reads in a statement of one group; kept."""
        key = (scene.statement.start, group)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = [*_read(scene, group)]
        return found

    @cached_property
    def _rows(self) -> list[Finding]:
        return [finding for _, finding in read_grid(self.view)]

    @cached_property
    def _imaging(self) -> list[Finding]:
        reader = ImagingReader()
        return [finding for scene in self.scenes for finding in reader.read(scene)]


def _read(scene: Scene, group: type[Finding]) -> Iterator[Finding]:
    """Read the findings of one group in a statement."""
    if group is Tart:
        yield from read_tart(scene)
    elif group is Neuro:
        yield from read_neuro(scene)
    elif group is Lesion:
        yield from read_lesions(scene)
        yield from read_stenoses(scene)
    elif group is Diagnosis:
        yield from read_diagnoses(scene, frozenset(stenosis.region for stenosis in read_stenoses(scene)))


def kind_of(finding: Finding) -> str:
    """Return what kind of its group a finding is."""
    kind: str = next((value for name in _KINDS if (value := getattr(finding, name, None))), "")
    return kind


def is_alike(one: Finding, other: Finding) -> bool:
    """Tell whether two findings are of one group and kind."""
    return type(one) is type(other) and kind_of(one) == kind_of(other)


def share_level(one: Finding, other: Finding) -> bool:
    """Tell whether two findings share a level, where both name levels."""
    mine, theirs = getattr(one, "segments", ()), getattr(other, "segments", ())
    return not mine or not theirs or not set(mine).isdisjoint(theirs)


def is_inside(one: Finding, passage: Passage) -> bool:
    """Tell whether a reading rests on words of the quote alone."""
    start, end = passage.span
    return any(evidence.span and start <= evidence.span[0] and evidence.span[1] <= end for evidence in one.evidence)


def _overlaps(finding: Finding, span: Span) -> bool:
    return any(
        evidence.span is not None and evidence.span[0] < span[1] and span[0] < evidence.span[1]
        for evidence in finding.evidence
    )


def _nearby(quote: Chunk, touched: tuple[Scene, ...]) -> Iterator[Chunk]:
    """Cut the parts that a quote touches to the words around it, since speech without marks is one long part."""
    start, end = quote.start - _WINDOW_BEFORE, quote.end + _WINDOW_AFTER
    for scene in touched:
        for chunk in scene.statement.chunks:
            if chunk.start < quote.end and quote.start < chunk.end:
                yield Chunk(max(chunk.start, start), min(chunk.end, end))
