"""Document → Extraction: the readers, and the quotes they are held to."""
