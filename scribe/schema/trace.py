"""How the built-in reader came to what it read: one record for each statement of a document."""

from scribe.schema.findings import Extraction
from scribe.schema.record import Record
from scribe.schema.vocabulary import Assertion, Laterality, Region, Span, Speaker


class TracedPlace(Record):
    """A place, a side, or a place with its side."""

    quote: str = ""
    """The words that name the place, else the side."""
    region: Region | None = None
    """The region that the place fixes."""
    segments: tuple[str, ...] = ()
    """Vertebrae or ribs named."""
    laterality: Laterality | None = None
    """The side."""


class TracedTerm(Record):
    """A term of a vocabulary table that was found."""

    quote: str
    """Its words in the text."""
    table: str
    """Its table."""
    term: str
    """The term as its table has it."""
    role: str
    """What it does in its table."""
    value: str
    """What it means."""
    assertion: Assertion | None = None
    """How the statement asserts it; None for a term that is no mention, such as a cue of a conclusion."""
    attached: tuple[TracedPlace, ...] = ()
    """The places and sides that belong to it, for palpation and imaging, which take them by one rule."""


class TracedCue(Record):
    """A word that changes how its neighbours are asserted."""

    quote: str
    """Its words in the text."""
    role: str
    """Where its neighbours stand, such as `before` them or `after`."""
    assertion: str
    """The assertion that it gives; empty where it only ends the reach of others, or is none though it looks like it."""
    reaches: tuple[str, ...] = ()
    """The words of the terms that it reaches."""


class TracedStatement(Record):
    """One sentence: what it stands in, what was found in it, and what was read."""

    quote: str
    """The sentence."""
    line: int
    """Number of its line, from 1."""
    span: Span
    """Where it stands."""
    speaker: Speaker
    """Who says it; the clinician in a note."""
    section: str = ""
    """Name of its section, or empty."""
    stance: str
    """What it does in the document, such as `exam` or `history`."""
    by_clinician: bool
    """Whether it counts as the clinician's, as lesions, palpation and diagnoses must be."""
    carried: bool = False
    """Whether it belongs to text carried forward from another visit."""
    asks: bool = False
    """Whether it is a question."""
    answer: str = ""
    """What the answer to it says: `yes`, `no`, `normal`, or empty."""
    heading: TracedPlace | None = None
    """The place that heads it."""
    topic: TracedPlace | None = None
    """The place that the statements before it were about, with its side."""
    terms: tuple[TracedTerm, ...] = ()
    """The terms found, in the order of the tables and of the text."""
    cues: tuple[TracedCue, ...] = ()
    """The cues found."""
    places: tuple[TracedPlace, ...] = ()
    """The places named."""
    sides: tuple[TracedPlace, ...] = ()
    """The sides named."""
    findings: Extraction = Extraction()
    """What was read in it, before mentions of one thing become one finding."""
