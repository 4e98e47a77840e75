"""Which places and sides a lesion is stated for: before its head, after it, in a list, or named before."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import Topic
from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.exceptions import exception_first
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.answered_lists import answered_yes, is_answered_no
from scribe.extraction.lexicon.lesions.denied_before import denied_before
from scribe.extraction.lexicon.lesions.joint_kinds import SIDED, other_name
from scribe.extraction.lexicon.lesions.list_bounds import (
    before_subject,
    begins_clause,
    closes_list,
    end_of_introduction,
    end_of_naming,
    is_subject,
    notes,
    only_joins,
    opens_ailment,
    opens_treatment,
    other_head,
    points,
    takes_up,
)
from scribe.extraction.lexicon.lesions.list_members import (
    filled,
    has_states,
    is_listed,
    joined_behind,
    opens_range,
    resumed,
    treated_each,
    without_findings,
    without_rib_levels,
)
from scribe.extraction.lexicon.lesions.named_anew import counts_on
from scribe.extraction.lexicon.lesions.notation import listings
from scribe.extraction.lexicon.lesions.places_elsewhere import (
    announces_list,
    denies_all,
    listed_before,
    listed_later,
    listed_next,
    referred,
)
from scribe.extraction.lexicon.lesions.pointing_names import is_name, is_only_word
from scribe.extraction.lexicon.lesions.region_letters import SEPARATORS, is_two_letters, letter_place
from scribe.extraction.lexicon.lesions.side_of_lesion import compared_end, side_behind, side_of, side_of_joint
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_NAMED = frozenset({"", "vague"})
_ITS_OWN = frozenset({"its", "their", "own", "1", "one", "another"})
"""Words before a lesion that give it to a joint, as in `T6 has its own dysfunction`."""
_OUT = frozenset({"subluxed", "subluxated", "subluxes", "dysfunctional"})
"""Words that say of a joint what it is."""
_POSED = frozenset({
    "flexed", "extended", "sidebent", "rotated", "bent", "neutral", "translated", "sidebending", "rotation", "then",
})  # fmt: skip
"""Words for the position of a joint, which a list may give beside each of its places."""
_DESCRIPTION = 2
_ADDED = 6
_DENYING = 4
_NOT_BEFORE = frozenset({":", ".", ";"})
_LIKEWISE = (["so", "is"], ["so", "are"], ["so", "does"], ["so", "has"], ["as", "is"], ["as", "are"])
"""Words that say the same of what follows, as in `C4 is a dysfunction and so is T8`."""
_PLURAL = frozenset({"those", "these", "they", "they're", "are", "both", "were"})
"""Words that point to all of a list, as in `T4 and the sacrum, those are subluxations`."""
_NEAR = 3
_ARTICLES = frozenset({"a", "an", "the", "also", "some"})
_PARTING = SEPARATORS | {"(", ".", "top", "background", "addition", "alongside", "besides", "setting"}
"""Words and marks behind which another diagnosis may stand: `of the sacroiliac on top of her spondylosis`."""
_ACCOMPANIED = frozenset({"with", "w", "without", "causing", "accompanied", "contributing"})
"""Words behind a list that say what comes with it."""
_PARTED = frozenset({",", ";"})
_OWN = ([":"], ["="], ["no"], ["nsd"], ["none"], ["normal"], ["ok"], ["clear"], ["wnl"])
_PREDICATES = frozenset({"dysfunctional"})
_TOGETHER = frozenset({"all", "both", "each"})


class Mention(NamedTuple):
    """A place and side that a lesion is stated for, and the words that state it."""

    place: Place | None
    """The place, or None where the words give none."""
    laterality: Laterality | None
    """The side."""
    start: int
    """Index of the first token of the quote."""
    end: int
    """Index after its last token."""
    head: Item
    """The words whose assertion counts."""
    answered: bool = False
    """Whether its list says no of other places, so that such a no is not its own."""


def mention_of(scene: Scene, place: Place) -> Mention:
    """Return the mention of a lesion that another statement names, of which a place is all that is said."""
    return Mention(place, side_of(scene, place), place.start, place.end, place)


def mentions(scene: Scene, head: Hit) -> list[Mention]:
    """Find the places that a lesion is stated for, around its head."""
    if denies_all(scene):
        return []
    if pointed := referred(scene, head):
        return [_elsewhere(head, *one) for one in pointed]
    if (stated := answered_yes(scene, head)) is not None:
        return [Mention(one, side_of(scene, one), head.start, one.end, one, answered=True) for one in stated]
    after = joined_behind(scene, head) if head.term.text in _PREDICATES else _places_after(scene, head)
    after += resumed(scene, head, after) or treated_each(scene, after)
    before = [place for place in _places_before(scene, head) if not _is_denied(scene, place, head)]
    before = [] if after and _is_added(scene, head) else before
    after = [] if before and _is_beside(scene, head, after) else after
    after = [place for place in after if not (before and _is_of_next_cell(scene, head, place))]
    before = [place for place in before if not (after and _is_of_earlier(scene, place, head))]
    after = [place for place in after if place.region or not _is_doubted_itself(scene, place, head)]
    told = [place for place in after if not is_answered_no(scene, place)]
    answered, after = len(told) < len(after), told
    before, after = filled(scene, before), filled(scene, without_findings(scene, head, before, after))
    before = before or (_place_elsewhere(scene, head) if after and _sums_up(scene, head) else [])
    before = before if before or after else denied_before(scene, head)
    places = without_rib_levels(scene, [*before, *after]) or _place_elsewhere(scene, head)
    if places and places[-1] in (excepted := exception_first(scene)):
        places = excepted
    apart = has_states(scene, head, places)
    if places:
        spoken = [] if before else _of_topic(scene, head)
        return [
            *spoken,
            *(
                Mention(
                    place,
                    side_of(scene, place) or side_behind(scene, head, place),
                    min(head.start, place.start),
                    max(head.end, _end(scene, place)),
                    place if apart or _is_doubted_itself(scene, place, head) else head,
                    answered,
                )
                for place in places
            ),
        ]
    if scene.topic.heading is not None:
        side = side_of(scene, head) or _side_of_heading(scene)
        return [Mention(scene.topic.heading, side, head.start, head.end, head)]
    return _unplaced(scene, head)


def _side_of_heading(scene: Scene) -> Laterality | None:
    """Return the side that a speaker named with the joint that what follows is about."""
    spoken = scene.statement.turn >= 0 and scene.topic.place == scene.topic.heading
    return scene.topic.side if spoken and scene.topic.region in SIDED else None


def _unplaced(scene: Scene, head: Hit) -> list[Mention]:
    """Return the mentions of a lesion whose statement names no place: as listed nearby, or of what is spoken of."""
    denied = scene.assertion(head) == "absent"
    if listed := [] if denied else listed_next(scene, head) or listed_later(scene, head):
        return [_elsewhere(head, *one) for one in listed]
    if not is_name(scene, head) or is_only_word(scene, head) or _is_named_anew(scene, head):
        return []
    if listed := listed_before(scene):
        return [_elsewhere(head, *one) for one in listed]
    # Who finds no dysfunction at all names no place for it.
    points = scene.view.norms[scene.statement.start] in words("going_on")
    stated = scene.statement.turn >= 0 and (points or not denied) and not announces_list(scene, head)
    topic = scene.topic if stated else Topic()
    own = side_of(scene, head) if scene.view.sides(Chunk(head.end, scene.statement.end)) else None
    return [Mention(topic.place, own or topic.side, head.start, head.end, head)]


def _elsewhere(head: Hit, scene: Scene, place: Place) -> Mention:
    """Return the mention of a lesion whose place another statement names; a vertebra turns to a side, and has none."""
    return Mention(place, side_of_joint(scene, place), head.start, head.end, head)


def _is_of_earlier(scene: Scene, place: Place, head: Hit) -> bool:
    """Tell whether a place stands right behind a lesion named before, as in `SD L5, SD sacrum`."""
    if SEPARATORS.isdisjoint(scene.view.norms[place.end : head.start]):
        return False
    heads = [hit for hit in scene.terms("lesions", "head", "weak_head") if hit.end <= place.start]
    between = scene.view.norms[heads[-1].end : place.start] if heads else [","]
    return len(between) <= _DENYING and SEPARATORS.isdisjoint(between)


def _is_of_next_cell(scene: Scene, head: Hit, place: Place) -> bool:
    """Tell whether a place behind a lesion that has its own has a verdict too: `LE SD | Abd NE`, `T SD, L: ok`."""
    norms = scene.view.norms
    if "|" in norms[head.end : place.start]:
        return True
    told = norms[place.end : place.end + 1]
    return norms[place.start - 1] in _PARTED and (told in _OWN or told == norms[head.start : head.end])


def _sums_up(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion names what was said before, and goes on: `T4 is stuck, that is a dysfunction, and L5`."""
    behind = [word for word in scene.view.norms[head.end : head.end + 2] if word != ","]
    return takes_up(scene, head) and behind[:1] in (["and"], ["also"], ["plus"])


