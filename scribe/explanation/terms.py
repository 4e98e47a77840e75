"""One term, whatever it is: a code, a heading, a procedure code, a rule or a coding decision."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from inspect import cleandoc
from typing import NamedTuple

from scribe.coding import DECISIONS
from scribe.errors import InputError
from scribe.explanation import conditions, lesions, procedures
from scribe.explanation.parts import Told, for_every_code, kin, looked_for, needs, notes, told
from scribe.reports.explanation import Explanation, ExplanationKind, Point
from scribe.rules import RULES
from scribe.rules.tables import rule_scopes
from scribe.rules.views.matrix import cell, facts_of
from scribe.rules.words import listed
from scribe.terminology import Code, CodeSet, code_set
from scribe.terminology.sources import citation

_ID = re.compile(r"[A-Z]{2}\d\d")
_SCOPES = {
    "every": "whatever code is chosen",
    "headings": "headings of the tabular list",
    "unspecified": "codes whose title says unspecified",
    "unknown": "codes that the code set does not hold",
    "queries": "the wording of queries",
}


class _Head(NamedTuple):
    """What is printed first."""

    term: str
    """The code or id."""
    title: str
    """What it is called."""
    remark: str
    """How it stands."""


def explain(term: str, on: date | None = None) -> Explanation:
    """Explain a code, a rule or a coding decision: what it needs, what comes near it, and how far to trust its sources.

    Args:
        term: `M99.24`, `m9924`, `M99.2`, `98941`, `RG04` or `CD05`.
        on: Date of service: it decides the code set, the newest where none is given.

    Raises:
        InputError: there is no such code or id; the message names what is nearest.
    """
    plain = term.strip().upper()
    if _ID.fullmatch(plain):
        return _rule(plain)
    codes = code_set(on)
    known = codes.find(_printed(plain))
    if known is not None:
        return _code(known, codes)
    procedure = _procedure(plain)
    if procedure is None:
        raise InputError(f"{term!r} is no code of ICD-10-CM {codes.label}; {_nearest(_printed(plain), codes)}.")
    return procedure


def _rule(identity: str) -> Explanation:
    for rule in RULES:
        if rule.id == identity:
            remark = f"rule, {rule.severity}, {_spaced(rule.topic)}"
            text = tuple(" ".join(it.split()) for it in cleandoc(rule.doc).strip().split("\n\n"))
            scope = _scope(rule_scopes().get(identity, ()))
            return _joined("rule", _Head(identity, _spaced(rule.name), remark), scope, rule.cites, text)
    if decision := DECISIONS.get(identity):
        head = _Head(identity, _spaced(decision.name), "coding decision")
        return _joined("decision", head, _scope(decision.codes), (decision.source,), (decision.explanation,))
    known = [*(rule.id for rule in RULES), *DECISIONS]
    near = [one for one in known if one[:2] == identity[:2]] or sorted({f"{one[:2]}01" for one in known})
    raise InputError(f"{identity!r} is no rule or coding decision; there are {', '.join(near)}.")


def _code(code: Code, codes: CodeSet) -> Explanation:
    place, facts = cell(code.code), facts_of(code.code)
    if not code.billable:
        parts = [*looked_for(code), *kin(code, codes)]
    elif place is not None:
        needed = needs(code.code, lesions.statement(place))
        checked = (*looked_for(code), *for_every_code())
        parts = [*needed, *checked, *lesions.near_misses(place, codes), *lesions.region(place)]
    elif facts is not None:
        needed = needs(code.code, conditions.statement(code.code, facts))
        near = (*conditions.near_misses(code, facts), *conditions.site(code.code))
        parts = [*needed, *looked_for(code), *for_every_code(), *near, *kin(code, codes)]
    elif code.code == "M99.9":
        parts = [*needs(code.code), *looked_for(code), *for_every_code(), *kin(code, codes)]
    else:
        parts = [*kin(code, codes)]
    standing = "may be reported" if code.billable else "a heading and not a complete code"
    head = _Head(code.code, code.title, f"ICD-10-CM {codes.label}, {standing}")
    listed_in = ("tabular", *(["fy2027-changes"] if codes.label.startswith("FY2027") else []))
    kind: ExplanationKind = "code" if code.billable else "heading"
    return _joined(kind, head, (*parts, *notes(code.code, codes)), listed_in)


def _procedure(code: str) -> Explanation | None:
    """Explain a procedure code that the tables know; never in the words of its owner."""
    title = procedures.title(code)
    if title is None:
        return None
    head = _Head(code, title, "procedure code, in our own words")
    return _joined("procedure", head, (*looked_for(Code(code, title, billable=True)), *procedures.details(code)), ())


def _joined(
    kind: ExplanationKind, head: _Head, parts: Iterable[Told], cites: Iterable[str], text: tuple[str, ...] = ()
) -> Explanation:
    found = tuple(parts)
    keys = dict.fromkeys((*cites, *(key for each in found for key in each.cites)))
    return Explanation(
        head.term, kind, head.title, head.remark, text, tuple(each.part for each in found), tuple(map(citation, keys))
    )


def _scope(patterns: tuple[str, ...]) -> Iterator[Told]:
    """Tell which codes a rule or a decision is about."""
    said = listed(_SCOPES.get(pattern, pattern.replace("-", " to ")) for pattern in patterns)
    return told("scope", "About", [Point("", f"{said[:1].upper()}{said[1:]}.")])


def _spaced(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")


def _printed(term: str) -> str:
    plain = term.replace(".", "")
    return f"{plain[:3]}.{plain[3:]}".rstrip(".")


def _nearest(code: str, codes: CodeSet) -> str:
    """Name what stands in the code set nearest above a code that does not."""
    for end in range(len(code) - 1, 2, -1):
        above = codes.find(code[:end].rstrip("."))
        if above is not None:
            return f"the nearest is {above.code} ({above.title})"
    return "a code looks like M99.24, a procedure code like 98941, a rule like RG04"
