"""What people who do not look at the window get to know of it, and do with it."""
