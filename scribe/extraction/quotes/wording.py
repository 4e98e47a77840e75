"""What a text says: its content words in order, and the words around them that may differ."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from scribe.extraction.quotes.tokens import Token, is_mark, tokenize
from scribe.schema import Span

Role = Literal["content", "free", "optional", "label", "spoken", "mark"]
"""What a token is to a quote: it must stand; it may be added or left out; it may be left out; it names a speaker (may be
left out); it is punctuation said aloud (may be left out); it is punctuation."""

ARTICLES = frozenset({"the", "a", "an"})
PAUSES = frozenset("um uh uhm umm erm hmm hm ah oh".split())
COPULAS = frozenset({"is", "are", "am"})
_SKIPPED = ARTICLES | PAUSES | {"\n"}
_FREE = ARTICLES | PAUSES | COPULAS | {"of", "it", "its", "there"}
_OPTIONAL = frozenset("at in on to for and that".split())
_ASIDES = frozenset("like well so anyway".split())
"""Words that say nothing where punctuation sets them off on both sides."""
_FILLERS = {"you": "know", "i": "mean"}
_NO_FILLER_BEFORE = frozenset("do does did not if as let what that because how when so".split())
_NO_FILLER_AFTER = frozenset("if that what how where when why who of about it".split())
_PARTICLE_BEFORE = frozenset("and or all off out not no on in least most times once".split())
"""What a preposition goes with closely: `at all`, `on and off`."""
_SIDES = frozenset("left right l r bilateral both".split())
_VERBS = COPULAS | {"not", "have", "will", "would"}
"""What the second word of a contraction may be."""
_CODE_LENGTH = 5
_NEGATORS = frozenset({"not", "all", "no", "never"})


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


def wording_of(text: str, labels: Sequence[Span] = (), spoken: Sequence[Span] = ()) -> Wording:
    """Part a text into content and the rest.

    Args:
        text: The text.
        labels: Where speakers are named, in order.
        spoken: Where punctuation is said aloud, in order.

    Returns:
        Its wording. A word that is said twice in a row is content once, the second time.
    """
    tokens = list(tokenize(text))
    roles = [_role(tokens, index) for index in range(len(tokens))]
    _set_roles(roles, tokens, labels, "label")
    _set_roles(roles, tokens, spoken, "spoken")
    _free_repetitions(tokens, roles)
    return _assemble(tokens, roles)


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


def _set_roles(roles: list[Role], tokens: list[Token], stretches: Sequence[Span], role: Role) -> None:
    """Give the words inside some stretches of the text a role."""
    index = 0
    for start, end in stretches:
        index = bisect_right(tokens, start - 1, lo=index, key=_start)
        while index < len(tokens) and tokens[index].start < end:
            if roles[index] != "mark":
                roles[index] = role
            index += 1


def _start(token: Token) -> int:
    return token.start


def _free_repetitions(tokens: list[Token], roles: list[Role]) -> None:
    """Free one or two words that are said again at once: `my back , my back hurts`."""
    kept: list[int] = []
    reach = 0  # how many words at the end of `kept` follow each other with no more than pauses between
    for index, role in enumerate(roles):
        form = tokens[index].form
        if role != "content":
            if not (form in ARTICLES or form in PAUSES or form in {",", "\u2013", "..."}):
                reach = 0
            continue
        if not _may_be_repeated(form):
            reach = 0
        elif reach >= 1 and tokens[kept[-1]].form == form:
            roles[kept.pop()] = "free"
            reach -= 1
        elif reach >= 3 and tokens[kept[-2]].form == form and tokens[kept[-1]].form == tokens[kept[-3]].form:
            roles[kept[-3]] = roles[kept[-2]] = "free"
            del kept[-3:-1]
            reach -= 2
        kept.append(index)
        reach += 1


def _may_be_repeated(form: str) -> bool:
    """Whether saying a form twice says no more: a word does, a number, a sign or a letter of a notation does not."""
    return form == "i" or len(form) > 1 and form.isalpha()


def _role(tokens: list[Token], index: int) -> Role:
    form = tokens[index].form
    if form in _FREE:
        return "content" if _free_word_counts(tokens, index) else "free"
    if form in _OPTIONAL:
        return "content" if _optional_word_counts(tokens, index) else "optional"
    if form in _FILLERS and _is_filler(tokens, index) or index and _FILLERS.get(tokens[index - 1].form) == form and _is_filler(tokens, index - 1):
        return "free"
    if form in _ASIDES and _beside(tokens, index, -1) == _beside(tokens, index, 1) == "":
        return "free"
    return "mark" if is_mark(form) else "content"


def _free_word_counts(tokens: list[Token], index: int) -> bool:
    form = tokens[index].form
    if _is_part(tokens, index):
        return True
    before, after = _form_at(tokens, index - 1), _form_at(tokens, index + 1)
    if form == "a":
        return after in {"few", "little"} or _is_letter(before) or _is_letter(after)
    if form == "uh":
        return "huh" in {before, after} or "uh" in {before, after}
    if form in {"oh", "am"}:
        return _is_number(before) or _is_number(after)
    return form == "of" and _is_number(before) and _is_number(after)


def _optional_word_counts(tokens: list[Token], index: int) -> bool:
    if _is_part(tokens, index):
        return True
    form = tokens[index].form
    before, after = _beside(tokens, index, -1), _beside(tokens, index, 1)
    if not after or after in _PARTICLE_BEFORE or _is_modifier(tokens, index):
        return True
    if form == "that":
        return before in _NEGATORS
    if form == "in" and _is_number(before) or form == "to" and _is_number(after):
        return True
    if form == "and" and before in _PARTICLE_BEFORE:
        return True
    return (_is_number(before) or before in _SIDES) and (_is_number(after) or after in _SIDES)


def _is_filler(tokens: list[Token], index: int) -> bool:
    """Whether `you know` or `i mean`, said from this token on, is a filler."""
    if _form_at(tokens, index + 1) != _FILLERS[tokens[index].form]:
        return False
    before, after = _form_at(tokens, index - 1), _form_at(tokens, index + 2)
    if before in _NO_FILLER_BEFORE or after in _NO_FILLER_AFTER:
        return False
    return any(not form or form in PAUSES or is_mark(form) for form in (before, after))


def _beside(tokens: list[Token], index: int, step: int) -> str:
    """The form of the next word in a direction, but for articles and pauses; empty at a mark and at the end."""
    index += step
    while _form_at(tokens, index) in _SKIPPED:
        index += step
    form = _form_at(tokens, index)
    return "" if not form or is_mark(form) else form


def _form_at(tokens: list[Token], index: int) -> str:
    return tokens[index].form if 0 <= index < len(tokens) else ""


def _is_part(tokens: list[Token], index: int) -> bool:
    """Whether a word is part of a longer one: `hmm` of `mm-hmm`, `for` of `for-ward`."""
    if tokens[index].glued and tokens[index].form not in COPULAS:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.glued and following.form not in _VERBS


def _is_modifier(tokens: list[Token], index: int) -> bool:
    """Whether a word is the modifier of a procedure code: `98941-AT`."""
    code = tokens[index - 1] if index else None
    return code is not None and code.form.isdigit() and code.end + 1 == tokens[index].start and len(code.form) == _CODE_LENGTH


def _is_number(form: str) -> bool:
    """Whether a form is a number, or a level that ends in one."""
    return form[-1:].isdigit()


def _is_letter(form: str) -> bool:
    return len(form) == 1 and form.isalpha() and form != "i"
