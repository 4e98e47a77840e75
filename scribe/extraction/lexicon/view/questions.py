"""Which sentences of a document ask, and what is answered to them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import filterfalse, pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.view.remarks import Said
from scribe.extraction.lexicon.view.replies import Reply, echo_of, reply_to, stalls
from scribe.extraction.lexicon.words.tokens import Item, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Document, Span, Speaker, Turn

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
_OF_TOUCH = frozenset(
    {"sore", "tender", "painful", "hurt", "hurts", "pain", "at", "all", "here", "there", "any", "or", "anything"}
)
"""Words of a question whether a touch hurts, without more, as in `sore at all`."""
_FIRST = frozenset({"i", "my", "i'm", "i've", "me", "denies", "reports"})
"""Words of who tells of themselves, or of a patient, and asks nothing."""
_TOLD = frozenset({"symptom", "organ"})
_WHETHER = frozenset({"if", "when", "whether"})
_CLOSING = frozenset({".", "!", ":"})
_ANSWERS = 2
"""Turns that open with a yes or no, from which speech without a question mark is speech whose questions have none."""
_HARDLY = frozenset({"really", "at", "that", "much", "anymore", "so", "too", "since", "yet", "a"})
"""Words behind a `not` that answers."""
_WARNING = frozenset({"if", "call"})
_SAYING = _WARNING | {
    "no", "not", "without", "denies", "tell", "i", "i'm", "your", "you", "you're", "you've",
}  # fmt: skip
"""Words of who denies, warns or tells, be it of the other."""


class Parts(NamedTuple):
    """Where the turns and sentences of a document stand among its words."""

    turns: Sequence[range]
    """Indices of the tokens of each turn."""
    sentences: Sequence[int]
    """For each token where the sentence starts that it stands in."""


class Questions:
    """The questions of a document and their answers."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        parts: Parts,
        said: Callable[[range], Said],
        terms: Callable[[str, Item], list[Hit]],
    ) -> None:
        """Keep a document, its words, its turns and sentences, and what is said and named in it."""
        self.document = document
        self.tokens = tokens
        self.norms = tokens.norms
        self._turns = parts.turns
        self._sentences = parts.sentences
        self._openings = [turn.start for turn in parts.turns]
        self._closings = frozenset(turn.stop for turn in parts.turns)
        self._said = said
        self._terms = terms
        self._replies: dict[tuple[int, int], Reply | None] = {}
        self._explaining = self._explanations()
        heard = tokens.said if document.kind != "note" else frozenset[str]()
        self._asking_others = _reaching(tokens.indices(heard & {"ask"}), _OPENERS + 2)
        self._bidding = _reaching(tokens.indices(heard & words("bidding")), _OPENERS)
        self._having_told = self._asking_others | self._bidding
        self._unmarked = "?" not in tokens.said and self._count_answers() >= _ANSWERS
        self._with_any = frozenset(map(parts.sentences.__getitem__, tokens.indices({"any"})))
        self._refusals = frozenset(tokens.indices(_REFUSING))

    def asks(self, part: range) -> bool:
        """Tell whether a sentence is a question: by its mark, or in speech without marks by its first said."""
        if self._explaining and bisect_left(self._openings, part.start + 1) - 1 in self._explaining:
            return True
        return self._sounds_asking(part) and not (self._recalls(part) or self._instructs(part))

    def _count_answers(self) -> int:
        """Return how many turns open with a yes or no."""
        return sum(self.norms[at] in words("answering") for at in self._openings if at < len(self.norms))

    def _sounds_asking(self, part: range) -> bool:
        last = self.norms[part.stop - 1]
        if last == "?" or (last == "mark" and self.norms[part.stop - 2 : part.stop - 1] == ["question"]):
            return True
        if part.start in self._having_told and (self._has_asked(part) or self._bids_tell(part)):
            return True
        stopped = last in _CLOSING and not (last == "." and self._unmarked)
        return self._asks_before_stop(part) if stopped or self.document.kind == "note" else self._asks_unmarked(part)

    def _asks_before_stop(self, part: range) -> bool:
        """Tell whether what comes next shows a question where a mark shows none."""
        stopped = self.norms[part.stop - 1] == "."
        if stopped and (self._is_answered(part) or self._is_named_and_denied(part)):
            return True
        return part.stop in self._closings and self._is_contradicted(part)

    def _asks_unmarked(self, part: range) -> bool:
        """Tell whether words are a question in speech whose questions have no marks."""
        if part.start in self._with_any and self._ends_asking(part):
            return True
        stopped = self.norms[part.stop - 1] == "."
        if part.stop in self._closings and (self._is_refused(part) or self._ends_inverted(part)):
            return not stopped or (self._is_answered_outright(part) and not self._warns(part))
        if (stopped and self._is_asked_on(part)) or self._opens_asking(part):
            return True
        return part.stop in self._refusals and self._is_refused_at_once(part)

    def _opens_asking(self, part: range) -> bool:
        """Tell whether the first words invert a verb, or ask for any of something: `so do you`, `any numbness`."""
        said = iter(self.norms[part.start : part.start + _OPENERS])
        opening = filterfalse(words("before_question").__contains__, said)
        first = next(opening, "")
        inverts = first in words("question_verbs") and next(opening, "") in words("question_subjects")
        return first == "any" or inverts

    def _instructs(self, part: range) -> bool:
        """Tell whether a question mark only asks to agree to what is to be done: `If it goes numb, you call, okay?`."""
        said = self.norms[max(part.start, part.stop - _LABEL // 2) : part.stop]
        if said[-1] != "?" or "," not in said:
            return False
        tag = [word for word in said[said.index(",") + 1 :] if word != "?"]
        if tuple(tag) not in _AGREED:
            return False
        return not (words("instructing") | {"if"}).isdisjoint(self.norms[part.start : part.stop])

    def _recalls(self, part: range) -> bool:
        """Tell whether a question only takes up what its speaker has said, as in `You know I said it was numb?`."""
        said = self.norms[part.start : part.start + _OPENERS]
        return "i" in said and not words("recalling").isdisjoint(said) and not _I_SAID.isdisjoint(pairwise(said))

    def _explanations(self) -> frozenset[int]:
        """Return the turns that only give examples of what the turn before last asked: `Dropping things, say.`."""
        marks = {at + 1 for at in self.tokens.indices({"?"})}
        doubled = [one.stop in marks and two.stop in marks for one, two in pairwise(self._turns)]
        turns = range(_PATIENCE, len(self._turns) - 1)
        return frozenset(turn for turn in turns if doubled[turn - _PATIENCE] and self._explains(turn))

    def _explains(self, turn: int) -> bool:
        """Tell whether who asked before last says one thing more and little, and the one between little as well."""
        turns = self.document.turns
        asked, back, own = self._turns[turn - _PATIENCE : turn + 1]
        short = len(back) <= _LABEL and 0 < len(own) <= _EXAMPLES and bool(asked)
        whole = short and self._sentences[own[0]] == self._sentences[own[-1]]
        return whole and turns[turn].speaker == turns[turn - _PATIENCE].speaker

    def _has_asked(self, part: range) -> bool:
        """Tell whether a speaker has somebody else ask, as in `Please ask her if she feels numb`."""
        if part.start not in self._asking_others:
            return False
        said = self.norms[part.start : part.start + _OPENERS + 2]
        asked = said.index("ask")
        return not {"if", "whether"}.isdisjoint(said[asked + 1 : asked + 3])

    def _bids_tell(self, part: range) -> bool:
        """Tell whether a patient is told to say whether something hurts, as in `Tell me if that's sore.`, and does."""
        if part.start not in self._bidding:
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
        if len(part) > _MEANWHILE or not self._turns:
            return False
        following = bisect_left(self._openings, part.stop)
        if following >= len(self._openings) or self._openings[following] - part.stop > _LABEL:
            return False
        return self.tokens.word(self._openings[following]) in words("answering")

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

    def _is_answered_outright(self, part: range) -> bool:
        """Tell whether the turn behind a part of one opens with an answer, unlike `Not the bone, not the disc.`."""
        answer = self._turns[bisect_left(self._openings, part.stop)]
        first, second = self.tokens.word(answer.start), self.tokens.word(answer.start + 1)
        names = first == "not" and second not in _HARDLY
        return not names and self._replied(answer.start, min(answer.stop, answer.start + _OPENING)) is not None

    def _warns(self, part: range) -> bool:
        """Tell whether words say what to do where something comes: `If it goes numb in both hands, call 911.`."""
        return not _WARNING.isdisjoint(self.norms[part.start : part.stop])

    def _is_asked_on(self, part: range) -> bool:
        """Tell whether bare complaints come before others, which are answered: `Numb.`, `Weak.` / `No.`."""
        following = bisect_left(self._openings, part.stop)
        if len(part) > _MEANWHILE or not 0 < following < min(len(self._openings), len(self.document.turns)):
            return False
        if self.document.turns[following - 1].speaker == "patient" or self._states(part) or not self._inquires(part):
            return False
        rest = self._turns[following - 1].stop - part.stop
        return rest <= _MEANWHILE and self._is_answered_outright(part)

    def _is_refused_at_once(self, part: range) -> bool:
        """Tell whether speech without marks or speakers goes on with a bare no, as in `numb anywhere no sir`."""
        if len(part) > _MEANWHILE or not self._turns:
            return False
        turns = self.document.turns
        at = max(0, bisect_left(self._openings, part.stop) - 1)
        turn, own = turns[at], self._turns[at]
        if (turn.speaker != "unknown" and len(turns) > 1) or part.stop >= own.stop or self._states(part):
            return False
        at = bisect_left(self.document.sentences, (self.tokens.spans[part.stop][0], -1))
        answer = self.tokens.between(self.document.sentences[min(at, len(self.document.sentences) - 1)])
        bare = len(answer) <= _REFUSAL and _REFUSING.issuperset(self.norms[answer.start : answer.stop])
        own_words = self.norms[part.start : part.stop]
        return bare and _FIRST.isdisjoint(own_words) and (self._inquires(part) or _OF_TOUCH.issuperset(own_words))

    def _is_contradicted(self, part: range) -> bool:
        """Tell whether a denial sums up what the next turn then says there is: `So no numbness.`, `Actually, yes.`."""
        following = bisect_left(self._openings, part.stop)
        if "no" not in self.norms[part.start : part.start + 3] or len(part) > _LABEL or not self._inquires(part):
            return False
        if not 0 < following < min(len(self._openings), len(self.document.turns)):
            return False
        answer = self._turns[following]
        if self.document.turns[following].speaker == self.document.turns[following - 1].speaker:
            return False
        reply = self._replied(answer.start, min(answer.stop, answer.start + _OPENING))
        contrary = not {"actually", "there", "do"}.isdisjoint(self.norms[answer.start : answer.start + _OPENERS])
        return reply is not None and reply.answer == "yes" and not reply.agrees and contrary

    def _states(self, part: range) -> bool:
        said = self.norms[part.start : part.stop]
        if said[0] == "any" or said[-2:] == ["at", "all"]:
            return False
        return not (words("asserting") | words("be_forms")).isdisjoint(said)

    def _inquires(self, part: range) -> bool:
        """Tell whether bare words name what only who is asked can tell: a feeling or an organ, and no grade."""
        hits = self._terms("neuro", self._said(part))
        told = {hit.start for hit in hits if hit.term.role in _TOLD}
        return bool(told) and all(hit.term.value != "abnormal" or hit.start in told for hit in hits)

    def _is_named_and_denied(self, part: range) -> bool:
        """Tell whether complaints that are only named before a full stop are denied: `Numbness.` / `No.`."""
        following = bisect_left(self._openings, part.stop)
        if following >= len(self._openings) or self.norms[self._openings[following]] not in _NO:
            return False
        opening = self.norms[part.start]
        if opening == "any" and part.stop in self._closings:
            return True
        bare = _SAYING.isdisjoint(self.norms[part.start : part.stop]) and self._inquires(part)
        return (bare or opening in _COMPLAINTS) and self._is_refused(part)

    def _is_answered(self, part: range) -> bool:
        """Tell whether speech recognition ended a question with a full stop, as in `any numbness . no`."""
        if self.norms[part.start] != "any" or self.document.kind == "note":
            return False
        return self.tokens.word(part.stop) in words("answering") and self.tokens.ends_at(part.stop + 1)

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
        said = self._turns[following]
        return bool(said) and self._replied(said.start, said.stop) is None and stalls(self.tokens, self._said(said))

    def _replied(self, start: int, stop: int) -> Reply | None:
        if (start, stop) not in self._replies:
            self._replies[start, stop] = reply_to(self.tokens, self._said(range(start, stop)))
        return self._replies[start, stop]

    def noted(self, asked: range, line: Span) -> Reply | None:
        """Read the answer that a note gives in the same line, as in `Night pain? No`."""
        said = self.tokens.between(line)
        stop = min(said.stop, asked.stop + _OPENING)
        return self._replied(asked.stop, stop) if asked.stop < stop else None

    def _next_voice(self, turn: int) -> int:
        """Return the index of the next turn of somebody else; who goes on in a turn of their own answers nobody."""
        turns = self.document.turns
        told = turns[turn].speaker != "unknown"
        goes_on = told and turn + 1 < len(turns) and turns[turn + 1].speaker == turns[turn].speaker
        return turn + 2 if goes_on and turns[turn + 1].label == turns[turn].label else turn + 1


def _reaching(tokens: Iterable[int], reach: int) -> frozenset[int]:
    """Return the indices from which any of some tokens stands within so many words."""
    return frozenset(at - back for at in tokens for back in range(reach))
