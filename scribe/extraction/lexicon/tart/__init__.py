"""Statements → what palpation, inspection and motion testing found."""
