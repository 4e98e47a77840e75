"""Tables of a note → findings, one for each filled cell."""
