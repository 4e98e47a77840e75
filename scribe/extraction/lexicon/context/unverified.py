"""Fragments that deny what was named before them: `Not confirmed.`, `On examination: not reproduced.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue, is_particle
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_OPENING = 6
_LEADS = frozenset({
    "but", "and", "today", "here", "on", "exam", "examination", "palpation", "testing", "at", "this", "visit", ":", ",",
    "-", "by", "me", "us", "it", "was", "is", "which", "were", "could", "that", "dx", "diagnosis", "the", "these",
    "also",
})  # fmt: skip
"""Words that name nothing, before a denial."""
_BETWEEN = frozenset({"be", "been", "able", "to", "yet"})
_AFTER = frozenset({"today", "here", "now", "either", "by", "out", "me", "us"})
_EXAMS = frozenset({"exam", "examination", "palpation", "testing", "recheck", "our", "my", "today"})
_CLOSING = 6
_NO_RESULT = (
    ["there's", "none"], ["there", "none"], ["found", "none"], ["find", "none"], ["felt", "none"], ["feel", "none"],
    ["there", "isn't", "any"], ["there", "wasn't", "any"], ["didn't", "find", "any"], ["found", "nothing"],
    ["there", "is", "none"], ["is", "not", "any"], ["don't", "find", "any"], ["not", "find", "any"],
    ["don't", "find", "one"], ["didn't", "find", "one"], ["there", "isn't", "one"], ["there", "wasn't", "one"],
)  # fmt: skip
_NONE = frozenset({"none", "any", "nothing", "one"})
_SHORTEST = 3
_LESIONS = frozenset({"head", "weak_head", "position"})
_ELSE = frozenset({"another", "second", "else", "others", "otherwise", "more", "further", "beyond"})
_TOLD = {"neuro": {"symptom", "sign"}, "conditions": {"condition"}, "imaging": {"finding"}}


def is_unverified(view: View, part: Item) -> bool:
    """Tell whether a part only says that something was not confirmed.

    Args:
        view: The document's words.
        part: A clause or statement that names nothing itself.
    """
    norms = view.norms
    opening = range(part.start, min(part.end, part.start + _OPENING))
    denial = next((at for at in opening if is_particle(norms[at]) or norms[at] not in _LEADS), None)
    if denial is None or not is_particle(norms[denial]):
        return False
    verb = denial + 1
    while verb < part.end and norms[verb] in _BETWEEN:
        verb += 1
    return verb < part.end and norms[verb] in words("unverified") and _ends(norms[verb + 1 : part.end])


def without_result(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the end of a search as a denial of what it names: `I looked for a lesion at T4, and there isn't any.`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if _NONE.isdisjoint(view.norms[max(statement.start, statement.end - _CLOSING) : statement.end]):
        return
    heads = [hit for hit in view.named[statement.start].get("lesions", ()) if hit.term.role in _LESIONS]
    if heads and heads[-1].end <= statement.end - _SHORTEST and finds_none(view, statement):
        yield Cue(statement.end - _SHORTEST, statement.end, "after", "absent", "none")


def finds_none(view: View, part: Statement) -> bool:
    """Tell whether a part ends with a search that had no result: `I went down the neck, and there's none`.

    Args:
        view: The document's words.
        part: A statement.
    """
    norms = view.norms
    named = view.named[part.start]
    told = any(hit.term.role in roles for table, roles in _TOLD.items() for hit in named.get(table, ()))
    if told or not _ELSE.isdisjoint(norms[part.start : part.end]):
        return False
    said = [word for word in norms[max(part.start, part.end - _CLOSING) : part.end] if word[0].isalnum()]
    while said and said[-1] in {"there", "here", "today"} and len(said) > 1:
        said.pop()
    return said[-2:] in _NO_RESULT or said[-3:] in _NO_RESULT or said == ["none"]


def _ends(behind: list[str]) -> bool:
    """Tell whether nothing else is said behind the verb: `today`, `on palpation`, or no more at all."""
    if not behind or not behind[0][0].isalnum() or behind[0] in _AFTER:
        return True
    return behind[0] in {"on", "at"} and not _EXAMS.isdisjoint(behind[1:3])
