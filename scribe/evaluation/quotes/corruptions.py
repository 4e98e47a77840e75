"""Changes after which a quote no longer says what its source says, one function a kind."""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from scribe.evaluation.quotes.passages import Passage

Change = Callable[[Passage, Random], str | None]
"""Changes a passage's words, or gives None where they offer nothing to change."""


def _swap(*groups: str) -> Change:
    """A change that puts one word of a group in the place of another."""
    others: dict[str, list[str]] = {}
    for group in groups:
        words = group.split("|")
        for word in words:
            others.setdefault(word, []).extend(other for other in words if other != word)
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, others), key=len, reverse=True))})(?![\w-])", re.IGNORECASE
    )

    def change(passage: Passage, random: Random) -> str | None:
        found = list(pattern.finditer(passage.words))
        if not found:
            return None
        match = random.choice(found)
        return _replace(passage.words, match, random.choice(others[match[0].lower()]))

    return change


def _replace(words: str, match: re.Match[str], new: str) -> str:
    if match[0].isupper() and len(match[0]) > 1:
        new = new.upper()
    elif match[0][:1].isupper():
        new = new[:1].upper() + new[1:]
    return words[: match.start()] + new + words[match.end() :]


def _edit(pattern: str, new: Callable[[re.Match[str], Random], str], flags: int = re.IGNORECASE) -> Change:
    """A change of one random match of a pattern."""
    compiled = re.compile(pattern, flags)

    def change(passage: Passage, random: Random) -> str | None:
        found = list(compiled.finditer(passage.words))
        if not found:
            return None
        match = random.choice(found)
        words = passage.words[: match.start()] + new(match, random) + passage.words[match.end() :]
        return re.sub(r"^[ ,.;:]+|(?<= ) +", "", words).rstrip(" ,;:")

    return change


def _either(*changes: Change) -> Change:
    """The first of some changes, in random order, that has something to change."""

    def change(passage: Passage, random: Random) -> str | None:
        for one in random.sample(changes, len(changes)):
            if (words := one(passage, random)) is not None:
                return words
        return None

    return change


def _another(match: re.Match[str], random: Random, lowest: int, highest: int) -> str:
    number = int(match[0])
    return str(random.choice([other for other in range(lowest, highest + 1) if other != number]))


