"""Warnings in talk that are dialled or repeated: `that's nine-one-one`, and `Can't pee.` behind `if you can't pee`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Statement, View

_CONDITIONS = frozenset({"if"})
_CALLING = frozenset({
    "call", "ring", "phone", "page", "tell", "er", "ed", "emergency", "911", "999", "ambulance", "hospital", "come",
    "straight", "nine", "triage",
})  # fmt: skip
_LONGEST = 5
_BACK = 4
_SEEMING = frozenset({("made", "me"), ("makes", "me"), ("feel", "like"), ("feels", "like"), ("felt", "like")})
_UNREAL = frozenset({("like", "i'd"), ("as", "if")})


def echoes(view: View, statement: Statement) -> Iterator[Cue]:
    """Find what makes a spoken statement the echo of a warning, or what something only felt like.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if statement.turn < 0 or statement.asks:
        return
    if statement.speaker == "patient" and _seems(view, statement):
        yield Cue(statement.start, statement.start + 1, "around", "hypothetical", "seems")
    elif _repeats(view, statement):
        yield Cue(statement.start, statement.start + 1, "around", "hypothetical", "echo")


@lru_cache(maxsize=1)
def _warning(view: View) -> frozenset[int]:
    """Return where the statements start that may tell when somebody is to call."""
    return saying(view, _CONDITIONS) & saying(view, _CALLING) if view.document.turns else frozenset()


def _repeats(view: View, statement: Statement) -> bool:
    """Tell whether a short statement has only words of a warning shortly before, in their order."""
    said = _plain(view, statement)
    if not 1 < len(said) <= _LONGEST or not _warning(view):
        return False
    warned = [one for one in view.statements_before(statement)[-_BACK:] if one.start in _warning(view)]
    return any(_holds(_plain(view, one), said) for one in warned)


def _plain(view: View, statement: Statement) -> list[str]:
    return [word for word in view.norms[statement.start : statement.end] if word[0].isalnum()]


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether words stand in others side by side."""
    width = len(shorter)
    return any(longer[at : at + width] == shorter for at in range(len(longer) - width + 1))


def _seems(view: View, statement: Statement) -> bool:
    """Tell whether something only felt so, as in `it made me feel like I'd wet myself`."""
    pairs = {*pairwise(view.norms[statement.start : statement.end])}
    return len(pairs & _SEEMING) > 1 and not pairs.isdisjoint(_UNREAL)


def dialled(said: list[str]) -> int | None:
    """Return where an emergency is dialled in words, as in `that's nine-one-one`.

    Args:
        said: The words of a statement.
    """
    figures = [(at, word) for at, word in enumerate(said) if word != "-"]
    triples = zip(figures, figures[1:], figures[2:], strict=False)
    return next((one[0] for one, two, three in triples if (one[1], two[1], three[1]) == ("nine", "one", "one")), None)
