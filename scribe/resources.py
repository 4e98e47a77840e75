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
    return _found(f"schemas/{record}.json").read_text(encoding="utf-8")


def prompt_files(prompt: str) -> dict[str, str]:
    """Return the text of every file of a prompt by its name, sorted.

    Args:
        prompt: Name and version, such as `extraction/v1`.

    Raises:
        InputError: There is no prompt of that name and version.
    """
    folder = _found(f"prompts/{prompt}")
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file()}


def prompts_with(file: str) -> list[str]:
    """Return the name and version of every prompt that has a file of this name, sorted."""
    folder = _found("prompts")
    return sorted(path.parent.relative_to(folder).as_posix() for path in folder.glob(f"*/*/{file}"))


def _found(name: str) -> Path:
    # The checkout's own folder comes first: an editable install may leave a stale copy in the package.
    places = [_PACKAGE.parent / name, _PACKAGE / name]
    for place in places:
        if place.exists():
            return place
    raise InputError(f"No {name}: looked for {' and '.join(map(str, places))}.")
