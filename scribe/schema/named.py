"""NamedTuple: several values under names.

A command line that starts in a moment cannot pay for `typing.NamedTuple`, which compiles code for every class; a
program has a hundred of them. This one is used in the same way, and to a type checker it is the same.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class NamedTuple(tuple):
        """A tuple whose items have names."""

        __slots__ = ()

        def __init_subclass__(cls) -> None:
            """Name the items as the annotations of the class do, with its values for their defaults."""
            if NamedTuple not in cls.__bases__:
                return
            cls._fields = cls.__match_args__ = tuple(cls.__annotations__)
            cls._field_defaults = {name: vars(cls)[name] for name in cls._fields if name in vars(cls)}
            for place, name in enumerate(cls._fields):
                setattr(cls, name, property(itemgetter(place)))

        def __new__(cls, *values: object, **named: object) -> Self:
            """Take the values in order, or by name.

            Raises:
                TypeError: One is missing, or one too many.
            """
            names = cls._fields
            if named or len(values) != len(names):
                filled = cls._field_defaults | dict(zip(names, values, strict=False)) | named
                if len(values) > len(names) or filled.keys() != {*names}:
                    raise TypeError(f"{cls.__name__} takes {', '.join(names)}.")
                values = [filled[name] for name in names]
            return tuple.__new__(cls, values)

        def __repr__(self) -> str:
            """Show class, names and values."""
            named = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({named})"

        def __getnewargs__(self) -> tuple[object, ...]:
            """Return what makes a copy."""
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            """Take the values of a row."""
            return cls(*values)

        def _asdict(self) -> dict[str, object]:
            """Return the values by their names."""
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **values: object) -> Self:
            """Return the tuple with other values under some names."""
            return type(self)(**self._asdict() | values)


__all__ = ["NamedTuple"]
