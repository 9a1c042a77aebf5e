"""Promises: planned events, and what later articles say became of them."""
