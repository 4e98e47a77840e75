"""What a text says: its content words in order, and the words around them that may differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from scribe.extraction.quotes.cue_lists import GRAMMAR
from scribe.extraction.quotes.tokens import PAUSE_DASH, Token, is_mark, tokenize
from scribe.extraction.quotes.words import words
from scribe.schema import Span

Role = Literal["content", "free", "optional", "label", "spoken", "mark"]
"""What a token is to a quote: *content* must stand; a *free* word may be added or left out; an *optional* one may be
left out, like the *label* of a speaker and a *spoken* punctuation mark; a *mark* is punctuation."""

ARTICLES = words("the a an")
PAUSES = words("um uh uhm umm erm hmm hm ah oh")
COPULAS = words("is are am")
_FREE = ARTICLES | PAUSES | COPULAS | {"of"}
_OPTIONAL = words("at in on to for and that it its there")
FUNCTION_WORDS = _FREE | _OPTIONAL
"""Words that are content only for what stands beside them."""
_FILLERS = {"you": "know", "i": "mean"}
_WEAK = FUNCTION_WORDS | GRAMMAR | set(_FILLERS) | set(_FILLERS.values())
"""Words that are content only at times, and that no quote consists of alone."""
_NO_FILLER_BEFORE = words("do does did not if as let what that because how when so")
_NO_FILLER_AFTER = words("if that what how where when why who of about it")

_SHORT = PAUSES | {"a", "an", "am"}
"""Words that are as likely a prefix, a letter or an answer when a hyphen joins them to another."""
_VERBS = COPULAS | {"not", "have", "will", "would"}
"""What the second word of a contraction may be."""
_PARTICLE_BEFORE = words("and or all off out not least most times once")
"""What a preposition goes closely with: `at all`, `at least`."""
_TURNS = words("on off in out up down")
"""What *and* joins closely: `on and off`."""
_SIDES = words("left right l r bilateral both")
_NEGATORS = words("not all no never")
_SKIPPED = ARTICLES | PAUSES | {"\n", ","}
_WITHIN_REPETITION = PAUSES | {",", PAUSE_DASH, "...", "\n"}
_LONGEST_REPETITION = 4
_CODE_LENGTH = 5


class Loose(NamedTuple):
    """A token that is not content."""

    before: int
    """Index of the next content word."""
    role: Role
    """What it is; never `content`."""
    form: str
    """Its comparable form."""
    start: int
    """Where it starts."""
    end: int
    """Where it ends."""


class Wording(NamedTuple):
    """The content of a text as one string, and where its words stand."""

    content: str
    """The content words without spaces, so that `sacro-iliac` equals `sacroiliac`; a bar parts two numbers."""
    starts: list[int]
    """Where each content word starts in `content`."""
    ends: list[int]
    """Where each ends there."""
    spans: list[Span]
    """Where each stands in the text."""
    glued: list[bool]
    """Whether each goes on with the written word before it."""
    loose: list[Loose]
    """The other tokens, in order."""

    def word(self, index: int) -> str:
        """The comparable form of a content word; empty outside the text."""
        return self.content[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def starts_word(self, place: int) -> bool:
        """Whether a content word starts at a place in `content`."""
        index = bisect_left(self.starts, place)
        return index < len(self.starts) and self.starts[index] == place

    def loose_before(self, first: int, last: int) -> list[Loose]:
        """The tokens that stand before one of some content words, and after the word before the first of them."""
        return self.loose[bisect_left(self.loose, first, key=_before) : bisect_right(self.loose, last, key=_before)]


def wording_of(text: str, labels: Sequence[Span] = (), spoken: Sequence[Span] = ()) -> Wording:
    """Part a text into content and the rest.

    Args:
        text: The text.
        labels: Where speakers are named, in order.
        spoken: Where punctuation is said aloud, in order.

    Returns:
        Its wording. Words that are said twice in a row are content once, the second time.
    """
    tokens = list(tokenize(text))
    roles = [_role(tokens, index) for index in range(len(tokens))]
    _set_roles(roles, tokens, labels, "label")
    _set_roles(roles, tokens, spoken, "spoken")
    _spare_repetitions(tokens, roles)
    return _assemble(tokens, roles)


def has_content_word(text: str) -> bool:
    """Whether a text has a word that is content whatever stands beside it, which is quickly told.

    Args:
        text: The text.
    """
    return any(token.form[-1].isalnum() and token.form not in _WEAK for token in tokenize(text))


def _assemble(tokens: list[Token], roles: list[Role]) -> Wording:
    pieces: list[str] = []
    wording = Wording("", [], [], [], [], [])
    length = 0
    goes_on = False
    for token, role in zip(tokens, roles, strict=True):
        if role != "content":
            wording.loose.append(Loose(len(wording.spans), role, token.form, token.start, token.end))
            goes_on = False
            continue
        if pieces and pieces[-1][-1].isdigit() and token.form[0].isdigit():
            pieces.append("|")
            length += 1
        wording.starts.append(length)
        pieces.append(token.form)
        length += len(token.form)
        wording.ends.append(length)
        wording.spans.append((token.start, token.end))
        wording.glued.append(token.glued and goes_on)
        goes_on = True
    return wording._replace(content="".join(pieces))


def _before(loose: Loose) -> int:
    return loose.before


def _start(token: Token) -> int:
    return token.start


def _set_roles(roles: list[Role], tokens: list[Token], stretches: Sequence[Span], role: Role) -> None:
    """Give the words inside some stretches of the text a role."""
    for start, end in stretches:
        inside = range(bisect_left(tokens, start, key=_start), bisect_left(tokens, end, key=_start))
        for index in inside:
            if roles[index] != "mark":
                roles[index] = role


def _spare_repetitions(tokens: list[Token], roles: list[Role]) -> None:
    """Make optional a few words that are said again at once: `my back , my back hurts`."""
    kept: list[int] = []
    reach = 0  # how many words at the end of `kept` follow each other with no more than pauses between
    for index, role in enumerate(roles):
        form = tokens[index].form
        if role != "content":
            if form not in _WITHIN_REPETITION:
                reach = 0
            continue
        kept.append(index)
        reach = reach + 1 if _may_be_repeated(form) else 0
        for length in range(1, min(reach // 2, _LONGEST_REPETITION) + 1):
            said, again = kept[-2 * length : -length], kept[-length:]
            if [tokens[one].form for one in said] == [tokens[one].form for one in again]:
                for one in said:
                    roles[one] = "optional"
                del kept[-2 * length : -length]
                reach -= length
                break


def _may_be_repeated(form: str) -> bool:
    """Whether saying a form twice says no more: a word does, a number, a sign or a letter of a notation does not."""
    return form == "i" or (len(form) > 1 and form.isalpha())


def _role(tokens: list[Token], index: int) -> Role:
    form = tokens[index].form
    if form in _FREE:
        return "content" if _free_word_counts(tokens, index) else "free"
    if form in _OPTIONAL:
        return "content" if _optional_word_counts(tokens, index) else "optional"
    if form in _FILLERS and _is_filler(tokens, index):
        return "optional"
    if index and _FILLERS.get(tokens[index - 1].form) == form and _is_filler(tokens, index - 1):
        return "optional"
    return "mark" if is_mark(form) else "content"


def _free_word_counts(tokens: list[Token], index: int) -> bool:
    """Whether a word that may be free is content here: `a` in `a few`, `oh` in `point oh four`."""
    if _is_part(tokens, index):
        return True
    form = tokens[index].form
    before, after = _next_form(tokens, index, -1), _next_form(tokens, index, 1)
    if form == "a":
        return after in {"few", "little"} or _is_letter(before) or _is_letter(after)
    if form in PAUSES and (before == "mm" or {before, after} & {"huh", "uh"}):
        return True
    if form in {"oh", "am"}:
        return _is_number(before) or _is_number(after)
    return form == "of" and _is_number(before) and _is_number(after)


def _optional_word_counts(tokens: list[Token], index: int) -> bool:
    """Whether a word that may be optional is content here: `on` in `L4 on L5`, `at` in `at all`."""
    form = tokens[index].form
    before, after = _beside(tokens, index, -1), _beside(tokens, index, 1)
    joins_values = (_is_number(before) or before in _SIDES) and (_is_number(after) or after in _SIDES)
    if joins_values or _is_part(tokens, index) or _is_modifier(tokens, index):
        return True
    if form == "and":
        return before in _TURNS and after in _TURNS
    if form == "that":
        return before in _NEGATORS
    return after in _PARTICLE_BEFORE or (form == "in" and _is_number(before)) or (form == "to" and _is_number(after))


def _is_filler(tokens: list[Token], index: int) -> bool:
    """Whether `you know` or `i mean`, said from this token on, is a filler."""
    return (
        _form_at(tokens, index + 1) == _FILLERS[tokens[index].form]
        and _form_at(tokens, index - 1) not in _NO_FILLER_BEFORE
        and _form_at(tokens, index + 2) not in _NO_FILLER_AFTER
    )


def _is_part(tokens: list[Token], index: int) -> bool:
    """Whether a word is part of a longer one: `a` of `a-fib`, `in` of `in-` and `ferior` over two lines."""
    token = tokens[index]
    beside = [other for other in tokens[index + 1 : index + 2] if other.glued and other.form not in _VERBS]
    if token.glued and token.form not in COPULAS:
        beside.append(tokens[index - 1])
    if token.form in _SHORT:
        return bool(beside)
    return any(max(other.start - token.end, token.start - other.end) > 1 for other in beside)


def _is_modifier(tokens: list[Token], index: int) -> bool:
    """Whether a word is the modifier of a procedure code: `AT` of `98941-AT`."""
    code = tokens[index - 1] if index else tokens[index]
    return code.form.isdigit() and len(code.form) == _CODE_LENGTH and code.end + 1 == tokens[index].start


def _beside(tokens: list[Token], index: int, step: int) -> str:
    """The form of the next word in a direction, but for articles, pauses and commas; empty at a mark and at the end."""
    index += step
    while _form_at(tokens, index) in _SKIPPED:
        index += step
    form = _form_at(tokens, index)
    return "" if not form or is_mark(form) else form


def _next_form(tokens: list[Token], index: int, step: int) -> str:
    """The form of the next token in a direction, across the end of a line."""
    index += step
    return _form_at(tokens, index + step if _form_at(tokens, index) == "\n" else index)


def _form_at(tokens: list[Token], index: int) -> str:
    return tokens[index].form if 0 <= index < len(tokens) else ""


def _is_number(form: str) -> bool:
    """Whether a form is a number, or a level that ends in one."""
    return form[-1:].isdigit()


def _is_letter(form: str) -> bool:
    """Whether a form is a letter that is spelled out."""
    return len(form) == 1 and form.isalpha() and form not in {"a", "i"}
