"""A text in lower case, to look for words in: to look for either case takes four times as long."""


def lowered(text: str) -> str:
    """A text in lower case, every character in its place.

    Args:
        text: The text.
    """
    lower = text.lower()
    # Some letters become two in lower case.
    return lower if len(lower) == len(text) else "".join(letter.lower()[0] for letter in text)
