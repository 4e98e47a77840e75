"""The page of the comparison, from its figures."""  # noqa: INP001  # a folder of scripts

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eval.benchmarks.peers.assertions import FLIPPED, Assertions
from eval.benchmarks.peers.quotes import Quotes, Rate, kinds
from eval.benchmarks.peers.reading import Growing, Reading, Taken
from scribe.evaluation.scores import Figure
from scribe.evaluation.statistics import Interval

NAMES = {"scribe": "scribe", "medspacy": "medSpaCy", "openmed": "OpenMed"}
GROUNDERS = {
    "scribe": "scribe",
    "langextract": "langextract",
    "langextract, exact": "langextract, exact only",
    "instructor": "instructor",
    "verbatim": "substring",
}
ANSWERS = ("present", "absent", "possible", "historical", "hypothetical", "other_person")


def render(versions: Mapping[str, str], assertions: Assertions, quotes: Quotes, reading: Reading) -> str:
    """Write the page."""
    asked = assertions.figure("scribe").n
    nothing = assertions.unread
    return f"""\
# Beside the peers

medSpaCy {versions["medspacy"]}, OpenMed {versions["openmed"]}, langextract {versions["langextract"]} and instructor
{versions["instructor"]} beside scribe. `make bench-peers` measures all of them in one run, each in an environment of
its own, and writes this page. Their answers are scored by the metrics and statistics of `scribe eval`: brackets hold
95 % intervals, clustered Wilson for shares.

## Assertions

{len(assertions.cases)} cases by construct (`eval/datasets/assertions`), written for this project and about no real
person. Each asks for the assertion of one finding. The peers get the words that name the finding and their place, and
need only decide the assertion, with their own rules, cues and sections; scribe gets the text and has to find, name and
place the finding as well. Their marks count as: negated, absent; uncertain, possible; family or another person, other
person; no mark, present. Where they set several, the first of other person, hypothetical, absent, possible, historical
counts.

The convention for labels is scribe's: what has resolved is historical (medSpaCy calls it negated), a study that is only
planned is hypothetical. Cases at even places are for development, those at odd places are held out: only the latter
say how scribe does on what nobody tuned it on.

{_shares(assertions)}

A polarity is flipped where the text says that the patient has it and the answer that he has it not, or the reverse.

{chr(10).join(_beside(assertions))}

{asked} cases have a finding to assert. A further {nothing.total:g} have nothing to read: other anatomy, a patient's
guess, an unticked box, what was corrected. scribe leaves {nothing.hits:g} of them unread. The peers have no answer to
these, as they are given the words.

### By construct

{_counts(assertions, "construct")}

### By expected assertion

{_counts(assertions, "assertion")}

### What is answered

Expected assertions in rows, answers in columns, right ones in bold.

{chr(10).join(_confusions(assertions))}
## Grounding of quotes

{len(quotes.faithful["scribe"])} quotes that their text says in other spelling, such as a changed case, dashes, line
ends or a dropped filler, and {len(quotes.altered["scribe"])} altered ones that it does not say, made with a fixed seed
from the passages of `eval/datasets` and `examples`; at most {_most(quotes)} of a kind. A faithful quote is to be
located where it comes from, an altered one nowhere; a place counts where it shares three quarters with the passage.
langextract's resolver aligns with its own settings; *exact only* takes what it calls an exact match. instructor's
`CitationMixin` searches with up to five wrong characters. *substring* is what a validator of one line does. Texts are
the clusters.

{_grounding(quotes)}

A quote bereft of its cue has lost a negation, doubt, person or question: its words may well stand in the text, so that
only a reader of the words around them can refuse it. Neither peer sets out to.

### Altered quotes accepted, by kind of change

{_kinds(quotes, altered=True)}

### Faithful quotes located, by kind of change

{_kinds(quotes, altered=False)}

## Reading speed and memory

One core, seconds of processor time. scribe parses the text and reads it with the {reading.terms["scribe"]:,} terms of
all its tables. medSpaCy runs its default pipeline (sentences, targets, ConText) with {reading.terms["medspacy"]:,} of
them as targets: those that name findings, without places, sides and cues. Loading does not count, nor do the texts that
both read before to warm up.

### Separate transcripts

{_separate(reading)}

### One text that grows

The transcripts of `eval/datasets` joined and repeated. Memory is the peak of the whole process.

{_growing(reading)}
"""


def _shares(assertions: Assertions) -> str:
    rows = [
        [
            part.removeprefix("half ") or "all",
            str(assertions.figure("scribe", part).n),
            *(_figure(assertions.figure(who, part)) for who in NAMES),
        ]
        for part in (*assertions.parts("half"), "")
    ]
    flips = [assertions.figure(who, "", FLIPPED) for who in NAMES]
    rows.append(["polarity flipped", "", *(f"{one.numerator:g} of {one.denominator:g}" for one in flips)])
    return _table(["assertion right", "cases", *NAMES.values()], rows)


def _beside(assertions: Assertions) -> Iterator[str]:
    for one in assertions.beside:
        found = one.difference.interval
        reach = f" [{100 * found.low:.1f}, {100 * found.high:.1f}]" if found else ""
        yield (
            f"- scribe is right in {100 * one.difference.value:.1f} points more{reach} than {NAMES[one.peer]}; "
            f"exact McNemar, adjusted by Holm: p {_small(one.p)}."
        )


