"""Serves completions that a language model writes into files, as an OpenAI-compatible server would.

    python scripts/offline_endpoint.py [--completions FOLDER] [--port 8321]
    scribe code FILE --reader llm --model offline-lm --base-url http://127.0.0.1:8321/v1

A request without a completion is written to FOLDER/KEY.md and answered with 503 (completion_pending): put the
completion into FOLDER/KEY.json, and send the request again. What cassettes hold is served without being asked for.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

from scribe.evaluation.cassettes import answers
from scribe.evaluation.completions import Completions
from scribe.evaluation.provider import Provider
from scribe.evaluation.recordings import CASSETTES

FOLDER = Path(__file__).parent.parent / "completions"
"""Where completions are written, unless a folder is given."""


def known(cassettes: Path = CASSETTES) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the requests of all cassettes with their completions."""
    for path in sorted(cassettes.glob("*.yaml")):
        yield from answers(path)


def main() -> None:
    """Serve until interrupted."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--completions", type=Path, default=FOLDER, help="folder of requests and completions")
    parser.add_argument("--port", type=int, default=8321, help="port of the loopback")
    chosen = parser.parse_args()
    with Provider(Completions(chosen.completions, known()).react, port=chosen.port) as server:
        print(f"{server.url} serves {chosen.completions}; stop it with Ctrl-C", flush=True)
        try:
            Event().wait()
        except KeyboardInterrupt:
            sys.exit(130)


if __name__ == "__main__":
    main()
