"""What the form of a text changes in its findings, where it says the same: a figure that needs no labels.

    python eval/benchmarks/restyled.py                  # print the table
    python eval/benchmarks/restyled.py --write          # and write it to results/restyled.md
    python eval/benchmarks/restyled.py --show capitals  # list what one change of form loses and gains, and where

The texts that the reader was developed with are read as they are and in each form. A finding is lost where the form has
fewer of its kind with just its fields, and gained where it has more. It exits 1 where a form loses more than one in
twenty of the findings.
"""  # noqa: INP001  # a script: nothing imports it as a package

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, count
from pathlib import Path
from textwrap import fill
from typing import NamedTuple, get_args

import scribe
from scribe.evaluation.dataset import GROUPS, Case, label_fields, load
from scribe.schema import Kind

DATASETS = Path(__file__).parents[1] / "datasets"
READ_WHOLE = ("opened/opened_notes.jsonl", "opened/opened_transcripts.jsonl", "passages/open.jsonl")
RESULTS = Path(__file__).parent / "results" / "restyled.md"
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_LOST = 0.05
WIDTH = 72
PAGE = 12
CAPTION = 9
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
FILLERS = ("Um, ", "Okay, ", "So, ", "Alright, ", "Well, ")
LABELLED = re.compile(r"(?m)^([A-Z][A-Za-z. ]{0,20}:) .*$")
"""A line of talk, and its label."""
SENTENCE_END = re.compile(r"(?<=[a-z]\.) (?=[A-Z])")
SHORT = {
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not", "aren't": "are not",
    "wasn't": "was not", "won't": "will not", "can't": "cannot", "couldn't": "could not", "haven't": "have not",
    "hasn't": "has not", "wouldn't": "would not", "i'm": "I am", "you're": "you are",
}  # fmt: skip

Told = Counter[tuple[str, ...]]
"""The findings of a text, each as its group and fields."""


def wrapped(text: str) -> str:
    """Wrap the lines of a text but those of tables, as an exported note has them."""
    columns = re.compile(r"\||\t|\S {3,}|\[[ xX]\]|\([ xX]\)|\.{4}")
    return "\n".join(line if columns.search(line) else fill(line, WIDTH) for line in text.split("\n"))


def paged(text: str) -> str:
    """Number a page behind every twelfth line of a text."""
    lines = text.split("\n")
    return "\n".join(line + "\nPage 2 of 4" * (number % PAGE == 0) for number, line in enumerate(lines, start=1))


def in_full(text: str) -> str:
    """Write in full what speech contracts."""
    short = re.compile("|".join(SHORT), re.IGNORECASE)
    return short.sub(lambda said: SHORT[said[0].lower()], text)


def hesitant(text: str) -> str:
    """Hesitate in a text, with commas where its writer sets any."""
    pause = ", uh, " if text.count(",") * 100 > len(text.split()) else " uh "
    return re.sub(r"\b(a|at|is|it's|my|of|on|the) (?=[a-z])", rf"\1{pause}", text)


def stammered(text: str) -> str:
    """Break off every fifth small word of a text and say it again."""
    place = count()
    small = re.compile(r"\b(a|and|at|I|in|is|it's|on|the|your)\b (?=[a-z])")
    return small.sub(lambda word: word[0] if next(place) % 5 else f"{word[1]}- {word[0]}", text)


