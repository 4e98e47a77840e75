"""Quotes that a grounder must accept, and quotes that it must not."""
