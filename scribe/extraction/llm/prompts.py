"""Prompts: strict records, read from their files, and the messages that they make."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from string import Template
from typing import Any

from scribe.documents import parse
from scribe.errors import InputError
from scribe.extraction.llm.answer import Fault
from scribe.extraction.llm.lines import line_range, lines_span, numbered
from scribe.extraction.llm.merging import Listed
from scribe.resources import prompt_files, prompts_with
from scribe.schema import Document, Finding, Kind, Record, Span, field_names

Message = dict[str, str]
"""What a chat endpoint takes: role and content."""

DEFAULT = "extraction/v1"
"""Name and version of the prompt that is used where nobody chooses another."""

_VARIABLES: Mapping[str, frozenset[str]] = {
    "again": frozenset({"reason"}),
    "reask": frozenset({"fence", "findings", "kind", "lines"}),
    "system": frozenset(),
    "user": frozenset({"context", "fence", "first", "kind", "last", "lines"}),
}
_EXAMPLES = "examples.jsonl"
_RECALL_VARIABLES: Mapping[str, frozenset[str]] = {"user": _VARIABLES["user"] | {"findings"}}
_NONE_LISTED = "none"
_CONTEXT = " The lines before line {} are context: report nothing from them."
_AROUND = 1
"""Lines before and after a cited one that are shown again."""
_FENCE = 12


class Example(Record):
    """A document and the answer that it should get."""

    kind: Kind
    """Note or transcript."""
    text: str
    """The document."""
    findings: str
    """The answer as JSON."""


class Prompt(Record):
    """What a model is told; a released version never changes."""

    name: str
    """What it is for."""
    version: str
    """Which wording."""
    digest: str
    """SHA-256 of its files."""
    system: str
    """The contract of findings."""
    user: str
    """What the document is shown in."""
    reask: str
    """What findings that cannot be used are shown in."""
    again: str
    """What is added where a whole answer cannot be used."""
    examples: tuple[Example, ...]
    """Documents with their answers."""

    @property
    def label(self) -> str:
        """Name and version, as reports show them."""
        return f"{self.name}/{self.version}"


class Recall(Record):
    """What a model is told in a further pass, which asks only for what is missing."""

    version: str
    """Which wording."""
    digest: str
    """SHA-256 of its files."""
    user: str
    """What the document and the findings already listed are shown in."""

    @property
    def label(self) -> str:
        """Name and version, as reports show them."""
        return f"recall/{self.version}"


@cache
def load_recall(version: str = "v1") -> Recall:
    """Read the wording of a further pass from its file.

    Args:
        version: Which wording.

    Raises:
        InputError: As for `load_prompt`.
    """
    files = _files(f"recall/{version}", _RECALL_VARIABLES)
    return Recall(version=version, digest=_digest(files), user=files["user.md"])


@cache
def load_prompt(name: str = "extraction", version: str = "v1") -> Prompt:
    """Read a prompt from its files.

    Args:
        name: What it is for.
        version: Which wording.

    Raises:
        InputError: A file is missing, or a template has not the variables it needs; the message names them.
    """
    files = _files(f"{name}/{version}", _VARIABLES, _EXAMPLES)
    texts = {stem: files[f"{stem}.md"] for stem in _VARIABLES}
    examples = tuple(map(_example, files[_EXAMPLES].splitlines()))
    return Prompt(name=name, version=version, digest=_digest(files), examples=examples, **texts)


def chosen_prompt(prompt: str | Prompt) -> Prompt:
    """Return the prompt of a name and version, such as `extraction/v1`, or the prompt itself.

    Args:
        prompt: Which one; a record of the caller's own is checked as one in files is, and has a digest of its words.

    Raises:
        InputError: There is none of that name and version, or it lacks variables; the message names those there are.
    """
    known = prompts_with("system.md")
    if isinstance(prompt, Prompt):
        is_ours = prompt.label in known and prompt == load_prompt(prompt.name, prompt.version)
        return prompt if is_ours else _own(prompt)
    if prompt not in known:
        raise InputError(f"There is no prompt {prompt}: choose {' or '.join(known)}.")
    return load_prompt(*prompt.split("/"))


def _own(prompt: Prompt) -> Prompt:
    for stem, names in _VARIABLES.items():
        _check_variables(f"Prompt {prompt.label}, {stem}", getattr(prompt, stem), names)
    words = prompt.model_copy(update={"digest": ""}).model_dump_json()
    return prompt.model_copy(update={"digest": sha256(words.encode()).hexdigest()})


def _files(prompt: str, variables: Mapping[str, frozenset[str]], *others: str) -> dict[str, str]:
    """Read the files of a prompt: a template for each name in `variables`, and the others."""
    files = prompt_files(prompt)
    wanted = sorted([*(f"{stem}.md" for stem in variables), *others])
    if missing := [file for file in wanted if file not in files]:
        raise InputError(f"Prompt {prompt} lacks {', '.join(missing)}; a prompt has {', '.join(wanted)}.")
    for stem, names in variables.items():
        _check_variables(f"Prompt {prompt}, {stem}.md", files[f"{stem}.md"], names)
    return files


def _check_variables(place: str, template: str, names: frozenset[str]) -> None:
    if different := names ^ set(Template(template).get_identifiers()):
        raise InputError(f"{place}: {', '.join(sorted(different))} is missing or unknown.")


def _digest(files: Mapping[str, str]) -> str:
    return sha256("".join(f"{file}\0{text}\0" for file, text in files.items()).encode()).hexdigest()


def opening(prompt: Prompt) -> list[Message]:
    """Return what is the same for every document and comes first, so that providers can cache it."""
    examples = (
        f"\nDocument ({example.kind}):\n{numbered(document, (0, len(example.text)))}\nAnswer:\n{example.findings}\n"
        for example in prompt.examples
        for document in [parse(example.text, example.kind)]
    )
    return [{"role": "system", "content": prompt.system + "".join(examples)}]


def question(prompt: Prompt, document: Document, span: Span, context: Span) -> Message:
    """Ask for the findings of a part of a document.

    Args:
        prompt: The wording.
        document: The document.
        span: The part.
        context: What is shown before it, so that it can be understood; its findings are another question's.
    """
    words = _shown_part(document, span, context)
    return _user(prompt.user, fence=_fence(words["lines"]), **words)


def addition(recall: Recall, document: Document, span: Span, context: Span, listed: Sequence[Listed]) -> Message:
    """Ask for what is missing among the findings of a part of a document.

    Args:
        recall: The wording.
        document: The document.
        span: The part.
        context: What is shown before it.
        listed: The findings that are there, each with the name of its list.
    """
    words = _shown_part(document, span, context)
    findings = "\n".join(_compact(name, finding) for name, finding in listed) or _NONE_LISTED
    return _user(recall.user, fence=_fence(findings + words["lines"]), findings=findings, **words)


def correction(prompt: Prompt, document: Document, faults: Sequence[Fault]) -> Message:
    """Ask for findings that cannot be used, with the lines they cite and nothing else of the document."""
    listed = "\n".join(
        json.dumps({"list": fault.name, "finding": fault.item, "wrong": fault.reasons}, ensure_ascii=False)
        for fault in faults
    )
    cited = "\n".join(numbered(document, span) for span in _neighbourhoods(document, faults))
    words = {"kind": document.kind, "findings": listed, "lines": cited}
    return _user(prompt.reask, fence=_fence(listed + cited), **words)


def repetition(prompt: Prompt, asked: Message, reason: str) -> Message:
    """Ask the same again where an answer as a whole cannot be used."""
    return {**asked, "content": asked["content"] + Template(prompt.again).substitute(reason=reason)}


def _shown_part(document: Document, span: Span, context: Span) -> dict[str, str]:
    """Return the words of a template that show a part of a document."""
    first, last = line_range(document, span)
    return {
        "kind": document.kind,
        "first": str(first),
        "last": str(last),
        "lines": numbered(document, (context[0], span[1])),
        "context": _CONTEXT.format(first) if context[0] < context[1] else "",
    }


def _compact(name: str, finding: Finding) -> str:
    """Return what tells a finding from others: its list, its first quote and the fields that say something."""
    quote = finding.evidence[0]
    said = {key: value for key, value in finding if value and key not in field_names(Finding)}
    return json.dumps({"list": name, "line": quote.line, "quote": quote.quote, **said}, ensure_ascii=False)


def _user(template: str, **words: str) -> Message:
    return {"role": "user", "content": Template(template).substitute(words)}


def _fence(text: str) -> str:
    """Return a token that does not stand in a text, the same for the same text."""
    fence = sha256(text.encode("utf-8", "replace")).hexdigest()[:_FENCE]
    while fence in text:
        fence = sha256(fence.encode()).hexdigest()[:_FENCE]
    return fence


def _neighbourhoods(document: Document, faults: Iterable[Fault]) -> list[Span]:
    """The cited lines with those around them, each once and in order."""
    cited = {line for fault in faults for line in fault.lines if 1 <= line <= len(document.lines)}
    wanted = sorted({near for line in cited for near in range(line - _AROUND, line + _AROUND + 1)})
    return [lines_span(document, line, line) for line in wanted if 1 <= line <= len(document.lines)]


def _example(row: str) -> Example:
    data: dict[str, Any] = json.loads(row)
    findings = json.dumps(data["findings"], ensure_ascii=False, separators=(",", ":"))
    return Example(kind=data["kind"], text=data["text"], findings=findings)
