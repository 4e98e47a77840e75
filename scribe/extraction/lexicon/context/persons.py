"""Persons that a statement names: whether what is said is theirs, or they only tell of the patient or come along."""

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_SPOKEN = 4
_QUOTED = 3
_ADDRESSED = 2
_ASIDE = 7
_OWNED = 2
_POSSESSIVE = frozenset({"'s", "\u2019s", "s'", "s\u2019"})
_JOINTS = frozenset({"and", "nor", "or"})
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
        if self._shares(hit):
            return False
        return not self._accompanies(hit) and (self.is_quoted(hit) or not self._relates(hit))

    def _shares(self, hit: Hit) -> bool:
        """Tell whether a person does what the writer does too: `my colleague and I`, `neither I nor my colleague`."""
        after = self._norms[hit.end : min(hit.end + 2, self._statement.end)]
        before = self._norms[max(self._statement.start, hit.start - _SPOKEN) : hit.start]
        joined = ("i" in before or "we" in before) and not _JOINTS.isdisjoint(before)
        return joined or (after[:1] == ["and"] and after[1:] in (["i"], ["myself"]))

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
        if (before == "for" and after[:1] == ["with"]) or self._owns_study(hit):
            return False
        return before in words("companions") or (before.endswith("ing") and before not in words("durations"))

    def _owns_study(self, hit: Hit) -> bool:
        """Tell whether a study is the person's, as in `asks about her sister's MRI`."""
        studies = self._view.terms("imaging", Chunk(hit.end, min(hit.end + _OWNED, self._statement.end)))
        _, end = self._view.tokens.spans[hit.end - 1]
        owns = self._view.text[end - 2 : end].lower() in _POSSESSIVE
        return owns and any(study.term.role == "modality" for study in studies)

    def _suffers(self, hit: Hit) -> bool:
        """Tell whether a clause says what a person has, as in `her son, who has scoliosis`."""
        verb = self._verb_of(hit)
        said = self._norms[hit.end : verb + 1]
        return bool(_SUFFERING.intersection(said)) and said[-1] not in words("relating")

    def _relates(self, hit: Hit) -> bool:
        """Tell whether a person only speaks of the patient, as in `husband states she limps`."""
        index = self._verb_of(hit)
        after = self._norms[index : min(index + 2, self._statement.end)]
        if after[:1] == ["told"] and self._norms[index - 1] in words("be_forms"):
            return False
        if not after or after[0] not in words("relating"):
            return False
        said = self._norms[index + 1 : min(index + 1 + _QUOTED, self._statement.end)]
        return self._statement.turn < 0 or words("third_persons").isdisjoint(said)

    def _verb_of(self, hit: Hit) -> int:
        """Return where the verb of a person stands, over an aside and auxiliaries: `her son, a nurse, has noticed`."""
        index = hit.end
        if self._norms[index : index + 1] == [","]:
            aside = self._norms[index + 1 : min(index + _ASIDE, self._statement.end)]
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
        before = self._norms[max(self._statement.start, hit.start - _SPOKEN) : hit.start]
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
