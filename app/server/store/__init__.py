"""The database: transactions, tables of people, bringing up to date, copying."""
