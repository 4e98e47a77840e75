"""The cases and readers as a task of Inspect, run for real; its own mock model stands in for a model."""

import gc
import json
import math
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from inspect_ai import Task
from inspect_ai import eval as evaluate
from inspect_ai.log import EvalLog
from inspect_ai.model import ChatMessage, GenerateConfig, Model, ModelOutput, ModelUsage, get_model
from inspect_ai.tool import ToolChoice, ToolInfo

from scribe.evaluation import scores
from scribe.evaluation.cassettes import answers
from scribe.evaluation.dataset import Case, load
from scribe.evaluation.inspect_task import as_dataset, cases
from scribe.evaluation.recordings import DATASETS, cassette, recorded_cases, replay
from scribe.pipeline import process
from scribe.schema import Report

# Inspect and tenacity do not agree on the name of a parameter.
pytestmark = pytest.mark.filterwarnings("ignore:The 'initial' parameter is deprecated:DeprecationWarning")

NOTES = DATASETS / "dev_notes.jsonl"
PARTS = {"dangers": "danger", "codes": "codes", "findings": "findings", "issues": "issues"}
Answer = Callable[[list[ChatMessage], GenerateConfig], ModelOutput]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., EvalLog]:
    """Run a task, and return its log."""

    def run(task: Task, answer: Answer | None = None, **options: Any) -> EvalLog:  # noqa: ANN401  # Inspect's options
        with warnings.catch_warnings():
            # Inspect leaves streams open: they go here, and not within another test.
            warnings.simplefilter("ignore", ResourceWarning)
            (log,) = evaluate(task, model=mock(answer or never), display="none", log_dir=str(tmp_path), **options)
            gc.collect()
        return log

    return run


def mock(answer: Answer) -> Model:
    """Let Inspect's mock model answer."""

    def outputs(asked: list[ChatMessage], _: list[ToolInfo], __: ToolChoice, config: GenerateConfig) -> ModelOutput:
        return answer(asked, config)

    return get_model("mockllm/model", custom_outputs=outputs, memoize=False)


def never(_: list[ChatMessage], __: GenerateConfig) -> ModelOutput:
    """Fail: nobody is to be asked."""
    raise AssertionError("a model was asked")


def said(text: str) -> ModelOutput:
    """Answer with a text, and say what it took; without, Inspect asks a server how long it is."""
    output = ModelOutput.from_content("mockllm/model", text)
    output.usage = ModelUsage(input_tokens=900, output_tokens=100, total_tokens=1000, input_tokens_cache_read=800)
    return output


def figures(log: EvalLog) -> dict[str, float | None]:
    """Return the figures of a log by their names; what Inspect calls no number is None."""
    assert log.results
    return {
        name: None if math.isnan(metric.value) else metric.value
        for score in log.results.scores
        for name, metric in score.metrics.items()
    }


def expected(scored: list[scores.CaseScores]) -> dict[str, float | None]:
    """Return the same figures as `scribe eval run` has them."""
    return {
        f"{figure.metric} {figure.statistic}": figure.value
        for figure in scores.figures(scored)
        if figure.part in PARTS.values() and figure.statistic != "macro_f1"
    }


def reports(log: EvalLog) -> Iterator[Report]:
    """Yield the reports that a log holds."""
    for sample in log.samples or ():
        yield Report.model_validate(sample.store["report"])


def test_figures_are_those_of_a_run(run: Callable[..., EvalLog]) -> None:
    """With the built-in reader every figure of every part is equal, those that are undefined too; no model is asked."""
    log = run(cases(str(NOTES)))
    held = load(NOTES).half("development")
    assert log.status == "success"
    assert {score.name for score in log.results.scores} == {*PARTS} if log.results else False
    assert figures(log) == pytest.approx(
        expected([scores.score(case, process(case.text, kind=case.kind)) for case in held])
    )
    assert [sample.id for sample in log.samples or ()] == [case.id for case in held]
    assert [sample.target for sample in log.samples or ()] == [[*case.codes.assign] for case in held]


def test_a_model_reads_through_inspect(run: Callable[..., EvalLog], tmp_path: Path) -> None:
    """Given the recorded answers, Inspect's model makes the reports of the recorded reading, whole and equal."""
    held = recorded_cases()[:4]
    path = tmp_path / "recorded.jsonl"
    names = {case.id for case in held}
    rows = [row for one in sorted(DATASETS.glob("*.jsonl")) for row in one.read_text("utf-8").splitlines()]
    path.write_text("".join(f"{row}\n" for row in rows if json.loads(row)["id"] in names), "utf-8")
    known = {
        json.dumps([message["content"] for message in body["messages"]]): text
        for case in held
        for body, text in answers(cassette(case))
    }
    schemas = []

    def recorded(asked: list[ChatMessage], config: GenerateConfig) -> ModelOutput:
        schemas.append(config.response_schema)
        return said(known[json.dumps([message.text for message in asked])])

    log = run(cases(str(path), reader="llm", half="all"), recorded)
    assert (log.status, [sample.error for sample in log.samples or ()]) == ("success", [None] * len(held))
    by_text = {report.document.text: report for report in reports(log)}
    for case in held:
        report, replayed = by_text[case.text], replay(case)
        assert report.extraction == replayed.extraction
        assert report.suggestions == replayed.suggestions
        assert report.provenance.model == "mockllm/model"
        assert report.provenance.prompt_digest == replayed.provenance.prompt_digest
    assert figures(log) == pytest.approx(expected([scores.score(case, by_text[case.text]) for case in held]))
    assert len(schemas) == len(known)