def with_fillers(text: str) -> str:
    """Begin every third sentence that follows another with a word that says nothing."""
    place = count()

    def filled(gap: re.Match[str]) -> str:
        number = next(place)
        return gap[0] if number % 3 else gap[0] + FILLERS[number // 3 % len(FILLERS)]

    return re.sub(r"(?<=[a-z][.?!]) (?=[A-Z])", filled, text)


def spoken(text: str) -> str:
    """Say the numbers of levels that stand alone."""
    levels = re.compile(r"\b([CTL])([1-9]|1[0-2])\b(?![-/\d])")
    return levels.sub(lambda level: f"{level[1]} {NUMBERS[int(level[2]) - 1]}", text)


def labelled_anew(text: str) -> str:
    """Put the label of a line before each of its sentences, as a recorder that hears a pause does."""
    return LABELLED.sub(lambda line: SENTENCE_END.sub(f"\n{line[1]} ", line[0]), text)


def parted(text: str) -> str:
    """Put the label of a line before every nine of its words, as a recorder does that shows a text as it comes."""

    def pieces(line: re.Match[str]) -> str:
        label, *said = [line[1], *line[0][len(line[1]) :].split()]
        return "\n".join(" ".join([label, *said[at : at + CAPTION]]) for at in range(0, len(said), CAPTION))

    return LABELLED.sub(pieces, text)


def listened_to(text: str) -> str:
    """Have somebody else say that they listen behind every third sentence that its speaker goes on from."""
    labels = [line[1] for line in LABELLED.finditer(text)]
    others = {label: next((other for other in labels if other != label), "") for label in labels}
    place = count()

    def heard(line: re.Match[str]) -> str:
        back = f"\n{others[line[1]]} Okay.\n{line[1]} "
        return SENTENCE_END.sub(lambda gap: gap[0] if next(place) % 3 else back, line[0])

    return LABELLED.sub(heard, text) if all(others.values()) else text


FORMS: dict[str, Callable[[str], str]] = {
    "lines end as on Windows": lambda text: text.replace("\n", "\r\n"),
    "capitals": str.upper,
    "spaces of a web page": lambda text: text.replace(" ", "\u00a0"),
    "dashes of a word processor": lambda text: re.sub(r"(?<=\d)-(?=[CTLS]?\d)", "\u2013", text),
    "quotes of a word processor": lambda text: text.replace("'", "\u2019"),
}
"""Forms of notes and transcripts."""

OF_NOTES: dict[str, Callable[[str], str]] = {
    "no capitals": str.lower,
    "a blank line behind every line": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "letters apart from their numbers": lambda text: re.sub(r"\b([CTL])(\d\d?)\b", r"\1 \2", text),
    "indented": lambda text: re.sub(r"(?m)^", "    ", text),
    "no stops at the ends of lines": lambda text: re.sub(r"(?m)\.[ ]*$", "", text),
    "sides by letter": lambda text: re.sub(r"\b([Ll])eft\b|\b[Rr]ight\b", lambda side: "L" if side[1] else "R", text),
    "with a stroke": lambda text: text.replace(" with ", " w/ ").replace(" without ", " w/o "),
    "other bullets": lambda text: re.sub(r"(?m)^(\s*)[-*] ", "\\1\u2022 ", text),
    "wrapped": wrapped,
    "forwarded": lambda text: re.sub(r"(?m)^", "> ", text),
    "printed": paged,
}
"""Forms of notes alone."""

OF_TRANSCRIPTS: dict[str, Callable[[str], str]] = {
    "hesitant": hesitant,
    "fillers": with_fillers,
    "stammered": stammered,
    "with noises": lambda text: SENTENCE_END.sub(" [laughs] ", text),
    "in full": in_full,
    "a label before every sentence": labelled_anew,
    "a label before every nine words": parted,
    "with a listener": listened_to,
    "stops for question marks": lambda text: text.replace("?", "."),
    "levels in words": spoken,
    "no commas": lambda text: re.sub(r"(?<=[a-z]),(?= )", "", text),
    "dashes for commas": lambda text: re.sub(r"(?<=[a-z]), ", " - ", text),
}
"""Forms of transcripts alone."""


class Pair(NamedTuple):
    """What was told of a text as it is, and of a form of it."""

    id: str
    """The text's case."""
    plain: Told
    """Its findings."""
    formed: Told
    """Those of the form."""
    recoded: bool
    """Whether the form gives other M99 codes."""


def main() -> int:
    """Compare every form, print a table, and say whether all lose little."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=[*FORMS, *OF_NOTES, *OF_TRANSCRIPTS], metavar="FORM", help="list its changes")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    forms = {(kind, name): form for kind in KINDS for name, form in forms_of(kind).items()}
    if options.show:
        forms = {key: form for key, form in forms.items() if key[1] == options.show}
    compared = {key: [*pairs(key[0], form)] for key, form in forms.items()}
    page = "\n".join(changes(compared) if options.show else table(compared))
    sys.stdout.write(f"{page}\n")
    if options.write:
        RESULTS.write_text(page + "\n", encoding="utf-8")
    return int(any(lost(found) > MOST_LOST * findings(found) for found in compared.values()))


def forms_of(kind: Kind) -> dict[str, Callable[[str], str]]:
    """Return the forms that a kind of text may have."""
    return FORMS | (OF_NOTES if kind == "note" else OF_TRANSCRIPTS)


@cache
def cases() -> tuple[Case, ...]:
    """Return the cases that the reader was developed with."""
    halves = (load(path).half("development") for path in sorted(DATASETS.glob("*.jsonl")))
    return (*chain.from_iterable(halves), *chain.from_iterable(load(DATASETS / name).cases for name in READ_WHOLE))


def pairs(kind: Kind, form: Callable[[str], str]) -> Iterator[Pair]:
    """Read the texts that a form changes, and the form."""
    for case in cases():
        if case.kind == kind and (formed := form(case.text)) != case.text:
            (plain, codes), (other, other_codes) = told(case.text, kind), told(formed, kind)
            yield Pair(case.id, plain, other, codes != other_codes)


@cache
def told(text: str, kind: Kind) -> tuple[Told, list[str]]:
    """Return the findings of a text without the words that show them, and its M99 codes."""
    report = scribe.process(text, kind=kind)
    found = Counter(
        (group, *(str(getattr(finding, name)) for name in label_fields(group)))
        for group in GROUPS
        for finding in getattr(report.extraction, group)
    )
    return found, sorted(one.code for one in report.suggestions if one.status == "assign" and one.code[:3] == "M99")


def findings(compared: Sequence[Pair]) -> int:
    """Count the findings of texts as they are."""
    return sum(pair.plain.total() for pair in compared)


def lost(compared: Sequence[Pair]) -> int:
    """Count the findings that a form has no longer."""
    return sum((pair.plain - pair.formed).total() for pair in compared)


def table(compared: dict[tuple[Kind, str], list[Pair]]) -> Iterator[str]:
    """Lay out what each form loses and gains in Markdown."""
    yield "# Findings where the form of a text changes"
    yield ""
    yield "Of texts that the form changes and that the reader was developed with."
    yield "Written by `python eval/benchmarks/restyled.py --write`."
    yield ""
    yield "| form | of | texts | findings | lost | gained | texts with other M99 codes |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for (kind, name), found in compared.items():
        gained = sum((pair.formed - pair.plain).total() for pair in found)
        recoded = sum(pair.recoded for pair in found)
        yield f"| {name} | {kind}s | {len(found)} | {findings(found)} | {lost(found)} | {gained} | {recoded} |"


def changes(compared: dict[tuple[Kind, str], list[Pair]]) -> Iterator[str]:
    """List the texts that a form changes, with the findings that it loses and gains."""
    for found in compared.values():
        for pair in found:
            if pair.plain != pair.formed:
                yield pair.id + (": other M99 codes" if pair.recoded else "")
                yield from (f"  - {' '.join(one)}" for one in (pair.plain - pair.formed).elements())
                yield from (f"  + {' '.join(one)}" for one in (pair.formed - pair.plain).elements())


if __name__ == "__main__":
    sys.exit(main())
