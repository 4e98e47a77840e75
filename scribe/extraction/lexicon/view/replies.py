"""Answers to questions: what the next turn says to the one before."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from scribe.extraction.lexicon.view.hesitations import behind_hesitation
from scribe.extraction.lexicon.view.leaving_out import PAUSES, is_of_else
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.schema import Laterality
from scribe.terminology.regions import LIMBS

Answer = Literal["yes", "no", "normal", "same", "past"]

_ANSWERS: dict[str, Answer] = {
    "assent_reply": "yes",
    "positive_reply": "yes",
    "negative_reply": "no",
    "normal_reply": "normal",
    "same_reply": "same",
}
_REACH = 12
_EARLY = 3
_SHORT = 6
_TELLING = 2
"""Letters that a word has at most that tells nothing by itself."""
_CLEARING = (["no"], ["normal"])
"""What an answer says of the one side that it clears, as in `Yes. The right's fine.`."""
_CLAUSE_ENDS = frozenset({".", "!", "?", ";", ","})
_NOT = frozenset({"not", "nothing", "isn't", "doesn't", "never"})
_TURNS = ([",", "not"], ["not", "the"], ["not", "on"], ["but", "not"])
"""Words behind a side that deny only the next, as in `On the left, not on the right.`."""
_BEFORE_SIDE = frozenset({"on", "the", "my", "at", "in"})
_NOTHING_ELSE = frozenset({"only", "just"})
_WHOSE = frozenset({
    "my", "the", "in", "just", "only", "both", "left", "right", "mostly", "mainly", "all", "these", "two", "three",
    "and", "of", "sometimes", "maybe", "on",
})  # fmt: skip
"""Words around a part of a limb that say nothing else."""
_STRESSED = frozenset({"i have", "i do", "i am", "it is", "it does", "there is", "they do", "they are", "it has"})
_STOPPED = frozenset({".", ",", ";", "but", "just", "only"})
_AFFIRMED = frozenset({"yes", "yeah", "though", "yep", "yup", "sure", "definitely", "do", "does", "is", "are"})
"""Words that close an answer which affirms another place than was denied."""
_THAT_ONE = frozenset({
    ("that", "one"), ("that", "spot"), ("right", "there"), ("this", "one"), ("there", "it"), ("that", "hurts"),
})  # fmt: skip
"""Words behind a yes that point to one of several places."""
_UNABLE = frozenset({"i can't", "i cannot"})
"""Words that answer alone, unlike in `I can't feel my toes`."""
_MORE = frozenset({"more", "mostly", "mainly", "worse", "definitely", "especially"})
"""Words behind a side that say yes of it, as in `The right more, the left not so much.`."""
_WHEN = frozenset({"if", "when", "after"})
_SENTENCES = frozenset({".", "!", "?"})
_HEDGED = frozenset({"it's not", "it isn't", "not", "not really", "i don't", "i wouldn't say that", "not too much"})
_ENDS = frozenset({".", "!", "?", ";"})
_BARE_PAST = frozenset({"gone"})
"""Words that alone say that something is past, unlike in `gone numb`."""
_CLOSED = frozenset({".", ",", "!", "comma", "period", "since", "now", "after", "by", "ever", "with"})
_DENYING = frozenset({"no", "nope", "nah", "never"})


class Remark(NamedTuple):
    """What an answer says besides yes or no: of which side it speaks."""

    side: Laterality | None
    """The side it names."""
    other: bool
    """Whether it speaks of the other side than the question."""
    too: bool
    """Whether that side comes in addition."""
    whole: bool
    """Whether nothing else is said up to the end of the sentence."""
    end: int
    """Index after its last token."""


class Reply(NamedTuple):
    """What an answer says, and where its telling words end."""

    answer: Answer
    """Yes, no, that all is normal, that it is as it was, or that it is past."""
    start: int
    """Index of the first token of the answering turn."""
    end: int
    """Index after the last token of the telling words."""
    agrees: bool
    """Whether it may agree with a denial as well, as `right` and `yeah` do, unlike `a little`."""
    remark: Remark
    """The side that it speaks of."""
    named: bool
    """Whether it only names a side, and says neither yes nor no."""
    sided: tuple[tuple[Laterality, Answer], ...] = ()
    """What it says of each side, where it answers for several, as in `Left no. Right, yes.`"""


class Said(NamedTuple):
    """An answering turn."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    cues: Sequence[Hit]
    """The answering words in it, in order."""
    places: Sequence[Place]
    """The places in it."""
    sides: Sequence[Side]
    """The sides in it."""


