"""Every reader fed with bytes that grew from its own samples; run by ``make fuzz``."""
