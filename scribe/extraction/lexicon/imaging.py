"""Statements → what imaging studies show, exclude, or are planned to show."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.attachment import nearest
from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.described import described
from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.view import Chunk, Item
from scribe.extraction.lexicon.vocabulary import Hit, words
from scribe.schema import Assertion, Evidence, Imaging, ImagingKind, Laterality, Modality, Region

_MIDDLE = frozenset({"canal", "central canal", "spinal canal", "thecal sac", "central"})
"""Spaces without sides, which take none from another finding."""


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

    def read(self, scene: Scene) -> Iterator[Imaging]:
        """Read the imaging findings of one statement."""
        named = [hit for hit in self._studies(scene) if hit.term.value != "unspecified"]
        ordered = _is_ordered(scene)
        if named and (scene.stance == "imaging" or not ordered):
            # Whoever names a study, also the patient, says which one is spoken of from here on.
            self._modality = named[0].term.value  # type: ignore[assignment]  # the table holds the schema's words
        if scene.stance != "imaging":
            if named:
                yield from self._ordered(scene, named[0])
            return
        if named:
            self._region = next((place.region for place in scene.view.fixing(self._heading(scene))), None)
        if named and ordered and not self._shows(scene):
            yield from self._ordered(scene, named[0])
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
        for space in scene.terms("lesions", "compartment"):
            chunk = scene.chunk(space)
            kind: ImagingKind = "canal_narrowing" if space.term.value == "canal_stenosis" else "foraminal_narrowing"
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
        return Imaging(
            modality=self._modality,
            kind=kind,
            region=where.region,
            laterality=where.laterality,
            assertion=assertion,
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
            return _Where(self._region, None)
        attached = scene.attach(hit)[0]
        sided = scene.view.sides(scene.chunk(hit)) and not _is_of_another(scene, hit)
        return _Where(attached.region or self._region, attached.laterality if sided else None)


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


def _is_ordered(scene: Scene) -> bool:
    """Tell whether a statement speaks of a study to come: ordered, wanted, or to be done."""
    said = scene.words()
    return bool(words("ordered").intersection(said)) or any(
        one in {"to", "would"} and other == "be" for one, other in pairwise(said)
    )


def _openness(scene: Scene, space: Hit) -> Assertion | None:
    """Return `absent` where a space is called open and `present` where it is called small, else None.

    Of several such words the nearest one counts, since speech without marks runs on to the next space.
    """
    chunk = scene.chunk(space)
    said = [
        Chunk(index, index + 1)
        for index in range(chunk.start, chunk.end)
        if scene.view.norms[index] in words("open") | words("small")
    ]
    if not said:
        return None
    return "absent" if scene.words(nearest(said, space))[0] in words("open") else "present"
