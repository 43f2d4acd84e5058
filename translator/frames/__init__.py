"""What the translator knows of frames, columns, rows and labels: code plus facts."""
