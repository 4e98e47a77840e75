"""What a statement does in its document: conclude, report an exam, report a study, or tell a history."""

from functools import lru_cache
from typing import Literal

from scribe.extraction.lexicon.context.commands import command_at, may_take_up_hands, takes_up_hands
from scribe.extraction.lexicon.context.dictated import dictates
from scribe.extraction.lexicon.context.missing_headings import (
    closes_with_diagnosis,
    comes_to_examination,
    heads_lesions,
    is_coded,
    is_headed,
    names_diagnosis,
    opens_report,
)
from scribe.extraction.lexicon.context.persons import presents
from scribe.extraction.lexicon.context.study_mentions import (
    SHOWN,
    comes_for_study,
    counts_seen,
    is_declined,
    names_seen,
    names_space,
    showing,
    shown_findings,
    shows_picture,
    shows_unfelt,
    studies,
    studying,
    tells_of_study,
)
from scribe.extraction.lexicon.context.study_reports import (
    heads_report,
    heads_study,
    is_awaited,
    reads_study,
    reports_study,
    rests_on_study,
    tells_of_person,
)
from scribe.extraction.lexicon.context.unpictured import (
    names_dysfunction,
    names_kind_of_slip,
    names_subluxation,
    names_subluxations,
    names_syndrome,
    supposes_illness,
)
from scribe.extraction.lexicon.view.saying import naming, saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

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
    "records": "history",
    "medications": "history",
    "codes": "codes",
}
_SAYING = frozenset({"i'd say", "i would say"})
_OPENING = 12
_BACK = 4
_ABOVE = 3
_WISHING = frozenset({"want", "order", "get", "need", "like"})
_SEEN = SHOWN | {"malalignment", "ligament_hypertrophy"}
"""Kinds of findings with which a talk about a study goes on."""
_LONGEST_HEADING = 5
_LONGEST_LABEL = 12
_QUESTION = 4
_EXAMINING = 3
_BENT = frozenset({"flexed", "extended", "neutral"})
_TURNED = frozenset({"rotated", "sidebent", "bent", "rotates"})
"""Words that together tell the position of a vertebra, which hands feel and no picture shows."""
_PRONOUNS = frozenset({"it", "that", "this"})
_OPEN = frozenset({"history", "exam", "neutral"})
_TURNING = frozenset({"stances", "imaging", "lesions"})
"""Tables of the terms that turn a talk to something else."""
_SHOWING = frozenset({"imaging", "lesions"})
"""Tables of the terms of what a study shows."""


def stances(view: View) -> list[Stance]:
    """Return what each statement does, in order."""
    found: list[Stance] = []
    spoken: Stance = "neutral"
    previous: Statement | None = None
    headed = filmed = inquired = looking = reported = aimed = False
    turning = _turning(view)
    for statement in view.statements:
        headed = headed and previous is not None and _goes_on(previous, statement)
        headed = headed or (statement.start in concluding(view) and _is_heading(view, statement))
        if statement.turn < 0 or statement.section:
            if previous is None or is_headed(view, previous, statement):
                reported = opens_report(view, statement, len(found), below=found[-1:] == ["imaging"], reported=reported)
            stance = "imaging" if reported else _written(view, statement, previous, found)
            below = filmed and previous is not None and _goes_on(previous, statement)
            filmed = below or heads_study(view, statement) or (aimed and tells_of_study(view, statement))
            aimed = stance in _OPEN and (comes_for_study(view, statement) or (aimed and not filmed))
            opened: Stance = "conclusion" if headed else "imaging" if filmed else stance
            found.append(opened if stance in _OPEN else stance)
        else:
            changes = previous is None or previous.turn != statement.turn
            if statement.speaker == "patient":
                inquired = (statement.asks and _inquires(view, statement)) or (inquired and not changes)
            elif changes and not _only_listens(view, statement):
                looking = spoken == "imaging"
                spoken = "conclusion" if inquired else _resumed(view, statement, previous, spoken)
                inquired = False
            elif looking and spoken == "neutral" and _after_study(view, statement, previous) == "imaging":
                spoken = "imaging"
            if statement.start in turning[spoken] and not (statement.asks and statement.speaker == "other"):
                spoken = _spoken(view, statement, spoken)
            found.append(spoken if statement.speaker != "patient" else "history")
        previous = statement
    return found


@lru_cache(maxsize=1)
def concluding(view: View) -> frozenset[int]:
    """Return where the statements start that have a cue of a conclusion."""
    return naming(view, "stances", lambda hit: hit.term.role == "conclusion")


def _turning(view: View) -> dict[Stance, frozenset[int]]:
    """Return, by what a talk does, where the statements start that may turn it to something else."""
    shows = studying(view) | showing(view) | saying(view, words("reading_of"))
    names = concluding(view) | naming(view, "lesions")
    examines = saying(view, words("body_commands")) | may_take_up_hands(view)
    opens = shows | names | naming(view, "stances", lambda hit: hit.term.role == "weak_conclusion")
    named = naming(view, "stances") | naming(view, "imaging") | naming(view, "lesions")
    return {
        "neutral": opens,
        "exam": opens,
        "conclusion": shows | (examines & named),
        "imaging": names | naming(view, "conditions") | examines,
    }


