"""Usage counts of desktops: taken, held against each other, summed."""
