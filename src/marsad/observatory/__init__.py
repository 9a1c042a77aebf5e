"""The observatory: the store as pages for people, in Arabic and English, and the same as JSON and CSV for programs."""
