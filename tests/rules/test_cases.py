"""Every rule on its cases: what it flags, what it passes, and what only looks alike."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scribe.documents import parse
from scribe.rules import RULES, Chart, Claim, Rule
from scribe.schema import Encounter, Evidence, Extraction, Suggestion, field_names
from scribe.terminology import code_set

FOLDER = Path(__file__).parent
KINDS = ("flags", "passes", "near_misses")


def every_case() -> list[Any]:
    """One parameter for each case of each rule, named after both."""
    return [
        pytest.param(rule, case, id=f"{rule.id} {kind} {case['name']}")
        for rule in RULES
        if (FOLDER / f"{rule.id}.toml").exists()
        for kind, cases in tomllib.loads((FOLDER / f"{rule.id}.toml").read_text(encoding="utf-8")).items()
        for case in cases
    ]


def chart_of(case: dict[str, Any]) -> Chart:
    """The chart that a case describes; without a text, its quotes are the document."""
    findings = {name: case.get(name, []) for name in field_names(Extraction)}
    quotes = [finding["quote"] for several in findings.values() for finding in several]
    text = case.get("text", "\n\n".join(dict.fromkeys(quotes)))
    extraction = Extraction.model_validate(
        {name: [with_evidence(finding, text) for finding in several] for name, several in findings.items()}
    )
    encounter = Encounter.model_validate(case.get("encounter", {}))
    stated = [
        Claim(code.code, (), f"extraction.stated_codes[{i}]", code.evidence)
        for i, code in enumerate(extraction.stated_codes)
    ]
    given = [Claim(*split(code), f"codes[{i}]", ()) for i, code in enumerate(case.get("codes", []))]
    return Chart(
        document=parse(text, "note"),
        encounter=encounter,
        extraction=extraction,
        suggestions=tuple(suggested(each) for each in case.get("suggestions", [])),
        claims=(*stated, *given),
        codes=code_set(encounter.date_of_service),
    )


def with_evidence(finding: dict[str, Any], text: str) -> dict[str, Any]:
    """A finding of a case as the schema has it: its quote found in the text, or not."""
    quote = finding["quote"]
    at = text.find(quote)
    span = None if at < 0 else (at, at + len(quote))
    evidence = Evidence(quote=quote, span=span, match="none" if span is None else "exact")
    return {name: value for name, value in finding.items() if name != "quote"} | {"evidence": (evidence,)}


def split(code: str) -> tuple[str, tuple[str, ...]]:
    """A code and its modifiers: `98941-AT` is 98941 with AT."""
    plain, *modifiers = code.split("-")
    return plain, tuple(modifiers)


def suggested(suggestion: dict[str, Any]) -> Suggestion:
    """A suggestion of a case, with what no rule reads filled in."""
    return Suggestion.model_validate({"status": "assign", "rank": 1, "reason": "", "derivation": ()} | suggestion)


@pytest.mark.parametrize(("rule", "case"), every_case())
def test_rule_raises_exactly_the_issues_of_its_case(rule: Rule, case: dict[str, Any]) -> None:
    """A rule raises the messages of its case at their paths, in order, and no other."""
    raised = [{"at": problem.at, "message": problem.message} for problem in rule.check(chart_of(case))]
    assert raised == case.get("issues", [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_case_of_each_kind(rule: Rule) -> None:
    """A rule has something that it flags, something that it passes, and the near miss that looks alike."""
    cases = tomllib.loads((FOLDER / f"{rule.id}.toml").read_text(encoding="utf-8"))
    assert tuple(cases) == KINDS
    assert all(case["issues"] for case in cases["flags"])
    assert not any("issues" in case for kind in KINDS[1:] for case in cases[kind])


def test_every_case_file_is_of_a_rule() -> None:
    """A file of cases without a rule would never be run."""
    assert {path.stem for path in FOLDER.glob("*.toml")} == {rule.id for rule in RULES}


@pytest.mark.parametrize(("rule", "case"), every_case())
def test_issue_rests_on_quotes_of_the_document(rule: Rule, case: dict[str, Any]) -> None:
    """What an issue quotes is in the text, and an issue about a finding quotes it."""
    chart = chart_of(case)
    for problem in rule.check(chart):
        assert problem.evidence or problem.at.startswith("codes")
        for quote in problem.evidence:
            assert quote.span is not None
            assert chart.document.text[slice(*quote.span)] == quote.quote
