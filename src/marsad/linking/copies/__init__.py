"""Copies: articles with one text, lightly edited, cut, or under another headline."""
