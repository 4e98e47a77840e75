"""Overhead: what scribe adds to the time of a model, beside the bare openai client, instructor and langextract.

    python eval/benchmarks/overhead.py [--langextract PYTHON] [--write]

A note of two pages and a recorded answer to it, served by a provider in another process. Every call gets a text of its
own, as every document is another one. First processor time a call, one after the other; then wall time of calls side
by side in one process, at 200 ms latency, in alternation; last what is sent when answers are wrong. langextract has no
server in its figure: its model is a function. Exits 1 where a limit is passed.
"""  # noqa: INP001  # a script: nothing imports it

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

import instructor
import openai
from instructor.core import InstructorRetryException

from scribe.documents import parse
from scribe.evaluation.cassettes import answers
from scribe.evaluation.provider import Provider, Step, answer
from scribe.evaluation.recordings import cassette, recorded_cases
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.llm.answer import Findings, read_answer
from scribe.extraction.llm.chunking import segments
from scribe.extraction.llm.client import AsyncConnection, Client, Connection
from scribe.extraction.llm.completion import text_of
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.merging import collect
from scribe.extraction.llm.prompts import load_prompt, opening, question
from scribe.extraction.llm.reader import LlmReader
from scribe.extraction.verification import verify
from scribe.pipeline import aprocess, process

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).parent / "results" / "overhead.md"
PEER = Path(__file__).parent / "peers" / "adapters" / "overhead_langextract.py"
MODEL = "m"
LATENCY = 0.2
ABREAST = {1: 15, 16: 7, 64: 5}
"""Calls at the same time, and how often."""
CALLS = 60
CPU_LIMIT = 8.0
"""Milliseconds of processor time of a call for client, parsing, grounding, coding and rules together."""
WALL_LIMIT = 1.05


class Task(NamedTuple):
    """What is read."""

    text: str
    """The note."""
    answer: str
    """The answer to it."""

    def texts(self) -> Iterator[str]:
        """Yield the note again and again, each time as another document."""
        return (f"{self.text}\nChart {number}." for number in count())


Ways = Mapping[str, Callable[[str], Awaitable[object]]]
"""Ways of asking about a text, by name."""


def task() -> Task:
    """Return the longest recorded note."""
    case = max((case for case in recorded_cases() if case.kind == "note"), key=lambda case: len(case.text))
    return Task(case.text, next(answers(cassette(case)))[1])


def serve(pipe: Pipe, step: Step) -> None:
    """Serve one answer until something comes through the pipe."""
    with Provider(step) as server:
        pipe.send(server.url)
        pipe.recv()


@contextmanager
def served(step: Step) -> Iterator[str]:
    """Serve one answer from another process."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=serve, args=(theirs, step), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send(None)
        process.join()


def request_about(client: Client, text: str) -> dict[str, Any]:
    """Return what scribe sends about a text."""
    document = parse(text, "note")
    (segment,) = segments(document)
    return client.request(question(load_prompt(), document, segment.span, segment.context))


def client_of(connection: Connection | AsyncConnection) -> Client:
    """Return scribe's client around one of the SDK."""
    told = opening(load_prompt())
    return Client(MODEL, told, mode="schema", base_url=None, given=connection, policy=Policy())


def cpu(given: Task, url: str) -> dict[str, float]:
    """Return the milliseconds of processor time of a call, for each way of asking."""
    connection = openai.OpenAI(api_key="none", base_url=url)
    client, reader = client_of(connection), LlmReader(model=MODEL, client=connection)
    held = instructor.from_openai(connection, mode=instructor.Mode.JSON_SCHEMA)
    request = request_about(client, given.text)
    messages = request["messages"]

    def through_client(_: str) -> object:
        with client.open() as line:
            return read_answer(text_of(line.send(request)))

    ways: Mapping[str, Callable[[str], object]] = {
        "openai's create": lambda _: connection.chat.completions.create(**request),
        "scribe's client and form": through_client,
        "instructor": lambda _: held.create(Findings, messages, model=MODEL),
        "scribe, text to report": lambda text: process(text, kind="note", reader=reader),
    }
    return {name: milliseconds(way, given) for name, way in ways.items()}


def milliseconds(way: Callable[[str], object], given: Task) -> float:
    """Measure a way of asking; the first calls do not count."""
    texts = given.texts()
    for _ in range(5):
        way(next(texts))
    spent = []
    for _ in range(CALLS):
        start = process_time()
        way(next(texts))
        spent.append(process_time() - start)
    return median(spent) * 1000


def verification(given: Task) -> float:
    """Return the milliseconds of processor time in which the fields of an answer's findings are verified."""
    spent = []
    for text in islice(given.texts(), CALLS):
        document = parse(text, "note")
        grounded = ground_extraction(document, collect(read_answer(given.answer).findings))
        start = process_time()
        verify(document, grounded)
        spent.append(process_time() - start)
    return median(spent) * 1000


async def wall(given: Task, url: str) -> dict[str, dict[int, float]]:
    """Return the seconds that so many calls side by side take, for each way of asking."""
    async with openai.AsyncOpenAI(api_key="none", base_url=url) as connection:
        client, reader = client_of(connection), LlmReader(model=MODEL, client=connection)
        held = instructor.from_openai(connection, mode=instructor.Mode.JSON_SCHEMA)
        request = request_about(client, given.text)

        async def through_client(_: str) -> object:
            async with client.aopen() as line:
                return read_answer(text_of(await line.asend(request)))

        ways: Ways = {
            "openai's create": lambda _: connection.chat.completions.create(**request),
            "scribe's client and form": through_client,
            "instructor": lambda _: held.create(Findings, request["messages"], model=MODEL),
            "scribe, text to report": lambda text: aprocess(text, kind="note", reader=reader),
        }
        return await rounds(ways, given.texts())


