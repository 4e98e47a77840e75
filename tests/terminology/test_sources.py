"""The sources that coding and rules cite."""

from pathlib import Path

import pytest

from scribe.errors import TerminologyError
from scribe.terminology import sources
from scribe.terminology.sources import Citation, citation, citations


def test_a_citation_says_what_it_is_and_how_far_to_trust_it() -> None:
    """Source and edition stand once; the key adds the place."""
    assert citation("guidelines-i-a-12-a") == Citation(
        key="guidelines-i-a-12-a",
        source="ICD-10-CM Official Guidelines for Coding and Reporting",
        edition="FY2026, April 2026 release",
        locator="Section I.A.12.a, Excludes1",
        url="https://github.com/RenatGilmanov/knowledge-icd10cm-2016",
        trust="copy of official",
    )


def test_an_unknown_key_is_an_error_that_names_near_ones() -> None:
    """A misspelt key is told what it may have meant."""
    with pytest.raises(TerminologyError, match=r"Unknown citation 'tabular-m98': did you mean .*'tabular-m99'"):
        citation("tabular-m98")
    with pytest.raises(TerminologyError, match="Unknown citation 'zzz': nothing is near"):
        citation("zzz")


def test_sources_and_keys_are_sorted() -> None:
    """A key is found where the alphabet puts it."""
    places = [(found.source, key) for key, found in citations().items()]
    by_source: dict[str, list[str]] = {}
    for source, key in places:
        by_source.setdefault(source, []).append(key)
    assert all(keys == sorted(keys) for keys in by_source.values())
    tables = [line for line in _file().splitlines() if line.startswith("[") and not line.endswith(".locators]")]
    assert tables == sorted(tables)


def test_only_our_own_inferences_have_no_address() -> None:
    """Whatever comes from a source says where it was read."""
    assert {found.trust for found in citations().values() if not found.url} == {"inference"}
    assert all(found.edition and found.locator for found in citations().values())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[a]\nsource =", "Cannot read"),
        ('[a]\nsource = "A"\n', r"\[a\] needs source, edition, url, locators"),
        ('[a]\nsource="A"\nedition="1"\nurl=""\ntrust="hearsay"\n[a.locators]\na="p. 1"\n', r"\[a\] needs"),
        (
            "".join(
                f'[{name}]\nsource="A"\nedition="1"\nurl=""\ntrust="official"\n[{name}.locators]\nk="p. 1"\n'
                for name in "ab"
            ),
            "two locators have the key 'k'",
        ),
    ],
)
def test_a_broken_file_says_what_is_wrong(
    text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be used names its fault."""
    broken = tmp_path / "citations.toml"
    broken.write_text(text, encoding="utf-8")
    monkeypatch.setattr(sources, "_FILE", broken)
    citations.cache_clear()
    try:
        with pytest.raises(TerminologyError, match=complaint):
            citations()
    finally:
        citations.cache_clear()


def _file() -> str:
    return Path(sources.__file__).with_name("citations.toml").read_text(encoding="utf-8")
