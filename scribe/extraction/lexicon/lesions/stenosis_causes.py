"""What narrows a canal or foramen: tissues named with it, blamed in the next statement, or cleared of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import denies, is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.causes_around import causes_around
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Mechanism

_UNKNOWING = frozenset({"can't", "cannot", "couldn't", "don't", "not", "unclear", "unsure", "unknown", "cant", "dont"})
_LEFT_OPEN = 5
CAUSAL = frozenset({"from", "due", "because", "caused"})
"""Words that lead to a cause."""
_JOINING = frozenset({"and", "&", "/", "+", ",", "plus"})
_BEFORE_SLIP, _AFTER_SLIP = 4, 4
SLIPS = frozenset({
    "slip", "slips", "slippage", "slipping", "slipped vertebra", "slipped vertebrae", "slipped bone",
    "spondylolisthesis", "listhesis", "anterolisthesis", "retrolisthesis",
})  # fmt: skip
JOINED = frozenset({"facets", "facet joints", "facet joint"})
"""What narrows a canal only where it is named as the cause."""
_POINTING = frozenset({"that", "this", "it"})
SEEN_AS = {"foraminal_narrowing": "foraminal_stenosis", "canal_narrowing": "canal_stenosis"}
"""The lesion that what a study shows is, where it is concluded."""
SUMMING = frozenset({"that's", "that", "it's", "it", "this", "thats"})
_DONE_BY: dict[str, Mechanism] = {
    "spondylolisthesis": "subluxation",
    "disc_herniation": "disc",
    "spondylosis": "osseous",
}
"""What a diagnosis does to a canal that it narrows."""


def mechanisms(scene: Scene, part: Item) -> tuple[Mechanism, ...]:
    """Return what a part of a statement names as what narrows, without what it clears or leaves open."""
    said = uncleared(scene.view, scene.statement, scene.terms("mechanisms", part=part))
    hits = [hit for hit in said if hit.term.text not in SLIPS | JOINED or _is_blamed(scene, hit)]
    hits = [hit for hit in hits if not _is_left_open(scene, hit)]
    named = [hit for hit in hits if _is_named(scene, part, hit)]
    denied = {hit.term.value for hit in hits if hit not in named}
    named = [hit for hit in named if hit.term.value not in denied or _is_blamed(scene, hit)]
    shared = [mechanism for hit in named for mechanism in sharing(scene, hit)]
    return tuple(dict.fromkeys([*shared, *values_of(named)]))


def _is_named(scene: Scene, part: Item, hit: Hit) -> bool:
    """Tell whether a mechanism holds as its statement does, or opens a part of its own as the cause: `, by scar`."""
    said = scene.assertion(hit)
    opens = scene.view.norms[scene.chunk(hit).start] in CAUSAL | {"by", "through"}
    return said != "absent" or said == scene.assertion(part) or opens


def _is_left_open(scene: Scene, hit: Hit) -> bool:
    """Tell whether a cause is one of those that nobody can decide between: `I can't tell you if it's bone or disc`."""
    norms, start = scene.view.norms, scene.statement.start
    asked = [at for at in range(start, hit.start) if norms[at] in {"if", "whether"}]
    return bool(asked) and not _UNKNOWING.isdisjoint(norms[max(start, asked[-1] - _LEFT_OPEN) : asked[-1]])


def sharing(scene: Scene, hit: Hit) -> Iterator[Mechanism]:
    """Read the parts that share a word with a mechanism, as the facet of `facet and ligamentum flavum hypertrophy`."""
    norms, index = scene.view.norms, hit.start - 1
    while index > scene.statement.start and norms[index] in _JOINING:
        index -= 1
        if norms[index] in words("bony_parts"):
            yield "osseous"
        elif norms[index] in words("soft_parts"):
            yield "connective_tissue"
        else:
            return
        index -= 1


_TOGETHER = frozenset({"both", "all", "each", "same", "either", "everything"})
_ADDING = frozenset({"top", "addition", "also", "plus", "well", "separately", "then", "another", "second", "two", "2"})
"""Words by which a narrowing is listed as another matter."""
_AS_WELL = frozenset({"addition", "separately", "additionally", "besides"})
_BEFORE_ADDED = 4


def is_apart(scene: Scene, part: Item, parts: Sequence[Item]) -> bool:
    """Tell whether a narrowing is listed apart from the one at another level whose cause is named.

    `Stenosis at L3-4, and on top of it a foraminal stenosis at L4-5 from a spur`: what joins two with no more than an
    `and`, or sets the cause off behind both, gives it to both.

    Args:
        scene: The statement.
        part: The part that names no cause.
        parts: All parts that name a narrowing each.
    """
    if _is_added(scene, part):
        return True
    levels = {place.segments for place in scene.view.fixing(part) if place.segments}
    others = [other for other in parts if other.start != part.start and scene.terms("mechanisms", part=other)]
    if not levels or len(others) != 1 or not _TOGETHER.isdisjoint(scene.said):
        return False
    other, norms = others[0], scene.view.norms
    heads = scene.terms("lesions", "narrowing", part=other)
    elsewhere = {place.segments for place in scene.view.fixing(other) if place.segments}
    if not heads or not elsewhere or not levels.isdisjoint(elsewhere):
        return False
    causes = scene.terms("mechanisms", part=other)
    if other.start < part.start:
        return causes[0].start >= heads[0].end
    named: list[Item] = [*scene.view.fixing(part), *scene.terms("lesions", "narrowing", part=part)]
    behind = norms[max(hit.end for hit in named) : other.start]
    listed = bool(behind) or not _ADDING.isdisjoint(norms[other.start : heads[0].start])
    set_off = any(norms[at - 1] == "," and norms[at] in CAUSAL for at in range(heads[0].end, causes[-1].start))
    return listed and not set_off


def _is_added(scene: Scene, part: Item) -> bool:
    """Tell whether a narrowing is added behind another and its cause: `due to a spur, and in addition a tight L4`."""
    norms, chunk = scene.view.norms, scene.chunk(part)
    added = not _AS_WELL.isdisjoint(norms[chunk.start : max(part.start, chunk.start + _BEFORE_ADDED)])
    return added and bool(scene.terms("mechanisms", part=Chunk(scene.statement.start, chunk.start)))


def values_of(hits: Iterable[Hit]) -> tuple[Mechanism, ...]:
    """Return the mechanisms that terms stand for, each once."""
    said = dict.fromkeys(value for hit in hits for value in hit.term.value.split("+"))
    return tuple(said)  # type: ignore[arg-type]  # the table holds the schema's words


def causes_pointed_to(scene: Scene) -> tuple[Mechanism, ...]:
    """Return what a diagnosis named before does where it is pointed to, as in `a listhesis, and it's from that`."""
    norms, statement = scene.view.norms, scene.statement
    points = any(
        norms[at] in CAUSAL and _POINTING.intersection(norms[at + 1 : at + 3])
        for at in range(statement.start, statement.end - 1)
    )
    named = [hit for hit in scene.terms("conditions") if scene.assertion(hit) == "present"] if points else []
    return tuple(dict.fromkeys(_DONE_BY[hit.term.value] for hit in named if hit.term.value in _DONE_BY))


def blamed_slips(scene: Scene) -> list[Hit]:
    """Return the slips of a vertebra that a statement names as what narrows a canal or foramen."""
    said = scene.terms("mechanisms")
    slips = (hit for hit in said if hit.term.text in SLIPS and _is_blamed(scene, hit))
    return [hit for hit in slips if scene.assertion(hit) == "present"]


def _is_blamed(scene: Scene, hit: Hit) -> bool:
    """Tell whether a slip is named as what narrows: `from the slippage`, `that slip is what narrows it`."""
    norms, statement = scene.view.norms, scene.statement
    before = norms[max(statement.start, hit.start - _BEFORE_SLIP) : hit.start]
    after = norms[hit.end : min(statement.end, hit.end + _AFTER_SLIP)]
    return not words("causing").isdisjoint(before) or not words("narrowing_by").isdisjoint(after)


def named_next(scene: Scene) -> tuple[Mechanism, ...]:
    """Read the mechanism from the next statement where that goes on with the cause."""
    return values_of(causes_next(scene))


_CAUSES = frozenset({"due", "from", "caused", "because", "secondary", "it", "it's", "this", "that", "that's"})
_OPENING = 3
_ASKED = frozenset({"what", "what's", "whats"})
_OPEN_REPLY = frozenset({"could", "might", "maybe", "may", "or", "either", "perhaps", "probably", "know", "if"})
_INQUIRING = frozenset({"what", "what's", "whats", "why", "how", "from", "because"})
_ASKING = 5
_SEVERAL = frozenset({"combination", "mix", "mixture", "both", "two", "three", "several", "couple", "teamwork"})
_NEXT = 2
_BARE = 6
"""Words of a statement that only names a tissue, as in `Bone, not disc.`."""


def causes_next(scene: Scene) -> list[Hit]:
    """Return the tissues that one of the next statements of the same person blames.

    The next one may do so by a word of cause alone; the one behind it must say that something is the cause.
    """
    statement = scene.statement
    for place, after in enumerate(scene.view.statements_after(statement)[:_NEXT]):
        if after.turn != statement.turn or after.section != statement.section:
            return _answered(scene, after) if place == 0 else []
        announced = place > 0 and _announces(scene.view, scene.view.statements_after(statement)[0])
        if not after.asks and (causes := _told(scene, after, next_one=place == 0 or announced)):
            return causes
        if place == 0 and _announces(scene.view, after):
            continue
        if place == 0 and _names_another(scene.view, after):
            return []
    return []


def _answered(scene: Scene, question: Statement) -> list[Hit]:
    """Return the tissues that answer what a patient asks next: `Canal stenosis.`, `From what?`, `The ligament.`.

    Who is asked about a tissue may say yes to it, or no and name another: `Is it the disc?`, `No. It's bone.`.
    """
    view = scene.view
    said = view.norms[question.start : question.end]
    asked = uncleared(view, question, view.terms("mechanisms", question))
    if question.speaker != "patient" or not question.asks or not (asked or not _INQUIRING.isdisjoint(said)):
        return []
    replies = [one for one in view.statements_after(question)[:_NEXT] if one.turn == scene.statement.turn + 2]
    replies = replies if asked or (replies and _speaks_on(view, replies[0])) else replies[:1]
    opening = view.norms[replies[0].start : replies[0].end] if replies else ["?"]
    if "?" in opening or not _OPEN_REPLY.isdisjoint(opening):
        return []
    refused = denies(opening[:1])
    other = {hit.term.value for hit in asked} if refused else set[str]()
    told = [hit for one in replies for hit in uncleared(view, one, view.terms("mechanisms", one))]
    told = [hit for hit in told if hit.term.value not in other]
    agreed = question.reply is not None and question.reply.answer == "yes"
    return asked if agreed and not (refused or told) else told


def _speaks_on(view: View, reply: Statement) -> bool:
    """Tell whether an answer first says what a stenosis is: `It means the canal's squeezed. In you it's the disc.`."""
    named = {hit.term.role for hit in view.terms("lesions", reply)}
    return "compartment" in named and not view.terms("mechanisms", reply)


def _told(scene: Scene, after: Statement, *, next_one: bool) -> list[Hit]:
    """Return the tissues that a statement blames, or that the next one describes around the space."""
    blamed = [] if "if" in scene.view.norms[after.start : after.end] else _blamed(scene.view, after, next_one=next_one)
    around = causes_around(scene, after) if next_one and not blamed else ()
    return blamed or uncleared(scene.view, after, [*around])


def _announces(view: View, statement: Statement) -> bool:
    """Tell whether a statement only says that several things come together: `It's a combination.`."""
    short = statement.end - statement.start <= _BARE
    return short and not _SEVERAL.isdisjoint(view.norms[statement.start : statement.end])


def _names_another(view: View, statement: Statement) -> bool:
    """Tell whether a statement goes on to another place or lesion."""
    heads = (hit for hit in view.terms("lesions", statement) if "head" in hit.term.role)
    return bool(view.fixing(statement)) or any(heads) or bool(view.terms("mechanisms", statement))


def _blamed(view: View, after: Statement, *, next_one: bool) -> list[Hit]:
    """Return the tissues that a statement blames."""
    causes = uncleared(view, after, view.terms("mechanisms", after))
    if not causes or _says_cause(view.norms, after, weakly=next_one) or (next_one and _only_names(view, after, causes)):
        return causes
    return [hit for hit in causes if _is_doer(view.norms[hit.end : after.end])]


def _says_cause(norms: list[str], after: Statement, *, weakly: bool) -> bool:
    """Tell whether a part of a statement opens by saying that something is the cause."""
    opening_words = words("cause_nouns") | _CAUSES if weakly else words("cause_nouns")
    openings = [norms[part.start : min(part.end, part.start + _ASKING)] for part in after.chunks]
    return any(
        not opening_words.isdisjoint(opening[:_OPENING])
        or not (_ASKED.isdisjoint(opening[:_OPENING]) or words("narrowing_by").isdisjoint(opening))
        for opening in openings
    )


def _only_names(view: View, after: Statement, causes: list[Hit]) -> bool:
    """Tell whether somebody only names a tissue, or one against another, as in `Bone, not disc.`."""
    alone = causes[0].start - after.start <= 1 and after.end - after.start <= _BARE and not view.places(after)
    return alone and after.turn >= 0 and words("be_forms").isdisjoint(view.norms[after.start : after.end])


def _is_doer(behind: list[str]) -> bool:
    """Tell whether the words behind a tissue blame it: `fibrous tissue does it`, `a spur is responsible`."""
    if not words("narrowing_by").isdisjoint(behind[:1]):
        return True
    return not words("be_forms").isdisjoint(behind[:1]) and not words("cause_nouns").isdisjoint(behind[1:4])


_SUBJECT = 10
"""Words from a tissue to what its clause says of it."""
_PREDICATE = 8
_LONGEST_ITEM = 6
_BETWEEN = 4
_BEFORE = 6
_DESCRIBED = 2
_BLAMED = 3
_NONE = frozenset({"no", "nothing", "none", "neither", "nor", "without", "hardly", "little", "cannot", "free"})
_NOT_ALL = frozenset({"only", "just", "alone", "sole", "merely", "solely"})
_COUNTER = frozenset({
    ("rather", "than"), ("instead", "of"), ("opposed", "to"), ("distinct", "from"), ("exonerates", "the"),
})  # fmt: skip
"""Words that set a tissue against the one that narrows."""
_UNSURE = frozenset({
    "either", "whether", "undetermined", "unclear", "uncertain", "unsettled", "undecided", "unknown",
})  # fmt: skip
_ENDS = frozenset({",", ";", ".", "but", "(", ")", "which", "while", "whereas", "comma", "period"})
_PLURALS = frozenset({
    "are", "were", "being", "have", "having", "play", "look", "do", "don't", "aren't", "weren't", "contribute",
})  # fmt: skip
_LINKS = frozenset({"and", "or", "nor", "&", "/"})
_FROM = frozenset({"with", "from", "by", "due", "into"})
"""Words behind a tissue with which its clause goes on to something else."""


def uncleared(view: View, statement: Item, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out the tissues, or spaces, that the words around them clear.

    Args:
        view: The document's words.
        statement: The statement that names them.
        hits: What it names as possible mechanisms, or as narrow, in order.
    """
    norms = view.norms
    hits = [hit for hit in hits if hit not in _alternatives(norms, statement, hits)]
    return [hit for hit in hits if not (_is_set_aside(norms, statement, hit) or _is_spared(norms, statement, hit))]


