"""The folders beside the code: in a wheel inside the package, in a checkout next to it."""

from pathlib import Path

from scribe.errors import InputError

_PACKAGE = Path(__file__).parent


def schema_text(record: str) -> str:
    """Return the exported JSON Schema of a record.

    Args:
        record: `report`, `extraction` or `document`.

    Raises:
        InputError: No schema of that name was exported.
    """
    name = f"schemas/{record}.json"
    # The checkout's own folder comes first: an editable install may leave a stale copy in the package.
    places = [_PACKAGE.parent / name, _PACKAGE / name]
    for place in places:
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise InputError(f"No schema {record!r}: looked for {' and '.join(map(str, places))}.")
