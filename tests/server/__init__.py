"""The plan server on real databases of both kinds."""
