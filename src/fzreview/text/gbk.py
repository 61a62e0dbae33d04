"""Byte arithmetic in GBK, the encoding whose torn pairs make most of the mojibake of the genre."""

from __future__ import annotations


def is_han(character: str) -> bool:
    """Whether it is a Han character (BMP blocks, compatibility forms and 〇 included)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character == "〇"
        or "\uf900" <= character <= "\ufaff"
        or character >= "\U00020000"
    )


def encode(character: str) -> bytes | None:
    """The GBK bytes of one character, None where it has none."""
    try:
        return character.encode("gbk")
    except UnicodeEncodeError:
        return None


def decode(pairs: bytes) -> str | None:
    """The characters of whole GBK pairs, None where a pair is invalid."""
    try:
        return pairs.decode("gbk")
    except UnicodeDecodeError:
        return None


def pair(first: str, second: str) -> str | None:
    """The Han character made of the last byte of ``first`` and the first byte of ``second``, else None."""
    left, right = encode(first), encode(second)
    if left is None or right is None or len(left) != 2:
        return None
    across = decode(left[1:] + right[:1])
    return across if across is not None and len(across) == 1 and is_han(across) else None


def is_common(character: str) -> bool:
    """A character of everyday text: GB2312 level one, digits, letters, ordinary punctuation."""
    raw = encode(character)
    if raw is None:
        return False
    if len(raw) == 1:
        return 0x20 <= raw[0] < 0x7F
    lead, trail = raw
    if lead == 0xA1:
        return trail in (
            0xA2,
            0xA3,
            0xA4,
            0xAA,
            0xAD,
            0xAE,
            0xAF,
            0xB0,
            0xB1,
            0xB2,
            0xB3,
            0xB6,
            0xB7,
            0xBE,
            0xBF,
        )
    if lead == 0xA3:
        return trail in (0xA1, 0xA5, 0xA8, 0xA9, 0xAC, 0xBA, 0xBB, 0xBF) or 0xB0 <= trail <= 0xB9
    return 0xB0 <= lead <= 0xD7 and trail >= 0xA1
