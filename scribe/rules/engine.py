"""What a rule is: a pure generator of problems, and what is known about it."""

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from scribe.schema import Evidence, Issue, Severity, Topic


class Problem(NamedTuple):
    """What a rule found, before the rule signs it."""

    at: str
    """Path into the report."""
    message: str
    """What is wrong and what would make it stand, in words for a clinician."""
    evidence: tuple[Evidence, ...] = ()
    """The quotes it rests on."""


Subject = TypeVar("Subject")
"""What a rule judges: the chart of an encounter, or the wording of a query."""


class Rule(NamedTuple, Generic[Subject]):
    """A rule: who it is, how much it weighs, on what it rests and what it does."""

    id: str
    """Two letters of the family and two digits; never used again once retired."""
    name: str
    """The bad pattern, in kebab case."""
    severity: Severity
    """How bad."""
    topic: Topic
    """What its issues are about."""
    cites: tuple[str, ...]
    """Keys of its sources."""
    doc: str
    """Its docstring as written."""
    check: Callable[[Subject], Iterator[Problem]]
    """Yields a problem wherever the pattern is found."""

    def sign(self, problem: Problem) -> Issue:
        """Make a problem an issue in the rule's name."""
        return Issue(
            rule=self.id,
            topic=self.topic,
            severity=self.severity,
            at=problem.at,
            message=problem.message,
            citations=self.cites,
            evidence=problem.evidence,
        )


def rule(
    identity: str, severity: Severity, *, topic: Topic, cites: tuple[str, ...]
) -> Callable[[Callable[[Subject], Iterator[Problem]]], Rule[Subject]]:
    """Make a generator of problems a rule, named after its function.

    Args:
        identity: Two letters of the family and two digits.
        severity: How bad.
        topic: What its issues are about.
        cites: Keys of its sources.

    Returns:
        A decorator that turns the function into a `Rule`.
    """

    def make(check: Callable[[Subject], Iterator[Problem]]) -> Rule[Subject]:
        name = check.__name__.replace("_", "-")
        return Rule(identity, name, severity, topic, cites, check.__doc__ or "", check)

    return make
