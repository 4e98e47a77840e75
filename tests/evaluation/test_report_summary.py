"""What a run comes to, and where its dangers lie, in numbers that can be checked by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scribe.evaluation.dataset import Case, load
from scribe.evaluation.matching import match
from scribe.evaluation.metrics import Share
from scribe.evaluation.report import words
from scribe.evaluation.report.events import DANGERS, OF_CODES, OF_FINDINGS, OF_LONE, OF_PAIRS, locate
from scribe.evaluation.report.slices import sliced
from scribe.evaluation.report.summary import summarise
from scribe.evaluation.scored import ScoredRun
from scribe.evaluation.scores import Figure, score
from scribe.evaluation.statistics import Interval
from scribe.pipeline import process
from scribe.schema import Diagnosis, Evidence, Extraction, Lesion, Report, Tart

ROOT = Path(__file__).parents[2]
CHALLENGE = ROOT / "eval" / "datasets" / "challenge_notes.jsonl"

BuildCase = Callable[..., Case]
BuildReport = Callable[..., Report]
BuildRun = Callable[..., ScoredRun]

L4 = Evidence(quote="L4 is restricted on the left", span=(0, 28), match="exact")
LOST = Evidence(quote="not in the text")
LESION = Lesion(kind="somatic_dysfunction", region="lumbar", laterality="left", evidence=(L4,))
TART = Tart(component="restriction", region="lumbar", laterality="left", evidence=(L4,))


def test_every_danger_is_looked_for_somewhere() -> None:
    """A danger that is added to the metrics has a place here."""
    assert sorted((*OF_PAIRS, *OF_LONE, *OF_FINDINGS, *OF_CODES)) == sorted(DANGERS)


def test_a_danger_lies_where_it_is_counted(case: BuildCase, report: BuildReport) -> None:
    """Each of the seven, at the finding or code that it is counted for."""
    labelled = Extraction(lesions=(LESION,), tart=(TART, TART.model_copy(update={"component": "tenderness"})))
    read = Extraction(
        lesions=(LESION.model_copy(update={"laterality": "right"}),),
        tart=(
            TART.model_copy(update={"region": "sacral"}),
            TART.model_copy(update={"component": "tenderness", "assertion": "absent"}),
        ),
        diagnoses=(Diagnosis(condition="fracture", region="lumbar", evidence=(LOST,)),),
    )
    matched = match(case(labelled, codes={"never": ["M99.04"]}), report(read, assign=("M99.04",)))
    located = locate(matched)
    assert {at: keys for at, keys in located.findings.items() if keys} == {
        ("lesions", 0): ("danger.side_flip",),
        ("tart", 0): ("danger.level_flip",),
        ("tart", 1): ("danger.polarity_flip",),
        ("diagnoses", 0): ("danger.invented_finding", "danger.ungrounded_quote"),
    }
    assert located.codes == {"M99.04": ("danger.never_assigned", "danger.code_without_statement")}
    assert located.counts == dict.fromkeys(DANGERS, 1)


def test_located_dangers_are_as_many_as_counted_ones() -> None:
    """On the challenge notes for development, as they are read."""
    events = 0
    for case in load(CHALLENGE).half("development"):
        matched = match(case, process(case.text, kind=case.kind))
        counted = {key: metric.measure(matched) for key, metric in DANGERS.items()}
        located = locate(matched).counts
        assert {key: located[key] for key in DANGERS} == {
            key: tally.hits for key, tally in counted.items() if isinstance(tally, Share)
        }, case.id
        events += located.total()
    assert events


def test_the_most_frequent_danger_comes_first(scored_run: BuildRun) -> None:
    """By events ÷ occasions; its cases by how many they have, and those held out are only counted."""
    counts = {
        "a": {"danger.side_flip": Share(1, 10), "danger.level_flip": Share(1, 2)},
        "b": {"danger.side_flip": Share(2, 10), "danger.level_flip": Share(0, 2)},
    }
    first, second, *rest = summarise(scored_run(counts), held_out=frozenset("a")).dangers
    assert (first.name, first.figure.value, first.cases, first.held_out) == ("level flip", 0.25, (), 1)
    assert (second.name, second.figure.value, second.cases, second.held_out) == ("side flip", 0.15, ("b",), 1)
    assert [one.figure.value for one in rest] == [None] * 5
    assert summarise(scored_run(counts)).dangers[1].cases == ("b", "a")


def test_a_danger_that_never_occurs_has_a_bound(scored_run: BuildRun) -> None:
    """With none in 10 documents it is in at most 1 - .05^(1/10) = 25.9 % of them."""
    run = scored_run({f"c{i}": {"danger.side_flip": Share(0, 3)} for i in range(10)})
    [clean] = [one for one in summarise(run).dangers if one.name == "side flip"]
    assert clean.upper == pytest.approx(0.2589, abs=5e-5)


def test_what_can_be_detected(scored_run: BuildRun) -> None:
    """With 60 documents and an SD of .45 a difference of 16.5 points (peers' tables say 16)."""
    run = scored_run({f"c{i}": {"codes.m99_set_exact": Share(1, 1)} for i in range(60)})
    assert summarise(run).detectable == pytest.approx(0.165, abs=5e-4)


def test_slices(case: BuildCase, report: BuildReport) -> None:
    """A slice of cases has the figures of its cases, a slice of items those of the items, the largest first."""
    right = score(case(codes={"assign": ["M99.03"]}), report(assign=("M99.03",)))
    half = score(
        case(Extraction(tart=(TART,)), name="b", kind="transcript", codes={"assign": ["M99.03", "M99.14"]}),
        report(Extraction(tart=(TART,)), assign=("M99.03", "M99.11")),
    )
    found = {(one.dimension, one.name): one for one in sliced([right, half])}
    transcripts, lumbar = found["kind", "transcript"], found["region", "lumbar"]
    assert transcripts.codes
    # Of two codes each, one is in both: F1 = 2 · 1 ÷ 4.
    assert (transcripts.documents, transcripts.codes.value) == (1, 0.5)
    assert transcripts.is_small
    assert transcripts.is_of_cases
    assert lumbar.codes
    assert lumbar.findings
    assert (lumbar.documents, lumbar.codes.value, lumbar.findings.value) == (2, 1.0, 1.0)
    assert found["M99 family", "M99.1"].codes is not None
    assert found["M99 family", "M99.1"].codes.value == 0
    assert not found["M99 family", "M99.1"].is_of_cases
    assert [one.name for one in sliced([right, half]) if one.dimension == "M99 family"] == ["M99.0", "M99.1"]


def test_cases_of_one_source_are_one_document(case: BuildCase, report: BuildReport) -> None:
    """Their counts are summed: one code right of one, and one of two in either list, is F1 = 2 · 2 ÷ (2 + 4)."""
    right = score(case(codes={"assign": ["M99.03"]}), report(assign=("M99.03",)))
    half = score(case(name="b", codes={"assign": ["M99.03", "M99.04"]}), report(assign=("M99.03", "M99.02")))
    both = [one._replace(cluster="source") for one in (right, half)]
    found = {(one.dimension, one.name): one for one in sliced(both)}
    family, kind = found["M99 family", "M99.0"], found["kind", "note"]
    assert family.codes
    assert kind.codes
    assert (family.documents, family.codes.clusters, kind.documents) == (1, 1, 1)
    assert family.codes.value == kind.codes.value == pytest.approx(2 / 3)


@pytest.mark.parametrize(("documents", "worst"), [(9, (None, None)), (10, ("tart", "kind"))])
def test_the_worst_group_and_slice_are_in_enough_documents(
    documents: int, worst: tuple[str | None, str | None], case: BuildCase, report: BuildReport, scored_run: BuildRun
) -> None:
    """A group in nine documents is not named however bad it is; a group in ten is."""
    scores = tuple(score(case(Extraction(tart=(TART,)), name=f"c{i}"), report()) for i in range(documents))
    summary = summarise(scored_run({"a": {}})._replace(scores=scores))
    group, named = summary.worst_group, summary.worst_slice
    assert (group and group.name, named and named.dimension) == worst


def test_words() -> None:
    """A dash is what is not known; a mean of repeats shows its fraction; an interval stays between 0 and 1."""
    assert (words.number(None), words.number(0.5)) == ("–", "0.500")  # noqa: RUF001  # the dash of tables
    assert (words.count(3.0), words.count(2 / 3)) == ("3", "0.67")
    figure = Figure("codes", "codes.order", "share", 0.5, 5, 10, 9, 9, Interval(-0.01, 1.02, "clustered-wilson"))
    assert (words.bounds(figure), words.method(figure)) == ("0.000 to 1.000", "clustered Wilson")
    tokens = figure._replace(part="usage", value=900.0, interval=Interval(800, 1000, "clustered-t"))
    assert (words.bounds(tokens), words.method(tokens)) == ("800.000 to 1000.000", "clustered t")


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ({}, "does not vary"),
        ({"clusters": 7}, "too few documents"),
        ({"value": None}, "–"),  # noqa: RUF001  # as above
        ({"statistic": "ece"}, "none holds: chance alone raises it"),
        ({"statistic": "aurc"}, "needs 50 documents"),
        ({"statistic": "macro_f1"}, "needs 50 documents"),
        ({"statistic": "p95"}, "needs 72 documents, one case each"),
    ],
)
def test_why_there_is_no_interval(without: dict[str, Any], said: str) -> None:
    """A figure without an interval says why."""
    figure = Figure("codes", "codes.order", "share", 0.5, 5, 10, 9, 9, None)._replace(**without)
    assert (words.bounds(figure), words.method(figure)) == ("no interval", said)


