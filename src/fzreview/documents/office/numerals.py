"""Numbers as word processors write them before paragraphs: 一、 (二) 3. Ⅳ e) ⑥."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def written(number: int, form: str) -> str:
    """A number in one of the forms of Word or OpenDocument; in Arabic digits where the form is unknown."""
    if number < 0 or number > 99_999:
        return str(number)
    match form:
        case "none" | "bullet" | "":
            return ""
        case (
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCountingThousand"
            | "taiwaneseCounting"
            | "ideographZodiacTraditional"
            | "一, 二, 三, ..."
        ):
            return counted(number, _DIGITS, "十百千万")
        case "chineseLegalSimplified" | "ideographLegalTraditional" | "壹, 贰, 叁, ...":
            return counted(number, _FORMAL, "拾佰仟万")
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        case "ideographTraditional" | "甲, 乙, 丙, ...":
            return _STEMS[(number - 1) % 10]
        case "ideographZodiac" | "子, 丑, 寅, ...":
            return _BRANCHES[(number - 1) % 12]
        case "upperLetter" | "A":
            return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        case "lowerLetter" | "a":
            return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        case "upperRoman" | "I":
            return _roman(number)
        case "lowerRoman" | "i":
            return _roman(number).lower()
        case "decimalFullWidth" | "decimalFullWidth2" | "１, ２, ３, ...":
            return "".join(chr(0xFF10 + int(digit)) for digit in str(number))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "①, ②, ③, ...":
            return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)
        case "decimalEnclosedParen":
            return chr(0x2474 + number - 1) if 1 <= number <= 20 else f"({number})"
        case "decimalEnclosedFullstop":
            return chr(0x2488 + number - 1) if 1 <= number <= 20 else f"{number}."
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def counted(number: int, digits: str, units: str) -> str:
    """A number below 100,000 in Chinese: 十一, 二十, 一百零三."""
    if number == 0:
        return digits[0]
    ten_thousands, rest = divmod(number, 10_000)
    words = counted(ten_thousands, digits, units) + units[3] if ten_thousands else ""
    gap = bool(ten_thousands) and rest < 1000
    for power in (3, 2, 1, 0):
        digit, rest = divmod(rest, 10**power)
        if digit:
            if gap and words:
                words += "零"
            gap = False
            words += digits[digit] + (units[power - 1] if power else "")
        elif words:
            gap = True
    return words[1:] if 10 <= number < 20 and units[0] == "十" else words


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        words += letters * min(count, 20)
    return words
