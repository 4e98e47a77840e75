"""What has not happened: lesions spoken of in general, conditions without an if, and warnings.

`When a subluxation is found`, `if so, I'll call it`, `any numbness, you let me know`, `you start dropping things, you
call me`, `what worries me is ...`, `foot drop, numb groin: that's an ambulance`, and the risks of a procedure. No word
of condition need be said where a statement names an emergency, a call to be made or the harms of a procedure, and
nothing in it has happened.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import asking, saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words


def hypotheticals(view: View, statement: Statement) -> Iterator[Cue]:
    """Find the words of a statement that make what is beside them something that has not happened.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if statement.speaker == "patient":
        return
    if not statement.asks:
        yield from _any_conditions(view, statement)
        yield from _bargains(view, statement)
        yield from _in_general(view, statement)
    yield from _alarms(view, statement)


_WHEN = frozenset({"when", "where", "whenever", "wherever", "once"})
_ANY = frozenset({"a", "an", "any"})
_HOLDING = frozenset({"is", "are", "can", "may", "should", "exists", "occurs"})
_VERB = 9
_CONDITIONS = frozenset({"if", "unless", "should", "when", "once", "until", "provided", "providing", "assuming"})
_WILL = frozenset({"i'll", "we'll", "i'd", "we'd", "will", "would", "gonna", "going"})
_AUXILIARY = 3
_NAMING = frozenset({
    "call", "calling", "name", "naming", "say", "code", "coding", "label", "diagnose", "list", "chart", "write",
    "put", "enter", "record", "document", "bill",
})  # fmt: skip
_OBJECTS = frozenset({"it", "that", "this", "them", "down", "as", "a", "an"})
_SEASONS = frozenset({"spring", "fall"})
_DEFERRING = frozenset({
    "still", "stays", "remains", "tomorrow", "later", "visit", "next", "again", "persists", "by", "after",
})  # fmt: skip
"""Words by which a condition is one of days to come, unlike in `if I press here it gives, I'd call that`."""
_TREATING = frozenset({"treatment", "management", "therapy", "care", "approach", "handling", "correction"})
_OPENERS = _WHEN | _TREATING
_BEFORE_CLAUSE = frozenset({":", ";", "-", "\u2013", "\u2014", "(", ",", "and", "but"})
_SUBJECTS = frozenset({
    "a", "an", "any", "one", "there", "he", "she", "they", "it", "we", "you", "i", "further", "new", "another", "this",
})  # fmt: skip
_USUAL = frozenset({"usual", "typical", "standard", "customary", "general", "conventional", "common"})
_LINKS = frozenset({"of", "for", "to"})
_ASKED_BY = frozenset({"what", "how", "when", "where", "why", "which", "who", "that", "often", "much", "long"})
_ARISING = frozenset({
    "develop", "appear", "occur", "arise", "persist", "recur", "worsen", "reappear", "supervene", "return", "emerge",
})  # fmt: skip
_NO_SUBJECT = frozenset({
    "and", "to", "be", "not", "have", "if", "whether", "when", "until", "unless", "also", "then", ",", ";", ".", "see",
})  # fmt: skip
"""Words of a `should` that tells somebody what to do."""
_OWN = frozenset({"her", "his", "their", "your", "this", "the", "it", "that"})
_GENERAL = frozenset({
    "would", "consists", "consist", "usually", "generally", "typically", "normally", "involves", "aims", "commonly",
})  # fmt: skip


