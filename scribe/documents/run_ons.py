"""Speech without punctuation → the sentences that a listener would hear.

Raw recognition output has no marks. A listener hears a new sentence where the
speaker opens one (`okay`, `so`, `now`), asks (`any numbness`, `does that hurt`)
or answers (`no`, `yeah`). Whatever a text is made of, no sentence is longer
than anybody says, so that the time to read a text grows as the text does.
"""

import re
from collections.abc import Iterator
from functools import cache

from scribe.documents.clauses import by_letter, clause, denies, leads_to_thing, opens_clause
from scribe.documents.fillers import FILLERS, goes_on
from scribe.documents.lowered import lowered
from scribe.schema import Span

_FEWEST_WORDS = 12
_FEWEST_BETWEEN = 3
_LONGEST = 400
_LONGEST_SENTENCE = 1_000
"""Characters; the longest of 38,000 sentences of real visits and notes has 700."""
_WRITTEN = ("\n", ":", "|", ";", ",", "/", "(", " comma ", " period ")
"""Marks of which writing of some length has one, and recognized speech none."""
_TAKING = frozenset({
    "afraid", "assume", "believe", "concerned", "convinced", "doubt", "guess", "hope", "if", "mean", "means",
    "reckon", "said", "say", "says", "suppose", "sure", "suspect", "think", "thinks", "thought", "wonder",
    "wondering", "worried", "worry",
})  # fmt: skip
"""Words that take a clause, which begins no sentence of its own."""
_BEFORE_CLAUSE = frozenset({
    "is", "was", "are", "know", "see", "that's", "it's", "of", "about", "from", "exactly", "than",
})  # fmt: skip
_RELATIVES = ("what", "where", "how")
"""Words that ask, unless they stand for a thing behind a verb: `the ligament is what's doing it`."""
_LEADING = frozenset({
    "a", "an", "at", "both", "can't", "check", "don't", "from", "his", "her", "i", "in", "into", "left", "my", "of",
    "on", "over", "right", "test", "the", "through", "to", "we", "when", "with", "you", "your",
})  # fmt: skip
"""Words that lead to the next one, so that no sentence ends in them where a finding or a command is named."""
_QUALIFYING = frozenset({
    "and", "that", "because", "which", "as", "than", "no", "not", "without", "or", "where", "while", "since", "except",
    "bilateral", "knee", "ankle", "patellar", "achilles", "biceps", "triceps", "tendon", "grip",
    "leg", "arm", "motor", "hand", "deep",
})  # fmt: skip
"""Words that say which reflexes, strength or feeling is meant."""
_ADJECTIVES = frozenset({"normal", "full", "good", "equal", "brisk", "intact"})
_VERDICTS = frozenset({"positive", "negative"})
_TESTS = frozenset({"hoffmann", "spurling", "romberg", "babinski", "straight leg raise"})
"""Tests whose result may stand before them."""
_DETERMINED = ("your ", "the ", "his ", "her ", "my")
"""Words that open what says of its own what is meant."""
_DOING = frozenset({
    "lift", "raise", "bend", "turn", "press", "push", "kick", "bring", "move", "check", "take", "see", "straighten",
    "extend", "except", "use", "got", "have", "has", "hit", "tap", "test", "feel", "touch", "hurt", "hurts", "than",
})  # fmt: skip
"""Verbs that take a limb."""
_SIDED = ("on", "the")
_NUMBERS = ("one", "two", "three", "four", "five", "six")
_DIGITS = ("1", "2", "3", "4", "5", "6")
_LEVEL_BEFORE = frozenset({"c", "t", "l", "s", "to", *_NUMBERS})
"""Words that a number goes on with as the level of a vertebra: `c four five foraminal stenosis`."""
_LESIONS = frozenset({"dysfunction", "dysfunctions", "subluxation", "subluxations"})
_PLACING = (["at"], ["of"], ["in"])
_LESION_LIST = 8
_CLAUSE_OPENING = 3
_BEFORE_LESION = frozenset({
    "joint", "sacrum", "pelvis", "neck", "back", "rib", "ribs", "side", "there", "here", "nothing", "fine", "clear",
    "normal", "negative", "thing", "things", "today", "spine", "hip", "shoulder", "knee", "ankle", "wrist", "elbow",
})  # fmt: skip
"""Words that end what stands before a lesion which is named with its place behind it."""
_BEFORE_NOW = ("right", "from", "by", "until")
_BEFORE_TURN = ("n't", "not", "to", "never")
_BEFORE_WELL = (
    "ing", "moves", "turns", "bends", "glides", "slides", "springs", "rotates", "as", "very", "pretty", "real", "that",
    "so", "too", "spring", "move", "rotate", "bend", "glide",
)  # fmt: skip
_BEFORE_ANY = (
    "see", "have", "had", "find", "without", "report", "feel", "get", "getting", "having", "got", "need", "notice",
    "or", "nor", "not",
)  # fmt: skip
_SUBJECTS = ("i", "you", "he", "she", "we", "they")
_BEFORE_SIDE = ("on", "of", "to", "in", "at", "over", "and")
_REPLIES = (["could", "be"], ["might", "be"], ["got", "it"], ["sounds", "good"], ["i", "see"])
_ANSWERS = frozenset({"yes", "yeah", "yep", "yup", "no", "nope", "nah", "none", "not", "mm", "mm-hmm", "uh-huh"})


