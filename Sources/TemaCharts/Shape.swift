import TemaModel

/// A position in a picture, in pixels from its top left corner.
public struct Point: Sendable, Hashable {
    /// The distance from the left edge.
    public var x: Double
    /// The distance from the top edge.
    public var y: Double

    /// Creates a position.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// An element of a picture. Filled elements have the colour of a code where it is clear, otherwise the ink.
enum Shape: Sendable, Hashable {
    case rectangle(Box, Ink, color: CodeColor? = nil, tip: String? = nil)
    case circle(Point, radius: Double, Ink, color: CodeColor? = nil, tip: String? = nil)
    /// A line through all points, or a filled area.
    case path([Point], Ink, width: Double = 1, isArea: Bool = false, isDashed: Bool = false, tip: String? = nil)
    /// A translucent band between two vertical sides.
    case ribbon(from: Side, to: Side, Ink, color: CodeColor? = nil, tip: String? = nil)
    /// A small outlined rectangle in a colour, whatever its contrast.
    case swatch(Box, CodeColor)
    /// A text whose baseline is at the point. Anchors are physical: `start` is left, also for texts from right to left.
    case text(String, Point, Ink, style: TextStyle = TextStyle(), tip: String? = nil)

    struct TextStyle: Sendable, Hashable {
        enum Anchor: Sendable { case start, middle, end }
        var anchor = Anchor.start
        var isBold = false
        /// Whether the text reads from bottom to top.
        var isUpright = false
        /// Whether the text has an outline in the background colour.
        var hasHalo = false
        /// Whether the text reads from right to left; nil to decide by its first letter.
        var isRightToLeft: Bool?
    }

    /// A vertical side of a ribbon.
    struct Side: Sendable, Hashable {
        var x: Double
        var top: Double
        var bottom: Double
    }
}

extension Shape {
    /// Returns the shapes of a label's lines, the first baseline 12 pixels below the top. A tooltip has the complete
    /// text if it was cut.
    static func lines(
        _ lines: [String], of text: String, at place: Point, _ ink: Ink = .ink, style: TextStyle = TextStyle()
    ) -> [Shape] {
        var style = style
        style.isRightToLeft = TextDirection.isRightToLeft(text.unicodeScalars)
        return lines.enumerated().map { number, line in
            .text(
                line, Point(place.x, place.y + 12 + Double(number) * TextWidth.line), ink, style: style,
                tip: line.hasSuffix("…") && line != text ? text : nil)
        }
    }
}

/// A rectangle.
struct Box: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(_ x: Double, _ y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    var right: Double { x + width }
    var bottom: Double { y + height }

    func overlaps(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    /// Returns the box with a margin on all sides.
    func grown(_ margin: Double) -> Box {
        Box(x - margin, y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }
}