def reply_to(tokens: Tokens, said: Said) -> Reply | None:
    """Read the answer at the beginning of a turn, and what it says of each side where it tells them apart.

    Args:
        tokens: The words of the document.
        said: The turn.

    Returns:
        The answer, or None where the turn says neither yes, no, normal nor a side alone.
    """
    reply = _reply_to(tokens, said)
    if reply is None:
        return reply
    sided = tuple(_by_side(tokens.norms, said))
    clears = reply.answer == "yes" and reply.remark.side is None and [answer for _, answer in sided] in _CLEARING
    clears = clears and _is_near(tokens.norms, reply, said.sides[0])
    return reply._replace(sided=sided) if clears or len({side for side, _ in sided}) > 1 else reply


def _is_near(norms: list[str], reply: Reply, side: Side) -> bool:
    """Tell whether a side stands right behind a yes or no, and nothing parts what is said of it."""
    return side.start - reply.end <= _EARLY + 1 and "," not in norms[side.end : side.end + _EARLY]


def _by_side(norms: list[str], said: Said) -> Iterator[tuple[Laterality, Answer]]:
    """Read the yes or no right behind each side that an answer names, or the `not` before it."""
    for side in said.sides:
        if side.start - said.start > _REACH:
            return
        behind = [hit for hit in said.cues if side.end <= hit.start <= side.end + _EARLY]
        answers = [_ANSWERS[hit.term.role] for hit in behind if hit.term.role in _ANSWERS]
        turns = norms[side.end : side.end + 2] in _TURNS and not _is_denied_before(norms, said, side)
        if turns or (norms[side.end : side.end + 1] and norms[side.end] in _MORE):
            yield side.value, "yes"
            continue
        if answers and not _ENDS.intersection(norms[side.end : behind[0].start]):
            yield side.value, answers[0]
        elif _is_denied(norms, said, side):
            yield side.value, "no"


def _is_denied(norms: list[str], said: Said, side: Side) -> bool:
    """Tell whether an answer only denies a side, as in `Not the left.` and `The right's not sore.`."""
    behind = norms[side.end : min(side.end + _EARLY, said.end)]
    return _is_denied_before(norms, said, side) or not _NOT.isdisjoint(
        takewhile(lambda word: word not in _CLAUSE_ENDS, behind)
    )


def _is_denied_before(norms: list[str], said: Said, side: Side) -> bool:
    at = side.start - 1
    while at >= said.start and norms[at] in _BEFORE_SIDE:
        at -= 1
    return at >= said.start and norms[at] in _NOT


def _reply_to(tokens: Tokens, said: Said) -> Reply | None:
    """Read the answer at the beginning of a turn; None where it says neither yes, no, normal nor a side alone."""
    norms = tokens.norms
    openers = words("reply_openers")
    position = behind_hesitation(norms, said.start, said.end)
    while position < said.end and norms[position] in openers and all(hit.start != position for hit in said.cues):
        position += 1
    found = _deciding(norms, said, position)
    if found == "open":
        return None
    if found is None:
        return _named(norms, said, position)
    if found.term.role == "past_reply":
        return _reply(norms, said, "past", found)
    return _elsewhere(norms, said, found) or _reply(norms, said, _says(found), found)


def _deciding(norms: list[str], said: Said, position: int) -> Hit | Literal["open"] | None:
    """Return the term that decides an answer; `open` where it stays open, and None where no term answers."""
    chosen: Hit | None = None
    for hit in said.cues:
        if hit.start - position > _REACH:
            break
        if hit.start < position:
            continue
        if hit.term.role == "past_reply":
            if hit.term.text in _BARE_PAST and hit.end < said.end and norms[hit.end] not in _CLOSED:
                continue
            return _over(chosen, hit)
        if hit.term.role == "open_reply" and chosen is None:
            return "open"
        if _takes_over(norms, said, chosen, hit, position):
            chosen = hit
    return chosen