def split_run_ons(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Split the sentences that have many words and no punctuation.

    Args:
        text: The text.
        sentences: Spans of its sentences in order.
    """
    lower = lowered(text)
    return tuple(part for span in sentences for part in (_parts(lower, *span) if _runs_on(lower, *span) else (span,)))


def split_unwritten(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Split the sentences of a note that nobody wrote: long ones of one line without any mark, as recognition gives.

    Args:
        text: The text.
        sentences: Spans of its sentences in order.
    """
    if all(end - start < _LONGEST for start, end in sentences):
        return sentences
    lower = lowered(text)
    return tuple(
        part
        for start, end in sentences
        for part in (_parts(lower, start, end) if _is_unwritten(text, start, end) else ((start, end),))
    )


def _is_unwritten(text: str, start: int, end: int) -> bool:
    unmarked = end - start >= _LONGEST and not any(mark in text[start:end] for mark in _WRITTEN)
    return unmarked and _runs_on(text, start, end)


def split_endless(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Split the sentences that are longer than anybody says: after a comma or semicolon, else between words.

    Args:
        text: The text.
        sentences: Spans of its sentences in order.
    """
    if all(end - start <= _LONGEST_SENTENCE for start, end in sentences):
        return sentences
    return tuple(piece for sentence in sentences for piece in _pieces(text, *sentence))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST_SENTENCE:
        cut = _cut(text, start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        yield start, _trimmed(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> int:
    """Return where the last part ends that a stretch of text holds whole; its end where it holds none."""
    mark = max(text.rfind(mark, start, end) for mark in [",", ";"])
    return next((at + 1 for at in (mark, text.rfind(" ", start, end)) if at >= start), end)


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence has many words and no marks inside."""
    if end - start >= _LONGEST:  # It may hold the point of a title, or a mark that recognition set once.
        return sum(1 for _ in _mark().finditer(text, start, end - 1)) * _LONGEST <= end - start
    # Where a mark ends a sentence marks are written, and it has none inside.
    if text.endswith((".", "!", "?"), start, end) or len(text[start:end].split()) < _FEWEST_WORDS:
        return False
    return _mark().search(text, start, end - 1) is None


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _opening().finditer(text, start, end):
        said = _fluent(text[at : min(match.start(), at + _LONGEST)])  # As much as tells: linear in the text.
        if said and _begins_sentence(said, match):
            yield at, _trimmed(text, at, match.start())
            at = match.start()
    yield at, end


def _fluent(said: str) -> list[str]:
    """Return words without the fillers at their end, which hide what leads on: `stuck at uh` / `the left`."""
    words = said.split()
    while words and words[-1] in FILLERS:
        words.pop()
    return words


def _begins_sentence(said: list[str], opening: re.Match[str]) -> bool:
    """Whether a sentence begins behind the words said since the last one began."""
    told = opening.lastgroup
    if len(said) < _FEWEST_BETWEEN and told != "answer" and not _is_answer(said):
        return False
    if (told == "count" and _misses_number(said, opening)) or (told == "sided" and _lists_lesions(said)):
        return False
    if told == "filler" and goes_on(said[-1]):
        return False
    return _ends(said, told) or not (_leads_on(said[-1], opening) or _is_predicate(said, opening))


def _leads_on(word: str, opening: re.Match[str]) -> bool:
    """Whether a word leads to what else would open a sentence: `lifting the right leg`, `knee reflexes`."""
    match opening.lastgroup:
        case "answer":
            return denies(word, opening[0])
        case "lesion":
            return not (word[-1].isdecimal() or word in _BEFORE_LESION)
        case "clause":
            return word in _TAKING or not opens_clause(word, opening)
        case "named":
            return _leads_to_named(word, opening[0])
        case "sided":
            return word in _DOING or word.endswith("ing") or leads_to_thing(word) or word in _TAKING
        case _:
            return word in _TAKING or (word in _BEFORE_CLAUSE and opening[0].startswith(_RELATIVES))


def _is_predicate(words: list[str], opening: re.Match[str]) -> bool:
    """Whether an `is` asks nothing, but says what a clause before it is: `so what I told her is that`."""
    return "what" in words[:_CLAUSE_OPENING] and opening[0].startswith("is ")


def _leads_to_named(word: str, named: str) -> bool:
    """Whether a word leads to what is examined: `full strength`, `negative Romberg`."""
    if named.startswith(_DETERMINED) and word not in _TAKING | _LEADING:
        return word in _QUALIFYING and word != "and"
    if word in _VERDICTS:
        return named in _TESTS
    return word in _ADJECTIVES or word in _TAKING or word in _LEADING or word in _QUALIFYING


def _ends(words: list[str], told: str | None) -> bool:
    """Whether words lead to nothing: an answer before a clause, or what ends with its side as in `sore on the left`."""
    if len(words) == 1:
        return told == "clause" and words[0] in _ANSWERS - {"not", "none"}
    return words[-1] in ("left", "right") and len(words) > len(_SIDED) + 1 and tuple(words[-3:-1]) == _SIDED


def _misses_number(words: list[str], opening: re.Match[str]) -> bool:
    """Whether a number counts something else: the one before it has not been said, or it ends a level as `c four`."""
    numbers = _DIGITS if opening["count"].isdecimal() else _NUMBERS
    return words[-1] in _LEVEL_BEFORE or numbers[numbers.index(opening["count"]) - 1] not in words


def _lists_lesions(words: list[str]) -> bool:
    """Whether words end in a list of levels of a lesion, which a side goes on with: `dysfunction at l5 the left`."""
    near = words[-_LESION_LIST:]
    at = next((index for index in reversed(range(len(near))) if near[index] in _LESIONS), None)
    return at is not None and near[at + 1 : at + 2] in _PLACING and (words[-1][-1].isdecimal() or words[-1] == "and")


def _is_answer(words: list[str]) -> bool:
    return words[0] in _ANSWERS or words in _REPLIES


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


@cache
def _mark() -> re.Pattern[str]:
    # The mark comes first: to look behind every letter takes ten times as long.
    return re.compile(r"[.!?;,](?=\s|$)(?<!\bdr.)(?<!\bmr.)(?<!\bms.)(?<!\bmrs.)")


def _unless_behind(before: tuple[str, ...], word: str) -> str:
    """Return the pattern of a word with none of some others before it.

    The word comes first: to look behind every word of a text takes most of the time that all openings take.
    """
    return word + "".join(f"(?<!{one} {word})" for one in before)


@cache
def _opening() -> re.Pattern[str]:
    """Match the words that open a sentence in speech, in lower case."""
    openers = (
        *(rf"{word}(?! (?:yes|yep|yeah|aye|no|nope)\b)" for word in ("okay", "ok")),
        "alright", "all right", "so(?! much)", _unless_behind(_BEFORE_NOW, "now"),
        "and then(?! at)", "then(?! at)", "anyway", "also",
        "next(?! (?:to|week|month|year|day|time|lane|door|visit|one|morning))", "let's", "let me",
        "go ahead", "stand up", "lie down", "sit up", "have a seat",
        _unless_behind(_BEFORE_TURN, "turn"), _unless_behind(_BEFORE_WELL, "well"),
    )  # fmt: skip
    asked = "is|are|do|does|did"
    questions = (
        _unless_behind(_BEFORE_ANY, "any"),
        "do you", "does (?:it|that|this)", "did you", _unless_behind(_SUBJECTS, "did it"),
        "have you", "are you", "is (?:it|that|there|this)", "can you", "could you",
        *(rf"{word}(?:'s| (?:{asked}|long|bad|about|many|much|far|often|exactly|else|was|have|you))"
          for word in ("how", "where")),
        rf"what(?:'s| (?:{asked}|about|happened|makes|brings|brought|can|kind|else|if|was|have|time|would))",
        "when did", "which (?:one|side|leg|arm|foot|hand|way|knee|hip|shoulder|part|toe|finger|of)",
    )  # fmt: skip
    answers = "yes|yeah|yep|yup|no|nope|nah|mm[- ]?hmm?|uh[- ]huh|not really|none"
    statements = (
        "i'm going to", "i am going to", "i'll", "we'll", "we're going to", "i think", "i found", "i find", "i'd",
        "i don't (?:see|think|feel|find)", "i doubt", "you've got", "you have", "you're", "you got",
        "there's", "there is", "that's", "this is", "it's an?", "it is an?",
        "impression", "assessment", "diagnosis", "plan", "on exam", "but", "because", "and (?:your|the) (?:left|right)",
    )  # fmt: skip
    sided = f"(?:{'|'.join(_unless_behind(_BEFORE_SIDE, word) for word in ('your', 'the'))}) (?:left|right)"
    named = (
        "straight leg raise", "seated flexion", "standing flexion",
        *(rf"{whose}(?:strength|reflexes|sensation)" for whose in ("your ", "the ", "his ", "her ")),
        "strength", "reflexes", "sensation",
        *(rf"{who} (?:has|had|does|denies|walks|will|reports|says|is|was|can|gets)" for who in ("he", "she")),
        *(rf"{what} (?:is|was)" for what in ("motor", "gait", "strength", "power", "tone", "sensation")),
        "denies", "on examination", "romberg", "hoffmann", "spurling", "clonus",
        *(rf"{what} (?:of|lumbar|cervical|thoracic|shows?)" for what in ("mri", "x-?rays?", "ct")),
        *(rf"{what} (?:jerks?|reflex(?:es)?)" for what in ("ankle", "knee")),
        "achilles", "patellar", "babinski", "light touch", "grip (?:my|me|these|both|hard)",
        "push (?:down|up|on|against|into)", "pull (?:your|up|back|against)", "squeeze", "kick", "walk on",
        "lift your", "raise your",
    )  # fmt: skip
    lesion = (
        "(?=and |a |[sjvdlrb])(?:and )?(?:a )?(?:(?:(?:somatic|segmental|joint|vertebral) )?"
        "(?:dysfunction|subluxation(?: complex)?)s? (?:at|of|in)|"
        "(?:left|right|bilateral) [clts]\\d\\S* (?:foraminal|canal|lateral recess|radiculopathy))"
    )
    count = (
        "(?=[ntfs2-6])(?:number )?(?P<count>two|three|four|five|six|[2-6]) "
        "(?=(?:(?:an?|the|left|right|bilateral|cervical|thoracic|lumbar|"
        "sacral|pelvic|rib|[clts]\\d\\S*) )*(?:canal|central|spinal|foraminal|stenosis|somatic|segmental|dysfunction|"
        "subluxation|radiculopathy|myelopathy|sciatica))"
    )
    told = (
        f"(?P<answer>{answers})|{clause()}|{by_letter(*statements)}|(?P<sided>{sided})|(?P<named>{by_letter(*named)})|"
        f"(?P<lesion>{lesion})|{count}"
    )
    # None of them begins with a space, so that nothing is looked for at the end of a word.
    return re.compile(rf"\b(?=[a-z2-6])(?:(?P<filler>um|uh)|{by_letter(*openers, *questions)}|{told})\b")
