"""Lesions that a note puts an end to, voids, or leaves to others: `All three have cleared.`, `I do not agree.`."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import heads_in, is_stated
from scribe.extraction.lexicon.lesions.struck_off import ERRORS
from scribe.extraction.lexicon.quoted import last_span
from scribe.extraction.lexicon.view.saying import saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Lesion, Span

_ALL = frozenset({"all", "each", "these", "those", "they", "everything"})
_NONE = frozenset({"none", "neither", "nothing"})
_NUMBERS = {"both": 2, "neither": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_LEFT = frozenset({
    "remain", "remains", "remained", "persist", "persists", "persisted", "present", "found", "palpable", "left",
    "active", "detectable", "there", "evident", "demonstrable",
})  # fmt: skip
_SOON = 6
_MADE_BETTER = frozenset({"corrected", "reduced"})
_MEANS = frozenset({"with", "after", "following", "by", "post", "during", "posttreatment"})
_DISCHARGED = frozenset({"discharge", "discharged", "release", "released"})
_NOT_SHARED = frozenset({"agree", "concur", "share", "endorse", "adopt", "subscribe", "side", "corroborate"})
_OPINION = frozenset({"position", "view", "opinion", "stance", "judgement", "judgment", "stand", "comment"})
_FORMED = frozenset({"take", "have", "make", "offer", "express", "hold", "give", "pass", "took", "taking", "making"})
_DENIED = 3
_ABOVE = frozenset({"above"})
_BEFORE = 8
_VOID = frozenset({
    "void", "voided", "disregard", "ignore", "nullified", "invalid", "erroneous", "rescinded", "retracted", "revoked",
    "annulled", "cancelled", "canceled",
})  # fmt: skip
_LEADING = frozenset({
    ",", "-", ":", "(", ";", ".", "[", "please", "=", "is", "was", "be", "now", "as", "and", "|", "to",
})  # fmt: skip
_ENTRY = 24
_FIRST = frozenset({"i", "my", "our", "we"})
_FORMS = frozenset({"form", "sheet", "questionnaire", "survey", "checklist", "intake", "paperwork", "diary", "app"})
_FILLERS = frozenset({"patient", "patients", "pt", "self", "parent", "mother", "family"})
_FILLED = frozenset({"filled", "completed", "written", "answered", "self-completed", "self-reported", "ticked"})
_HEADING = 12
_PARTED = frozenset({".", ";", ")", "-", "*", "\u2022"})
_REMOVED = frozenset({
    "removed", "deleted", "withdrawn", "dropped", "struck", "retired", "eliminated", "erased", "discarded",
})  # fmt: skip
_TAKEN = frozenset({("taken", "out"), ("taken", "off"), ("crossed", "out"), ("crossed", "off"), ("no", "longer")})
_EXAMPLES = frozenset({
    ("made", "up"), ("model", "patient"), ("example", "chart"), ("sample", "chart"), ("practice", "case"),
    ("example", "wording"), ("sample", "wording"), ("sample", "text"), ("example", "text"), ("example", "phrase"),
    ("sample", "phrase"), ("suggested", "wording"), ("teaching", "case"), ("teaching", "example"),
    ("practice", "chart"), ("sample", "note"), ("example", "case"),
})  # fmt: skip
_TYPICAL = frozenset({"case", "presentation", "picture", "example", "signs", "findings", "features"})
"""Words with which a textbook is only likened to: `a textbook case of`."""
_QUOTES = frozenset({'"', "\u201c"})
_CLOSING = frozenset({'"', "\u201d"})


def without_withdrawn(view: View, scenes: Iterable[Scene], lesions: Sequence[Lesion]) -> list[Lesion]:
    """Leave out the lesions that later words of a note end or void, or that are somebody else's.

    Args:
        view: The document's words.
        scenes: Its statements.
        lesions: What was read in them.
    """
    if view.document.turns or not lesions:
        return [*lesions]
    left = [one for one in lesions if is_stated(one)]
    gone = {one for scene in scenes for one in (*_ended(scene, left), *_disclaimed(scene, left))}
    gone.update(_mistaken(view, left))
    spans = [*_voided(view), *_removed(view), *_filled_in(view), *_taught(view)]
    void = {one for one in left if any(start <= last_span(one)[0] < end for start, end in spans)}
    return [one for one in lesions if one not in gone | void]


def _ended(scene: Scene, lesions: Sequence[Lesion]) -> list[Lesion]:
    """Return the lesions that a statement says to be over, without naming them: `None of the above remains.`."""
    at = _verdict(scene)
    if at is None:
        return []
    before = scene.view.tokens.spans[at][0]
    run = _run_before(scene.view, lesions, before)
    if not run or (_DISCHARGED.isdisjoint(scene.said) and _is_treated(scene.view, run, at)):
        return []
    counts = (_NUMBERS[word] for word in scene.view.norms[at : at + _DENIED] if word in _NUMBERS)
    return run[-next(counts, len(run)) :]


def _mistaken(view: View, lesions: Sequence[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions that a statement says to stand above it by mistake: `Region above entered in error.`."""
    for statement in statements_at(view, saying(view, _ABOVE)):
        if not ERRORS.isdisjoint(pairwise(view.norms[statement.start : statement.end])):
            yield from _run_before(view, lesions, view.tokens.spans[statement.start][0])


