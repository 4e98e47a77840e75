"""What the rules look at: judgements and readings worked out from a chart, each asked by several rules."""
