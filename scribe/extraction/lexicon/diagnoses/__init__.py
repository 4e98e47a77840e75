"""Statements → diagnoses, and structures that are named as the cause."""
