"""Measures a reader and the rules against labelled cases."""
