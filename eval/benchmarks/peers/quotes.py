"""Peers as grounders: quotes that a text says and quotes that it does not say, and who takes which."""  # noqa: INP001

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from eval.benchmarks.grounding import SEED, Outcome, judge, judged, passages_of, rows_of
from eval.benchmarks.peers.asking import ask
from scribe.evaluation.metrics import Share
from scribe.evaluation.quotes.corruptions import LEFT_OVER_KINDS
from scribe.evaluation.quotes.suite import Trial, corrupted_trials, honest_trials
from scribe.evaluation.scores import interval
from scribe.evaluation.statistics import Interval
from scribe.schema import Evidence, Span

PEERS = {"langextract": ".venv-langextract", "instructor": ".venv-instructor"}
"""The peers, each with its environment."""

EACH = 40
"""Quotes of each kind."""


class Rate(NamedTuple):
    """How many of some quotes."""

    counts: Share
    """The counts."""
    interval: Interval | None
    """Where the share lies; its clusters are the texts that the quotes are made from."""


class Quotes(NamedTuple):
    """Who grounds how well."""

    faithful: Mapping[str, Sequence[Outcome]]
    """What each grounder makes of quotes that their text says, in other spelling."""
    altered: Mapping[str, Sequence[Outcome]]
    """What each makes of quotes that their text does not say."""

    def located(self, who: str, kind: str = "") -> Rate:
        """Count the faithful quotes that are located where they come from."""
        return _rate(_of(self.faithful[who], kind), lambda one: one.accepted and not one.misplaced)

    def misplaced(self, who: str) -> Rate:
        """Count the faithful quotes that are located where something else is said, or less or more than they say."""
        return _rate(self.faithful[who], lambda one: one.misplaced)

    def accepted(self, who: str, kind: str = "") -> Rate:
        """Count the altered quotes that are located at all."""
        return _rate(_of(self.altered[who], kind), lambda one: one.accepted)

    def accepted_unsaid(self, who: str) -> Rate:
        """Count the same of those whose words do not stand in their text."""
        return _rate((one for one in self.altered[who] if one.trial.kind not in LEFT_OVER_KINDS), _is_accepted)

    def accepted_bereft(self, who: str) -> Rate:
        """Count the same of those whose words may stand there, under a negation, doubt, person or question."""
        return _rate((one for one in self.altered[who] if one.trial.kind in LEFT_OVER_KINDS), _is_accepted)


def measure(each: int = EACH) -> Quotes:
    """Let scribe and each peer locate the same quotes."""
    passages = [passage for row in rows_of([], "all") for passage in passages_of(row)]
    random = Random(SEED)  # noqa: S311  # a fixed seed, nothing secret
    altered, faithful = (make(passages, random, each) for make in (corrupted_trials, honest_trials))
    trials = [*faithful, *altered]
    outcomes = {"scribe": [judge(trial) for trial in trials], "verbatim": _placed(trials, map(_verbatim, trials))}
    questions = [{"text": trial.passage.document.text, "quote": trial.quote} for trial in trials]
    answers = {peer: ask(environment, f"quotes_{peer}.py", questions) for peer, environment in PEERS.items()}
    outcomes["instructor"] = _placed(trials, (one["span"] for one in answers["instructor"]))
    outcomes["langextract"] = _placed(trials, (one["span"] for one in answers["langextract"]))
    exact = (one["span"] if one["is_exact"] else None for one in answers["langextract"])
    outcomes["langextract, exact"] = _placed(trials, exact)
    return Quotes(
        {who: made[: len(faithful)] for who, made in outcomes.items()},
        {who: made[len(faithful) :] for who, made in outcomes.items()},
    )


def kinds(outcomes: Mapping[str, Sequence[Outcome]]) -> list[str]:
    """List the kinds of change, in their order."""
    return [*dict.fromkeys(one.trial.kind for one in outcomes["scribe"])]


def _placed(trials: Iterable[Trial], spans: Iterable[Span | None]) -> list[Outcome]:
    return [
        judged(trial, Evidence(quote=trial.quote, span=span and (span[0], span[1])))
        for trial, span in zip(trials, spans, strict=True)
    ]


def _verbatim(trial: Trial) -> Span | None:
    """Look for the quote as it is: what a validator of one line does."""
    start = trial.passage.document.text.find(trial.quote)
    return (start, start + len(trial.quote)) if start >= 0 else None


def _of(outcomes: Iterable[Outcome], kind: str) -> Iterable[Outcome]:
    return (one for one in outcomes if not kind or one.trial.kind == kind)


def _is_accepted(one: Outcome) -> bool:
    return one.accepted


def _rate(outcomes: Iterable[Outcome], is_hit: Callable[[Outcome], bool]) -> Rate:
    sums: dict[str, tuple[float, float]] = {}
    for one in outcomes:
        text = one.trial.passage.document.text
        hits, total = sums.get(text, (0.0, 0.0))
        sums[text] = hits + is_hit(one), total + 1
    counts = Share(sum(hits for hits, _ in sums.values()), sum(total for _, total in sums.values()))
    return Rate(counts, interval([*sums.values()]))
