"""What was used, added up from the events of a reading."""

from collections.abc import Sequence
from time import perf_counter

from scribe.extraction.llm.events import (
    AnswerCached,
    AnswerReceived,
    Event,
    Reasked,
    RequestSent,
    SegmentDone,
    SegmentFailed,
    SegmentStarted,
)
from scribe.schema import Usage

_PLACES = 8
"""Decimals of a cost in dollars: a single token costs less than a millionth."""
_MILLISECONDS = 3


class Tally:
    """A listener that adds up what one segment uses."""

    def __init__(self, table: str | None) -> None:
        """Start at nothing.

        Args:
            table: The table of prices, or None where it has no price of the model.
        """
        self._table = table
        self._usage = Usage(cost=0.0 if table else None)
        self.is_answered = False
        """Whether the model has answered, be it from the cache."""
        self._start = perf_counter()

    def __call__(self, event: Event) -> None:
        """Take an event of the segment."""
        usage = self._usage
        match event:
            case SegmentStarted():
                self._start = perf_counter()
            case RequestSent():
                self._set(requests=usage.requests + 1)
            case AnswerCached():
                self.is_answered = True
                self._set(cached_requests=usage.cached_requests + 1)
            case Reasked():
                self._set(reasks=usage.reasks + 1)
            case AnswerReceived():
                self.is_answered = True
                self._set(
                    input_tokens=usage.input_tokens + event.input_tokens,
                    cached_tokens=usage.cached_tokens + event.cached_tokens,
                    output_tokens=usage.output_tokens + event.output_tokens,
                    cost=_sum([usage.cost, event.cost]),
                    price_date=event.price_date or usage.price_date,
                    price_table=self._table,
                )
            case SegmentDone() | SegmentFailed():
                self._set(seconds=round(perf_counter() - self._start, _MILLISECONDS))
            case _:
                pass

    def usage(self) -> Usage:
        """Return what was used until now."""
        return self._usage

    def _set(self, **values: object) -> None:
        self._usage = self._usage.model_copy(update=values)


def total(usages: Sequence[Usage], seconds: float) -> Usage:
    """Add up what was used.

    Args:
        usages: Of the segments, or of several readings.
        seconds: Wall time, which is no sum where segments are read at the same time.
    """
    priced = [usage for usage in usages if usage.price_date]
    return Usage(
        requests=sum(usage.requests for usage in usages),
        cached_requests=sum(usage.cached_requests for usage in usages),
        input_tokens=sum(usage.input_tokens for usage in usages),
        cached_tokens=sum(usage.cached_tokens for usage in usages),
        output_tokens=sum(usage.output_tokens for usage in usages),
        cost=_sum([usage.cost for usage in usages]),
        price_date=priced[-1].price_date if priced else None,
        price_table=priced[-1].price_table if priced else None,
        seconds=round(seconds, _MILLISECONDS),
        reasks=sum(usage.reasks for usage in usages),
    )


def _sum(costs: Sequence[float | None]) -> float | None:
    """Return a sum of money; one unknown part makes it unknown, and none are unknown too."""
    known = [cost for cost in costs if cost is not None]
    return round(sum(known), _PLACES) if known and len(known) == len(costs) else None
