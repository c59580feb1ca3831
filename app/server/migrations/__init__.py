"""How the tables came to be, step by step; run by ``app.server.store.preparing`` alone."""
