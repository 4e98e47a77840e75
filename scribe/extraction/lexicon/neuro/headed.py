"""The results of a test that stand below its name: `Reflexes` above `2+ and symmetric`, `SLR:` above `R: negative`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found, graded_kind, kind_of
from scribe.extraction.lexicon.neuro.values import VALUES, is_grade, judge, valuing
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit

_NAMING = frozenset({"test", "tests", "testing", "exam", "examination", "the", "and"})
"""Words of a heading beside the name of a test."""
_TOLD_OTHERWISE = ("tart", "conditions", "lesions", "imaging")
"""Tables of what a line below a heading tells of something else."""


@lru_cache(maxsize=1)
def headings(view: View) -> Mapping[int, Hit]:
    """Return the test that heads the lines of a note above each statement of mere results, by its start."""
    found: dict[int, Hit] = {}
    heading: Hit | None = None
    previous: Statement | None = None
    for statement in () if view.document.turns or not valuing(view) else view.statements:
        apart = (
            previous is None or not 0 <= statement.line - previous.line <= 1 or statement.section != previous.section
        )
        named = _heading(view, statement)
        heading = named or (None if apart or _tells_itself(view, statement) else heading)
        if heading is not None and named is None and statement.start in valuing(view):
            found[statement.start] = heading
        previous = statement
    return found


def _heading(view: View, statement: Statement) -> Hit | None:
    """Return the test whose name is all that a line says."""
    signs = [hit for hit in view.terms("neuro", statement) if hit.term.role == "sign"]
    rest = (word for word in words_beside(view, Chunk(statement.start, statement.end), signs) if word[0].isalnum())
    return signs[-1] if signs and _NAMING.issuperset(rest) else None


def _tells_itself(view: View, statement: Statement) -> bool:
    """Tell whether a line names what it tells of."""
    terms = view.terms("neuro", statement)
    valued = covered_by(hit for hit in terms if hit.term.role == "value")
    others = (hit for table in _TOLD_OTHERWISE for hit in view.terms(table, statement))
    return any(hit.term.role in {"sign", "symptom"} for hit in terms) or any(hit.start not in valued for hit in others)


def results_below(scene: Scene) -> Iterator[Found]:
    """Read the results of a line of the test that heads it; grades of strength tell by themselves.

    Args:
        scene: The statement.
    """
    sign = headings(scene.view).get(scene.statement.start)
    sides = scene.view.sides(scene.statement)
    for chunk in scene.statement.chunks if sign is not None else ():
        value = next((hit for hit in scene.terms("neuro", "value", part=chunk) if _is_result(scene, hit)), None)
        if sign is None or value is None:
            continue
        kind = graded_kind(sign, kind_of(scene, sign), value)
        side = sides[0].value if len(sides) == 1 else None
        yield Found(kind, judge(kind, value), (value,), side)


def _is_result(scene: Scene, value: Hit) -> bool:
    """Tell whether a value is a result, and no bullet before one."""
    bullet = value.start == scene.statement.start and not value.term.text[0].isalnum()
    return value.term.value in VALUES and not (bullet or is_grade(value))
