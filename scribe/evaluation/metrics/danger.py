"""Dangers: what harms when it goes unnoticed. Each is a count of events, beside the number of occasions for one.

They come first wherever figures are shown, and for all of them lower is better.
"""

import re
from collections.abc import Collection, Iterator

from scribe.evaluation.dataset import GROUPS, Group
from scribe.evaluation.matching import PLACE, WHAT, Matched, Pair, fields_of, same_place
from scribe.evaluation.metrics.codes import codes
from scribe.evaluation.metrics.findings import pairs_of
from scribe.evaluation.metrics.tallies import Metric, Share
from scribe.schema import Evidence, Finding, Suggestion

_SIDES = {"left", "right"}
_HELD = {"present": True, "absent": False, "other_person": False}
"""Whether an assertion says that the patient has it; those left out say neither."""
_LEVELS = ("segments", "roots", "regions", "region")
_STATEMENT = re.compile(r"(lesions|diagnoses)\[(\d+)\]")


def side_flip(matched: Matched) -> Share:
    """Count pairs whose label says left and whose finding says right, or the reverse.

    Occasions are the pairs that say left or right on both sides. A side that is missing, or bilateral for one, is no
    flip: it shows in the confusion of sides.
    """
    sides = [_both(pair, "laterality") for pair in pairs_of(matched, _having("laterality"))]
    stated = [(label, finding) for label, finding in sides if {label, finding} <= _SIDES]
    return Share(sum(label != finding for label, finding in stated), len(stated))


def level_flip(matched: Matched) -> Share:
    """Count pairs that name levels which contradict each other.

    Levels contradict where both name a region and not the same, or both name segments, roots or regions and none is in
    both. Occasions are the pairs that name a level on both sides.
    """
    judged = [
        contradicts
        for pair in pairs_of(matched, [*PLACE])
        if (contradicts := _levels_contradict(pair.label, pair.finding)) is not None
    ]
    return Share(sum(judged), len(judged))


def polarity_flip(matched: Matched) -> Share:
    """Count pairs of which one says that the patient has it and the other that the patient has it not.

    `present` says that the patient has it, `absent` and `other_person` that he has it not; what is possible, historical
    or hypothetical says neither, and shows in the confusion of assertions. Occasions are the pairs that say one or the
    other on both sides.
    """
    said = [opposite(*_both(pair, "assertion")) for pair in pairs_of(matched, _having("assertion"))]
    stated = [one for one in said if one is not None]
    return Share(sum(stated), len(stated))


def opposite(label: str | None, finding: str | None) -> bool | None:
    """Tell whether one says that the patient has it and the other that he has it not; None where one says neither."""
    if label not in _HELD or finding not in _HELD:
        return None
    return _HELD[label] != _HELD[finding]


def invented_finding(matched: Matched) -> Share:
    """Count findings reported as present that no label stands behind.

    Such a finding is paired with no label, and no label of its group says the same kind of thing with the same
    assertion of the same place; so a label that is found twice is spurious and not invented. Occasions are the findings
    reported as present; those of groups without an assertion are.
    """
    invented = [
        one.finding
        for group in GROUPS
        for one in matched.groups[group].spurious
        if _is_present(one.finding) and not any(_says(group, label, one.finding) for label in _labels(matched, group))
    ]
    present = sum(_is_present(finding) for _, findings in matched.report.extraction for finding in findings)
    return Share(len(invented), present)


def ungrounded_quote(matched: Matched) -> Share:
    """Count quotes of findings that the text does not hold: they have no place, or the place holds other words.

    A place holds other words where the quote is said to match exactly and does not. A finding without any quote counts
    as one that is not held. Occasions are the quotes of findings.
    """
    text = matched.report.document.text
    quotes = [
        at for _, findings in matched.report.extraction for finding in findings for at in finding.evidence or (None,)
    ]
    return Share(sum(at is None or not _is_held(at, text) for at in quotes), len(quotes))


