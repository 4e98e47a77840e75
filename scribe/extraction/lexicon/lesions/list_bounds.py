"""Where the list of places behind a lesion begins, what it may pass over, and where it ends."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.joint_kinds import HEADS
from scribe.extraction.lexicon.lesions.list_members import CLAUSE_ENDS
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_REACH = 24
"""Words between a lesion and where it lies."""
_BEHIND_VERB = 5
_BESIDE = 3
_AT = frozenset({"at", "in", "of", "to", "on", "within", "around", "involving"})
_BE = frozenset({"is", "was", "are", "were", "being", "been"})
_OF = (["that", "of"], ["those", "of"], ["one", "of"], ["ones", "of"])
_ENDS = frozenset({";", ":", ".", "but", "colon", "because", "while", "whereas"})
_DENIALS = frozenset({"not", "never", "no", "nor", "neither", "without"})
_LEADING = frozenset({
    "the", "a", "an", "his", "her", "their", "your", "both", "left", "right", "upper", "lower", "mid", "segment",
    "level",
})  # fmt: skip


def _seat_of(scene: Scene, head: Hit) -> int | None:
    """Return where the place begins in which a sentence says that a lesion lies, if it does.

    Args:
        scene: The statement.
        head: The lesion, with no place right behind it.
    """
    if not (scene.says("lying_at") or scene.says("holding_in") or not _BE.isdisjoint(scene.said)):
        return None
    norms, until = scene.view.norms, min(scene.statement.end, head.end + _REACH)
    place = next(iter(scene.view.fixing(Chunk(head.end, until))), None)
    if place is None:
        return None
    if norms[place.end : place.end + 1] == ["but"] and "not" in norms[head.end : place.start]:
        instead = next(iter(scene.view.fixing(Chunk(place.end, until))), None)
        return instead.start if instead else None
    said = norms[head.end : place.start]
    while said and said[-1] in _LEADING:
        said.pop()
    denied = any(word in _DENIALS or word.endswith("n't") for word in said)
    named_anew = bool(scene.terms("lesions", "head", part=Chunk(head.end, place.start)))
    if not said or denied or named_anew or not _ENDS.isdisjoint(said):
        return None
    return place.start if _lies(said) else None


def _lies(said: list[str]) -> bool:
    """Tell whether words end by saying where something lies: `lay at`, `was confined to`, `was that of`, `concerns`."""
    if said[-1] in words("holding_in"):
        return True
    if said[-1] not in _AT:
        return False
    near = said[-_BEHIND_VERB - 1 : -1]
    be = near[-1:] and near[-1] in _BE
    return bool(be) or not words("lying_at").isdisjoint(near) or (said[-2:] in _OF and said[-_BESIDE] in _BE)


_LONGEST_HEAD = 4
_NOTATION = frozenset("nferslb")
_SPEAKING = frozenset({"we", "we'd", "i", "i'd", "as", "that's", "what", "whatever", "however"})
_CALLING = frozenset({"call", "say", "term"})
_LEFT_TO = frozenset({"leave", "send", "refer", "watch", "ignore"})
_LIGHT = _SPEAKING | {"is", "that", "would", "like", "to", "you", "want", "they", "people", "some"}
"""Words with which a speaker only says what something is called."""
_BARE = frozenset({"is", "does", "has", "are", "do", "have"})
_ADDING = frozenset({"too", "also", "well", "same", "another", "one", "dysfunctional", "likewise", "subluxated"})
"""Words by which a clause adds its place to a list, as in `dysfunction of C5, and T4's another`."""
_NAMING = 4
_INTRODUCTION = 10
"""Words between a lesion and the colon before the list of its places."""
_OTHER_HEADS = frozenset({
    "plan", "tx", "rx", "treatment", "exam", "examination", "hx", "history", "p", "o", "note", "goal", "no", "not",
    "never", "denied", "code", "codes", "cpt", "icd",
})  # fmt: skip
"""Words before a colon that head something else, or deny."""
_ALONE = frozenset({"only", "alone", "exclusively", "solely"})
_PLURALS = frozenset({"being", "are", "were", "look", "feel", "have", "move", "spring", "glide", "do"})
_VERBS = _PLURALS | {"is", "was", "looks", "feels", "has", "moves", "springs", "glides", "does"}
_DONE = frozenset({"did", "doing", "do", "got", "hit", "thrust"})
_LEADING_ANY = frozenset({":", "colon", "include", "includes", "included"})
_LEADING_MANY = frozenset({"are", "were"})
"""Words behind which a list of places begins, the latter of several lesions."""
_JUST_NAMED = (["it"], ["that"], ["them"], ["those"], ["these"], ["both"], ["all"])
_EMPHATIC = frozenset({"itself", "themselves", "however", "meanwhile", "too", "also", "both", "all"})
_WELL = frozenset({
    "normal", "free", "fine", "ok", "okay", "good", "unremarkable", "wnl", "clear", "negative", "neg", "mobile",
})  # fmt: skip
_TAKING_UP = frozenset({"it", "that", "this", "it's", "that's"})
_DETERMINED = (["the"], ["your"], ["his"], ["her"])
_DENYING_REACH = 2


def end_of_introduction(scene: Scene, head: Hit) -> int:
    """Return where the list of a lesion begins: behind words such as `found today:` or `treated include`."""
    seat = _seat_of(scene, head)
    if seat is not None:
        return seat
    norms, end = scene.view.norms, scene.statement.end
    until = min(end, head.end + _INTRODUCTION)
    leading = _LEADING_ANY | _LEADING_MANY if head.term.text.endswith("s") else _LEADING_ANY
    colon = next((at for at in range(head.end, until) if norms[at] in leading), None)
    if colon is None or colon + 1 >= end or not (_OTHER_HEADS | CLAUSE_ENDS).isdisjoint(norms[head.end : colon]):
        return head.end
    between, opening = Chunk(head.end, colon), Chunk(colon + 1, min(end, colon + 4))
    tables = ("tart", "conditions", "lesions", "neuro")
    tells = scene.view.places(between) or any(scene.view.terms(table, between) for table in tables)
    names = scene.view.places(opening) or letter_place(scene, colon + 1)
    return colon + 1 if names and not tells else head.end


def closes_list(scene: Scene, place: Place) -> bool:
    """Tell whether a list ends with a place, as in `dysfunction of T4 only`."""
    after = place.end + any(side.start == place.end for side in scene.view.sides(scene.statement))
    return after < scene.statement.end and scene.view.norms[after] in _ALONE


def is_subject(scene: Scene, head: Hit, place: Place) -> bool:
    """Tell whether a clause of its own begins with a place, as in `T6 is a dysfunction, the rib next to it is sore`."""
    norms = scene.view.norms
    start = place.start - any(side.end == place.start for side in scene.view.sides(scene.statement))
    opens = norms[start - 1 : start] in _DETERMINED and norms[start - 2 - (norms[start - 2] == "and")] == ","
    others = scene.view.fixing(scene.statement)
    named = any(one.start < head.start or head.end <= one.start < start for one in others)
    named = named or (scene.topic.place is not None and takes_up(scene, head))
    if named and (_is_turned_to(scene, place, start) or _is_told_of(scene, head, place, start)):
        return True
    rest = [word for word in norms[place.end : scene.chunk(place).end] if word != "."]
    if named and rest and scene.view.is_contracted(place.end - 1):
        return _ADDING.isdisjoint(rest)  # Of `cervical dysfunction, lumbar's only muscle` the lumbar is no place.
    if named and len(rest) == 1 and rest[0] in _BARE:
        return True  # Of `T4 has no dysfunction, T5 does` nothing is denied of the second.
    if not opens or not named:
        return False
    verb = next((at for at, word in enumerate(rest) if word in _VERBS), None)
    return verb is not None and not {"that", "which", "who"}.intersection(rest[:verb])


def takes_up(scene: Scene, head: Hit) -> bool:
    """Tell whether a pronoun before a lesion takes up what was spoken of, as in `I call it a dysfunction`."""
    near = scene.view.norms[max(scene.statement.start, head.start - _BESIDE) : head.start]
    return not _TAKING_UP.isdisjoint(near)


def _is_told_of(scene: Scene, head: Hit, place: Place, start: int) -> bool:
    """Tell whether speech without pauses goes on with a place: `it's a dysfunction your ribs are fine`."""
    norms, end = scene.view.norms, scene.statement.end
    follows = start - 1 == head.end and norms[start - 1 : start] in _DETERMINED
    return follows and not _VERBS.isdisjoint(norms[place.end : min(end, place.end + _NAMING)])


def _is_turned_to(scene: Scene, place: Place, start: int) -> bool:
    """Tell whether a speaker turns to a place to name something else: `and the foot, I'd call that a strain`."""
    norms, end = scene.view.norms, scene.statement.end
    if norms[start - 1 : start] not in _DETERMINED or norms[start - 2] not in {",", "and", "but"}:
        return False
    behind = place.end + (norms[place.end : place.end + 1] == [","])
    if behind >= end or norms[behind] not in _SPEAKING:
        return False
    told = not (_CALLING | _LEFT_TO).isdisjoint(norms[behind : min(end, behind + _NAMING)])
    return told or bool(scene.terms("conditions", part=Chunk(behind, end)))


def begins_clause(scene: Scene, head: Hit, places: list[Place], index: int) -> bool:
    """Tell whether a word is the verb of a clause about the last places of a list, as in `and the lumbar is clear`."""
    norms = scene.view.norms
    if not places or norms[index] not in _VERBS | _WELL or norms[index + 1 : index + 2] == ["what"]:
        return False
    while index > places[-1].end and norms[index - 1] in _EMPHATIC:
        index -= 1
    if index == places[-1].end:
        return len(places) > 1 or _is_placed(scene, head)
    subject = places[-2] if len(places) > 1 and places[-2].region == places[-1].region else places[-1]
    before = norms[max(head.end, subject.start - _DENYING_REACH) : subject.start]
    return norms[index - 1 : index] == [","] and index - 1 == places[-1].end and before[-1:] in _DETERMINED


def _is_placed(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion has its place right before it, as in `thoracic dysfunction`."""
    near = scene.view.fixing(Chunk(max(scene.statement.start, head.start - _NAMING), head.start))
    return any(place.end >= head.start for place in near)


