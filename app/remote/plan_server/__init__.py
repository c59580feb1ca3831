"""The company's plan server as a desktop asks it: answers become values of ``app.domain``.

Imported by ``app.sync`` and the actions, always late: pydantic and httpx are slow to load.
"""
