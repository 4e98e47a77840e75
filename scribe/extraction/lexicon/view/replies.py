"""Answers to questions: what the next turn says to the one before."""

from itertools import islice
from typing import Literal, NamedTuple

from scribe.extraction.lexicon.view.hesitations import behind_hesitation
from scribe.extraction.lexicon.view.leaving_out import is_of_else
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.remarks import ANSWERS, ENDS, Answer, Remark, Said, by_side, remark_of, says
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.schema import Laterality
from scribe.terminology.regions import LIMBS

_REACH = 12
_EARLY = 3
_SHORT = 6
_TELLING = 2
"""Letters that a word has at most that tells nothing by itself."""
_CLEARING = (["no"], ["normal"])
"""What an answer says of the one side that it clears, as in `Yes. The right's fine.`."""
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
_HEDGED = frozenset({"it's not", "it isn't", "not", "not really", "i don't", "i wouldn't say that", "not too much"})
_BARE_PAST = frozenset({"gone"})
"""Words that alone say that something is past, unlike in `gone numb`."""
_CLOSED = frozenset({".", ",", "!", "comma", "period", "since", "now", "after", "by", "ever", "with"})
_ACKNOWLEDGING = frozenset({"okay", "ok", "alright", "all right"})
_DENYING = frozenset({"no", "nope", "nah", "never"})


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
    sided = tuple(by_side(tokens.norms, said))
    clears = reply.answer == "yes" and reply.remark.side is None and [answer for _, answer in sided] in _CLEARING
    clears = clears and _is_near(tokens.norms, reply, said.sides[0])
    return reply._replace(sided=sided) if clears or len({side for side, _ in sided}) > 1 else reply


def _is_near(norms: list[str], reply: Reply, side: Side) -> bool:
    """Tell whether a side stands right behind a yes or no, and nothing parts what is said of it."""
    return side.start - reply.end <= _EARLY + 1 and "," not in norms[side.end : side.end + _EARLY]


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
    return _elsewhere(norms, said, found) or _reply(norms, said, says(found), found)


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
    return chosen if says(chosen) == "no" else "open"


def _takes_over(norms: list[str], said: Said, chosen: Hit | None, hit: Hit, position: int) -> bool:
    """Tell whether a term answers in the place of the one before it."""
    if chosen is not None and (_concedes(norms, chosen, hit) or _denies_after_all(norms, said, chosen, hit)):
        return True
    answer = ANSWERS.get(hit.term.role)
    if chosen is not None and answer == "yes" and says(chosen) == "no" and _points(norms, hit):
        return True  # Of several places touched in turn, the last is the one that hurts.
    if answer is None or not _answers(norms, said, hit, position):
        return False
    if chosen is None:
        return not (_only_acknowledges(norms, hit) and _named(norms, said, position))
    goes_on = _goes_on(norms, chosen, hit) or _revises(norms[chosen.end : hit.start]) or _objects(chosen, hit)
    return goes_on and not _only_likens(norms, chosen, hit) and norms[chosen.start] not in words("cries")


def _only_likens(norms: list[str], chosen: Hit, hit: Hit) -> bool:
    """Tell whether a not behind a yes only likens it to something worse, as in `A little. Not like the jaw.`."""
    likens = hit.term.text == "not" and not words("likening").isdisjoint(norms[hit.end : hit.end + 1])
    return likens and says(chosen) == "yes"


def _elsewhere(norms: list[str], said: Said, chosen: Hit) -> Reply | None:
    """Read an answer that denies one place and affirms another: `Not in the legs. My fingertips, yes.`."""
    if chosen.term.text != "not" or norms[chosen.end : chosen.end + 1] not in (["in"], ["on"], ["down"]):
        return None
    reach = range(chosen.end, min(said.end, chosen.end + _REACH))
    start = next((at + 1 for at in reach if norms[at] in _STOPPED), None)
    if start is None:
        return None
    end = next((at for at in range(start, said.end) if norms[at] in ENDS), said.end)
    affirms = end - start <= _SHORT + 1 and norms[end - 1] in _AFFIRMED
    ends = limb_words()
    placed = any(start <= place.start < end for place in said.places) or not ends.isdisjoint(norms[start:end])
    if not affirms or not placed:
        return None
    return Reply("yes", said.start, end, agrees=False, remark=remark_of(norms, said, start), named=False)


