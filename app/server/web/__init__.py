"""HTTP around the routes: limits, headers, addresses, and the process that listens."""
