"""Specification of resuming: what a partial report left unread is read, and nothing else is asked, lost or doubled."""

import asyncio
import json
import re
from inspect import cleandoc
from typing import Any

import pytest

from scribe.errors import BudgetError, InputError
from scribe.evaluation.provider import Provider, Step, answer, failure, findings
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.llm.budget import Budget
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, aresume, process, resume
from scribe.schema import Encounter, Report

NOTE = cleandoc("""
    S: Tailbone pain since a fall, massage last week.
    O: Left sacral sulcus tender, sacral base deep on the left.
    A: Left-on-left sacral torsion and L5 FRS right since the fall.
    P: Muscle energy to the sacrum and the lumbar spine today, M99.04.
""")
FINDINGS: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "1": [
        ("care", {"kind": "massage", "timing": "prior", "regions": [],
                  "evidence": [{"line": 1, "quote": "massage last week"}]}),
    ],
    "2": [
        ("tart", {"component": "tenderness", "region": "sacral", "laterality": "left", "assertion": "present",
                  "evidence": [{"line": 2, "quote": "Left sacral sulcus tender"}]}),
        ("tart", {"component": "asymmetry", "region": "sacral", "laterality": "left", "assertion": "present",
                  "evidence": [{"line": 2, "quote": "sacral base deep on the left"}]}),
    ],
    "3": [
        ("lesions", {"kind": "somatic_dysfunction", "region": "sacral", "mechanisms": [], "segments": [],
                     "laterality": "left", "assertion": "present",
                     "evidence": [{"line": 3, "quote": "Left-on-left sacral torsion"}]}),
        ("lesions", {"kind": "somatic_dysfunction", "region": "lumbar", "mechanisms": [], "segments": ["L5"],
                     "laterality": "right", "assertion": "present",
                     "evidence": [{"line": 3, "quote": "L5 FRS right"}]}),
    ],
    "4": [
        ("care", {"kind": "manipulation", "timing": "today", "regions": ["sacral", "lumbar"],
                  "evidence": [{"line": 4, "quote": "Muscle energy to the sacrum and the lumbar spine today"}]}),
    ],
}  # fmt: skip
QUICK = Policy(tries=1, timeout=5)


def of_lines(asked: str) -> Step:
    """Answer a question with what stands in its lines."""
    first, last = (int(number) for number in re.findall(r"lines (\d+) to (\d+),", asked)[0])
    lists: dict[str, list[Any]] = {}
    for line in range(first, last + 1):
        for name, finding in FINDINGS.get(str(line), []):
            lists.setdefault(name, []).append(finding)
    return findings(**lists)


def reading(*failing: str, way: Step | None = None) -> Any:  # noqa: ANN401  # a reaction
    """Answer questions, but fail those about some lines."""

    def react(body: dict[str, Any]) -> Step:
        asked = body["messages"][-1]["content"]
        is_failing = any(f"lines {line} to {line}," in asked for line in failing)
        return (way or failure(500)) if is_failing else of_lines(asked)

    return react


def reader(provider: Provider, **options: Any) -> LlmReader:  # noqa: ANN401  # options of the reader
    """Return a reader."""
    given: dict[str, Any] = {"model": "m", "base_url": provider.url, "policy": QUICK} | options
    return LlmReader(**given)


def partial(provider: Provider, *failing: str, **options: Any) -> Report:  # noqa: ANN401  # options of `process`
    """Make a report in which some lines are unread."""
    provider.script = [reading(*failing)]
    report = process(NOTE, reader=reader(provider), **options)
    assert len(report.provenance.unread) == len(failing)
    provider.requests.clear()
    provider.script = [reading()]
    return report


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    """How to wait."""
    name: str = request.param
    return name


def resumed(report: Report | str, way: str, with_reader: LlmReader) -> Report:
    """Complete a report."""
    return resume(report, with_reader) if way == "sync" else asyncio.run(aresume(report, with_reader))


