"""The version of scribe, in the one place where code reads it."""

VERSION = "0.1.0"
