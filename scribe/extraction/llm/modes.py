"""How a model is held to the form of an answer."""

from typing import Literal

Mode = Literal["schema", "tools", "json"]
"""By strict JSON Schema; by a tool's parameters; by asking for JSON, for servers that know neither."""
