"""Write which words are recognised when they are misspelled: `python scripts/build_spelling.py WORDS`.

WORDS is a list of ordinary English words, one a line, such as that of Debian's package wamerican. Recognised are the
words of the clinical tables that are long and not ordinary, in `spelling.csv`. What the list or the tables have and
would be taken for one of them is left as it is: `as_spelled.csv`.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from scribe.extraction.lexicon.words import spelling
from scribe.extraction.lexicon.words.vocabulary import vocabulary

TABLES = Path(spelling.__file__).parents[1] / "tables"
CLINICAL = frozenset({"anatomy", "conditions", "imaging", "lesions", "mechanisms", "neuro", "tart"})
SHORTEST = 8
ORDINARY_TOO = frozenset({
    "adjustment", "bilateral", "bilaterally", "cervical", "dysfunction", "examination", "extension", "manipulation",
    "negative", "numbness", "palpation", "positive", "reflexes", "restricted", "restriction", "rotation", "sciatica",
    "scoliosis", "sensation", "shoulder", "strength", "tenderness", "thoracic", "tingling", "vertebra", "vertebrae",
    "vertebral", "weakness",
})  # fmt: skip
"""Words of ordinary speech that every document of this field has."""
MISSPELLED = frozenset({"disfunction", "innominant", "sacroileac", "sacroilliac", "servical"})
"""Words of the tables that are themselves misspelled."""


def main(path: Path) -> None:
    """Write both tables."""
    english = {word for line in path.read_text(encoding="utf-8").splitlines() if (word := line.lower()).isalpha()}
    terms = vocabulary().terms
    used = {word for term in terms for word in term.text.split() if word.isascii() and word.isalpha()}
    clinical = {word for term in terms if term.table in CLINICAL for word in term.text.split()} & used
    # A `non` that was not said would deny what was said.
    long = {word for word in clinical if len(word) >= SHORTEST and not word.startswith("non")}
    known = (long - english - MISSPELLED) | ORDINARY_TOO
    write("spelling", ("word", "sound"), ((word, spelling.sound(word)) for word in sorted(known)))
    write("as_spelled", ("word",), ())
    alike = {word for word in (english | used) - known if spelling.meant(word, spoken=True)} - MISSPELLED
    write("as_spelled", ("word",), ((word,) for word in sorted(alike)))


def write(table: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table."""
    with (TABLES / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([columns, *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
