"""What has been read, kept: articles with their versions and records, in SQLite or PostgreSQL."""
