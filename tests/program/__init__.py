"""The program as processes: side by side, killed, without room, without rights."""
