"""Labelled cases to and from the tools that people annotate with."""
