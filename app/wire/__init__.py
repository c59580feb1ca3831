"""The plan server's published contract: what server and desktop send each other, as JSON.

Imported by the server, by the desktop's side of it in ``app.remote.plan_server`` and by what stands
above both; imports ``app.domain`` alone. What people send is refused when a field is unknown; what
a server answers may have more fields than a desktop knows, so that either can be the newer one.
"""