def _over(chosen: Hit | None, past: Hit) -> Hit | Literal["open"]:
    """Weigh a past against what was answered before it: a no stays one, and a yes leaves the answer open."""
    if chosen is None or chosen.start == past.start or _is_refused(chosen, past):
        return past
    return chosen if _says(chosen) == "no" else "open"


def _takes_over(norms: list[str], said: Said, chosen: Hit | None, hit: Hit, position: int) -> bool:
    """Tell whether a term answers in the place of the one before it."""
    if chosen is not None and (_concedes(norms, chosen, hit) or _denies_after_all(norms, said, chosen, hit)):
        return True
    answer = _ANSWERS.get(hit.term.role)
    if chosen is not None and answer == "yes" and _says(chosen) == "no" and _points(norms, hit):
        return True  # Of several places touched in turn, the last is the one that hurts.
    if answer is None or not _answers(norms, said, hit, position):
        return False
    if chosen is None:
        return True
    goes_on = _goes_on(norms, chosen, hit) or _revises(norms[chosen.end : hit.start]) or _objects(chosen, hit)
    return goes_on and not _only_likens(norms, chosen, hit) and norms[chosen.start] not in words("cries")


def _only_likens(norms: list[str], chosen: Hit, hit: Hit) -> bool:
    """Tell whether a not behind a yes only likens it to something worse, as in `A little. Not like the jaw.`."""
    likens = hit.term.text == "not" and not words("likening").isdisjoint(norms[hit.end : hit.end + 1])
    return likens and _says(chosen) == "yes"


def _elsewhere(norms: list[str], said: Said, chosen: Hit) -> Reply | None:
    """Read an answer that denies one place and affirms another: `Not in the legs. My fingertips, yes.`."""
    if chosen.term.text != "not" or norms[chosen.end : chosen.end + 1] not in (["in"], ["on"], ["down"]):
        return None
    reach = range(chosen.end, min(said.end, chosen.end + _REACH))
    start = next((at + 1 for at in reach if norms[at] in _STOPPED), None)
    if start is None:
        return None
    end = next((at for at in range(start, said.end) if norms[at] in _ENDS), said.end)
    affirms = end - start <= _SHORT + 1 and norms[end - 1] in _AFFIRMED
    ends = limb_words()
    placed = any(start <= place.start < end for place in said.places) or not ends.isdisjoint(norms[start:end])
    if not affirms or not placed:
        return None
    return Reply("yes", said.start, end, agrees=False, remark=_remark(norms, said, start), named=False)


def echo_of(tokens: Tokens, asked: range, said: Said) -> Reply | None:
    """Read an answer that only repeats words of the question as a yes, as in `Clear to the toe.`.

    Args:
        tokens: The words of the document.
        asked: The question.
        said: The turn after it.

    Returns:
        The answer, or None where it says something else, or asks back.
    """
    end = next((at for at in range(said.start, said.end) if tokens.norms[at] in _ENDS), said.end)
    told = tokens.norms[said.start : end]
    telling = {word for word in told if word.isalpha() and len(word) > _TELLING and word not in words("path")}
    if not telling or tokens.norms[end : end + 1] == ["?"] or len(told) > _SHORT:
        return None
    if not telling <= set(tokens.norms[asked.start : asked.stop]):
        return None
    return Reply("yes", said.start, end, agrees=True, remark=_remark(tokens.norms, said, said.start), named=False)


def stalls(tokens: Tokens, said: Said) -> bool:
    """Tell whether a turn puts an answer off, or asks what was meant, as in `Let me think.` and `Sorry?`."""
    told = tokens.norms[said.start : said.end]
    stays_open = (told[-1] == "?" and len(told) <= _REACH) or any(hit.term.role == "open_reply" for hit in said.cues)
    if not stays_open and words("stalling").isdisjoint(told):
        return False
    opening = [*islice((word for word in told if word.isalnum() or "'" in word), _EARLY)]
    if "depends" in opening:
        return False  # What it depends on is told, and nothing of it answers the question.
    return stays_open or not words("stalling").isdisjoint(opening)


