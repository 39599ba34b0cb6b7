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
        case .rectangle(let box, let ink, let tip):
            return element(
                "rect",
                attributes: "x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\""
                    + " height=\"\(number(max(0, box.height)))\" class=\"f-\(ink)\"", tip: tip)
        case .circle(let center, let radius, let ink, let tip):
            return element(
                "circle",
                attributes:
                    "cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\" class=\"f-\(ink)\"",
                tip: tip)
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
        case .text(let words, let place, let ink, let style, let tip):
            let (x, y) = (number(place.x), number(place.y))
            let turned = style.isUpright ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
            let anchor =
                switch style.anchor {
                case .start: ""
                case .middle: " m"
                case .end: " e"
                }
            func text(_ look: String) -> String {
                element(
                    "text",
                    attributes: "x=\"\(x)\" y=\"\(y)\" class=\"\(look)\(anchor)\(style.isBold ? " b" : "")\"\(turned)",
                    tip: tip,
                    text: escaped(words))
            }
            return (style.hasHalo ? text("h") : "") + text("f-\(ink)")
        }
    }

    private static func element(_ name: String, attributes: String, tip: String?, text: String = "") -> String {
        let content = (tip.map { "<title>\(escaped($0))</title>" } ?? "") + text
        return content.isEmpty ? "<\(name) \(attributes)/>\n" : "<\(name) \(attributes)>\(content)</\(name)>\n"
    }
}
