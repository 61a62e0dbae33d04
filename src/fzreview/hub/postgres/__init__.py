"""A hub on a PostgreSQL server that an organisation already runs."""