@pytest.mark.parametrize("failing", [("1",), ("2",), ("3",), ("4",), ("1", "3"), ("2", "3"), ("1", "2", "4")])
@pytest.mark.usefixtures("_short_segments")
def test_the_rest_is_read_and_nothing_else(provider: Provider, way: str, failing: tuple[str, ...]) -> None:
    """One request for each unread part, and a report like that of one reading."""
    provider.script = [reading()]
    whole = process(NOTE, reader=reader(provider))
    report = partial(provider, *failing)
    done = resumed(report, way, reader(provider))
    assert len(provider.requests) == len(failing)
    assert done.extraction == whole.extraction
    assert (done.suggestions, done.issues, done.queries) == (whole.suggestions, whole.issues, whole.queries)
    assert done.provenance.unread == ()


@pytest.mark.usefixtures("_short_segments")
def test_usage_is_that_of_both_readings(provider: Provider, way: str) -> None:
    """In all and by segment; the failed request counts too."""
    report = partial(provider, "2")
    done = resumed(report, way, reader(provider)).provenance
    before, after = report.provenance.usage, done.usage
    assert before is not None
    assert after is not None
    assert (before.requests, after.requests) == (4, 5)
    assert (before.input_tokens, after.input_tokens) == (3000, 4000)
    assert (after.seconds or 0) > (before.seconds or 0)
    asked = [NOTE[slice(*one.span)][:2] for one in done.segments]
    assert asked == ["S:", "O:", "A:", "P:", "O:"]


@pytest.mark.usefixtures("_short_segments")
def test_what_fails_again_stays_unread(provider: Provider, way: str) -> None:
    """The report stays partial, and can be completed another time."""
    report = partial(provider, "2", "3")
    provider.script = [reading("2")]
    again = resumed(report, way, reader(provider))
    assert [NOTE[slice(*part.span)][:2] for part in again.provenance.unread] == ["O:"]
    assert len(again.extraction.lesions) == 2
    provider.script = [reading()]
    done = resumed(again, way, reader(provider))
    assert (len(done.extraction.tart), done.provenance.unread) == (2, ())
    provider.script = [failure(500)]
    third = resumed(report, way, reader(provider))
    assert third.extraction == report.extraction
    assert [part.span for part in third.provenance.unread] == [part.span for part in report.provenance.unread]
    assert all("HTTP 500" in part.reason for part in third.provenance.unread)


@pytest.mark.usefixtures("_short_segments")
def test_visit_and_codes_stay(provider: Provider, way: str) -> None:
    """What was known when the report was begun is known when it ends; a report may be kept as JSON in between."""
    visit = Encounter(payer="medicare", discipline="osteopathic")
    report = partial(provider, "3", encounter=visit, codes=("98925",))
    done = resumed(report.model_dump_json(), way, reader(provider))
    assert (done.encounter.payer, done.encounter.discipline, done.codes) == ("medicare", "osteopathic", ("98925",))
    provider.script = [reading()]
    whole = process(NOTE, reader=reader(provider), encounter=visit, codes=("98925",))
    assert (done.suggestions, done.issues) == (whole.suggestions, whole.issues)


def test_a_finding_in_a_wrong_form_is_read_with_its_lines(provider: Provider, way: str) -> None:
    """The other findings of those lines are not doubled."""
    odd = FINDINGS["3"][1][1] | {"laterality": "sinister"}
    others = [finding for name, finding in FINDINGS["3"][:1]]
    provider.script = [findings(lesions=[*others, odd], tart=[finding for _, finding in FINDINGS["2"]]), answer("{}")]
    report = process(NOTE, reader=reader(provider))
    assert [NOTE[slice(*part.span)][:2] for part in report.provenance.unread] == ["A:"]
    provider.requests.clear()
    provider.script = [reading()]
    done = resumed(report, way, reader(provider))
    assert "lines 3 to 3," in provider.asked[0]
    assert len(provider.requests) == 1
    assert [one.region for one in done.extraction.lesions] == ["sacral", "lumbar"]
    assert [len(one.evidence) for one in done.extraction.lesions] == [1, 1]
    assert (len(done.extraction.tart), done.provenance.unread) == (2, ())


