"""Questions to a store: one module a question, each a function of a connection that gives typed rows."""