async def rounds(ways: Ways, texts: Iterator[str]) -> dict[str, dict[int, float]]:
    """Measure the ways in alternation, so that a slow moment of the machine meets them all."""
    taken: dict[str, dict[int, list[float]]] = {name: {number: [] for number in ABREAST} for name in ways}
    for number, repeats in ABREAST.items():
        for turn in range(repeats + 1):
            for name, way in ways.items():
                start = perf_counter()
                await asyncio.gather(*(way(next(texts)) for _ in range(number)))
                if turn:  # the first opens the connections
                    taken[name][number].append(perf_counter() - start)
    return {name: {number: median(seconds) for number, seconds in by.items()} for name, by in taken.items()}


def corrections(given: Task) -> dict[str, list[int]]:
    """Return the bytes of the messages of each request where one finding stays wrong: scribe's, and instructor's."""
    said = json.loads(given.answer)
    name = next(name for name, found in said.items() if found)
    said[name][0]["assertion"] = "sinister"
    sent = {}
    with Provider(answer(json.dumps(said))) as server:
        process(given.text, kind="note", reader=LlmReader(model=MODEL, base_url=server.url))
        sent["scribe"] = list(map(size, server.requests))
        server.requests.clear()
        connection = openai.OpenAI(api_key="none", base_url=server.url)
        messages = request_about(client_of(connection), given.text)["messages"]
        held = instructor.from_openai(connection, mode=instructor.Mode.JSON_SCHEMA)
        with suppress(InstructorRetryException):
            held.create(Findings, messages, model=MODEL, max_retries=2)
        sent["instructor"] = list(map(size, server.requests))
    return sent


def size(request: Mapping[str, Any]) -> int:
    """Return the bytes of what a request says beside what is static."""
    return sum(len(json.dumps(message, ensure_ascii=False).encode()) for message in request["messages"][1:])


def langextract(given: Task, python: Path) -> str:
    """Measure langextract on the same note and findings, or say why not."""
    if not python.is_file():
        return f"skipped, there is no {python}: install langextract there"
    findings = [
        {"class": name, "quote": quote["quote"], "fields": {key: str(value) for key, value in one.items()}}
        for name, found in json.loads(given.answer).items()
        for one in found
        for quote in one.pop("evidence")[:1]
    ]
    asked = json.dumps({"text": given.text, "findings": findings, "runs": 10})
    done = subprocess.run([python, PEER], input=asked, capture_output=True, text=True, check=False)  # noqa: S603  # own script
    if done.returncode:
        return f"skipped, it failed: {(done.stderr.splitlines() or ['without a word'])[-1]}"
    told = json.loads(done.stdout)
    quotes = f"{told['aligned']} of {len(findings)} quotes aligned"
    return f"{told['milliseconds']:.1f} ms with a function for a model ({told['version']}, {quotes})"


def main() -> int:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--langextract", type=Path, default=ROOT / ".venv-langextract" / "bin" / "python")
    parser.add_argument("--write", action="store_true", help="write the page of results as well")
    options = parser.parse_args()
    given = task()
    with served(answer(given.answer)) as url:
        spent = cpu(given, url)
    with served(answer(given.answer)._replace(delay=LATENCY)) as url:
        taken = asyncio.run(wall(given, url))
    spent["verification"] = verification(given)
    spent["the rest"] = spent["scribe, text to report"] - spent["verification"]
    page = render(given, spent, taken, langextract(given, options.langextract), corrections(given))
    sys.stdout.write(page)
    if options.write:
        RESULTS.write_text(page, encoding="utf-8")
    ours, bare = taken["scribe's client and form"], taken["openai's create"]
    is_slow = any(ours[number] > bare[number] * WALL_LIMIT for number in ABREAST)
    return int(is_slow or spent["the rest"] > CPU_LIMIT)


def render(
    given: Task,
    spent: Mapping[str, float],
    taken: Mapping[str, Mapping[int, float]],
    peer: str,
    sent: Mapping[str, list[int]],
) -> str:
    """Write the page."""
    found = sum(map(len, json.loads(given.answer).values()))
    bare = taken["openai's create"]
    rows = [
        f"| {name} | {spent[name]:.1f} | "
        + " | ".join(f"{seconds * 1000:.0f} ({seconds / bare[number] - 1:+.0%})" for number, seconds in by.items())
        + " |"
        for name, by in taken.items()
    ]
    requests = "\n".join(f"| {name} | {' | '.join(map(str, sizes))} |" for name, sizes in sent.items())
    return f"""\
# Overhead

A note of {len(given.text):,} characters, an answer of {found} findings. Written by
`python eval/benchmarks/overhead.py --write`.

Milliseconds: of one processor for a call; and of the clock for so many calls side by side in one process, at
{LATENCY * 1000:g} ms latency, with what is above openai's own, limit {WALL_LIMIT - 1:.0%} for scribe's client. One
process has one processor: from text to report, so many calls take at least so many times the processor time of one.

| | processor | {" | ".join(f"{number} at once" for number in taken["openai's create"])} |
|---|--:|{"--:|" * len(bare)}
{chr(10).join(rows)}

From text to report, client, parsing, grounding, coding and rules take {spent["the rest"]:.1f} ms of the processor,
limit {CPU_LIMIT:g}. Verification, which reads the document once more to see whether it bears out each field of each
finding, takes {spent["verification"]:.1f} ms beside them and has no limit.

langextract's whole path, processor time a call: {peer}.

Bytes of the messages beside the static one, where one finding of the answer stays wrong: the question, and two re-asks.

| | question | re-ask | re-ask |
|---|--:|--:|--:|
{requests}
"""


if __name__ == "__main__":
    raise SystemExit(main())
