"""What the product promises, line by line, told through the command line."""
