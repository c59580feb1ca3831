"""What is told of softphones: ends nobody heard, and lines that broke."""