def test_unread_parts_that_overlap_are_asked_about_once(provider: Provider, way: str) -> None:
    """Two findings of one line, each in a wrong form, are one question."""
    odd = [FINDINGS["3"][i][1] | {"laterality": "sinister"} for i in (0, 1)]
    provider.script = [findings(lesions=odd), answer("{}")]
    report = process(NOTE, reader=reader(provider))
    assert len(report.provenance.unread) == 2
    provider.requests.clear()
    provider.script = [reading()]
    assert len(resumed(report, way, reader(provider)).extraction.lesions) == 2
    assert len(provider.requests) == 1


def test_a_whole_report_asks_nobody(provider: Provider, way: str) -> None:
    """It is the same again."""
    provider.script = [reading()]
    report = process(NOTE, reader=reader(provider))
    done = resumed(report, way, reader(provider))
    assert len(provider.requests) == 1
    assert done.extraction == report.extraction
    assert done.provenance.segments == report.provenance.segments


@pytest.mark.usefixtures("_short_segments")
def test_a_budget_is_for_one_reading(provider: Provider, way: str) -> None:
    """What the first one used is not counted again; what does not fit stays unread."""
    report = partial(provider, "2", "3")
    with pytest.raises(BudgetError):
        resumed(report, way, reader(provider, budget=Budget(max_tokens=100)))
    again = resumed(report, "sync", reader(provider, budget=Budget(max_tokens=7_500)))
    assert [NOTE[slice(*part.span)][:2] for part in again.provenance.unread] == ["A:"]


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"model": "n"}, "was read by the model m, not by n: name that one."),
        ({"recall": 2}, r"with another wording \(extraction/v1\) or another --recall: read the document anew."),
    ],
)
@pytest.mark.usefixtures("_short_segments")
def test_a_report_of_somebody_else(provider: Provider, way: str, other: dict[str, Any], message: str) -> None:
    """Another model or wording is named, and nobody is asked."""
    report = partial(provider, "2")
    with pytest.raises(InputError, match=message):
        resumed(report, way, reader(provider, **other))
    assert provider.requests == []


@pytest.mark.usefixtures("_short_segments")
def test_a_report_of_another_document(provider: Provider) -> None:
    """One whose text was changed is refused without a word of either."""
    report = partial(provider, "2")
    with pytest.raises(InputError, match="of another document: give the file that it was made of"):
        reader(provider).resume(process("S: Sore.").document, report)
    changed = json.loads(report.model_dump_json())
    changed["document"]["text"] = NOTE.replace("Left sacral", "Left lumbar")
    with pytest.raises(InputError, match="not of the text that it holds") as raised:
        resume(changed, reader(provider))
    assert "sacral" not in str(raised.value)


def test_the_lexicon_resumes_nothing(provider: Provider) -> None:
    """It reads whole documents, and its reports lack nothing."""
    with pytest.raises(InputError, match="The lexicon reader resumes no report"):
        resume(process(NOTE), LexiconReader())
    with pytest.raises(InputError, match="was made by the lexicon reader: read the document anew"):
        resume(process(NOTE), reader(provider))


@pytest.mark.usefixtures("_short_segments")
def test_a_cancelled_resumption_changes_nothing(provider: Provider) -> None:
    """The report can be resumed again."""
    report = partial(provider, "2", "3")
    provider.script = [reading("2", "3", way=of_lines("lines 2 to 3,")._replace(delay=0.5))]

    async def use() -> None:
        task = asyncio.create_task(aresume(report, reader(provider)))
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(use())
    provider.script = [reading()]
    assert asyncio.run(aresume(report, reader(provider))).provenance.unread == ()
    assert asyncio.run(aprocess(NOTE, reader=reader(provider))).provenance.unread == ()
