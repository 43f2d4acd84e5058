"""What pandas and the data at hand tell while translating: specimens, likenesses, pure functions run over samples."""
