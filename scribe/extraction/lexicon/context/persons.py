"""Persons beside the patient: whose something is, what others called it, and who is not in the room.

`Scoliosis in his mother`, `husband states she limps`, `her osteopath had recorded`, `the ER doc said`, `room four is
the sacral dysfunction`; a quiz speaks of nobody.
"""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_BEFORE_PERSON = 4
_QUOTED = 3
_ADDRESSED = 2
_LONGEST_ASIDE = 7
_OWNED = 2
_WHEREABOUTS = 6
_LOCATING = frozenset({"at", "in", "from", "on", "over", "back", "next"})
_POSSESSIVE = frozenset({"'s", "s'"})
_JOINTS = frozenset({"and", "nor", "or"})
_PARENTS = frozenset({"mother", "mom", "mum", "father", "dad", "parents"})
_CHILDREN = frozenset({"son", "daughter", "boy", "girl", "kid", "child"})
_PATIENTS_OF = {
    "daughter": _PARENTS, "son": _PARENTS, "mother": _CHILDREN, "mom": _CHILDREN, "mum": _CHILDREN,
    "father": _CHILDREN, "dad": _CHILDREN, "parent": _CHILDREN, "wife": frozenset({"husband"}),
    "husband": frozenset({"wife"}), "spouse": frozenset({"husband", "wife"}),
}  # fmt: skip
"""Whom a companion brings, by what the companion is to them."""
_SUFFERING = frozenset({"has", "had", "suffers", "suffered", "got", "developed", "gets"})


