"""Write how much words tell of the end of a sentence: `make sentence-ends`.

A logistic regression with an L1 penalty learns it from the transcripts of the labelled sets that are for development
and whose speech is punctuated. A gap at a comma counts little: where a clause ends, another writer may end a sentence.
Held-out transcripts tell how well it does: how many of the ends found are ends, how many are marks of any kind, and how
many of all ends are found.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from scribe.documents import parse, sentence_ends
from scribe.documents.lowered import lowered
from scribe.documents.sentence_ends import Sign, find_words, signs
from scribe.evaluation.dataset import Case, load

ROOT = Path(__file__).parent.parent
DATASETS = ROOT / "eval" / "datasets"
OPEN = ("opened/opened_transcripts.jsonl", "passages/open.jsonl")
HELD_OUT = "passages/held.jsonl"
TARGET = Path(sentence_ends.__file__).parent / "tables" / "sentence_ends.csv"
STOPS = (".", "?", "!", '."', '?"', '!"')
MARKS = (*STOPS, ",", ";", ":", "-", "\u2013", "\u2014", "\u2026", ',"')
WORDS_A_MARK = 25
"""As many words to a mark or more, and speech is not punctuated."""
SEEN = 5
"""In as many transcripts a sign has to occur: what fewer say is their own way of speaking."""
AT_COMMA = 0.15
"""What a gap with another mark than a stop weighs."""
PENALTY = 2.0
"""The inverse of the strength of the penalty."""


class Gap(NamedTuple):
    """The gap between two words."""

    signs: tuple[Sign, ...]
    """What tells whether a sentence ends in it."""
    mark: str
    """What stands in it: `stop`, `pause` or nothing."""


def main() -> None:
    """Write the table."""
    told = [[*gaps_of(case)] for case in cases()]
    gaps = [gap for case in told for gap in case]
    seen = Counter(sign for case in told for sign in {sign for gap in case for sign in gap.signs if "," not in sign[1]})
    columns = {sign: at for at, sign in enumerate(sorted(sign for sign, times in seen.items() if times >= SEEN))}
    model = LogisticRegression(l1_ratio=1, solver="liblinear", C=PENALTY, tol=1e-3, fit_intercept=False, random_state=0)
    model.fit(
        matrix(gaps, columns),
        [gap.mark == "stop" for gap in gaps],
        sample_weight=[AT_COMMA if gap.mark == "pause" else 1.0 for gap in gaps],
    )
    weights = {sign: round(float(model.coef_[0][at]), 2) for sign, at in columns.items()}
    rows = (f"{place},{words},{weight}" for (place, words), weight in weights.items() if weight)
    TARGET.write_text("\n".join(["place,words,weight", *rows]) + "\n", encoding="utf-8", newline="\n")
    print(
        f"{TARGET.relative_to(ROOT)}: {len(gaps)} gaps of {sum(gap.mark == 'stop' for gap in gaps)} sentences learned"
    )
    sentence_ends.weights.cache_clear()
    print(judged(gap for case in load(DATASETS / HELD_OUT).cases for gap in gaps_of(case)))


def cases() -> Iterator[Case]:
    """Yield the cases to learn from."""
    for path in sorted(DATASETS.glob("*_transcripts.jsonl")):
        yield from load(path).half("development")
    for name in OPEN:
        yield from load(DATASETS / name).cases


def gaps_of(case: Case) -> Iterator[Gap]:
    """Yield the gaps between the words of each turn of a transcript; none where it is not punctuated."""
    document = parse(case.text, case.kind)
    lower = lowered(case.text)
    turns = [find_words(lower, *turn.span) for turn in document.turns]
    marked = sum(case.text[slice(*word.span)].endswith(MARKS) for words in turns for word in words)
    if marked * WORDS_A_MARK < sum(map(len, turns)):
        return
    stops = {end for _, end in document.sentences}
    for words in turns:
        for word, told in zip(words, signs(words), strict=False):
            start, end = word.span
            written = case.text[start:end]
            stop = end in stops and written.endswith(STOPS)
            yield Gap(told, "stop" if stop else "pause" if written.endswith(MARKS) else "")


def matrix(gaps: Iterable[Gap], columns: dict[Sign, int]) -> csr_matrix:
    """Return a row for each gap with a one for each of its signs that have a column."""
    indices: list[int] = []
    bounds = [0]
    for gap in gaps:
        indices += [columns[sign] for sign in gap.signs if sign in columns]
        bounds.append(len(indices))
    return csr_matrix(([1.0] * len(indices), indices, bounds), shape=(len(bounds) - 1, len(columns)))


def judged(gaps: Iterable[Gap]) -> str:
    """Tell how well ends are found."""
    known = sentence_ends.weights()
    weighed = ((sum(known[place].get(words, 0.0) for place, words in gap.signs), gap.mark) for gap in gaps)
    told = Counter((weight > 0, mark) for weight, mark in weighed)
    found = sum(times for (end, _), times in told.items() if end)
    right, stops = told[True, "stop"], told[True, "stop"] + told[False, "stop"]
    marks = right + told[True, "pause"]
    return (
        f"held-out transcripts: {found} ends found, {right} of them ends ({right / found:.2f}), {marks} marks "
        f"({marks / found:.2f}); of {stops} ends {right / stops:.2f}"
    )


if __name__ == "__main__":
    main()
