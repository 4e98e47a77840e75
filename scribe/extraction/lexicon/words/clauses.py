"""Where a clause begins in speech without punctuation: at the subject of a finite verb, or at a command.

`big toes up hold it the right one gives a little left is fine knees are one plus i can't get the ankles`: a listener
hears a clause wherever a new subject gets its verb (`the right one gives`, `left is`, `knees are`, `i can't`) and where
a command is given (`hold it`), unless the words before lead to it (`the pain in | the leg is`, `if | it gets`).
"""

import re
from functools import cache
from itertools import groupby
from operator import itemgetter

_VERBS = (
    "is|isn't|are|aren't|was|wasn't|were|weren't|has|hasn't|had|hadn't|does|doesn't|did|didn't|don't|won't|will|can't|"
    "can|could|couldn't|would|wouldn't|feels?|looks?|moves?|springs?|gives?|goes|comes|stays|sits|hurts?|shows?|gets?|"
    "got|wants?|likes|seems?|catches|resists|glides|rotates|shoots|says|said|went|came|felt|needs?|started|have|haven't|"
    "ain't|must|may|might|should|start|keep|make|put|take|took|tried|use|call|write|work|sleep|wake|fell|lost|stopped|told|used"
)
_HIS_VERBS = (
    "is|isn't|are|aren't|was|wasn't|were|weren't|has|hasn't|doesn't|don't|won't|can't|ain't|feels|looks|moves?|springs?|"
    "gives|goes|comes|stays|sits|hurts|shows|seems|resists|glides?|wants|stops"
)
"""Verbs of what is examined."""
_PRONOUNS = "i|you|it|he|she|we|they|that|this|these|those|there"
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEVEL = rf"[ctls]\d{{1,2}}(?:-[ctls]?\d{{1,2}})?|(?:[ctls]|see|tee|ell?) (?:\d{{1,2}}|{_NUMBER})"
_TESTS = (
    "light touch|pinprick|vibration|straight leg rais(?:e|ing)|slrs?|slump|spurling|romberg|hoffmann|babinski|clonus|"
    "(?:seated|standing) flexion|faber"
)
_PARTS = (
    r"oa|aa|atlas|axis|neck|knees?|ankles?|hips?|shoulders?|elbows?|wrists?|toes?|feet|foot|"
    "legs?|arms?|hands?|thumbs?|grips?|sulcus|sulci|psis|asis|ila|ilas|ilium|innominate|sacrum|coccyx|pelvis|pubes|crests?|"
    "ribs?|reflexes|jerks?|strength|sensation|feeling|power|tone|gait|bowels?|bladder|biceps|triceps|quads?|hamstrings?|"
    "deltoids?|paraspinals|muscles?|suboccipitals|traps?|discs?|foramen|foramina|canal|cord|facets?|joints?|lumbar|"
    "thoracic|cervical|temporals?|jaw|diaphragm|clavicle|talus|cuboid|navicular"
)
_NO_NOUN = (
    r"(?!(?:on|in|of|at|to|over|under|from|with|for|into|by|down|up|and|or|but|that|which|who|where|when|if|because|as|"
    r"than|so|i|you|it|he|she|we|they|not|no|is|are|was|were|has|have|does|do|the|a|an|your|my|his|her|this)\b)"
)
_COMMANDS = (
    "bend (?:forward|forwards|back|backwards|over|down)", "sit (?:up|back|down|tall|for)",
    "lie (?:back|down|on|face)", "lay (?:back|down|on)", "flip over", "roll (?:over|to|onto|on)", "face down",
    "look (?:up|down|over)", "breathe (?:in|out)", "deep breath", "big breath", "big toes? up", "toes? up",
    "hold (?:it|that|still)", "give me", "tell me", "keep (?:going|doing|using|wearing)",
    *(rf"{whose} (?:[\w-]+ )?(?:impression|assessment|diagnosis|diagnoses|conclusion)"
      for whose in ("my", "the", "our", "final", "working")),
    "what (?:i'm|i'd|i've|i call|i have|i found|i find|i see|we have|we're|you have|you've|(?:he|she|it) has)",
    *(rf"{felt}(?: or [\w-]+)? anywhere" for felt in ("numb", "numbness", "tingly", "tingling", "weak", "weakness")),
    "relax", "let go", "chin (?:to|down)", "arms (?:up|out)", "hang on", "on your (?:back|belly|stomach|tummy)",
    "resist me",
)  # fmt: skip
_LEADING = frozenset({
    "a", "about", "above", "across", "after", "again", "against", "all", "along", "alongside", "also", "an", "and",
    "any", "are", "aren't", "around", "as", "asks", "at", "because", "before", "behind", "below", "bend", "beneath",
    "beside", "between", "big", "bit", "both", "bring", "bringing", "but", "by", "call", "called", "can", "can't",
    "cause", "check", "checking", "could", "did", "didn't", "do", "does", "doesn't", "don't", "down", "each",
    "either", "even", "every", "everything", "except", "extend", "feel", "feeling", "find", "for", "found", "from",
    "get", "gets", "give", "gives", "go", "got", "guess", "had", "has", "have", "he", "hear", "her", "him", "his",
    "hit", "hope", "how", "hurt", "hurts", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "inside", "into", "is",
    "isn't", "it", "it's", "just", "kick", "know", "let", "lift", "lifting", "like", "make", "makes", "maybe", "me",
    "mean", "means", "more", "most", "move", "my", "near", "no", "not", "nothing", "of", "off", "on", "once",
    "only", "onto", "or", "our", "outside", "over", "past", "please", "plus", "press", "pressing", "push",
    "pushing", "put", "r", "raise", "raising", "reason", "said", "same", "saw", "say", "says", "see", "seeing",
    "she", "should", "show", "shows", "since", "so", "some", "something", "springing", "squeeze", "still",
    "straighten", "such", "suppose", "sure", "take", "tap", "tell", "test", "testing", "than", "that", "that's",
    "the", "their", "them", "then", "there's", "these", "they", "thing", "things", "think", "thinks", "this",
    "though", "thought", "through", "till", "time", "to", "touch", "toward", "towards", "under", "underneath",
    "unless", "until", "up", "us", "use", "very", "was", "wasn't", "watch", "way", "we", "we're", "were", "what",
    "what's", "whatever", "when", "whenever", "where", "where's", "whether", "which", "while", "who", "why", "will",
    "wish", "with", "within", "without", "won't", "would", "wouldn't", "x", "you", "you're", "your",
})  # fmt: skip
"""Words that lead to a clause or a thing, so that none begins a sentence behind them."""
_DENYING = frozenset({
    "almost", "and", "are", "at", "because", "but", "by", "feel", "felt", "find", "for", "found", "gave", "give",
    "gives", "got", "had", "has", "have", "he's", "i've", "in", "is", "it's", "means", "of", "or", "said", "saw",
    "say", "says", "see", "she's", "show", "showed", "shows", "than", "that's", "there's", "they've", "was",
    "we've", "were", "with", "you've",
})  # fmt: skip
"""Words whose object or complement `no` begins, where it answers nothing."""
_OBJECTS = frozenset({"it", "me", "them", "him", "us"})
"""Pronouns that end a clause where a thing has its verb behind them: `hold it | the right one gives`."""
_AUXILIARIES = frozenset({"plus", "is", "was", "are", "were", "do", "did", "does", "have", "has", "had"})
"""Words that end a clause where another subject has its verb behind them: `better than it was | i can't sit`."""
_NAMING = frozenset({
    "ac", "achilles", "ankle", "anterior", "arm", "biceps", "big", "calf", "central", "cervical", "ct", "deep",
    "elbow", "facet", "feeling", "femoral", "film", "films", "first", "foot", "great", "hand", "heel", "hip",
    "iliac", "jerks", "knee", "lateral", "left", "leg", "lower", "lumbar", "medial", "mid", "middle", "motor",
    "mri", "muscle", "neck", "nerve", "neural", "other", "patellar", "posterior", "power", "pubic", "ray", "rays",
    "reflex", "reflexes", "rib", "right", "sacral", "sc", "scan", "scans", "second", "sensation", "shoulder", "si",
    "spinal", "straight", "strength", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "thoracic", "tone", "triceps", "upper", "wrist",
})  # fmt: skip
"""Words that say what is tested before the part it is tested in (`reflexes knees are equal`), or which part it is."""
_TURNING = frozenset({
    "bend", "bending", "bends", "bent", "glide", "glides", "rotate", "rotated", "rotates", "rotating", "rotation",
    "shift", "shifted", "sidebend", "sidebending", "sidebent", "translate", "translates", "turn", "turned",
    "turning", "turns",
})  # fmt: skip
"""Words that a side ends: `it doesn't bend | right`."""
_ENDING = frozenset({"plus", "again", "down", "up", "well", "okay", "now", "there", "off", "please"})
"""Words that end a clause or a command as often as they lead on; a part that is named behind them begins one."""


