"""Opinions from outside: `a sheet from another clinic that speaks of`, `her osteopath had recorded`, `outside dx:`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue, is_particle
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_NEAR = 14
"""Words between an opinion and the one it is from."""
_SPOKEN = 7
_OWNED = 3
_LINKED = 4
_WHOSE = frozenset({
    "a", "an", "another", "her", "his", "their", "your", "other", "different", "some", "previous", "former", "prior",
    "outside", "local", "old", "last", "second", "family", "emergency", "referring", "sports", "insurer", "company",
    "rehab", "spa",
})  # fmt: skip
_ELSEWHERE = frozenset({"elsewhere", "outside", "abroad", "online"})
_FROM = frozenset({"from", "by", "at", "in", "of", "on", "through", "via"})
_SEEN_BY = frozenset({"you", "she", "he", "they"})
_ADJECTIVES = 2
_SENT = frozenset({
    "referral", "referring", "transfer", "admission", "admitting", "triage", "requisition", "request", "prescription",
})  # fmt: skip
"""Words for what a patient came with."""
_HERE = frozenset({"this", "my", "our"})
_FIRST = frozenset({"i", "my", "our", "we", "own"})


def outside_opinions(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the words behind which somebody else's opinion stands.

    Args:
        view: The document's words.
        statement: A statement of the clinician.
    """
    norms, end = view.norms, statement.end
    if statement.speaker == "patient" or words("opinions").isdisjoint(norms[statement.start : end]):
        return
    studies = {hit.term.value for hit in view.terms("imaging", statement) if hit.term.role == "modality"}
    if studies - {"unspecified"}:
        return  # What the report of a study says is no opinion of its writer.
    sources = [at for at in range(statement.start, end) if _is_source(norms, statement.start, at)]
    sources = [at for at in sources if not (studies and norms[at] in words("papers"))]
    for at in range(statement.start, end):
        if norms[at] in words("opinions") and not _is_own(norms, statement, at):
            source = _source_of(norms, sources, at)
            if source is not None and not _agrees(norms, at, end):
                yield Cue(min(source, at), at + 1, "told", "", norms[at])


def _is_source(norms: list[str], start: int, at: int) -> bool:
    """Tell whether a word names somebody or some place outside: `her osteopath`, `another clinic`, `elsewhere`."""
    if norms[at] in _ELSEWHERE or norms[at] in words("papers"):
        return norms[at - 1] not in _HERE
    if norms[at] not in words("colleagues"):
        return False
    return not _WHOSE.isdisjoint(norms[max(start, at - _OWNED) : at]) or not _SEEN_BY.isdisjoint(norms[at + 1 : at + 2])


def _source_of(norms: list[str], sources: list[int], at: int) -> int | None:
    """Return the source of an opinion: named before what it holds, or linked to it behind."""
    before = [source for source in sources if 0 <= at - source <= _reach(norms[source]) and ":" not in norms[source:at]]
    if norms[at] in words("opinion_verbs") and before:
        return before[-1]
    persons = (one for one in before if norms[one] not in words("papers"))
    near = [one for one in persons if at - one <= _OWNED and "," not in norms[one:at]]
    if not _SENT.isdisjoint(norms[max(0, at - _ADJECTIVES) : at]):
        return at - 1
    behind = (one for one in sources if 0 < one - at <= _NEAR and norms[one] not in words("papers") - _SENT)
    linked = (
        one for one in behind if norms[one] in _ELSEWHERE or not _FROM.isdisjoint(norms[max(at, one - _LINKED) : one])
    )
    return near[-1] if near else next(linked, None)


def _reach(source: str) -> int:
    """Return how far the opinion of a source may stand behind it: that of a paper stands near."""
    return _SPOKEN if source in words("papers") else _NEAR


def _is_own(norms: list[str], statement: Statement, at: int) -> bool:
    """Tell whether an opinion is the writer's, as in `I recorded` and `Diagnosis:` at the head of a line."""
    before = norms[max(statement.start, at - _OWNED) : at]
    return not _FIRST.isdisjoint(before) or (at == statement.start and norms[at + 1 : at + 2] == [":"])


def _agrees(norms: list[str], at: int, end: int) -> bool:
    """Tell whether the writer holds with an opinion, as in `as her osteopath noted, and I agree`."""
    agreed = next((one for one in range(at, end) if norms[one] in words("concurring")), None)
    return agreed is not None and not any(is_particle(word) for word in norms[max(at, agreed - _OWNED) : agreed])
