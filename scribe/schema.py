"""The records that travel between the floors, and the closed vocabularies they use.

A gold label, an extraction and a score use the same names and values, so that
they compare without translation. Every record is frozen and refuses unknown
fields; a span is a pair of Python string indices into the text as given.
"""

from datetime import date
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]
"""Start and end (exclusive) as indices into the document's text."""

Kind = Literal["note", "transcript"]
"""What a document is."""

Speaker = Literal["clinician", "patient", "other", "unknown"]
"""The role of whoever speaks or writes."""

Match = Literal["exact", "normalised", "fuzzy", "none"]
"""How well a quote matches the text: verbatim; but for case, space and punctuation;
but for function words; not at all."""

Region = Literal[
    "head",
    "cervical",
    "thoracic",
    "lumbar",
    "sacral",
    "pelvic",
    "lower_extremity",
    "upper_extremity",
    "rib_cage",
    "abdomen_other",
]
"""The ten M99 regions, in the order of their digit."""

Laterality = Literal["left", "right", "bilateral", "midline"]
"""A side, where the text says one."""

Assertion = Literal["present", "absent", "possible", "historical", "hypothetical", "other_person"]
"""How the text asserts a finding; only *present* supports a code."""

LesionKind = Literal[
    "somatic_dysfunction",
    "subluxation_complex",
    "canal_stenosis",
    "foraminal_stenosis",
    "other_biomechanical_lesion",
]
"""What the clinician concludes about a joint or a space."""

Mechanism = Literal["subluxation", "osseous", "connective_tissue", "disc"]
"""What narrows a canal or a foramen."""

TartComponent = Literal["tissue_texture", "asymmetry", "restriction", "tenderness"]
"""The components of TART; PART calls them tissue, asymmetry, range of motion and pain."""

NeuroKind = Literal[
    "radicular_pain",
    "sensory_deficit",
    "motor_deficit",
    "reflex_deficit",
    "bowel_bladder",
    "saddle_anesthesia",
    "tension_sign",
    "upper_motor_neuron",
    "gait",
]
"""A neurological symptom or sign."""

Modality = Literal["xray", "mri", "ct", "myelogram", "ultrasound", "bone_scan", "unspecified"]
"""The kind of imaging study."""

ImagingKind = Literal[
    "canal_narrowing",
    "foraminal_narrowing",
    "ligament_hypertrophy",
    "fibrosis",
    "bony_overgrowth",
    "disc_herniation",
    "disc_degeneration",
    "malalignment",
    "fracture",
    "neoplasm",
    "sacroiliac_changes",
    "unremarkable",
    "other",
]
"""What an imaging study shows."""

Condition = Literal[
    "disc_herniation",
    "disc_degeneration",
    "spondylosis",
    "facet_syndrome",
    "spondylolisthesis",
    "spondylolysis",
    "spinal_stenosis",
    "fracture",
    "traumatic_subluxation",
    "instability",
    "sacroiliitis",
    "osteoarthritis",
    "coccydynia",
    "radiculopathy",
    "sciatica",
    "low_back_pain",
    "neck_pain",
    "thoracic_pain",
    "headache",
    "myelopathy",
    "cauda_equina",
    "neoplasm",
    "infection",
    "postlaminectomy_syndrome",
    "epidural_fibrosis",
    "scoliosis",
    "sprain_strain",
    "muscle_spasm",
    "ankylosing_spondylitis",
    "hip_pathology",
    "other",
]
"""A definitive, competing or symptom diagnosis."""

CareKind = Literal[
    "physical_therapy",
    "injection",
    "manipulation",
    "surgery",
    "medication",
    "exercise",
    "massage",
    "acupuncture",
    "other",
]
"""A kind of care."""

Timing = Literal["prior", "today", "planned"]
"""When care was, is or will be given."""

FunctionKind = Literal[
    "gait",
    "sitting",
    "standing",
    "walking",
    "lifting",
    "bending",
    "sleep",
    "work",
    "self_care",
    "sport",
    "fall_risk",
    "driving",
]
"""A limitation in daily life."""

Discipline = Literal["osteopathic", "chiropractic", "physical_therapy", "medical"]
"""The clinician's field."""

Visit = Literal["initial", "subsequent"]
"""First visit for this complaint, or a later one."""

Payer = Literal["medicare", "other"]
"""Who pays, as far as the order of codes depends on it."""

Status = Literal["assign", "query", "reject"]
"""Report the code; ask the clinician first; do not report it."""

Severity = Literal["error", "warning", "information"]
"""FHIR OperationOutcome's words for how bad an issue is."""

