"""The contract between plan server and desktop."""
