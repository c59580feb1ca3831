"""What belongs to a company's plan server: its word on plans, what goes up and what came down."""
