"""From the body of an answer to the proposals in it: nothing is taken on trust, nothing deep or huge gets through."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parley.readers.chat.faults import NoAnswerError

LONGEST = 400_000
"""Characters of what a model says about one passage."""
MOST_ITEMS = 200
"""Proposals of one passage: more than any text holds."""
DEEPEST = 12
"""Levels of an answer; proposals have four."""
_THOUGHT = "</think>"


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model said, and what the server says that it cost, in tokens; None where it does not say."""

    content: str
    tokens: int | None


def completion_of(body: bytes) -> Completion:
    """What the model said. Raises NoAnswerError where the body is no chat completion, or the model was cut off."""
    whole = _loaded(_text(body))
    choices = whole.get("choices") if isinstance(whole, Mapping) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, Mapping) else None
    content = message.get("content") if isinstance(message, Mapping) else None
    if not isinstance(whole, Mapping) or not isinstance(choice, Mapping) or not isinstance(content, str):
        raise NoAnswerError("its answer is no chat completion")
    if choice.get("finish_reason") == "length":
        raise NoAnswerError("its answer was cut off: raise `answer` or lower `passage` under [reader]")
    if len(content) > LONGEST:
        raise NoAnswerError(f"the model said more than {LONGEST} characters")
    return Completion(content, _tokens(whole.get("usage")))


def items_of(content: str) -> list[Mapping[str, Any]]:
    """The proposals in what a model said, at most MOST_ITEMS. Raises NoAnswerError where it is not the JSON asked for.

    What a model thinks aloud before, or puts around it (```json), is passed over.
    """
    said = content.rsplit(_THOUGHT, 1)[-1]
    first, last = said.find("{"), said.rfind("}")
    if first < 0 or last < first:
        raise NoAnswerError("the model did not answer in JSON")
    whole = _loaded(said[first : last + 1])
    items = whole.get("proposals") if isinstance(whole, Mapping) else None
    if not isinstance(items, list):
        raise NoAnswerError("the model's JSON has no list of proposals")
    return [i if isinstance(i, Mapping) else {} for i in items[:MOST_ITEMS]]


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as e:
        raise NoAnswerError("its answer is not UTF-8") from e


def _loaded(text: str) -> Any:
    if _depth(text) > DEEPEST:
        raise NoAnswerError("its answer is nested deeper than any that was asked for")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as e:  # no JSON, or a number of thousands of digits
        raise NoAnswerError("its answer is not JSON") from e


def _depth(text: str) -> int:
    r"""How deep brackets are nested outside of texts.

    >>> _depth('[{"a": "[[["}]'), _depth('["\\"[", [[]]]')
    (2, 3)
    """
    deepest = depth = 0
    quoted = escaped = False
    for c in text:
        if escaped:
            escaped = False
        elif c == "\\":
            escaped = quoted
        elif c == '"':
            quoted = not quoted
        elif not quoted and c in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif not quoted and c in "]}":
            depth -= 1
    return deepest


def _tokens(usage: Any) -> int | None:
    total = usage.get("total_tokens") if isinstance(usage, Mapping) else None
    return total if isinstance(total, int) and not isinstance(total, bool) and total > 0 else None