class Persons:
    """Judges the persons of one statement."""

    def __init__(self, view: View, statement: Statement) -> None:
        """Take a statement.

        Args:
            view: The document's words.
            statement: The statement.
        """
        self._view = view
        self._norms = view.norms
        self._statement = statement

    def is_owner(self, hit: Hit) -> bool:
        """Tell whether what is said is said of a person, and not by or beside the person."""
        if self._shares(hit) or self._is_patient(hit):
            return False
        return not self._accompanies(hit) and (self.is_quoted(hit) or not self._relates(hit))

    def _shares(self, hit: Hit) -> bool:
        """Tell whether a person does what the writer does too: `my colleague and I`, `neither I nor my colleague`."""
        after = self._norms[hit.end : min(hit.end + 2, self._statement.end)]
        before = self._norms[max(self._statement.start, hit.start - _BEFORE_PERSON) : hit.start]
        joined = ("i" in before or "we" in before) and not _JOINTS.isdisjoint(before)
        return joined or (after[:1] == ["and"] and after[1:] in (["i"], ["myself"]))

    def _is_patient(self, hit: Hit) -> bool:
        """Tell whether a companion is told of the patient, as in `What your mother has` behind the daughter's words."""
        turn, turns = self._statement.turn, self._view.document.turns
        if turn < 1 or self._statement.speaker != "clinician" or self._norms[hit.start - 1] != "your":
            return False
        asking = (turns[turn - 1].label or "").casefold().split()
        return any(self._norms[hit.end - 1] in _PATIENTS_OF.get(word, ()) for word in asking)

    def is_quoted(self, hit: Hit) -> bool:
        """Tell whether a person in speech only has an opinion of somebody else, as in `my wife thinks it's a disc`."""
        return self._statement.turn >= 0 and self._relates(hit)

    def _before(self, start: int) -> str:
        """Return the word before a person, without what says whose or how old; an `and` that opens, none."""
        while start > self._statement.start and self._norms[start - 1] in words("whose"):
            start -= 1
        opens = start == self._statement.start or self._norms[self._statement.start : start] == ["and"]
        return "." if opens else self._norms[start - 1]

    def _accompanies(self, hit: Hit) -> bool:
        """Tell whether a person only comes along or is cared for, as in `here with her daughter`, `lifting her son`."""
        before = self._before(hit.start)
        after = self._norms[hit.end : min(hit.end + 3, self._statement.end)]
        if "who" in after and self._suffers(hit):
            return False
        joined = before == "and" and self._suffers(hit)
        if joined or (before == "for" and after[:1] == ["with"]) or self._owns_study(hit):
            return False
        return before in words("companions") or (before.endswith("ing") and before not in words("durations"))

    def _owns_study(self, hit: Hit) -> bool:
        """Tell whether a study is the person's, as in `asks about her sister's MRI`."""
        _, end = self._view.tokens.spans[hit.end - 1]
        owns = self._view.text[end - 2 : end].lower() in _POSSESSIVE
        return owns and bool(studies(self._view, Chunk(hit.end, min(hit.end + _OWNED, self._statement.end))))

    def _suffers(self, hit: Hit) -> bool:
        """Tell whether a clause says what a person has, as in `her son, who has scoliosis`."""
        verb = self._verb_of(hit)
        said = self._norms[hit.end : verb + 1]
        return bool(_SUFFERING.intersection(said)) and said[-1] not in words("relating")

    def _relates(self, hit: Hit) -> bool:
        """Tell whether a person only speaks of the patient, as in `husband states she limps`."""
        if self._is_said_to_suffer(hit):
            return False
        index = self._verb_of(hit)
        after = self._norms[index : min(index + 2, self._statement.end)]
        if after[:1] == ["told"] and self._norms[index - 1] in words("be_forms"):
            return False
        if not after or after[0] not in words("relating"):
            return False
        said = self._norms[index + 1 : min(index + 1 + _QUOTED, self._statement.end)]
        return self._statement.turn < 0 or words("third_persons").isdisjoint(said)

    def _is_said_to_suffer(self, hit: Hit) -> bool:
        """Tell whether an aside says what a person has, whatever the person does: `his aunt, who has gout, asked`."""
        aside = self._norms[hit.end : min(hit.end + 3, self._statement.end)]
        return aside[:2] == [",", "who"] and not _SUFFERING.isdisjoint(aside[2:])

    def _end_of_whereabouts(self, hit: Hit) -> int:
        """Return the index after where a person is: `my brother in Ohio says`, `his wife down at the gym figures`."""
        start = hit.end + (self._norms[hit.end : hit.end + 1] == ["down"])
        after = self._norms[start : min(hit.end + _WHEREABOUTS, self._statement.end)]
        verb = next((at for at, word in enumerate(after) if word in words("relating")), None)
        if verb is None or after[0] not in _LOCATING or "," in after[:verb]:
            return hit.end
        return start + verb

    def _verb_of(self, hit: Hit) -> int:
        """Return where the verb of a person stands, over an aside and auxiliaries: `her son, a nurse, has noticed`."""
        index = self._end_of_whereabouts(hit)
        if self._norms[index : index + 1] == [","]:
            aside = self._norms[index + 1 : min(index + _LONGEST_ASIDE, self._statement.end)]
            index += aside.index(",") + 2 if "," in aside else 1
        while index < self._statement.end and self._norms[index] in words("before_verb"):
            index += 1
        return index

    def belongs(self, hit: Hit) -> bool:
        """Tell whether what stands before a person is the person's: `scoliosis in his mother`, `RA: father`."""
        before = self._before(hit.start)
        if before == ":":
            after = self._norms[hit.end] if hit.end < self._statement.end else "."
            return hit.start - 1 > self._statement.start and not after[0].isalnum()
        return before in {"in", "("} and hit.start - 1 > self._statement.start

    def is_other(self, hit: Hit) -> bool:
        """Tell whether a patient or a person is another one, as in `my last patient` or `I saw a lady with`."""
        before = self._norms[max(self._statement.start, hit.start - _BEFORE_PERSON) : hit.start]
        alone = any(chunk == (hit.start, hit.end) for chunk in self._statement.chunks)
        if alone or not before or self._statement.section or self._norms[hit.end : hit.end + 1] == ["visit"]:
            return False
        after = self._norms[hit.end : min(hit.end + 2, self._statement.end)]
        if before[-1] in {"another", "other"} or after == ["before", "you"] or after[:1] == ["i"]:
            return True
        if len(before) > 1 and before[-2] in {"my", "our", "the"} and before[-1] in {"last", "next", "previous"}:
            return True
        addressed = not words("telling_before").isdisjoint(before[-_ADDRESSED:]) and before[-1] != "a"
        known = addressed or (hit.term.text in {"patient", "client"} and before[-1] in {"the", "this", "that"})
        if self._statement.turn < 0 or self._view.is_dictated or known:
            return False
        return self._is_somebody(before)

    def _is_somebody(self, before: list[str]) -> bool:
        """Tell whether words bring in somebody new, as in `there was a guy`, unlike in `you're a healthy guy`."""
        named = next((i for i in range(len(before) - 1, -1, -1) if before[i] in words("introducing")), None)
        if named is None:
            return False
        return "there" in before or not words("identifying").intersection(before[max(0, named - 1) : named])


