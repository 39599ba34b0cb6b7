import TemaModel

/// A picture as a value, and as SVG: nothing in it runs or loads anything.
public struct Picture: Sendable, Hashable {
    /// In pixels.
    public var width: Double
    public var height: Double
    /// What it shows, in a few words.
    public var title: String
    /// What a reader who does not see it should know.
    public var description: String
    var shapes: [Shape]

    /// A file of its own: with its style and its paper, its title above and its description below.
    public var file: String {
        let heading = TextWidth.lines(title, width: width / 1.12, most: 3)
        let caption = TextWidth.lines(description, width: width, most: 12)
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

    /// A part of a page that has ``Stylesheet/text`` in its head.
    public var element: String { root(width, height: height, namespace: "") + SVGText.write(shapes) + "</svg>\n" }

    /// Around a file of its own, in pixels.
    public static let margin = 16.0

    private func root(_ width: Double, height: Double, namespace: String) -> String {
        let (width, height) = (SVGText.number(width), SVGText.number(height))
        return "<svg\(namespace) class=\"tema\" role=\"img\" width=\"\(width)\" height=\"\(height)\""
            + " viewBox=\"0 0 \(width) \(height)\">\n<title>\(SVGText.escaped(title))</title>\n"
            + "<desc>\(SVGText.escaped(description))</desc>\n"
    }
}
