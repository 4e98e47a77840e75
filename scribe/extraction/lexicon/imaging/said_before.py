"""What a talk about pictures has told before, of which later words only give a summary.

`The left facet's overgrown. [...] So the facet has overgrown, and the ligament is thick.` adds nothing to it, and what
is summed up after the films that no film shows belongs to the study looked at before them.
"""

from collections.abc import Iterable, Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.schema import Assertion, Imaging, ImagingKind, Modality, Region

_SOFT = frozenset({"ligament_hypertrophy", "disc_herniation", "fibrosis"})
"""Kinds of findings that no film shows."""
_SIDED = frozenset({"bony_overgrowth", "foraminal_narrowing", "disc_herniation", "fibrosis", "sacroiliac_changes"})
"""Kinds of findings that are on one side or the other."""
_DEEP = frozenset({"mri", "ct", "myelogram"})


class SaidBefore:
    """What was told with its side, and the study last looked at that shows more than bone."""

    def __init__(self) -> None:
        """Start before anything is told."""
        self._sided: set[tuple[Modality, ImagingKind, Region | None, Assertion]] = set()
        self._deep: Modality | None = None

    def new(self, scene: Scene, found: Iterable[Imaging]) -> Iterator[Imaging]:
        """Yield what a statement tells that was not told before, each by a study that may show it.

        Args:
            scene: The statement.
            found: What it tells.
        """
        for one in found:
            spoken = scene.statement.turn >= 0
            shown = self._by_study(scene, one) if spoken else one
            key = (shown.modality, shown.kind, shown.region, shown.assertion)
            if shown.laterality and shown.kind in _SIDED:
                self._sided.add(key)
            elif spoken and key in self._sided and not scene.view.fixing(scene.statement):
                continue
            yield shown
            if shown.modality in _DEEP:
                self._deep = shown.modality

    def _by_study(self, scene: Scene, found: Imaging) -> Imaging:
        named = scene.terms("imaging", "modality")
        unseen = found.modality == "xray" and found.kind in _SOFT and found.assertion == "present" and not named
        return found.model_copy(update={"modality": self._deep}) if unseen and self._deep else found