Topic = Literal[
    "region_nonspecific",
    "region_not_diagnosed",
    "region_omitted",
    "dysfunction_not_stated",
    "tart_insufficient",
    "mechanism_missing",
    "compartment_unclear",
    "imaging_missing",
    "neuro_missing",
    "laterality_missing",
    "classified_elsewhere",
    "definitive_not_first",
    "uncertain_diagnosis",
    "historical_only",
    "traumatic_subluxation",
    "parent_code",
    "invalid_code",
    "code_mismatch",
    "unsupported_code",
    "nonspecific_code",
    "procedure_region_mismatch",
    "prior_care_missing",
    "function_missing",
    "conflicting_findings",
    "red_flag",
]
"""What an issue is about."""

REGIONS: tuple[Region, ...] = get_args(Region)


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    # Building validators on first use keeps `import scribe` cheap; an error must not show what patients said.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)


class Encounter(Record):
    """What is known of the visit besides its text."""

    date_of_service: date | None = None
    """Day of the visit; it decides the code-set year."""
    discipline: Discipline | None = None
    """The clinician's field."""
    visit: Visit | None = None
    """First visit for this complaint, or a later one."""
    payer: Payer | None = None
    """Who pays."""


class Turn(Record):
    """One speaker's uninterrupted words in a transcript."""

    speaker: Speaker
    """Role of the speaker."""
    label: str | None
    """The label as written, or None where there is none."""
    span: Span
    """Where the words are, without their label."""


class Section(Record):
    """A named part of a note."""

    name: str
    """Canonical name, such as `assessment`."""
    span: Span
    """Where its words are, without the heading."""


class Document(Record):
    """A text, and where its parts are. Every span slices back to what it names."""

    text: str
    """The text as given."""
    kind: Kind
    """Note or transcript."""
    turns: tuple[Turn, ...] = ()
    """Turns in order; empty for a note."""
    sections: tuple[Section, ...] = ()
    """Sections in order, not nested."""
    sentences: tuple[Span, ...] = ()
    """Sentences in order; none crosses a turn or a section."""
    lines: tuple[Span, ...] = ()
    """Lines in order, without their line breaks; line 1 is the first."""


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


class Suggestion(Record):
    """A code, what to do with it, and why."""

    code: str
    """ICD-10-CM code."""
    title: str
    """Its title in the code set of the visit."""
    status: Status
    """Assign, query or reject."""
    rank: int
    """Place in claim order, from 1, among the codes of the same status."""
    reason: str
    """One sentence: why."""
    derivation: tuple[str, ...]
    """Ids of the coding rules and paths of the findings it rests on, such as `lesions[0]`."""
    evidence: tuple[Evidence, ...] = ()
    """The quotes of those findings."""


class Issue(Record):
    """What a rule found wrong or lacking."""

    rule: str
    """Id of the rule, such as `RG04`."""
    topic: Topic
    """What it is about."""
    severity: Severity
    """How bad."""
    at: str
    """Path into the report, such as `suggestions[0].code`."""
    message: str
    """What is wrong, in words for a clinician."""
    citations: tuple[str, ...] = ()
    """Keys of the sources."""
    evidence: tuple[Evidence, ...] = ()
    """The quotes it rests on."""


class Query(Record):
    """A compliant question to the clinician: no code, no payment word, no lead."""

    topic: Topic
    """What the question is about."""
    at: str
    """Path of what it asks about, such as `lesions[0]`."""
    indicators: tuple[Evidence, ...]
    """Clinical indicators from this document."""
    question: str
    """The question, neutral."""
    options: tuple[str, ...]
    """Options that an indicator supports, then *other* and *unable to determine*."""


class Usage(Record):
    """What a model reader used."""

    requests: int = 0
    """Requests sent."""
    input_tokens: int = 0
    """Tokens sent, cached ones included."""
    cached_tokens: int = 0
    """Sent tokens that the provider had cached."""
    output_tokens: int = 0
    """Tokens received."""
    cost: float | None = None
    """US dollars, or None where no price is known."""
    seconds: float | None = None
    """Wall time of the reading."""


class Provenance(Record):
    """By what, from what and under which code set a report was made."""

    document_digest: str
    """SHA-256 of the text as UTF-8 (lone surrogates passed through), in hexadecimal."""
    package_version: str
    """Version of scribe."""
    reader: str
    """Name of the reader, or `given` for an extraction from outside."""
    code_set: str
    """Label of the ICD-10-CM code set, such as `FY2027`."""
    model: str | None = None
    """Model that read, if any."""
    prompt: str | None = None
    """Name and version of the prompt, if any."""
    prompt_digest: str | None = None
    """SHA-256 of the prompt's files, if any."""
    usage: Usage | None = None
    """What the model used, if any."""


class Report(Record):
    """Findings, codes, issues and queries for one document."""

    document: Document
    """The text and its parts."""
    encounter: Encounter
    """What is known of the visit."""
    extraction: Extraction
    """What the reader found, grounded."""
    suggestions: tuple[Suggestion, ...]
    """Codes: those to assign in claim order, then those to query, then those rejected."""
    issues: tuple[Issue, ...]
    """What the rules found, worst first."""
    queries: tuple[Query, ...]
    """Questions for the clinician."""
    provenance: Provenance
    """How this report was made."""
