"""The same event of the world told by several articles: one canonical event with its tellings and their differences."""
