"""medSpaCy's reading of one text: JSON with text, terms and runs in; JSON with seconds and the peak of memory out.

The pipeline is its default one: sentences, target matcher, ConText. Loading it and a first short text do not count.
"""  # noqa: INP001  # run in an environment of its own

import json
import resource
import sys
from time import process_time

import medspacy  # type: ignore[import-not-found]  # installed in .venv-peers only
from loguru import logger  # type: ignore[import-not-found]  # as above
from medspacy.ner import TargetRule  # type: ignore[import-not-found]  # as above


def main() -> None:
    """Read, and write what it took."""
    logger.remove()
    task = json.load(sys.stdin)
    pipeline = medspacy.load()
    pipeline.get_pipe("medspacy_target_matcher").add([TargetRule(term, "FINDING") for term in task["terms"]])
    pipeline(task["text"][:1000])
    seconds = []
    for _ in range(task["runs"]):
        start = process_time()
        pipeline(task["text"])
        seconds.append(process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": min(seconds), "peak_kb": peak}))


if __name__ == "__main__":
    main()
