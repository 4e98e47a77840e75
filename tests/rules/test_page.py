"""The page of the rules is the rules."""

from pathlib import Path

from scribe.rules import RULES
from scribe.rules.page import cases, render

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_page_in_the_repository_is_current() -> None:
    """docs/rules.md is what rendering gives, byte for byte; `make docs` writes it."""
    assert PAGE.read_bytes() == render().encode()


def test_page_shows_the_first_flagged_case_of_every_rule() -> None:
    """The example cannot be wrong, because it is a case that runs."""
    page = render()
    for rule in RULES:
        first = cases(rule)["flags"][0]
        start = page.index(f"### {rule.id} ")
        part = page[start : page.find("\n##", start)]
        assert f"Example. {first['name']}" in part
        assert [issue["message"] in part for issue in first["issues"]] == [True] * len(first["issues"])
