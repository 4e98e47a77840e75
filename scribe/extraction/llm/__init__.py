"""The model reader: a language model behind an OpenAI-compatible server finds and quotes; it never names a code."""
