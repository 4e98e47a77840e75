"""The words behind a lesion: those that go on with the list of its places, and those that end it."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import SEPARATORS, letter_place
from scribe.extraction.lexicon.lesions.seated import seat_of
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_HEADS = ("condition", "head", "weak_head", "narrowing")
_LONGEST_HEAD = 4
_NOTATION = frozenset("nferslb")
_SPEAKING = frozenset({"we", "we'd", "i", "i'd", "as", "that's", "what", "whatever", "however"})
_CALLING = frozenset({"call", "say", "term"})
_LEFT_TO = frozenset({"leave", "send", "refer", "watch", "ignore"})
_LIGHT = _SPEAKING | {"is", "that", "would", "like", "to", "you", "want", "they", "people", "some"}
"""Words with which a speaker only says what something is called."""
_NAMING = 4
_INTRODUCTION = 10
"""Words between a lesion and the colon before the list of its places."""
_OTHER_HEADS = frozenset({
    "plan", "tx", "rx", "treatment", "exam", "examination", "hx", "history", "p", "o", "note", "goal", "no", "not",
    "never", "denied", "code", "codes", "cpt", "icd",
})  # fmt: skip
"""Words before a colon that head something else, or deny."""
_DENYING = frozenset({
    "no", "without", "nor", "neither", "none", "nothing", "w/o", "minus", "deferred", "deferring",
    "insufficient", "inadequate", "withheld", "declined",
})  # fmt: skip
_DENIED = 4
_RATHER = frozenset({("rather", "than"), ("instead", "of"), ("opposed", "to"), ("and", "nor")})
_PLACING = frozenset({"in", "at", "of", "on"})
_LEAVING = frozenset({"leave", "leaving", "skip", "skipping", "skipped", "dropping"})
"""Verbs with which a speaker takes a place off a list, as in `C1, T5, leave the sacrum`."""
_BEFORE_ANSWER = frozenset({":", "=", "(", "[", "spine", "region", "area"})
_AWAITED = frozenset({("to", "be"), ("will", "be")})
_RULED_OUT = frozenset({"not", "ruled", "excluded", "negated", "refuted"})
_SOUND = frozenset({"sound", "mobile", "silent", "quiet", "symmetric", "level", "painless"})
_NO = frozenset({"no", "none", "absent", "negative", "neg", "nil", "normal", "clear", "wnl"})
_YES = frozenset({"y", "yes"})
_ALONE = frozenset({"only", "alone", "exclusively", "solely"})
_PLURALS = frozenset({"being", "are", "were", "look", "feel", "have", "move", "spring", "glide", "do"})
_VERBS = _PLURALS | {"is", "was", "looks", "feels", "has", "moves", "springs", "glides", "does"}
_EMPHATIC = frozenset({"itself", "themselves", "however", "meanwhile", "too", "also", "both", "all"})
_WELL = frozenset({
    "normal", "free", "fine", "ok", "okay", "good", "unremarkable", "wnl", "clear", "negative", "neg", "mobile",
})  # fmt: skip
_DETERMINED = (["the"], ["your"], ["his"], ["her"])
_DENYING_REACH = 2
_CLAUSE_ENDS = frozenset({";", ".", ","})


def end_of_introduction(scene: Scene, head: Hit) -> int:
    """Return where the list of a lesion begins: behind a colon after words such as `found on palpation today`."""
    seat = seat_of(scene, head)
    if seat is not None:
        return seat
    norms, end = scene.view.norms, scene.statement.end
    until = min(end, head.end + _INTRODUCTION)
    colon = next((at for at in range(head.end, until) if norms[at] in {":", "colon"}), None)
    if colon is None or colon + 1 >= end or not (_OTHER_HEADS | _CLAUSE_ENDS).isdisjoint(norms[head.end : colon]):
        return head.end
    between, opening = Chunk(head.end, colon), Chunk(colon + 1, min(end, colon + 4))
    tables = ("tart", "conditions", "lesions", "neuro")
    tells = scene.view.places(between) or any(scene.view.terms(table, between) for table in tables)
    names = scene.view.places(opening) or letter_place(scene, colon + 1)
    return colon + 1 if names and not tells else head.end


def is_listed(scene: Scene, head: Hit, place: Place) -> bool:
    """Tell whether a place behind a lesion belongs to its list: nothing denies it, and nothing else is said of it."""
    norms = scene.view.norms
    if _is_denied_beside(norms, head.end, place.start):
        return False
    between = norms[head.end : place.start]
    if ";" in between and _is_well_apart(scene, place):
        return False
    return SEPARATORS.isdisjoint(between) or not (_is_of_disease(scene, place) or _is_left_alone(scene, place))


def _is_well_apart(scene: Scene, place: Place) -> bool:
    """Tell whether a clause of its own says that a place is well, as in `dysfunction of T4; her knee moves freely`."""
    norms, end = scene.view.norms, scene.statement.end
    start = next(at for at in range(place.start, -1, -1) if norms[at] == ";")
    until = next((at for at in range(place.end, end) if norms[at] in {";", "."}), end)
    said = norms[start + 1 : until]
    well = (words("found_well") | words("well_moving") | _SOUND) - {";"}
    denied = any(word in _DENYING | _RULED_OUT or word.endswith("n't") for word in said)
    return denied or not well.isdisjoint(said)


def _is_denied_beside(norms: list[str], start: int, index: int) -> bool:
    """Tell whether a list says of a place that nothing is there: `L5, no rib component`, `without any hip lesion`."""
    before = norms[max(start, index - _DENIED) : index]
    excluded = before[-3:-2] == ["not"] and before[-2] in _PLACING
    if "not" in before[-2:] or "nothing" in before[-3:] or excluded:
        return True
    if not (words("dropping_places") | _LEAVING).isdisjoint(before[-2:]) or _RATHER & {*pairwise(before)}:
        return True
    denying = [at for at, word in enumerate(before) if word in _DENYING]
    return bool(denying) and SEPARATORS.isdisjoint(before[denying[-1] :])


def is_answered_no(scene: Scene, place: Place) -> bool:
    """Tell whether a list says no of a place behind it, as in `cervical Y, thoracic N` and `Cerv (+), Thor (-)`."""
    if "_" in scene.said:
        return _is_blank(scene, place)
    norms, end = scene.view.norms, scene.statement.end
    at = _before_answer(scene, place)
    answer, following = [*norms[at : min(at + 2, end)], ".", "."][:2]
    if answer == "not":
        return norms[at - 1] in {":", "="} or not following[0].isalnum()
    if norms[at : at + 3] == ["n", "/", "a"]:
        return True
    if answer == "-":
        return norms[at - 1] in {"(", "["} and following in {")", "]"}
    closed = not following[0].isalnum() or any(one.start == at + 1 for one in scene.view.places(Chunk(at + 1, at + 2)))
    return closed and (answer in _NO or (answer == "n" and not _YES.isdisjoint(scene.said)))


def _is_blank(scene: Scene, place: Place) -> bool:
    """Tell whether the blank of a place is left empty where others hold an x, as in `C _x_  T ___  L _x_`."""
    norms, said = scene.view.norms, scene.words()
    if "_ x _" not in " ".join(said):
        return False
    first = scene.statement.start + said.index("_")
    named = any(one.end == first for one in scene.view.places(Chunk(max(0, first - _DENIED), first)))
    trails = named or letter_place(scene, first - 1) is not None
    beside = norms[place.end : place.end + 3] if trails else norms[place.start - 3 : place.start]
    return "x" not in beside and "_" in beside


def _before_answer(scene: Scene, place: Place) -> int:
    """Return where an answer may stand behind a place, and behind others that an `and` joins to it."""
    norms, end = scene.view.norms, scene.statement.end
    named = {one.start: one.end for one in scene.view.places(Chunk(place.end, end))}
    at = place.end
    while at < end and (norms[at] in _BEFORE_ANSWER or (norms[at] in {"and", "&", "or"} and at + 1 in named)):
        at = named[at + 1] if norms[at] in {"and", "&", "or"} else at + 1
    return at


def has_states(scene: Scene, head: Hit, places: list[Place]) -> bool:
    """Tell whether a list says of one place alone that its lesion is over, as in `T4 (resolved), L5 (persisting)`."""
    if len(places) <= 1 or places[0].start < head.end:
        return False
    over = scene.context.cue(head, "historical")
    if over is None or over.start < places[0].end:
        return False
    gaps = (scene.view.norms[place.end : over.start] for place in places if place.end <= over.start)
    return any(len(gap) <= 1 and SEPARATORS.isdisjoint(gap) for gap in gaps)


def closes_list(scene: Scene, place: Place) -> bool:
    """Tell whether a list ends with a place, as in `dysfunction of T4 only`."""
    after = place.end + any(side.start == place.end for side in scene.view.sides(scene.statement))
    return after < scene.statement.end and scene.view.norms[after] in _ALONE


def _is_left_alone(scene: Scene, place: Place) -> bool:
    """Tell whether nothing is diagnosed of a place behind a list, as in `T4; the neck I leave for now`."""
    norms, end = scene.view.norms, scene.statement.end
    until = next((at for at in range(place.end, end) if norms[at] in _CLAUSE_ENDS), end)
    said = norms[place.end : until]
    undiagnosed = not words("undiagnosed").isdisjoint(said) or bool(_AWAITED & {*pairwise(said)})
    denied = "but" in said and not _DENYING.isdisjoint(said[said.index("but") :])
    return undiagnosed or denied


def is_subject(scene: Scene, head: Hit, place: Place) -> bool:
    """Tell whether a clause of its own begins with a place, as in `T6 is a dysfunction, the rib next to it is sore`."""
    norms = scene.view.norms
    start = place.start - any(side.end == place.start for side in scene.view.sides(scene.statement))
    opens = norms[start - 1 : start] in _DETERMINED and norms[start - 2] == ","
    others = scene.view.fixing(scene.statement)
    named = [one for one in others if one.start < head.start or head.end <= one.start < start]
    if named and (_is_turned_to(scene, place, start) or _is_told_of(scene, head, place, start)):
        return True
    if not opens or not named:
        return False
    rest = norms[place.end : scene.chunk(place).end]
    verb = next((at for at, word in enumerate(rest) if word in _VERBS), None)
    return verb is not None and not {"that", "which", "who"}.intersection(rest[:verb])


def _is_told_of(scene: Scene, head: Hit, place: Place, start: int) -> bool:
    """Tell whether speech without pauses goes on with a place: `it's a dysfunction your ribs are fine`."""
    norms, end = scene.view.norms, scene.statement.end
    follows = start - 1 == head.end and norms[start - 1 : start] in _DETERMINED
    return follows and not _VERBS.isdisjoint(norms[place.end : min(end, place.end + _NAMING)])


def _is_turned_to(scene: Scene, place: Place, start: int) -> bool:
    """Tell whether a speaker turns to a place to call it something else: `and the foot, I'd call that a strain`."""
    norms, end = scene.view.norms, scene.statement.end
    if norms[start - 1 : start] not in _DETERMINED or norms[start - 2] not in {",", "and", "but"}:
        return False
    behind = place.end + (norms[place.end : place.end + 1] == [","])
    speaks = behind < end and norms[behind] in _SPEAKING
    return speaks and not (_CALLING | _LEFT_TO).isdisjoint(norms[behind : min(end, behind + _NAMING)])


def begins_clause(scene: Scene, head: Hit, places: list[Place], index: int) -> bool:
    """Tell whether a word is the verb of a clause about the last places of a list, as in `and the lumbar is clear`."""
    norms = scene.view.norms
    if not places or norms[index] not in _VERBS | _WELL:
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
    return norms[index] in _WELL and before in _CLAUSE_ENDS


def end_of_naming(norms: list[str], index: int) -> int:
    """Return the index after words that only say what it is called, as in `we would call it`."""
    if norms[index] not in _SPEAKING:
        return index
    verb = next((at for at in range(index, min(index + _NAMING + 1, len(norms))) if norms[at] in _CALLING), None)
    if verb is None or not _LIGHT.issuperset(norms[index:verb]):
        return index
    return verb + 1 + (norms[verb + 1 : verb + 2] in (["it"], ["that"], ["this"]))


def is_range(place: Place | None) -> bool:
    """Tell whether a place runs over several levels, as in `dysfunction from C5 to T1`."""
    return place is not None and len(place.segments) > 1


def _is_of_disease(scene: Scene, place: Place) -> bool:
    """Tell whether a place belongs to another diagnosis, as in `SI joint dysfunction, hip pain`."""
    following = scene.view.norms[place.end : min(place.end + 1, scene.statement.end)]
    named = scene.terms("conditions", part=Chunk(place.start, place.start + 1))
    return not words("ailments").isdisjoint(following) or any(hit.end > place.end for hit in named)


def opens_ailment(scene: Scene, index: int) -> bool:
    """Tell whether a complaint with a place of its own follows in a list, as in `and irritation of the knee`."""
    return scene.view.norms[index] in words("ailments") and scene.view.norms[index + 1 : index + 2] in (
        ["of"],
        ["in"],
        ["at"],
    )


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
        for hit in scene.terms(table, *_HEADS, part=near)
    )


def notes(word: str) -> bool:
    """Tell whether a word is part of a notation or a code, which a list of places may carry."""
    return set(word) <= _NOTATION or (word[:1].isalpha() and word[1:].isdecimal()) or word.isdecimal()
