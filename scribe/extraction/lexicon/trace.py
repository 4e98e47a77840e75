"""A document → for each of its statements, why something was read in it or was not."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from scribe.documents import line_of
from scribe.extraction.lexicon.codes import read_codes
from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.merge import merge
from scribe.extraction.lexicon.reader import LexiconReader, Mentions, read_statements, read_tables
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import View, view_of
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import TABLES, Hit
from scribe.schema import (
    Assertion,
    Care,
    Diagnosis,
    Document,
    Extraction,
    Finding,
    Function,
    Imaging,
    Laterality,
    Lesion,
    Neuro,
    StatedCode,
    Tart,
)
from scribe.schema.trace import TracedCue, TracedPlace, TracedStatement, TracedTerm

_SHOWN_APART = frozenset({"anatomy", "sides", "cues", "replies"})
_ASSERTED = frozenset({"lesions", "mechanisms", "tart", "neuro", "imaging", "conditions", "care", "function"})
_ATTACHED = frozenset({"tart", "imaging"})

_LISTS: dict[type[Finding], str] = {
    Lesion: "lesions",
    Tart: "tart",
    Neuro: "neuro",
    Imaging: "imaging",
    Diagnosis: "diagnoses",
    Care: "care",
    Function: "function",
    StatedCode: "stated_codes",
}


def trace(document: Document, reader: LexiconReader) -> tuple[TracedStatement, ...]:
    """Tell for each statement of a document what the reader found in it, and what it read.

    Args:
        document: The document.
        reader: Who reads it, with its vocabulary.
    """
    view = view_of(document, reader.vocabulary)
    tables = read_tables(view)
    apart = _by_statement(view, [*tables.findings, *read_codes(document)])
    read = {mentions.scene.statement.start: mentions for mentions in read_statements(view, tables)}
    each = (read.get(scene.statement.start, Mentions(scene, [], {})) for scene in scenes(view))
    return tuple(_traced(mentions, apart[number]) for number, mentions in enumerate(each))


def _by_statement(view: View, findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Sort what is read outside the statements to the one that it stands in or after; the first one has the rest."""
    starts = [view.tokens.spans[statement.start][0] for statement in view.statements]
    sorted_: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        start = finding.evidence[0].span[0] if finding.evidence[0].span else 0
        sorted_[max(0, bisect_right(starts, start) - 1)].append(finding)
    return sorted_


def _traced(mentions: Mentions, apart: list[Finding]) -> TracedStatement:
    scene = mentions.scene
    view, statement = scene.view, scene.statement
    hits = [hit for table in TABLES if table not in _SHOWN_APART for hit in scene.terms(table)]
    span = view.tokens.cover(statement.start, statement.end)
    topic = scene.topic
    return TracedStatement(
        quote=view.document.text[slice(*span)],
        line=line_of(view.document, span[0]),
        span=span,
        speaker=statement.speaker,
        section=statement.section,
        stance=scene.stance,
        by_clinician=scene.by_clinician,
        carried=scene.carried,
        asks=statement.asks,
        answer=statement.reply.answer if statement.reply else "",
        heading=_placed(view, topic.heading) if topic.heading else None,
        topic=_placed(view, topic.place, topic.side) if topic.place else None,
        terms=(*(_term(scene, hit) for hit in hits), *_positions(scene)),
        cues=tuple(_cues(scene, [hit for hit in hits if hit.term.table in _ASSERTED])),
        places=tuple(_placed(view, place) for place in view.places(statement)),
        sides=tuple(_placed(view, None, side.value, side) for side in view.sides(statement)),
        findings=_extraction([*apart, *mentions.lesions, *chain(*mentions.others.values())]),
    )


def _extraction(findings: Iterable[Finding]) -> Extraction:
    lists: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        lists[_LISTS[type(finding)]].append(finding)
    return Extraction(**{name: merge(found) for name, found in lists.items()})  # type: ignore[arg-type]  # each list holds its kind


def _positions(scene: Scene) -> Iterator[TracedTerm]:
    """Show positional diagnoses as terms: they are read by a grammar, not by a table."""
    for position in positions(scene.view, scene.statement):
        yield TracedTerm(
            quote=_words(scene.view, position),
            table="notation",
            term="",
            role="position",
            value="somatic_dysfunction",
            assertion=scene.assertion(position),
        )


def _term(scene: Scene, hit: Hit) -> TracedTerm:
    term = hit.term
    return TracedTerm(
        quote=_words(scene.view, hit),
        table=term.table,
        term=term.text,
        role=term.role,
        value=term.value,
        assertion=_assertion(scene, hit) if term.table in _ASSERTED else None,
        attached=tuple(_attached(scene.view, scene.attach(hit))) if term.table in _ATTACHED else (),
    )


def _assertion(scene: Scene, hit: Hit) -> Assertion:
    """Return how a mention is asserted: by the term itself, such as `nontender`, or by its statement."""
    own: Assertion | None = hit.term.assertion or None  # type: ignore[assignment]  # the table holds the schema's words
    return own or scene.assertion(hit)


def _cues(scene: Scene, mentions: Iterable[Hit]) -> Iterator[TracedCue]:
    """Tell of every cue which mentions it reaches; one that counts for nothing where it stands reaches none."""
    reached: dict[tuple[int, str], list[str]] = defaultdict(list)
    for mention in mentions:
        for cue in scene.context.governing(mention):
            reached[cue.start, cue.role].append(_words(scene.view, mention))
    for hit in scene.terms("cues"):
        reaches = tuple(dict.fromkeys(reached.get((hit.start, hit.term.role), ())))
        yield TracedCue(quote=_words(scene.view, hit), role=hit.term.role, assertion=hit.term.value, reaches=reaches)


def _attached(view: View, attachments: Iterable[Attachment]) -> Iterator[TracedPlace]:
    for place, side in attachments:
        if place is not None or side is not None:
            yield _placed(view, place, side)


def _placed(view: View, place: Place | None, side: Laterality | None = None, words: Side | None = None) -> TracedPlace:
    named: Item | None = place or words
    return TracedPlace(
        quote=_words(view, named) if named else "",
        region=place.region if place else None,
        segments=place.segments if place else (),
        laterality=side,
    )


def _words(view: View, item: Item) -> str:
    return view.document.text[slice(*view.tokens.cover(item.start, item.end))] if item.end > item.start else ""
