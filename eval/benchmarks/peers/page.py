"""The page of the comparison, from its figures."""  # noqa: INP001  # a folder of scripts

from collections.abc import Callable, Iterable
from typing import Any

from eval.benchmarks.assertions import Score

NAMES = {"scribe": "scribe", "medspacy": "medSpaCy", "openmed": "OpenMed"}
Row = dict[str, Any]


def render(figures: dict[str, Any]) -> str:
    """Write the page."""
    rows = figures["assertions"]
    asserted = [row for row in rows if row["assertion"] != "none"]
    unread = total([row for row in rows if row["assertion"] == "none"], "scribe")
    versions, reading = figures["versions"], figures["reading"]
    return f"""\
# Beside the peers

medSpaCy {versions["medspacy"]} and OpenMed {versions["openmed"]} beside scribe. `make bench-peers` measures all of them
in one run and writes this page.

## Assertions

{counted(rows)} cases by construct (`eval/datasets/assertions`), written for this project and about no real person.
Each asks for the assertion of one finding. The peers get the words that name the finding and their place, and need only
decide the assertion, with their own rules, cues and sections; scribe gets the text and has to find, name and place the
finding as well. Their marks count as: negated, absent; uncertain, possible; family or another person, other person; no
mark, present. Where they set several, the first of other person, hypothetical, absent, possible, historical counts.

The convention for labels is scribe's: what has resolved is historical (medSpaCy calls it negated), a study that is only
planned is hypothetical. Cases at even places are for development, those at odd places are held out.

{table("half", by(asserted, "half"), totals=True)}

### By construct

{table("construct", by(asserted, "construct"), totals=False)}

### By expected assertion

{table("assertion", by(asserted, "assertion"), totals=False)}

A further {unread.total} cases have nothing to read: other anatomy, a patient's guess, an unticked box, what was
corrected. scribe leaves {unread.right} of them unread ({interval(unread)}).
The peers have no answer to these, as they are given the words.

## Reading speed and memory

One core, seconds of processor time, the transcripts of `eval/datasets` joined and repeated. scribe parses the text and
reads it with the {reading["terms"]["scribe"]} terms of all its tables. medSpaCy runs its default pipeline (sentences,
targets, ConText) with {reading["terms"]["medspacy"]} of them as targets: those that name findings, without places,
sides and cues. Loading does not count. Memory is the peak of the whole process.

{speeds(reading)}
"""


def by(rows: list[Row], field: str) -> dict[str, list[Row]]:
    """Part rows by the value of a field, in the order in which the values come."""
    return {value: [row for row in rows if row[field] == value] for value in dict.fromkeys(row[field] for row in rows)}


def counted(rows: Iterable[Row]) -> int:
    """Count the cases of rows."""
    return sum(row["cases"] for row in rows)


def total(rows: list[Row], who: str) -> Score:
    """Add up how often someone is right."""
    return Score(sum(row[who] for row in rows), counted(rows))


def interval(score: Score) -> str:
    """Write a share with its interval."""
    low, high = score.interval
    return f"{score.share:.1%}, 95 % interval {low:.1%} to {high:.1%}"


def plain(score: Score) -> str:
    """Write how many are right."""
    return f"{score.right}"


def table(head: str, parts: dict[str, list[Row]], *, totals: bool) -> str:
    """Make a row of each part, with the sum of all where totals are wanted."""
    if totals:
        parts = {**parts, "all": [row for rows in parts.values() for row in rows]}
    write: Callable[[Score], str] = interval if totals else plain
    lines = [f"| {head} | cases | {' | '.join(NAMES.values())} |", "|---|--:|" + "--:|" * len(NAMES)]
    for name, rows in parts.items():
        cells = " | ".join(write(total(rows, who)) for who in NAMES)
        lines.append(f"| {name.replace('_', ' ')} | {counted(rows)} | {cells} |")
    return "\n".join(lines)


def speeds(reading: dict[str, Any]) -> str:
    """Make the table of speeds."""
    lines = [
        "| characters | scribe, a second | medSpaCy, a second | scribe is faster | scribe, MB | medSpaCy, MB |",
        "|--:|--:|--:|--:|--:|--:|",
    ]
    measures = reading["measures"]
    for length in dict.fromkeys(one["characters"] for one in measures):
        ours, theirs = (
            next(one for one in measures if one["characters"] == length and one["reader"] == reader)
            for reader in ("scribe", "medspacy")
        )
        seconds = theirs["seconds"] or reading["limit"]
        less, more = ("", "") if theirs["seconds"] else ("< ", "> ")
        peaks = " | ".join(f"{one['peak_kb'] / 1024:.0f}" for one in (ours, theirs))
        lines.append(
            f"| {length:,} | {length / ours['seconds']:,.0f} | {less}{length / seconds:,.0f} "
            f"| {more}{seconds / ours['seconds']:,.0f} times | {peaks} |"
        )
    if not all(one["seconds"] for one in measures):
        lines.append(f"\nWhere a bound stands, medSpaCy had not finished after {reading['limit']} s and was stopped.")
    return "\n".join(lines)
