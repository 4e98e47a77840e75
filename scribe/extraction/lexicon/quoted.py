"""Where the quotes of a finding stand."""

from scribe.schema import Finding, Span


def first_span(finding: Finding) -> Span:
    """Return where the first quote of a finding stands; the start of the text where that is not known."""
    return finding.evidence[0].span or (0, 0)


def last_span(finding: Finding) -> Span:
    """Return where the last quote of a finding stands; the start of the text where that is not known."""
    return finding.evidence[-1].span or (0, 0)