def _alternatives(norms: list[str], statement: Item, hits: Sequence[Hit]) -> list[Hit]:
    """Return the tissues between which a statement does not decide: `either disc or ligament`, `disc versus spur`."""
    said = norms[statement.start : statement.end]
    if words("or_versus").isdisjoint(said):
        return []
    unsure = not _UNSURE.isdisjoint(said)
    pairs = (
        (one, other)
        for one, other in pairwise(hits)
        if other.start - one.end <= _BETWEEN and not words("or_versus").isdisjoint(norms[one.end : other.start])
    )
    return [hit for pair in pairs if unsure or "or" not in norms[pair[0].end : pair[1].start] for hit in pair]


def _is_caused_by(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether a tissue stands right behind a word of cause, as in `due to osteophytes`."""
    before = norms[max(statement.start, hit.start - _BLAMED) : hit.start]
    return not words("causing").isdisjoint(before) and "," not in before


def _is_spared(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether a clause finds a tissue sound or without a part in it: `disc and ligament are blameless`."""
    at = _predicate_of(norms, statement, hit)
    if at is None or _is_caused_by(norms, statement, hit):
        return False
    until = next((one for one in range(at, statement.end) if norms[one] in _ENDS), statement.end)
    return _clears(norms[at : min(until, at + _PREDICATE)])


def _predicate_of(norms: list[str], statement: Item, hit: Hit) -> int | None:
    """Return where a clause begins to say something of a tissue, alone or in a list: `bone, disc and ligament play`."""
    link, item = "", hit.end
    for at in range(hit.end, min(statement.end, hit.end + _SUBJECT)):
        word = norms[at]
        if word in _LINKS or word == ",":
            following = norms[at + 1] if at + 1 < statement.end else "."
            if word == "," and ((not link and following in _LINKS) or (following == "the" != norms[hit.start - 1])):
                return None
            link, item = word, at + 1
        elif _is_verb(word) or (at > hit.start and word in words("sound") | words("open") | {":", "no", "not"}):
            alone = not link
            return at if alone or (link in _LINKS and word in _PLURALS) else None
        elif word in _ENDS | _FROM or at - item >= _LONGEST_ITEM:
            return None
    return None


def _is_verb(word: str) -> bool:
    return word in words("be_forms") | words("plays") | words("in_blame") or is_particle(word)


def _clears(said: Sequence[str]) -> bool:
    """Tell whether a predicate finds a tissue sound or denies its part."""
    if any(word in _NONE or is_particle(word) for word in said):
        blamed = words("in_blame") | words("projecting")
        return not blamed.isdisjoint(said) and _NOT_ALL.isdisjoint(said)
    return not (words("sound") | words("open")).isdisjoint(said) or said[-3:] == ["it", "should", "be"]


def _is_set_aside(norms: list[str], statement: Item, hit: Hit) -> bool:
    """Tell whether the words before a tissue clear it: `not by the disc`, `nothing wrong with the bone`."""
    start = hit.start
    while start > max(statement.start, hit.start - _BEFORE) and norms[start - 1] not in _ENDS:
        start -= 1
    before = norms[start : hit.start]
    if not before:
        return False
    if not words("sound").isdisjoint(before[-_DESCRIBED:]) or not _COUNTER.isdisjoint(pairwise(before)):
        return True
    denial = next((at for at, word in enumerate(before) if word in _NONE or is_particle(word)), None)
    if denial is None or not _NOT_ALL.isdisjoint(before[denial:]):
        return False
    near = is_particle(before[denial]) and len(before) - denial <= _BLAMED
    return near or not words("in_blame").isdisjoint(before[denial:])
