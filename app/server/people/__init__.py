"""Who may do what: sign-in, members, invitations, devices, and the audit of changes."""
