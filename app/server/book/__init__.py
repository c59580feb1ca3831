"""The plan book of a company: statements with their dates, read and added to."""
