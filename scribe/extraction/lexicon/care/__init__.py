"""Statements → care that was, is or will be given, and what the patient cannot do."""
