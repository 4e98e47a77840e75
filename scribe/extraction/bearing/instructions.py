"""Words of a document that speak to whoever reads it by machine, or about codes, and state nothing of the visit.

What is hidden, marked up for a chat, written as data, told to be reported, or explained as the meaning of a code was
not found in an examination, whoever put it there. A finding that is quoted from such words is shown and supports no
code. Where the clinician is heard to say so, it is dictation, and stands.
"""

import re
from functools import cache, lru_cache

from scribe.extraction.bearing.source import Passage
from scribe.extraction.lexicon.view.view import View
from scribe.schema import Span

_HIDDEN = r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0|size\s*:\s*[01](?!\d)|color\s*:\s*(?:white|#fff)"
_STRETCHES = (
    ("<!--", r"<!--.*?(?:-->|\Z)"),
    ("```", r"```.*?(?:```|\Z)"),
    ("style", rf"<(?P<hidden>\w+)\s[^<>]{{0,200}}?(?:{_HIDDEN})[^<>]{{0,200}}>.*?(?:</(?P=hidden)>|\Z)"),
    ("call>", r"<(?P<call>\w+_call)>.*?(?:</(?P=call)>|\Z)"),
    # The marks of a chat, and of our own question: nobody writes them into a note, so all to the end of the paragraph.
    ("|>", r"<\|\w+\|>.*?(?:\n\s*\n|\Z)"),
    (">>>", r"^\w+>>>.*?(?:\n\s*\n|\Z)"),
    ("document (", r"^document \((?:note|transcript)\):.*?(?:\n\s*\n|\Z)"),
    ('":', r'^[^\n]*"\w+"\s*:\s*["\[{][^\n]*'),
)
"""A sign that a stretch has, in lower case, and the stretch."""
_TOLD = r"add|append|document|include|insert|join|list|output|print|put|report|write|(?:call|code|bill) (?:it|this)"
_TOLD_IN_SPANISH = r"agregu?e|a[nñ]ad[ae]|apunt[ae]|escrib[ae]|reporte"
_NO_ORDER = r"(?!\s*(?:[:=]|of|shows?|from|on|in|by|is|was|dated|back|type))"
_ORDER = rf"(?:^|[^\w\s'-]\s*|\b(?:and|also|please|then|y)\s+)(?:{_TOLD}|{_TOLD_IN_SPANISH})\b{_NO_ORDER}"
_MEANING = r"\b[a-z]\d\d\.\w+\s+(?:means|denotes|describes|is (?:the code|used) for)\b|\b(?:stands for|counts as)\b"
_TWO_ALPHABETS = r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"
_OWN_WORDS = r"[\"\u201c][^\"\u201d]*\b(?:I|[Mm]y|[Mm]e)\b[^\"\u201d]*$"


def is_instruction(view: View, passage: Passage) -> bool:
    """Tell whether a quote stands in words that state nothing of the visit."""
    if view.document.kind == "transcript" and passage.scene.statement.speaker == "clinician":
        return False
    start, end = passage.span
    before = view.text[view.tokens.spans[passage.scene.statement.start][0] : end]
    return bool(_orders().search(before)) or any(one < end and start < other for one, other in _stretches(view.text))


@lru_cache(maxsize=1)
def _stretches(text: str) -> tuple[Span, ...]:
    folded = text.lower()
    present = [_compiled(stretch) for sign, stretch in _STRETCHES if sign in folded]
    return tuple(match.span() for stretch in present for match in stretch.finditer(text))


@cache
def _compiled(stretch: str) -> re.Pattern[str]:
    return re.compile(stretch, re.DOTALL | re.IGNORECASE | re.MULTILINE)


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_ORDER})|(?i:{_MEANING})|{_TWO_ALPHABETS}|{_OWN_WORDS}")
