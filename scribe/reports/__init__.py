"""A report as text for a terminal, as Markdown and as JSON."""

from scribe.reports.json_text import to_json
from scribe.reports.markdown import to_markdown
from scribe.reports.text import to_text

__all__ = ["to_json", "to_markdown", "to_text"]
