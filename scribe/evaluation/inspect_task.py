"""The labelled cases and the readers as a task of Inspect (https://inspect.aisi.org.uk), with the extra `inspect`.

    inspect eval scribe/evaluation/inspect_task.py@cases -T dataset=eval/datasets/dev_notes.jsonl
    inspect eval scribe/evaluation/inspect_task.py@cases -T dataset=… -T reader=llm --model openai/…

A model reads as in `scribe code --reader llm`, with its prompt, schema, re-asks and checks; only the requests go to the
model that Inspect was given, so that its limits, cache and log hold. A score is the counts of one case: of repeats
Inspect keeps the mean, and the metrics are ratios of sums, so that they are the figures of `scribe eval run`.
"""

import json
import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

import httpx2
import jsonref
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import (
    ChatMessage,
    ChatMessageSystem,
    ChatMessageUser,
    GenerateConfig,
    ModelOutput,
    ResponseSchema,
    get_model,
)
from inspect_ai.scorer import Metric, SampleScore, Score, Scorer, Target, Value, metric, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver
from inspect_ai.util import JSONSchema
from openai import AsyncOpenAI

from scribe.evaluation.dataset import Case, Half, load
from scribe.evaluation.interchange.contract import case_of, labels_of
from scribe.evaluation.metrics import METRICS, Counts, Part, Share, Tally
from scribe.evaluation.metrics.codes import claim
from scribe.evaluation.scores import score as counted
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process
from scribe.schema import Report

_REPORT = "report"
_ENDINGS = {"max_tokens": "length", "model_length": "length", "content_filter": "content_filter"}


@task
def cases(
    dataset: str, reader: Literal["lexicon", "llm"] = "lexicon", *, half: Half = "development", recall: int = 1
) -> Task:
    """Read the cases of a dataset, and score the reports.

    Args:
        dataset: The file.
        reader: Who reads: the built-in lexicon, or the model that Inspect was given.
        half: The cases at even places, at odd places, or all.
        recall: Passes of the model over each part of a document.
    """
    labelled = load(Path(dataset))
    return Task(
        dataset=as_dataset(labelled.name, labelled.half(half)),
        solver=by_lexicon() if reader == "lexicon" else by_model(recall=recall),
        scorer=[dangers(), codes(), findings(), issues()],
        # A case that fails is a row.
        fail_on_error=False,
    )


def as_dataset(name: str, cases: Iterable[Case]) -> MemoryDataset:
    """Make samples of cases: the text goes in, and the codes to assign are the target.

    Args:
        name: What the dataset is called.
        cases: The cases.
    """
    samples = [
        Sample(id=case.id, input=case.text, target=[*case.codes.assign], metadata={"case": labels_of(case)})
        for case in cases
    ]
    return MemoryDataset(samples, name=name)


@solver
def by_lexicon() -> Solver:
    """Read with the built-in lexicon."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001  # Inspect's signature
        case = _case(state)
        return _answered(state, "lexicon", process(case.text, kind=case.kind))

    return solve


@solver
def by_model(*, recall: int = 1) -> Solver:
    """Read with the model that Inspect was given.

    Args:
        recall: Passes over each part of a document.
    """

    async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001  # Inspect's signature
        case, model = _case(state), str(get_model())
        wire = _Wire()
        http = httpx2.AsyncClient(transport=wire)
        async with AsyncOpenAI(api_key="none", base_url="http://inspect", http_client=http) as client:
            # Inspect tries again what may be tried again.
            reader = LlmReader(model=model, client=client, recall=recall, policy=Policy(tries=1))
            try:
                report = await aprocess(case.text, kind=case.kind, reader=reader)
            finally:
                if wire.failure:
                    raise wire.failure from None
        return _answered(state, model, report)

    return solve


class _Wire(httpx2.AsyncBaseTransport):
    """What stands where a server would: it asks Inspect's model."""

    def __init__(self) -> None:
        self.failure: Exception | None = None
        """What Inspect raised last, such as a limit that is reached."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        body = json.loads(await request.aread())
        try:
            output = await get_model().generate(_messages(body), config=_config(body))
        except Exception as error:
            self.failure = error
            raise
        return httpx2.Response(200, json=_completion(output), request=request)


def _messages(body: Mapping[str, Any]) -> list[ChatMessage]:
    kinds: Mapping[str, Callable[..., ChatMessage]] = {"system": ChatMessageSystem, "user": ChatMessageUser}
    return [kinds[message["role"]](content=message["content"]) for message in body["messages"]]


def _config(body: Mapping[str, Any]) -> GenerateConfig:
    """Hold the model to the schema; Inspect's schemas have no references, so each is replaced by what it names."""
    asked = body["response_format"]["json_schema"]
    plain = jsonref.replace_refs(asked["schema"], proxies=False)
    schema = ResponseSchema(name=asked["name"], json_schema=JSONSchema.model_validate(plain), strict=asked["strict"])
    return GenerateConfig(response_schema=schema)


