"""The paths of the server, a file for each thing; imported by ``app.server.application``."""
