"""medSpaCy's marks for given words: JSON lines with text, start and end in, JSON lines with marks out.

The words are set as the entity itself, so nothing depends on finding them. ConText and the sectionizer run with their
own rules and attributes.
"""  # noqa: INP001  # run in an environment of its own

import json
import sys

import medspacy  # type: ignore[import-not-found]  # installed in .venv-peers only
from loguru import logger  # type: ignore[import-not-found]  # as above

MARKS = {
    "is_family": "other_person",
    "is_hypothetical": "hypothetical",
    "is_negated": "absent",
    "is_uncertain": "possible",
    "is_historical": "historical",
}


def main() -> None:
    """Answer every line."""
    # PyRuSH logs every token of the text at its default level.
    logger.remove()
    pipeline = medspacy.load(medspacy_disable={"medspacy_target_matcher"})
    pipeline.add_pipe("medspacy_sectionizer")
    context, sections = (pipeline.get_pipe(f"medspacy_{name}") for name in ("context", "sectionizer"))
    for line in sys.stdin:
        case = json.loads(line)
        document = pipeline.get_pipe("medspacy_pyrush")(pipeline.make_doc(case["text"]))
        entity = document.char_span(case["start"], case["end"], label="FINDING", alignment_mode="expand")
        document.ents = [entity]
        document = sections(context(document))
        marks = [mark for name, mark in MARKS.items() if getattr(document.ents[0]._, name)]
        sys.stdout.write(json.dumps(marks) + "\n")


if __name__ == "__main__":
    main()