def test_costs(scored_run: BuildRun) -> None:
    """Means of the cases that have one; where no model read, none; where no price is known, that is said."""
    used = {"usage.tokens_in": Share(1500, 1), "usage.tokens_out": Share(300, 1)}
    priced = used | {"usage.cost": Share(0.02, 1)}
    dear = words.costs(summarise(scored_run({"a": priced, "b": used, "c": None})))
    assert dear == (
        words.Cost("time", "–", "not measured"),  # noqa: RUF001  # the dash of tables
        words.Cost("tokens", "1,500 sent", "300 received, means of 2 cases"),
        words.Cost("money", "0.0200 $ a case", "0.02 $ in all, 1 cases with a known price"),
    )
    assert words.costs(summarise(scored_run({"a": used})))[2] == words.Cost(
        "money", "not known", "no price is known for the model"
    )
    lexicon = scored_run({"a": {}, "b": {}})
    timed = lexicon._replace(scores=tuple(one._replace(seconds=0.25) for one in lexicon.scores))
    assert words.costs(summarise(timed)) == (
        words.Cost("time", "0.25 s a case", "median; p95 0.25 s, 0.5 s in all"),
        words.Cost("tokens", "none", "no model was asked"),
        words.Cost("money", "none", "no model was asked"),
    )
