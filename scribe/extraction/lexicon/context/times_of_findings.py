"""When something was found: at an earlier day, now, or after treatment; only what is found now is a finding.

`5/5 in March, 4/5 now`, `on March 2 I found a tender sulcus`, `restricted before, moving freely after`.
"""

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_PAUSES = frozenset({",", ";", ".", "(", ")", "and", "but", "comma", "from", "to", "->", "→"})
_DATING = frozenset({"in", "on", "at", "last", "of", "since"})
_LONGEST = 10
_TELLING = frozenset({"was", "were"})
_FOUND = frozenset({("i", "had"), ("we", "had")})
"""What an examiner says of the examination just done."""

_THEN = frozenset({
    "was", "were", "found", "noted", "showed", "revealed", "described", "felt", "documented", "recorded",
})  # fmt: skip
_LEADING = frozenset({"on", "in", "at", "of", "from", "back", "last", "the"})
_LAPSES = frozenset({"week", "month", "fall", "spring"})
_EARLIER = frozenset(
    (order, visit)
    for order in ("first", "last", "previous", "prior", "initial", "earlier")
    for visit in ("visit", "exam", "examination", "evaluation", "note", "report", "encounter", "appointment")
)
_LED, _OPENING_OF_DAY, _NAMED, _HEADING = 5, 14, 7, 60


def is_outdated(scene: Scene, value: Hit) -> bool:
    """Tell whether a result is one of an earlier day, where a statement gives another one too.

    Args:
        scene: The statement.
        value: The result.
    """
    others = [hit for hit in scene.terms("neuro", "value") if hit.start != value.start]
    return bool(others) and _is_of_earlier(scene, value) and any(not _is_of_earlier(scene, other) for other in others)


def opens_on_earlier_day(scene: Scene) -> bool:
    """Tell whether a note's statement opens with a day before this visit, as in `On March 2 I found a tender sulcus`.

    The day that heads the note is its own.

    Args:
        scene: The statement.
    """
    start, norms = scene.statement.start, scene.view.norms
    if scene.statement.turn >= 0 or scene.said.isdisjoint(_THEN):
        return False
    opening = norms[start : min(start + _OPENING_OF_DAY, scene.statement.end)]
    led = next((at for at, word in enumerate(opening[:_LED]) if word in _LEADING), None)
    if led is None or not _THEN.isdisjoint(opening[:led]):
        return False
    said = opening[led + 1 : led + _NAMED]
    if "today" in opening:
        return False
    if any(pair in _EARLIER for pair in pairwise(said)):
        return True
    month = next((at for at, word in enumerate(said) if word in words("months") - _LAPSES), None)
    if month is None:
        return False
    before, day = opening[led + month], {word for word in said[max(0, month - 1) : month + 2] if word.isdecimal()}
    named = before in _DATING or bool(day)
    headed = norms[: min(start, _HEADING)]
    return named and start > 0 and not (day and day.issubset(headed) and said[month] in headed)


def is_dated(scene: Scene, mention: Item) -> bool:
    """Tell whether the words around a mention name an earlier day, as in `the slump lit it up two weeks ago`.

    Args:
        scene: The statement.
        mention: The mention.
    """
    said = _clause(scene, mention)
    dated = any(one in _DATING and other in words("dates") for one, other in pairwise(said))
    return words("now").isdisjoint(said) and (dated or "ago" in said)


def later_values(scene: Scene, value: Hit) -> list[Hit]:
    """Return the results after one that takes none of them for its own, those of its day left out."""
    after = [hit for hit in scene.terms("neuro", "value") if hit.start >= value.end]
    return [hit for hit in after if not _is_of_earlier(scene, hit)]


def _is_of_earlier(scene: Scene, value: Hit) -> bool:
    said = _clause(scene, value)
    if words("now").intersection(said):
        return False
    dated = any(one in _DATING and other in words("dates") for one, other in pairwise(said))
    then = words("back_then").intersection(said)
    if not _FOUND.isdisjoint(pairwise(said)):
        then -= {"had"}
    return dated or bool(then - _TELLING) or (bool(then) and not _only_tells(scene, said))


def _only_tells(scene: Scene, said: list[str]) -> bool:
    """Tell whether a past verb only tells of the examination, as in `power was 4/5 in the left wrist and full`.

    Of an earlier day it tells where it opens its clause, as in `5/5, was 4/5`, or another result stands in the present.
    """
    return not _TELLING.intersection(said[:1]) and not scene.says("now")


def _clause(scene: Scene, value: Item) -> list[str]:
    """Return the words around a result up to the next pause."""
    norms, statement = scene.view.norms, scene.statement
    start, end = value.start, value.end
    while start > max(statement.start, value.start - _LONGEST) and norms[start - 1] not in _PAUSES:
        start -= 1
    while end < min(statement.end, value.end + _LONGEST) and norms[end] not in _PAUSES:
        end += 1
    return norms[start:end]


