"""The pages and explanations that are made of the rules and the codes."""
