"""Reading a source folder: the matrix, what stands beside it, and every problem on the way."""
