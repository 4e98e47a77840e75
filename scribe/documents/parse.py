"""Text → Document."""

from collections.abc import Iterator, Sequence

from scribe.documents.cues import rejoined, without_seams
from scribe.documents.dictation import speaks_marks
from scribe.documents.items import split_items
from scribe.documents.kinds import is_dialogue, is_speech, opens_with_label
from scribe.documents.labels import UNLABELLED, find_labels
from scribe.documents.lines import find_lines
from scribe.documents.plain import plain, plain_note, plain_of
from scribe.documents.run_ons import split_endless, split_run_ons, split_unwritten
from scribe.documents.sections import find_dictated_sections, find_sections, find_unsaid_sections
from scribe.documents.sentences import find_sentences, wrap_width
from scribe.documents.turns import find_speech, turns_of_lines, whole_turn
from scribe.schema import Document, Kind, Section, Span, Turn


def parse(text: str, kind: Kind | None = None) -> Document:
    """The document that a text is.

    Args:
        text: Any text; none raises.
        kind: Note or transcript, where known; otherwise the text decides.

    Returns:
        The text with its kind, turns, sections, sentences and lines; offsets index the text as given.
    """
    said = plain(text)
    lines = find_lines(said)
    labels = UNLABELLED if kind == "note" else find_labels(said, lines)
    dialogue = is_dialogue(said, lines, labels)
    kind = kind or ("transcript" if dialogue or is_speech(said) else "note")
    said = plain_of(text, kind)
    spoken = speaks_marks(said)
    turns: tuple[Turn, ...] = ()
    if kind == "transcript" and (dialogue or opens_with_label(said, labels)):
        turns, unsaid = find_speech(said, lines, labels)
        sections = find_unsaid_sections(said, lines, unsaid)
        blocks = tuple(sorted([*_spans(sections), *_spans(turns)]))
    elif kind == "transcript":
        turns = turns_of_lines(said, lines) or whole_turn(said)
        sections = find_dictated_sections(said)
        blocks = tuple(_parts(_spans(sections), _spans(turns)) if sections else _spans(turns))
    else:
        sections = (find_dictated_sections(said) if spoken else ()) or find_sections(plain_note(text), lines)
        blocks = tuple(_spans(sections))
    spoken_in = without_seams(said, blocks) if labels.style == "cues" else blocks
    sentences = find_sentences(said, spoken_in, spoken=spoken, width=0 if turns else wrap_width(lines))
    if labels.style == "cues":
        sentences = rejoined(said, sentences, blocks)
    if kind == "note":
        sentences = split_items(said, sections, sentences)
    # Who dictates marks may still leave them out where an examination is rattled off.
    split = split_run_ons if not spoken and (turns or is_speech(said)) else split_unwritten
    return Document(
        text=text,
        kind=kind,
        turns=turns,
        sections=sections,
        sentences=split_endless(said, split(said, sentences)),
        lines=find_lines(text),
    )


def _spans(parts: Sequence[Section] | Sequence[Turn]) -> list[Span]:
    """Stretches that no sentence crosses."""
    return [part.span for part in parts]


def _parts(sections: list[Span], turns: list[Span]) -> Iterator[Span]:
    """Yield what sections and turns have in common; both are in order, and overlap none of their own."""
    section = turn = 0
    while section < len(sections) and turn < len(turns):
        start, end = max(sections[section][0], turns[turn][0]), min(sections[section][1], turns[turn][1])
        if start < end:
            yield start, end
        if sections[section][1] <= turns[turn][1]:
            section += 1
        else:
            turn += 1
