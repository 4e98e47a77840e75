"""medSpaCy's reading of one text: JSON with text, terms, runs and limit in; JSON with seconds and peak of memory out.

The pipeline is its default one: sentences, target matcher, ConText. Loading it and a first short text do not count.
After as many seconds of processor time as the limit says it is stopped, and there are no seconds.
"""  # noqa: INP001  # run in an environment of its own

import json
import resource
import signal
import sys
from collections.abc import Callable
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
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, task["limit"])
    try:
        seconds = min(timed(pipeline, task["text"]) for _ in range(task["runs"]))
    except TimeoutError:
        seconds = None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_kb": peak}))


def timed(pipeline: Callable[[str], object], text: str) -> float:
    """Read once, and say how long it took."""
    start = process_time()
    pipeline(text)
    return process_time() - start


def stop(*_: object) -> None:
    """End the reading."""
    raise TimeoutError


if __name__ == "__main__":
    main()
