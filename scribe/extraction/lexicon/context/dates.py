"""Dates of the past that date what is told: years, ages, days and earlier visits.

`Disc herniation 2011`, `fracture aged 19`, `scoliosis as a teenager`, `T4 was ERS right last time`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_LIFE = 3
_OPENING = 2
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "previous", "earlier"})
_WHEN = frozenset({"when"})
_OPERATIONS = frozenset({
    "surgery", "operation", "fusion", "discectomy", "microdiscectomy", "laminectomy", "decompression", "procedure",
})  # fmt: skip
_STAYING = frozenset({"still", "unchanged", "persists", "remains", "same"})
_OPERATED = 4
_OF_STUDY = frozenset({"from", "of", "in", "dated", "done", "on", "/", "-", ",", "("})
"""Words between a study and its year."""
_STUDY = 4
"""Words of the name of a study."""
_AGE = frozenset({"age", "aged"})
"""Words that a number follows which is an age."""


def is_dated(view: View, statement: Statement) -> bool:
    """Tell whether a statement in the past tense dates what it tells, as in `was weak with a first episode`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    start, said = statement.start, view.norms[statement.start : statement.end]
    if words("lasting").intersection(said) or _is_preoperative(said):
        return words("lasting").isdisjoint(said)
    for index, word in enumerate(said):
        if word in words("episodes") and words("earlier").intersection(said[max(0, index - 2) : index]):
            return True
        if word in _AGE and said[index + 1 : index + 2] and said[index + 1].isdecimal():
            return True
        if word in words("life") and {"in", "as", "during"}.intersection(said[max(0, index - _LIFE) : index]):
            return word != "pregnancy" or _life(said, index) > 0
        if is_year(word) and index and said[index - 1] in words("dating"):
            return not _is_current(view, start + index)
    return False


def _is_preoperative(said: list[str]) -> bool:
    """Tell whether words tell of the time before an operation, as in `you had a foot drop before the surgery`."""
    if "before" not in said or not _STAYING.isdisjoint(said):
        return False
    at = said.index("before")
    return not _OPERATIONS.isdisjoint(said[at + 1 : at + 1 + _OPERATED])


_EARLIER = frozenset({"last", "previous", "previously", "ago", "yesterday", "first", "before"})
_TELLING = ([":"], [","], ["was"], ["is"])
_SOON = 4


def is_done_now(view: View, statement: Statement, treated: Item) -> bool:
    """Tell whether a clinician says what was just treated: `I treated L4 today`, `What I treated: …`.

    Args:
        view: The document's words.
        statement: The statement.
        treated: The words that say who treated.
    """
    before, said = view.norms[treated.start - 1], view.norms[treated.end : statement.end]
    told = before in {"what", "everything", "all"} and said[:1] in _TELLING
    now = "today" in said[:_SOON] or said[-3:-1] == ["just", "now"] or before == "just"
    dated = _EARLIER | words("months") | words("days")
    return (now or told) and dated.isdisjoint(_said(view, statement))


def is_year(word: str) -> bool:
    """Tell whether a word is a year of living memory."""
    return len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}  # noqa: PLR2004  # the digits of a year


@lru_cache(maxsize=1)
def _years(view: View) -> Counter[str]:
    """Return how often a document names each year."""
    return Counter(
        {year: len(view.indices(frozenset({year}))) for year in filter(is_year, filter(str.isdecimal, view.said))}
    )


