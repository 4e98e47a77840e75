"""OpenMed's marks for given words: JSON lines with text, start and end in, JSON lines with marks out.

Its assertion engine runs with its own rules and the sections that it detects itself.
"""  # noqa: INP001  # run in an environment of its own

import json
import sys

from openmed.clinical.context import assert_context  # type: ignore[import-not-found]  # installed in .venv-peers only
from openmed.clinical.sections.detect import detect_sections  # type: ignore[import-not-found]  # as above

MARKS = {
    ("negation", "negated"): "absent",
    ("uncertainty", "uncertain"): "possible",
    ("temporality", "historical"): "historical",
    ("temporality", "hypothetical"): "hypothetical",
}


def main() -> None:
    """Answer every line."""
    for line in sys.stdin:
        case = json.loads(line)
        text, span = case["text"], {"start": case["start"], "end": case["end"]}
        [result] = assert_context(text, [span], sections=detect_sections(text))
        marks = [mark for (axis, value), mark in MARKS.items() if result[axis] == value]
        if result["experiencer"] != "patient":
            marks.append("other_person")
        sys.stdout.write(json.dumps(marks) + "\n")


if __name__ == "__main__":
    main()