def _verdict(scene: Scene) -> int | None:
    """Return where a statement takes up lesions named before, to say that they are over."""
    norms, statement = scene.view.norms, scene.statement
    pointing = _ALL | _NONE | {"both"}
    if scene.said.isdisjoint(pointing) or (not _MEANS.isdisjoint(scene.said) and scene.terms("care")):
        return None
    for at in range(statement.start, statement.end):
        if norms[at] in pointing:
            verb = at + 1
            while verb < min(statement.end, at + _SOON) and norms[verb] in words("ended_subjects"):
                verb += 1
            if _is_over(scene, norms[at], verb):
                return at
    return None


def _is_over(scene: Scene, pointer: str, verb: int) -> bool:
    """Tell whether what is said of all, or none, of what was named ends it."""
    if verb >= scene.statement.end:
        return False
    if pointer in _NONE:
        return scene.view.norms[verb] in _LEFT
    over = [hit for hit in scene.terms("cues", "after", "before") if hit.term.value == "historical" and hit.end > verb]
    made = [hit for hit in over if hit.term.text in _MADE_BETTER]
    return any(hit.start <= verb for hit in over) and len(made) < len(over)


def _run_before(view: View, lesions: Sequence[Lesion], before: int) -> list[Lesion]:
    """Return the lesions that the statements right before some words name in a row."""
    earlier = sorted((one for one in lesions if last_span(one)[0] < before), key=last_span)
    starts = [view.tokens.spans[statement.start][0] for statement in view.statements]
    run: list[Lesion] = []
    for one in reversed(earlier):
        at, last = (bisect_right(starts, last_span(of)[0]) for of in (one, run[-1] if run else one))
        if last - at > 1:
            break
        run.append(one)
    return run[::-1]


def _is_treated(view: View, run: Sequence[Lesion], at: int) -> bool:
    """Tell whether a treatment stands between lesions and what became of them: it ended them at this visit."""
    since = view.tokens.between((last_span(run[-1])[0], view.tokens.spans[at][0]))
    return bool(view.terms("care", Chunk(since.start, at)))


def _disclaimed(scene: Scene, lesions: Sequence[Lesion]) -> Iterator[Lesion]:
    """Yield the lesions of somebody else that the writer does not agree with, or takes no position on."""
    if not _disclaims(scene):
        return
    before = scene.view.tokens.spans[scene.statement.end - 1][1]
    for one in lesions:
        if last_span(one)[1] <= before and _is_of_others(scene.view, one):
            yield one


def _disclaims(scene: Scene) -> bool:
    """Tell whether the writer does not share what others hold: `I do not agree`, `I take no position`."""
    norms, statement = scene.view.norms, scene.statement
    if scene.statement.asks or _FIRST.isdisjoint(scene.said):
        return False
    if "disagree" in scene.said or {"neither", "confirm", "deny"} <= scene.said:
        return True
    for at in range(statement.start, statement.end):
        before = norms[max(statement.start, at - _DENIED) : at]
        if norms[at] in _NOT_SHARED and any(map(is_particle, before)):
            return True
        if norms[at] in _OPINION and "no" in before and not _FORMED.isdisjoint(before):
            return True
    return False


def _is_of_others(view: View, lesion: Lesion) -> bool:
    """Tell whether a lesion stands in what somebody else wrote: `The resident documents`, `PT note: "…"`."""
    place = view.tokens.between(last_span(lesion)).start
    statement = view.statements[bisect_right(view.statements, place, key=attrgetter("start")) - 1]
    line = view.tokens.between(view.lines[statement.line - 1]).start
    said = view.norms[max(line, statement.start - _BEFORE) : place]
    named = words("trainees") | words("colleagues") | words("papers") | words("tellers") | _QUOTES
    return not named.isdisjoint(word.removesuffix("'s") for word in said)


