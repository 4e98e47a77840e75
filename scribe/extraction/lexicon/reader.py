"""The built-in reader: no network, no key, no model file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scribe.extraction.lexicon.care.daily_life import may_limit, read_function
from scribe.extraction.lexicon.care.dosed import read_dosed
from scribe.extraction.lexicon.care.told_by_commands import with_heard
from scribe.extraction.lexicon.care.treatments import as_one_treatment, read_care, read_handled, read_visits
from scribe.extraction.lexicon.care.treatments import beginnings as care_begins
from scribe.extraction.lexicon.codes import read_codes
from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.context.side_told_next import with_side_told_next
from scribe.extraction.lexicon.diagnoses.region_and_side import with_unrivalled_region
from scribe.extraction.lexicon.diagnoses.spoken import without_dropped
from scribe.extraction.lexicon.diagnoses.stated import beginnings as diagnoses_begin
from scribe.extraction.lexicon.diagnoses.stated import read_diagnoses
from scribe.extraction.lexicon.grids.columns import read_columns
from scribe.extraction.lexicon.grids.grid import heads, read_grid
from scribe.extraction.lexicon.grids.letters import read_lettered, read_worded
from scribe.extraction.lexicon.grids.ticked import read_ticked
from scribe.extraction.lexicon.imaging.beginnings import beginnings as imaging_begins
from scribe.extraction.lexicon.imaging.studies import ImagingReader
from scribe.extraction.lexicon.lesions.found_above import with_found_above
from scribe.extraction.lexicon.lesions.joints import beginnings as lesions_begin
from scribe.extraction.lexicon.lesions.joints import read_lesions
from scribe.extraction.lexicon.lesions.levels_found import with_levels_found
from scribe.extraction.lexicon.lesions.persisting import with_persisting
from scribe.extraction.lexicon.lesions.side_of_lesion import with_half_of_diaphragm, with_side_of_rotation
from scribe.extraction.lexicon.lesions.spoken_additions import as_corrected, with_added
from scribe.extraction.lexicon.lesions.stenosis import read_stenoses
from scribe.extraction.lexicon.lesions.struck_off import without_struck_off
from scribe.extraction.lexicon.lesions.trainees import without_overruled
from scribe.extraction.lexicon.lesions.withdrawn import without_withdrawn
from scribe.extraction.lexicon.merge import merge, merge_diagnoses, merge_lesions, merge_tart, unexplained
from scribe.extraction.lexicon.neuro.beginnings import beginnings as neuro_begins
from scribe.extraction.lexicon.neuro.findings import read_neuro
from scribe.extraction.lexicon.neuro.second_opinion import without_retried
from scribe.extraction.lexicon.neuro.side_of_limb import with_side_of_limb
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.tart.beginnings import beginnings as tart_begins
from scribe.extraction.lexicon.tart.components import read_tart
from scribe.extraction.lexicon.tart.restated_side import without_unsided
from scribe.extraction.lexicon.tart.side_of_limb import with_limb_side
from scribe.extraction.lexicon.view.view import View, view_of
from scribe.extraction.lexicon.words.vocabulary import Vocabulary, vocabulary
from scribe.schema import Diagnosis, Document, Extraction, Finding, Lesion, Neuro, Tart

_BEGINNINGS = (
    diagnoses_begin,
    tart_begins,
    neuro_begins,
    imaging_begins,
    care_begins,
    may_limit,
    lesions_begin,
)
"""What tells of each family where the statements start in which it may find something."""
_MERGED = ("diagnoses", "tart", "neuro", "imaging", "care", "function")


class Tables(NamedTuple):
    """What stands in grids and tables, which are read by themselves."""

    findings: tuple[Tart | Neuro, ...]
    """What their cells say."""
    felt: frozenset[int]
    """Numbers of the lines whose palpation and motion findings they hold."""
    tested: frozenset[int]
    """Numbers of the lines whose neurological findings they hold."""
    heads: frozenset[int]
    """Numbers of the lines that name their columns."""


class Mentions(NamedTuple):
    """What was read in one statement, mention by mention."""

    scene: Scene
    """The statement."""
    lesions: list[Lesion]
    """Its lesions."""
    others: dict[str, list[Finding]]
    """Its other findings, by the names of the extraction's lists."""


