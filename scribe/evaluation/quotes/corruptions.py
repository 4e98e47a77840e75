"""Changes after which a quote no longer says what its source says, one function a kind."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from random import Random

from scribe.evaluation.quotes.passages import Passage

Change = Callable[[Passage, Random], str | None]
"""Changes a passage's words, or gives None where they offer nothing to change."""

_SIDE = r"(?:left|right|bilateral(?:ly)?)"
_HEDGE = (
    r"\b(?:possible|possibly|probable|probably|likely|suspected|questionable|presumed|maybe|perhaps|might be|may be|"
    r"may|might|could be|could|seems|appears|appears to be|rule out|r/o|concern(?:ing)? for|suspicious for|"
    r"consistent with|suggestive of|if)\b(?= [a-z])"
)
# Not the *no* of an answer: what follows that stands without it.
_NEGATION = (
    r"\b(?:no evidence of|no signs? of|negative for|denies any|denies|denied|without|not|no|never|neg|negative)\b"
    r"(?= (?!i\b|i'm|it|she|he|we|that|other)[a-z])|n't\b"
)
_PERSON = (
    r"\b(?:(?:my|his|her|your|the|patient's)\s+)?(?:mother|father|mom|dad|sister|brother|wife|husband|son|daughter|"
    r"aunt|uncle|grandmother|grandfather|neighbor|friend|cousin|grandma|grandpa|roommate|family)(?:'s)?\b"
)
_FINDING = (
    r"\b(?:numbness|weakness|tingling|pain|tenderness|fracture|stenosis|herniation|dysfunction|spasm|edema|reflexes|"
    r"sensation|swelling|cough|fever|arthritis|sprain|strain|injury|surgery|restriction|torsion|tender|boggy|positive|"
    r"restricted)\b"
)
_SIDED = rf"(?<!left )(?<!right )(?:{_FINDING}|\b(?:leg|arm|foot|knee|hip|shoulder|SI|sulcus)\b)"
_NUMBER = r"(?<![\w./-])\d{1,3}(?![\w./-])"
_ASKING = (
    r"^(?:(?:okay|ok|so|and|um|uh|alright|well|now)[ ,.]+)*(?:(?:do|does|did|have|has|is|are|was|were|can|could|will|"
    r"would)\s+(?:you|he|she|it|they|there|that|the|your)\s+)?(?:have|had|notice|noticed|get|feel|been having)?\s*"
    r"(?:any|a)?\s*"
)
_INVERTED = (
    r"\b(is|are|was|were|does|do|did|have|has|had|can|could|will|would) "
    r"(you|he|she|it|they|there|(?:the|your|that|this) \w+) ([^?]{3,120})\?"
)
_PREFIXES = {
    "hyper": "hypo",
    "hypo": "hyper",
    "inter": "intra",
    "intra": "inter",
    "ante": "retro",
    "retro": "ante",
    "anterior": "posterior",
    "ab": "ad",
    "un": "",
    "non": "",
    "ir": "",
    "in": "",
}
_INVENTED = (
    "MRI shows a large L5-S1 disc extrusion on the left",
    "Left sacral torsion with a positive seated flexion test",
    "patient reports saddle numbness and urinary retention",
    "Somatic dysfunction of the cuboid",
    "C6 rotated right and sidebent left",
    "the knee gave way twice on Sunday",
    "He was struck by a motorcycle at low speed",
    "ribs 11 and 12 held in exhalation",
)
_LONG_WORD = 5
_FEWEST_TO_SPLICE = 8


@cache
def _swaps() -> Mapping[str, Sequence[str]]:
    table = files("scribe.evaluation.quotes").joinpath("tables", "swaps.toml").read_text(encoding="utf-8")
    return tomllib.loads(table)


@cache
def _others(kind: str) -> tuple[Mapping[str, Sequence[str]], re.Pattern[str]]:
    """Word → what may take its place, and a pattern that finds such words."""
    others: dict[str, list[str]] = {}
    for group in _swaps()[kind]:
        words = group.split("|")
        for word in words:
            others.setdefault(word, []).extend(other for other in words if other != word)
    longest_first = sorted(map(re.escape, others), key=len, reverse=True)
    return others, re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)


def _swap(kind: str) -> Change:
    """A change that puts a word of a group in the place of another."""

    def change(passage: Passage, random: Random) -> str | None:
        others, pattern = _others(kind)
        return _change_one(pattern, passage.words, random, lambda match: random.choice(others[match[0].lower()]))

    return change