def past_years(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a bare year as the date of what stands before it, as in `disc herniation 2011`."""
    for index in _places(view, statement, _years(view).keys()):
        said = view.norms[_part_start(view.norms, statement.start, index) : index]
        if _dates(said) and not _is_current(view, index) and not _dates_study(view, statement, index):
            told = {"in", "of"}.intersection(said[-1:]) and view.norms[index + 1 : index + 2] in (["for"], ["with"])
            opens = bool(told) and not words("seen_then").isdisjoint(said)
            yield Cue(index, index + 1, "before" if opens else "year", "historical", view.norms[index])


def _dates(said: list[str]) -> bool:
    """Tell whether the words before a year are what it dates, not the rest of a date or what began then and lasts."""
    if not said or said[-1] in {"/", "since", "onset"}:
        return False
    if said[-1] == "-" and (len(said) == 1 or said[-2].isdecimal() or said[-2] in words("months")):
        return False
    return words("lasting").isdisjoint(said)


def _dates_study(view: View, statement: Statement, index: int) -> bool:
    """Tell whether a year is that of the study an assessment rests on, as in `1. Spondylosis (XR 2024 multilevel)`."""
    norms, start = view.norms, index
    if statement.section != "assessment":
        return False
    between = _OF_STUDY | words("months")
    while start > statement.start and (norms[start - 1] in between or norms[start - 1].isdecimal()):
        start -= 1
    before = studies(view, Chunk(max(statement.start, start - _STUDY), start))
    return any(hit.end == start for hit in before) or bool(studies(view, Chunk(index + 1, index + 2)))


def _part_start(norms: list[str], start: int, index: int) -> int:
    """Return where the entry of a list begins that a date stands in, as behind the `;` of `L4 2014; L5 2015`."""
    while index > start and norms[index - 1] not in {";", ":"}:
        index -= 1
    return index


@cache
def _ages() -> frozenset[str]:
    """Return the words that tell of an age or a time of life."""
    return words("life") | _AGE | _WHEN


def _places(view: View, statement: Statement, among: AbstractSet[str]) -> list[int]:
    """Return where a statement says any of some words."""
    said = view.norms[statement.start : statement.end]
    if among.isdisjoint(said):
        return []
    return [at for at, word in enumerate(said, statement.start) if word in among]


def past_ages(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an age as the date of what stands before it, as in `fracture aged 19` and `scoliosis as a teenager`."""
    for at in _places(view, statement, _ages()):
        part = next(chunk for chunk in statement.chunks if at < chunk.end)
        said = view.norms[part.start : part.end]
        index = at - part.start
        if index < 0 or words("lasting").intersection(said):
            continue
        if said[index] in _WHEN:
            if was := _aged(said, index):
                yield Cue(at, at + was, "before" if index <= _OPENING else "year", "historical", said[index])
        elif said[index] not in _AGE:
            if span := _life(said, index):
                role = "before" if at - span - statement.start <= _OPENING else "year"
                yield Cue(at - span, at + 1, role, "historical", said[index])
        elif any(word.isdecimal() or word in words("ages") for word in said[index + 1 : index + 3]):
            yield Cue(at, at + 2, "year", "historical", said[index])


def _aged(said: list[str], when: int) -> int:
    """Return how many words tell of an age, as in `when I was nineteen`, unlike in `when I was 2 hours in`; or 0."""
    following = said[when + 1 : when + 5]
    if following[1:2] not in (["was"], ["were"]):
        return 0
    aged = following[2:3]
    measured = words("durations").intersection(following[3:4]) and said[when + 5 : when + 6] not in (["old"], ["of"])
    return 4 if aged and (aged[0].isdecimal() or aged[0] in words("ages")) and not measured else 0


def _life(said: list[str], index: int) -> int:
    """Return how many words before a time of life name it, as the two of `as a teenager`."""
    for back in range(1, min(_LIFE, index) + 1):
        between = said[index - back + 1 : index]
        ordinal = bool(_ORDINALS.intersection(between))
        if said[index - back] in {"in", "as", "during"} and (ordinal or said[index - back] != "during"):
            # Who is pregnant now has pain in pregnancy; only another pregnancy is past.
            return back if ordinal or said[index] != "pregnancy" else 0
    return 0


def _is_current(view: View, index: int) -> bool:
    """Tell whether a year is the document's own: the last one it names, and named elsewhere too."""
    year, years = view.norms[index], _years(view)
    return year == max(years) and years[year] > 1


LAST = frozenset({"last", "previous", "prior"})
"""Words before a visit or a month that was earlier."""
_BEFORE_DATE = frozenset({"at", "on", "in", "the", "our", "your", "her", "his", "my", "back"})
_STOPS = frozenset({".", ",", ";", "!", "?", "and", "but", "so", "though", "-", ")", "comma", "period", "then"})
PAST_FORMS = frozenset({"was", "were", "had", "wasn't", "weren't"})
"""Verbs of a clause that tells of the past."""
_CLAUSE = 8
_STROKES = frozenset("/")
"""Signs that join the numbers of a date."""


@cache
def _visits() -> frozenset[str]:
    """Return the words for visits, months and days."""
    return words("visits") | words("months")


def past_visits(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an earlier visit as the date of what stands before it in the clause of a clinician."""
    if statement.speaker == "patient" or statement.asks:
        return
    for index in _places(view, statement, _visits()):
        start = index - 1
        if start <= statement.start or (index + 1 < statement.end and view.norms[index + 1] not in _STOPS):
            continue
        last = view.norms[start] in LAST
        while start > statement.start and view.norms[start - 1] in _BEFORE_DATE:
            start -= 1
        said = view.norms[max(statement.start, start - _CLAUSE) : start]
        visit = last and view.norms[index] in words("visits")
        month = view.norms[index] in words("months") and view.norms[index - 1] in {"in", "on", "last"}
        dated = visit or (month and _is_told(view, statement, said))
        lasts = not words("lasting_on").isdisjoint(said)
        if dated and start > statement.start and not lasts and words("held_against").isdisjoint(said[-1:]):
            yield Cue(start, index + 1, "year", "historical", view.norms[index])


_AGO = frozenset({"ago", "back"})
_REMAINING = _STAYING | {"back", "here", "there", "active", "present", "not", "stuck"}
_PREDICATE = 3


def past_counts(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a count of visits as the date of what stands before it: `The rib from two visits back is quiet.`."""
    if statement.speaker == "patient" or statement.asks or not _STAYING.isdisjoint(_said(view, statement)):
        return
    norms, end = view.norms, statement.end
    for at in _places(view, statement, _AGO):
        start, behind = at - _OPENING, [*norms[at + 1 : min(end, at + 2 + _PREDICATE)], "."]
        counted = start > statement.start and norms[at - 1].removesuffix("s") in words("visits")
        stops = behind[0] in _STOPS and norms[start - 1] not in words("held_against")
        told = behind[0] in words("be_forms") | {"has", "have"} and _REMAINING.isdisjoint(behind)
        if counted and (stops or told):
            yield Cue(start, at + 1, "year", "historical", norms[at])


def _said(view: View, statement: Statement) -> list[str]:
    return view.norms[statement.start : statement.end]


def past_dates(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a day of a note as the date of what stands before it, as in `C5 was tender on 4/21`."""
    if statement.turn >= 0:
        return
    for at in _places(view, statement, _STROKES):
        opens = view.norms[at - 2 : at - 1] == ["on"] and at - 2 > statement.start
        day = view.norms[at - 1 : at] + view.norms[at + 1 : at + 2]
        said = view.norms[max(statement.start, at - 2 - _CLAUSE) : at - 2]
        if opens and all(number.isdecimal() for number in day) and _is_told(view, statement, said):
            yield Cue(at - 2, at + 2, "year", "historical", "on")


def _is_told(view: View, statement: Statement, said: list[str]) -> bool:
    """Tell whether a clause tells of the past, and not of a study that was made then."""
    return not PAST_FORMS.isdisjoint(said) and not studies(view, statement)


def names_earlier_visit(norms: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words name an earlier visit, as in `which wasn't there last time`."""
    return any(norms[at] in LAST and norms[at + 1] in _visits() for at in range(start, end - 1))
