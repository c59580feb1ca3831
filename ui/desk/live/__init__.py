"""Live calls on the desk: sources on their threads, what they say into the ledger, what is told."""
