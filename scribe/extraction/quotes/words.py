"""Lists of words, written as one reads them."""


def words(listed: str) -> frozenset[str]:
    """The words of a list.

    Args:
        listed: Words with spaces between.

    Returns:
        Each of them once.
    """
    return frozenset(listed.split())
