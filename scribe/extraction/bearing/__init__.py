"""What the words of a source bear out: the sides, regions, levels and assertions that can be derived for a quote."""
