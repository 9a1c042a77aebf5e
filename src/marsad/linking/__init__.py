"""What only several articles together tell: copies, stories, the same event and the same words told by others."""
