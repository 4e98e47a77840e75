"""Talk about pictures that goes on: after a word of the patient, a question in between, or a remark.

A clinician who goes through a study with a patient comes back to it without
naming it again. What then tells of a disc, a canal or a slipped bone is still
what the study shows, until something else is taken up: an examination, a
conclusion, or a plan.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.dictated import dictates
from scribe.extraction.lexicon.context.picture_bridges import (
    FELT_ROLES,
    HAVING,
    PASSING,
    SHORT,
    bridged,
    takes_up_part,
    telling_of_part,
)
from scribe.extraction.lexicon.context.picture_sides import tells_of_other, tells_of_pelvis, tells_of_side
from scribe.extraction.lexicon.context.side_curves import tells_of_curve
from scribe.extraction.lexicon.context.stance import Stance, concluding
from scribe.extraction.lexicon.context.study_mentions import (
    SHOWN,
    is_declined,
    is_made,
    names_matter,
    parts_seen,
    shown_findings,
    studies,
    studying,
    tells_of_part,
)
from scribe.extraction.lexicon.context.told_results import told_results
from scribe.extraction.lexicon.context.unpictured import names_kind_of_slip, supposes_illness
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import asking, holding, naming, saying, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_KEPT = 8
"""Turns after which nobody speaks of the study any longer."""
_SOON = 2
"""Turns over which a part that was shown is taken up."""
_OPENING = 4
_QUOTES = frozenset({'"', "\u201c"})
_DENIED = frozenset({"fracture", "neoplasm", "malalignment", "other", "sacroiliac_changes"})
_SHOWN = SHOWN | {"ligament_hypertrophy", "sacroiliac_changes"}
"""Kinds of findings that nobody feels with the hands."""
_QUOTED = _SHOWN | {"malalignment", "other"}
"""Kinds of findings that a patient knows from a report."""
_FELT = ("rotat", "displace")
"""How the words begin for what an examiner finds as well."""
_REPORTS = frozenset({"report", "reports", "results", "letter", "picture", "pictures"})
_SCREENS = frozenset({"screen", "monitor"})
_LOOKED_AT = frozenset({"see", "look", "turn", "swing", "show", "up", "come", "over", "here"})
_VIEWED = frozenset({"side", "front", "behind", "above", "top"})
"""Words for the way somebody is seen, as in `this is you from the side`."""
_AT_HAND = frozenset({
    "have", "here", "here's", "got", "read", "says", "came", "in", "back", "i've", "reading", "according", "per",
    "mentions", "calls", "describes", "shows",
})  # fmt: skip
_ANNOUNCING = frozenset({
    "now", "so", "then", "okay", "ok", "and", "the", "your", "report", "reports", "results", "picture", "pictures",
    "to", "on", "back", "for", "as", "let's", "look", "at", "film", "films", ",", ".", ":", "well", "right", "first",
    "go", "through", "images", "image", "up", "picture's", "these", "are", "this", "is", "here", "we",
})  # fmt: skip
"""Words of which somebody only announces what is looked at next: `Now the report.`."""
_MEASURED = frozenset({
    "mm", "millimeter", "millimeters", "millimetre", "millimetres", "degrees", "degree", "measured", "inch", "grade",
})  # fmt: skip
"""Words that tell a picture from what hands feel."""
_READ_OUT = frozenset({"impression", "think"})
"""Words of somebody who tells what a report says: `I'll tell you what it says and what I think`."""
_READ_AS = ("read ", "came back", "nothing show")
"""How the words begin for what a study has come to."""
_RETURNED = frozenset({"back", "results", "result", "come", "came"})
"""Words of a patient who asks for a study that has been made: `Chest x-ray come back?`."""
_KNOWN = frozenset({"the", "my", "that", "those"})
_WISHING = frozenset({"need", "should", "want", "will", "if", "get"})
_SEEING = frozenset({"see", "seeing", "show", "shows", "looking"})
_THERE = frozenset({"there", "here", "that", "this", "screen", "picture", "one"})
_OWN = frozenset({"me", "spine", "back", "neck", "mine"})
_POINTING = frozenset({"that's", "this", "that", "here's", "there's", "these"})
_SLIPPED = ("slip", "listhe")
"""Parts of the words for what has slipped, which is seen and not felt."""
_NONE = frozenset({"nothing", "none"})
_CLINICAL = frozenset({
    "radiculopathy", "sciatica", "low_back_pain", "neck_pain", "thoracic_pain", "headache", "myelopathy",
    "cauda_equina", "sprain_strain", "muscle_spasm", "facet_syndrome", "postlaminectomy_syndrome",
})  # fmt: skip
"""Conditions that no picture shows."""
_ALSO_FELT = frozenset({"unremarkable", "malalignment", "neoplasm"})
"""Kinds of findings that are spoken of without a picture as well."""
_COMMANDS = frozenset({"drop", "hop", "pop", "climb"})
_NAMING = frozenset({"call", "called", "name", "diagnosis", "wrong", "verdict", "have", "got", "problem"})
"""Words with which a patient asks for the diagnosis, and not for what a picture shows."""


class Pictured(NamedTuple):
    """What statements do, and which of them tell of pictures beside what else they do."""

    stances: list[Stance]
    """What each statement does."""
    also: frozenset[int]
    """Places of the statements that conclude from a picture and tell of it in one."""


def pictured(view: View, found: list[Stance]) -> Pictured:
    """Find the statements in which a talk about pictures goes on."""
    spoken = any(statement.turn >= 0 for statement in view.statements)
    if not spoken or not ("imaging" in found or not _REPORTS.isdisjoint(view.said) or naming(view, "imaging")):
        return Pictured(found, frozenset())
    talk = _Talk(view)
    stances = [talk.follow(statement, stance) for statement, stance in zip(view.statements, found, strict=True)]
    return Pictured(bridged(view, stances), told_results(view).union(talk.also))


class _Talk:
    """A talk about pictures, followed from one statement to the next."""

    def __init__(self, view: View) -> None:
        """Start before any picture is spoken of."""
        self.also: set[int] = set()
        self._view = view
        self._reporting = saying(view, words("reporting"))
        self._looking = saying(view, _REPORTS | words("films") | _VIEWED | _SCREENS) - saying(view, words("awaiting"))
        self._beginning = self._reporting | self._looking | _pointing(view) | asking(view)
        self._turning = self._beginning | _going_on(view)
        self._turn: int | None = None
        self._inquired = self._named = False
        self._previous: Statement | None = None

    def follow(self, statement: Statement, stance: Stance) -> Stance:
        """Return what a statement does, knowing whether pictures are spoken of."""
        turning = self._beginning if self._turn is None else self._turning
        found = self._follow(statement, stance) if stance == "imaging" or statement.start in turning else stance
        self._previous = statement
        return found

    def _follow(self, statement: Statement, stance: Stance) -> Stance:
        if statement.turn < 0 or statement.section:
            self._turn = None
            return stance
        if stance == "imaging":
            if not self._is_to_come(statement):
                self._turn, self._inquired, self._named = statement.turn, False, True
            return stance
        begins = statement.start in self._beginning
        if begins and self._named and _turns_screen(self._view, statement):
            self._turn = statement.turn
            return stance
        if statement.speaker in {"patient", "other"}:
            if not begins:
                return stance
            self._inquired = self._inquired or self._asks_what_it_is(statement)
            if self._quotes(statement) or self._asks_for_result(statement) or self._asks_to_see(statement):
                self._turn = statement.turn
            return stance
        if begins and (self._has_report(statement) or _points_out(self._view, statement)):
            self._turn = statement.turn
        if self._turn is not None and statement.turn - self._turn > _KEPT:
            self._turn = None
        return stance if self._turn is None else self._followed(statement, stance)

    def _followed(self, statement: Statement, stance: Stance) -> Stance:
        """Return what a statement of the clinician does behind a talk about pictures."""
        if self._turn is not None and self._view.norms[statement.start] in _QUOTES and not statement.asks:
            # What is read out from a report is no conclusion.
            self._turn = statement.turn
            return "imaging"
        if names_kind_of_slip(self._view, statement):
            self._turn = statement.turn
            self.also.add(statement.start)
            return "conclusion"
        concludes = self._concludes(statement) or (stance == "conclusion" and _names_ailment(self._view, statement))
        tells = not concludes and self._tells(statement, stance)
        if concludes or self._examines(statement, tells=tells):
            self._turn = None
            return stance
        if not tells:
            self._turn = None if self._names_illness(statement, stance) else self._turn
            return stance
        self._turn = statement.turn
        if stance == "conclusion" and self._presents(statement):
            self.also.add(statement.start)
            return stance
        return "imaging"

    def _names_illness(self, statement: Statement, stance: Stance) -> bool:
        """Tell whether a conclusion has come to what no picture shows, of which the next words tell more."""
        named = (hit.term.value for hit in self._view.terms("conditions", statement))
        return stance == "conclusion" and not statement.asks and any(value in _CLINICAL for value in named)

    def _quotes(self, statement: Statement) -> bool:
        """Tell whether a patient says what a study shows, as in `the letter says there's a disc bulge`."""
        if statement.asks or statement.start not in self._reporting:
            return False
        return any(kind in _QUOTED for kind, _ in _findings(self._view, statement))

    def _asks_for_result(self, statement: Statement) -> bool:
        """Tell whether a patient asks what a study has shown, as in `so did they send the x-ray?`."""
        if not statement.asks or statement.start not in studying(self._view):
            return False
        said = self._view.norms[statement.start : statement.end]
        before = (self._view.norms[max(0, hit.start - _OPENING) : hit.start] for hit in studies(self._view, statement))
        known = any(not _KNOWN.isdisjoint(some) for some in before) or not _RETURNED.isdisjoint(said)
        return known and _WISHING.isdisjoint(said) and words("relatives").isdisjoint(said)

    def _asks_to_see(self, statement: Statement) -> bool:
        """Tell whether a patient asks what is seen on a picture that was named before: `You can see it on there?`."""
        if not (self._named and statement.asks):
            return False
        said = frozenset(self._view.norms[statement.start : statement.end])
        sees = not said.isdisjoint(_SEEING) and not said.isdisjoint(_THERE)
        return sees or (not said.isdisjoint(_OWN) and said >= {"is", "that"})

    def _has_report(self, statement: Statement) -> bool:
        """Tell whether a clinician has a report at hand, as in `I've got the report here`."""
        if statement.start not in self._looking:
            return False
        said = frozenset(self._view.norms[statement.start : statement.end])
        if said >= {"this", "from"} and not said.isdisjoint({"you", "your"}) and not said.isdisjoint(_VIEWED):
            return True
        return (not said.isdisjoint(_REPORTS) and not said.isdisjoint(_AT_HAND)) or _ANNOUNCING.issuperset(said)

    def _is_to_come(self, statement: Statement) -> bool:
        """Tell whether a study is only ordered, wanted or refused: nothing is told of what it shows."""
        said = frozenset(self._view.norms[statement.start : statement.end])
        if _findings(self._view, statement) or (statement.asks and not said.isdisjoint(_RETURNED)):
            return False
        named = [study for study in studies(self._view, statement) if not is_made(self._view, statement, study)]
        ordered = not words("ordered").isdisjoint(said)
        return bool(named) and (ordered or all(is_declined(self._view, statement, study) for study in named))

    def _concludes(self, statement: Statement) -> bool:
        """Tell whether a statement says what the matter is, and no longer what is seen."""
        if self._only_assents(statement):
            return False
        if dictates(self._view, statement):
            return True
        said = self._view.norms[statement.start : statement.end]
        reads = not _READ_OUT.isdisjoint(said) and not words("reporting").isdisjoint(said)
        hits = self._view.terms("stances", statement) if not reads else []
        cues = [hit.term.text for hit in hits if names_matter(self._view, hit)]
        if any(cue not in PASSING and not cue.startswith(HAVING) for cue in cues):
            return True
        # A position may be seen on a film, what is called a dysfunction may not.
        lesions = self._view.terms("lesions", statement)
        named = any(hit.term.role == "head" or "dysfunction" in hit.term.text for hit in lesions)
        return named or (self._inquired and bool(self._view.terms("conditions", statement)))

    def _only_assents(self, statement: Statement) -> bool:
        """Tell whether a few words only answer a question of the patient, as in `That's my thinking.`."""
        asked = self._previous is not None and self._previous.asks and self._previous.speaker != "clinician"
        return asked and not self._inquired and statement.end - statement.start <= SHORT

    def _asks_what_it_is(self, statement: Statement) -> bool:
        """Tell whether a patient asks for the diagnosis, as in `So what do we call it?`."""
        said = self._view.norms[statement.start : statement.end] if statement.asks else []
        return "what" in said[:_OPENING] and not _NAMING.isdisjoint(said)

    def _presents(self, statement: Statement) -> bool:
        """Tell whether a statement says that the patient has something: `you've got a bulge there`."""
        cues = (hit.term for hit in self._view.terms("stances", statement) if hit.term.role == "conclusion")
        return any(cue.text.startswith(HAVING) for cue in cues)

    def _examines(self, statement: Statement, *, tells: bool) -> bool:
        """Tell whether a clinician has come to examine, and looks at no picture any longer."""
        if command_at(self._view, statement, _commands()) is not None:
            return True
        signs = any(hit.term.role == "sign" for hit in self._view.terms("neuro", statement))
        tart = self._view.terms("tart", statement)
        felt = any(hit.term.role in FELT_ROLES and hit.term.value != "asymmetry" for hit in tart)
        tells = tells or bool(_findings(self._view, statement))
        return not tells and not statement.asks and (signs or (felt and bool(self._view.fixing(statement))))

    def _tells(self, statement: Statement, stance: Stance) -> bool:
        """Tell whether a statement tells of what only a picture shows, or denies what one is made to find."""
        view, said = self._view, frozenset(self._view.norms[statement.start : statement.end])
        if _names_ailment(view, statement) or supposes_illness(view, statement):
            return False
        reports = statement.start in self._reporting
        denies = not words("denials").isdisjoint(view.norms[statement.start : statement.start + _OPENING])
        spaces = view.terms("lesions", statement)
        if any(hit.term.role == "narrowing" and hit.term.text.startswith("steno") for hit in spaces):
            describes = stance == "neutral" and self._only_describes(statement)
            return denies or reports or describes or self._goes_down_levels(statement)
        none_slid = not said.isdisjoint(_NONE) and not said.isdisjoint(words("slid"))
        soon = self._turn is not None and statement.turn - self._turn <= _SOON
        parted = none_slid or tells_of_part(said) or tells_of_other(said) or tells_of_curve(self._view, statement)
        parted = parted or (soon and self._takes_up(statement))
        if parted or any(hit.term.role == "compartment" for hit in spaces):
            return True
        if not said.isdisjoint(_MEASURED) and not said.isdisjoint(
            words("slid") | {"off", "rotated", "forward", "backward"}
        ):
            return True
        found = _findings(view, statement)
        told = bool(found) or "same" in said
        named = any(text.startswith(_READ_AS) or any(name in text for name in _SLIPPED) for _, text in found)
        if named or (told and self._goes_down_levels(statement)):
            return True
        shown = {kind for kind, text in found if not text.startswith(_FELT)}
        asked = "you've" in said or "history" in said
        denied = (denies or _sees_none(said)) and not asked and not shown.isdisjoint(_DENIED)
        told = bool(shown - _ALSO_FELT) and self._only_describes(statement)
        return denied or told or not shown.isdisjoint(_SHOWN) or (reports and bool(shown))

    def _takes_up(self, statement: Statement) -> bool:
        """Tell whether a statement goes on with a part that was shown, or with one of its two sides."""
        before = self._previous
        told = before is not None and before.turn == statement.turn == self._turn
        sided = tells_of_side(self._view, statement, before, told=told)
        return sided or (told and tells_of_pelvis(self._view, statement)) or takes_up_part(self._view, statement)

    def _goes_down_levels(self, statement: Statement) -> bool:
        """Tell whether a statement begins with a level, as a line of a report does: `C5-6 there's a bulge with`."""
        first = self._view.fixing(Chunk(statement.start, min(statement.end, statement.start + _OPENING)))
        at = first[0].start - statement.start if first and len(first[0].segments) > 1 else _OPENING
        return at <= 1 and self._view.norms[statement.start] != "so"

    def _only_describes(self, statement: Statement) -> bool:
        """Tell whether a statement says what is there, and neither asks nor sums up: `there's some osteopenia`."""
        sums_up = self._view.norms[statement.start] == "so" and self._view.terms("conditions", statement)
        cues = (hit.term.text for hit in self._view.terms("stances", statement))
        return not statement.asks and not sums_up and all(cue.startswith(HAVING) for cue in cues)


def _names_ailment(view: View, statement: Statement) -> bool:
    """Tell whether a statement names a condition that no picture shows."""
    shown = {hit.start for hit in shown_findings(view, statement)}
    # A nerve that is pinched beside what is seen is seen as well: `no herniation, nothing pinching the nerves`.
    conditions = (hit for hit in view.terms("conditions", statement) if hit.start not in shown)
    conditions = (hit for hit in conditions if not (shown and hit.term.text.startswith("pinch")))
    return any(hit.term.value in _CLINICAL for hit in conditions)


def _going_on(view: View) -> frozenset[int]:
    """Return where the statements start that may tell of a picture, conclude from it, examine, or are written."""
    telling = naming(view, "lesions") | naming(view, "imaging") | saying(view, _telling())
    signs = naming(view, "neuro", lambda hit: hit.term.role == "sign")
    examining = signs | naming(view, "tart") | saying(view, _commands())
    written = (one.start for one in view.statements if one.turn < 0 or one.section)
    return (telling | concluding(view) | naming(view, "conditions") | examining).union(written)


@cache
def _telling() -> frozenset[str]:
    """Return the words that tell of a picture without a term."""
    return parts_seen() | telling_of_part() | _MEASURED | _NONE | {"other", "same", "one"}


@cache
def _commands() -> frozenset[str]:
    """Return the verbs with which an examiner commands."""
    return (words("body_commands") | _COMMANDS) - words("showing")


@lru_cache(maxsize=1)
def _pointing(view: View) -> frozenset[int]:
    """Return where the statements start that point at a bone."""
    return holding(view, (place.start for place in view.fixing(whole(view)) if _is_pointed_at(view, place)))


def _turns_screen(view: View, statement: Statement) -> bool:
    """Tell whether a clinician has somebody look at a screen, as in `I'll swing the monitor round so you can see`."""
    said = frozenset(view.norms[statement.start : statement.end])
    looks = not said.isdisjoint(_SCREENS) and not said.isdisjoint(_LOOKED_AT)
    return looks and statement.speaker != "patient" and not statement.asks


def _is_pointed_at(view: View, place: Place) -> bool:
    """Tell whether a bone of the spine is pointed at, as in `That's L4`."""
    before = view.norms[max(0, place.start - 2) : place.start]
    return place.structure == "vertebra" and not _POINTING.isdisjoint(before)


def _points_out(view: View, statement: Statement) -> bool:
    """Tell whether a clinician names one bone after the other on a picture, as in `That's L4, that's L5.`."""
    if statement.start not in _pointing(view):
        return False
    pointed = [place for place in view.fixing(statement) if _is_pointed_at(view, place)]
    return len(pointed) > 1 and pointed[0].segments != pointed[-1].segments and not statement.asks


def _sees_none(said: frozenset[str]) -> bool:
    """Tell whether something is not seen, as in `I don't see any breaks`."""
    looked = not said.isdisjoint({"see", "saw", "show", "showed"})
    return looked and any(map(is_not, said))


def _findings(view: View, statement: Statement) -> list[tuple[str, str]]:
    return [(hit.term.value, hit.term.text) for hit in shown_findings(view, statement)]
