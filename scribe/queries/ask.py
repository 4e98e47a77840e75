"""Findings, suggestions and issues to queries."""

from scribe.queries.gaps import Gap, gaps_of
from scribe.queries.indicators import holds, outermost, presentable, quoted
from scribe.queries.templates import TEMPLATES, in_words
from scribe.schema import Extraction, Issue, Query, Suggestion, Topic

ESCAPES = ("Other: ____", "Unable to determine")
"""The last two options of every query."""


def ask(extraction: Extraction, suggestions: tuple[Suggestion, ...], issues: tuple[Issue, ...]) -> tuple[Query, ...]:
    """Ask one compliant question for each gap that the clinician can close.

    Args:
        extraction: Grounded findings; only words found in the text are quoted.
        suggestions: Codes; those to ask about rest on findings with a gap.
        issues: What the rules found.

    Returns:
        Queries in the order of the issues. A gap without a clinical indicator to quote gets none.
    """
    queries: dict[tuple[Topic, str], Query] = {}
    for gap in gaps_of(extraction, suggestions, issues):
        asked = (gap.topic, gap.at) in queries or gap.topic not in TEMPLATES
        if not asked and (query := _query(gap, extraction)):
            queries[gap.topic, gap.at] = query
    return tuple(queries.values())


def _query(gap: Gap, extraction: Extraction) -> Query | None:
    template = TEMPLATES[gap.topic]
    concerned = quoted(gap.subjects)
    bearing = quoted(one for one in template.indicators(gap, extraction) if holds(one) and one not in gap.subjects)
    if not concerned and not bearing:
        return None
    answers = list(dict.fromkeys(template.answers(concerned + bearing)))
    if len(answers) == 1:
        answers = []
    elif answers and template.joined:
        answers.append(template.joined)
    return Query(
        topic=gap.topic,
        at=gap.at,
        indicators=outermost((*(evidence for _, evidence in concerned + bearing), *presentable(gap.quotes))),
        question=template.question.format(regions=in_words(gap.regions)),
        options=(*dict.fromkeys(answers), *ESCAPES),
    )
