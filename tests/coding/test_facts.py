"""Which findings support a code, and what their words say."""

from typing import TYPE_CHECKING

import pytest

from scribe.coding.facts import says
from scribe.schema import Evidence

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("stenosis with claudication", True),
        ("stenosis without neurogenic claudication", False),
        ("no claudication", False),
        ("denies any leg claudication", False),
        ("claudication, not vascular", True),
        ("nonclaudication", False),
    ],
)
def test_says(words: str, said: bool) -> None:  # noqa: FBT001  # the expected answer
    """Whole words count, and not their denial."""
    assert says(words, "claudication") is said


def test_one_found_quote_is_enough(chart: "Chart") -> None:
    """A finding with one quote that was found and one that was not supports its code."""
    lesion = chart.lesion("somatic_dysfunction", "sacral", "sacral torsion")
    both = lesion.model_copy(update={"evidence": (*lesion.evidence, Evidence(quote="made up"))})
    assert chart.assigned(both) == ["M99.04"]


def test_words_of_a_quote_that_was_not_found_do_not_count(chart: "Chart") -> None:
    """A level that only an unfound quote names makes no code more specific."""
    stenosis = chart.diagnosis("spinal_stenosis", "lumbar", "lumbar stenosis")
    both = stenosis.model_copy(update={"evidence": (*stenosis.evidence, Evidence(quote="L5-S1 stenosis"))})
    assert chart.assigned(both) == ["M48.061"]