def opens_clause(before: str, opening: re.Match[str]) -> bool:
    """Whether a clause or command begins a sentence of its own behind a word.

    Args:
        before: The word before it.
        opening: What was found by `clause`.
    """
    if before in _OBJECTS and not opening["pronoun"]:
        return True
    if opening["clause"] in ("left", "right"):
        return before not in _TURNING and (before not in _LEADING or before in _ENDING)
    if opening["test"] and before in ("left", "right", "bilateral"):
        return False
    if opening["part"]:
        return before not in _NAMING and (before not in _LEADING or before in _ENDING)
    if opening["pronoun"] and opening["clause"] in ("it", "that") and _level().fullmatch(before):
        return False
    return before not in _LEADING or (opening["finite"] is not None and before in _AUXILIARIES)


@cache
def _level() -> re.Pattern[str]:
    """Match a vertebra, which a pronoun behind it takes up: `l4 that one's hung up`."""
    return re.compile(_LEVEL)


def denies(before: str, answer: str) -> bool:
    """Whether an answer's word belongs to the word before it: `there's | no fracture`."""
    return answer in ("no", "none") and before in _DENYING


def leads_to_thing(before: str) -> bool:
    """Whether a thing that is named behind a word belongs to it: `it's | the left that hurts`."""
    return before in _LEADING


