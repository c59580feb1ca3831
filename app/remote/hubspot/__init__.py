"""HubSpot: calls, and texts that were logged, of one account, read with a service key.

Imported by ``app.sync``, always late: pydantic and httpx are slow to load.
"""