def _is_heading(view: View, statement: Statement) -> bool:
    """Tell whether a statement is nothing but the head of a conclusion, as in `Diagnoses addressed`."""
    longest = _LONGEST_LABEL if view.norms[statement.end - 1] == ":" else _LONGEST_HEADING
    if statement.end - statement.start > longest:
        return False
    named = view.terms("stances", statement)
    return any(hit.term.role == "conclusion" and hit.start == statement.start for hit in named)


def _goes_on(previous: Statement, statement: Statement) -> bool:
    return previous.section == statement.section and statement.line - previous.line <= 1


def _written(view: View, statement: Statement, previous: Statement | None, found: list[Stance]) -> Stance:
    stance = _SECTIONS.get(statement.section, "neutral")
    if stance == "conclusion" and reports_study(view, statement):
        return "imaging"
    if stance == "imaging" and names_diagnosis(view, statement, previous):
        return "conclusion"
    if stance in {"conclusion", "plan", "codes", "imaging"}:
        return stance
    concludes = stance != "history" and closes_with_diagnosis(view, statement, previous)
    concludes = concludes or heads_lesions(view, statement, previous)
    opened = "conclusion" if concludes else _opened(view, statement)
    if opened is not None:
        return opened
    if stance == "history" and comes_to_examination(view, statement, previous, below=found[-1:] == ["exam"]):
        return "exam"
    return _continued(view, statement, previous, found, stance)


def _continued(
    view: View, statement: Statement, previous: Statement | None, found: list[Stance], stance: Stance
) -> Stance:
    """Return what a statement does that goes on with the one before it, or speaks for itself."""
    same_line = previous is not None and previous.line == statement.line and previous.section == statement.section
    examines = words("examining").intersection(view.norms[statement.start : statement.start + _EXAMINING])
    if stance == "exam" and _shown_above(view, statement, found) and shows_unfelt(view, statement):
        return "imaging"
    continues = found[-1] == "conclusion" or (found[-1] == "imaging" and stance != "exam") if found else False
    told = found[-1:] == ["imaging"] and tells_of_person(view, statement)
    if same_line and continues and not examines and not told:
        return found[-1]
    return _unheaded(view, statement) if stance == "neutral" else stance


def _shown_above(view: View, statement: Statement, found: list[Stance]) -> bool:
    """Tell whether one of the few statements before it in its line reports a study."""
    above = zip(reversed(found[-_ABOVE:]), reversed(view.statements[: len(found)][-_ABOVE:]), strict=True)
    return any(stance == "imaging" and one.line == statement.line for stance, one in above)


def _opened(view: View, statement: Statement) -> Stance | None:
    """Return what the first words of a statement make of it: a conclusion, or the report of a study."""
    cues = (hit for hit in view.terms("stances", statement) if hit.term.role == "conclusion")
    if any(hit.start == statement.start for hit in cues) and not heads_report(view, statement):
        return "conclusion"
    opening = Chunk(statement.start, min(statement.end, statement.start + _OPENING))
    named = (hit for hit in studies(view, opening) if hit.term.value != "unspecified")
    return "imaging" if any(not is_awaited(view, statement, hit) for hit in named) else None


def _unheaded(view: View, statement: Statement) -> Stance:
    """Return what a statement outside all sections does by its own words."""
    if any(hit.term.role == "conclusion" for hit in view.terms("stances", statement)) or is_coded(view, statement):
        return "conclusion"
    return "imaging" if rests_on_study(view, statement) or reads_study(view, statement) else "neutral"


def _resumed(view: View, statement: Statement, previous: Statement | None, before: Stance) -> Stance:
    """Return what a clinician's turn starts with: a study that was spoken of is seldom spoken of any longer."""
    return _after_study(view, statement, previous) if before == "imaging" else before


def _only_listens(view: View, statement: Statement) -> bool:
    """Tell whether somebody only shows to be listening, as with `okay`, which turns no talk elsewhere."""
    if statement.speaker == "clinician":
        return False
    return words("listening").issuperset(w for w in view.norms[statement.start : statement.end] if w[0].isalnum())


def _inquires(view: View, statement: Statement) -> bool:
    """Tell whether a patient asks what it is, as in `So what have I got?`; the answer is a conclusion."""
    said = view.norms[statement.start : statement.end]
    asked = "what" in said[:_QUESTION] and bool(words("inquiring").intersection(said))
    return statement.asks and (_is_confirmed(view, statement) or (asked and not studies(view, statement)))


def _is_confirmed(view: View, statement: Statement) -> bool:
    """Tell whether the answer says yes to a condition that a patient asks about, as in `Is it sciatica?`, `It is.`."""
    agreed = statement.reply is not None and statement.reply.answer == "yes"
    return agreed and "conditions" in view.named[statement.start]


