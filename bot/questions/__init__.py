"""What can be asked: the vocabulary of the house, and the readers of documents. Pure."""
