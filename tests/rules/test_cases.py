"""Every rule on its cases: what it flags, what it passes, and what only looks alike."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scribe.documents import parse
from scribe.rules import QUERY_RULES, RULES, Chart, Rule, Wording, collect_claims, read_queries
from scribe.schema import Encounter, Evidence, Extraction, Match, Suggestion, field_names
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


def subject_of(rule: Rule[Any], case: dict[str, Any]) -> Chart | Wording:
    """What the rule judges: the query that a case holds, or the chart that it describes."""
    if rule not in QUERY_RULES:
        return chart_of(case)
    (query,) = read_queries(case["text"])
    return query


def text_of(subject: Chart | Wording) -> str:
    """The text that the spans of its issues are of."""
    return subject.text if isinstance(subject, Wording) else subject.document.text


def chart_of(case: dict[str, Any]) -> Chart:
    """The chart that a case describes; without a text, its quotes are the document."""
    findings = {name: case.get(name, []) for name in field_names(Extraction)}
    quotes = [finding["quote"] for several in findings.values() for finding in several]
    text = case.get("text", "\n\n".join(dict.fromkeys(quotes)))
    extraction = Extraction.model_validate(
        {name: [with_evidence(finding, text) for finding in several] for name, several in findings.items()}
    )
    encounter = Encounter.model_validate(case.get("encounter", {}))
    document = parse(text, case.get("kind", "note"))
    return Chart(
        document=document,
        encounter=encounter,
        extraction=extraction,
        suggestions=tuple(suggested(each) for each in case.get("suggestions", [])),
        claims=collect_claims(document, extraction, case.get("codes", [])),
        codes=code_set(encounter.date_of_service),
    )


def with_evidence(finding: dict[str, Any], text: str) -> dict[str, Any]:
    """A finding of a case as the schema has it: its quote found in the text, or not."""
    quote = finding["quote"]
    at = text.find(quote)
    span = None if at < 0 else (at, at + len(quote))
    match: Match = "none" if span is None else "exact"
    evidence = Evidence(quote=quote, span=span, match=match, speaker=finding.get("speaker"))
    return {name: value for name, value in finding.items() if name not in ("quote", "speaker")} | {
        "evidence": (evidence,)
    }


def suggested(suggestion: dict[str, Any]) -> Suggestion:
    """A suggestion of a case, with what no rule reads filled in."""
    return Suggestion.model_validate({"status": "assign", "rank": 1, "reason": "", "derivation": ()} | suggestion)


@pytest.mark.parametrize(("rule", "case"), every_case())
def test_rule_raises_exactly_the_issues_of_its_case(rule: Rule[Any], case: dict[str, Any]) -> None:
    """A rule raises the messages of its case at their paths, in order, and no other."""
    raised = [{"at": problem.at, "message": problem.message} for problem in rule.check(subject_of(rule, case))]
    assert raised == case.get("issues", [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_case_of_each_kind(rule: Rule[Any]) -> None:
    """A rule has something that it flags, something that it passes, and the near miss that looks alike."""
    cases = tomllib.loads((FOLDER / f"{rule.id}.toml").read_text(encoding="utf-8"))
    assert tuple(cases) == KINDS
    assert all(case["issues"] for case in cases["flags"])
    assert not any("issues" in case for kind in KINDS[1:] for case in cases[kind])


def test_every_case_file_is_of_a_rule() -> None:
    """A file of cases without a rule would never be run."""
    assert {path.stem for path in FOLDER.glob("*.toml")} == {rule.id for rule in RULES}


@pytest.mark.parametrize(("rule", "case"), every_case())
def test_issue_rests_on_quotes_of_the_document(rule: Rule[Any], case: dict[str, Any]) -> None:
    """What an issue quotes is in the text, and an issue about a finding quotes it."""
    subject = subject_of(rule, case)
    for problem in rule.check(subject):
        assert problem.evidence or problem.at.startswith("codes")
        for quote in problem.evidence:
            assert quote.span is not None
            assert text_of(subject)[slice(*quote.span)] == quote.quote