def _named(norms: list[str], said: Said, position: int) -> Reply | None:
    """Read an answer that says neither yes nor no, but names a side or place, or something else than was asked."""
    remark = _remark(norms, said, said.start)
    limit = next((at for at in range(said.start, min(position + 1, said.end)) if norms[at] in words("limiting")), None)
    if (remark.whole or limit is not None) and (remark.side or remark.other):
        return Reply("yes", said.start, remark.end, agrees=False, remark=remark, named=True)
    if _names_part(norms, said):
        return Reply("yes", said.start, _sentence_end(norms, said), agrees=False, remark=remark, named=False)
    if remark.whole and any(place.region in LIMBS for place in said.places):
        return Reply("yes", said.start, remark.end, agrees=False, remark=remark, named=False)
    if limit is not None and norms[limit] in _NOTHING_ELSE and said.end - limit <= _SHORT:
        return Reply("no", said.start, limit + 1, agrees=False, remark=remark, named=False)
    return None


def _names_part(norms: list[str], said: Said) -> bool:
    """Tell whether a short answer only names a finger or a foot, as in `My pinky, mostly.`."""
    end = _sentence_end(norms, said)
    told = [word for word in norms[said.start : end] if word[0].isalnum()]
    short = 0 < len(told) <= _SHORT and norms[end : end + 1] != ["?"]
    return short and (words("limb_ends") | _WHOSE).issuperset(told)


def _sentence_end(norms: list[str], said: Said) -> int:
    return next((at for at in range(said.start, said.end) if norms[at] in _ENDS), said.end)


def _goes_on(norms: list[str], chosen: Hit, hit: Hit) -> bool:
    """Tell whether an answering term goes on with the one before it, as in `Yeah, sometimes`."""
    if chosen.term.role == "positive_reply" and _says(hit) == "normal":
        return False
    where = _says(chosen) == "normal" and hit.term.text in {"there", "right there"}  # All is normal there.
    how = _says(chosen) == "same" and norms[chosen.end] in _STOPPED  # As in `Same. It doesn't let up.`.
    return not (where or how) and hit.start - chosen.end <= 1 and (_says(chosen) != "no" or _says(hit) == "no")


def _is_refused(chosen: Hit, hit: Hit) -> bool:
    """Tell whether a no says of what was that it is over, as in `No, that went away`."""
    return hit.start - chosen.end <= 1 and (_says(chosen) == "no" or chosen.term.text.endswith("did"))


def _points(norms: list[str], hit: Hit) -> bool:
    """Tell whether a yes points to a place, as in `No. No. Yeah, that one.`."""
    after = [word for word in norms[hit.end : hit.end + _EARLY + 1] if word[0].isalnum()]
    return norms[hit.start] in words("answering") and tuple(after[:2]) in _THAT_ONE


def _objects(chosen: Hit, hit: Hit) -> bool:
    """Tell whether a no objects to a denial, as in `No, there is some`, which answers `No numbness?`."""
    near = hit.start - chosen.end <= 1
    return near and chosen.term.text == "no" and hit.term.text.startswith(("there is", "there's"))


def _asks_next(norms: list[str], position: int, stop: int) -> bool:
    """Tell whether the sentence behind an answer is the next question, as in `Yeah, there. And the left side here?`."""
    return next((norms[at] for at in range(position, stop) if norms[at] in _SENTENCES), "") == "?"


def _concedes(norms: list[str], chosen: Hit, hit: Hit) -> bool:
    """Tell whether a yes comes round from a hedged no, as in `It's not, uh, not really. Yeah, a little.`."""
    return chosen.term.text in _HEDGED and norms[hit.start] in {"yeah", "yes", "yep"} and norms[hit.start - 1] in _ENDS


def _denies_after_all(norms: list[str], said: Said, chosen: Hit, hit: Hit) -> bool:
    """Tell whether a no ends what only told how often, as in `I go all the time, but no.`."""
    closed = hit.end >= said.end or norms[hit.end] in _CLOSED
    denies = hit.term.text in _DENYING and norms[hit.start - 1] == "but"
    return denies and closed and norms[chosen.start] not in words("answering")


def _revises(between: list[str]) -> bool:
    """Tell whether the words between two answers take the first one back, as in `No. Well, actually yes.`."""
    revising = words("revising")
    fillers = words("revising_fillers")
    return bool(revising.intersection(between)) and all(word in revising or word in fillers for word in between)


def _says(hit: Hit) -> Answer:
    return _ANSWERS[hit.term.role]


