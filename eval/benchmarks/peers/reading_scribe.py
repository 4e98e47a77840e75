"""The lexicon reader's reading of one text: JSON with text and runs in; JSON with seconds and the peak of memory out.

Parsing the text into turns and sentences counts, loading the vocabulary does not.
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
    reader.read(parse(task["text"][:1000], "transcript"))
    seconds = []
    for run in range(task["runs"]):
        # Each run reads another text: the reader keeps what it worked out of the last one.
        text = task["text"][run:]
        start = process_time()
        reader.read(parse(text, "transcript"))
        seconds.append(process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": min(seconds), "peak_kb": peak}))


if __name__ == "__main__":
    main()
