"""baresip, listened to where its module ctrl_tcp offers events and takes commands."""
