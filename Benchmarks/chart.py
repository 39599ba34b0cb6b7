"""Draws a bar chart as SVG, for light and dark pages."""
import html


def bars(title, rows):
    """Returns the SVG. `rows` are the name, group and value of each bar, from top to bottom."""
    left, width, height = 250, 420, 22
    most = max(value for _, _, value in rows)
    lines = []
    for number, (name, group, value) in enumerate(rows):
        y = 44 + number * height
        length = width * value / most
        label = html.escape(f"{name} {group}".strip())
        kind = "own" if name.startswith("tema") else "other"
        lines.append(f'<text x="{left - 8}" y="{y + 15}" text-anchor="end">{label}</text>')
        lines.append(f'<rect class="{kind}" x="{left}" y="{y + 3}" width="{length:.1f}" height="{height - 6}"/>')
        lines.append(f'<text x="{left + length + 6:.1f}" y="{y + 15}">{value:.3g}</text>')
    total = 44 + len(rows) * height + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 70} {total}" role="img" '
        f'aria-label="{html.escape(title)}">\n<style>text {{ font: 13px system-ui, sans-serif; fill: #1b1b1f }} '
        ".own { fill: #2a9d8f } .other { fill: #a5a5ae } "
        "@media (prefers-color-scheme: dark) { text { fill: #e8e8ec } .other { fill: #6d6d78 } }</style>\n"
        f'<text x="{left}" y="26" font-weight="600">{html.escape(title)}</text>\n' + "\n".join(lines)
        + "\n</svg>\n")
