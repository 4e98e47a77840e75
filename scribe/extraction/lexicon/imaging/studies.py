"""Statements → what imaging studies show, exclude, or are planned to show."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import REGION_LETTERS, nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.stance import is_declined
from scribe.extraction.lexicon.imaging.described import described
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Evidence, Imaging, ImagingKind, Laterality, Modality, Region

_AHEAD = 120
_LEADING = 4
_BARE = 7
_MIDDLE = frozenset({"canal", "central canal", "spinal canal", "thecal sac", "central"})
"""Spaces without sides, which take none from another finding."""
_NARROWING = frozenset({"bony_overgrowth", "fibrosis", "ligament_hypertrophy"})
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
        self._space: Hit | None = None
        self._turn = -1

    def read(self, scene: Scene) -> Iterator[Imaging]:
        """Read the imaging findings of one statement."""
        named = [hit for hit in self._studies(scene) if hit.term.value != "unspecified"]
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
            named_here = next((place.region for place in scene.view.fixing(self._heading(scene))), None)
            named_here = named_here or _lettered(scene, named[0])
            self._region = named_here or (self._region if scene.statement.turn == self._turn >= 0 else None)
        self._turn = scene.statement.turn
        self._region = self._region or _region_ahead(scene)
        if named and ordered and not self._shows(scene):
            yield from self._ordered(scene, named[0])
            return
        if scene.statement.asks and scene.statement.turn >= 0 and _opens_asking(scene):
            self._space = next(iter(scene.terms("lesions", "compartment")), None)
            return
        yield from self._findings(scene)
        yield from self._described(scene)
        yield from self._spaces(scene)

    def _described(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is said of a part of the spine in everyday words, as in `that disc is pushing on the nerve`."""
        for found in described(scene):
            evidence = scene.quote(found.part, *scene.cued(found.predicate, found.assertion))
            where = self._where(scene, found.predicate, found.assertion)
            yield self._finding(found.kind, found.assertion, where, "imaging.finding", evidence)

    def _spaces(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is said of a canal or foramen in other words than one term, as in `pinches the left foramen`."""
        spaces = scene.terms("lesions", "compartment")
        if not spaces and self._space is not None:
            yield from self._other_one(scene, self._space)
        self._space = spaces[-1] if spaces else None
        for space in spaces:
            chunk = scene.chunk(space)
            kind = _kind(space)
            if space.term.text == "central" or any(
                hit.term.value == kind for hit in scene.terms("imaging", part=chunk)
            ):
                continue
            narrowing = scene.terms("lesions", "narrowing", part=chunk)
            assertion = scene.assertion(narrowing[0]) if narrowing else _openness(scene, space)
            if assertion is None:
                continue
            evidence = scene.quote(space, *narrowing[:1], *scene.cued(space, assertion))
            where = self._where(scene, space, assertion)
            if kind == "canal_narrowing" and "recess" not in space.term.text:
                where = where._replace(laterality=None)
            yield self._finding(kind, assertion, where, rule_of("imaging", space), evidence)

    def _other_one(self, scene: Scene, space: Hit) -> Iterator[Imaging]:
        """Read what is said of a space just named, as in `the left foramen is tight. The right one is open`."""
        mention = next((Chunk(at, at + 1) for at in _said(scene, scene.statement, words("ones"))), None)
        mention = mention or _bare_result(scene)
        assertion = _openness(scene, mention) if mention else None
        if mention is None or assertion is None:
            return
        attached = scene.attach(mention)[0]
        where = _Where(attached.region or self._region, attached.laterality)
        yield self._finding(_kind(space), assertion, where, rule_of("imaging", space), scene.quote(mention))

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
        treats = bool(words("modalities").intersection(scene.words()))
        return [hit for hit in hits if not (treats and hit.term.text == "ultrasound")]

    def _booked(self, scene: Scene) -> Iterator[Imaging]:
        """Read a study to come that is not named, as in `I'll get you booked in for a scan of your neck`."""
        scans = [hit for hit in self._studies(scene) if words("unnamed_studies").intersection(hit.term.text.split())]
        if scans and not self._shows(scene) and not is_declined(scene.view, scene.statement, scans[0]):
            yield from self._ordered(scene, scans[0])

    def _ordered(self, scene: Scene, study: Hit) -> Iterator[Imaging]:
        if not (_is_ordered(scene) or scene.stance == "plan"):
            return
        places = scene.view.fixing(scene.statement)
        modality: Modality = study.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Imaging(
            modality=modality,
            kind="other",
            region=places[0].region if places else None,
            assertion="hypothetical",
            read_by=rule_of("imaging", study),
            evidence=scene.quote(study),
        )

    def _findings(self, scene: Scene) -> Iterator[Imaging]:
        findings = scene.terms("imaging", "finding")
        specific = [hit for hit in findings if hit.term.value != "unremarkable"]
        for hit in specific or findings[:1]:
            kind: ImagingKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
            assertion = self._assertion(scene, hit)
            evidence = scene.quote(*scene.cued(hit, assertion), *scene.places_at(hit))
            yield self._finding(kind, assertion, self._where(scene, hit, assertion), rule_of("imaging", hit), evidence)

    def _finding(
        self, kind: ImagingKind, assertion: Assertion, where: _Where, rule: str, evidence: tuple[Evidence, ...]
    ) -> Imaging:
        """Return a finding of the study that is spoken of."""
        healthy = kind == "unremarkable" and assertion == "present"
        outside = where.region in _OUTSIDE
        return Imaging(
            modality=self._modality,
            kind="other" if outside else kind,
            region=where.region,
            laterality=where.laterality,
            assertion="absent" if outside and healthy else assertion,
            read_by=rule,
            evidence=evidence,
        )

    def _assertion(self, scene: Scene, hit: Hit) -> Assertion:
        """Return how a study's finding is asserted; an earlier study still tells of today."""
        if hit.term.value == "unremarkable" and scene.context.negates(hit):
            return "absent"
        assertion = "absent" if hit.term.assertion == "absent" else scene.assertion(hit)
        cue = scene.context.cue(hit, assertion)
        return "present" if assertion == "historical" and cue and cue.role != "after" else assertion

    def _where(self, scene: Scene, hit: Item, assertion: Assertion) -> _Where:
        own = scene.view.places(scene.chunk(hit))
        if assertion == "absent" and not any(place.fixes for place in own):
            beside = [side.value for side in scene.view.sides(scene.chunk(hit)) if side.end == hit.start]
            return _Where(self._region, beside[0] if beside else None)
        attached = scene.attach(hit)[0]
        sided = scene.view.sides(scene.chunk(hit)) and not _is_of_another(scene, hit)
        # What is shown without a place of its own is shown where the talk has come to.
        sided = sided or (scene.statement.turn >= 0 and not scene.view.fixing(scene.statement))
        side = attached.laterality if sided else None
        return _Where(attached.region or self._region, side or _side_told(scene, hit))


def _side_told(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side that the rest of a statement tells: one that leads speech, or that of a foramen."""
    sides = scene.view.sides(scene.statement)
    leads = len(sides) == 1 and sides[0].end <= hit.start and sides[0].start - scene.statement.start <= _LEADING
    if scene.statement.turn >= 0 and leads and sides[0].end - sides[0].start > 1:
        return sides[0].value
    return _side_of_foramen(scene, hit)


def _side_of_foramen(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side of the one foramen of a statement, for what narrows it: `left foramen narrowed by a spur`."""
    if not isinstance(hit, Hit) or hit.term.value not in _NARROWING or scene.statement.turn >= 0:
        return None
    spaces = scene.terms("lesions", "compartment")
    if not spaces or any(space.term.value != "foraminal_stenosis" for space in spaces):
        return None
    sides = {side.value for space in spaces for side in scene.view.sides(scene.chunk(space))}
    return sides.pop() if len(sides) == 1 else None


def _is_of_another(scene: Scene, hit: Item) -> bool:
    """Tell whether the sides of a part belong to other things shown, as in `bulge with left foraminal narrowing`."""
    chunk = scene.chunk(hit)
    things: list[Item] = [
        *scene.terms("imaging", "finding", part=chunk),
        *scene.terms("lesions", "compartment", part=chunk),
    ]
    rivals = [thing for thing in things if not (thing.start < hit.end and hit.start < thing.end)]
    central = [thing for thing in rivals if isinstance(thing, Hit) and thing.term.text in _MIDDLE]
    rivals = [thing for thing in rivals if thing not in central]
    return bool(rivals) and all(nearest([hit, *rivals], side) != hit for side in scene.view.sides(chunk))


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
    return bool((words("ordered") | {"would"}).intersection(said)) or any(
        pair in {("to", "be"), ("going", "for")} for pair in pairwise(said)
    )


def _lettered(scene: Scene, study: Hit) -> Region | None:
    """Return the region whose letter stands behind a study, as in `MRI L 3/2: ...`."""
    letter = REGION_LETTERS.get(scene.view.norms[study.end]) if study.end < len(scene.view.norms) else None
    return letter[0] if letter and scene.view.is_capital(study.end) else None


def _kind(space: Hit) -> ImagingKind:
    return "canal_narrowing" if space.term.value == "canal_stenosis" else "foraminal_narrowing"


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


def _openness(scene: Scene, space: Item) -> Assertion | None:
    """Return `absent` where a space is called open and `present` where it is called small, else None.

    Of several such words the nearest one counts, since speech without marks runs on to the next space.
    """
    chunk = scene.chunk(space)
    said = [Chunk(index, index + 1) for index in _said(scene, chunk, words("open") | words("small"))]
    if not said:
        return None
    return "absent" if scene.words(nearest(said, space))[0] in words("open") else "present"
