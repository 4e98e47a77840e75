"""A case and a report on it, matched."""

from collections.abc import Callable

import pytest

from scribe.evaluation.dataset import Case
from scribe.evaluation.matching import Matched, match
from scribe.schema import Extraction, Report


@pytest.fixture
def matched(case: Callable[..., Case], report: Callable[..., Report]) -> Callable[..., Matched]:
    """Match labels and findings of a text; keywords beginning with `labelled_` go to the case, others to the report."""

    def build(
        labels: Extraction | None = None, findings: Extraction | None = None, text: str = "A text.", **given: object
    ) -> Matched:
        labelled = {name.removeprefix("labelled_"): given.pop(name) for name in [*given] if name.startswith("labelled")}
        asked = case(labels, **labelled).model_copy(update={"text": text})
        answered = report(findings, **given)
        document = answered.document.model_copy(update={"text": text})
        return match(asked, answered.model_copy(update={"document": document}))

    return build