def echo_of(tokens: Tokens, asked: range, said: Said) -> Reply | None:
    """Read an answer that only repeats words of the question as a yes, as in `Clear to the toe.`.

    Args:
        tokens: The words of the document.
        asked: The question.
        said: The turn after it.

    Returns:
        The answer, or None where it says something else, or asks back.
    """
    end = next((at for at in range(said.start, said.end) if tokens.norms[at] in ENDS), said.end)
    told = tokens.norms[said.start : end]
    telling = {word for word in told if word.isalpha() and len(word) > _TELLING and word not in words("path")}
    if not telling or tokens.norms[end : end + 1] == ["?"] or len(told) > _SHORT:
        return None
    if not telling <= set(tokens.norms[asked.start : asked.stop]):
        return None
    return Reply("yes", said.start, end, agrees=True, remark=remark_of(tokens.norms, said, said.start), named=False)


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
    remark = remark_of(norms, said, said.start)
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
    return next((at for at in range(said.start, said.end) if norms[at] in ENDS), said.end)


def _goes_on(norms: list[str], chosen: Hit, hit: Hit) -> bool:
    """Tell whether an answering term goes on with the one before it, as in `Yeah, sometimes`."""
    if says(hit) == "normal" and chosen.term.role == "positive_reply":
        return False
    if says(chosen) == "yes" and _only_acknowledges(norms, hit):
        return False
    where = says(chosen) == "normal" and hit.term.text in {"there", "right there"}  # All is normal there.
    how = says(chosen) == "same" and norms[chosen.end] in _STOPPED  # As in `Same. It doesn't let up.`.
    return not (where or how) and hit.start - chosen.end <= 1 and (says(chosen) != "no" or says(hit) == "no")


def _only_acknowledges(norms: list[str], hit: Hit) -> bool:
    """Tell whether an okay is one of its own behind an answer, as in `Mm-hm. Alright.`, unlike in `Yeah, okay`."""
    return hit.term.text in _ACKNOWLEDGING and norms[hit.start - 1] in {".", "!"}


def _is_refused(chosen: Hit, hit: Hit) -> bool:
    """Tell whether a no says of what was that it is over, as in `No, that went away`."""
    return hit.start - chosen.end <= 1 and (says(chosen) == "no" or chosen.term.text.endswith("did"))


def _points(norms: list[str], hit: Hit) -> bool:
    """Tell whether a yes points to a place, as in `No. No. Yeah, that one.`."""
    after = [word for word in norms[hit.end : hit.end + _EARLY + 1] if word[0].isalnum()]
    return norms[hit.start] in words("answering") and tuple(after[:2]) in _THAT_ONE


def _objects(chosen: Hit, hit: Hit) -> bool:
    """Tell whether a no objects to a denial, as in `No, there is some`, which answers `No numbness?`."""
    near = hit.start - chosen.end <= 1
    return near and chosen.term.text == "no" and hit.term.text.startswith(("there is", "there's"))


def _concedes(norms: list[str], chosen: Hit, hit: Hit) -> bool:
    """Tell whether a yes comes round from a hedged no, as in `It's not, uh, not really. Yeah, a little.`."""
    return chosen.term.text in _HEDGED and norms[hit.start] in {"yeah", "yes", "yep"} and norms[hit.start - 1] in ENDS


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


def _reply(norms: list[str], said: Said, answer: Answer, hit: Hit) -> Reply:
    # Of `since Monday I have, yes` the yes stresses what is affirmed and agrees to no denial.
    stressed = (one.term.text in _STRESSED and 0 <= hit.start - one.end <= 1 for one in said.cues)
    contradicts = "actually" in norms[said.start : hit.start]
    agrees = hit.term.role == "assent_reply" and not (contradicts or any(stressed))
    sided = hit.term.role == "positive_reply" and any(side.start == hit.start for side in said.sides)
    return Reply(
        answer, said.start, hit.end, agrees, remark_of(norms, said, hit.start if sided else hit.end), named=False
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
    return says(hit) != "yes" or early or _ends(norms, said, hit)


def _ends(norms: list[str], said: Said, hit: Hit) -> bool:
    """Tell whether a yes ends a short answer of its own, as in `The thumb is, yeah.` and `top of the foot yeah`."""
    closed = hit.end >= said.end or norms[hit.end] in {".", "!"}
    short = hit.start - said.start <= _SHORT and norms[hit.start] in {"yeah", "yes", "yep"}
    return closed and (short or norms[hit.start - 1] == ",")
