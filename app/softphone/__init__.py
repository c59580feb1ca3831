"""Live sources: softphones as they tell of calls, each with a thread of its own and no window."""
