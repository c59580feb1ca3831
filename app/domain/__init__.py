"""Values and rules, pure: no clock, files, network, logging or SQL; every other room may import it."""