def _voided(view: View) -> Iterator[Span]:
    """Yield the entries of a list that a remark behind them voids: `L4 - entered by the desk, void`."""
    for at in view.indices(_VOID):
        line = next((one for one in view.lines if one[0] <= view.tokens.spans[at][0] < one[1]), None)
        if line and view.norms[at - 1] in _LEADING and not _goes_on(view, at):
            start = max(view.tokens.between(line).start, at - _ENTRY, _said_before(view, at))
            yield view.tokens.spans[_entry_start(view, start, at)][0], view.tokens.spans[at][0]


def _said_before(view: View, at: int) -> int:
    """Return where the statement of a remark begins; where it is one of its own, the statement before."""
    own = bisect_right(view.statements, at, key=attrgetter("start")) - 1
    alone = at - view.statements[own].start < _DENIED and own > 0
    return view.statements[own - alone].start


def _goes_on(view: View, at: int) -> bool:
    """Tell whether something else is said behind a word, as in `void of` and `ignore the film`."""
    return view.norms[at + 1 : at + 2] in (["of"], ["the"], ["my"], ["his"], ["her"], ["symptoms"], ["pain"], ["for"])


def _entry_start(view: View, start: int, at: int) -> int:
    """Return where the entry begins that ends at a word: behind the lesion named before the last one."""
    stated = heads_in(view, Chunk(start, at))
    return stated[-2].end if len(stated) > 1 else start


def _removed(view: View) -> Iterator[Span]:
    """Yield what a heading says was taken off the list: `Removed from version 1: …`, `Taken off today:`."""
    if view.said.isdisjoint(_REMOVED | {one for one, _ in _TAKEN}) or ":" not in view.said:
        return
    below = False
    for line in view.lines:
        said = view.tokens.between(line)
        norms = view.norms[said.start : said.stop]
        for at in [at for at, word in enumerate(norms) if word == ":"]:
            start = next((back + 1 for back in range(at - 1, -1, -1) if norms[back] in _PARTED), 0)
            opening = [word for word in norms[start:at] if word.isalpha()]
            if at - start <= _HEADING and (_REMOVED & {*opening[:1]} or tuple(opening[:2]) in _TAKEN):
                end = next((on for on in range(at, len(norms)) if norms[on] == "."), len(norms) - 1)
                yield view.tokens.cover(said.start + start, said.start + end + 1)
        below = bool(norms) and _goes_on_below(norms, below=below)
        if below:
            yield line


def _goes_on_below(norms: list[str], *, below: bool) -> bool:
    """Tell whether what was taken off is listed in the lines below a line."""
    if norms[-1] == ":":
        return not _REMOVED.isdisjoint(norms[:1]) or tuple(norms[:2]) in _TAKEN
    return below and ":" not in norms


def _filled_in(view: View) -> Iterator[Span]:
    """Yield what stands behind the heading of a form that the patient filled in, to the end of its line."""
    if view.said.isdisjoint(_FORMS) or view.said.isdisjoint(_FILLERS):
        return
    for line in view.lines:
        said = view.tokens.between(line)
        opening = view.norms[said.start : min(said.stop, said.start + _HEADING)]
        colon = opening.index(":") if ":" in opening else 0
        colon = 0 if "." in opening[:colon] else colon
        head = {part for word in opening[:colon] for part in (word, *word.split("-"))}
        if _FORMS & head and _FILLERS & head and (_FILLED & head or "intake" in head or "self" in head):
            yield view.tokens.cover(said.start, _end_of_answers(view, said.start + colon + 1, said.stop))


def _end_of_answers(view: View, start: int, end: int) -> int:
    """Return where the answers on a form end: with what is quoted of it, before the next heading, or with the line."""
    norms = view.norms
    if norms[start] in _QUOTES:
        return next((at + 1 for at in range(start + 1, end) if norms[at] in _CLOSING), end)
    headings = (at for at in range(start + 1, end - 1) if norms[at - 1] in {".", "!"} and ":" in norms[at + 1 : at + 4])
    return next(headings, end)


def _taught(view: View) -> Iterator[Span]:
    """Yield the sentences that show something on an example, and no patient: `the model chart from the textbook`."""
    named = words("invented") | {one for one, _ in _EXAMPLES}
    for statement in view.statements if not view.said.isdisjoint(named) else ():
        if _is_example(view, statement):
            yield view.tokens.cover(statement.start, statement.end)


def _is_example(view: View, statement: Statement) -> bool:
    said = [*(word for word in view.norms[statement.start : statement.end] if word != "-"), "."]
    pairs = {*pairwise(said)}
    if not _EXAMPLES.isdisjoint(pairs):
        return True
    return any(one in words("invented") and other not in _TYPICAL for one, other in pairs)
