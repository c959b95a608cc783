"""What unicodedata knows of characters."""
import unicodedata as u

for c in "aA1 é€½٣²Ⅷ中가😀\u0301\u200d\n\ue000\U000e0100(":
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c), ascii(u.decomposition(c)))
    print("   ", u.name(c, "-"), u.numeric(c, None), u.digit(c, None), u.decimal(c, None))
for call in (lambda: u.name("\n"), lambda: u.numeric("a"), lambda: u.digit("½"), lambda: u.decimal("²"), lambda: u.category("ab"), lambda: u.name(5), lambda: u.category()):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
