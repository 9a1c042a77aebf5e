"""Answers of a store as rows for programs and as lines for people."""