def before_subject(scene: Scene, places: list[Place], index: int) -> list[Place]:
    """Return the places of a list without those that a verb has for its subject: a plural has two of them or more."""
    norms, first = scene.view.norms, len(places) - 1
    if norms[places[0].start - 2 : places[0].start] == [",", "the"]:
        return []
    plural = norms[index] in _PLURALS or _is_pair_apart(norms, places, index)
    while first > 0 and (
        (plural and first == len(places) - 1 and "and" in norms[places[first - 1].end : places[first].start])
        or (
            not plural
            and index > places[-1].end
            and norms[places[first - 1].end : places[first].start][-1:] == [","]
            and places[first - 1].region == places[first].region
        )
    ):
        first -= 1
    return places[:first]


def _is_pair_apart(norms: list[str], places: list[Place], index: int) -> bool:
    """Tell whether two places behind a comma or `;` are said to be well: `dysfunction of L3, hip and knee normal`."""
    before = norms[places[-2].start - 1] if len(places) > 1 else ""
    return norms[index] in _WELL and before in CLAUSE_ENDS


def end_of_naming(norms: list[str], index: int) -> int:
    """Return the index after words that only say what it is called, as in `we would call it`."""
    if norms[index] not in _SPEAKING:
        return index
    verb = next((at for at in range(index, min(index + _NAMING + 1, len(norms))) if norms[at] in _CALLING), None)
    if verb is None or not _LIGHT.issuperset(norms[index:verb]):
        return index
    return verb + 1 + (norms[verb + 1 : verb + 2] in (["it"], ["that"], ["this"]))


