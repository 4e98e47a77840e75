"""What tokens cost, by the table of prices that genai-prices bundles; its update over the network is never used."""

from datetime import UTC, date, datetime
from typing import NamedTuple

import genai_prices

from scribe.extraction.llm.completion import Tokens

TABLE = f"genai-prices {genai_prices.__version__}"
"""Name and version of the table: it says which prices were known, as the table has no date of its own; some of its
prices have a day from which they hold."""


class Price(NamedTuple):
    """What the tokens of some requests cost."""

    dollars: float
    """US dollars."""
    day: date
    """Day, in UTC, whose prices they are."""


class Prices:
    """The prices of a model at a server."""

    def __init__(self, model: str, server: str) -> None:
        """Look for the model.

        Args:
            model: Its name, as the server knows it.
            server: Base URL of the server; a gateway or a machine of one's own has no published prices.
        """
        self._model = model
        self._server = server
        self.table = TABLE if self._calculated(Tokens(0, 0, 0)) else None
        """The table, or None where it has no price of the model."""

    def of(self, tokens: Tokens) -> Price | None:
        """Return what tokens cost today at the standard rate, or None where no price is known."""
        return self._calculated(tokens) if self.table else None

    def _calculated(self, tokens: Tokens) -> Price | None:
        now = datetime.now(UTC)
        usage = genai_prices.Usage(
            input_tokens=tokens.input, cache_read_tokens=tokens.cached, output_tokens=tokens.output
        )
        try:
            price = genai_prices.calc_price(
                usage, self._model, provider_api_url=self._server, genai_request_timestamp=now
            )
        except (LookupError, ValueError):
            return None
        return Price(float(price.total_price), now.date())