def _edit(pattern: str, new: Callable[[re.Match[str], Random], str]) -> Change:
    """A change of one match of a pattern."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def change(passage: Passage, random: Random) -> str | None:
        words = _change_one(compiled, passage.words, random, lambda match: new(match, random))
        return words and re.sub(r"^[ ,.;:]+|(?<= ) +", "", words).rstrip(" ,;:")

    return change


def _drop(pattern: str) -> Change:
    return _edit(pattern, lambda _match, _random: "")


def _insert(words: Sequence[str], before: str) -> Change:
    return _edit(before, lambda match, random: f"{random.choice(words)} {match[0]}")


def _either(*changes: Change) -> Change:
    """The first of some changes, in random order, that has something to change."""

    def change(passage: Passage, random: Random) -> str | None:
        made = (one(passage, random) for one in random.sample(changes, len(changes)))
        return next((words for words in made if words is not None), None)

    return change


def _change_one(
    pattern: re.Pattern[str], words: str, random: Random, new: Callable[[re.Match[str]], str]
) -> str | None:
    found = list(pattern.finditer(words))
    if not found:
        return None
    match = random.choice(found)
    return words[: match.start()] + _in_case_of(match[0], new(match)) + words[match.end() :]


def _in_case_of(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _another(match: re.Match[str], random: Random, highest: int) -> str:
    return str(random.choice([number for number in range(highest + 1) if number != int(match[0])]))


def _state_question(passage: Passage, random: Random) -> str | None:
    """Say what was asked: `any numbness ?` → `You have numbness.`."""
    if "?" not in passage.words:
        return None
    asked = passage.words[: passage.words.index("?")].strip()
    core = re.sub(_ASKING, "", asked, flags=re.IGNORECASE)
    stated = ("You have {}.", "{}.", "{}", "{} .", "Patient has {}.", "there is {}", "i have {} .")
    return random.choice([form.format(words) for form in stated for words in (core, core.replace(",", ""))])


def _turn_question(passage: Passage, random: Random) -> str | None:
    """Put verb and subject as in a statement: `is it numb ?` → `it is numb .`."""
    match = re.search(_INVERTED, passage.words, re.IGNORECASE)
    if match is None:
        return None
    verb, subject, rest = match.groups()
    said = [subject, rest.strip()] if verb.lower() in {"do", "does", "did"} else [subject, verb.lower(), rest.strip()]
    return " ".join(said) + random.choice([".", "", " ."])


def _drop_question_mark(passage: Passage, random: Random) -> str | None:
    if "?" not in passage.words:
        return None
    return re.sub(r"\s*\?+", random.choice([".", "", ",", " .", "!"]), passage.words).strip()


def _ask_statement(passage: Passage, random: Random) -> str | None:
    if "?" in passage.words:
        return None
    bare = passage.words.rstrip(" .")
    return random.choice([f"{bare}?", f"{bare} ?", f"is {bare}?", f"{bare}, right?"])


def _cut_into_word(passage: Passage, random: Random) -> str | None:
    """Part of the first or last word: `light touch` from `slight touch`."""
    words = passage.words.split(" ")
    index = random.choice([0, -1])
    word = words[index].strip(".,;:?")
    if len(word) <= _LONG_WORD or not word.isalpha() or len(words) == 1:
        return None
    cut = random.randint(1, 3)
    words[index] = word[cut:] if index == 0 else word[:-cut]
    return " ".join(words)


def _cut_into_compound(passage: Passage, random: Random) -> str | None:
    """`tender sacrum` from `non-tender sacrum`."""
    prefix = r"(?<![\w-])(?:non|un|in|anti|pre|post|hyper|hypo|sub|semi|inter|intra)-?(?=\w{4})"
    found = list(re.finditer(prefix, passage.words, re.IGNORECASE))
    return passage.words[random.choice(found).end() :].rstrip(" .") if found else None


def _leave_out_middle(passage: Passage, random: Random) -> str | None:
    words = passage.words.split()
    if len(words) < _FEWEST_TO_SPLICE:
        return None
    start = random.randint(2, len(words) - 5)
    stop = random.randint(start + 2, len(words) - 2)
    return " ".join(words[:start] + words[stop:])


def _leave_out_word(passage: Passage, random: Random) -> str | None:
    words = passage.words.split()
    inner = [index for index in range(1, len(words) - 1) if _is_long(words[index])]
    if not inner:
        return None
    del words[random.choice(inner)]
    return " ".join(words)


def _is_long(word: str) -> bool:
    word = word.strip(".,;:?")
    return len(word) >= _LONG_WORD and word.isalpha()


def _join_sentences(passage: Passage, random: Random) -> str | None:
    """The end of this passage and the start of what follows it, run together."""
    text = passage.document.text
    following = re.match(r"\s*[.!]?\s*((?:[A-Za-z][\w'-]*[ ,]*){3,6})", text[passage.end : passage.end + 200])
    if following is None or "." not in text[passage.end - 1 : passage.end + 2]:
        return None
    tail = passage.words.rstrip(" .?!").split()[-random.randint(2, 4) :]
    return " ".join([*tail, *following[1].split()[: random.randint(2, 4)]])


def _join_speakers(passage: Passage, random: Random) -> str | None:
    """The end of one speaker's words and the start of the next one's, as if one spoke."""
    pairs = [(one, other) for one, other in pairwise(passage.document.turns) if one.label != other.label]
    if not pairs:
        return None
    said, replied = (passage.document.text[slice(*turn.span)].strip(" .!\n").split() for turn in random.choice(pairs))
    joined = " ".join([*said[-random.randint(3, 5) :], *replied[: random.randint(3, 5)]])
    return None if "?" in joined or min(len(said), len(replied)) < random.randint(2, 3) else joined


def _reorder(passage: Passage, random: Random) -> str | None:
    words = passage.words.split()
    places = [
        index
        for index, (one, other) in enumerate(pairwise(words))
        if _is_long(one) and _is_long(other) and one.lower() != other.lower()
    ]
    if not places:
        return None
    index = random.choice(places)
    words[index], words[index + 1] = words[index + 1], words[index]
    return " ".join(words)


def _merge_lists(passage: Passage, random: Random) -> str | None:
    """The last item of a list, replaced by one of another list."""
    items = re.split(r"\s*,\s*", passage.words.rstrip(" ."))
    others = re.findall(r", (?:and |or )?([a-z][a-z ]{3,25}?)(?=[,.])", passage.document.text)
    fresh = [
        other.strip() for other in others if other not in passage.words and max(map(len, other.split())) > _LONG_WORD
    ]
    return ", ".join([*items[:-1], random.choice(fresh)]) if len(items) > 1 and fresh else None


def _change_label(passage: Passage, random: Random) -> str | None:
    """The words under another speaker's label."""
    text, turns = passage.document.text, passage.document.turns
    turn = next((turn for turn in turns if turn.span[0] == passage.start), None)
    others = sorted({other.label for other in turns if turn and other.label and other.label != turn.label})
    if turn is None or not others:
        return None
    written = text[text.rfind("\n", 0, passage.start) + 1 : passage.start]
    label = turn.label or ""
    return written.replace(label, random.choice(others)) + passage.words if label and label in written else None