def by_letter(*alternatives: str) -> str:
    """Return the pattern of alternatives, those together that begin with one letter: few are looked at for a word.

    Args:
        alternatives: Patterns that begin with a letter each, which is not optional.
    """
    opening = itemgetter(0)
    parts = groupby(sorted(alternatives, key=opening), key=opening)
    return "(?:" + "|".join(f"{first}(?:{'|'.join(word[1:] for word in words)})" for first, words in parts) + ")"


@cache
def clause() -> str:
    """Return the pattern of what begins a clause, with the groups `clause` and `part`."""
    his_verbs, parts, pronouns = (by_letter(*words.split("|")) for words in (_HIS_VERBS, _PARTS, _PRONOUNS))
    does = rf"(?:'s| (?:(?:on|over|at|in|under|around|above|below|beside|behind) (?:the |your )?[\w-]+ )?{his_verbs})"
    thing = rf"(?:the|your|his|her|my|that|other) (?:{_NO_NOUN}[\w'-]+ ){{0,3}}?{_NO_NOUN}[\w-]+{does}"
    sided = rf"(?:left|right)(?: (?:one|side|{parts}))?(?:{does}| i'd (?:say|call))"
    part = rf"(?:(?:{_LEVEL})(?: (?:{_LEVEL}|{_NUMBER}))?|{parts})(?: jerks?| reflex(?:es)?)?{does}"
    person = r"(?:my|his|her) [\w-]+ (?:had|has|got|says|said|thinks|told|keeps|did)"
    adverb = "(?:also |just |still |really )?"
    finite = rf"(?P<finite>{pronouns}(?:'m|'re|'ve|'ll|'d| {adverb}(?:can|do|wo|could|would)n?'t))"
    pronoun = rf"{finite}|{pronouns}(?:'s| {adverb}{by_letter(*_VERBS.split('|'))})"
    named = rf"(?P<pronoun>{pronoun})|{thing}|{person}|(?P<test>(?:{_TESTS}){does})|(?P<part>{sided}|{part})"
    return rf"(?P<clause>(?=(?:{named}|{by_letter(*_COMMANDS)})\b)[\w'-]+)"