def test_the_model_is_held_to_the_whole_schema(run: Callable[..., EvalLog]) -> None:
    """Inspect drops references, so none is left: what a lesion is, is spelt out where lesions are listed."""
    schemas: list[dict[str, Any]] = []

    def note(_: list[ChatMessage], config: GenerateConfig) -> ModelOutput:
        assert config.response_schema
        assert config.response_schema.strict
        schemas.append(config.response_schema.json_schema.model_dump(exclude_none=True))
        return said(json.dumps({name: [] for name in schemas[-1]["required"]}))

    run(cases(str(NOTES), reader="llm"), note, limit=1)
    lesion = schemas[0]["properties"]["lesions"]["items"]
    assert set(lesion["required"]) == {
        *("evidence", "kind", "region", "mechanisms", "segments", "laterality", "assertion")
    }
    assert "canal_stenosis" in lesion["properties"]["kind"]["enum"]
    assert set(lesion["properties"]["evidence"]["items"]["required"]) == {"line", "quote"}


def test_repeats_are_averaged_within_their_case(run: Callable[..., EvalLog]) -> None:
    """Of two readings of each case one finds nothing: figures are those of the means of counts, as in a run."""
    finds = process(load(NOTES).cases[0].text, kind="note")
    told = 0

    def every_other(_: list[ChatMessage], config: GenerateConfig) -> ModelOutput:
        nonlocal told
        told += 1
        assert config.response_schema
        lists: dict[str, list[Any]] = {name: [] for name in config.response_schema.json_schema.required or ()}
        if told == 1:
            lists["lesions"] = [lesion_of(finds)]
        return said(json.dumps(lists))

    log = run(cases(str(NOTES), reader="llm"), every_other, limit=1, epochs=2)
    case = load(NOTES).cases[0]
    both = [scores.score(case, report, repeat=i) for i, report in enumerate(reports(log))]
    assert [len(report.extraction.lesions) for report in reports(log)] == [1, 0]
    assert figures(log) == pytest.approx(expected(both))


def lesion_of(report: Report) -> dict[str, Any]:
    """Write the first lesion of a report as a model does."""
    lesion = report.extraction.lesions[0]
    fields = {
        name: getattr(lesion, name) for name in ("kind", "region", "mechanisms", "segments", "laterality", "assertion")
    }
    (at, *_) = lesion.evidence
    line = next(i for i, (start, end) in enumerate(report.document.lines, 1) if at.span and start <= at.span[0] <= end)
    return {"evidence": [{"line": line, "quote": at.quote}], **fields}


def test_a_case_that_fails_is_a_row(run: Callable[..., EvalLog]) -> None:
    """What Inspect's model raises is the error of its sample; the others are scored."""
    told = 0

    def fails_once(_: list[ChatMessage], config: GenerateConfig) -> ModelOutput:
        nonlocal told
        told += 1
        if told == 1:
            raise RuntimeError("the model is gone")
        assert config.response_schema
        return said(json.dumps({name: [] for name in config.response_schema.json_schema.required or ()}))

    log = run(cases(str(NOTES), reader="llm"), fails_once, limit=2, max_samples=1)
    errors = [sample.error.message if sample.error else None for sample in log.samples or ()]
    assert log.status == "success"
    assert errors == ["RuntimeError('the model is gone')", None]
    assert [bool(sample.scores) for sample in log.samples or ()] == [False, True]


def test_an_answer_that_is_cut_off_is_known_as_one(run: Callable[..., EvalLog]) -> None:
    """Then the part is asked about in halves, as with any server."""
    asked: list[str] = []

    def cut_off(messages: list[ChatMessage], config: GenerateConfig) -> ModelOutput:
        asked.append(messages[-1].text)
        assert config.response_schema
        output = said(json.dumps({name: [] for name in config.response_schema.json_schema.required or ()}))
        if len(asked) == 1:
            output.choices[0].stop_reason = "max_tokens"
        return output

    log = run(cases(str(NOTES), reader="llm"), cut_off, limit=1)
    (report,) = reports(log)
    assert len(asked) == 3
    assert report.provenance.usage
    assert (report.provenance.usage.requests, report.provenance.usage.cached_tokens) == (3, 2400)


def test_samples_hold_the_labels(label: Callable[..., dict[str, Any]]) -> None:
    """So a log can be scored anew without the dataset."""
    case = Case.model_validate(label())
    (sample,) = as_dataset("two", [case])
    assert sample.metadata == {"case": label()}
    assert (sample.id, sample.input) == (case.id, case.text)
