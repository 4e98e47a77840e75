"""Specification of budgets: what is checked before a request, and what becomes of parts that are not asked about."""

import asyncio
from typing import Any

import openai
import pytest

from scribe.errors import BudgetError, InputError
from scribe.evaluation.provider import Provider, answer, findings
from scribe.extraction.llm.budget import Budget, Spending, estimated
from scribe.extraction.llm.completion import Tokens
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process, resume
from scribe.schema import Report

NOTE = "S: Sore since Monday, worse at night.\nO: L5 tender on the right, boggy.\nA: L5 FRS right, sacrum is free.\n"


def test_an_estimate_is_above_what_is_sent() -> None:
    """A token for every three bytes of all that is sent, and one for every byte that is asked about."""
    assert estimated(300, {"role": "user", "content": "x" * 31}) == Tokens(111, 0, 31)
    assert estimated(0, {"role": "user", "content": "\u00e9"}) == Tokens(1, 0, 2)


def test_reserved_and_used() -> None:
    """What is under way counts until its answer has come; what was used counts for ever."""
    spending = Spending(Budget(max_tokens=100), lambda _: None)
    spending.reserve(Tokens(60, 0, 20))
    with pytest.raises(BudgetError, match=r"may take 30 tokens, and 80 of 100 are used"):
        spending.reserve(Tokens(30, 0, 0))
    spending.add(Tokens(10, 5, 10))
    spending.release(Tokens(60, 0, 20))
    spending.reserve(Tokens(80, 0, 0))
    with pytest.raises(BudgetError):
        spending.reserve(Tokens(1, 0, 0))


def test_money() -> None:
    """The same in dollars; exactly the limit is within it."""
    spending = Spending(Budget(max_cost=1.0), lambda tokens: tokens.total / 100)
    spending.reserve(Tokens(100, 0, 0))
    with pytest.raises(BudgetError, match=r"cost to \$1\.0100, more than \$1: allow more with --max-cost\."):
        spending.reserve(Tokens(1, 0, 0))


def test_no_limit() -> None:
    """Nothing is refused."""
    spending = Spending(Budget(), lambda _: 1e9)
    spending.reserve(Tokens(10**12, 0, 10**12))


def limited(way: str, provider: Provider, budget: Budget, **options: Any) -> Report:  # noqa: ANN401  # of the reader
    """Make a report within a budget."""
    given: dict[str, Any] = {"model": "m", "base_url": provider.url, "budget": budget} | options
    reader = LlmReader(**given)
    return process(NOTE, reader=reader) if way == "sync" else asyncio.run(aprocess(NOTE, reader=reader))


@pytest.mark.usefixtures("_short_segments")
def test_the_rest_stays_unread(provider: Provider) -> None:
    """What fits is read, what does not is named with the reason, and can be read by whoever allows more."""
    provider.script = [findings()]
    # A request is estimated at about 6,700 tokens and takes 1,100.
    report = limited("sync", provider, Budget(max_tokens=8_500))
    assert len(provider.requests) == 2
    assert [NOTE[slice(*part.span)][:2] for part in report.provenance.unread] == ["A:"]
    assert "and 2200 of 8500 are used: allow more with --max-tokens." in report.provenance.unread[0].reason
    whole = resume(report, LlmReader(model="m", base_url=provider.url))
    assert (len(provider.requests), whole.provenance.unread) == (3, ())


@pytest.mark.usefixtures("_short_segments")
def test_requests_at_the_same_time_share_it(provider: Provider) -> None:
    """Those under way count with what they may take, so that together they keep the limit."""
    provider.script = [findings()._replace(delay=0.1)]
    report = limited("async", provider, Budget(max_tokens=8_500))
    assert len(provider.requests) == 1
    assert len(report.provenance.unread) == 2


@pytest.mark.parametrize("way", ["sync", "async"])
def test_nothing_is_sent_where_nothing_fits(provider: Provider, way: str) -> None:
    """Then there is no report, only the reason."""
    with pytest.raises(BudgetError, match=r"and 0 of 5000 are used"):
        limited(way, provider, Budget(max_tokens=5000))
    assert provider.requests == []


def test_a_re_ask_counts_as_well(provider: Provider) -> None:
    """The answer that could not be used is in the report's usage and in the reason."""
    provider.script = [answer("no JSON")]
    report = limited("sync", provider, Budget(max_tokens=7_500))
    assert "and 1100 of 7500 are used" in report.provenance.unread[0].reason
    assert report.provenance.usage
    assert (report.provenance.usage.requests, len(provider.requests)) == (1, 1)


@pytest.mark.usefixtures("_short_segments")
def test_a_limit_of_cost(provider: Provider, priced: openai.OpenAI) -> None:
    """In money, by the model's price."""
    provider.script = [findings()]
    # An estimate is about $0.0012, an answer costs $0.00015.
    budget = Budget(max_cost=0.0014)
    report = limited("sync", provider, budget, model="gpt-4o-mini", base_url=None, client=priced)
    assert len(provider.requests) == 2
    assert "more than $0.0014" in report.provenance.unread[0].reason
    assert report.provenance.usage is not None
    assert 0 < (report.provenance.usage.cost or 1) < 0.0014


def test_a_cost_that_nobody_knows_cannot_be_limited(provider: Provider) -> None:
    """It is said before anything is sent."""
    with pytest.raises(InputError, match=r"No price of m at 127\.0\.0\.1:\d+ is known, so --max-cost cannot be kept"):
        limited("sync", provider, Budget(max_cost=1.0))
    assert provider.requests == []
