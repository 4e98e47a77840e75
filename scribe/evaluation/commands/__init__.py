"""The commands of `scribe eval`, one module each."""