def _after_study(view: View, statement: Statement, previous: Statement | None) -> Stance:
    """Return what a clinician's turn does after a study was spoken of: go on with it, conclude, or turn elsewhere."""
    shows = _shows(view, statement, previous)
    if shows and _asks_for_study(view, previous) and not view.terms("stances", statement):
        return "imaging"
    concludes = any("conclusion" in hit.term.role for hit in view.terms("stances", statement)) or any(
        hit.term.role == "narrowing" and hit.term.text.startswith("steno") for hit in view.terms("lesions", statement)
    )
    if view.terms("conditions", statement) and not statement.asks and (concludes or not shows):
        return "conclusion"
    return "imaging" if shows else "neutral"


def _asks_for_study(view: View, previous: Statement | None) -> bool:
    """Tell whether one clinician has asked another what a study shows, as in `What does the MRI say?`."""
    return previous is not None and previous.asks and previous.speaker == "clinician" and bool(studies(view, previous))


def _shows(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a clinician's turn goes on with a study after a word of the patient."""
    if previous is None or statement.turn - previous.turn > 1 or _SHOWING.isdisjoint(view.named[statement.start]):
        return False
    if names_subluxation(view, statement):
        return False
    said = view.norms[statement.start : statement.end]
    if not _BENT.isdisjoint(said) and not _TURNED.isdisjoint(said):
        return False
    shown = {hit.term.value for hit in shown_findings(view, statement)}
    discs = "unremarkable" in shown and any(len(place.segments) > 1 for place in view.fixing(statement))
    return discs or bool(shown & _SEEN) or names_space(view, statement)


def _spoken(view: View, statement: Statement, before: Stance) -> Stance:
    if before != "imaging" and _TURNING.isdisjoint(view.named[statement.start]):
        return "imaging" if shows_picture(view, statement) else before
    studied = any(not is_declined(view, statement, study) for study in studies(view, statement))
    studied = studied and not _concludes_first(view, statement)
    if studied or (before == "imaging" and _only_estimates(view, statement)):
        return "imaging"
    concludes = before == "imaging" and statement.speaker == "clinician"
    named = concludes and any(told(view, statement) for told in (names_syndrome, names_kind_of_slip, supposes_illness))
    if "lesions" in view.named[statement.start]:
        named = named or names_dysfunction(view, statement) or names_subluxations(view, statement)
    if (
        named
        or _cues(view, statement, "conclusion", shown=before == "imaging")
        or (before == "imaging" and dictates(view, statement))
    ):
        return "conclusion"
    if shows_picture(view, statement) or (statement.speaker == "clinician" and reads_study(view, statement)):
        return "imaging"
    if before in {"imaging", "conclusion"} and (
        command_at(view, statement, words("body_commands")) is not None or takes_up_hands(view, statement)
    ):
        return "exam"
    return "conclusion" if before != "imaging" and _concludes_weakly(view, statement) else before


def _cues(view: View, statement: Statement, role: str, *, shown: bool = False) -> bool:
    """Tell whether a statement has a cue of a role that is more than a pronoun, or than a sort of what is shown."""
    cues = (hit for hit in view.terms("stances", statement) if hit.term.role == role)
    cues = (hit for hit in cues if not (shown and names_seen(view, hit)))
    return any(not (_is_bare_pronoun(view, hit) or counts_seen(view, hit)) for hit in cues)


def _concludes_weakly(view: View, statement: Statement) -> bool:
    """Tell whether a statement concludes, as in `It's your disc`, and presents nobody."""
    return _cues(view, statement, "weak_conclusion") and not presents(view, statement)


def _concludes_first(view: View, statement: Statement) -> bool:
    """Tell whether a study only bears out a conclusion: `spondylosis, as on the film, and a dysfunction of C2`."""
    first = min((study.start for study in studies(view, statement)), default=statement.end)
    named = view.terms("conditions", Chunk(statement.start, first))
    wanted = not _WISHING.isdisjoint(view.norms[max(statement.start, first - _BACK) : first])
    return bool(named) and (names_dysfunction(view, statement) or (wanted and supposes_illness(view, statement)))


def _only_estimates(view: View, statement: Statement) -> bool:
    """Tell whether an `I'd say` only gives the size of what is seen: `it takes up the canal, I'd say half of it`."""
    concluding = [hit for hit in view.terms("stances", statement) if hit.term.role == "conclusion"]
    seen = [hit.start for hit in shown_findings(view, statement)]
    said = bool(concluding) and all(hit.term.text in _SAYING for hit in concluding)
    return (
        said
        and bool(seen)
        and seen[0] < concluding[0].start
        and not view.terms("conditions", Chunk(concluding[0].end, statement.end))
    )


def _is_bare_pronoun(view: View, hit: Hit) -> bool:
    """Tell whether a pronoun opens no conclusion, as `it's` does and `does that hurt` does not."""
    start, end = view.tokens.cover(hit.start, hit.end)
    return view.text[start:end].lower() in _PRONOUNS
