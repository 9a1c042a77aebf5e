"""What parties agree on, and what becomes of it: agreements linked across articles."""
