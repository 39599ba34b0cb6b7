import TemaModel

/// A chart laid out for a width, which can be written as SVG. The SVG contains no scripts and loads nothing.
public struct Picture: Sendable, Hashable {
    /// The width in pixels.
    public var width: Double
    /// The height in pixels.
    public var height: Double
    /// The title.
    public var title: String
    /// The text for readers who cannot see the picture. In a file it is also below the picture.
    public var description: String
    /// The tag of the language of the texts, or nil if it is unknown.
    public var language: String?
    var shapes: [Shape]

    /// The picture as an SVG file, with the style sheet, a background, the title above and the description below.
    public var file: String {
        let heading = TextWidth.lines(title, width: width / 1.12, most: 3)
        let caption = TextWidth.lines(description, width: width, most: 30)
        let above = Self.margin + Double(heading.count) * TextWidth.line + 8
        let below = above + height + 10
        func lines(_ lines: [String], _ top: Double, ink: Ink, isBold: Bool) -> [Shape] {
            lines.enumerated().map { number, line in
                let baseline = top + 12 + Double(number) * TextWidth.line
                return .text(line, Point(Self.margin, baseline), ink, style: .init(isBold: isBold))
            }
        }
        let whole = Box(
            0, 0, width: width + 2 * Self.margin, height: below + Double(caption.count) * TextWidth.line + Self.margin)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + root(whole.width, height: whole.height, namespace: " xmlns=\"http://www.w3.org/2000/svg\"")
            + "<style>\n\(Stylesheet.text)</style>\n" + SVGText.write([.rectangle(whole, .paper)])
            + SVGText.write(lines(heading, Self.margin, ink: .ink, isBold: true))
            + "<g transform=\"translate(\(SVGText.number(Self.margin)) \(SVGText.number(above)))\">\n"
            + SVGText.write(shapes) + "</g>\n" + SVGText.write(lines(caption, below, ink: .soft, isBold: false))
            + "</svg>\n"
    }

    /// The picture as an SVG element of a page that contains ``Stylesheet/text``.
    public var element: String { root(width, height: height, namespace: "") + SVGText.write(shapes) + "</svg>\n" }

    /// The margin of an SVG file, in pixels.
    public static let margin = 16.0

    private func root(_ width: Double, height: Double, namespace: String) -> String {
        let (width, height) = (SVGText.number(width), SVGText.number(height))
        let lang = language.map { " lang=\"\(SVGText.escaped($0))\"" } ?? ""
        return "<svg\(namespace)\(lang) class=\"tema\" role=\"img\" width=\"\(width)\" height=\"\(height)\""
            + " viewBox=\"0 0 \(width) \(height)\">\n<title>\(SVGText.escaped(title))</title>\n"
            + "<desc>\(SVGText.escaped(description))</desc>\n"
    }
}
