"""What clinicians say of lesions in general, or as what might be: of no patient in the room.

practice     := `I get a dozen SI dysfunctions a month`, `we treat lots of runners with torsions`
population   := `half the drivers in town have an L5 dysfunction`
definition   := `a subluxation just means …`, `in a torsion the sacrum …`
usual        := `the typical story with a rib dysfunction is …`, `with a torsion you'd see …`
conditional  := `a rib dysfunction would hurt there`, `with a torsion your legs would be uneven`
kind         := `rib dysfunctions are our bread and butter`
supposition  := `say this were an L5 FRS left`
others       := `some schools would call this a sacral dysfunction`
experience   := `I've been fooled by a T4 dysfunction before`
urging       := `the insurer would love me to say lumbar dysfunction`
requirement  := `I need more than one sore spot to talk about a T7 dysfunction`
refusal      := `I refuse to put the word subluxation on a healthy L4`
own          := `my own L5 is dysfunctional, I know the feeling`
machine      := `it typed C5 subluxation`, and what the next words leave to a machine
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.view.saying import naming, saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words


@lru_cache(maxsize=1)
def spoken_of_nobody(view: View) -> frozenset[int]:
    """Return the indices of the words with which clinicians speak of lesions that they do not say somebody has.

    Args:
        view: The document's words.
    """
    found: set[int] = set()
    for statement in statements_at(view, _naming(view) if view.document.turns else ()):
        if statement.turn >= 0 and statement.speaker != "patient":
            start = min(_starts(view, statement), default=statement.end)
            found.update(range(start, _end(view.norms, start, statement.end)))
    return frozenset(found)


def _naming(view: View) -> frozenset[int]:
    """Return where the statements start that may name a lesion; a position that is supposed has no name."""
    return naming(view, "lesions") | naming(view, "conditions") | saying(view, _SUPPOSED | {"say"})


def _starts(view: View, statement: Statement) -> Iterator[int]:
    """Yield where a statement begins to speak in general, by each way of doing so."""
    yield from _machine(view, statement)
    yield from _requirement(view.norms, statement)
    yield from _urging(view.norms, statement)
    yield from _refusal(view.norms, statement)
    yield from _others(view.norms, statement)
    yield from _experience(view, statement)
    yield from _supposition(view.norms, statement)
    yield from _own(view, statement)
    yield from _conditional(view, statement)
    said = view.norms[statement.start : statement.end]
    if _PATIENT.isdisjoint(said):
        yield from _usual(view.norms, statement)
        yield from _definition(view, statement)
    if not _addresses(said):
        for way in (_practice, _population, _kind):
            yield from way(view, statement)


_TURNING = frozenset({"but", "and", "so", ";"})
_TURNED_TO = frozenset({"yours", "you", "you've", "you're", "here", "hers", "his", "this", "today", "in"})


def _end(norms: list[str], start: int, end: int) -> int:
    """Return where talk in general turns to the patient: `… a month, and you have one at T4`."""
    return next((at for at in range(start, end - 1) if norms[at] in _TURNING and norms[at + 1] in _TURNED_TO), end)


_PATIENT = frozenset({"your", "yours", "you've", "you're", "today", "this", "yourself", "hers", "these", "those"})
_HERE = frozenset({"place", "office", "clinic", "practice", "town", "room", "building", "job", "business", "line"})
_SEEING = frozenset({
    "see", "get", "treat", "fix", "adjust", "meet", "handle", "expect", "hear", "seen", "treated", "fixed", "adjusted",
})  # fmt: skip
_WAYS = frozenset({
    "would", "will", "can", "always", "often", "usually", "probably", "generally", "might", "typically", "easily", "do",
    "must", "still",
})  # fmt: skip


def _addresses(said: list[str]) -> bool:
    """Tell whether words speak of what the patient has.

    The `you` of `You see lots of those` is anybody, and `yours isn't one` says that the patient has none.
    """
    pairs = [*pairwise([*said, "."])]
    here = sum(one == "this" and other in _HERE for one, other in pairs)
    none = sum(one in _PATIENT and is_particle(other) for one, other in pairs)
    theirs = any(one == "you" and other not in _SEEING | _WAYS for one, other in pairs)
    return theirs or sum(word in _PATIENT for word in said) > here + none


def _opening(norms: list[str], statement: Statement) -> int:
    """Return where a statement begins behind the small words that lead up to it."""
    start = statement.start
    while start < statement.end - 1 and norms[start] in words("before_question") | {"the", "a", "one"}:
        start += 1
    return start


_DOERS = frozenset({"i", "we", "you", "they", "i'd", "we'd", "you'd", "i've", "we've"})
_MANY = frozenset({"lots", "plenty", "dozens", "tons", "loads", "many", "hundreds", "thousands", "heaps", "lot"})
_PERIODS = frozenset({"day", "week", "month", "year", "morning", "shift", "summer", "winter", "season", "time"})
_EACH = frozenset({"a", "per", "each", "every", "all"})
_HEAPS = frozenset((many, "of") for many in _MANY)
_HEAP = 4
_SOON, _LONG = 3, 12
"""Words from who sees something to how much of it, and on to the lesion."""


def _practice(view: View, statement: Statement) -> Iterator[int]:
    """Read what is often seen or treated."""
    norms, end = view.norms, statement.end
    for at in range(statement.start + 1, end - 2):
        if norms[at] in _SEEING and norms[at - 1] in _DOERS | _WAYS:
            said = norms[at + 1 : min(end, at + _LONG)]
            often = any(
                (one in _EACH and other in _PERIODS) or (one, other) == ("by", "the") for one, other in pairwise(said)
            )
            many = not _MANY.isdisjoint(said[:_SOON])
            several = not words("lesions_in_general").isdisjoint(said)
            counted = several and many and not _names_level(view, at, end)
            heap = not _HEAPS.isdisjoint(pairwise(said[:_HEAP])) and not _names_level(view, at, end)
            heap = heap and bool(view.terms("lesions", Chunk(at, min(end, at + _LONG))))
            if heap or (often and (several or said[0] in {"a", "an"})) or counted or (many and _names_crowd(said)):
                yield at


def _names_level(view: View, start: int, end: int) -> bool:
    """Tell whether words name a level, as those do that tell what was found."""
    return any(place.segments for place in view.places(Chunk(start, end)))


_PARTS = frozenset({
    "segment", "segments", "level", "levels", "joint", "joints", "one", "ones", "area", "areas", "region", "regions",
    "side", "sides", "vertebra", "vertebrae", "spine", "them", "bone", "bones", "spot", "spots", "muscle", "muscles",
    "places", "things", "it", "that", "is", "are",
})  # fmt: skip
_CARRYING = frozenset({"with", "who", "having"})


def _names_crowd(said: list[str]) -> bool:
    """Tell whether words name people with something, and no joints: `lots of runners with torsions`."""
    at = next((at for at, word in enumerate(said) if word in _CARRYING), 0)
    return at > 0 and said[at - 1].endswith(("s", "people", "men", "folk")) and said[at - 1] not in _PARTS


_PEOPLE = frozenset({
    "half", "most", "many", "lots", "plenty", "every", "everybody", "everyone", "some", "anybody", "anyone", "people",
    "patients", "folks", "lot",
})  # fmt: skip
_ABOUT = frozenset({"nearly", "almost", "about", "practically", "virtually", "probably", "maybe", "roughly"})
_ANYBODY = frozenset({"everybody", "everyone", "anybody", "anyone", "half", "most", "many", "lots"})
_HAVING = frozenset({"have", "has", "get", "gets", "got", "develop", "develops", "carry", "carries"})
_CROWD = 8
"""Words of those who have something."""


def _population(view: View, statement: Statement) -> Iterator[int]:
    """Read what people have, and no joint has."""
    norms, start = view.norms, _opening(view.norms, statement)
    if any(one == "in" and other in _ANYBODY for one, other in pairwise(norms[start : statement.end])):
        yield start
    start += norms[start] in _ABOUT
    if norms[start] in _PEOPLE:
        verb = next((at for at in range(start + 1, min(statement.end, start + _CROWD)) if norms[at] in _HAVING), None)
        if verb is not None and _PARTS.isdisjoint(norms[start:verb]) and not view.fixing(Chunk(start, verb)):
            yield start


_ANY = frozenset({"a", "an", "any"})
_USUAL = frozenset({"typical", "classic", "classical", "textbook", "usual", "common", "standard", "hallmark"})
_GENERAL = frozenset({
    "you'd", "would", "you'll", "usually", "typically", "often", "tend", "tends", "people", "patients", "generally",
    "commonly", "folks", "they'd", "normally", "mostly",
})  # fmt: skip
_LINKS = frozenset({"of", "with", "for", "in"})
_BEING = frozenset({"is", "are", "would", "goes", "comes", "starts", "includes", "involves", "has", "means"})
_NAMED = 5


def _usual(norms: list[str], statement: Statement) -> Iterator[int]:
    """Read what a lesion is usually like, or what it would show."""
    start = _opening(norms, statement)
    said = norms[start : statement.end]
    pictured = said[0] in _USUAL and not _LINKS.isdisjoint(said[:_NAMED]) and not _BEING.isdisjoint(said[_NAMED:])
    shown = said[0] in _LINKS and said[1:2] in (["a"], ["an"], ["any"]) and not _GENERAL.isdisjoint(said)
    shown = shown and ("i", "would") not in pairwise(said)
    if pictured or shown:
        yield start


_MEANING = frozenset({"means", "refers", "describes"})
_MERELY = frozenset({"just", "simply", "really", "only", "basically"})


def _definition(view: View, statement: Statement) -> Iterator[int]:
    """Read what a name stands for: `a subluxation just means …`, `in a sacral torsion the sacrum twists …`."""
    norms, start = view.norms, _opening(view.norms, statement)
    within = norms[start] == "in" and norms[start + 1 : start + 2] in (["a"], ["an"])
    for hit in view.terms("lesions", Chunk(start, min(statement.end, start + _TO_LESION))):
        behind = [word for word in norms[hit.end : min(statement.end, hit.end + 4)] if word not in _MERELY]
        meant = behind[:1] != [] and (behind[0] in _MEANING or behind[:2] in (["is", "when"], ["is", "where"]))
        if meant or (within and "," not in norms[start : hit.start] and behind[:1] in (["the"], [","])):
            yield start
            return


_LEADING_UP = frozenset({
    "see", "look", "but", "because", "cause", "normally", "usually", "you", "know", ",", "also", "for", "honestly",
    "remember", "mind",
})  # fmt: skip
_WOULD = frozenset({"would", "wouldn't", "you'd", "we'd", "it'd", "they'd", "that'd"})
_RELATIVE = frozenset({"that", "which", "i", "what", "who"})
_TO_LESION = 6


def _conditional(view: View, statement: Statement) -> Iterator[int]:
    """Read what some lesion would do or show, and none does."""
    norms, start = view.norms, _opening(view.norms, statement)
    while start < statement.end - 1 and norms[start] in _LEADING_UP | words("before_question"):
        start += 1
    within = norms[start] in {"with", "in"}
    if norms[start + within] not in _ANY and not (norms[start] in _ANY or norms[start - 1] in _ANY):
        return
    named = view.terms("lesions", Chunk(start, min(statement.end, start + _TO_LESION)))
    for at in range(named[0].end if named else statement.end, statement.end - 1):
        if not within and norms[at] in _TURNING | {",", "."}:
            return
        if norms[at] in _WOULD and norms[at - 1] not in _RELATIVE and norms[at + 1] not in _NAMING:
            yield start
            return


_PREDICATED = frozenset({
    "common", "rare", "frequent", "everywhere", "usually", "often", "my", "our", "what", "like", "easy", "tricky",
    "sneaky", "stubborn", "notorious", "typical", "usual", "normal", "quick", "slow", "part", "half", "always",
})  # fmt: skip
_DOING = frozenset({
    "can", "tend", "often", "usually", "come", "hurt", "make", "cause", "give", "heal", "take", "respond", "do",
    "don't", "show", "always", "happen", "hide", "love", "like", "hate", "follow", "travel", "feel", "run",
})  # fmt: skip
_DETERMINED = frozenset({"the", "those", "these", "my", "two", "three", "four", "both"})


def _kind(view: View, statement: Statement) -> Iterator[int]:
    """Read what lesions in general are or do."""
    norms, start = view.norms, _opening(view.norms, statement)
    near = range(start, min(statement.end - 2, start + _SOON))
    at = next((at for at in near if norms[at] in words("lesions_in_general")), None)
    if at is not None and _DETERMINED.isdisjoint(norms[statement.start : at]):
        verb, told = norms[at + 1 : at + 3]
        if verb in _DOING or (verb == "are" and told in _PREDICATED):
            yield start


_SUPPOSED = frozenset({"imagine", "pretend", "picture"})
_WERE = frozenset({"were", "was", "is", "had", "have", "has", "came", "walked", "found", "felt"})


def _supposition(norms: list[str], statement: Statement) -> Iterator[int]:
    """Read what is only supposed, as to a student."""
    start = _opening(norms, statement)
    start += norms[start] == "let"
    said = norms[start : statement.end]
    if ("in", "theory") in pairwise(said) or "theoretically" in said:
        yield start
    bare = start == statement.start or norms[start - 1] not in {"the", "a", "one"}
    supposed = said[:1] and (said[0] in _SUPPOSED or said[:2] == ["think", "of"])
    if bare and said[:1] and (supposed or (said[0] == "say" and not _WERE.isdisjoint(said[2:4]))):
        yield start


_WANTING = frozenset({"need", "needs", "want", "wants", "take", "takes", "require", "requires", "like"})
_MORE = frozenset({
    "more", "two", "three", "another", "better", "further", "several", "second", "stronger", "than", "both", "lot",
})  # fmt: skip
_NAMING = frozenset({
    "call", "say", "talk", "speak", "name", "diagnose", "write", "claim", "label", "chart", "code", "hang", "think",
})  # fmt: skip
_ABOUT_TO = frozenset({"to", "i", "we", "i'd", "we'd", "you", "can", "could", "anyone"})


_URGING = frozenset({
    "love", "loves", "like", "likes", "prefer", "prefers", "want", "wants", "wanted", "ask", "asks", "asked", "push",
    "pushes", "expect", "expects", "beg", "begs", "pay", "pays", "press", "presses", "need", "needs",
})  # fmt: skip
_PUTTING = _NAMING | {"put", "list", "bill", "document", "enter", "tick", "use", "add", "check"}


def _urging(norms: list[str], statement: Statement) -> Iterator[int]:
    """Read what somebody else would have a clinician call it."""
    for at in range(statement.start + 1, statement.end - 3):
        told = norms[at : at + 2] == ["me", "to"] and norms[at - 1] in _URGING
        if told and norms[at + 2] in _PUTTING and norms[at + 3] != "it":
            yield at


def _requirement(norms: list[str], statement: Statement) -> Iterator[int]:
    """Read what a name would still need."""
    wanted = next((at for at in range(statement.start, statement.end) if norms[at] in _WANTING), statement.end)
    for at in range(wanted + 2, statement.end - 1):
        if norms[at] in _NAMING and norms[at - 1] in _ABOUT_TO and not _MORE.isdisjoint(norms[wanted:at]):
            yield at


_REFUSING = frozenset({"refuse", "refusing", "hesitate", "loath", "rather", "decline", "declining"})
_REFUSED = 4


def _refusal(norms: list[str], statement: Statement) -> Iterator[int]:
    """Read a name that a clinician will not give."""
    for at in range(statement.start, statement.end - 1):
        if norms[at] in _REFUSING and norms[at + 1] in {"to", "not"} and _PUTTING & {*norms[at + 2 : at + _REFUSED]}:
            yield at


_OWNED = 3
_THEIRS = frozenset({"hers", "his", "theirs"})


def _own(view: View, statement: Statement) -> Iterator[int]:
    """Read what clinicians have themselves, or what somebody has who is spoken of to the patient."""
    opening = view.norms[statement.start : statement.start + 2]
    if opening[:1] and opening[0] in _THEIRS and opening[1] in {"was", "is"} and statement.speaker == "clinician":
        yield from (statement.start for _ in range(any(turn.speaker == "patient" for turn in view.document.turns)))
    for at in range(statement.start, statement.end - 2):
        of_theirs = view.norms[at : at + 2] == ["my", "own"] and view.norms[at - 1] not in {"by", "with", "in", "to"}
        if of_theirs and view.places(Chunk(at + 2, min(statement.end, at + 2 + _OWNED))):
            yield at


_WRITING = frozenset({
    "wrote", "writes", "put", "puts", "printed", "inserted", "says", "picked", "made", "thinks", "got", "has", "turned",
})  # fmt: skip
_MISHEARING = frozenset({"heard", "hears", "typed", "types", "transcribed", "misheard", "autocorrected", "spelled"})
_TO_VERB = 3


_SOME = frozenset({"some", "other", "others", "certain", "many", "plenty", "lots", "people"})
_TELLERS = frozenset({"anyone", "anybody", "them", "people", "somebody", "nobody"})
_TELLING = frozenset({"tell", "call", "say", "sell", "talk"})
_MIGHT = frozenset({"would", "might", "may", "could"})


def _others(norms: list[str], statement: Statement) -> Iterator[int]:
    """Read what others would call it: `Some schools would call this a lesion`, `Don't let them tell you it's one`."""
    start = _opening(norms, statement)
    said = norms[start : min(statement.end, start + _NAMED)]
    if "let" in said and not _TELLERS.isdisjoint(said) and not _TELLING.isdisjoint(said):
        yield start
    if said[:1] and said[0] in _SOME and any(one in _MIGHT and other in _NAMING for one, other in pairwise(said)):
        yield start


_MET = frozenset({"been", "seen", "missed", "met", "known", "mistaken", "watched", "blamed"})
_STOPS = frozenset({".", ",", ";", "so", "and", "but"})


def _experience(view: View, statement: Statement) -> Iterator[int]:
    """Read what a clinician has met with before, as in `I've been fooled by a T4 lesion before`."""
    norms, end = view.norms, statement.end
    for at in range(statement.start, min(end - 2, statement.start + _NAMED)):
        if norms[at] in {"i've", "we've"} and norms[at + 1] in _MET:
            before = next((on for on in range(at, end - 1) if norms[on] == "before"), at)
            closes = norms[before + 1] in _STOPS and {"your", "you"}.isdisjoint(norms[at:before])
            if closes and (view.terms("lesions", Chunk(at, before)) or view.terms("conditions", Chunk(at, before))):
                yield at


def _machine(view: View, statement: Statement) -> Iterator[int]:
    """Read what a machine made of what was said, by these words or the next: `That's what the software heard.`."""
    norms = view.norms
    for at in range(statement.start, statement.end - 1):
        named = norms[at] in words("recognisers")
        verbs = _WRITING | _MISHEARING if named else _MISHEARING if norms[at] == "it" else frozenset[str]()
        if not verbs.isdisjoint(norms[at + 1 : at + (_TO_VERB if named else 2)]):
            yield at
    for after in view.statements_after(statement, 1):
        said = view.norms[after.start : after.end]
        disowned = not _MISHEARING.isdisjoint(said) and not words("recognisers").isdisjoint(said)
        if disowned and after.turn == statement.turn:
            yield statement.start
