"""What a run prints, whole."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

from scribe.evaluation.dataset import Case
from scribe.evaluation.metrics import Part
from scribe.evaluation.report import failures, misses, table
from scribe.evaluation.runner import CaseFailure, CaseReport
from scribe.schema import Care, Evidence, Extraction, Laterality, Lesion, Report, Tart

BuildCase = Callable[..., Case]
BuildReport = Callable[..., Report]


def test_table(case: BuildCase, report: BuildReport) -> None:
    """Counts show precision, recall and F1, shares their numbers; a dash is a figure that cannot be computed."""
    scored = [
        CaseReport(
            case(codes={"assign": ["M99.01", "M99.02"], "never": ["M99.03"]}, issues=("red_flag",)),
            report(assign=("M99.01", "M99.03"), issues=("red_flag",)),
        ),
        CaseReport(case(name="visit", kind="transcript"), report()),
    ]
    assert "\n".join(table(scored, ("codes", "care", "stated_codes", "issues"))) == cleandoc("""
                                         notes (1)   transcripts (1)           all (2)
                                       P    R   F1       P    R   F1       P    R   F1
        codes
          M99 assigned              .500 .500 .500       –    –    –    .500 .500 .500
          M99 set exact                   0/1 .000          1/1 1.00          1/2 .500
          M99 category              1.00 1.00 1.00       –    –    –    1.00 1.00 1.00
          M99 region                .500 .500 .500       –    –    –    .500 .500 .500
          all assigned              .500 .500 .500       –    –    –    .500 .500 .500
          set exact                       0/1 .000          1/1 1.00          1/2 .500
          hierarchical              .750 .750 .750       –    –    –    .750 .750 .750
          order                           0/0    –          0/0    –          0/0    –
          claim exact                     0/1 .000          1/1 1.00          1/2 .500
          primary right                   1/1 1.00          0/0    –          1/1 1.00
          M99 queried                  –    –    –       –    –    –       –    –    –
        care
          exact                        –    –    –       –    –    –       –    –    –
          relaxed                      –    –    –       –    –    –       –    –    –
          timing agrees                   0/0    –          0/0    –          0/0    –
          regions agree                   0/0    –          0/0    –          0/0    –
        stated codes
          exact                        –    –    –       –    –    –       –    –    –
        issues
          topics                    1.00 1.00 1.00       –    –    –    1.00 1.00 1.00
          false alarm                     0/0    –          0/1 .000          0/1 .000
    """)  # noqa: RUF001  # the dash of tables


def test_table_of_one_kind_has_one_column(case: BuildCase, report: BuildReport) -> None:
    """Where all cases are of one kind, that kind is all."""
    assert list(table([CaseReport(case(), report())], ("issues",))) == [
        "                                 notes (1)",
        "                               P    R   F1",
        "issues",
        "  topics                       –    –    –",  # noqa: RUF001  # the dash of tables
        "  false alarm                     0/1 .000",
    ]


def test_repeats_are_one_case(case: BuildCase, report: BuildReport) -> None:
    """A case that is read right once and wrong once is half right, and one case."""
    labelled = case(codes={"assign": ["M99.01"]})
    scored = [CaseReport(labelled, report(assign=(code,))) for code in ("M99.01", "M99.02")]
    lines = list(table(scored, ("codes",)))
    assert lines[0].strip() == "notes (1)"
    assert lines[3:5] == ["  M99 assigned              .500 .500 .500", "  M99 set exact                 0.5/1 .500"]


def test_table_without_a_scored_case(case: BuildCase) -> None:
    """With every case failed, there are no figures, and the failures are listed."""
    assert list(table([], ("queries",)))[-1] == "  topics                                 –"  # noqa: RUF001  # as above
    assert list(failures([CaseFailure(case(), "ValueError at reader.py:7")])) == [
        "case-1  error  ValueError at reader.py:7"
    ]


def test_misses(case: BuildCase, report: BuildReport) -> None:
    """A finding missed stands beside its near miss; what agrees, and a case that agrees, is not listed."""

    def evidence(*quotes: str) -> tuple[Evidence, ...]:
        return tuple(Evidence(quote=quote) for quote in quotes)

    torsion = Lesion(kind="somatic_dysfunction", region="sacral", laterality="left", evidence=evidence("L on L"))
    l4 = Lesion(kind="somatic_dysfunction", region="lumbar", segments=("L4", "L5"), evidence=evidence("L4-5"))
    boggy = Tart(component="tissue_texture", region=None, evidence=evidence("boggy\n", "ropy"))
    care = Care(kind="manipulation", timing="today", regions=("sacral", "lumbar"), evidence=evidence("OMT"))
    scored = [
        CaseReport(
            case(
                Extraction(lesions=(torsion, l4), care=(care,)),
                codes={"assign": ["M99.03", "M99.04"], "query": ["M99.05"], "never": ["M54.50", "M99.02"]},
                issues=("red_flag", "parent_code"),
            ),
            report(
                Extraction(lesions=(l4, l4, torsion.model_copy(update={"laterality": "right"})), tart=(boggy,)),
                assign=("M99.04", "M99.02", "M54.50", "M54.2"),
                query=("M99.06",),
                issues=("parent_code", "function_missing"),
            ),
        ),
        CaseReport(case(Extraction(care=(care,)), name="case-2"), report(Extraction(care=(care,)))),
    ]
    assert "\n".join(misses(scored, ("codes", "lesions", "tart", "care", "issues"))) == cleandoc("""
        case-1 (note)
          assign        missed    M99.03
          assign        spurious  M54.50 (never)
          assign        spurious  M99.02 (never)
          query         missed    M99.05
          query         spurious  M99.06
          lesions       spurious  somatic_dysfunction lumbar - L4+L5 - present  "L4-5"
          lesions       missed    somatic_dysfunction sacral - - left present  "L on L"
          lesions       spurious  somatic_dysfunction sacral - - right present  "L on L"
          tart          spurious  tissue_texture - - present  "boggy … ropy"
          care          missed    manipulation today sacral+lumbar  "OMT"
          issues        missed    red_flag
          issues        spurious  function_missing
    """)
    issues: tuple[Part, ...] = ("issues",)
    assert list(misses(scored, issues)) == [
        "case-1 (note)",
        "  issues        missed    red_flag",
        "  issues        spurious  function_missing",
    ]


@pytest.mark.parametrize(("side", "said"), [("right", "most frequent: side flip 1.00"), ("left", "none occurred")])
def test_the_worst_danger_stands_above_the_figures(
    side: Laterality, said: str, case: BuildCase, report: BuildReport
) -> None:
    """Whoever looks at the first line of it sees that left is read as right; where nothing occurred, that is said."""
    quote = (Evidence(quote="L4", span=(0, 2), match="exact"),)
    left = Lesion(kind="somatic_dysfunction", region="lumbar", laterality="left", evidence=quote)
    read = left.model_copy(update={"laterality": side})
    scored = [CaseReport(case(Extraction(lesions=(left,))), report(Extraction(lesions=(read,))))]
    assert list(table(scored, ("danger",)))[2] == f"danger                    lower is better; {said}"
