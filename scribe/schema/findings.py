"""What a reader finds: findings, each with its evidence."""

from scribe.schema.record import Record
from scribe.schema.vocabulary import (
    Agreement,
    Assertion,
    CareKind,
    Condition,
    FunctionKind,
    ImagingKind,
    Laterality,
    LesionKind,
    Match,
    Mechanism,
    Modality,
    NeuroKind,
    Region,
    Span,
    Speaker,
    TartComponent,
    Timing,
)


class Evidence(Record):
    """A quote, and where it was found in the text."""

    quote: str
    """Verbatim words that show the finding."""
    line: int | None = None
    """Line number as the reader cited it, counted from 1."""
    span: Span | None = None
    """Where the quote stands, or None exactly when it is not in the text."""
    match: Match = "none"
    """How well the quote matches the text."""
    speaker: Speaker | None = None
    """Who says it."""
    section: str | None = None
    """Name of the section it stands in."""


class Finding(Record):
    """What every finding has."""

    evidence: tuple[Evidence, ...]
    """Quotes that show the finding; at least one."""
    unverified: tuple[str, ...] = ()
    """Fields that the quoted words and their context do not bear out; with any, the finding supports no code."""
    read_by: str | None = None
    """Rule of the built-in reader that read it, such as `tart.position`; None where another reader did."""
    confidence: float | None = None
    """Share of right readings that the rule has proved on labelled data; None where that was not measured."""
    agreement: Agreement | None = None
    """Which of two readings found it, or None where there was one."""


class Lesion(Finding):
    """A biomechanical lesion as the clinician concludes it."""

    kind: LesionKind
    """What the lesion is."""
    region: Region | None = None
    """Its region, or None where the text fixes none."""
    mechanisms: tuple[Mechanism, ...] = ()
    """What narrows the space, for the stenosis kinds."""
    segments: tuple[str, ...] = ()
    """Vertebrae and ribs, such as `L4` or `rib 5`."""
    laterality: Laterality | None = None
    """Its side."""
    assertion: Assertion = "present"
    """How the text asserts it."""


class Tart(Finding):
    """A finding of palpation or motion testing."""

    component: TartComponent
    """Which component of TART."""
    region: Region | None = None
    """Its region."""
    laterality: Laterality | None = None
    """Its side."""
    assertion: Assertion = "present"
    """How the text asserts it."""


class Neuro(Finding):
    """A neurological symptom or sign."""

    kind: NeuroKind
    """What was reported or found."""
    roots: tuple[str, ...] = ()
    """Nerve roots as stated, such as `L5`."""
    laterality: Laterality | None = None
    """Its side."""
    assertion: Assertion = "present"
    """How the text asserts it."""


class Imaging(Finding):
    """One thing that an imaging study shows or excludes."""

    modality: Modality = "unspecified"
    """The kind of study."""
    kind: ImagingKind
    """What it shows."""
    region: Region | None = None
    """Where."""
    laterality: Laterality | None = None
    """On which side."""
    assertion: Assertion = "present"
    """How the text asserts it."""


class Diagnosis(Finding):
    """A definitive, competing or symptom diagnosis by the clinician."""

    condition: Condition
    """Which condition."""
    region: Region | None = None
    """Where."""
    laterality: Laterality | None = None
    """On which side."""
    assertion: Assertion = "present"
    """How the text asserts it."""


class Care(Finding):
    """Care that was, is or will be given."""

    kind: CareKind
    """What care."""
    timing: Timing
    """When."""
    regions: tuple[Region, ...] = ()
    """Where, as stated."""


class Function(Finding):
    """A limitation in daily life."""

    kind: FunctionKind
    """Which activity."""


class StatedCode(Finding):
    """A code written in the document."""

    code: str
    """The code as written, without modifiers."""


class Extraction(Record):
    """Everything a reader found in one document."""

    lesions: tuple[Lesion, ...] = ()
    """Biomechanical lesions."""
    tart: tuple[Tart, ...] = ()
    """Palpation and motion findings."""
    neuro: tuple[Neuro, ...] = ()
    """Neurological findings."""
    imaging: tuple[Imaging, ...] = ()
    """Imaging findings."""
    diagnoses: tuple[Diagnosis, ...] = ()
    """Other diagnoses."""
    care: tuple[Care, ...] = ()
    """Care, prior, today and planned."""
    function: tuple[Function, ...] = ()
    """Limitations in daily life."""
    stated_codes: tuple[StatedCode, ...] = ()
    """Codes written in the document."""
