"""Providers on loopback: they keep their records, page, limit and refuse as the real ones do."""
