"""The sources that coding and the rules cite, by key."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from scribe.errors import TerminologyError

Trust = Literal["official", "copy of official", "secondary", "inference"]
"""How far a source can be trusted: the authority's own text; its text in another's copy;
someone's account of it; our own reading of the titles and notes."""

_FILE = Path(__file__).with_name("citations.toml")


class Citation(NamedTuple):
    """A place in a source."""

    key: str
    """Key by which code and rules cite it, such as `guidelines-i-a-12-a`."""
    source: str
    """Title of the source."""
    edition: str
    """Which edition was read."""
    locator: str
    """Where in the source."""
    url: str
    """Where it was read; empty for our own inferences."""
    trust: Trust
    """How far it can be trusted."""


def citation(key: str) -> Citation:
    """Return the citation of a key.

    Raises:
        TerminologyError: no citation has this key.
    """
    known = citations()
    if key not in known:
        raise TerminologyError(f"Unknown citation {key!r}: {_nearest(key)} Keys stand in {_FILE.name}.")
    return known[key]


@cache
def citations() -> MappingProxyType[str, Citation]:
    """Return all citations by key, in the order of the file.

    Raises:
        TerminologyError: the file is missing or broken.
    """
    import tomllib  # noqa: PLC0415  # costs milliseconds that a run without citations never needs

    try:
        sources = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TerminologyError(f"Cannot read {_FILE.name} ({error}): reinstall scribe.") from error
    found: dict[str, Citation] = {}
    for name, source in sources.items():
        if source.keys() != {"source", "edition", "url", "trust", "locators"} or source["trust"] not in get_args(Trust):
            raise TerminologyError(
                f"{_FILE.name}: [{name}] needs source, edition, url, locators and one trust of {get_args(Trust)}."
            )
        for key, locator in source["locators"].items():
            if key in found:
                raise TerminologyError(f"{_FILE.name}: two locators have the key {key!r}; rename one.")
            found[key] = Citation(key, source["source"], source["edition"], locator, source["url"], source["trust"])
    return MappingProxyType(found)


def _nearest(key: str) -> str:
    import difflib  # noqa: PLC0415  # only an error needs it

    near = difflib.get_close_matches(key, citations(), n=3)
    return f"did you mean {', '.join(map(repr, near))}?" if near else "nothing is near."
