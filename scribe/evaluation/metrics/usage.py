"""Usage: what a reading costs and how long it takes."""

from collections.abc import Sequence

from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics.tallies import Metric, Share
from scribe.schema import Usage


def cost(matched: Matched) -> Share | None:
    """US dollars for each case; None where no model read, or no price is known."""
    used = _used(matched)
    return Share(used.cost, 1) if used and used.cost is not None else None


def tokens_in(matched: Matched) -> Share | None:
    """Tokens sent for each case; None where no model read."""
    used = _used(matched)
    return Share(used.input_tokens, 1) if used else None


def tokens_out(matched: Matched) -> Share | None:
    """Tokens received for each case; None where no model read."""
    used = _used(matched)
    return Share(used.output_tokens, 1) if used else None


def requests(matched: Matched) -> Share | None:
    """Requests for each case; None where no model read."""
    used = _used(matched)
    return Share(used.requests, 1) if used else None


def reasks(matched: Matched) -> Share | None:
    """Share of requests that asked again for what could not be used; None where no model read."""
    used = _used(matched)
    return Share(used.reasks, used.requests) if used else None


def quantile(seconds: Sequence[float], share: float) -> float | None:
    """Return the time below which a share of the cases ends; None where no time is known.

    Between two cases it is interpolated (Hyndman & Fan 1996, type 7, as `numpy.quantile`).
    """
    import numpy as np  # noqa: PLC0415  # only figures of time need it

    return float(np.quantile(seconds, share)) if seconds else None


METRICS = (
    Metric("usage", "cost", cost, "lower"),
    Metric("usage", "tokens in", tokens_in, "lower"),
    Metric("usage", "tokens out", tokens_out, "lower"),
    Metric("usage", "requests", requests, "lower"),
    Metric("usage", "reasks", reasks, "lower"),
)
"""The metrics of usage; times are figures of all cases."""


def _used(matched: Matched) -> Usage | None:
    return matched.report.provenance.usage
