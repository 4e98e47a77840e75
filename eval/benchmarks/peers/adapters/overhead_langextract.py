"""langextract's whole path on one text with a model that answers at once: JSON with text, findings and runs in.

JSON comes out: its version, the milliseconds of processor time a call, and how many quotes it aligned. Each call gets a
text of its own; one before them does not count.
"""  # noqa: INP001  # run in an environment of its own

import json
import logging
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from time import process_time
from typing import Any

import langextract as lx  # type: ignore[import-not-found]  # installed in an environment of its own only
from langextract.core.base_model import BaseLanguageModel  # type: ignore[import-not-found]  # as above
from langextract.core.types import ScoredOutput  # type: ignore[import-not-found]  # as above

EXAMPLES = [
    lx.data.ExampleData(
        text="A: L5 FRS right.",
        extractions=[lx.data.Extraction("lesions", "L5 FRS right", attributes={"region": "lumbar"})],
    )
]


class Canned(BaseLanguageModel):  # type: ignore[misc]  # untyped here
    """A model that gives one answer to everything."""

    def __init__(self, answer: str) -> None:
        """Take the answer."""
        super().__init__()
        self._answer = answer

    def infer(self, batch_prompts: Sequence[str], **_: object) -> Iterator[Sequence[Any]]:
        """Answer each prompt."""
        for _prompt in batch_prompts:
            yield [ScoredOutput(score=1.0, output=self._answer)]


def main() -> None:
    """Extract, and write what it took."""
    logging.disable()
    task = json.load(sys.stdin)
    rows = [{row["class"]: row["quote"], f"{row['class']}_attributes": row["fields"]} for row in task["findings"]]
    model = Canned(f"```json\n{json.dumps({'extractions': rows})}\n```")
    texts = [f"{task['text']}\nChart {number}." for number in range(task["runs"] + 1)]
    extract(texts[0], model)
    start = process_time()
    found = [extract(text, model) for text in texts[1:]]
    milliseconds = (process_time() - start) / task["runs"] * 1000
    aligned = sum(one.char_interval is not None for one in found[0].extractions)
    made = {"version": version("langextract"), "milliseconds": milliseconds, "aligned": aligned}
    sys.stdout.write(json.dumps(made))


def extract(text: str, model: Canned) -> Any:  # noqa: ANN401  # untyped here
    """Go langextract's whole way, in one piece as scribe does."""
    return lx.extract(
        text_or_documents=text,
        prompt_description="List the findings.",
        examples=EXAMPLES,
        model=model,
        max_char_buffer=len(text),
        show_progress=False,
    )


if __name__ == "__main__":
    main()
