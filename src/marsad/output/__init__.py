"""Readings as a person or another program wants them: the brief, the explained article, tables and JSON Lines."""
