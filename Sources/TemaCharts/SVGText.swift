import TemaModel

/// Writes shapes as SVG.
enum SVGText {
    static func escaped(_ text: String) -> String { text.visible().escapedAsMarkup }

    /// Returns a number rounded to a tenth of a pixel, or 0 if it is not finite.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let tenths = Int((min(max(value, -1e7), 1e7) * 10).rounded())
        let text = String(tenths.magnitude / 10) + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
        return tenths < 0 ? "-" + text : text
    }

    static func write(_ shapes: [Shape]) -> String { shapes.map(write).joined() }

    private static func write(_ shape: Shape) -> String {
        switch shape {
        case .rectangle(let box, let ink, let color, let tip):
            return element("rect", attributes: "\(place(box)) \(fill(ink, color))", tip: tip)
        case .circle(let center, let radius, let ink, let color, let tip):
            return element(
                "circle",
                attributes: "cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\" "
                    + fill(ink, color), tip: tip)
        case .path(let points, let ink, let width, let isArea, let isDashed, let tip):
            let places = points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
            let look =
                isArea
                ? "class=\"f-\(ink)\"" : "class=\"s-\(ink)\" stroke-width=\"\(number(width))\""
            return element(
                "path",
                attributes:
                    "d=\"M\(places)\(isArea ? "Z" : "")\" \(look)\(isDashed ? " stroke-dasharray=\"4 3\"" : "")",
                tip: tip)
        case .ribbon(let from, let to, let ink, let color, let tip):
            return element(
                "path", attributes: "d=\"\(outline(from, to))\" fill-opacity=\"0.5\" \(fill(ink, color))", tip: tip)
        case .swatch(let box, let color):
            return element("rect", attributes: "\(place(box)) class=\"s-edge\" style=\"fill:\(color.hex)\"", tip: nil)
        case .text(let words, let place, let ink, let style, let tip):
            return text(words, place, ink, style, tip)
        }
    }

    private static func place(_ box: Box) -> String {
        "x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\""
            + " height=\"\(number(max(0, box.height)))\""
    }

    /// Returns the attributes of a fill. The class `n` replaces it on dark screens by the property `--n`.
    private static func fill(_ ink: Ink, _ color: CodeColor?) -> String {
        switch color.map({ ($0.hex, $0.isClearOnLight, $0.isClearOnDark) }) {
        case (let hex, true, true)?: "fill=\"\(hex)\""
        case (let hex, true, false)?: "fill=\"\(hex)\" class=\"n\" style=\"--n:var(--\(ink))\""
        case (let hex, false, true)?: "class=\"f-\(ink) n\" style=\"--n:\(hex)\""
        case (_, false, false)?, nil: "class=\"f-\(ink)\""
        }
    }

    /// Returns the outline of a ribbon, whose long sides are horizontal at both ends.
    private static func outline(_ from: Shape.Side, _ to: Shape.Side) -> String {
        let (left, middle, right) = (number(from.x), number((from.x + to.x) / 2), number(to.x))
        return "M\(left) \(number(from.top))C\(middle) \(number(from.top)) \(middle) \(number(to.top)) \(right)"
            + " \(number(to.top))V\(number(to.bottom))C\(middle) \(number(to.bottom)) \(middle) \(number(from.bottom))"
            + " \(left) \(number(from.bottom))Z"
    }

    private static func text(
        _ words: String, _ place: Point, _ ink: Ink, _ style: Shape.TextStyle, _ tip: String?
    ) -> String {
        let (x, y) = (number(place.x), number(place.y))
        let isReversed = style.isRightToLeft ?? TextDirection.isRightToLeft(words.unicodeScalars)
        let turned = style.isUpright ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
        // SVG's anchors are logical: a text from right to left starts at its right edge.
        let anchor =
            switch style.anchor {
            case .start: isReversed ? " e" : ""
            case .middle: " m"
            case .end: isReversed ? "" : " e"
            }
        func text(_ look: String) -> String {
            element(
                "text",
                attributes: "x=\"\(x)\" y=\"\(y)\" class=\"\(look)\(anchor)\(style.isBold ? " b" : "")\""
                    + (isReversed ? " direction=\"rtl\"" : "") + turned,
                tip: tip, text: escaped(words))
        }
        return (style.hasHalo ? text("h") : "") + text("f-\(ink)")
    }

    private static func element(_ name: String, attributes: String, tip: String?, text: String = "") -> String {
        let content = (tip.map { "<title>\(escaped($0))</title>" } ?? "") + text
        return content.isEmpty ? "<\(name) \(attributes)/>\n" : "<\(name) \(attributes)>\(content)</\(name)>\n"
    }
}