class LexiconReader:
    """Reads a document by vocabulary, notation and context."""

    name = "lexicon"

    def __init__(self, tables: Sequence[str | Path] = ()) -> None:
        """Take the built-in vocabulary, and the rows of further tables for this reader alone.

        Args:
            tables: CSV files; docs/vocabulary.md says what is in them.

        Raises:
            InputError: A table cannot be read, or a row is not as it must be.
        """
        self.vocabulary = _extended(tables) if tables else vocabulary()

    def read(self, document: Document) -> Extraction:
        """Read all findings of a document."""
        view = view_of(document, self.vocabulary)
        tables = read_tables(view)
        lesions: list[Lesion] = []
        others: dict[str, list[Finding]] = {name: [] for name in _MERGED}
        for finding in tables.findings:
            others["neuro" if isinstance(finding, Neuro) else "tart"].append(finding)
        for mentions in read_statements(view, tables):
            lesions += mentions.lesions
            for name, findings in mentions.others.items():
                others[name] += findings
        lesions = [*with_side_told_next(view, lesions)]
        for name in ("tart", "neuro", "imaging"):
            others[name] = [*with_side_told_next(view, others[name])]  # type: ignore[type-var]  # each list holds its kind
        tried: list[Neuro] = without_retried(view, others["neuro"])  # type: ignore[arg-type]  # the list holds neuro
        others["neuro"] = [*with_side_of_limb(view, tried)]
        lesions = with_added(scenes(view), as_corrected(scenes(view), lesions))
        lesions = [*without_struck_off(view, scenes(view), [*with_persisting(view, lesions)])]
        lesions = without_withdrawn(view, scenes(view), lesions)
        lesions = with_found_above(view, scenes(view), lesions, others["tart"])
        lesions = without_overruled(view, scenes(view), lesions, others["tart"])
        leveled = [*with_levels_found(view, lesions, others["tart"])]
        merged = merge_lesions(with_half_of_diaphragm(with_side_of_rotation(leveled, scenes(view)), others["tart"]))
        others["care"] = with_heard(view, scenes(view), merged, others["care"])
        others["care"] = list(as_one_treatment(others["care"], merged))  # type: ignore[arg-type]  # the list holds care
        diagnoses: list[Diagnosis] = others.pop("diagnoses")  # type: ignore[assignment]  # the list holds diagnoses
        tart: list[Tart] = others.pop("tart")  # type: ignore[assignment]  # the list holds tart
        rest = {name: merge(found) for name, found in others.items()}
        told = unexplained(merge_diagnoses(without_dropped(view, scenes(view), diagnoses)), merged)
        return Extraction(
            lesions=merged,
            diagnoses=merge(with_unrivalled_region(told, merged, rest["imaging"], rest["care"])),  # type: ignore[arg-type]  # each list holds its kind
            tart=merge_tart(with_limb_side(view, without_unsided(view, tart))),
            stated_codes=tuple(read_codes(document)),
            **rest,  # type: ignore[arg-type]  # each list holds its kind
        )


def read_tables(view: View) -> Tables:
    """Read the tables of a document."""
    away = frozenset(scene.statement.line for scene in scenes(view) if scene.carried)
    worded = [*read_worded(view, away)]
    signed = [(number, cell) for number, cell in read_grid(view) if all(number != line for line, _ in worded)]
    grid = [*_detailed(view, signed), *read_lettered(view), *worded]
    ticked = list(read_ticked(view))
    named = heads(view)
    rows = frozenset(number for number, _ in (*grid, *ticked)) | named
    columns = [(number, finding) for number, finding in read_columns(view, away) if number not in rows]
    cells = frozenset(number for number, _ in columns)
    named |= {number for number, finding in columns if finding is None}
    findings = tuple(finding for _, finding in (*grid, *ticked, *columns) if finding is not None)
    return Tables(findings, rows | cells, cells, named)


def _detailed(view: View, grid: list[tuple[int, Tart]]) -> list[tuple[int, Tart]]:
    """Add what stands in words behind the cells of a row; it replaces the cells that say the same without a side."""
    if not grid:
        return []
    ends: dict[int, int] = {}
    for number, cell in grid:
        ends[number] = max(ends.get(number, 0), first_span(cell)[1])
    rows = [scene for scene in scenes(view) if scene.statement.line in ends]
    examined = (scene.as_exam() for scene in rows)
    told = [(scene.statement.line, finding) for scene in examined for finding in read_tart(scene)]
    regions = {(number, cell.region) for number, cell in grid}
    details = [
        (number, detail)
        for number, detail in told
        if first_span(detail)[0] >= ends[number] and (number, detail.region) in regions
    ]
    said = {(number, detail.component, detail.region, detail.assertion) for number, detail in details}
    kept = [
        (number, cell)
        for number, cell in grid
        if cell.laterality or (number, cell.component, cell.region, cell.assertion) not in said
    ]
    return [*kept, *details]


def read_statements(view: View, tables: Tables) -> Iterator[Mentions]:
    """Read one statement after the other, mention by mention, each only for what may begin in it.

    Statements in which nothing is found are left out.
    """
    imaging = ImagingReader()
    begun = [beginnings(view) for beginnings in _BEGINNINGS]
    diagnosed, felt, tested, shown, treated, limited, noted = begun
    begun_at_all = frozenset[int]().union(*begun)
    for scene in scenes(view):
        start, line = scene.statement.start, scene.statement.line
        if not (scene.pictured or start in begun_at_all):
            continue
        others: dict[str, Iterable[Finding]] = {}
        stenoses = list(read_stenoses(scene)) if start in noted else []
        if start in diagnosed:
            others["diagnoses"] = read_diagnoses(scene, frozenset(stenosis.region for stenosis in stenoses))
        if start in felt and line not in tables.felt:
            others["tart"] = read_tart(scene)
        if start in tested and line not in tables.tested:
            others["neuro"] = read_neuro(scene)
        if scene.pictured or start in shown:
            others["imaging"] = imaging.read(scene)
        if start in treated:
            others["care"] = (
                *read_care(scene),
                *read_handled(scene),
                *read_visits(scene),
                *read_dosed(scene),
            )
        if start in limited:
            others["function"] = read_function(scene)
        lesions = [*read_lesions(scene), *stenoses] if start in noted and line not in tables.heads else []
        found = {name: told for name, findings in others.items() if (told := list(findings))}
        if lesions or found:
            yield Mentions(scene, lesions, found)


def _extended(tables: Sequence[str | Path]) -> Vocabulary:
    from scribe.extraction.lexicon.words.additions import extended  # noqa: PLC0415  # few readers have tables of their own

    return extended(tables)
