"""What goes in beside the findings, and what comes out: document, visit, codes, issues, queries."""

from datetime import date

from scribe.schema.findings import Care, Diagnosis, Evidence, Extraction, Imaging, Lesion, Neuro, Tart
from scribe.schema.record import Record
from scribe.schema.vocabulary import (
    Agreement,
    Discipline,
    Kind,
    Payer,
    Severity,
    Span,
    Speaker,
    Status,
    Topic,
    Visit,
)


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
    agreement: Agreement | None = None
    """Which of two readings found them, or None where there was one."""


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


class Disagreement(Record):
    """What two readings of one document say differently of one thing."""

    at: str
    """Path of the finding that is kept, such as `lesions[0]`."""
    fields: tuple[str, ...]
    """Fields that differ; those that stay open are `unverified` in the finding that is kept."""
    lexicon: Lesion | Tart | Neuro | Imaging | Diagnosis | Care
    """The finding as the lexicon reads it."""
    model: Lesion | Tart | Neuro | Imaging | Diagnosis | Care
    """The finding as the model reads it."""
    reason: str
    """One sentence: what of it stands, and why."""


class Usage(Record):
    """What a model reader used."""

    requests: int = 0
    """Requests sent."""
    cached_requests: int = 0
    """Requests answered from the answer cache instead; they took no tokens and cost nothing."""
    input_tokens: int = 0
    """Tokens sent, cached ones included."""
    cached_tokens: int = 0
    """Sent tokens that the provider had cached."""
    output_tokens: int = 0
    """Tokens received."""
    cost: float | None = None
    """US dollars, or None where no price is known."""
    price_date: date | None = None
    """Day, in UTC, whose prices the cost rests on."""
    price_table: str | None = None
    """Name and version of the table of prices, such as `genai-prices 0.2.3`."""
    seconds: float | None = None
    """Wall time of the reading."""
    reasks: int = 0
    """Requests among them that asked again for what could not be used."""


class SegmentUsage(Record):
    """What the model reader used for one part of the document."""

    span: Span
    """The part."""
    usage: Usage
    """What it took, the halves of a part that was split included."""


class Unread(Record):
    """A part of the document that a model reader did not read, or could not read in full."""

    span: Span
    """Where it is."""
    reason: str
    """Why, in one sentence."""
    answer: str | None = None
    """What the model last answered, where that could not be used."""


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
    """SHA-256 of the prompt's files, if any; of the digests where there are several prompts."""
    usage: Usage | None = None
    """What the model used, if any."""
    segments: tuple[SegmentUsage, ...] = ()
    """What it used for each part of the document that it was asked about, in the order of asking."""
    unread: tuple[Unread, ...] = ()
    """Parts of the document that were not read; with any, the report is partial."""


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
    """What the rules found: red flags first, then worst first."""
    queries: tuple[Query, ...]
    """Questions for the clinician."""
    provenance: Provenance
    """How this report was made."""
    codes: tuple[str, ...] = ()
    """Codes that were given for audit, such as `98941-AT`."""
    disagreements: tuple[Disagreement, ...] = ()
    """What two readings say differently, where there were two."""
