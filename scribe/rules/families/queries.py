"""QY: the query itself leads nowhere.

A query is a question to the clinician about what the record lacks. It has to
meet the same standard whoever or whatever writes it, an automated prompt
included. These rules read a query as it is worded; they judge no record.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from scribe.rules.engine import Problem, rule
from scribe.rules.views.phrases import has, spans_of
from scribe.rules.views.wording import Option, Wording
from scribe.schema import Span

_BRIEF = ("query-practice-brief",)
_CAUSES = ("osseous", "disc", "connective_tissue", "subluxation")
_PLACES = ("canal", "foramen", "left", "right")
_FEWEST_ANSWERS = 2
_ENDING = 4
_STEM = 5


@rule("QY01", "error", topic="noncompliant_query", cites=_BRIEF)
def code_in_query(query: Wording) -> Iterator[Problem]:
    """Flag a query that shows a code or speaks of coding.

    The clinician answers what is true of the patient; which code follows is
    nobody's question to him. A code in the question, in an option or in a
    quote shows which answer is wanted. T12, C5, S1 and L4 are vertebrae and
    roots, not codes.
    """
    for span in _once(query, (*_codes(query.text, query.span), *_phrases(query, "code", query.span))):
        yield _problem(
            query, span, "names a code or coding. Leave it out and ask for the clinical fact in the clinician's words."
        )


@rule("QY02", "error", topic="noncompliant_query", cites=_BRIEF)
def payment_in_query(query: Wording) -> Iterator[Problem]:
    """Flag a query that speaks of payment, denial, audit or a quality score.

    What an answer earns or averts must not bear on it, so a query is silent
    about it, in the words that it quotes from the record too.
    """
    for span in _once(query, _phrases(query, "payment", query.span)):
        message = "speaks of what an answer brings in or averts. Leave it out; a query is about the patient alone."
        yield _problem(query, span, message)


@rule("QY03", "error", topic="noncompliant_query", cites=_BRIEF)
def leading_words(query: Wording) -> Iterator[Problem]:
    """Flag words that press an answer on the clinician.

    "Would you agree", "please add", "isn't it" and "to support" tell what the
    asker wants to read. A neutral request leaves every answer equally near:
    "please clarify", "please document your assessment".
    """
    for question in query.questions:
        tags = (found.span() for found in _patterns()["tag"].finditer(query.own, *question))
        for span in _once(query, (*_own_phrases(query, "lead", question), *tags)):
            message = "leads. Ask openly: “Based on your clinical judgement, please clarify …”."
            yield _problem(query, span, message)


@rule("QY04", "error", topic="noncompliant_query", cites=_BRIEF)
def undocumented_diagnosis(query: Wording) -> Iterator[Problem]:
    """Flag a request to document, or to say yes or no to, what no indicator of the query states.

    A yes-or-no question may confirm what the record already says. One that
    brings in a diagnosis, or a request to document one, puts it into the
    clinician's mouth. An open question, or options that indicators support,
    lets the clinician name it.
    """
    for question in query.questions:
        for asked in _brought_forward(query, question):
            new = next(_undocumented(query, asked), None)
            if new is not None:
                message = (
                    "is asked for, and no indicator quoted here states it. Quote what does, or ask openly what the "
                    "findings mean."
                )
                yield _problem(query, new, message)
                break


@rule("QY05", "error", topic="noncompliant_query", cites=_BRIEF)
def answer_in_title(query: Wording) -> Iterator[Problem]:
    """Flag a title that names a diagnosis which no indicator of the query states.

    The title is read first, and one that holds the answer leads before the
    question is asked. A neutral title names the kind of question.
    """
    new = next(_undocumented(query, query.title), None)
    if new is not None:
        yield _problem(query, new, "stands in the title and in no indicator. Call it “Documentation query”.")


@rule("QY06", "error", topic="noncompliant_query", cites=_BRIEF)
def options_without_escape(query: Wording) -> Iterator[Problem]:
    """Flag answers on offer without *other* and *unable to determine*.

    The clinician may know what no option says, or may not be able to tell.
    A list that leaves neither way open forces an answer that the record cannot
    rest on; so does a question of the form "this or that" without a list.
    """
    lacking = [name for kind, name in _ESCAPES if not any(has(kind, query.words(one.span)) for one in query.options)]
    if _answers(query) and lacking:
        yield _problem(query, query.options[0].span, f"is offered without {_quoted(lacking)}. Add {_these(lacking)}.")
    for question in () if query.options else query.questions:
        if _is_choice(query, question) and not has("other", query.said(question)):
            yield _problem(query, question, f"offers a choice without {_quoted(_NAMES)}. Ask openly, or add both.")


@rule("QY07", "error", topic="noncompliant_query", cites=_BRIEF)
def single_answer(query: Wording) -> Iterator[Problem]:
    """Flag a multiple choice with one answer.

    One answer beside *other* and *unable to determine* is a suggestion. Where
    the record supports only one, the question stays open and its indicators
    speak for themselves.
    """
    answers = _answers(query)
    if 0 < len(answers) < _FEWEST_ANSWERS:
        message = "is the only answer on offer. Offer each one that an indicator supports, or leave the question open."
        yield _problem(query, answers[0].span, message)


@rule("QY08", "warning", topic="noncompliant_query", cites=_BRIEF)
def unsupported_option(query: Wording) -> Iterator[Problem]:
    """Flag an option whose cause, space or side stands in no indicator of the query.

    Options are drawn from this patient's record. One that nothing in it
    supports is an invitation, or it hides the likely answer among guesses.
    Whether a finding supports a diagnosis in other words is for a person to
    judge; this rule reads what narrows a space, which space, and which side.
    """
    for option in _answers(query):
        said = query.words(option.span)
        causes = [cause for cause in _CAUSES if has(cause, said)]
        absent = [place for place in _PLACES if has(place, said) and not _shows(query.record, place)]
        if absent or (causes and not any(_shows(query.record, cause) for cause in causes)):
            yield _problem(query, option.span, "has no indicator among those quoted. Quote one, or drop the option.")


@rule("QY09", "error", topic="noncompliant_query", cites=_BRIEF)
def no_indicator(query: Wording) -> Iterator[Problem]:
    """Flag a query that shows nothing of the record.

    A question without the findings that raise it cannot be answered from the
    record, and asks the clinician to guess what is wanted.
    """
    if not query.elements:
        asked = next(iter((*query.questions, *(one.span for one in query.options))), query.span)
        yield _problem(query, asked, "is asked without a clinical indicator. Quote the findings that raise it.")


@rule("QY10", "warning", topic="noncompliant_query", cites=_BRIEF)
def earlier_encounter(query: Wording) -> Iterator[Problem]:
    """Flag a query that draws on another encounter.

    What was true at an earlier visit answers nothing about this one, and
    quoting it invites copying it forward. It may be shown only where it bears
    on this visit, and then with the reason.
    """
    for span in _once(query, _own_phrases(query, "earlier", query.span)):
        message = "is another encounter. Quote this visit, or say why the earlier one bears on it."
        yield _problem(query, span, message)


@rule("QY11", "warning", topic="noncompliant_query", cites=_BRIEF)
def pressing_words(query: Wording) -> Iterator[Problem]:
    """Flag words that press for an answer.

    A clinician who is hurried or threatened signs what is put before him.
    When an answer is due is a matter of policy, not of the query.
    """
    pressing = (span for part in (query.title, *query.questions) for span in _own_phrases(query, "urge", part))
    for span in _once(query, pressing):
        yield _problem(query, span, "presses. Ask plainly; “please” is enough.")


@rule("QY12", "error", topic="noncompliant_query", cites=_BRIEF)
def answer_filled_in(query: Wording) -> Iterator[Problem]:
    """Flag an option that is ticked, or an answer that is written, before the clinician has seen it.

    A query that comes back as it went out looks like an answer and is none.
    """
    filled = (found.span("answer") for found in _patterns()["filled"].finditer(query.own, *query.span))
    for span in (*(one.span for one in query.options if one.chosen), *filled):
        yield _problem(query, span, "is answered beforehand. Leave every box and line empty.")


@rule("QY13", "information", topic="noncompliant_query", cites=_BRIEF)
def indicator_without_place(query: Wording) -> Iterator[Problem]:
    """Flag indicators of which none says where in the record it stands.

    With line, section or report at hand the clinician looks once instead of
    searching, and a later reader can see that nothing was made up.
    """
    told = query.own[slice(*query.span)]
    if query.elements and not has("place", told) and not _patterns()["date"].search(told):
        yield _problem(query, query.elements[0], "is quoted without its place. Name the line, section or report.")


_NAMES = ("other", "unable to determine")
_ESCAPES = (("other", "other"), ("undetermined", "unable to determine"))


def _problem(query: Wording, span: Span, message: str) -> Problem:
    evidence = query.quote(span)
    words = " ".join(evidence[0].quote.strip('“”"').split())
    return Problem(query.at, f"“{words}” {message}", evidence)


def _phrases(query: Wording, kind: str, within: Span) -> Iterator[Span]:
    """Where phrases of a kind stand, in quotes or not."""
    return ((within[0] + first, within[0] + last) for first, last in spans_of(kind, query.words(within)))


def _own_phrases(query: Wording, kind: str, within: Span) -> Iterator[Span]:
    """Where the writer himself uses phrases of a kind."""
    return ((within[0] + first, within[0] + last) for first, last in spans_of(kind, query.said(within)))


def _once(query: Wording, spans: Iterable[Span]) -> Iterator[Span]:
    """These spans in order, without those inside another and without words seen before."""
    seen: set[str] = set()
    reached = 0
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        words = query.words(span).lower()
        if span[0] >= reached and words not in seen:
            yield span
        seen.add(words)
        reached = max(reached, span[1])


def _codes(text: str, span: Span) -> Iterator[Span]:
    """Where codes of ICD-10-CM, CPT or HCPCS stand."""
    return (found.span() for found in _patterns()["code"].finditer(text, *span))


def _brought_forward(query: Wording, question: Span) -> Iterator[Span]:
    """What a question wants documented, or wants a yes or no to."""
    words = query.said(question)
    yield from (found.span("object") for found in _patterns()["request"].finditer(query.own, *question))
    agreed_to = any(query.words(one.span).lower().startswith("yes") for one in query.options[:2])
    if agreed_to or (_patterns()["yes_no"].match(words.lstrip()) and not _is_choice(query, question)):
        yield question


def _undocumented(query: Wording, span: Span) -> Iterator[Span]:
    """The diagnoses, causes and sides at a span that no record element names."""
    start = span[0]
    for kind in ("diagnosis", *_CAUSES, "left", "right"):
        for first, last in spans_of(kind, query.said(span)):
            named = query.text[start + first : start + last]
            if not _is_documented(kind, named, query.record):
                yield start + first, start + last


def _is_documented(kind: str, named: str, record: str) -> bool:
    if kind != "diagnosis":
        return _shows(record, kind)
    # Herniated and herniation are one; the ending does not count.
    return named.lower()[: max(len(named) - _ENDING, _STEM)] in record.lower()


@lru_cache(maxsize=16)
def _shows(record: str, kind: str) -> bool:
    return has(kind, record)


def _is_choice(query: Wording, question: Span) -> bool:
    """Whether a question without a list names two things to choose from."""
    sides = re.split(r"\bor\b", query.said(question))
    return sum(map(_names_something, sides)) > 1


def _names_something(words: str) -> bool:
    return any(has(kind, words) for kind in ("diagnosis", *_CAUSES, *_PLACES))


def _answers(query: Wording) -> list[Option]:
    """The answers on offer beside *other* and *unable to determine*."""
    return [one for one in query.options if not any(has(kind, query.words(one.span)) for kind, _ in _ESCAPES)]


def _quoted(names: list[str] | tuple[str, ...]) -> str:
    return " and ".join(f"*{name}*" for name in names)


def _these(names: list[str]) -> str:
    return "it" if len(names) == 1 else "both"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    vertebrae = r"[TCLS]\d{1,2}[TLS]\d{1,2}(?!\w)"
    asked = r"(?:please|kindly|(?:can|could|would|will) you(?: please)?|you (?:should|must|need to)|consider)"
    steering = (
        r"(?:add|document|include|state|list|record|chart|write|note|amend|addend|update|change|revise|confirm|"
        r"acknowledge|diagnose|(?:clarify|specify|indicate|agree|confirm) that)(?:ing)?"
    )
    return {
        "code": re.compile(
            rf"(?<![\w.])(?!{vertebrae})(?:[A-Za-z]\d[0-9A-Za-z]\.[0-9xX][0-9A-Za-z]{{0,3}}|[A-Z]\d{{2}}[0-9A-Z]\d[0-9A-Z]{{0,2}}"
            r"|[Mm]\d{2}(?:\.-|\.[xX]+)?|9[2789]\d{3}(?:-[0-9A-Z]{2})?|[A-Z]\d{4})(?![\w])"
        ),
        "tag": re.compile(r"(?i),\s*(?:right|correct|yes|no|agreed|okay|ok|surely)\s*\?"),
        "request": re.compile(rf"(?i)\b{asked}\s+(?:(?:also|then|please|just)\s+)?{steering}\b(?P<object>[^.?!;]*)"),
        "yes_no": re.compile(
            r"(?i)(?:so |and |but )?"
            r"(?:is|are|was|were|does|do|did|has|have|had|can|could|would|will|should|may|might)\b(?! you\b)"
        ),
        "filled": re.compile(
            r"(?im)^[^\w\n]*(?:answer|response|provider response|clinician response)[ \t]*:[ \t]*(?P<answer>[^\W_].*)$"
        ),
        "date": re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b"),
    }
