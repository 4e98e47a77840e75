"""What is told of the part that a talk about pictures has come to: `That's the ligament. It's twice its size.`.

Speech names a disc, a ligament or a hole once and goes on with `it`, `yours` or `this one`; it tells how a part is by
measuring it against another or against what it should be, and tells of a canal by the white of its fluid.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.picture_bridges import FELT_ROLES, TESTED
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import is_of_fluid
from scribe.extraction.lexicon.imaging.canal_and_foramina import side_asked_for
from scribe.extraction.lexicon.imaging.findings_named import tells_of_part
from scribe.extraction.lexicon.imaging.fluid_and_room import AMPLE, OUGHT, flows, names_level, roomy
from scribe.extraction.lexicon.imaging.kinds import asserted, is_looked_for
from scribe.extraction.lexicon.imaging.level_and_side import OUTSIDE, is_compared_with, only_side
from scribe.extraction.lexicon.imaging.pictured_parts import (
    GONE,
    MEASURED,
    OF_HIP,
    SPACES,
    Part,
    bone,
    fluid,
    is_bone,
    other_part,
    parts,
)
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.imaging.showing import side_of_fragment
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Assertion, ImagingKind, Laterality, Modality

_TURNS = 2
"""Turns over which a part is still spoken of: what the patient throws in is short."""
_FEW = 5
_LED = 2
_NAMING = frozenset({"that's", "that", "it's", "it", "this", "those", "these"})
_SUBJECT = 5
_REACH = 9
_NEAR = 4
_PRONOUNS = frozenset({
    "it", "it's", "its", "they", "they're", "them", "that's", "that", "this", "these", "those", "yours", "one", "guy",
    "which", "there's", "here's", "there", "other",
})  # fmt: skip
"""Words that take up what was named."""
_BESIDE = frozenset(
    {"above", "below", "of", "on", "in", "to", "at", "with", "around", "behind", "about", "under", "from"}
)
_BARE = frozenset({"is", "are", "has", "have", "looks", "all", "nice", "pretty", "real", "really", "kind", "very"})
"""Words that open a part of speech whose subject stands before a pause: `this one, L5-S1, is dark`."""
_OF_ANOTHER = (["of", "the"], ["of", "your"], ["behind", "the"], ["in", "the"])
_FRACTIONS = frozenset({"half", "third", "quarter", "fraction", "fifth", "tenth"})
_MULTIPLES = frozenset({"twice", "double", "triple", "times", "thrice"})
_MEASURES = frozenset({
    "size", "width", "height", "wide", "big", "tall", "thick", "thickness", "diameter", "normal", "what", "fat", "high",
})  # fmt: skip
_SMALLER = frozenset({"thinner", "smaller", "narrower", "shorter", "flatter", "tighter", "skinnier"})
_BIGGER = frozenset({"thicker", "bigger", "larger", "fatter", "chunkier", "bulkier", "heavier"})
_THAN = frozenset({"than", "then"})
_GAPS = frozenset({"gap", "gaps", "space", "spaces"})
_TIGHT = frozenset(
    {"slit", "snug", "tight", "pinched", "pinches", "squeezed", "pinhole", "choked", "cramped", "crowded"}
)
"""What only a canal is called where a level is named alone."""
ELSEWHERE = frozenset({"above", "below", "elsewhere", "everywhere"})
_NO_LONGER = frozenset({"now", "one", "anymore", "today", "piece", "chunk", "fragment"})
_AFTER_GONE = frozenset({"down", "up", "into", "out", "away", "numb", "over"})


class Spoken(NamedTuple):
    """The part that a talk has come to."""

    part: Part
    """The part."""
    side: Laterality | None
    """The side of it that is spoken of."""
    turn: int
    """The turn in which it was last spoken of."""


class TakenUp:
    """What was named last in a talk about pictures, and what is told of it from there on."""

    def __init__(self) -> None:
        """Start with no part."""
        self._spoken: Spoken | None = None

    def read(self, scene: Scene, modality: Modality | None) -> Iterator[Described]:
        """Read what a spoken statement tells of the part named before, or of one by a measure or by its fluid.

        Args:
            scene: The statement.
            modality: The study that is spoken of.
        """
        turn = scene.statement.turn
        if turn < 0 or not scene.by_clinician:
            return
        if self._spoken is not None and turn - self._spoken.turn > _TURNS:
            self._spoken = None
        taken = covered_by(scene.terms("imaging", "finding"))
        ought = self._says_how_it_should_be(scene)
        for chunk in scene.statement.chunks:
            named = self._named(scene, chunk)
            if named is not None:
                self._spoken = self._turned_to(scene, chunk, named)
            part = self._spoken.part if self._spoken else None
            canal = _canal_unnamed(scene, chunk, part, named=named is not None) if modality != "xray" else None
            if canal is not None:
                yield canal
            elif part is not None:
                told = _told(scene, chunk, _Topic(part, taken, named is not None, ought))
                if told is not None and not is_looked_for(scene, told.predicate):
                    yield told._replace(side=self._side(scene, chunk, part))
        if self._spoken is not None:
            self._spoken = self._spoken._replace(turn=turn, side=only_side(scene) or self._spoken.side)

    def _says_how_it_should_be(self, scene: Scene) -> bool:
        """Tell whether this statement or the one before says how something should be: `It should be round.`."""
        before = scene.earlier_in_turn[-1:]
        start = before[0].start if before else scene.statement.start
        return not OUGHT.isdisjoint(scene.view.norms[start : scene.statement.end])

    def _named(self, scene: Scene, chunk: Chunk) -> Part | None:
        """Return the part that some words name last."""
        norms = scene.view.norms
        if not OF_HIP.isdisjoint(scene.said):
            return other_part()
        bones = {place.start for place in scene.view.fixing(chunk) if is_bone(place)}
        named = [(at, part) for at in range(chunk.start, chunk.end) if (part := self._part_at(scene, at, bones))]
        # Of `the ligament at the back of the canal` the ligament is spoken of.
        heads = [part for at, part in named if part != bone() and norms[max(0, at - 2) : at] not in _OF_ANOTHER]
        return heads[-1] if heads else named[-1][1] if named else None

    def _part_at(self, scene: Scene, at: int, bones: set[int]) -> Part | None:
        """Return the part that a word names."""
        norms = scene.view.norms
        if at in bones:
            return bone()
        if norms[at] in words("liquor") | {"white"} and not is_of_fluid(norms, at):
            return None
        if norms[at] == "white":
            return fluid()
        if norms[at] in _GAPS and _is_of_disc(scene, at):
            return parts()[0]
        return next((part for part in parts() if norms[at] in part.names and not _is_likeness(norms, at)), None)

    def _turned_to(self, scene: Scene, chunk: Chunk, part: Part) -> Spoken:
        """Return what is spoken of once a part is named; the fluid in a space is told of the space."""
        before = self._spoken
        side = self.side_here(scene) or _side_pointed_at(scene)
        if part == fluid() and before is not None and before.part.kind in SPACES:
            return before._replace(side=side or before.side)
        same = before is not None and (before.part == part or "same" in scene.words(chunk))
        return Spoken(part, side or (before.side if same and before else None), scene.statement.turn)

    def _side(self, scene: Scene, chunk: Chunk, part: Part) -> Laterality | None:
        """Return the side of what a part of speech tells of one of a pair: its own, or that of the talk."""
        if not part.sided:
            return None
        sides = {side.value for side in scene.view.sides(chunk) if not is_compared_with(scene, side)}
        if len(sides) == 1:
            return sides.pop()
        spoken = self._spoken.side if self._spoken else None
        if spoken and "other" in scene.words(chunk) and not words("ones").isdisjoint(scene.words(chunk)):
            return OPPOSITE.get(spoken)
        return only_side(scene) or side_of_fragment(scene) or side_asked_for(scene) or spoken

    def side_here(self, scene: Scene) -> Laterality | None:
        """Return the side of a space that a statement names without one, which what crowds it may have.

        `That's your left facet joint. It's crowding the hole.`

        Args:
            scene: The statement.
        """
        own = only_side(scene) or side_of_fragment(scene)
        goes_on = self._spoken is not None and self._spoken.part.sided and self._spoken.turn == scene.statement.turn
        led = not _PRONOUNS.isdisjoint(scene.words()[:_LED]) and not scene.view.sides(scene.statement)
        return own or (self._spoken.side if self._spoken and goes_on and led else None)

    def side_turned_to(self, scene: Scene, side: Laterality | None) -> Laterality | None:
        """Return the side that a talk has turned to since another was named: `Now over to the right. It's tight.`."""
        turned = self._spoken is not None and self._spoken.part.sided and not scene.view.sides(scene.statement)
        return self._spoken.side or side if self._spoken and turned and side else side


def _side_pointed_at(scene: Scene) -> Laterality | None:
    """Return the side of what was pointed at and gets its name now: `See the bump on the left?`, `It's a joint.`."""
    before = scene.earlier_in_turn[-1:]
    if not before or scene.words()[0] not in _NAMING:
        return None
    sides = {side.value for side in scene.view.sides(before[0])}
    seen = not words("showing").isdisjoint(scene.view.norms[before[0].start : before[0].end])
    return sides.pop() if len(sides) == 1 and seen else None


def _is_likeness(norms: Sequence[str], at: int) -> bool:
    """Tell whether something is only likened to a slot or a window: `it's like a mail slot`."""
    before = norms[max(0, at - _NEAR) : at]
    return "like" in before or norms[at] in words("small")


def _canal_unnamed(scene: Scene, chunk: Chunk, part: Part | None, *, named: bool) -> Described | None:
    """Read what is told of a canal that nobody names: by its level, the room at it, or the fluid in it.

    Args:
        scene: The statement.
        chunk: A part of it.
        part: What was named last in the talk.
        named: Whether the part of the statement names it.
    """
    found = roomy(scene, chunk) if part is None or (part.kind == "canal_narrowing" and not named) else None
    found = found or (_level_alone(scene, chunk) if part is None else None)
    return found or flows(scene, chunk)


def _level_alone(scene: Scene, chunk: Chunk) -> Described | None:
    """Read a level that is called tight with no part named, which tells of its canal: `At L3-4 it's snug`."""
    tight = scene.said_words(chunk, _TIGHT)
    if not tight or not names_level(scene) or scene.view.sides(scene.statement):
        return None
    if not _takes_up(scene, chunk, tight[0]) or scene.terms("lesions", "compartment", part=chunk):
        return None
    return Described("canal_narrowing", asserted(scene, tight[0]), tight[0], tight[0])


def _is_of_disc(scene: Scene, at: int) -> bool:
    """Tell whether a gap is that of a disc: no nerve leaves by it, and it has no side."""
    before = scene.earlier_in_turn
    start = before[0].start if before else scene.statement.start
    told = scene.view.norms[start : scene.statement.end]
    sided = scene.view.sides(scene.statement) or scene.view.norms[at - 1] in {"side", "little"}
    return words("nerves_seen").isdisjoint(told) and not sided


class _Topic(NamedTuple):
    """What a part of speech may tell of."""

    part: Part
    """The part that is spoken of."""
    taken: set[int]
    """Indices of the words that are terms of findings."""
    named: bool
    """Whether the words name it themselves."""
    ought: bool
    """Whether it was said how it should be."""


def _told(scene: Scene, chunk: Chunk, topic: _Topic) -> Described | None:
    """Read what a part of speech tells of what is spoken of."""
    part, taken, named, ought = topic
    limbs = any(place.region in OUTSIDE for place in scene.view.fixing(chunk))
    if limbs or not limb_words().isdisjoint(scene.words(chunk)):
        return None
    compared = _compared(scene, chunk, part) if part.kind in MEASURED else None
    if compared is not None:
        return compared
    if named and part != fluid():
        return None
    for among, kind in part.told:
        for predicate in scene.said_words(chunk, among):
            if predicate.start in taken or not (named or _takes_up(scene, chunk, predicate)):
                continue
            if not OUGHT.isdisjoint(scene.view.norms[chunk.start : predicate.start]):
                continue
            if scene.words(predicate)[0] in GONE and _is_gone_elsewhere(scene, predicate, kind):
                continue
            return Described(kind, _assertion(scene, chunk, predicate), predicate, predicate)
    if part.kind in SPACES and (well := _called_open(scene, chunk, named=named)) is not None:
        return Described(part.kind, "absent", well, well)
    contrasts = ought and part.kind in MEASURED and not named
    return _contrasted(scene, chunk, part) if contrasts else None


def _is_gone_elsewhere(scene: Scene, gone: Item, kind: ImagingKind) -> bool:
    """Tell whether something has only gone somewhere, or a piece of disc is there no longer: `That one's gone now.`."""
    away = scene.view.tokens.word(gone.end) in _AFTER_GONE
    return away or (kind == "disc_degeneration" and not _NO_LONGER.isdisjoint(scene.words(scene.chunk(gone))))


def _assertion(scene: Scene, chunk: Chunk, predicate: Item) -> Assertion:
    """Return how it is told; of what is `pinched to nothing` nothing is denied."""
    assertion = asserted(scene, predicate)
    before = scene.view.norms[chunk.start : predicate.start]
    denied = not words("denials").isdisjoint(before) or any(map(is_not, before))
    return "present" if assertion == "absent" and not denied else assertion


def _takes_up(scene: Scene, chunk: Chunk, predicate: Item) -> bool:
    """Tell whether the subject of some words is a pronoun, or was named before a pause."""
    norms = scene.view.norms
    explains = "why" in norms[chunk.start : predicate.start]
    if predicate.start - chunk.start > _REACH or explains or _names_other(scene, chunk, predicate):
        return False
    opening = range(chunk.start, min(predicate.start, chunk.start + _SUBJECT))
    taken_up = any(norms[at] in _PRONOUNS and norms[at - 1] not in _BESIDE and not _counts(norms, at) for at in opening)
    bare = norms[chunk.start] in _BARE and chunk.end - chunk.start <= _FEW and chunk.start > scene.statement.start
    return taken_up or bare


def _counts(norms: Sequence[str], at: int) -> bool:
    """Tell whether a `one` is the number of a vertebra, as in `five-one is clean`."""
    return norms[at] == "one" and "-" in norms[max(0, at - 1) : at + 2]


def _names_other(scene: Scene, chunk: Chunk, predicate: Item) -> bool:
    """Tell whether words name a symptom, a test or what is done, of which pictures tell nothing."""
    tart = (hit for hit in scene.view.terms("tart", chunk) if not hit.start <= predicate.start < hit.end)
    felt = any(hit.term.role in FELT_ROLES for hit in tart)
    tested = any(hit.term.role in TESTED for hit in scene.view.terms("neuro", chunk))
    return felt or tested or bool(scene.view.terms("care", chunk))


def _called_open(scene: Scene, chunk: Chunk, *, named: bool) -> Chunk | None:
    """Return the word that calls a space open, as in `That's fine.` and `there's plenty of white`."""
    healthy = scene.said_words(chunk, words("open") | (AMPLE if named else frozenset()))
    # A level that is clean is so in all its parts.
    level = not named and names_level(scene)
    healthy = [one for one in healthy if not (level and scene.words(one)[0] in words("well_seen"))]
    healthy = [one for one in healthy if named or _takes_up(scene, chunk, one)]
    healthy = [
        one for one in healthy if scene.view.norms[one.start : one.end + 1] not in (["clear", "that"], ["clear", "to"])
    ]
    if not ELSEWHERE.isdisjoint(scene.words(chunk)):
        return None
    return next((one for one in healthy if tells_of_part(scene, one) and not scene.context.denies_health(one)), None)


def _contrasted(scene: Scene, chunk: Chunk, part: Part) -> Described | None:
    """Read a part that is told by what it should be: `It's supposed to be a thread, and yours is a rope`."""
    opening = [*takewhile(lambda word: word in {"and", "but", "well", ",", "so"}, scene.words(chunk))]
    at = chunk.start + len(opening)
    after = scene.view.norms[at + 1 : at + 2]
    if scene.view.tokens.word(at) != "yours" or after not in (["is"], ["are"], ["looks"], ["look"], ["has"]):
        return None
    if scene.said_words(chunk, words("well_seen") | words("open")) or "too" in scene.words(chunk):
        return None
    return Described(part.kind, "present", Chunk(at, at + 1), Chunk(at, min(chunk.end, at + _NEAR)))


def _compared(scene: Scene, chunk: Chunk, part: Part) -> Described | None:
    """Read a part that is measured against another or itself: `a third the size of that one`, `thicker than it was`."""
    norms = scene.view.norms
    times, than = (_MULTIPLES, _BIGGER) if part.grows else (_FRACTIONS, _SMALLER)
    for at in range(chunk.start, chunk.end):
        ahead = norms[at + 1 : min(chunk.end, at + _NEAR + 1)]
        measured = norms[at] in times and not _MEASURES.isdisjoint(ahead)
        if measured or (norms[at] in than and not _THAN.isdisjoint(ahead[:2])):
            predicate = Chunk(at, min(chunk.end, at + 2))
            return Described(part.kind, asserted(scene, predicate), predicate, predicate)
    return None
