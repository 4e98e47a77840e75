"""Text → the ICD-10-CM and procedure codes written in it."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.view import View
from scribe.schema import StatedCode

_DIGITS = 5


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    diagnosis = r"\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b|\bM99\b(?!\.)"
    procedure = r"\b(?:9[0-9]{4}|[2-7][0-9]{4})\b(?:-(?:AT|25|59|GA|GP|GY|X[ESPU]|LT|RT)\b)*"
    bare = r"\b[A-TV-Z]\d[0-9](?![\w.])"
    return re.compile(rf"(?P<code>{diagnosis})|(?P<procedure>{procedure})"), re.compile(bare)


def read_codes(view: View) -> Iterator[StatedCode]:
    """Read the codes that stand in a document, in order."""
    pattern, bare = _patterns()
    seen: set[str] = set()
    for statement in view.statements:
        start, end = view.tokens.cover(statement.start, statement.end)
        coded = statement.section == "codes"
        for match in pattern.finditer(view.text, start, end):
            code = match["code"] or match["procedure"][:_DIGITS]
            if code in seen or (match["procedure"] and not _is_procedure(view, match, coded)):
                continue
            seen.add(code)
            coded = True
            yield StatedCode(code=code, evidence=(view.quote(match.span(), statement),))
        if coded:
            for match in bare.finditer(view.text, start, end):
                if match.group() not in seen and match.group()[0] not in "CTLS":
                    seen.add(match.group())
                    yield StatedCode(code=match.group(), evidence=(view.quote(match.span(), statement),))


def _is_procedure(view: View, match: re.Match[str], coded: bool) -> bool:  # noqa: FBT001  # a fact of the statement
    """Tell whether five digits are a procedure code: manual medicine, E/M, or beside the word for one."""
    code = match["procedure"]
    before = view.text[max(0, match.start() - 24) : match.start()].lower()
    return coded or code[:2] in {"98", "97", "99"} or any(word in before for word in ("cpt", "code", "bill", "hcpcs"))
