"""This computer: folders, clock, settings, plan catalogue, log; actions and above may import it."""
