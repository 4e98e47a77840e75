"""Quotes and the words of a source: when the one is in the other."""
