"""The built-in reader: no network, no key, no model file."""

from scribe.extraction.lexicon.care import read_care, read_function
from scribe.extraction.lexicon.codes import read_codes
from scribe.extraction.lexicon.diagnoses import read_diagnoses
from scribe.extraction.lexicon.grid import read_grid
from scribe.extraction.lexicon.imaging import ImagingReader
from scribe.extraction.lexicon.lesions import read_lesions
from scribe.extraction.lexicon.merge import merge, merge_lesions
from scribe.extraction.lexicon.neuro import read_neuro
from scribe.extraction.lexicon.scene import scenes
from scribe.extraction.lexicon.stenosis import read_stenoses
from scribe.extraction.lexicon.tart import read_tart
from scribe.extraction.lexicon.view import view_of
from scribe.schema import Document, Extraction, Finding, Lesion

_MERGED = ("diagnoses", "tart", "neuro", "imaging", "care", "function")


class LexiconReader:
    """Reads a document by vocabulary, notation and context."""

    name = "lexicon"

    def read(self, document: Document) -> Extraction:
        """Read all findings of a document."""
        view = view_of(document)
        imaging = ImagingReader()
        grid = list(read_grid(view))
        rows = {number for number, _ in grid}
        lesions: list[Lesion] = []
        others: dict[str, list[Finding]] = {name: [] for name in _MERGED}
        others["tart"] += [finding for _, finding in grid]
        for scene in scenes(view):
            stenoses = list(read_stenoses(scene))
            lesions += [*read_lesions(scene), *stenoses]
            others["diagnoses"] += read_diagnoses(scene, narrows=bool(stenoses))
            if scene.statement.line not in rows:
                others["tart"] += read_tart(scene)
            others["neuro"] += read_neuro(scene)
            others["imaging"] += imaging.read(scene)
            others["care"] += read_care(scene)
            others["function"] += read_function(scene)
        return Extraction(
            lesions=merge_lesions(lesions),
            stated_codes=tuple(read_codes(document)),
            **{name: merge(found) for name, found in others.items()},  # type: ignore[arg-type]  # each list holds its kind
        )
