"""Stories: articles on one event of the world, or a tight chain of events."""
