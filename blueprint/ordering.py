"""Fractional positions: between any two keys there is another, so that a move changes one record.

A key is compared byte by byte (PostgreSQL: collation C). It is a whole part followed by a fraction, both in
base 62 with the digits 0-9A-Za-z, after David Greenspan, "Implementing Fractional Indexing" (2020), as in
rocicorp's `fractional-indexing`. The first letter of the whole part tells its length: `a` two characters, `b`
three … `z` 27, and downwards `Z` two … `A` 27; so appending at either end makes keys that stay short. A
fraction never ends in 0.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 1_000  # characters of a key that is still taken
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_SMALLEST = "A" + "0" * 26  # has no key below it, so it is no key itself


def key_between(low: str | None, high: str | None) -> str:
    """A key strictly between two keys; None is the open end. ValueError where `low` is not below `high`."""
    _demand(low, high)
    if low is None:
        if high is None:
            return "a0"
        whole = _whole(high)
        fraction = high[len(whole) :]
        if whole == _SMALLEST:
            return whole + _midpoint("", fraction)
        if fraction:
            return whole
        below = _step(whole, -1)
        assert below is not None  # `high` is a key, so it is above the smallest
        return below if below != _SMALLEST else below + DIGITS[-1]
    whole = _whole(low)
    fraction = low[len(whole) :]
    if high is None:
        return _step(whole, 1) or whole + _midpoint(fraction, None)
    if whole == _whole(high):
        return whole + _midpoint(fraction, high[len(whole) :])
    above = _step(whole, 1)
    return above if above is not None and above < high else whole + _midpoint(fraction, None)


def keys_between(low: str | None, high: str | None, count: int) -> list[str]:
    """`count` keys in order, strictly between two keys and spread evenly between two closed ends."""
    _demand(low, high)
    if count < 1:
        return []
    keys: list[str] = []
    if high is None:
        for _ in range(count):
            low = key_between(low, None)
            keys.append(low)
        return keys
    if low is None:
        for _ in range(count):
            high = key_between(None, high)
            keys.append(high)
        return keys[::-1]
    middle = key_between(low, high)
    left = count // 2
    return [*keys_between(low, middle, left), middle, *keys_between(middle, high, count - left - 1)]


def is_key(text: str) -> bool:
    """Whether a text is a key."""
    if not text or len(text) > LONGEST or any(letter not in _VALUE for letter in text):
        return False
    length = _whole_length(text[0])
    if length == 0 or len(text) < length or text == _SMALLEST:
        return False
    return len(text) == length or text[-1] != DIGITS[0]


def _demand(low: str | None, high: str | None) -> None:
    for key in (low, high):
        if key is not None and not is_key(key):
            raise ValueError(f"not a position: {key!r}")
    if low is not None and high is not None and low >= high:
        raise ValueError(f"{low} is not below {high}")


def _whole_length(head: str) -> int:
    if "a" <= head <= "z":
        return ord(head) - ord("a") + 2
    return ord("Z") - ord(head) + 2 if "A" <= head <= "Z" else 0


def _whole(key: str) -> str:
    return key[: _whole_length(key[0])]


def _step(whole: str, by: int) -> str | None:
    """The whole part one above or below; None past either end."""
    head, digits = whole[0], [_VALUE[digit] for digit in whole[1:]]
    position = len(digits) - 1
    while position >= 0:
        digits[position] += by
        if 0 <= digits[position] < len(DIGITS):
            return head + "".join(DIGITS[value] for value in digits)
        digits[position] %= len(DIGITS)
        position -= 1
    if head == ("z" if by > 0 else "A"):
        return None
    if head == ("Z" if by > 0 else "a"):
        return "a0" if by > 0 else "Zz"
    next_head = chr(ord(head) + by)
    digit = DIGITS[0] if by > 0 else DIGITS[-1]
    return next_head + digit * (_whole_length(next_head) - 1)


def _midpoint(low: str, high: str | None) -> str:
    """A fraction strictly between two fractions; None is the open end above."""
    fraction = ""
    while True:
        at = len(fraction)
        first = _VALUE[low[at]] if at < len(low) else 0
        last = _VALUE[high[at]] if high is not None else len(DIGITS)
        if last - first > 1:
            return fraction + DIGITS[(first + last + 1) // 2]
        if last - first == 1:  # neighbours: the higher digit alone, or else on after the lower one
            if high is not None and len(high) > at + 1:
                return fraction + high[at]
            high = None
        fraction += DIGITS[first]