def _counts(assertions: Assertions, dimension: str) -> str:
    rows = [
        [
            part.removeprefix(f"{dimension} ").replace("_", " "),
            str(assertions.figure("scribe", part).n),
            *(f"{assertions.figure(who, part).numerator:g}" for who in NAMES),
        ]
        for part in assertions.parts(dimension)
    ]
    return _table([dimension, "cases", *NAMES.values()], rows)


def _confusions(assertions: Assertions) -> Iterator[str]:
    for who, name in NAMES.items():
        found = assertions.confusion(who)
        extra = sorted({answer for row in found.values() for answer in row} - {*ANSWERS})
        answers = [*ANSWERS, *extra]
        rows = [
            [
                expected.replace("_", " "),
                *(_cell(found.get(expected, {}).get(answer, 0), is_right=answer == expected) for answer in answers),
            ]
            for expected in ANSWERS
        ]
        yield f"{_table([name, *(answer.replace('_', ' ') for answer in answers)], rows)}\n"


def _cell(count: float, *, is_right: bool) -> str:
    if not count:
        return "·"
    return f"**{count:g}**" if is_right else f"{count:g}"


def _grounding(quotes: Quotes) -> str:
    measures = {
        "faithful, located": quotes.located,
        "faithful, located elsewhere or in part": quotes.misplaced,
        "altered, accepted": quotes.accepted,
        "of these, words not in the text": quotes.accepted_unsaid,
        "of these, bereft of a cue": quotes.accepted_bereft,
    }
    rows = [
        [name, f"{measure('scribe').counts.total:g}", *(_rate(measure(who)) for who in GROUNDERS)]
        for name, measure in measures.items()
    ]
    return _table(["", "quotes", *GROUNDERS.values()], rows)


def _kinds(quotes: Quotes, *, altered: bool) -> str:
    outcomes, measure = (quotes.altered, quotes.accepted) if altered else (quotes.faithful, quotes.located)
    rows = [
        [kind, f"{measure('scribe', kind).counts.total:g}"]
        + [f"{measure(who, kind).counts.hits:g}" for who in GROUNDERS]
        for kind in kinds(outcomes)
    ]
    return _table(["change", "quotes", *GROUNDERS.values()], rows)


def _most(quotes: Quotes) -> int:
    return max(int(quotes.accepted("scribe", kind).counts.total) for kind in kinds(quotes.altered))


def _separate(reading: Reading) -> str:
    ours, theirs = reading.separate["scribe"], reading.separate["medspacy"]
    whose = f"others ({'; '.join(reading.sources)})" if reading.sources else "`eval/datasets`"
    rows = [[NAMES[who], *_taken(taken)] for who, taken in reading.separate.items()]
    return (
        f"{len(ours.seconds)} transcripts of {whose}, {sum(ours.characters):,} characters.\n"
        f"Each is read once, one after the other, by a process that has never read it. {_times(ours, theirs)}\n\n"
        + _table(["", "transcripts", "characters a second", "peak, MB"], rows)
    )


def _taken(taken: Taken) -> list[str]:
    speed = f"{taken.speed:,.0f}{_bounds(taken.interval, ',.0f')}" if taken.speed else "none"
    return [str(len(taken.seconds)), speed, f"{taken.megabytes:.0f}"]


def _times(ours: Taken, theirs: Taken) -> str:
    if not ours.speed or not theirs.speed:
        return ""
    return f"scribe reads {ours.speed / theirs.speed:.0f} times as many characters a second."


def _growing(reading: Reading) -> str:
    head = ["characters", "scribe, a second", "medSpaCy, a second", "scribe is faster", "scribe, MB", "medSpaCy, MB"]
    table = _table(head, [_length(one, reading.limit) for one in reading.growing])
    if all(one.taken["medspacy"].seconds for one in reading.growing):
        return table
    return f"{table}\n\nWhere a bound stands, medSpaCy had not finished after {reading.limit} s and was stopped."


def _length(one: Growing, limit: int) -> list[str]:
    ours, theirs = (one.taken[who] for who in ("scribe", "medspacy"))
    quick, slow = min(ours.seconds), min(theirs.seconds, default=limit)
    less, more = ("", "") if theirs.seconds else ("< ", "> ")
    return [
        f"{one.characters:,}",
        f"{one.characters / quick:,.0f}",
        f"{less}{one.characters / slow:,.0f}",
        f"{more}{slow / quick:,.0f} times",
        f"{ours.megabytes:.0f}",
        f"{theirs.megabytes:.0f}",
    ]


def _figure(figure: Figure) -> str:
    return f"{figure.value:.1%}{_bounds(figure.interval, '.1%')}" if figure.value is not None else "none"


def _rate(rate: Rate) -> str:
    return f"{rate.counts.value:.1%}{_bounds(rate.interval, '.1%')}" if rate.counts.value is not None else "none"


def _bounds(interval: Interval | None, form: str) -> str:
    return f" [{interval.low:{form}}, {interval.high:{form}}]" if interval else ""


def _small(p: float) -> str:
    return f"= {p:.3f}" if p >= 0.001 else "< .001"  # noqa: PLR2004  # three digits


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table whose first column is words and whose others are numbers."""
    lines = [f"| {' | '.join(head)} |", "|---|" + "--:|" * (len(head) - 1)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
