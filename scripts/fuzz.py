"""Coverage-guided fuzzing of reading, coding and checking: `make fuzz`.

The fuzzer's bytes choose terms of the vocabulary, pieces of labelled documents, signs, labels, numbers and any other
characters, so that many inputs are almost a note or a visit. It stops at an exception, at a report that breaks an
invariant, and at a text that takes longer than its length allows. The options are those of libFuzzer.
"""

import json
import sys
from pathlib import Path
from time import process_time

import atheris

with atheris.instrument_imports(include=["scribe"]):
    from scribe import process
    from scribe.evaluation.invariants import violations
    from scribe.extraction.lexicon.words.vocabulary import vocabulary

TERMS = sorted({term.text for term in vocabulary().terms})
DOCUMENTS = [
    json.loads(line)["text"].split(" ")
    for path in sorted((Path(__file__).parents[1] / "eval" / "datasets").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
"""Labelled documents, cut at their spaces."""
SIGNS = (
    "\n", "\n\n", ". ", ", ", "; ", ": ", "? ", "/", "-", "- ", "(", ")", "[ ] ", "[x] ", "\u2610 ", "| ", "+ ", "\t",
    "  ", "DR: ", "PT: ", "Doctor: ", "Speaker 2: ", "[00:01:02] ", "S: ", "O: ", "Assessment:\n", "PLAN\n", "L4-5 ",
    "T3-6 ", "rib 5 ", "M99.03 ", "98941-AT ", "2019 ", "5/5 ", "2+ ", "I mean ", "no wait ", "comma ",
    "new paragraph ",
)  # fmt: skip
SECONDS = 2.0
SECONDS_A_CHARACTER = 0.002
"""Instrumented code takes ten times as long as otherwise."""
LONGEST = 400
"""Pieces of a text."""


def text_of(data: bytes) -> str:
    """Make a text of what the fuzzer gives."""
    source = atheris.FuzzedDataProvider(data)
    pieces: list[str] = []
    while source.remaining_bytes() and len(pieces) < LONGEST:
        choice = source.ConsumeIntInRange(0, 15)
        if choice < 7:  # noqa: PLR2004  # more words than signs, more signs than anything else
            pieces.append(f"{TERMS[source.ConsumeIntInRange(0, len(TERMS) - 1)]} ")
        elif choice < 9:  # noqa: PLR2004  # as above
            pieces.append(piece_of(source))
        elif choice < 15:  # noqa: PLR2004  # as above
            pieces.append(SIGNS[source.ConsumeIntInRange(0, len(SIGNS) - 1)])
        else:
            pieces.append(source.ConsumeUnicode(8))
    return "".join(pieces)


def piece_of(source: atheris.FuzzedDataProvider) -> str:
    """Take a few words of a document."""
    words = DOCUMENTS[source.ConsumeIntInRange(0, len(DOCUMENTS) - 1)]
    start = source.ConsumeIntInRange(0, len(words) - 1)
    return " ".join(words[start : start + source.ConsumeIntInRange(1, 20)])


def read(data: bytes) -> None:
    """Process one text, and raise where something is wrong."""
    text = text_of(data)
    start = process_time()
    report = process(text)
    seconds = process_time() - start
    if broken := violations(report):
        raise AssertionError(f"{broken}: {text!r}")
    if seconds > SECONDS + SECONDS_A_CHARACTER * len(text):
        raise AssertionError(f"{seconds:.1f} s for {len(text)} characters: {text!r}")


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
