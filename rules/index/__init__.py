"""Translation rules; see docs/contributing.md."""
