"""What a statement does in its document: conclude, report an exam, report a study, or tell a history."""

from typing import Literal

from scribe.extraction.lexicon.view import Chunk, Statement, View
from scribe.extraction.lexicon.vocabulary import words

Stance = Literal["conclusion", "imaging", "exam", "plan", "history", "codes", "neutral"]

_SECTIONS: dict[str, Stance] = {
    "assessment": "conclusion",
    "imaging": "imaging",
    "exam": "exam",
    "structural_exam": "exam",
    "objective": "exam",
    "vitals": "exam",
    "plan": "plan",
    "procedure": "plan",
    "return_precautions": "plan",
    "education": "plan",
    "consent": "plan",
    "subjective": "history",
    "history": "history",
    "past_history": "history",
    "family_history": "history",
    "social_history": "history",
    "review_of_systems": "history",
    "medications": "history",
    "codes": "codes",
}
_OPENING = 12
_BACK = 4
_RESTING = frozenset({"compared", "since", "from", "on", "by", "than"})
_SHOWN = frozenset(
    {"disc_herniation", "disc_degeneration", "canal_narrowing", "foraminal_narrowing", "bony_overgrowth", "fibrosis"}
)
"""Kinds of findings that only a study shows."""
_LONGEST_HEADING = 5
_LONGEST_STUDY = 14
_OPEN = frozenset({"history", "exam", "neutral"})


def stances(view: View) -> list[Stance]:
    """Return what each statement does, in order."""
    found: list[Stance] = []
    spoken: Stance = "neutral"
    previous: Statement | None = None
    headed = filmed = False
    for statement in view.statements:
        headed = _is_heading(view, statement) or (headed and previous is not None and _goes_on(previous, statement))
        if statement.turn < 0 or statement.section:
            stance = _written(view, statement, previous, found)
            below = filmed and previous is not None and _goes_on(previous, statement)
            filmed = below or _names_study(view, statement)
            opened: Stance = "conclusion" if headed else "imaging" if filmed else stance
            found.append(opened if stance in _OPEN else stance)
        else:
            if previous is None or (previous.turn != statement.turn and statement.speaker != "patient"):
                spoken = _after_study(view, statement, previous) if spoken == "imaging" else spoken
            spoken = _spoken(view, statement, spoken)
            found.append(spoken if statement.speaker != "patient" else "history")
        previous = statement
    return found


def _is_heading(view: View, statement: Statement) -> bool:
    """Tell whether a statement is nothing but the head of a conclusion, as in `Diagnoses addressed`."""
    cues = [hit for hit in view.terms("stances", statement) if hit.term.role == "conclusion"]
    return bool(cues) and cues[0].start == statement.start and statement.end - statement.start <= _LONGEST_HEADING


def _names_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement is nothing but the head of a report, as in `MRI LUMBAR 3/2/2026 (outside read)`."""
    if statement.end - statement.start > _LONGEST_STUDY or words("ordered").intersection(
        view.norms[statement.start : statement.end]
    ):
        return False
    named = view.terms("imaging", statement)
    opens = bool(named) and named[0].start == statement.start and named[0].term.value != "unspecified"
    return opens and all(hit.term.role == "modality" for hit in named)


def _goes_on(previous: Statement, statement: Statement) -> bool:
    return previous.section == statement.section and statement.line - previous.line <= 1


def _written(view: View, statement: Statement, previous: Statement | None, found: list[Stance]) -> Stance:
    stance = _SECTIONS.get(statement.section, "neutral")
    if stance in {"conclusion", "plan", "codes", "imaging"}:
        return stance
    if any(hit.start == statement.start and hit.term.role == "conclusion" for hit in view.terms("stances", statement)):
        return "conclusion"
    opening = Chunk(statement.start, min(statement.end, statement.start + _OPENING))
    if any(hit.term.role == "modality" and hit.term.value != "unspecified" for hit in view.terms("imaging", opening)):
        return "imaging"
    same_line = previous is not None and previous.line == statement.line and previous.section == statement.section
    if same_line and (found[-1] == "conclusion" or (found[-1] == "imaging" and stance != "exam")):
        return found[-1]
    if stance == "neutral" and any(hit.term.role == "conclusion" for hit in view.terms("stances", statement)):
        return "conclusion"
    return "imaging" if stance == "neutral" and _compares(view, statement) else stance


def _compares(view: View, statement: Statement) -> bool:
    """Tell whether a statement ends with the study that it rests on, as in `stable compared with the prior MRI`."""
    return any(
        hit.term.role == "modality" and bool(_RESTING.intersection(view.norms[max(0, hit.start - _BACK) : hit.start]))
        for hit in view.terms("imaging", statement)
    )


def _after_study(view: View, statement: Statement, previous: Statement | None) -> Stance:
    """Return what a clinician's turn does after a study was spoken of: go on with it, conclude, or turn elsewhere."""
    if view.terms("conditions", statement) and not statement.asks:
        return "conclusion"
    return "imaging" if _shows(view, statement, previous) else "neutral"


def _shows(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a clinician's turn goes on with a study after a word of the patient."""
    if previous is None or statement.turn - previous.turn > 1:
        return False
    shown = {hit.term.value for hit in view.terms("imaging", statement) if hit.term.role == "finding"}
    return bool(shown & _SHOWN) or any(hit.term.role == "compartment" for hit in view.terms("lesions", statement))


def _spoken(view: View, statement: Statement, before: Stance) -> Stance:
    if any(hit.term.role == "modality" for hit in view.terms("imaging", statement)):
        return "imaging"
    cues = {hit.term.role for hit in view.terms("stances", statement)}
    if "conclusion" in cues or ("weak_conclusion" in cues and before != "imaging"):
        return "conclusion"
    return before
