"""Alembic's environment: migrations run on the connection that the caller gives."""

from alembic import context

from marsad.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
