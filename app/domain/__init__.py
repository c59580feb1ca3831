"""Values and rules, pure: no clock, files, network, logging or SQL; all rooms may import it."""
