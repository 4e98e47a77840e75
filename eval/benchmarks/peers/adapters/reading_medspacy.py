"""medSpaCy's reading of texts: JSON with terms, warm texts, texts and limit in; JSON with seconds and memory out.

The seconds are processor time, one number a text. The pipeline is its default one: sentences, target matcher, ConText.
Loading it and the warm texts, which come first, do not count. After as many seconds as the limit says it is stopped,
and the texts that it has not read have no seconds. Memory is the peak of the process.
"""  # noqa: INP001  # run in an environment of its own

import json
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import medspacy  # type: ignore[import-not-found]  # installed in .venv-peers only
from loguru import logger  # type: ignore[import-not-found]  # as above
from medspacy.ner import TargetRule  # type: ignore[import-not-found]  # as above


def main() -> None:
    """Read, and write what it took."""
    # PyRuSH logs every token of the text at its default level.
    logger.remove()
    task = json.load(sys.stdin)
    pipeline = medspacy.load()
    pipeline.get_pipe("medspacy_target_matcher").add([TargetRule(term, "FINDING") for term in task["terms"]])
    for text in task["warm"]:
        pipeline(text)
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, task["limit"])
    seconds: list[float] = []
    with suppress(TimeoutError):
        for text in task["texts"]:
            seconds.append(timed(pipeline, text))  # noqa: PERF401  # those that were read count, whenever it is stopped
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_kb": peak}))


def timed(pipeline: Callable[[str], object], text: str) -> float:
    """Read a text, and say how long it took."""
    start = process_time()
    pipeline(text)
    return process_time() - start


def stop(*_: object) -> None:
    """End the reading."""
    raise TimeoutError


if __name__ == "__main__":
    main()