def opens_ailment(scene: Scene, index: int) -> bool:
    """Tell whether a complaint with a place of its own follows in a list, as in `and irritation of the knee`."""
    return scene.view.norms[index] in words("ailments") and scene.view.norms[index + 1 : index + 2] in (
        ["of"],
        ["in"],
        ["at"],
    )


_BEFORE_WITH = frozenset({",", "and", "along", "together", "dysfunction", "dysfunctions", "dysfunctional"})
_JOINING = frozenset({
    "the", "on", "a", "your", "his", "her", "its", "joint", "joints", "too", "also", "side", "it", "and", "there",
    "same", "well", "as",
})  # fmt: skip
"""Words beside a place that is only joined to others."""


def only_joins(scene: Scene, index: int) -> bool:
    """Tell whether a with only joins a place with levels or a side: `T4 dysfunction, with the fourth rib on the right`.

    Of `with pain at the fourth rib` and `with a sacral torsion` something else is said.

    Args:
        scene: The statement.
        index: The index of the with.
    """
    norms = scene.view.norms
    part = Chunk(index + 1, next(one.end for one in scene.statement.chunks if index < one.end))
    told: list[Item] = [*scene.view.fixing(scene.statement), *scene.view.sides(scene.statement)]
    behind = norms[index - 1] in _BEFORE_WITH or any(one.end == index for one in told)
    named: list[Item] = [*scene.view.fixing(part), *scene.view.sides(part)]
    rest = (word for word in words_beside(scene.view, part, named) if word[0].isalnum())
    return norms[index] == "with" and behind and _JOINING.issuperset(rest)


def opens_treatment(scene: Scene, index: int) -> bool:
    """Tell whether a speaker goes on with what was done to the joints named, as in `did those and the neck`."""
    word, after = scene.view.norms[index], scene.view.norms[index + 1 : index + 2]
    return after in _JUST_NAMED and (word in _DONE or word.endswith("ed"))


def points(scene: Scene, index: int) -> bool:
    """Tell whether a `that` points to a place right after it, as in `dysfunction of that left sacroiliac`."""
    if scene.view.norms[index] != "that":
        return False
    start = index + 1 + (scene.view.norms[index + 1 : index + 2] == ["the"])
    after = Chunk(start, start + 1)
    return bool(scene.view.sides(after) or scene.view.places(after))


def other_head(scene: Scene, index: int) -> bool:
    """Tell whether a token belongs to another diagnosis."""
    near = Chunk(max(scene.statement.start, index - _LONGEST_HEAD), index + 1)
    return any(
        hit.start <= index < hit.end
        for table in ("conditions", "lesions")
        for hit in scene.terms(table, *HEADS, part=near)
    )


def notes(word: str) -> bool:
    """Tell whether a word is part of a notation or a code, which a list of places may carry."""
    return set(word) <= _NOTATION or (word[:1].isalpha() and word[1:].isdecimal()) or word.isdecimal()
