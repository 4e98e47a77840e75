"""What goes in beside the findings, and what comes out: document, visit, codes, issues, queries."""

from datetime import date

from scribe.schema.findings import Evidence, Extraction
from scribe.schema.record import Record
from scribe.schema.vocabulary import (
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
    reasks: int = 0
    """Requests among them that asked again for what could not be used."""


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
    """SHA-256 of the prompt's files, if any."""
    usage: Usage | None = None
    """What the model used, if any."""
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
