"""Statements → what studies show."""