def never_assigned(matched: Matched) -> Share:
    """Count codes labelled `never` that are assigned. Occasions are the codes labelled `never`."""
    never = {*matched.case.codes.never}
    return Share(len(never & codes(matched.report, "assign")), len(never))


def code_without_statement(matched: Matched) -> Share:
    """Count assigned codes that no statement of a clinician supports.

    A statement is a lesion or a diagnosis that the code is derived from, reported as present, quoted from the text and
    not from the patient's or another's words; and it is a true one where the labels assign the code, or the statement
    is paired with a label that is present. Occasions are the assigned codes.
    """
    assigned = [suggestion for suggestion in matched.report.suggestions if suggestion.status == "assign"]
    return Share(sum(not _has_statement(matched, suggestion) for suggestion in assigned), len(assigned))


METRICS = (
    Metric("danger", "side flip", side_flip, "lower"),
    Metric("danger", "level flip", level_flip, "lower"),
    Metric("danger", "polarity flip", polarity_flip, "lower"),
    Metric("danger", "invented finding", invented_finding, "lower"),
    Metric("danger", "ungrounded quote", ungrounded_quote, "lower"),
    Metric("danger", "never assigned", never_assigned, "lower"),
    Metric("danger", "code without statement", code_without_statement, "lower"),
)
"""The dangers, worst first."""


def _having(field: str) -> list[Group]:
    return [group for group in GROUPS if field in fields_of(group)]


def _both(pair: Pair, field: str) -> tuple[str | None, str | None]:
    return getattr(pair.label, field), getattr(pair.finding, field)


def _levels_contradict(label: Finding, finding: Finding) -> bool | None:
    """Tell whether any field of level contradicts; None where none is named on both sides."""
    named = [(here, there) for field in _LEVELS if (here := _named(label, field)) and (there := _named(finding, field))]
    return any(here.isdisjoint(there) for here, there in named) if named else None


def _named(finding: Finding, field: str) -> frozenset[str]:
    value = getattr(finding, field, None) or ()
    return frozenset(value if isinstance(value, tuple) else (value,))


def _is_present(finding: Finding) -> bool:
    return getattr(finding, "assertion", "present") == "present"


def _labels(matched: Matched, group: Group) -> tuple[Finding, ...]:
    labels: tuple[Finding, ...] = getattr(matched.case.findings, group)
    return labels


def _says(group: Group, label: Finding, finding: Finding) -> bool:
    """Tell whether a label says what a finding says, of the same place; two that name no place name the same."""
    alike = all(getattr(label, name, None) == getattr(finding, name, None) for name in (WHAT[group], "assertion"))
    named = [bool(_named(one, PLACE[group])) if group in PLACE else False for one in (label, finding)]
    return alike and (same_place(group, label, finding) or not any(named))


def _is_held(at: Evidence, text: str) -> bool:
    return at.span is not None and (at.match != "exact" or text[slice(*at.span)] == at.quote)


def _has_statement(matched: Matched, suggestion: Suggestion) -> bool:
    is_labelled = suggestion.code in matched.case.codes.assign
    return any(is_labelled or is_true for is_true in _statements(matched, suggestion.derivation))


def _statements(matched: Matched, derivation: Collection[str]) -> Iterator[bool]:
    """Yield for each statement in a derivation whether it is paired with a label that is present."""
    for path in derivation:
        if named := _STATEMENT.fullmatch(path):
            group: Group = "lesions" if named[1] == "lesions" else "diagnoses"
            at, found = int(named[2]), getattr(matched.report.extraction, group)
            if at < len(found) and _is_stated(found[at], matched.report.document.text):
                yield any(pair.finding_at == at and _is_present(pair.label) for pair in matched.groups[group].pairs)


def _is_stated(finding: Finding, text: str) -> bool:
    return _is_present(finding) and any(
        _is_held(at, text) and at.speaker not in {"patient", "other"} for at in finding.evidence
    )