def _reply(norms: list[str], said: Said, answer: Answer, hit: Hit) -> Reply:
    # Of `since Monday I have, yes` the yes stresses what is affirmed and agrees to no denial.
    stressed = (one.term.text in _STRESSED and 0 <= hit.start - one.end <= 1 for one in said.cues)
    contradicts = "actually" in norms[said.start : hit.start]
    agrees = hit.term.role == "assent_reply" and not (contradicts or any(stressed))
    sided = hit.term.role == "positive_reply" and any(side.start == hit.start for side in said.sides)
    return Reply(
        answer, said.start, hit.end, agrees, _remark(norms, said, hit.start if sided else hit.end), named=False
    )


def _answers(norms: list[str], said: Said, hit: Hit, position: int) -> bool:
    """Tell whether a term answers where it stands: a yes early or at the end, a right only alone."""
    if hit.term.text in _UNABLE and hit.end < said.end and norms[hit.end] not in _CLOSED:
        return False
    if is_of_else(norms, said.start, hit, said.places, said.sides):
        return False
    if hit.term.text == "at night" and norms[hit.start - 1] == "up":
        return False  # Who gets up at night has not said what was asked.
    if hit.term.text == "once" and hit.end < said.end and norms[hit.end] not in _CLOSED:
        return False
    if hit.term.text == "right" and (hit.start > position or (hit.end < said.end and norms[hit.end] not in _CLOSED)):
        return False
    early = hit.start <= position + _EARLY or norms[hit.start - 1] in words("revising")
    return _says(hit) != "yes" or early or _ends(norms, said, hit)


def _ends(norms: list[str], said: Said, hit: Hit) -> bool:
    """Tell whether a yes ends a short answer of its own, as in `The thumb is, yeah.` and `top of the foot yeah`."""
    closed = hit.end >= said.end or norms[hit.end] in {".", "!"}
    short = hit.start - said.start <= _SHORT and norms[hit.start] in {"yeah", "yes", "yep"}
    return closed and (short or norms[hit.start - 1] == ",")


def _limits(norms: list[str], position: int) -> bool:
    """Tell whether what follows only says when, or sets something apart: `The left one, if I stand too long.`."""
    behind_pause = norms[position - 1] in PAUSES
    return norms[position] == "but" or (behind_pause and norms[position] in _WHEN | {"not", "never"})


def _remark(norms: list[str], said: Said, start: int) -> Remark:
    """Read of which side an answer speaks, in its first words or right after its yes or no."""
    if start < said.end and norms[start] in _ENDS:
        start += 1
    named = {place.start: place.end for place in said.places} | {one.start: one.end for one in said.sides}
    side: Laterality | None = None
    position, last = start, start
    fillers = words("answer_fillers")
    while position < said.end and (position in named or norms[position] in fillers):
        last = named.get(position, last if norms[position] == "," else position + 1)
        if side != "bilateral":
            side = next((one.value for one in said.sides if one.start == position), side)
        position = named.get(position, position + 1)
    if start and norms[start - 1] in _ENDS and norms[position : position + 1] == ["?"]:
        position = last = start  # A question after the answer is the examiner's next.
        side = None
    crosses = start > 0 and norms[start - 1] in _ENDS
    goes_on = "," in norms[start : position + 1]
    clears = _clears(norms, said, start, position)
    if clears or (crosses and (goes_on or _asks_next(norms, position, said.end))):
        position = last = start
        side = None
    opening = norms[start:position]
    return Remark(
        side,
        other=bool(words("opposed").intersection(opening)),
        too=bool(words("as_well").intersection(norms[start : position + 1])),
        whole=position >= said.end or norms[position] in _ENDS or _limits(norms, position),
        end=last,
    )


def _clears(norms: list[str], said: Said, start: int, position: int) -> bool:
    """Tell whether the words behind a yes or no say that a side is well, as in `Yeah. The other side's fine.`."""
    end = next((at for at in range(start, said.end) if norms[at] in _ENDS), said.end)
    well = any(_says(hit) == "normal" for hit in said.cues if start < hit.start < end and hit.term.role in _ANSWERS)
    denied = not _NOT.isdisjoint(norms[position:end]) and not _limits(norms, position)
    return position > start and (well or denied)
