"""Text → words, and the terms of the vocabulary tables among them."""
