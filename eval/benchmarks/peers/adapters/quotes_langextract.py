"""langextract's places of quotes: JSON lines with text and quote in, JSON lines with span and whether it is exact out.

Its resolver aligns with its own settings; where it aligns nothing, the span is null. Each quote is aligned by itself.
"""  # noqa: INP001  # run in an environment of its own

import json
import logging
import sys

from langextract.data import AlignmentStatus, Extraction  # type: ignore[import-not-found]  # in .venv-langextract only
from langextract.resolver import Resolver  # type: ignore[import-not-found]  # as above


def main() -> None:
    """Answer every line."""
    logging.disable()
    resolver = Resolver()
    for line in sys.stdin:
        asked = json.loads(line)
        [found] = resolver.align([Extraction("finding", asked["quote"])], asked["text"], token_offset=0)
        place = found.char_interval
        span = place and [place.start_pos, place.end_pos]
        answer = {"span": span, "is_exact": found.alignment_status is AlignmentStatus.MATCH_EXACT}
        sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