_SIDE = r"(?:left|right|bilateral(?:ly)?|izquierd[ao]|derech[ao])"
_HEDGE = (
    r"\b(?:possible|possibly|probable|probably|likely|suspected|questionable|presumed|maybe|perhaps|might be|may be|may|might|"
    r"could be|could|seems|appears|appears to be|rule out|r/o|concern(?:ing)? for|suspicious for|consistent with|suggestive of|if)\b(?= [a-z])"
)
_NEGATION = r"\b(?:no evidence of|no signs? of|negative for|denies any|denies|denied|without|not|no|never|neg|negative)\b(?= (?!i\b|i'm|it|she|he|we|that|other)[a-z])|n't\b"
_PERSON = (
    r"\b(?:(?:my|his|her|your|the|patient's)\s+)?(?:mother|father|mom|dad|sister|brother|wife|husband|son|daughter|aunt|uncle|"
    r"grandmother|grandfather|neighbor|friend|cousin|grandma|grandpa|roommate|family)(?:'s)?\b"
)
_NUMBER = r"(?<![\w./-])\d{1,3}(?![\w./-])"
_FINDINGS = (
    "numbness|weakness|tingling|swelling|stiffness|pain|tenderness|spasm|burning|cramping|bruising",
    "tender|boggy|ropy|taut|warm|swollen|numb|weak|stiff",
    "fracture|dislocation|herniation|stenosis|subluxation|tumor|infection",
    "cough|fever|nausea|chills|headache|dizziness",
    "hypertonic|fibrotic|edematous|restricted",
    "reflexes|strength|sensation|gait",
)
_STRUCTURES = (
    "sacrum|pelvis|ilium|innominate|coccyx|occiput",
    "cervical|thoracic|lumbar|sacral",
    "shoulder|hip|knee|ankle|elbow|wrist",
    "neck|back|leg|arm|foot|hand|chest|head",
    "psis|asis|ila",
    "bowel|bladder",
    "heart|lung|kidney|liver",
    "finger|toe|thumb|heel",
)
_DRUGS = (
    "ibuprofen|naproxen|tylenol|aspirin|gabapentin|meloxicam|prednisone|acetaminophen|lisinopril|metformin|methotrexate",
    "mri|ct|x-ray|ultrasound|myelogram",
    "mri|xr",
    "surgery|injection|therapy|massage",
    "omt|cmt",
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


def _question_to_statement(passage: Passage, random: Random) -> str | None:
    words = passage.words
    if "?" not in words:
        return None
    asked = words[: words.index("?")].strip()
    core = re.sub(
        r"^(?:(?:okay|ok|so|and|um|uh|alright|well|now)[ ,.]+)*(?:(?:do|does|did|have|has|is|are|was|were|can|could|will|would)\s+"
        r"(?:you|he|she|it|they|there|that|the|your)\s+)?(?:have|had|had|notice|noticed|get|feel|been having)?\s*(?:any|a)?\s*",
        "",
        asked,
        flags=re.IGNORECASE,
    )
    if len(core.split()) < 2 or core == asked and random.random() < 0.5:
        core = re.sub(r"^any ", "", asked, flags=re.IGNORECASE)
    stated = [
        f"You have {core}.",
        f"{core[:1].upper()}{core[1:]}.",
        f"{core}",
        f"{core} .",
        f"{asked}.",
        f"Patient has {core}.",
        f"{core.replace(',', '')}.",
        f"there is {core}",
        f"i have {core} .",
    ]
    return random.choice(stated)


def _turned_question(passage: Passage, random: Random) -> str | None:
    """`is the leg numb ?` → `the leg is numb .`"""
    match = re.search(
        r"\b(is|are|was|were|does|do|did|have|has|can|could|will|would) (you|he|she|it|they|there|that|this|(?:the|your|that|this) \w+) ([^?]{3,120})\?",
        passage.words,
        re.IGNORECASE,
    )
    if match is None:
        return None
    verb, subject, rest = match.groups()
    end = random.choice([".", "", " ."])
    stated = (
        f"{subject} {rest.strip()}"
        if verb.lower() in {"do", "does", "did"}
        else f"{subject} {verb.lower()} {rest.strip()}"
    )
    return stated + end


def _drop_question_mark(passage: Passage, random: Random) -> str | None:
    words = passage.words
    if "?" not in words:
        return None
    return re.sub(r"\s*\?+", random.choice([".", "", ",", " .", "!"]), words).strip()


def _statement_to_question(passage: Passage, random: Random) -> str | None:
    words = passage.words
    if "?" in words or len(words.split()) < 3:
        return None
    bare = words.rstrip(" .")
    return random.choice([f"{bare}?", f"{bare} ?", f"is {bare}?", f"{bare}, right?"])


def _inside_word(passage: Passage, random: Random) -> str | None:
    """Part of a longer word at one edge: `light touch` from `slight touch`."""
    words = passage.words.split(" ")
    index = random.choice([0, len(words) - 1])
    word = words[index].strip(".,;:?")
    if len(word) < 6 or not word.isalpha() or len(words) < 2:
        return None
    cut = random.randint(1, 3)
    return " ".join([word[cut:], *words[1:]] if index == 0 else [*words[:-1], word[:-cut]])


def _tail_of_compound(passage: Passage, random: Random) -> str | None:
    """`tender sacrum` from `non-tender sacrum`."""
    found = list(
        re.finditer(
            r"(?<![\w-])(?:non|un|in|anti|pre|post|hyper|hypo|sub|semi|inter|intra)-?(\w{4,})",
            passage.words,
            re.IGNORECASE,
        )
    )
    if not found:
        return None
    match = random.choice(found)
    return passage.words[match.start(1) :].rstrip(" .")


def _splice(passage: Passage, random: Random) -> str | None:
    """Leave out words from the middle."""
    words = passage.words.split()
    if len(words) < 8:
        return None
    start = random.randint(2, len(words) - 5)
    stop = random.randint(start + 2, len(words) - 2)
    return " ".join(words[:start] + words[stop:])


def _drop_word(passage: Passage, random: Random) -> str | None:
    """Leave out one word of content from the middle."""
    words = passage.words.split()
    inner = [
        index
        for index in range(1, len(words) - 1)
        if len(words[index].strip(".,;:?")) > 4 and words[index].strip(".,").isalpha()
    ]
    if not inner:
        return None
    index = random.choice(inner)
    return " ".join(words[:index] + words[index + 1 :])


def _splice_sentences(passage: Passage, random: Random) -> str | None:
    """The end of this passage and the start of what follows, run together."""
    rest = passage.document.text[passage.end : passage.end + 200]
    following = re.match(r"[\s.;]*((?:[A-Za-z][\w'-]*[ ,]*){3,6})", rest)
    if following is None or not re.search(r"[.!?]\s*$", passage.words + rest[:2].strip()[:1]):
        return None
    tail = " ".join(passage.words.rstrip(" .?!").split()[-random.randint(2, 4) :])
    return f"{tail} {' '.join(following[1].split()[: random.randint(2, 4)])}"


def _splice_speakers(passage: Passage, random: Random) -> str | None:
    """The end of one speaker's words and the start of the next one's, as if one spoke."""
    turns = passage.document.turns
    pairs = [
        (one, other)
        for one, other in zip(turns, turns[1:], strict=False)
        if one.label != other.label and len(passage.document.text[slice(*one.span)].split()) > 3
    ]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    said = passage.document.text[slice(*one.span)].rstrip(" .?!\n").split()[-random.randint(2, 5) :]
    answered = passage.document.text[slice(*other.span)].rstrip(" .?!\n").split()[: random.randint(2, 5)]
    joined = " ".join(said + answered)
    return joined if len(answered) > 1 and "?" not in joined else None


def _reorder(passage: Passage, random: Random) -> str | None:
    words = passage.words.split()
    places = [
        index
        for index in range(len(words) - 1)
        if min(len(words[index].strip(".,")), len(words[index + 1].strip(".,"))) > 4
        and words[index].lower() != words[index + 1].lower()
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
    fresh = [other for other in others if other not in passage.words]
    if len(items) < 2 or not fresh:
        return None
    return ", ".join([*items[:-1], random.choice(fresh).strip()]) if len(items[0]) > len("you know") else None


def _change_label(passage: Passage, random: Random) -> str | None:
    """Words under the other speaker's label."""
    text, turns = passage.document.text, passage.document.turns
    labels = sorted({turn.label for turn in turns if turn.label})
    turn = next((turn for turn in turns if turn.span[0] <= passage.start < turn.span[1]), None)
    if turn is None or turn.label is None or len(labels) < 2 or passage.start != turn.span[0]:
        return None
    other = random.choice([label for label in labels if label != turn.label])
    line = text.rfind("\n", 0, passage.start) + 1
    written = text[line : passage.start]
    return written.replace(turn.label, other) + passage.words if turn.label in written else None


def _flip_answer(passage: Passage, random: Random) -> str | None:
    match = re.search(r"(\?\s*(?:\S+[:\]]\s*)?)(no|nope|yes|yeah|yep)\b", passage.words, re.IGNORECASE)
    if match is None:
        return None
    new = random.choice(["yes", "yeah"]) if match[2].lower() in {"no", "nope"} else random.choice(["no", "nope"])
    return passage.words[: match.start(2)] + new + passage.words[match.end(2) :]


def _invent(passage: Passage, random: Random) -> str | None:
    del passage
    return random.choice(
        [
            "MRI shows a large L5-S1 disc extrusion on the left",
            "Left sacral torsion with a positive seated flexion test",
            "patient reports saddle numbness and urinary retention",
            "Somatic dysfunction of the cuboid",
            "C6 rotated right and sidebent left",
            "the knee gave way twice on Sunday",
            "He was struck by a motorcycle at low speed",
            "ribs 11 and 12 held in exhalation",
        ]
    )


def _insert(words: Sequence[str], before: str) -> Change:
    """A change that puts a word in front of a match."""
    compiled = re.compile(before, re.IGNORECASE)

    def change(passage: Passage, random: Random) -> str | None:
        found = list(compiled.finditer(passage.words))
        if not found:
            return None
        at = random.choice(found).start()
        return f"{passage.words[:at]}{random.choice(words)} {passage.words[at:]}"

    return change


def _change_prefix(passage: Passage, random: Random) -> str | None:
    found = [
        (match, prefix)
        for prefix in _PREFIXES
        for match in re.finditer(rf"(?<![\w-]){prefix}-?(?=\w{{4,}})", passage.words, re.IGNORECASE)
    ]
    if not found:
        return None
    match, prefix = random.choice(found)
    return _replace(passage.words, match, _PREFIXES[prefix])


def _drop_sign(passage: Passage, random: Random) -> str | None:
    return _edit(
        r"(?<=\w) ?(?:\+|\(\+\)|\(-\)|(?<=: )-)(?=\W|$)", lambda _match, chosen: chosen.choice(["", " -", "++"])
    )(passage, random)


_NOUN = (
    r"\b(?:numbness|weakness|tingling|pain|tenderness|fracture|stenosis|herniation|dysfunction|spasm|edema|reflexes|sensation|"
    r"swelling|cough|fever|arthritis|sprain|strain|injury|surgery|restriction|torsion|tender|boggy|positive|restricted)\b"
)

CORRUPTIONS: Mapping[str, Change] = {
    "side swapped": _swap("left|right", "l|r", "bilateral|unilateral", "bilaterally|unilaterally", "both|one"),
    "side inserted": _insert(
        ["left", "right", "bilateral", "L"],
        rf"(?<!left )(?<!right )(?:{_NOUN}|\b(?:leg|arm|foot|knee|hip|shoulder|SI|sulcus)\b)",
    ),
    "side dropped": _edit(rf"(?<=\w)\s+(?:the |on the )?{_SIDE}(?=\s+\w)", lambda _match, _random: ""),
    "level changed": _edit(r"(?<=\b[CTLS])\d{1,2}\b", lambda match, random: _another(match, random, 1, 8)),
    "level family changed": _edit(
        r"\b[CTLS](?=\d{1,2}\b)", lambda match, random: random.choice([s for s in "CTLS" if s != match[0].upper()])
    ),
    "level range changed": _either(
        _edit(r"(?<=\b[CTLS]\d[-\u2013])\d{1,2}\b", lambda match, random: _another(match, random, 1, 12)),
        _edit(r"(?<=[CTLS]\d)[-\u2013](?=[CTLS]?\d)", lambda _match, random: random.choice([", ", " and ", " "])),
        _edit(r"(?<=[CTLS]\d)[-\u2013][CTLS]?\d{1,2}\b", lambda _match, _random: ""),
    ),
    "number changed": _either(
        _edit(_NUMBER, lambda match, random: _another(match, random, 1, 99)),
        _swap("one|two|three|four|five|six|seven|eight|nine|ten", "twenty|thirty|forty|fifty", "first|second|third"),
    ),
    "digits transposed": _edit(
        r"\b(\d)(\d)\b", lambda match, _random: match[2] + match[1] if match[1] != match[2] else match[1] + "0"
    ),
    "grade changed": _either(
        _edit(r"\b[0-5](?=[+-]?/5)", lambda match, random: _another(match, random, 0, 5)),
        _edit(r"\b[0-4](?=\+)", lambda match, random: _another(match, random, 0, 4)),
        _edit(r"(?<=\d)\+", lambda _match, random: random.choice(["", "-"])),
        _edit(r"\b\d{1,2}(?=(?:/| out of )(?:10|ten))", lambda match, random: _another(match, random, 0, 10)),
        _swap("grade 1|grade 2|grade 3", "grade i|grade ii"),
    ),
    "negation inserted": _insert(["no", "not", "without", "denies", "non"], rf"(?<!no )(?<!not ){_NOUN}"),
    "negation dropped": _edit(_NEGATION, lambda _match, _random: ""),
    "polarity flipped": _swap(
        "positive|negative",
        "neg|pos",
        "with|without",
        "denies|reports|endorses|has",
        "no|some",
        "normal|abnormal",
        "nontender|tender",
        "non-tender|tender",
        "intact|absent|impaired",
        "present|absent",
        "can|can't",
        "is|isn't|is not",
        "does|doesn't|does not",
        "don't|do",
        "didn't|did",
        "able|unable",
        "symmetric|asymmetric",
        "full|limited",
        "stable|unstable",
    ),
    "hedge dropped": _edit(_HEDGE, lambda _match, _random: ""),
    "hedge inserted": _insert(
        ["possible", "probable", "likely", "suspected", "maybe", "questionable", "rule out"], _NOUN
    ),
    "person dropped": _edit(_PERSON + r"(?: (?:has|had|with|w/))?(?= [a-z])", lambda _match, _random: ""),
    "person swapped": _either(
        _edit(_PERSON, lambda _match, random: random.choice(["patient", "the patient", "I", "he", "Pt"])),
        _swap("mother|father", "sister|brother", "wife|husband", "he|she|i|you", "my|your|his|her", "him|me|her"),
    ),
    "question to statement": _question_to_statement,
    "question turned": _turned_question,
    "question mark dropped": _drop_question_mark,
    "statement to question": _statement_to_question,
    "finding swapped": _swap(*_FINDINGS),
    "structure swapped": _swap(*_STRUCTURES),
    "mechanism swapped": _swap(
        "osseous|disc|ligamentous|fibrotic",
        "bony|soft tissue",
        "bone|disc|ligament",
        "osteophyte|bulge|spur",
        "hypertrophy|protrusion|fibrosis",
    ),
    "direction swapped": _swap(
        "flexion|extension",
        "anterior|posterior",
        "superior|inferior",
        "abduction|adduction",
        "inhalation|exhalation",
        "internal|external",
        "medial|lateral",
        "proximal|distal",
        "upper|lower",
        "up|down",
        "frs|ers",
        "rotated|sidebent",
        "forward|backward",
        "high|low",
        "above|below",
        "into|out of",
        "in|out",
        "from|to",
        "plantarflexion|dorsiflexion",
        "elevated|depressed",
    ),
    "severity changed": _swap(
        "mild|moderate|severe",
        "mildly|severely|moderately",
        "slight|marked",
        "minimal|extensive",
        "little|lot",
        "dull|sharp",
        "trace|large",
        "a bit|very",
        "partial|complete",
        "small|large",
    ),
    "time changed": _either(
        _swap(
            "acute|chronic",
            "current|prior|previous|resolved",
            "today|yesterday",
            "now|before|previously",
            "new|old",
            "since|until",
            "still|no longer",
        ),
        _insert(["history of", "prior", "resolved", "previous"], _NOUN),
        _edit(r"\b(?:history of|h/o|resolved|prior|previous|used to|former|no longer)\b", lambda _match, _random: ""),
    ),
    "duration changed": _swap(
        "day|week|month|year|hour|minute",
        "days|weeks|months|years|hours|minutes",
        "wk|mo|yr",
        "wks|mos|yrs",
        "daily|weekly|nightly",
        "bid|tid|qid",
        "prn|daily",
        "morning|night|evening",
        "once|twice",
    ),
    "tense changed": _swap(
        "is|was", "are|were", "has|had", "have|had", "does|did", "will|would|did", "'s|was", "hurts|hurt", "feels|felt"
    ),
    "part of a word": _inside_word,
    "part of a compound": _tail_of_compound,
    "words left out": _splice,
    "content word left out": _drop_word,
    "sentences joined": _splice_sentences,
    "speakers joined": _splice_speakers,
    "speaker changed": _change_label,
    "answer flipped": _flip_answer,
    "order changed": _reorder,
    "lists merged": _merge_lists,
    "unit changed": _swap(
        "mm|cm|m", "mg|mcg|g|ml", "lbs|kg|pounds|kilos", "degrees|percent", "inches|feet|miles", "%|mm"
    ),
    "prefix changed": _change_prefix,
    "study or drug swapped": _swap(*_DRUGS),
    "outcome changed": _swap(
        "improved|worsened|unchanged",
        "better|worse",
        "increased|decreased",
        "increase|decrease",
        "relieved|aggravated",
        "more|less",
        "improving|worsening",
        "eased|increased",
        "decr|incr",
    ),
    "connective changed": _swap(
        "and|or|but not",
        "both|either",
        "also|not",
        "because|despite",
        "if|when",
        "before|after",
        "with|without",
        "or|nor",
    ),
    "quantity changed": _swap(
        "all|some|most",
        "every|no",
        "always|sometimes|never",
        "any|all",
        "many|few",
        "only|also",
        "full|partial",
        "several|one",
    ),
    "sign changed": _either(
        _drop_sign,
        _edit(r"[<>]", lambda match, _random: "<" if match[0] == ">" else ">"),
        _edit(r"(?<=\w )\+(?= \w)", lambda _match, _random: "-"),
    ),
    "modality changed": _swap(
        "should|shouldn't|may",
        "will|may|might",
        "must|can",
        "recommended|completed|declined",
        "planned|done|cancelled",
        "ordered|reviewed",
        "continue|stop",
        "start|stop",
        "tried|refused",
    ),
    "invented": _invent,
}
"""Kind → change."""

VERBATIM_KINDS = frozenset(
    {
        "negation dropped",
        "hedge dropped",
        "person dropped",
        "question to statement",
        "question mark dropped",
        "part of a word",
        "part of a compound",
        "time changed",
        "level range changed",
        "question turned",
    }
)
"""Kinds after which the words left may still stand in the source, without what governed them there."""