def _completion(output: ModelOutput) -> dict[str, Any]:
    """Put an output into the form of a chat server."""
    usage = output.usage
    tokens = usage and {
        "prompt_tokens": usage.input_tokens,
        "completion_tokens": usage.output_tokens,
        "total_tokens": usage.total_tokens,
        "prompt_tokens_details": {"cached_tokens": usage.input_tokens_cache_read or 0},
    }
    ending = _ENDINGS.get(output.stop_reason, "stop")
    message = {"role": "assistant", "content": output.completion}
    choices = [{"index": 0, "message": message, "finish_reason": ending}]
    return {
        "id": "inspect",
        "object": "chat.completion",
        "created": 0,
        "model": output.model,
        "choices": choices,
        "usage": tokens,
    }


def _case(state: TaskState) -> Case:
    return case_of(state.metadata["case"], str(state.sample_id))


def _answered(state: TaskState, reader: str, report: Report) -> TaskState:
    """Keep the report for the scorers, and show the codes to assign as the answer."""
    state.store.set(_REPORT, report.model_dump(mode="json"))
    state.output = ModelOutput.from_content(reader, " ".join(claim(report)))
    return state


@metric
def figures(part: Part) -> Metric:
    """Return every figure of a part: ratios of the sums of the counts of all cases.

    Args:
        part: What the counts are about.
    """

    def compute(scores: list[SampleScore]) -> Value:
        values = [one.score.as_dict() for one in scores]
        return {
            f"{one.key} {ratio.statistic}": ratio.numerator / ratio.denominator if ratio.denominator else math.nan
            for one in METRICS
            if one.part == part
            for ratio in _total(values, one.key).ratios
        }

    return compute


def _total(values: Iterable[Mapping[str, Any]], key: str) -> Tally:
    """Sum the counts of a metric over cases."""
    values = [*values]
    kind: type[Counts | Share] = Counts if any(f"{key} spurious" in value for value in values) else Share
    return kind(*(sum(value.get(f"{key} {name}", 0) for value in values) for name in kind._fields))


@scorer(metrics=[figures("danger")])
def dangers() -> Scorer:
    """Count what harms when it goes unnoticed."""
    return _scorer("danger")


@scorer(metrics=[figures("codes")])
def codes() -> Scorer:
    """Count codes, in sets and in order."""
    return _scorer("codes")


@scorer(metrics=[figures("findings")])
def findings() -> Scorer:
    """Count findings on their keys."""
    return _scorer("findings")


@scorer(metrics=[figures("issues")])
def issues() -> Scorer:
    """Count issues."""
    return _scorer("issues")


def _scorer(part: Part) -> Scorer:
    async def score(state: TaskState, target: Target) -> Score:  # noqa: ARG001  # Inspect's signature
        report = Report.model_validate(state.store.get(_REPORT))
        counts = counted(_case(state), report).counts
        value = {
            f"{one.key} {name}": count
            for one in METRICS
            if one.part == part and (tally := counts[one.key]) is not None
            for name, count in tally._asdict().items()
        }
        return Score(value=value, answer=state.output.completion)

    return score