_NEAR = 14
"""Words between an opinion and the one it is from."""
_NEAR_PAPER = 7
_BEFORE_SOURCE = 3
_LINKED = 4
_WHOSE = frozenset({
    "a", "an", "another", "her", "his", "their", "your", "other", "different", "some", "previous", "former", "prior",
    "outside", "local", "old", "last", "second", "family", "emergency", "referring", "sports", "insurer", "company",
    "rehab", "spa",
})  # fmt: skip
_OF_PATIENT = frozenset({"her", "his", "their", "outside", "referring", "prior", "previous", "former"})
"""Words before a `pt` that is a therapist, and no patient."""
_ELSEWHERE = frozenset({"elsewhere", "outside", "abroad", "online"})
_FROM = frozenset({"from", "by", "at", "in", "of", "on", "through", "via"})
_SEEN_BY = frozenset({"you", "she", "he", "they"})
_ADJECTIVES = 2
_SENT = frozenset({
    "referral", "referring", "transfer", "admission", "admitting", "triage", "requisition", "request", "prescription",
})  # fmt: skip
"""Words for what a patient came with."""
_HERE = frozenset({"this", "my", "our"})
_FIRST = frozenset({"i", "my", "our", "we", "own"})


def _outside_opinions(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the words behind which somebody else's opinion stands.

    Args:
        view: The document's words.
        statement: A statement of the clinician.
    """
    norms, end = view.norms, statement.end
    if statement.speaker == "patient" or words("opinions").isdisjoint(norms[statement.start : end]):
        return
    named = {hit.term.value for hit in studies(view, statement)}
    if named - {"unspecified"}:
        return  # What the report of a study says is no opinion of its writer.
    sources = [at for at in range(statement.start, end) if _is_source(norms, statement.start, at)]
    sources = [at for at in sources if not (named and norms[at] in words("papers"))]
    for at in range(statement.start, end):
        if norms[at] in words("opinions") and not _is_own(norms, statement, at):
            source = _source_of(norms, sources, at)
            if source is not None and not _agrees(norms, at, end):
                yield Cue(min(source, at), at + 1, "told", "", norms[at])


def _is_source(norms: list[str], start: int, at: int) -> bool:
    """Tell whether a word names somebody or some place outside: `her osteopath`, `another clinic`, `elsewhere`."""
    if norms[at] in _ELSEWHERE or norms[at] in words("papers"):
        return norms[at - 1] not in _HERE
    if norms[at] == "pt":
        return norms[at - 1] in _OF_PATIENT
    if norms[at] not in words("colleagues"):
        return False
    return not _WHOSE.isdisjoint(norms[max(start, at - _BEFORE_SOURCE) : at]) or not _SEEN_BY.isdisjoint(
        norms[at + 1 : at + 2]
    )


def _source_of(norms: list[str], sources: list[int], at: int) -> int | None:
    """Return the source of an opinion: named before what it holds, or linked to it behind."""
    before = [
        source for source in sources if 0 <= at - source <= _reach_of(norms[source]) and ":" not in norms[source:at]
    ]
    if norms[at] in words("opinion_verbs") and before:
        return before[-1]
    persons = (one for one in before if norms[one] not in words("papers"))
    near = [one for one in persons if at - one <= _BEFORE_SOURCE and "," not in norms[one:at]]
    if not _SENT.isdisjoint(norms[max(0, at - _ADJECTIVES) : at]):
        return at - 1
    behind = (one for one in sources if 0 < one - at <= _NEAR and norms[one] not in words("papers") - _SENT)
    linked = (
        one for one in behind if norms[one] in _ELSEWHERE or not _FROM.isdisjoint(norms[max(at, one - _LINKED) : one])
    )
    return near[-1] if near else next(linked, None)


def _reach_of(source: str) -> int:
    """Return how far the opinion of a source may stand behind it: that of a paper stands near."""
    return _NEAR_PAPER if source in words("papers") else _NEAR


def _is_own(norms: list[str], statement: Statement, at: int) -> bool:
    """Tell whether an opinion is the writer's, as in `I recorded` and `Diagnosis:` at the head of a line."""
    before = norms[max(statement.start, at - _BEFORE_SOURCE) : at]
    return not _FIRST.isdisjoint(before) or (at == statement.start and norms[at + 1 : at + 2] == [":"])


def _agrees(norms: list[str], at: int, end: int) -> bool:
    """Tell whether the writer holds with an opinion, as in `as her osteopath noted, and I agree`."""
    agreed = next((one for one in range(at, end) if norms[one] in words("concurring")), None)
    return agreed is not None and not any(
        is_particle(word) for word in norms[max(at, agreed - _BEFORE_SOURCE) : agreed]
    )


_ASIDE = 7
_THIRD = frozenset({"he", "she", "he's", "she's", "they", "his", "her"})
_SELF = frozenset({"i", "i'm", "i've", "i'd", "me", "my", "mine", "it", "it's"})
"""Words with which a patient comes back to the own complaint, as in `She says it's my disc`."""


def called_by_others(view: View, statement: Statement) -> Iterator[Cue]:
    """Read what others called it: `the ER doc said`, `my old chiropractor had me down for`, `she put`.

    In a note such a person is a former one: the others may be those whose reports it rests on.
    """
    yield from _outside_opinions(view, statement)
    if words("tellers").isdisjoint(view.norms[statement.start : statement.end]):
        return
    for index in range(statement.start, statement.end):
        former = statement.turn >= 0 or view.norms[index - 1] in words("former")
        if view.norms[index] in words("tellers") and former:
            verb = index + 1
            while verb < min(statement.end, index + _ASIDE) and view.norms[verb] not in words("verdicts"):
                verb += 1
            if verb < min(statement.end, index + _ASIDE):
                yield Cue(index, verb + 1, "told", "", view.norms[verb])


def persons_spoken_of(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a `he` or `she` as the person whom the patient has just spoken of: `My brother. He had a slip.`."""
    if statement.turn < 0 or view.norms[statement.start] not in _THIRD:
        return
    before = view.statements_before(statement)
    if statement.speaker == "patient":
        own = not _SELF.isdisjoint(view.norms[statement.start : statement.end])
        told = [] if own else [one for one in before[-1:] if one.turn == statement.turn]
    else:
        told = [one for one in before if one.turn == statement.turn - 1 and statement.speaker == "clinician"]
    told = [one for one in told if one.speaker == "patient"]
    if any(hit.term.role == "person" for one in told for hit in view.terms("cues", one)):
        yield Cue(statement.start, statement.start + 1, "person", "other_person", view.norms[statement.start])


_ROOMS = frozenset({"room", "bed", "bay", "booth", "cubicle", "suite"})
_SUBJECT = 3
_OWN = frozenset({"we", "i", "you", "we're", "you're", "us", "your"})
"""Words of who is in the room."""
_QUIZZES = frozenset({
    ("boards", "question"), ("board", "question"), ("boards", "style"), ("board", "style"), ("test", "question"),
    ("exam", "question"), ("quiz", "me"), ("quiz", "question"), ("quiz", "you"), ("pop", "quiz"), ("quiz", "time"),
    ("practice", "question"), ("trivia", "question"), ("hypothetical", "patient"), ("hypothetical", "case"),
    ("comlex", "question"), ("flash", "card"), ("made-up", "case"), ("practice", "case"),
})  # fmt: skip
_QUIZ_OPENERS = frozenset(opener for opener, _ in _QUIZZES)
_LONGEST_QUIZ = 16
"""Statements in which a quiz goes on."""
_REAL = frozenset({"our", "this", "my", "your", "actual", "real", "his", "her"})
_CASES = frozenset({"patient", "patients", "lady", "guy", "man", "woman", "gentleman", "case", "one", "fellow"})
_NOW = frozenset({"today", "anyway", "seriously"})


def other_patients(view: View) -> Iterator[tuple[int, Assertion]]:
    """Yield where the statements start that speak of somebody else, or of nobody, as a quiz does, and what that makes.

    Args:
        view: The document's words.
    """
    waiting = _has_room(view)
    quizzes = bool(view.document.turns) and any(
        _has_quiz(view.norms[at : at + 2]) for at in view.indices(_QUIZ_OPENERS)
    )
    left = 0
    for statement in view.statements if waiting or quizzes else ():
        said = view.norms[statement.start : statement.end]
        if quizzes and _has_quiz(said):
            left = _LONGEST_QUIZ
        elif left and (statement.speaker == "patient" or _turns_to_patient(said)):
            left = 0
        if left:
            yield statement.start, "hypothetical"
        elif waiting and _is_of_room(view, statement):
            yield statement.start, "other_person"
        left = max(0, left - 1)


def _has_room(view: View) -> bool:
    """Tell whether rooms or numbers may stand for other patients: where the patient is heard, and not presented."""
    if all(turn.speaker != "patient" for turn in view.document.turns):
        return False
    return any(_is_room(view.norms, at) or _is_numbered(view.norms, at) for at in view.indices(_ROOMS | {"in"}))


def _is_numbered(norms: list[str], at: int) -> bool:
    """Tell whether an `in` stands between a patient and a number, as in `the lady in three`."""
    return norms[at] == "in" and norms[at - 1] in _CASES and "".join(norms[at + 1 : at + 2]) in NUMBERS


def _is_room(norms: list[str], at: int) -> bool:
    """Tell whether a word is that of a room with its number, as in `room four`."""
    number = "".join(norms[at + 1 : at + 2])
    return norms[at] in _ROOMS and (number in NUMBERS or number.isdecimal())


def _has_quiz(said: list[str]) -> bool:
    return any(pair in _QUIZZES for pair in pairwise(said))


def _turns_to_patient(said: list[str]) -> bool:
    """Tell whether words turn from a quiz to somebody real: `And our patient in two?`, `back to today`."""
    return not _NOW.isdisjoint(said) or any(one in _REAL and other in _CASES for one, other in pairwise(said))


def _is_of_room(view: View, statement: Statement) -> bool:
    """Tell whether a clinician speaks of who waits elsewhere: `Bed two is the rib`, `the lumbar in room three`."""
    if statement.speaker == "patient":
        return False
    norms = view.norms
    for at in range(statement.start, statement.end - 1):
        if _is_numbered(norms, at):
            return _OWN.isdisjoint(norms[statement.start : at])
        if _is_room(norms, at):
            before, behind = norms[statement.start : at], norms[at + 2 : min(statement.end, at + 2 + _SUBJECT)]
            told = not (words("be_forms") | {"has", "that", "that's", "gets"}).isdisjoint(behind)
            located = before[-1:] in (["in"], ["from"])
            return (told or located) and _OWN.isdisjoint(before)
    return False


_PRESENTING = 12
_AGES = frozenset({"year", "years", "month", "months", "week", "weeks", "yo"})
_OF_AGE = frozenset({"old", "yo"})


def presents(view: View, statement: Statement) -> bool:
    """Tell whether somebody presents a patient, as in `This is a 40-year-old runner with knee pain`."""
    said = view.norms[statement.start : min(statement.end, statement.start + _PRESENTING)]
    return any(word in _AGES for word in said) and any(word in _OF_AGE for word in said)
