"""Text → Document."""

from scribe.documents.cues import rejoined, without_seams
from scribe.documents.dictation import speaks_marks
from scribe.documents.items import split_items
from scribe.documents.kinds import is_dialogue, is_speech, opens_with_label
from scribe.documents.labels import UNLABELLED, find_labels
from scribe.documents.lines import find_lines
from scribe.documents.run_ons import split_endless, split_run_ons, split_unwritten
from scribe.documents.sections import find_dictated_sections, find_sections, find_unsaid_sections
from scribe.documents.sentences import find_sentences, wrap_width
from scribe.documents.turns import find_speech, whole_turn
from scribe.schema import Document, Kind, Section, Span, Turn


def parse(text: str, kind: Kind | None = None) -> Document:
    """The document that a text is.

    Args:
        text: Any text; none raises.
        kind: Note or transcript, where known; otherwise the text decides.

    Returns:
        The text with its kind, turns, sections, sentences and lines; offsets index the text as given.
    """
    lines = find_lines(text)
    labels = UNLABELLED if kind == "note" else find_labels(text, lines)
    dialogue = is_dialogue(text, lines, labels)
    kind = kind or ("transcript" if dialogue or is_speech(text) else "note")
    spoken = speaks_marks(text)
    turns: tuple[Turn, ...] = ()
    if kind == "transcript" and (dialogue or opens_with_label(text, labels)):
        turns, unsaid = find_speech(text, lines, labels)
        sections = find_unsaid_sections(text, lines, unsaid)
    elif kind == "transcript":
        turns = whole_turn(text)
        sections = find_dictated_sections(text)
    else:
        sections = (find_dictated_sections(text) if spoken else ()) or find_sections(text, lines)
    blocks = _blocks(turns, sections)
    spoken_in = without_seams(text, blocks) if labels.style == "cues" else blocks
    sentences = find_sentences(text, spoken_in, spoken=spoken, width=0 if turns else wrap_width(lines))
    if labels.style == "cues":
        sentences = rejoined(text, sentences, blocks)
    if kind == "note":
        sentences = split_items(text, sections, sentences)
    split = split_run_ons if turns else split_unwritten
    return Document(
        text=text,
        kind=kind,
        turns=turns,
        sections=sections,
        sentences=split_endless(text, sentences if spoken else split(text, sentences)),
        lines=lines,
    )


def _blocks(turns: tuple[Turn, ...], sections: tuple[Section, ...]) -> tuple[Span, ...]:
    """Stretches that no sentence crosses: sections, and turns that hold no section."""
    spans = [section.span for section in sections]
    if not (len(turns) == 1 and spans and turns[0].span[0] <= spans[0][0] < turns[0].span[1]):
        spans += [turn.span for turn in turns]
    return tuple(sorted(spans))
