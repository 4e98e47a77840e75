"""Statements → what imaging studies show, exclude, or are planned to show."""

from collections.abc import Iterator

from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.vocabulary import Hit
from scribe.schema import Assertion, Imaging, ImagingKind, Modality, Region

_ORDERED = frozenset("order ordered ordering get obtain will schedule scheduled request requested planned plan want need needs if pending repeat send await".split())


class ImagingReader:
    """Reads imaging findings; a study named once goes on in the statements after it."""

    def __init__(self) -> None:
        """Start without a study."""
        self._modality: Modality = "unspecified"
        self._region: Region | None = None

    def read(self, scene: Scene) -> Iterator[Imaging]:
        """Read the imaging findings of one statement."""
        named = [hit for hit in scene.terms("imaging", "modality") if hit.term.value != "unspecified"]
        if named and scene.stance != "imaging":
            yield from self._ordered(scene, named[0])
        if scene.stance != "imaging":
            return
        if named:
            self._modality = named[0].term.value  # type: ignore[assignment]  # the table holds the schema's words
            self._region = next((place.region for place in scene.view.places(scene.statement) if place.fixes), None)
        if named and _ORDERED.intersection(scene.words()) and not scene.terms("imaging", "finding"):
            yield from self._ordered(scene, named[0])
            return
        yield from self._findings(scene)

    def _ordered(self, scene: Scene, study: Hit) -> Iterator[Imaging]:
        if not (_ORDERED.intersection(scene.words()) or scene.stance == "plan"):
            return
        places = [place for place in scene.view.places(scene.statement) if place.fixes]
        modality: Modality = study.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Imaging(
            modality=modality,
            kind="other",
            region=places[0].region if places else None,
            assertion="hypothetical",
            evidence=scene.quote(study),
        )

    def _findings(self, scene: Scene) -> Iterator[Imaging]:
        findings = scene.terms("imaging", "finding")
        specific = [hit for hit in findings if hit.term.value != "unremarkable"]
        for hit in specific or findings[:1]:
            kind: ImagingKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
            assertion: Assertion = "absent" if hit.term.assertion == "absent" else scene.assertion(hit)
            attached = scene.attach(hit)[0]
            cue = scene.context.cue(hit, assertion)
            yield Imaging(
                modality=self._modality,
                kind=kind,
                region=attached.region or self._region,
                laterality=attached.laterality,
                assertion=assertion,
                evidence=scene.quote(cue, hit) if cue and abs(cue.start - hit.start) <= 8 else scene.quote(hit),  # noqa: PLR2004
            )
