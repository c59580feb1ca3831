"""Softphones that open an address when a call rings, begins or ends: they are listened to here."""