def _of_topic(scene: Scene, head: Hit) -> list[Mention]:
    """Return the lesion of what was spoken of right before: `The SI won't move. It's a dysfunction and so is L5.`."""
    topic = scene.topic
    if topic.place is None or scene.statement.turn < 0 or not _sums_up(scene, head):
        return []
    return [Mention(topic.place, topic.side if topic.region in SIDED else None, head.start, head.end, head)]


def _is_beside(scene: Scene, head: Hit, after: Sequence[Place]) -> bool:
    """Tell whether a place only says beside what another is out: `the occiput is subluxated on the atlas`."""
    if head.term.text not in _OUT or not after:
        return False
    return [word for word in scene.view.norms[head.end : after[0].start] if word != "the"] == ["on"]


def _is_added(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion is added to what stands before it, as in `spurs at C5, and a dysfunction at C2`."""
    near = scene.view.norms[max(scene.statement.start, head.start - _NEAR) : head.start]
    before = [word for word in near if word not in _ARTICLES]
    return before[-1:] in (["and"], ["plus"])


def _is_named_anew(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion is named again with its place behind it: `a facet lock, a segmental dysfunction at C3`."""
    later = (hit for hit in scene.terms("lesions", "head", "weak_head") if hit.start >= head.end)
    again = next((hit for hit in later if hit.term.value == head.term.value), None)
    return again is not None and bool(_places_before(scene, again) or _places_after(scene, again))


def _is_doubted_itself(scene: Scene, place: Place, head: Hit) -> bool:
    """Tell whether only one place of a lesion is in doubt, as in `Somatic dysfunction: lumbar, possibly sacral`."""
    cue = scene.context.cue(place, "possible")
    return cue is not None and head.end <= cue.start and scene.assertion(head) == "present"


def _is_denied(scene: Scene, place: Place, head: Hit) -> bool:
    """Tell whether a place belongs to a denial before a lesion: `it's not the hip, it's a sacral dysfunction`."""
    norms = scene.view.norms
    before = norms[max(scene.statement.start, place.start - _DENYING) : place.start]
    denied = "none" in before or any(map(is_not, before))
    turns = not words("turning_to").isdisjoint(norms[place.end : head.start])
    return (denied and turns) or scene.assertion(place) == "absent" != scene.assertion(head)


def _end(scene: Scene, place: Place) -> int:
    """Return the index after a place and the listing, the compared sides or the side in brackets behind it."""
    listed = (one.end for one in listings(scene.view, scene.statement) if one.place == place)
    return max(place.end, compared_end(scene, place), _bracket_end(scene, place), *listed)


def _bracket_end(scene: Scene, place: Place) -> int:
    """Return the index after a side that brackets behind a place give, as in `innominate (R)`."""
    norms, at = scene.view.norms, place.end
    sided = norms[at : at + 1] == ["("] and norms[at + 2 : at + 3] == [")"] and scene.view.sides(Chunk(at + 1, at + 2))
    return at + 3 if sided and at + 3 <= scene.statement.end else at


def _place_elsewhere(scene: Scene, head: Hit) -> list[Place]:
    """Return the last place named earlier in the statement of a full head, or all of the list that it points to."""
    if not is_name(scene, head):
        return []
    earlier = [place for place in scene.view.places(Chunk(scene.statement.start, head.start)) if place.role in _NAMED]
    between = scene.view.norms[earlier[-1].end : head.start] if earlier else []
    if _PLURAL.isdisjoint(between):
        return earlier[-1:]
    first = len(earlier) - 1
    while first > 0 and _is_joined(scene, earlier[first - 1], earlier[first]):
        first -= 1
    return earlier[first:]


def _is_joined(scene: Scene, place: Place, following: Place) -> bool:
    """Tell whether only words of a list stand between two places."""
    sides = scene.view.sides(scene.statement)
    between = {*words_beside(scene.view, Chunk(place.end, following.start), sides)}
    return bool(between & SEPARATORS) and between <= words("list_fillers")


def _places_before(scene: Scene, head: Hit) -> list[Place]:
    start, norms = scene.statement.start, scene.view.norms
    before = [place for place in scene.view.places(Chunk(start, head.start)) if place.role in _NAMED]
    # A place may share a word with its head, as the joint of `SI joint dysfunction`.
    named = {min(place.end, head.start): place for place in before}
    places: list[Place] = []
    index, skipped = head.start, 0
    while head.term.text in _PREDICATES and index > start and norms[index - 1] in words("before_predicate"):
        index -= 1
    while index > start and skipped <= 1:
        place = named.get(index)
        if place is not None:
            places.insert(0, place)
            index, skipped = place.start, 0
        elif norms[index - 1] in _light_before() or _is_owned(norms, index):
            index -= 1
        elif (
            norms[index - 1] in words("list_stops") | words("found_well")
            or other_head(scene, index - 1)
            or counts_on(norms, index - 1)
        ):
            break
        elif places and norms[index - 1] not in words("place_nouns") and norms[index] in _PARTED:
            break  # Of `the shoulder shot, the SI dysfunction` the shoulder is another matter.
        else:
            index, skipped = index - 1, skipped + 1
    return places


def _is_other(scene: Scene, index: int) -> bool:
    """Tell whether a word belongs to another diagnosis, or to the number of the next."""
    return other_head(scene, index) or counts_on(scene.view.norms, index)


@cache
def _light_before() -> frozenset[str]:
    """Return the words that may stand between a place and what it is called, as in `T6 qualifies as a dysfunction`."""
    return (words("list_fillers") | words("qualifying")) - _NOT_BEFORE | _ITS_OWN


def _is_owned(norms: list[str], index: int) -> bool:
    """Tell whether a verb of having stands before a lesion: `T4 has a flexion dysfunction`, `they all have ...`."""
    has = norms[index - 1] in {"has", "have"} or norms[index - 2 : index] in (["has", "got"], ["have", "got"])
    return has and (norms[index] in _ITS_OWN | {"a", "an", "got"} or norms[index - 2] in _TOGETHER)


def _places_after(scene: Scene, head: Hit) -> list[Place]:
    end, norms = scene.statement.end, scene.view.norms
    found = (place for place in scene.view.places(Chunk(head.end, end)) if place.role in _NAMED)
    named = {place.start: place for place in found if not is_two_letters(norms, place)}
    places: list[Place] = []
    index, skipped, kept = _start_of_list(scene, head), 0, 0
    while index < end and skipped <= _DESCRIPTION:
        place = named.get(index) or letter_place(scene, index)
        if place is not None:
            if not is_listed(scene, head, place) or is_subject(scene, head, place):
                return places
            if not words("relations").isdisjoint(norms[head.end : index][-_ADDED:]):
                # What lies below it is told apart from it, as in `..., and the neck below it, C2 to C7, is free`.
                return places[:-1] if "it" in norms[head.end : index][-_ADDED:] else places
            places.append(place)
            index, skipped = _end(scene, place), 0
            if closes_list(scene, place):
                break
        elif (aside := _end_of_aside(scene, index, named)) > index:
            index = aside
        elif (left := _left_at(scene, head, places, index, kept)) is not None:
            return left
        else:
            kept = len(places) if norms[index] in _PARTING or counts_on(norms, index) else kept
            light = norms[index] in words("list_fillers") or norms[index] in _POSED or notes(norms[index])
            skipped += not light
            index += 1
    return places


def _start_of_list(scene: Scene, head: Hit) -> int:
    """Return where the list of a lesion may begin: behind what introduces it, and behind its other name."""
    alias = other_name(scene, head)
    return max(end_of_introduction(scene, head), 0 if alias is None else alias.end)


def _end_of_aside(scene: Scene, index: int, named: Mapping[int, Place]) -> int:
    """Return the index after words that name no place and end no list, or the index itself."""
    norms = scene.view.norms
    end = max((side.end for side in scene.view.sides(Chunk(index, index + 1))), default=0)
    if end > index + 1 and not any(index < start < end for start in named):
        # A side of several words is one that was corrected, as in `of the left, I mean the right innominate`.
        return end
    if norms[index : index + 2] in _LIKEWISE:
        return index + 2
    if norms[index] == "so" and scene.view.is_contracted(index):
        return index + 1
    if norms[index] in {"from", "between"}:
        first = index + 1 + (norms[index + 1 : index + 2] == ["the"])
        ends = [place for start, place in sorted(named.items()) if start >= first]
        if first in named and (len(named[first].segments) > 1 or opens_range(scene, ends)):
            return first
    return end_of_naming(norms, index)


def _left_at(scene: Scene, head: Hit, places: list[Place], index: int, kept: int) -> list[Place] | None:
    """Return the places of a list that ends at a word; None where it goes on."""
    norms = scene.view.norms
    if other_head(scene, index):
        # The last place belongs to what follows, as in `..., cervical spondylosis`.
        return places[:kept]
    if begins_clause(scene, head, places, index):
        return before_subject(scene, places, index)
    stops = norms[index] in words("list_stops") and not points(scene, index)
    stops = stops or (bool(places) and norms[index] in _ACCOMPANIED) or opens_treatment(scene, index)
    return places if (stops and not only_joins(scene, index)) or opens_ailment(scene, index) else None