_OPENING = 4
_NEAR = 4
_AFTER = frozenset({"after", "following", "post", "postop", "once"})
_AFTERWARDS = frozenset({"after", "afterward", "afterwards"})
_COMPARING = frozenset({"than", "compared", "since", "after"})
_STARTED = frozenset({"started", "began", "start"})
_ENDS = frozenset({"end", "close", "finish", "conclusion"})
_LONG_AGO = 14
_AGAIN = frozenset({"now", "still", "better", "looser", "freer", "softer", "improved", "nicer", "recheck", "retest"})
_TREATING = frozenset({
    "i'm", "gonna", "going", "i'll", "let's", "we", "i", "treated", "adjusted", "adjusting", "released",
})  # fmt: skip
_OTHER_TIME = frozenset({
    "last", "monday", "tuesday", "wednesday", "thursday", "friday", "ago", "yesterday", "before", "if", "not", "next",
    "won't", "don't", "week", "later",
})  # fmt: skip
_PLEASED = frozenset({("there", "we"), ("there", "it"), ("there", "you"), ("here", "we"), ("and", "there")})
_HOW_NOW = (["how", "that"], ["how", "does"], ["how", "is"], ["how", "it"])
_DOWN = frozenset({("is", "down"), ("are", "down"), ("went", "down"), ("come", "down"), ("came", "down")})
_BREATHING = frozenset({("breathe", "out"), ("and", "out"), ("breath", "out"), ("let", "go")})
_NEVER = frozenset({"no", "not", "without"})


def is_recheck(scene: Scene) -> bool:
    """Tell whether a statement opens as a recheck, as in `Improved motion at T6`.

    What is compared with another visit, or has not improved, is a finding of this one.
    """
    if _is_since_start(scene) or _opens_after(scene) or _is_now(scene) or _is_felt_again(scene):
        return True
    spoken = scene.statement.turn >= 0
    said = [word for word in scene.words() if not (spoken and word in words("leading_up"))]
    opening = said[:_OPENING]
    after = words("after_treatment").intersection(opening)
    if after == {"post"} and _stands_behind(scene):
        return False
    if not after or (after <= words("badly_moving") and words("moving").intersection(opening)):
        return False
    falls_short = "still" in said and not _NEVER.isdisjoint(said)
    return not falls_short and not _NEVER.intersection(opening) and not _is_compared(scene)


def _stands_behind(scene: Scene) -> bool:
    """Tell whether a post tells of a bone how it stands, or of a way it moves: `fib head post`, `post glide`."""
    ends = {place.end for place in scene.view.fixing(scene.statement)}
    motions = {hit.start for hit in scene.terms("tart", "motion")}
    posts = [hit for hit in scene.terms("tart", "position") if hit.term.text.startswith("post")]
    return any(hit.start in ends or hit.end in motions for hit in posts)


def _is_since_start(scene: Scene) -> bool:
    """Tell whether a statement compares with the beginning of the visit, as in `less tight than when we started`."""
    said = scene.words()
    return any(
        word == "than" and not _STARTED.isdisjoint(said[at + 1 : at + 1 + _NEAR]) for at, word in enumerate(said)
    )


def _is_now(scene: Scene) -> bool:
    """Tell whether speech tells how it is now, right after a treatment: `Push. Good. Now L3 turns`, `no more spasm`."""
    said = scene.words()
    relieved = said[0] == "now" or ("more" in said and any(pair == ("no", "more") for pair in pairwise(said)))
    if scene.statement.turn < 0:
        return False
    before = scene.view.statements_before(scene.statement)
    eased = "now" in said or not words("relieved").isdisjoint(said) or any(pair in _DOWN for pair in pairwise(said))
    if (eased and _asks_how_it_is(scene, before)) or _has_given_way(scene, before):
        return True
    if not relieved or _tells_more(scene):
        return False
    return any(hit.term.value == "manipulation" for one in before for hit in scene.view.terms("care", one))


def _is_felt_again(scene: Scene) -> bool:
    """Tell whether speech compares with how it was before a treatment just given, as in `Still tight, but better`."""
    if scene.statement.turn < 0 or _AGAIN.isdisjoint(scene.said):
        return False
    topic = scene.topic.place
    if any(topic is None or place.region != topic.region for place in scene.view.fixing(scene.statement)):
        return False
    at = bisect_left(scene.view.statements, scene.statement.start, key=attrgetter("start"))
    return any(_treats_now(scene, one) for one in scene.view.statements[max(0, at - _LONG_AGO) : at])


