"""The lexicon reader's reading of texts: JSON with warm texts, texts and limit in; JSON with seconds and memory out.

The seconds are processor time, one number a text. Parsing into turns and sentences counts; loading the vocabulary and
the warm texts, which come first, do not. Memory is the peak of the process.
"""  # noqa: INP001  # run as a process of its own, for its memory

import json
import resource
import sys
from time import process_time

from scribe.documents import parse
from scribe.extraction.lexicon import LexiconReader


def main() -> None:
    """Read, and write what it took."""
    task = json.load(sys.stdin)
    reader = LexiconReader()
    for text in task["warm"]:
        reader.read(parse(text, "transcript"))
    seconds = [timed(reader, text) for text in task["texts"]]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_kb": peak}))


def timed(reader: LexiconReader, text: str) -> float:
    """Read a text, and say how long it took."""
    start = process_time()
    reader.read(parse(text, "transcript"))
    return process_time() - start


if __name__ == "__main__":
    main()
