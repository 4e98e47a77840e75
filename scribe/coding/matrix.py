"""The M99 matrix: a stated lesion, its mechanisms and its region give its codes."""

from scribe.coding.candidates import Candidate
from scribe.coding.facts import Fact, capital, plain
from scribe.coding.tables import Cell, cells
from scribe.schema import Lesion, LesionKind, Mechanism, Region
from scribe.terminology.regions import m99_digit, region_words

STENOSES: frozenset[LesionKind] = frozenset({"canal_stenosis", "foraminal_stenosis"})
"""The kinds of lesion that a mechanism divides."""

_SPACES: dict[LesionKind, str] = {"canal_stenosis": "neural canal", "foraminal_stenosis": "intervertebral foramina"}
_CAUSES: dict[Mechanism, str] = {
    "subluxation": "subluxation",
    "osseous": "bone",
    "connective_tissue": "connective tissue",
    "disc": "disc material",
}


def m99_codes(fact: Fact[Lesion]) -> tuple[Candidate, ...]:
    """Return the M99 codes of one lesion: none without a region, or for a stenosis without a mechanism."""
    lesion = fact.finding
    if lesion.region is None:
        return ()
    wanted = lesion.mechanisms if lesion.kind in STENOSES else (None,)
    return tuple(
        Candidate(
            code=m99_code(cell.category, lesion.region),
            role="lesion",
            about=lesion.kind,
            region=lesion.region,
            decisions=("CD01", cell.decision),
            facts=(fact,),
            reason=_reason(lesion, cell),
            mechanisms=(mechanism,) if mechanism else (),
        )
        for mechanism in wanted
        for cell in cells_of(lesion.kind)
        if cell.mechanism == mechanism
    )


def cells_of(kind: LesionKind) -> tuple[Cell, ...]:
    """Return the rows of the matrix that a kind of lesion can reach."""
    return tuple(cell for cell in cells() if cell.kind == kind)


def m99_code(category: str, region: Region) -> str:
    """Return the code of a subcategory and a region, such as `M99.04`."""
    return category + m99_digit(region)


def lesion_name(kind: LesionKind, region: Region | None, mechanisms: tuple[Mechanism, ...] = ()) -> str:
    """Say a lesion, its region and what causes it in a few words."""
    where = "unknown region" if region is None else region_words(region)
    if kind not in STENOSES:
        return f"{plain(kind)} of the {where}"
    by = " and ".join(_CAUSES[mechanism] for mechanism in mechanisms)
    return f"narrowing of the {_SPACES[kind]} of the {where}" + (f" by {by}" if by else "")


def _reason(lesion: Lesion, cell: Cell) -> str:
    at = f" ({', '.join(lesion.segments)})" if lesion.segments else ""
    name = lesion_name(lesion.kind, lesion.region, (cell.mechanism,) if cell.mechanism else ())
    return f"{capital(name)} is stated{at}."
