"""Which sentences of a document ask, and what is answered to them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.view.replies import Reply, Said, echo_of, reply_to, stalls
from scribe.extraction.lexicon.words.tokens import Item, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Document, Speaker, Turn

_OPENING = 40
_PATIENCE = 2
_MEANWHILE = 14
_LABEL = 8
_OPENERS = 6
_FRAGMENT = 6
_COMPLAINTS = frozenset({
    "numbness", "tingling", "weakness", "pain", "fever", "fevers", "chills", "falls", "clumsiness", "headache",
    "headaches", "bladder", "bowel", "bowels", "incontinence", "leaking", "radiation", "paresthesias",
})  # fmt: skip
_NO = frozenset({"no", "nope", "nah", "none", "never", "neither"})
_EXAMPLES = 24
_AGREED = frozenset({
    ("okay",), ("ok",), ("alright",), ("all", "right"), ("deal",), ("got", "it"), ("right",), ("yeah",),
    ("understand",), ("understood",), ("you", "hear"), ("make", "sense"), ("sound", "good"), ("please",),
})  # fmt: skip
"""Tags that ask a patient to agree to what is to be done."""
_I_SAID = frozenset(("i", verb) for verb in ("said", "told", "mentioned", "say", "was", "thought"))
_AUXILIARIES = frozenset({"is", "does", "do", "did", "are"})
_POINTERS = frozenset({"that", "this", "it", "there", "these", "those"})
_REFUSING = frozenset({
    "no", "nope", "nah", "none", "nothing", "sir", "ma'am", "not", "really", "at", "all", "never", "neither",
})  # fmt: skip
"""Words of a refusal that says nothing else."""
_REFUSAL = 4
_FIRST = frozenset({"i", "my", "i'm", "i've", "me", "denies", "reports"})
"""Words of who tells of themselves, or of a patient, and asks nothing."""
_TOLD = frozenset({"symptom", "organ"})
_WHETHER = frozenset({"if", "when", "whether"})


class Questions:
    """The questions of a document and their answers."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        openings: Sequence[int],
        said: Callable[[range], Said],
        terms: Callable[[str, Item], list[Hit]],
    ) -> None:
        """Keep a document, its words, where its turns or sections open, and what is said and named in it."""
        self.document = document
        self.tokens = tokens
        self.norms = tokens.norms
        self._turns = [tokens.between(turn.span) for turn in document.turns]
        self._openings = openings
        self._said = said
        self._terms = terms
        self._explaining = frozenset(filter(self._explains, range(_PATIENCE, len(document.turns) - 1)))
        heard = tokens.said if document.kind != "note" else frozenset[str]()
        self._asks_others = "ask" in heard
        self._bidding = words("bidding") & heard

    def asks(self, part: range) -> bool:
        """Tell whether a sentence is a question: by its mark, or in speech without marks by its first said."""
        if self._explaining and bisect_left(self._openings, part.start + 1) - 1 in self._explaining:
            return True
        return self._sounds_asking(part) and not (self._recalls(part) or self._instructs(part))

    def _sounds_asking(self, part: range) -> bool:
        last = self.norms[part.stop - 1]
        marked = last == "?" or self.norms[part.stop - 2 : part.stop] == ["question", "mark"]
        if marked or self._has_asked(part) or self._bids_tell(part):
            return True
        if last in {".", "!", ":"} or self.document.kind == "note":
            return last == "." and (self._is_answered(part) or self._is_named_and_denied(part))
        if self._ends_asking(part) or self._is_refused(part) or self._ends_inverted(part):
            return True
        return self._is_refused_at_once(part) or self._opens_asking(part)

    def _opens_asking(self, part: range) -> bool:
        """Tell whether the first words invert a verb, or ask for any of something: `so do you`, `any numbness`."""
        said = self.norms[part.start : part.start + _OPENERS]
        opening = [word for word in said if word not in words("before_question")]
        if opening[:1] == ["any"]:
            return True
        return len(opening) > 1 and opening[0] in words("question_verbs") and opening[1] in words("question_subjects")

    def _instructs(self, part: range) -> bool:
        """Tell whether a question mark only asks to agree to what is to be done: `If it goes numb, you call, okay?`."""
        if self.norms[part.stop - 1] != "?":
            return False
        said = [word for word in self.norms[max(part.start, part.stop - _LABEL // 2) : part.stop] if word != "?"]
        tag = said[said.index(",") + 1 :] if "," in said else []
        if tuple(tag) not in _AGREED:
            return False
        return not (words("instructing") | {"if"}).isdisjoint(self.norms[part.start : part.stop])

    def _recalls(self, part: range) -> bool:
        """Tell whether a question only takes up what its speaker has said, as in `You know I said it was numb?`."""
        said = self.norms[part.start : part.start + _OPENERS]
        return not words("recalling").isdisjoint(said) and any(pair in _I_SAID for pair in pairwise(said))

    def _explains(self, turn: int) -> bool:
        """Tell whether a turn only gives examples of what the turn before last asked, as in `Dropping things, say.`."""
        turns = self.document.turns
        asked, back, own = self._turns[turn - _PATIENCE : turn + 1]
        short = len(back) <= _LABEL and 0 < len(own) <= _EXAMPLES and bool(asked)
        doubled = short and self.norms[asked.stop - 1] == self.norms[back.stop - 1] == "?"
        return doubled and turns[turn].speaker == turns[turn - _PATIENCE].speaker

    def _has_asked(self, part: range) -> bool:
        """Tell whether a speaker has somebody else ask, as in `Please ask her if she feels numb`."""
        said = self.norms[part.start : part.start + _OPENERS + 2] if self._asks_others else []
        if "ask" not in said:
            return False
        asked = said.index("ask")
        return not {"if", "whether"}.isdisjoint(said[asked + 1 : asked + 3])

    def _bids_tell(self, part: range) -> bool:
        """Tell whether a patient is told to say whether something hurts, as in `Tell me if that's sore.`, and does."""
        if self._bidding.isdisjoint(self.norms[part.start : part.start + _OPENERS]):
            return False
        asked = next((at for at in part if self.norms[at] in _WHETHER), part.stop)
        return not words("touched_subjects").isdisjoint(self.norms[asked + 1 : min(asked + 3, part.stop)])

    def _is_obeyed(self, asked: range, turn: int) -> bool:
        """Tell whether the next turn says whether it hurts, and does not only agree to say so."""
        following, turns = self._next_voice(turn), self.document.turns
        if asked.stop < self._turns[turn].stop or following >= len(turns):
            return False
        answer = self._turns[following]
        said = self.norms[answer.start : answer.start + 1]
        return bool(words("answering").intersection(said)) and said[0] not in {"okay", "ok", "sure", "alright"}

    def _ends_asking(self, part: range) -> bool:
        """Tell whether a short said without marks ends with a question that the next turn answers."""
        if len(part) > _MEANWHILE or not self.document.turns or "any" not in self.norms[part.start : part.stop]:
            return False
        following = bisect_left(self._openings, part.stop)
        if following >= len(self._openings) or self._openings[following] - part.stop > _LABEL:
            return False
        return self.norms[self._openings[following]] in words("answering")

    def _ends_inverted(self, part: range) -> bool:
        """Tell whether words without a mark end in a question that is answered, as in `I'm on L4 now is that sore`."""
        said = self.norms[part.start : part.stop][-_FRAGMENT:]
        if not any(one in _AUXILIARIES and other in _POINTERS for one, other in pairwise(said)):
            return False
        following = bisect_left(self._openings, part.stop)
        if not 0 < following < min(len(self._openings), len(self.document.turns)):
            return False
        own, answer = self._turns[following - 1 : following + 1]
        return own.stop == part.stop and self._replied(answer.start, answer.stop) is not None

    def _is_refused(self, part: range) -> bool:
        """Tell whether a turn of the examiner ends in bare words that the next one answers, as in `numbness` / `nope`.

        Who states something says so with a verb. Of complaints more is asked, and
        other answers than no are given: `bladder and bowels working` / `all normal`.
        """
        following = bisect_left(self._openings, part.stop)
        if len(part) > _MEANWHILE or following >= min(len(self._openings), len(self.document.turns)):
            return False
        turn = self.document.turns[following - 1]
        own, answer = self._turns[following - 1], self._turns[following]
        if turn.speaker == "patient" or own.stop != part.stop or self._states(part):
            return False
        reply = self._replied(answer.start, min(answer.stop, answer.start + _OPENING))
        if reply is None:
            return False
        touched = not words("sore").isdisjoint(self.norms[part.stop - 2 : part.stop])
        bare = touched or (len(part) <= _FRAGMENT and len(answer) <= _FRAGMENT)
        return (bare and reply.answer == "no") or self._inquires(part)

    def _is_refused_at_once(self, part: range) -> bool:
        """Tell whether speech without marks or speakers goes on with a bare no, as in `numb anywhere no sir`."""
        turns = self.document.turns
        ends = part.stop >= len(self.norms) or len(part) > _MEANWHILE
        if not turns or ends or self.norms[part.stop] not in _REFUSING:
            return False
        at = max(0, bisect_left(self._openings, part.stop) - 1)
        turn, own = turns[at], self._turns[at]
        if (turn.speaker != "unknown" and len(turns) > 1) or part.stop >= own.stop or self._states(part):
            return False
        at = bisect_left(self.document.sentences, (self.tokens.spans[part.stop][0], -1))
        answer = self.tokens.between(self.document.sentences[min(at, len(self.document.sentences) - 1)])
        bare = len(answer) <= _REFUSAL and _REFUSING.issuperset(self.norms[answer.start : answer.stop])
        own_words = self.norms[part.start : part.stop]
        return bare and _FIRST.isdisjoint(own_words) and self._inquires(part)

    def _states(self, part: range) -> bool:
        said = self.norms[part.start : part.stop]
        return said[-2:] != ["at", "all"] and not (words("asserting") | words("be_forms")).isdisjoint(said)

    def _inquires(self, part: range) -> bool:
        """Tell whether bare words name what only who is asked can tell: a feeling or an organ, and no grade."""
        hits = self._terms("neuro", self._said(part))
        told = {hit.start for hit in hits if hit.term.role in _TOLD}
        return bool(told) and all(hit.term.value != "abnormal" or hit.start in told for hit in hits)

    def _is_named_and_denied(self, part: range) -> bool:
        """Tell whether complaints that are only named before a full stop are denied: `Numbness.` / `No.`."""
        following = bisect_left(self._openings, part.stop)
        if self.norms[part.start] not in _COMPLAINTS or following >= len(self._openings):
            return False
        return self.norms[self._openings[following]] in _NO and self._is_refused(part)

    def _is_answered(self, part: range) -> bool:
        """Tell whether speech recognition ended a question with a full stop, as in `any numbness . no`."""
        if self.document.kind == "note" or part.stop >= len(self.norms) or self.norms[part.start] != "any":
            return False
        return self.norms[part.stop] in words("answering") and self.tokens.ends_at(part.stop + 1)

    def reply(self, asked: range, turn: int) -> Reply | None:
        """Read the answer: in the next turn, or in the next words where nobody is told apart."""
        turns = self.document.turns
        own = self._turns[turn]
        if self._bids_tell(asked) and not self._is_obeyed(asked, turn):
            return None
        if (turns[turn].speaker == "unknown" or len(turns) == 1) and asked.stop < own.stop:
            answer = range(asked.stop, own.stop)
        elif asked.stop < own.stop and self._answers_itself(asked, turns[turn].speaker):
            answer = range(asked.stop, own.stop if turns[turn].speaker == "patient" else asked.stop + 1)
        elif (following := self._answering(turn)) < len(turns):
            answer = self._turns[following]
        else:
            return None
        answered = range(answer.start, min(answer.stop, answer.start + _OPENING))
        return self._replied(answered.start, answered.stop) or echo_of(self.tokens, asked, self._said(answered))

    def _answers_itself(self, asked: range, speaker: Speaker) -> bool:
        """Tell whether who asks goes on with the answer: an examiner pleased, a patient who repeats the question."""
        after = self.norms[asked.stop]
        if speaker == "patient" and len(asked) <= _FRAGMENT:
            own = range(asked.stop, min(asked.stop + _FRAGMENT, len(self.norms)))
            return after in words("answering") or self._replied(own.start, own.stop) is not None
        return after in words("content") or (speaker == "patient" and after in words("answering"))

    def _answering(self, turn: int) -> int:
        """Return the index of the turn that answers; one that puts the answer off is waited for."""
        turns = self.document.turns
        following = self._next_voice(turn)
        if self._passes_on(turns[turn], following):
            return following + 1
        for _ in range(_PATIENCE):
            if following + 2 >= len(turns) or not self._waits(turns[turn], turns[following + 1], following):
                break
            following += 2
        return following

    def _passes_on(self, asker: Turn, following: int) -> bool:
        """Tell whether somebody else remarks on a question without answering it, and the patient then answers it."""
        pair = self.document.turns[following : following + 2]
        told = pair[0].speaker in {"patient", asker.speaker} if pair else True
        if asker.speaker == "patient" or told or len(pair) < 2 or pair[1].speaker != "patient":  # noqa: PLR2004
            return False
        said, answer = self._turns[following : following + 2]
        return self._replied(said.start, said.stop) is None and self._replied(answer.start, answer.stop) is not None

    def _waits(self, asker: Turn, meanwhile: Turn, following: int) -> bool:
        """Tell whether a turn only stalls, and the asker then says little and nothing new."""
        if meanwhile.speaker != asker.speaker or len(self._turns[following + 1]) > _EXAMPLES:
            return False
        said = self._said(self._turns[following])
        return said.start < said.end and stalls(self.tokens, said) and reply_to(self.tokens, said) is None

    def _replied(self, start: int, stop: int) -> Reply | None:
        return reply_to(self.tokens, self._said(range(start, stop)))

    def noted(self, asked: range, line: int) -> Reply | None:
        """Read the answer that a note gives in the same line, as in `Night pain? No`."""
        said = self.tokens.between(self.document.lines[line])
        stop = min(said.stop, asked.stop + _OPENING)
        return self._replied(asked.stop, stop) if asked.stop < stop else None

    def _next_voice(self, turn: int) -> int:
        """Return the index of the next turn of somebody else; who goes on in a turn of their own answers nobody."""
        turns = self.document.turns
        told = turns[turn].speaker != "unknown"
        goes_on = told and turn + 1 < len(turns) and turns[turn + 1].speaker == turns[turn].speaker
        return turn + 2 if goes_on and turns[turn + 1].label == turns[turn].label else turn + 1
