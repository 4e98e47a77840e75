"""Every rule says which codes it is about, and its flagged cases bear that out."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scribe.rules import RULES
from scribe.rules.scopes import EVERY, general_rules, rules_about
from scribe.rules.tables import companions, rule_scopes, tiers
from scribe.rules.views.claims import spelled
from scribe.rules.views.matrix import codes_of
from scribe.schema import Lesion
from scribe.terminology import Code, code_set
from scribe.terminology.excludes import covers

FOLDER = Path(__file__).parent
CODES = code_set(None)
WORDS = {EVERY, "headings", "unspecified", "unknown", "queries"}


def flagged() -> list[Any]:
    """One parameter for each issue of a flagged case: the rule, the case and the path of the issue."""
    return [
        pytest.param(rule.id, case, issue["at"], id=f"{rule.id} {case['name']} {issue['at']}")
        for rule in RULES
        if (FOLDER / f"{rule.id}.toml").exists()
        for case in tomllib.loads((FOLDER / f"{rule.id}.toml").read_text(encoding="utf-8"))["flags"]
        for issue in case["issues"]
    ]


def codes_at(case: dict[str, Any], at: str) -> list[str]:
    """The codes that an issue is about: the claim it points at, or those of the lesion; none for another finding."""
    pointed = re.fullmatch(r"(?:extraction\.)?(codes|stated_codes|suggestions|lesions)\[(\d+)\](?:\.code)?", at)
    if pointed is None:
        return []
    found = case[pointed[1]][int(pointed[2])]
    if pointed[1] != "lesions":
        return [found if isinstance(found, str) else found["code"]]
    lesion = {name: found[name] for name in ("kind", "region", "mechanisms") if name in found}
    return [*codes_of(Lesion.model_validate({**lesion, "evidence": ()}))]


def test_every_rule_has_a_scope() -> None:
    """No rule is left out, and none is named that does not exist."""
    assert [*rule_scopes()] == [rule.id for rule in RULES]
    assert all(rule_scopes().values())


@pytest.mark.parametrize("identity", rule_scopes())
def test_every_scope_covers_a_code(identity: str) -> None:
    """A pattern that no code of the list and no procedure code fits would say nothing."""
    for scope in {*rule_scopes()[identity]} - WORDS:
        first = scope.split("-")[0]
        assert CODES.find(first) or any(covers(scope, code) for code in (*tiers(), *companions()))
        assert covers(scope, first)


@pytest.mark.parametrize(("identity", "case", "at"), flagged())
def test_a_flagged_code_is_in_the_scope_of_its_rule(identity: str, case: dict[str, Any], at: str) -> None:
    """What a rule flags in its cases is what it says it is about."""
    found = codes_at(case, at)
    scopes = rule_scopes()[identity]
    if not found or EVERY in scopes:
        return
    claims = [code.split("-")[0] for code in found]
    known = [CODES.find(spelled(code)) or Code(code, "", billable=True) for code in claims]
    missing = any(not code.title and code.code not in (*tiers(), *companions()) for code in known)
    patterned = any(covers(scope, code) for scope in {*scopes} - WORDS for code in claims)
    about = {rule.id for code in known for rule in rules_about(code)}
    assert patterned or identity in about or (missing and "unknown" in scopes)


def test_a_scope_in_words_holds_for_what_it_says() -> None:
    """Headings and unspecified titles are told by the code itself; a general rule is about no code in particular."""
    heading, unspecified, specific = (CODES.find(code) for code in ("M99.2", "M48.00", "M99.24"))
    assert heading
    assert unspecified
    assert specific
    assert [rule.id for rule in rules_about(heading)] == ["DX02"]
    assert "DX04" in {rule.id for rule in rules_about(unspecified)}
    about = {rule.id for rule in rules_about(specific)}
    assert {"DX02", "DX04"}.isdisjoint(about)
    assert {"ST03", "RG03"} <= about
    assert about.isdisjoint(rule.id for rule in general_rules())
    assert not [identity for identity in about if rule_scopes()[identity] == ("queries",)]
