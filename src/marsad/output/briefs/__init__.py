"""Briefs of a relation: made of records, each line with its sources, as HTML, Markdown and DOCX."""
