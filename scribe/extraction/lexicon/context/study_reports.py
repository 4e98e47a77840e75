"""Reports of studies: what heads or tells one, and what only awaits it, as in `MRI LUMBAR` and `not without an MRI`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.study_mentions import (
    OF_CHEST,
    READ,
    labels,
    names_space,
    shown_findings,
    studies,
)
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_SHOWN_SOON = 14
_AWAITED = 3
_OPENING = 12
_BACK = 4
_PERSONAL = 3
_RESTING = frozenset({"compared", "since", "from", "on", "by", "than", "per", "via", "("})
_LONGEST_STUDY = 20
_AIM = 8
_AIMS = frozenset({
    ("to", "review"), ("to", "discuss"), ("to", "go"), ("for", "review"), ("for", "mri"), ("for", "results"),
    ("to", "get"), ("return", "with"), ("follow-up", "of"), ("to", "hear"),
})  # fmt: skip
"""Words that say what somebody has come for."""
_PERSONS = frozenset({"he", "she", "they", "he's", "she's", "patient", "pt", "i", "his", "her"})


def heads_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement is nothing but the head of a report, as in `MRI LUMBAR 3/2/2026 (outside read)`."""
    if statement.end - statement.start > _LONGEST_STUDY or words("ordered").intersection(
        view.norms[statement.start : statement.end]
    ):
        return False
    named = view.terms("imaging", statement)
    opens = bool(named) and named[0].start == statement.start and named[0].term.value != "unspecified"
    return opens and all(hit.term.role == "modality" and hit.term.text not in OF_CHEST for hit in named)


def heads_report(view: View, statement: Statement) -> bool:
    """Tell whether the impression is that of a report, as in `Impression of the lumbar MRI: ...`."""
    opening = view.norms[statement.start : min(statement.end, statement.start + _LONGEST_STUDY)]
    if ":" not in opening:
        return False
    head = Chunk(statement.start, statement.start + opening.index(":"))
    return bool(studies(view, head))


def reports_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement only says what a study shows, as in `MRI demonstrates severe stenosis at L4-5`."""
    opening = Chunk(statement.start, min(statement.end, statement.start + _OPENING))
    named = studies(view, opening)
    if not named:
        return False
    if named[0].start == statement.start and named[0].term.value != "unspecified" and labels(view, named[0]):
        return True
    said = view.norms[named[0].end : min(statement.end, named[0].end + _SHOWN_SOON)]
    return not words("demonstrating").isdisjoint(said)


def reads_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells what a report, views or films show, without a name of the study."""
    said = view.norms[statement.start : statement.end]
    if words("reading_of").isdisjoint(said) or "until" in said:
        return False
    return names_space(view, statement) or any(hit.term.value in READ for hit in shown_findings(view, statement))


def rests_on_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement ends with the study that it rests on, as in `stable compared with the prior MRI`."""
    return any(
        not _RESTING.isdisjoint(view.norms[max(0, hit.start - _BACK) : hit.start]) for hit in studies(view, statement)
    )


def is_awaited(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study is still to come or to be spoken of: `not without an MRI`, `back to review his MRI`."""
    before = view.norms[max(statement.start, study.start - _AWAITED) : study.start]
    if study.start > statement.start and not words("awaiting").isdisjoint(before):
        return True
    aim = view.norms[max(statement.start, study.start - _AIM) : study.start]
    return not shown_findings(view, statement) and any(pair in _AIMS for pair in pairwise(aim))


def tells_of_person(view: View, statement: Statement) -> bool:
    """Tell whether a statement behind a report tells of the patient again: `She has tried physical therapy`."""
    opening = view.norms[statement.start : min(statement.end, statement.start + _PERSONAL)]
    return not _PERSONS.isdisjoint(opening) and not shown_findings(view, statement)
