"""How alike two findings are: the same, one saying less than the other, or one thing told differently."""

from collections.abc import Hashable

from scribe.schema import Finding, Span, field_names

_WHAT = ("kind", "component", "condition", "code")
OURS = frozenset(field_names(Finding))
"""The fields of every finding: its quotes, and how it was read and checked."""
_MEANT: dict[str, tuple[str, ...]] = {"bilateral": ("left", "right"), "unspecified": ()}
"""Values that stand for several, or for none."""


def key(finding: Finding) -> Hashable:
    """Return what a finding says: all of its fields but the quotes, a list as a set."""
    return type(finding), *(_parts(finding, name) for name in _fields(finding))


def differing(one: Finding, other: Finding) -> tuple[str, ...]:
    """Name the fields in which two findings of one kind say different things."""
    return tuple(name for name in _fields(one) if _parts(one, name) != _parts(other, name))


def says_less(one: Finding, other: Finding, name: str) -> bool:
    """Tell whether a field says only a part of what that of another finding says: no side, fewer levels."""
    return _parts(one, name) < _parts(other, name)


def same_thing(one: Finding, other: Finding) -> bool:
    """Tell whether two findings of the text are about one thing: of one kind, and in one region or the same words."""
    if type(one) is not type(other) or _what(one) != _what(other):
        return False
    return shared(one, other) > 0 or _in_one_region(one, other)


def shared(one: Finding, other: Finding) -> int:
    """Count the characters that the quotes of two findings share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in spans(one) for b in spans(other))


def spans(finding: Finding) -> list[Span]:
    """Return where the quotes of a finding stand."""
    return [evidence.span for evidence in finding.evidence if evidence.span]


def _in_one_region(one: Finding, other: Finding) -> bool:
    region = getattr(one, "region", None)
    return region is not None and region == getattr(other, "region", None) and bool(spans(one) and spans(other))


def _fields(finding: Finding) -> tuple[str, ...]:
    return tuple(name for name in field_names(type(finding)) if name not in OURS)


def _what(finding: Finding) -> str:
    what: str = next(value for name in _WHAT if (value := getattr(finding, name, None)))
    return what


def _parts(finding: Finding, name: str) -> frozenset[str]:
    """Return what a field says, one by one."""
    value = getattr(finding, name)
    if isinstance(value, tuple):
        return frozenset(value)
    return frozenset(_MEANT.get(value, (value,)) if value else ())
