"""Runs the steps on the connection it is handed, inside the transaction that is open there."""

from alembic import context

from app.server.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
