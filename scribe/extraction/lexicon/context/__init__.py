"""A statement → how it is meant, who says it, and which place and side belong to what it mentions."""
