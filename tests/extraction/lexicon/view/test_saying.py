"""Specification of which statements hold some words or terms."""

from importlib import import_module
from inspect import getmembers
from pkgutil import walk_packages

from scribe.documents import parse
from scribe.extraction import lexicon
from scribe.extraction.lexicon.view.saying import asking, holding, naming, saying, statements_at, writing
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import vocabulary


def view() -> View:
    """Three statements."""
    return View(parse("DR: The neck is stiff. Is L4 sore?\nPT: Yes.", "transcript"), vocabulary())


def test_statements_that_say_a_word() -> None:
    """A statement says a word, however often; a word that nobody says is in none."""
    first, second, _ = view().statements
    assert saying(view(), frozenset({"stiff", "neck"})) == {first.start}
    assert saying(view(), frozenset({"is"})) == {first.start, second.start}
    assert saying(view(), frozenset({"ankle"})) == frozenset()


def test_tokens_outside_all_statements_are_held_by_none() -> None:
    """The label of a speaker is no part of what is said."""
    assert holding(view(), [0]) == frozenset()
    assert holding(view(), [view().statements[0].end - 1]) == {view().statements[0].start}


def test_statements_that_have_a_term() -> None:
    """A term counts if it is of the kind that is looked for."""
    first, second, _ = view().statements
    assert naming(view(), "tart", lambda _: True) == {first.start, second.start}
    assert naming(view(), "tart", lambda hit: hit.term.text == "stiff") == {first.start}


def test_questions() -> None:
    """Questions are known by how they are asked."""
    assert asking(view()) == {view().statements[1].start}


def test_statements_by_where_they_start() -> None:
    """Statements are returned in their order, each once for its start."""
    first, _, third = view().statements
    assert [*statements_at(view(), {third.start, first.start})] == [first, third]
    assert [*statements_at(view(), frozenset())] == []


def test_what_nobody_speaks() -> None:
    """All that a note says is written, and nothing of a transcript."""
    note = View(parse("The neck is stiff.", "note"), vocabulary())
    assert writing(note) == {note.statements[0].start}
    assert writing(view()) == frozenset()


def test_what_is_found_once_is_kept() -> None:
    """Where something may begin is asked of each statement, and found out for a document once."""
    modules = [import_module(module.name) for module in walk_packages(lexicon.__path__, f"{lexicon.__name__}.")]
    gates = [
        (module.__name__, name, gate)
        for module in modules
        for name, gate in getmembers(module, callable)
        if getattr(gate, "__annotations__", {}) == {"view": View, "return": frozenset[int]}
        and (name.startswith("may_") or name == "beginnings")
    ]
    assert gates
    assert [(module, name) for module, name, gate in gates if not hasattr(gate, "cache_info")] == []
