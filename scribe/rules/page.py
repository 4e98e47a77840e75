"""Renders docs/rules.md: every rule with its reason, an example and its sources."""

import tomllib
from inspect import cleandoc
from operator import attrgetter
from pathlib import Path
from typing import Any

from scribe.rules.catalogue import FAMILIES, RETIRED, RULES
from scribe.rules.engine import Rule
from scribe.terminology.sources import Citation, citation

CASES = Path(__file__).parents[2] / "tests" / "rules"
"""The cases of the rules in a checkout; the first flagged one is the example."""

_OPENING = """\
# The rules

This page is generated from the rules, their cases and their sources; `make docs` writes it anew.

A rule reads one encounter, that is its findings, the codes chosen for it and the codes its findings lead to, and raises
an issue wherever its pattern occurs. It asks no model and changes no code, and what it says rests on quotes.
A finding counts when its quote stands in the text and bears out all its fields; only one asserted as present supports a
code. Chosen codes are those written in the document and those given for audit; where none is chosen, the rules about
chosen codes are silent. The rules of the last family, QY, read a query to the clinician instead.

| severity | meaning |
|---|---|
| error | the tabular list, a guideline or an edit says no; or a clinician has to look first |
| warning | the documentation does not carry the code for a reviewer |
| information | a better choice, or a detail to record |

A source is as good as its trust: *official* is the authority's own text, *copy of official* the same text read in
another's copy, *secondary* somebody's account of it, *inference* our own reading of titles and notes.
"""


def render() -> str:
    """Render the page as Markdown, the same bytes for the same rules, cases and sources."""
    parts = [_OPENING, _contents(), *(_family(family.__doc__ or "") for family in FAMILIES), _sources()]
    if RETIRED:
        parts.append(_retired())
    return "\n".join(parts)


def summary(rule: Rule[Any]) -> str:
    """The first paragraph of a rule's docstring: what it flags."""
    return _paragraphs(rule)[0]


def reason(rule: Rule[Any]) -> str:
    """The rest of a rule's docstring: why it flags it; empty where nothing is said."""
    return "\n\n".join(_paragraphs(rule)[1:])


def cases(rule: Rule[Any]) -> dict[str, Any]:
    """The cases of a rule as its file holds them: `flags`, `passes` and `near_misses`."""
    return tomllib.loads((CASES / f"{rule.id}.toml").read_text(encoding="utf-8"))


def _paragraphs(rule: Rule[Any]) -> list[str]:
    # A trailing blank line would pass for a second paragraph.
    return [" ".join(part.split()) for part in cleandoc(rule.doc).strip().split("\n\n")]


def _contents() -> str:
    rows = [f"| [{rule.id}](#{_anchor(rule)}) | {rule.name} | {rule.severity} | `{rule.topic}` |" for rule in RULES]
    return "\n".join(["## Contents", "", "| rule | flags | severity | topic |", "|---|---|---|---|", *rows, ""])


def _family(doc: str) -> str:
    letters, title = doc.split("\n", maxsplit=1)[0].rstrip(".").split(": ", 1)
    members = [rule for rule in RULES if rule.id.startswith(letters)]
    return "\n".join([f"## {letters}: {title}", "", *(_rule(rule) for rule in members)])


def _rule(rule: Rule[Any]) -> str:
    return "\n".join(
        [
            f"### {rule.id} {rule.name}",
            "",
            f"*{rule.severity} · `{rule.topic}`*",
            "",
            f"**{summary(rule)}**",
            "",
            reason(rule),
            "",
            *_example(cases(rule)["flags"][0]),
            "",
            "Sources:",
            "",
            *(_source(citation(key)) for key in rule.cites),
            "",
        ]
    )


def _example(case: dict[str, Any]) -> list[str]:
    """The first flagged case: what it is, what the document says, what is raised."""
    said = [f"> {line}" if line else ">" for line in _text(case).splitlines()]
    context = [*_encounter(case), *_codes(case), *_suggestions(case)]
    raised = [f"- `{issue['at']}`: {issue['message']}" for issue in case["issues"]]
    return [f"Example. {case['name']}", "", *said, *([""] if said else []), *context, *raised]


def _text(case: dict[str, Any]) -> str:
    """The case's document: its text, or its quotes in a row."""
    if "text" in case:
        return str(case["text"]).strip()
    findings = (finding for value in case.values() if isinstance(value, list) for finding in value)
    return "\n\n".join(dict.fromkeys(it["quote"] for it in findings if isinstance(it, dict) and "quote" in it))


def _encounter(case: dict[str, Any]) -> list[str]:
    known = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in case.get("encounter", {}).items())
    return [f"Encounter: {known}", ""] if known else []


def _codes(case: dict[str, Any]) -> list[str]:
    return [f"Codes to check: {', '.join(case['codes'])}", ""] if "codes" in case else []


def _suggestions(case: dict[str, Any]) -> list[str]:
    codes = ", ".join(it["code"] for it in case.get("suggestions", []))
    return [f"The findings lead to: {codes}", ""] if codes else []


def _source(source: Citation) -> str:
    name = f"[{source.source}]({source.url})" if source.url else source.source
    return f"- {name}, {source.edition}: {source.locator} ({source.trust})"


def _sources() -> str:
    cited = {key: citation(key) for rule in RULES for key in rule.cites}
    rows = [
        f"| {source.source} | {source.locator} | {source.trust} | {', '.join(_citing(source.key))} |"
        for source in sorted(cited.values(), key=attrgetter("source", "key"))
    ]
    return "\n".join(["## Sources", "", "| source | place | trust | rules |", "|---|---|---|---|", *rows, ""])


def _citing(key: str) -> list[str]:
    return [rule.id for rule in RULES if key in rule.cites]


def _retired() -> str:
    return "\n".join(["## Retired", "", *(f"- {identity}: {why}" for identity, why in RETIRED), ""])


def _anchor(rule: Rule[Any]) -> str:
    return f"{rule.id.lower()}-{rule.name}"
