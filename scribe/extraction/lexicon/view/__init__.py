"""Words and terms → what the document says: places, sides, answers, corrections, statements."""
