"""Record: what every record is and can do.

A command line that starts in a moment cannot pay for a model framework, so
records are dataclasses whose methods are written once, here, instead of being
generated for each class. pydantic comes in at the doors: it validates what
comes from outside and exports the schemas. The methods carry its names, so
that a record is used like any model.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from datetime import date
from functools import cache
from itertools import chain
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, dataclass_transform, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import SchemaValidator


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """A frozen record that refuses unknown fields, and values outside a field's type or vocabulary."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "use_attribute_docstrings": True}

    _tests: ClassVar[dict[str, Callable[[Any], bool]]]
    _defaults: ClassVar[dict[str, object]]
    _required: ClassVar[frozenset[str]]

    def __init_subclass__(cls) -> None:
        """Make a dataclass of every record, and prepare the test of each field."""
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        own = fields(cls)  # type: ignore[arg-type]  # as in field_names
        cls._tests = {field.name: _test(field.type) for field in own}
        # A class keeps the defaults of its fields as attributes.
        cls._defaults = {field.name: getattr(cls, field.name, MISSING) for field in own}
        cls._required = frozenset(name for name, default in cls._defaults.items() if default is MISSING)

    def __init__(self, **values: object) -> None:
        """Take the fields by name.

        Raises:
            ValueError: A field is missing, unknown, or does not take the value given; the message shows no value.
        """
        self._check(values)
        if not values.keys() >= self._required:
            raise self._refusal(min(self._required - values.keys()))
        # Defaults first, so that the fields come in the order of the class.
        self.__dict__.update(self._defaults | values)

    def _check(self, values: dict[str, Any]) -> None:
        # A default is not tested: a report has thousands of fields, and most are what the class says.
        tests = self._tests
        for name, value in values.items():
            if name not in tests:
                unknown = ", ".join(sorted(values.keys() - tests.keys()))
                raise ValueError(f"{type(self).__name__} has no field {unknown}.")
            if not tests[name](value):
                raise self._refusal(name)

    def _refusal(self, name: str) -> ValueError:
        # What was given stays out of the message: it may be what a patient said.
        return ValueError(f"{type(self).__name__}.{name} is missing, or not what the field takes.")

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record is frozen."""
        raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be set; model_copy makes a changed record.")

    def __delattr__(self, name: str) -> None:
        """Refuse: a record is frozen."""
        raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be deleted.")

    def __eq__(self, other: object) -> bool:
        """Compare class and values."""
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Hash the values."""
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        """Show class, fields and values."""
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self)})"

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Yield the name and value of each field, in the order of the class."""
        return iter(vars(self).items())

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """Make a record of a dict, or of a record.

        Raises:
            pydantic.ValidationError: The data do not fit; the error shows paths, not values.
        """
        record: Self = cls._validator().validate_python(data)
        return record

    @classmethod
    def model_validate_json(cls, data: str | bytes) -> Self:
        """Make a record of JSON.

        Raises:
            pydantic.ValidationError: The data do not fit; the error shows paths, not values.
        """
        record: Self = cls._validator().validate_json(data)
        return record

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema, with the docstring of each field as its description."""
        return cls._adapter().json_schema()

    def model_dump(
        self, *, mode: Literal["python", "json"] = "python", exclude: set[str] | None = None
    ) -> dict[str, Any]:
        """Return the record as dicts: with tuples and dates, or with only what JSON has."""
        dumped: dict[str, Any] = self._adapter().dump_python(self, mode=mode, exclude=exclude)
        return dumped

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """Write the record as JSON; a lone surrogate of a text becomes its escape."""
        import json  # noqa: PLC0415  # a report as text needs none

        separators = (",", ":") if indent is None else None
        written = json.dumps(self, default=_plain, ensure_ascii=False, indent=indent, separators=separators)
        return written.encode("utf-8", "backslashreplace").decode()

    def model_copy(self, *, update: dict[str, Any]) -> Self:
        """Return the record with other values in some fields."""
        self._check(update)
        copy = object.__new__(type(self))
        vars(copy).update(vars(self) | update)
        return copy

    @classmethod
    @cache
    def _adapter(cls) -> "TypeAdapter[Any]":
        from pydantic import TypeAdapter  # noqa: PLC0415  # costs half a cold start, and few programs validate

        return TypeAdapter(cls)

    @classmethod
    @cache
    def _validator(cls) -> "SchemaValidator":
        from pydantic_core import CoreConfig, SchemaValidator  # noqa: PLC0415  # as above

        # An adapter of a dataclass shows in its errors what was given, whatever the config of the class says.
        return SchemaValidator(cls._adapter().core_schema, CoreConfig(hide_input_in_errors=True))


def field_names(record: type[Record]) -> tuple[str, ...]:
    """Return the names of a record's fields, in the order of the class."""
    return tuple(field.name for field in fields(record))  # type: ignore[arg-type]  # mypy takes no base for a dataclass


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else vars(value)


def _test(annotation: Any) -> Callable[[Any], bool]:  # noqa: ANN401  # an annotation may be anything
    """Return what tells whether a value is of a type that the records use: class, words, tuple or union."""
    parts = get_args(annotation)
    if get_origin(annotation) is Literal:
        return frozenset(parts).__contains__
    if get_origin(annotation) is tuple:
        fit = _test_all(parts[0])
        return lambda value: isinstance(value, tuple) and fit(value)
    if len(parts) == 2 and parts[1] is NoneType:  # noqa: PLR2004  # a value or None
        accepts = _test(parts[0])
        return lambda value: value is None or accepts(value)
    if parts:
        tests = tuple(map(_test, parts))
        return lambda value: any(test(value) for test in tests)
    if annotation is float:
        return lambda value: isinstance(value, float | int)
    # What isinstance asks of a class, without a call of ours between: a report asks it thousands of times.
    is_instance: Callable[[Any], bool] = annotation.__instancecheck__
    return is_instance


def _test_all(annotation: Any) -> Callable[[tuple[Any, ...]], bool]:  # noqa: ANN401  # as above
    """Return what tells whether all of some values are of a type; what tuples hold is tested together."""
    if get_origin(annotation) is tuple:
        fit = _test_all(get_args(annotation)[0])
        is_tuple = tuple.__instancecheck__
        return lambda values: all(map(is_tuple, values)) and fit(tuple(chain.from_iterable(values)))
    test = _test(annotation)
    return lambda values: all(map(test, values))
