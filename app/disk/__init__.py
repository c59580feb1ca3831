"""Files as a whole or not at all, for their owner alone; rooms above app.domain may import it."""