def _flip_answer(passage: Passage, random: Random) -> str | None:
    match = re.search(r"(?<=\?)(\s*(?:\S+[:\]]\s*)?)(no|nope|yes|yeah|yep)\b", passage.words, re.IGNORECASE)
    if match is None:
        return None
    new = random.choice(["yes", "yeah"] if match[2].lower() in {"no", "nope"} else ["no", "nope"])
    return passage.words[: match.start(2)] + new + passage.words[match.end(2) :]


def _change_prefix(passage: Passage, random: Random) -> str | None:
    pattern = re.compile(rf"(?<![\w-])({'|'.join(_PREFIXES)})-?(?=\w{{4}})", re.IGNORECASE)
    return _change_one(pattern, passage.words, random, lambda match: _PREFIXES[match[1].lower()])


CORRUPTIONS: Mapping[str, Change] = {
    "side swapped": _swap("side swapped"),
    "side inserted": _insert(["left", "right", "bilateral", "L"], _SIDED),
    "side dropped": _drop(rf"(?<=\w)\s+(?:the |on the )?{_SIDE}(?=\s+\w)"),
    "level changed": _edit(r"(?<=\b[CTLS])\d{1,2}\b", lambda match, random: _another(match, random, 8)),
    "level family changed": _edit(
        r"\b[CTLS](?=\d{1,2}\b)",
        lambda match, random: random.choice([other for other in "CTLS" if other != match[0].upper()]),
    ),
    "level range changed": _either(
        _edit(r"(?<=\b[CTLS]\d[-\u2013])\d{1,2}\b", lambda match, random: _another(match, random, 12)),
        _edit(r"(?<=[CTLS]\d)[-\u2013](?=[CTLS]?\d)", lambda _match, random: random.choice([", ", " and ", " "])),
        _drop(r"(?<=[CTLS]\d)[-\u2013][CTLS]?\d{1,2}\b"),
    ),
    "number changed": _either(
        _edit(_NUMBER, lambda match, random: _another(match, random, 99)), _swap("number in words")
    ),
    "digits transposed": _edit(r"\b(\d)(?!\1)(\d)\b", lambda match, _random: match[2] + match[1]),
    "grade changed": _either(
        _edit(r"\b[0-5](?=[+-]?/5)", lambda match, random: _another(match, random, 5)),
        _edit(r"\b[0-4](?=\+)", lambda match, random: _another(match, random, 4)),
        _edit(r"(?<=\d)\+", lambda _match, random: random.choice(["", "-"])),
        _edit(r"\b\d{1,2}(?=(?:/| out of )(?:10|ten))", lambda match, random: _another(match, random, 10)),
        _swap("grade in words"),
    ),
    "negation inserted": _insert(["no", "not", "without", "denies", "non"], rf"(?<!no )(?<!not ){_FINDING}"),
    "negation dropped": _drop(_NEGATION),
    "polarity flipped": _swap("polarity flipped"),
    "hedge dropped": _drop(_HEDGE),
    "hedge inserted": _insert(["possible", "probable", "likely", "suspected", "maybe", "rule out"], _FINDING),
    "person dropped": _drop(_PERSON + r"(?: (?:has|had|with|w/))?(?= [a-z])"),
    "person swapped": _either(
        _edit(_PERSON, lambda _match, random: random.choice(["patient", "the patient", "I", "he", "Pt"])),
        _swap("person swapped"),
    ),
    "question stated": _state_question,
    "question turned": _turn_question,
    "question mark dropped": _drop_question_mark,
    "statement asked": _ask_statement,
    "finding swapped": _swap("finding swapped"),
    "structure swapped": _swap("structure swapped"),
    "mechanism swapped": _swap("mechanism swapped"),
    "direction swapped": _swap("direction swapped"),
    "severity changed": _swap("severity changed"),
    "time changed": _either(
        _swap("time swapped"),
        _insert(["history of", "prior", "resolved", "previous"], _FINDING),
        _drop(r"\b(?:history of|h/o|resolved|prior|previous|used to|former|no longer)\b"),
    ),
    "duration changed": _swap("duration changed"),
    "tense changed": _swap("tense changed"),
    "word cut": _cut_into_word,
    "compound cut": _cut_into_compound,
    "words left out": _leave_out_middle,
    "content word left out": _leave_out_word,
    "sentences joined": _join_sentences,
    "speakers joined": _join_speakers,
    "speaker changed": _change_label,
    "answer flipped": _flip_answer,
    "order changed": _reorder,
    "lists merged": _merge_lists,
    "unit changed": _swap("unit changed"),
    "prefix changed": _change_prefix,
    "study or treatment swapped": _swap("study or treatment swapped"),
    "outcome changed": _swap("outcome changed"),
    "connective changed": _swap("connective changed"),
    "quantity changed": _swap("quantity changed"),
    "sign changed": _either(
        _edit(r"(?<=\w) ?(?:\+|\(\+\)|\(-\)|(?<=: )-)(?=\W|$)", lambda _match, random: random.choice(["", " -", "++"])),
        _edit(r"[<>]", lambda match, _random: "<" if match[0] == ">" else ">"),
    ),
    "modality changed": _swap("modality changed"),
    "invented": lambda _passage, random: random.choice(_INVENTED),
}
"""Kind → change."""

LEFT_OVER_KINDS = frozenset(
    {
        "compound cut",
        "hedge dropped",
        "level range changed",
        "negation dropped",
        "person dropped",
        "question mark dropped",
        "question stated",
        "question turned",
        "time changed",
        "word cut",
    }
)
"""Kinds whose words may still stand in the source, bereft of what governed them there."""
