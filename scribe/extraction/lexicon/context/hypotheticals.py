"""What has not happened: conditions without an if, and warnings.

`Any numbness, you let me know`, `you start dropping things, you call me`, `what worries me is ...`, `foot drop, numb
groin: that's an ambulance`, and the risks of a procedure. No word of condition need be said where a statement names an
emergency, a call to be made or the harms of a procedure, and nothing in it has happened.
"""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
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
        yield from _bargains(view, statement)
    yield from _alarms(view, statement)


_BEFORE_CLAUSE = frozenset({":", ";", "-", "\u2013", "\u2014", "(", ",", "and", "but"})
_SUBJECTS = frozenset({
    "a", "an", "any", "one", "there", "he", "she", "they", "it", "we", "you", "i", "further", "new", "another", "this",
})  # fmt: skip
_ASKED_BY = frozenset({"what", "how", "when", "where", "why", "which", "who", "that", "often", "much", "long"})
_OWN = frozenset({"her", "his", "their", "your", "this", "the", "it", "that"})


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
    return not modal and subject in _SUBJECTS | _OWN


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


_EXAMINED = frozenset({"objective", "exam", "structural_exam"})
_TOGETHER = frozenset(
    {("a", "&"), ("same", "day"), ("same", "-"), ("should", "prompt"), ("would", "prompt")}
    | {("the", "hospital"), ("to", "hospital"), ("a", "hospital"), ("would", "change"), ("that'd", "change")}
)
"""Words that tell of an urgent visit only together, as `A&E` and `same-day review`."""
_CALLS = frozenset(
    {(verb, whom) for verb in ("call", "ring", "phone", "page", "tell") for whom in ("me", "us")}
    | {("hear", "about"), ("me", "know"), ("us", "know"), ("exam", "for"), ("come", "straight"), ("come", "right")}
    | {("don't", "wait"), ("not", "wait"), ("never", "wait"), ("phone", "call")}
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
_RISKS = frozenset({"risk", "risks", "complication", "complications", "consent", "consented"})
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


def _alarms(view: View, statement: Statement) -> Iterator[Cue]:
    """Find what makes the symptoms of a statement ones that might yet come."""
    said = view.norms[statement.start : statement.end]
    alarming = not _WORDS.isdisjoint(said)
    warned = _warned(view, statement) if _may_warn(statement) else None
    at = _emergency(view, statement) if alarming and _may_warn(statement) and warned is None else warned
    at = _harm(view, statement) if alarming and at is None else at
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
        if not _PLACES.isdisjoint(behind) or ("same", "day") in pairwise(behind):
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


def _emergency(view: View, statement: Statement) -> int | None:
    """Return where a statement names an emergency or a call to be made, and tells nothing that has happened."""
    said = view.norms[statement.start : statement.end]
    # An examination writes ER for external rotation.
    named = _EMERGENCIES - {"er"} if statement.section in _EXAMINED else _EMERGENCIES
    at = next((index for index, word in enumerate(said) if word in named), None)
    if at is None:
        calls = _TOGETHER | _CALLS if statement.turn >= 0 else _TOGETHER
        at = next((index for index, pair in enumerate(pairwise(said)) if pair in calls), None)
    lingers = at is not None and not _LINGERING.isdisjoint(said[at : at + 2])
    if at is not None and lingers and not _HOLDS.isdisjoint(said):
        at = None  # Of `the foot is weak, don't wait with the scan` the weakness is there.
    waits = at is not None and {"nerve", "root", "cord"}.isdisjoint(said[at : at + _UNWILLING])
    if at is not None and lingers and not (waits and _DOERS.isdisjoint(said[max(0, at - _UNWILLING) : at])):
        at = None  # Of `myelopathy, so I don't want to sit on this` it is the clinician who will not wait.
    happened = not _HAPPENED.isdisjoint(said) or has_result(view, statement) or (statement.asks and statement.turn >= 0)
    return None if at is None or happened else statement.start + at


def _harm(view: View, statement: Statement) -> int | None:
    """Return where a statement speaks of the risks of a procedure and lists harms that no examination finds."""
    said = view.norms[statement.start : statement.end]
    if _RISKS.isdisjoint(said) or _HARMS.isdisjoint(said):
        return None
    return statement.start + next(index for index, word in enumerate(said) if word in _RISKS)


_WORDS = _EMERGENCIES | _RISKS | {first for first, _ in _TOGETHER | _CALLS}
"""Words of which an alarm has one."""


_FIRST_WORDS = 3
_LEADING = frozenset({"=", "\u2192", ">", ":"})


def sends_away(view: View, statement: Statement) -> bool:
    """Tell whether somebody is told where to go: `Any new weakness, call me`, of a note `weak legs -> ED`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    norms = view.norms
    if statement.turn >= 0:
        opens = not words("any_new").isdisjoint(norms[statement.start : statement.end][:_FIRST_WORDS])
        said = norms[statement.start : statement.end] if opens and not statement.asks else ()
        return not words("destinations").isdisjoint(said)
    if has_result(view, statement):
        return False
    return any(
        norms[index] in _LEADING and words("destinations").intersection(norms[index + 1 : index + 4])
        for index in range(statement.start + 1, statement.end - 1)
    )
