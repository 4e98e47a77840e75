"""Statements → what imaging studies show, exclude, or are planned to show."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.stance import is_declined
from scribe.extraction.lexicon.imaging.described import called_well, described
from scribe.extraction.lexicon.imaging.levels import joint_region
from scribe.extraction.lexicon.imaging.sides import is_of_another, side_beside, side_told
from scribe.extraction.lexicon.imaging.spaces import kind_of, openness, spaces
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Evidence, Imaging, ImagingKind, Laterality, Modality, Region

_AHEAD = 120
_TAKEN_UP = ("uptake", "hot spot", "hot spots")
"""What only a bone scan shows."""
_REFUSED = 4
_NEXT = 5
_WE = frozenset({"we", "you"})
"""Persons to whom a study is proposed, as in `why don't we get an MRI`."""
_OWNED = frozenset({"bring", "brings", "bringing", "brought"})
"""What is done with the pictures of a study made before."""
_BARE = 7
_OUTSIDE = frozenset({"upper_extremity", "lower_extremity", "rib_cage", "abdomen_other"})
"""Regions outside the spine and pelvis, of which no kind of finding is told apart."""


class _Where(NamedTuple):
    """Region and side of what a study shows."""

    region: Region | None
    laterality: Laterality | None


class ImagingReader:
    """Reads imaging findings; a study named once goes on in the statements after it."""

    def __init__(self) -> None:
        """Start without a study."""
        self._modality: Modality = "unspecified"
        self._region: Region | None = None
        self._side: Laterality | None = None
        self._outside = False
        self._slipped = False
        self._space: Hit | None = None
        self._turn = -1

    def read(self, scene: Scene) -> Iterator[Imaging]:
        """Read the imaging findings of one statement."""
        named = [hit for hit in self._studies(scene) if hit.term.value != "unspecified"]
        if not named and scene.stance != "imaging":
            return
        ordered = _is_ordered(scene)
        if named and (scene.stance == "imaging" or not ordered):
            # Whoever names a study, also the patient, says which one is spoken of from here on.
            done = [hit for hit in named if not is_declined(scene.view, scene.statement, hit)] or named
            self._modality = done[0].term.value  # type: ignore[assignment]  # the table holds the schema's words
        if scene.stance != "imaging":
            if named:
                yield from self._ordered(scene, named[0])
            return
        if not named and ordered and not scene.statement.asks:
            yield from self._booked(scene)
        if named:
            self._studied(scene, named[0])
        self._turn = scene.statement.turn
        self._region = self._region or _region_ahead(scene)
        if named and ordered and not self._shows(scene) and not _reports(scene):
            yield from self._ordered(scene, named[0])
            return
        if scene.statement.asks and scene.statement.turn >= 0 and _opens_asking(scene):
            self._space = next(iter(scene.terms("lesions", "compartment")), None)
            return
        shown = [*self._described(scene), *self._spaces(scene)]
        found = [*self._findings(scene, healthy=not shown)]
        yield from [*found, *shown, *self._well(scene), *self._changed(scene)]

    def _studied(self, scene: Scene, study: Hit) -> None:
        """Take note of which part of the body a study is of."""
        heading = self._heading(scene)
        places = scene.view.fixing(heading)
        many = {place.region for place in places if study.start - _NEXT <= place.start <= study.end + _NEXT}
        named = _lettered(scene, study) or next((place.region for place in places), None)
        self._outside = not words("brains").isdisjoint(scene.words(heading)) or named in _OUTSIDE
        goes_on = scene.statement.turn == self._turn
        # What holds for no one region of several is told where it is found.
        kept = "head" if self._outside else self._region if goes_on else None
        self._region = None if len(many) > 1 else named or kept
        beside = [side for side in scene.view.sides(heading) if places and 0 <= places[0].start - side.end <= 1]
        beside += [side for side in scene.view.sides(heading) if places and side.start == places[0].end]
        sides = {side.value for side in scene.view.sides(heading)}
        only = sides.pop() if len(sides) == 1 and self._outside else None
        self._side = beside[0].value if beside and (self._outside or self._region == "pelvic") else only

    def _described(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is said of a part of the spine in everyday words, as in `that disc is pushing on the nerve`."""
        for found in described(scene):
            evidence = scene.quote(found.part, *scene.cued(found.predicate, found.assertion))
            where = self._where(scene, found.predicate, found.assertion)
            yield self._finding(found.kind, found.assertion, where, "imaging.finding", evidence)

    def _spaces(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is said of a canal or foramen in other words than one term, as in `pinches the left foramen`."""
        named = spaces(scene)
        if not named and self._space is not None:
            yield from self._other_one(scene, self._space)
        self._space = named[-1] if named else None
        yield from self._ones(scene, named)
        for space in named:
            chunk = scene.chunk(space)
            kind = kind_of(space)
            if space.term.text == "central" or any(
                hit.term.value == kind for hit in scene.terms("imaging", part=chunk)
            ):
                continue
            narrowing = scene.terms("lesions", "narrowing", part=chunk)
            assertion = scene.assertion(narrowing[0]) if narrowing else openness(scene, space)
            if assertion is None:
                continue
            evidence = scene.quote(space, *narrowing[:1], *scene.cued(space, assertion))
            where = self._where(scene, space, assertion)
            if kind == "canal_narrowing" and "recess" not in space.term.text:
                where = where._replace(laterality=None)
            elif where.laterality is None and scene.statement.turn >= 0:
                where = where._replace(laterality=_only_side(scene))
            yield self._finding(kind, assertion, where, rule_of("imaging", space), evidence)

    def _ones(self, scene: Scene, named: list[Hit]) -> Iterator[Imaging]:
        """Read what a later part says of the other one, as in `narrows the hole on the right, the left one's open`."""
        for chunk in scene.statement.chunks if named else ():
            before = [space for space in named if space.end <= chunk.start]
            sides = scene.view.sides(chunk)
            if not before or not sides or any(chunk.start <= space.start < chunk.end for space in named):
                continue
            ones = _said(scene, chunk, words("ones"))
            assertion = openness(scene, Chunk(ones[0], ones[0] + 1)) if ones else None
            if assertion is not None:
                where = _Where(scene.attach(before[-1])[0].region or self._region, sides[0].value)
                yield self._finding(kind_of(before[-1]), assertion, where, "imaging.compartment", scene.quote(chunk))

    def _other_one(self, scene: Scene, space: Hit) -> Iterator[Imaging]:
        """Read what is said of a space just named, as in `the left foramen is tight. The right one is open`."""
        mention = next((Chunk(at, at + 1) for at in _said(scene, scene.statement, words("ones"))), None)
        mention = mention or _bare_result(scene)
        assertion = openness(scene, mention) if mention else None
        if mention is None or assertion is None:
            return
        attached = scene.attach(mention)[0]
        where = _Where(attached.region or self._region, attached.laterality)
        yield self._finding(kind_of(space), assertion, where, rule_of("imaging", space), scene.quote(mention))

    def _shows(self, scene: Scene) -> bool:
        """Tell whether a study shows something; what it is ordered to look for it does not show."""
        found = {scene.assertion(hit) for hit in scene.terms("imaging", "finding")}
        return not found <= {"possible", "hypothetical"}

    def _heading(self, scene: Scene) -> Chunk:
        """Return the statement with the heading before it, which may name the study."""
        return Chunk(scene.after, scene.statement.end)

    def _studies(self, scene: Scene) -> list[Hit]:
        """Return the studies named; ultrasound beside heat or current is a treatment."""
        hits = scene.terms("imaging", "modality", part=self._heading(scene))
        return [hit for hit in hits if not (hit.term.text == "ultrasound" and scene.says("modalities"))]

    def _booked(self, scene: Scene) -> Iterator[Imaging]:
        """Read a study to come that is not named, as in `I'll get you booked in for a scan of your neck`."""
        scans = [hit for hit in self._studies(scene) if words("unnamed_studies").intersection(hit.term.text.split())]
        if scans and not self._shows(scene) and not is_declined(scene.view, scene.statement, scans[0]):
            yield from self._ordered(scene, scans[0])

    def _ordered(self, scene: Scene, study: Hit) -> Iterator[Imaging]:
        if not (_is_ordered(scene) or scene.stance == "plan") or _is_unneeded(scene, study):
            return
        regions = {place.region for place in _places_of(scene, study)}
        modality: Modality = study.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Imaging(
            modality=modality,
            kind="other",
            region=regions.pop() if len(regions) == 1 else None,
            assertion="hypothetical",
            read_by=rule_of("imaging", study),
            evidence=scene.quote(study),
        )

    def _well(self, scene: Scene) -> Iterator[Imaging]:
        """Read levels and studies that are called healthy in everyday words."""
        for part in called_well(scene):
            if scene.terms("imaging", "finding", part=scene.chunk(part)):
                continue
            yield self._finding(
                "unremarkable", "present", self._where(scene, part, "present"), "imaging.finding", scene.quote(part)
            )

    def _changed(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is wrong with a joint or tendon outside the spine, as in `plantar fascia thickened`."""
        if not self._outside:
            return
        for chunk in scene.statement.chunks:
            changes = [Chunk(at, at + 1) for at in _said(scene, chunk, words("outside_changes"))]
            if changes and not scene.terms("imaging", "finding", part=chunk):
                where = _Where(scene.attach(changes[0])[0].region or self._region, None)
                quote = scene.quote(changes[0])
                yield self._finding("other", scene.assertion(changes[0]), where, "imaging.finding", quote)

    def _findings(self, scene: Scene, *, healthy: bool) -> Iterator[Imaging]:
        """Read the terms of findings; that all is well is one only where nothing else is told."""
        findings = [hit for hit in scene.terms("imaging", "finding") if healthy or hit.term.value != "unremarkable"]
        specific = [hit for hit in findings if hit.term.value != "unremarkable"]
        for hit in specific or findings[:1]:
            if self._is_named_again(scene, hit) or _is_of_nerves(scene, hit):
                continue
            kind: ImagingKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
            assertion = self._assertion(scene, hit)
            evidence = scene.quote(*scene.cued(hit, assertion), *scene.places_at(hit))
            where = self._where(scene, hit, assertion)
            if hit.term.text.endswith(_TAKEN_UP) and where.region == "sacral":
                kind = "sacroiliac_changes"
            yield self._finding(kind, assertion, where, rule_of("imaging", hit), evidence)

    def _is_named_again(self, scene: Scene, hit: Hit) -> bool:
        """Tell whether a finding is only taken up, as in `narrow at the level of the slip`."""
        before = scene.view.norms[hit.start - 1] if hit.start else ""
        known = hit.term.value == "malalignment" and self._slipped and before in {"the", "that", "this"}
        self._slipped = self._slipped or hit.term.value == "malalignment"
        return known

    def _finding(
        self, kind: ImagingKind, assertion: Assertion, where: _Where, rule: str, evidence: tuple[Evidence, ...]
    ) -> Imaging:
        """Return a finding of the study that is spoken of."""
        healthy = kind == "unremarkable" and assertion == "present"
        outside = where.region in _OUTSIDE or (self._outside and where.region in {self._region, "head"})
        outside = outside or (healthy and where.region == "head")
        own = None if where.laterality == "midline" else where.laterality
        side = own or (self._side if where.region == self._region else None)
        return Imaging(
            modality=self._modality,
            kind="other" if outside else kind,
            region=where.region,
            laterality=side,
            assertion="absent" if outside and healthy else assertion,
            read_by=rule,
            evidence=evidence,
        )

    def _assertion(self, scene: Scene, hit: Hit) -> Assertion:
        """Return how a study's finding is asserted; an earlier study still tells of today."""
        if hit.term.value == "unremarkable" and scene.context.negates(hit):
            return "absent"
        if hit.term.value == "unremarkable" and scene.assertion(hit) == "absent":
            # What a list of denials comes to is no health denied, as in `no erosions, hips normal`.
            return "present"
        assertion = "absent" if hit.term.assertion == "absent" else scene.assertion(hit)
        cue = scene.context.cue(hit, assertion)
        return "present" if assertion == "historical" and cue and cue.role != "after" else assertion

    def _where(self, scene: Scene, hit: Item, assertion: Assertion) -> _Where:
        attached = scene.attach(hit)[0]
        own = scene.view.places(scene.chunk(hit))
        if assertion == "absent" and not any(place.fixes for place in own):
            beside = [side.value for side in scene.view.sides(scene.chunk(hit)) if side.end == hit.start]
            if not beside and not is_of_another(scene, hit):
                beside = [side.value for side in scene.view.sides(scene.chunk(hit)) if side.value != "midline"]
            carried = self._region or joint_region(scene, attached.place) or attached.region
            return _Where(carried, beside[0] if beside else None)
        region = joint_region(scene, attached.place) or attached.region or self._region
        if (side := side_beside(scene, hit)) is not None:
            return _Where(region, side)
        sided = scene.view.sides(scene.chunk(hit)) and not is_of_another(scene, hit)
        # What is shown without a place of its own is shown where the talk has come to.
        sided = sided or (scene.statement.turn >= 0 and not scene.view.fixing(scene.statement))
        side = attached.laterality if sided else None
        return _Where(region, side or side_told(scene, hit))


def _is_of_nerves(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of health is said of a nerve or an organ, as in `bowel and bladder are normal`."""
    part = scene.chunk(hit)
    return hit.term.value == "unremarkable" and bool(scene.terms("neuro", "organ", "sign", part=part))


def _only_side(scene: Scene) -> Laterality | None:
    """Return the one side that a statement names, which in speech is told before the foramen."""
    sides = {side.value for side in scene.view.sides(scene.statement) if side.value != "midline"}
    return sides.pop() if len(sides) == 1 else None


def _opens_asking(scene: Scene) -> bool:
    """Tell whether a question is no statement with a tag, as in `And the foramina?`, unlike in `bulging, see?`."""
    return len(scene.statement.chunks) == 1 and not words("showing").intersection(scene.words())


def _bare_result(scene: Scene) -> Chunk | None:
    """Return the words that only tell how what was named before is: `Open.`, `On the right it's open.`."""
    if scene.statement.turn < 0 or scene.statement.asks or len(scene.words()) > _BARE:
        return None
    asked = [one.asks for one in scene.view.statements_before(scene.statement)[-1:]]
    told = any(asked) or bool(scene.view.sides(scene.statement))
    return Chunk(scene.statement.start, scene.statement.end) if told else None


def _is_ordered(scene: Scene) -> bool:
    """Tell whether a statement speaks of a study to come: ordered, wanted, or to be done."""
    said = scene.words()
    if ("to", "see") in pairwise(said) and "you" in said and "if" not in said:
        return False
    return bool((words("ordered") | {"would"}).intersection(said)) or any(
        pair in {("to", "be"), ("going", "for")} for pair in pairwise(said)
    )


def _reports(scene: Scene) -> bool:
    """Tell whether a study has shown something, and is not to be done: `the MRI shows the cord getting squeezed`."""
    return scene.says("reporting") and scene.said.isdisjoint({"if", "what", "will", "until", "whatever"})


def _is_unneeded(scene: Scene, study: Hit) -> bool:
    """Tell whether no study is called for: `no films indicated`, `the scan would show it if there was one`."""
    before = scene.view.norms[max(scene.statement.start, study.start - _REFUSED) : study.start]
    refused = any(word.endswith("n't") and after not in _WE for word, after in pairwise([*before, ""]))
    would = scene.view.norms[study.end : study.end + 1] == ["would"] and not scene.said.isdisjoint({"was", "were"})
    return refused or would or "no" in before or not _OWNED.isdisjoint(before)


def _places_of(scene: Scene, study: Hit) -> list[Place]:
    """Return what is to be studied: what stands in the part of the study, or else a part of the spine."""
    chunk = scene.view.fixing(scene.chunk(study))
    after = [place for place in chunk if place.start >= study.end]
    spine = [place for place in scene.view.fixing(scene.statement) if place.region not in _OUTSIDE]
    beside = [place for place in chunk if 0 <= study.start - place.end <= 1]
    return after or beside or spine


def _lettered(scene: Scene, study: Hit) -> Region | None:
    """Return the region whose letter stands behind a study, as in `MRI L 3/2: ...`."""
    letter = REGION_LETTERS.get(scene.view.norms[study.end]) if study.end < len(scene.view.norms) else None
    sides_place = any(place.start == study.end + 1 for place in scene.view.fixing(Chunk(study.end, study.end + 2)))
    return letter[0] if letter and scene.view.is_capital(study.end) and not sides_place else None


def _said(scene: Scene, part: Item, among: frozenset[str]) -> list[int]:
    return [index for index in range(part.start, part.end) if scene.view.norms[index] in among]


def _region_ahead(scene: Scene) -> Region | None:
    """Return the region of the spine that a talk about pictures comes to in the same turn."""
    if scene.statement.turn < 0:
        return None
    end = scene.view.tokens.between(scene.view.document.turns[scene.statement.turn].span).stop
    ahead = Chunk(scene.statement.start, min(end, scene.statement.start + _AHEAD))
    regions = {place.region for place in scene.view.fixing(ahead)}
    return regions.pop() if len(regions) == 1 else None