def _treats_now(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner says to be treating, as in `I'm adjusting L4 now` and `So we treated that`.

    Args:
        scene: A statement of the document.
        before: The statement of the examiner.
    """
    said = scene.words(before)
    if before.speaker == "patient" or before.asks or _TREATING.isdisjoint(said):
        return False
    given = any(hit.term.value == "manipulation" for hit in scene.view.terms("care", before))
    return (given or not words("treatment").isdisjoint(said)) and _OTHER_TIME.isdisjoint(said)


def _has_given_way(scene: Scene, before: list[Statement]) -> bool:
    """Tell whether an examiner has just been pleased with what gave way, as in `There we go. That's moving.`."""
    if not before or before[-1].turn != scene.statement.turn or scene.words()[:1] not in (["that"], ["it"], ["now"]):
        return False
    return tuple(scene.words(before[-1])[:2]) in _PLEASED and before[-1].end - before[-1].start <= _NEAR


def _asks_how_it_is(scene: Scene, before: list[Statement]) -> bool:
    """Tell whether it was just asked how it is after a treatment, as in `How's that feel?`."""
    return any(
        one.asks and one.speaker != "patient" and scene.words(one)[:2] in _HOW_NOW and "feel" in scene.words(one)
        for one in before
    )


def is_at_work(scene: Scene, before: Statement) -> bool:
    """Tell whether an examiner treats, or has the patient breathe out for it: a cry then is no finding.

    Args:
        scene: A statement of the document.
        before: The statement.
    """
    out = any(pair in _BREATHING for pair in pairwise(scene.words(before)))
    return before.speaker != "patient" and (out or "exhale" in scene.words(before) or _treats_now(scene, before))


def _tells_more(scene: Scene) -> bool:
    """Tell whether a statement goes on to another region, or tells what is wrong, which a recheck does not."""
    topic = scene.topic.place
    elsewhere = any(topic is None or place.region != topic.region for place in scene.view.places(scene.statement))
    return elsewhere or any(scene.assertion(hit) == "present" for hit in scene.terms("tart", "finding"))


def _opens_after(scene: Scene) -> bool:
    """Tell whether a statement opens with the end of something and tells relief, as in `Once that was done, softer`."""
    said = scene.words()
    if said[0] in {"at", "by"} and _ENDS.intersection(said[1:_NEAR]):
        return not words("treatment").isdisjoint(said[: 2 * _NEAR])
    finished = said[0] in _AFTER or (said[0] == "once" and not {"done", "finished", "released"}.isdisjoint(said))
    return finished and not words("relieved").isdisjoint(said) and not _is_compared(scene)


def is_after_treatment(scene: Scene, mention: Item) -> bool:
    """Tell whether a mention tells how it was after treatment, as in `restricted before, moving freely after`."""
    chunk = scene.chunk(mention)
    said = [word for word in scene.words(chunk) if word.isalnum()]
    if said and said[-1] in _AFTERWARDS:
        return True
    treated = _treatment(scene)
    if treated is None:
        return False
    well = any(hit.term.assertion == "absent" for hit in scene.terms("tart", "normal", part=chunk))
    relieved = well or bool(words("relieved").intersection(scene.words(chunk))) or _falls(scene.words(chunk))
    return treated < mention.start or (relieved and chunk.start <= treated < chunk.end)


def _falls(said: list[str]) -> bool:
    """Tell whether a score falls, as in `went from 7 to 2`."""
    at = next((index for index, word in enumerate(said) if word == "from"), len(said))
    score = said[at + 1 : at + 4]
    return score[1:2] == ["to"] and score[0].isdecimal() and score[-1].isdecimal() and int(score[-1]) < int(score[0])


def _is_compared(scene: Scene) -> bool:
    """Tell whether a statement compares with an earlier visit, as in `less tender than last time`."""
    said = scene.words()
    return any(
        word in _COMPARING and bool(words("earlier_visit").intersection(said[index + 1 : index + 1 + _NEAR]))
        for index, word in enumerate(said)
    )


def _treatment(scene: Scene) -> int | None:
    """Return where a statement says `after` of a treatment of this visit."""
    norms, statement = scene.view.norms, scene.statement
    if not _AFTER.intersection(norms[statement.start : statement.end]):
        return None
    for index in range(statement.start, statement.end):
        if norms[index] not in _AFTER:
            continue
        near = Chunk(index + 1, min(index + 1 + _NEAR, statement.end))
        said = norms[near.start : near.end]
        if words("earlier_visit").intersection(said):
            continue
        treats = any(hit.term.value in {"manipulation", "massage"} for hit in scene.terms("care", part=near))
        if treats or words("treatment").intersection(said):
            return index
    return None
