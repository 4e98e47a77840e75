"""instructor's places of quotes: JSON lines with text and quote in, JSON lines with span out.

`CitationMixin` keeps the quotes of an answer that it finds in the text, and drops the others: their span is null.
"""  # noqa: INP001  # run in an environment of its own

import json
import sys

from instructor import CitationMixin


def main() -> None:
    """Answer every line."""
    for line in sys.stdin:
        asked = json.loads(line)
        spans = CitationMixin(substring_quotes=[asked["quote"]]).get_spans(asked["text"])
        sys.stdout.write(json.dumps({"span": next(spans, None)}) + "\n")


if __name__ == "__main__":
    main()