def _in_general(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the words behind which a clinician speaks of a lesion in general."""
    norms, end = view.norms, statement.end
    yield from _named_later(norms, statement)
    if _OPENERS.isdisjoint(norms[statement.start : end]):
        return
    general = not _GENERAL.isdisjoint(norms[statement.start : end])
    for at in range(statement.start, end - 2):
        if norms[at] in _WHEN:
            holding = not _HOLDING.isdisjoint(norms[at + 2 : min(end, at + _VERB)])
            holds = holding and _speaks_of_any(view, statement, at)
        elif norms[at] in _TREATING and norms[at + 1] in _LINKS:
            usual = at > statement.start and norms[at - 1] in _USUAL and norms[at + 2] not in _OWN
            holds = usual or (general and norms[at + 2] in _ANY)
        else:
            continue
        if holds:
            yield Cue(at, at + 1, "before", "hypothetical", norms[at])


def _named_later(norms: list[str], statement: Statement) -> Iterator[Cue]:
    """Read the verb by which a clinician leaves a name to a condition: `if it stays locked, I'll call it a lesion`."""
    said = norms[statement.start : statement.end]
    if _NAMING.isdisjoint(said) or _CONDITIONS.isdisjoint(said):
        return
    opener = next((at for at in range(statement.start, statement.end) if norms[at] in _CONDITIONS), statement.end)
    for at in range(opener + 1, statement.end - 1):
        if norms[at] in _NAMING and not _WILL.isdisjoint(norms[max(opener, at - _AUXILIARY) : at]):
            between = norms[opener + 1 : at]
            deferred = _DEFERRING | words("months") - _SEASONS
            joined = "and" in norms[max(opener, at - _AUXILIARY) : at]
            if not joined and "so" not in between and not deferred.isdisjoint(between):
                end = next((one for one in range(at + 1, statement.end) if norms[one] not in _OBJECTS), at + 1)
                yield Cue(opener, end, "before", "hypothetical", norms[at])
            return


def _speaks_of_any(view: View, statement: Statement, at: int) -> bool:
    """Tell whether a lesion behind a `when` is nobody's: `where a lock is found`, unlike `the level where it is`."""
    norms = view.norms
    opens = at == statement.start or norms[at - 1] in _BEFORE_CLAUSE
    named = any(hit.start == at + 1 for hit in view.terms("lesions", Chunk(at + 1, at + 2)))
    return (opens or norms[at] != "where") and (norms[at + 1] in _ANY or (opens and named))


def _any_conditions(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an any as a condition where it says when to call or go: `Any numbness, you let me know.`."""
    start = statement.start
    while start < statement.end and view.norms[start] in words("before_question"):
        start += 1
    opening = view.norms[start : start + 2]
    opens = opening[:1] == ["any"] or opening in (["when", "you"], ["once", "you"], ["whenever", "you"])
    if not opens:
        return
    later = (view.norms[at] for chunk in statement.chunks[1:] for at in range(*chunk[:2]))
    if any(word in words("instructing") for word in later):
        yield Cue(start, start + 1, "before", "hypothetical", "any")


def opens_condition(norms: list[str], statement: Statement, verb: Item) -> bool:
    """Tell whether a verb opens a statement or, before its subject, a clause: `treatment, should an L5 lock be found`.

    Args:
        norms: The document's words.
        statement: The statement.
        verb: A verb that puts a condition where it stands before its subject.
    """
    if verb.start == statement.start:
        return True
    subject = norms[verb.end] if verb.end < statement.end else "."
    if norms[verb.start - 1] in _BEFORE_CLAUSE and subject in _SUBJECTS:
        return True
    modal = norms[verb.start] != "should" or not _ASKED_BY.isdisjoint(norms[verb.start - 2 : verb.start])
    behind = norms[verb.end : min(statement.end, verb.end + _VERB)]
    return not modal and (subject in _SUBJECTS | _OWN or _arises(behind))


def _arises(said: list[str]) -> bool:
    """Tell whether words behind a `should` are a subject with what it may do, as in `should numbness persist`."""
    at = next((at for at, word in enumerate(said) if word in _ARISING), 0)
    return at > 0 and said[at - 1][0].isalpha() and _NO_SUBJECT.isdisjoint(said[:at])


_BEGINNING = frozenset({
    "start", "starts", "get", "gets", "lose", "loses", "go", "goes", "stop", "stops", "begin", "begins", "notice",
    "notices", "develop", "develops", "change", "changes", "becomes", "become",
})  # fmt: skip
_GOING = frozenset({"go", "goes", "get", "gets", "becomes", "become"})
_FAILING = frozenset({
    "weak", "weaker", "numb", "dead", "limp", "a", "any", "worse", "clumsy", "heavy", "floppy", "new",
})  # fmt: skip
"""What a limb becomes; who goes anywhere else, or where a pain goes, is no condition."""
_LEADS = frozenset({
    "you", "then", "and", "please", "just", "so", "i", "want", "to", "need", "that", "it", "is", "that's",
})  # fmt: skip
_URGES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("call", "ring", "phone", "page", "text", "tell"), frozenset({"me", "us", "911", "999", "right"})),
    "let": frozenset({"me", "us"}),
    "come": frozenset({"back", "in", "right", "straight", "see", "down"}),
    **dict.fromkeys(("go", "get", "head"), frozenset({"to", "straight", "right", "in", "yourself"})),
}
_EMERGENCIES = frozenset({"er", "ed", "emergency", "911", "999", "ambulance", "casualty"})
_WORRIES = (("worry", "about"), ("worries", "me"), ("scares", "me"), ("worry", "me"), ("concerns", "me"))
_OPENING = 6
_NEAR = 3


def _bargains(view: View, statement: Statement) -> Iterator[Cue]:
    """Find where a spoken statement begins to tell what might happen."""
    if statement.turn < 0:
        return
    if (worry := _worry(view, statement)) is not None:
        yield Cue(statement.start, worry, "before", "hypothetical", "worry")
        return
    if len(statement.chunks) == 1 or _BEGINNING.isdisjoint(view.norms[statement.start : statement.end]):
        return
    urged = next((chunk.start for chunk in statement.chunks[1:] if _urges(view, chunk)), statement.start)
    for chunk in statement.chunks:
        if chunk.start < urged and _begins(view, chunk):
            yield Cue(chunk.start, chunk.start + 1, "before", "hypothetical", "bargain")


def _worry(view: View, statement: Statement) -> int | None:
    """Return where a worry ends to be announced, as in `what I worry about is ...`."""
    opening = view.norms[statement.start : min(statement.end, statement.start + _OPENING)]
    if "what" not in opening[:2]:
        return None
    return next((statement.start + at + 2 for at, pair in enumerate(pairwise(opening)) if pair in _WORRIES), None)


def _begins(view: View, chunk: Chunk) -> bool:
    """Tell whether a part says that something begins, and not what somebody has."""
    said = view.norms[chunk.start : chunk.end]
    at = next((index for index, word in enumerate(said) if word in _BEGINNING), None)
    if at is None:
        return False
    return said[at] not in _GOING or not _FAILING.isdisjoint(said[at + 1 : at + 1 + _NEAR])


def _urges(view: View, chunk: Chunk) -> bool:
    """Tell whether a part says what is to be done, or that it is an emergency."""
    said = view.norms[chunk.start : chunk.end]
    if not _EMERGENCIES.isdisjoint(said):
        return True
    at = next((index for index, word in enumerate(said) if word not in _LEADS), None)
    return at is not None and at <= _NEAR and not _URGES.get(said[at], frozenset()).isdisjoint(said[at + 1 : at + 3])


_SENT = _EMERGENCIES | {"hospital", "call", "ring", "phone"}
"""Where, or how, somebody is sent by a word alone."""
_ALONE = frozenset({
    "the", "to", "straight", "right", "away", "back", "in", "now", "then", "me", "us", "same", "day", "that", "is",
})  # fmt: skip
_COMING = frozenset({"in", "back", "that", "straight", "right", "here", ".", ",", "the"})
"""Words behind a come that somebody is to do."""
_SEEING = frozenset({"as", "when", "since", "before", "what", "see", "saw", "watch", "watched", "heard", "hear"})
"""Words with which it is told how somebody comes, or calls something."""
_EXAMINED = frozenset({"objective", "exam", "structural_exam"})
_TOGETHER = frozenset(
    {("a", "&"), ("same", "day"), ("same", "-"), ("should", "prompt"), ("would", "prompt")}
    | {("means", "triage"), ("straight", "triage")}
    | {("the", "hospital"), ("to", "hospital"), ("a", "hospital"), ("would", "change"), ("that'd", "change")}
)
"""Words that tell of an urgent visit only together, as `A&E` and `same-day review`."""
_CALLS = frozenset(
    {(verb, whom) for verb in ("call", "ring", "phone", "page", "tell") for whom in ("me", "us")}
    | {("hear", "about"), ("me", "know"), ("us", "know"), ("exam", "for"), ("come", "straight"), ("come", "right")}
    | {("don't", "wait"), ("not", "wait"), ("never", "wait"), ("phone", "call")}
    | {("you", "come"), ("you", "ring"), ("you", "phone")}
    | {("home", "with"), ("sit", "on"), ("sitting", "on"), ("wait", "on"), ("waiting", "on")}
)
_LINGERING = frozenset({"sit", "sitting", "wait", "waiting"})
_DOERS = frozenset({"i", "we", "i'd", "i'm", "we're", "let's", "i'll", "we'll", "us"})
_HOLDS = frozenset({"is", "are", "you've", "there's", "he's", "she's", "it's"})
_UNWILLING = 5
"""Words from who will not wait to the wait."""
_HARMS = frozenset({
    "infection", "bleeding", "bleed", "hematoma", "haematoma", "dural", "leak", "death", "stroke", "nerve",
})  # fmt: skip
_RISKS = frozenset({"risk", "risks", "odds", "complication", "complications", "consent", "consented"})
_HAPPENED = frozenset({
    "went", "was", "were", "had", "has", "have", "sent", "seen", "saw", "visited", "came", "taken", "took", "told",
    "said", "discharged", "admitted", "presented", "presents", "yesterday", "ago", "last", "since", "from", "gave",
    "given", "after", "film", "films", "x-ray", "xray", "ct", "mri", "note", "record", "records", "doc", "doctor",
    "physician", "visit", "visits", "today", "currently", "reports", "started", "developed", "got", "did", "noticed",
    "history", "hx", "h", "s", "prior", "previous", "old", "remote", "once", "surgery", "laminectomy", "discectomy",
    "decompression", "section", "cesarean", "sending",
})  # fmt: skip
"""Words of a statement that tells what has happened."""
_SHOWN = frozenset({"positive", "pos", "+", "now"})
_TELLING = frozenset({"subjective", "history", "past_history", "review_of_systems", "records"})
_CONDITIONAL = frozenset({"would", "should"})


def _alarms(view: View, statement: Statement) -> Iterator[Cue]:
    """Find what makes the symptoms of a statement ones that might yet come."""
    said = view.norms[statement.start : statement.end]
    alarming = not _WORDS.isdisjoint(said)
    warned = _warned(view, statement) if _may_warn(statement) else None
    at = _emergency(view, statement) if alarming and _may_warn(statement) and warned is None else warned
    at = _harm(view, statement) if alarming and at is None else at
    at = at if at is not None else _asked_before(view, statement)
    if at is not None:
        yield Cue(at, at + 1, "around", "hypothetical", view.norms[at])


_REASONS = frozenset({"what", "things", "signs", "symptoms", "reasons", "reason", "which"})
_SENDING = frozenset({
    "sends", "send", "brings", "bring", "takes", "take", "prompts", "prompt", "means", "warrants",
    "warrant", "come", "return", "call", "go", "seek", "needs", "trigger", "triggers",
})  # fmt: skip
_PLACES = _EMERGENCIES | {"hospital", "sooner", "early", "earlier", "urgently", "immediately", "straight"}
_REACH, _AWAY = 4, 7


def _warned(view: View, statement: Statement) -> int | None:
    """Return where a statement says of which symptoms somebody was warned: `what sends her to the ER, a weak leg`.

    Unlike in `what brings her in today`, the place or the haste is named with it.
    """
    said = view.norms[statement.start : statement.end]
    if _REASONS.isdisjoint(said) or _SENDING.isdisjoint(said):
        return None
    for at, word in enumerate(said):
        sends = next(
            (one for one in range(at + 1, at + 1 + _REACH) if said[one : one + 1] and said[one] in _SENDING), 0
        )
        behind = said[sends + 1 : sends + 1 + _AWAY] if word in _REASONS and sends else []
        back = "back" in behind and not _CONDITIONAL.isdisjoint(said)
        if back or not _PLACES.isdisjoint(behind) or ("same", "day") in pairwise(behind):
            return statement.start + at
    return None


def has_result(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells what an examination has shown, on which its writer acts: `foot drop 3/5: ED`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    said = view.norms[statement.start : statement.end]
    return not _SHOWN.isdisjoint(said) or ("/", "5") in pairwise(said)


def _may_warn(statement: Statement) -> bool:
    """Tell whether a statement stands where warnings do: not where a patient's story is told."""
    return statement.turn >= 0 or statement.section not in _TELLING


def _hesitates(statement: Statement, said: list[str], at: int) -> bool:
    """Tell whether an er of speech is a hesitation, as in `the knee jerk, er, I can't find it`, unlike in `the ER`."""
    return said[at] == "er" and statement.turn >= 0 and said[at - 1] in {",", ".", "and", "so", "but"}


def _emergency(view: View, statement: Statement) -> int | None:
    """Return where a statement names an emergency or a call to be made, and tells nothing that has happened."""
    said = view.norms[statement.start : statement.end]
    # An examination writes ER for external rotation.
    named = _EMERGENCIES - {"er"} if statement.section in _EXAMINED else _EMERGENCIES
    places = (index for index, word in enumerate(said) if word in named)
    at = next((index for index in places if not _hesitates(statement, said, index)), None)
    if at is None:
        calls = _TOGETHER | _CALLS if statement.turn >= 0 else _TOGETHER
        told = (index for index, pair in enumerate(pairwise(said)) if pair in calls)
        # Who goes home the same day was operated on.
        at = next((index for index in told if "home" not in said[max(0, index - _NEAR) : index]), None)
    at = _bare_call(view, statement) if at is None else at
    at = None if at is not None and _tells_of_coming(said, at) else at
    lingers = at is not None and not _LINGERING.isdisjoint(said[at : at + 2])
    if at is not None and lingers and not _HOLDS.isdisjoint(said):
        at = None  # Of `the foot is weak, don't wait with the scan` the weakness is there.
    waits = at is not None and {"nerve", "root", "cord"}.isdisjoint(said[at : at + _UNWILLING])
    if at is not None and lingers and not (waits and _DOERS.isdisjoint(said[max(0, at - _UNWILLING) : at])):
        at = None  # Of `myelopathy, so I don't want to sit on this` it is the clinician who will not wait.
    # Whoever opens with `told` told somebody when to come.
    happened = not _HAPPENED.isdisjoint(said[said[0] == "told" :]) or has_result(view, statement)
    happened = happened or (statement.asks and statement.turn >= 0)
    return None if at is None or happened else statement.start + at


def _bare_call(view: View, statement: Statement) -> int | None:
    """Return where a statement ends that says no more than where to go: `Leg gives out, call. Can't pee, hospital.`."""
    last = statement.chunks[-1]
    said = frozenset(word for word in view.norms[last.start : last.end] if word[0].isalnum())
    names = len(statement.chunks) > 1 and not _SENT.isdisjoint(said)
    return last.start - statement.start if names and said <= _SENT | _ALONE else None


def _tells_of_coming(said: list[str], at: int) -> bool:
    """Tell whether it is told how somebody comes in, as in `when you come in I see the foot drag`."""
    if said[at] != "you":
        return False
    walks = said[at + 1] == "come" and said[at + 2 : at + 3] != [] and said[at + 2] not in _COMING
    return walks or not _SEEING.isdisjoint(said[max(0, at - 2) : at])


def _harm(view: View, statement: Statement) -> int | None:
    """Return where a statement speaks of the risks of a procedure and lists harms that no examination finds."""
    said = view.norms[statement.start : statement.end]
    if _RISKS.isdisjoint(said) or _HARMS.isdisjoint(said):
        return None
    return statement.start + next(index for index, word in enumerate(said) if word in _RISKS)


def _asked_before(view: View, statement: Statement) -> int | None:
    """Return where a list answers what its own speaker has just asked: `What would make you call me? Foot drop.`."""
    if statement.turn < 0 or not view.questions_of(statement.turn) or not _asking_when(view):
        return None
    before = earlier_in_turn(view, statement)[-1:]
    if not before or before[0].start not in _asking_when(view):
        return None
    asked = view.norms[before[0].start : before[0].end]
    calls = any(pair in _CALLS for pair in pairwise(asked)) or not _EMERGENCIES.isdisjoint(asked)
    calls = calls and not _CONDITIONAL.isdisjoint(asked)
    return statement.start if calls or _warned(view, before[0]) is not None else None


@lru_cache(maxsize=1)
def _asking_when(view: View) -> frozenset[int]:
    """Return where the questions start that may ask when somebody is to call or to go."""
    warned = saying(view, _REASONS) & saying(view, _SENDING)
    return asking(view) & (warned | (saying(view, _CONDITIONAL) & saying(view, _WORDS)))


_WORDS = _SENT | _RISKS | {first for first, _ in _TOGETHER | _CALLS if first != "you"}
"""Words of which an alarm has one."""
