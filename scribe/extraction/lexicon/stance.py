"""What a statement does in its document: conclude, report an exam, report a study, or tell a history."""

from typing import Literal

from scribe.extraction.lexicon.view import Chunk, Statement, View

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
_LONGEST_HEADING = 5
_OPEN = frozenset({"history", "exam", "neutral"})


def stances(view: View) -> list[Stance]:
    """Return what each statement does, in order."""
    found: list[Stance] = []
    spoken: Stance = "neutral"
    previous: Statement | None = None
    headed = False
    for statement in view.statements:
        headed = _is_heading(view, statement) or (headed and previous is not None and _goes_on(previous, statement))
        if statement.turn < 0 or statement.section:
            stance = _written(view, statement, previous, found)
            found.append("conclusion" if headed and stance in _OPEN else stance)
        else:
            if previous is None or (previous.turn != statement.turn and statement.speaker != "patient"):
                spoken = "neutral" if spoken == "imaging" else spoken
            spoken = _spoken(view, statement, spoken)
            found.append(spoken if statement.speaker != "patient" else "history")
        previous = statement
    return found


def _is_heading(view: View, statement: Statement) -> bool:
    """Tell whether a statement is nothing but the head of a conclusion, as in `Diagnoses addressed`."""
    cues = [hit for hit in view.terms("stances", statement) if hit.term.role == "conclusion"]
    return bool(cues) and cues[0].start == statement.start and statement.end - statement.start <= _LONGEST_HEADING


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
    return stance


def _spoken(view: View, statement: Statement, before: Stance) -> Stance:
    if any(hit.term.role == "modality" for hit in view.terms("imaging", statement)):
        return "imaging"
    cues = {hit.term.role for hit in view.terms("stances", statement)}
    if "conclusion" in cues or ("weak_conclusion" in cues and before != "imaging"):
        return "conclusion"
    return before
