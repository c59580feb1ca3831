"""Commands that need Qt: screenshot and demo; only ui.__main__ comes here."""
