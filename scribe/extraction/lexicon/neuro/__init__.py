"""Statements → neurological symptoms and signs."""
