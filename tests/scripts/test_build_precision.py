"""The script that counts how often each rule of the reader is right."""

from pathlib import Path
from runpy import run_path

import pytest

from scribe.evaluation.dataset import GROUPS, Case
from scribe.schema import Extraction

SCRIPT = run_path(str(Path(__file__).parents[2] / "scripts" / "build_precision.py"))
Mark = SCRIPT["Mark"]


def extraction(*findings: dict[str, object]) -> Extraction:
    """Return palpation findings."""
    return Extraction.model_validate({"tart": [{"evidence": [{"quote": "x"}], **finding} for finding in findings]})


SORE: dict[str, object] = {"component": "tenderness", "region": "lumbar", "laterality": "left"}
ROPY: dict[str, object] = {"component": "tissue_texture", "region": "lumbar"}


@pytest.mark.parametrize(
    ("read", "labels", "marks"),
    [
        ([SORE], [SORE], [True]),
        ([SORE], [], [False]),
        ([], [SORE], []),
        ([SORE], [SORE | {"laterality": "right"}], [False]),
        ([SORE, SORE], [SORE], [True, False]),
        ([ROPY, SORE], [SORE, ROPY], [True, True]),
    ],
)
def test_a_finding_is_right_where_a_label_says_all_its_fields(
    read: list[dict[str, object]], labels: list[dict[str, object]], marks: list[bool]
) -> None:
    """Each label bears one finding; what is missed is no reading, and counts for no rule."""
    named = [finding | {"read_by": "tart.finding"} for finding in read]
    judged = list(SCRIPT["compared"](extraction(*named), extraction(*labels)))
    assert judged == [Mark("tart.finding", right) for right in marks]


def test_a_finding_without_rule_counts_for_none() -> None:
    """As one that was given."""
    assert list(SCRIPT["compared"](extraction(SORE), extraction(SORE))) == []


def test_cases_are_read_and_compared() -> None:
    """The reading of a case is judged by its labels."""
    case = Case.model_validate(
        {
            "id": "one",
            "kind": "note",
            "style": [],
            "encounter": {"date_of_service": None, "discipline": None, "visit": None, "payer": None},
            "text": "Exam: L5 tender, boggy.",
            "findings": {
                "tart": [{**SORE, "laterality": None, "assertion": "present", "quote": "L5 tender"}],
                **{name: [] for name in GROUPS if name != "tart"},
            },
            "codes": {"assign": [], "query": [], "never": []},
            "issues": [],
        }
    )
    assert list(SCRIPT["labelled"]([case])) == [Mark("tart.finding", True), Mark("tart.finding", False)]  # noqa: FBT003  # a field of a record


@pytest.mark.parametrize(
    ("right", "judged", "share"), [(0, 1, "0.250"), (1, 1, "0.750"), (9, 9, "0.950"), (90, 100, "0.896")]
)
def test_the_estimate(right: int, judged: int, share: str) -> None:
    """Few cases leave it near a half."""
    assert SCRIPT["estimate"](right, judged) == share


def test_the_table_has_every_rule_that_was_judged() -> None:
    """In the order of their names, with their counts."""
    marks = [Mark(rule, right) for rule, right in (("tart.test", True), ("care.today", False), ("tart.test", False))]
    assert SCRIPT["table"](marks) == "rule,cases,right,confidence\ncare.today,1,0,0.250\ntart.test,2,1,0.500\n"
