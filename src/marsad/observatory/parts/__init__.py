"""What several pages are made of: lists, filters, measures, citations, suggestions."""
