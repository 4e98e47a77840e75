"""Specification of usage and money: per segment and in all, and unknown where it is not known."""

import json
from datetime import UTC, datetime
from typing import Any

import openai
import pytest

from scribe.evaluation.provider import Provider, Reaction, Step, answer, failure, findings
from scribe.extraction.llm.completion import Tokens
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.prices import TABLE, Prices
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import process
from scribe.schema import Provenance

NOTE = "S: Sore since Monday, worse at night.\nO: L5 tender on the right, boggy.\nA: L5 FRS right, sacrum is free.\n"
# 200 fresh tokens at $0.15 a million, 800 cached at half of that, 100 received at $0.60.
COST = 200 * 0.15e-6 + 800 * 0.075e-6 + 100 * 0.60e-6
QUICK = Policy(first_wait=0.001, timeout=5)


def made(*script: Reaction, provider: Provider, **options: Any) -> Provenance:  # noqa: ANN401  # options of the reader
    """Return how a report was made."""
    provider.script = [*script]
    given: dict[str, Any] = {"model": "gpt-4o-mini", "policy": QUICK} | options
    return process(NOTE, reader=LlmReader(**given)).provenance


def test_the_cost_of_a_request(provider: Provider, priced: openai.OpenAI) -> None:
    """Fresh, cached and received tokens have their own prices; the day and the table of prices are kept."""
    usage = made(findings(), provider=provider, client=priced).usage
    assert usage is not None
    assert usage.cost == pytest.approx(COST)
    assert usage.price_date == datetime.now(UTC).date()
    assert usage.price_table == TABLE
    assert TABLE.startswith("genai-prices 0.")


def test_every_answer_counts(provider: Provider, priced: openai.OpenAI) -> None:
    """So do those that are asked for again; a request without an answer has no tokens."""
    usage = made(failure(500), answer("no JSON"), findings(), provider=provider, client=priced).usage
    assert usage is not None
    assert (usage.requests, usage.reasks, usage.input_tokens) == (3, 1, 2000)
    assert usage.cost == pytest.approx(2 * COST)


@pytest.mark.parametrize(
    ("model", "server"),
    [
        ("no-such-model", "https://api.openai.com/v1"),
        ("gpt-4o-mini", "http://localhost:8000/v1"),
        ("gpt-4o-mini", "https://gateway.example/v1"),
    ],
)
def test_what_has_no_price_costs_nobody_knows_what(model: str, server: str) -> None:
    """A model of the same name at another server is not the same thing."""
    prices = Prices(model, server)
    assert (prices.table, prices.of(Tokens(1000, 0, 100))) == (None, None)


def test_an_unknown_cost_is_none(provider: Provider) -> None:
    """Never 0."""
    usage = made(findings(), provider=provider, base_url=provider.url).usage
    assert usage is not None
    assert (usage.cost, usage.price_date, usage.price_table) == (None, None, None)
    assert usage.output_tokens == 100


@pytest.mark.parametrize("said", [None, {}, {"prompt_tokens": "many"}, {"prompt_tokens": -1, "completion_tokens": 1}])
def test_a_server_that_does_not_count(provider: Provider, priced: openai.OpenAI, said: Any) -> None:  # noqa: ANN401  # anything
    """One answer without a count makes the cost unknown."""
    silent = Step(json.dumps(json.loads(findings().body) | {"usage": said}))
    usage = made(answer("no JSON"), silent, provider=provider, client=priced).usage
    assert usage is not None
    assert (usage.requests, usage.input_tokens, usage.cost) == (2, 1000, None)


@pytest.mark.usefixtures("_short_segments")
def test_segments_add_up(provider: Provider, priced: openai.OpenAI) -> None:
    """Each says what it took; together they are the whole."""
    provenance = made(findings(), answer("no JSON"), findings(), provider=provider, client=priced)
    assert [NOTE[slice(*one.span)][:2] for one in provenance.segments] == ["S:", "O:", "A:"]
    assert [(one.usage.requests, one.usage.reasks) for one in provenance.segments] == [(1, 0), (2, 1), (1, 0)]
    assert provenance.usage is not None
    for name in ("requests", "reasks", "input_tokens", "cached_tokens", "output_tokens"):
        assert getattr(provenance.usage, name) == sum(getattr(one.usage, name) for one in provenance.segments)
    assert provenance.usage.cost == pytest.approx(4 * COST)
    seconds = [one.usage.seconds or 0 for one in provenance.segments]
    assert min(seconds) > 0
    assert sum(seconds) <= (provenance.usage.seconds or 0) + 0.01


def test_a_document_without_words_takes_nothing(provider: Provider) -> None:
    """And has no segment."""
    provider.script = [findings()]
    provenance = process("--\n", reader=LlmReader(model="m", base_url=provider.url)).provenance
    assert (provenance.segments, provenance.usage and provenance.usage.requests, provider.requests) == ((), 0, [])
