"""Mutation run over the rules and the coding: `make mutants`.

mutmut leaves every decorated function alone, and a rule is a decorated
function. Those of ours that only register or wrap what they are given can be
mutated all the same: the copies that mutmut makes of a function lose the
decorator, and the switch between the copies keeps it. `cache` stays out, since
what it has kept would answer for the mutant.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import libcst as cst
from mutmut.__main__ import cli
from mutmut.mutation import file_mutation

PASSING = frozenset({"rule", "once"})
"""Decorators that call the function they are given and keep no result beyond one chart."""

_skips = file_mutation.MutationVisitor._skip_node_and_children  # noqa: SLF001  # mutmut has no option for it
_arrange = file_mutation.function_trampoline_arrangement


def skips(visitor: Any, node: cst.CSTNode) -> bool:  # noqa: ANN401  # mutmut's visitor, which it does not type
    """Skip what mutmut skips, but not a function whose only decorator is one of ours."""
    if isinstance(node, cst.FunctionDef) and _is_passing(node.decorators):
        return False
    return bool(_skips(visitor, node))


def arrange(
    function: cst.FunctionDef, mutants: Iterable[Any], class_name: str | None
) -> tuple[Sequence[Any], Sequence[Any], Sequence[Any], Sequence[str]]:
    """Copy a function without its decorators, and give them to the switch between the copies alone."""
    if not _is_passing(function.decorators):
        arranged: tuple[Sequence[Any], Sequence[Any], Sequence[Any], Sequence[str]] = _arrange(
            function, mutants, class_name
        )
        return arranged
    declared, (switch, *copies), assigned, names = _arrange(function.with_changes(decorators=()), mutants, class_name)
    switch = switch.with_changes(decorators=(*function.decorators, *switch.decorators))
    return declared, [switch, *copies], assigned, names


def _is_passing(decorators: Sequence[cst.Decorator]) -> bool:
    return len(decorators) == 1 and _name(decorators[0].decorator) in PASSING


def _name(decorator: cst.BaseExpression) -> str | None:
    called = decorator.func if isinstance(decorator, cst.Call) else decorator
    return called.value if isinstance(called, cst.Name) else None


if __name__ == "__main__":
    file_mutation.MutationVisitor._skip_node_and_children = skips  # noqa: SLF001  # as above
    file_mutation.function_trampoline_arrangement = arrange
    cli()
