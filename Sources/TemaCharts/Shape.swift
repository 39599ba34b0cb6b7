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

/// An element of a picture.
enum Shape: Sendable, Hashable {
    case rectangle(Box, Ink, tip: String? = nil)
    case circle(Point, radius: Double, Ink, tip: String? = nil)
    /// A line through all points, or a filled area.
    case path([Point], Ink, width: Double = 1, isArea: Bool = false, isDashed: Bool = false, tip: String? = nil)
    /// A text whose baseline is at the point.
    case text(String, Point, Ink, style: TextStyle = TextStyle(), tip: String? = nil)

    struct TextStyle: Sendable, Hashable {
        enum Anchor: Sendable { case start, middle, end }
        var anchor = Anchor.start
        var isBold = false
        /// Whether the text reads from bottom to top.
        var isUpright = false
        /// Whether the text has an outline in the background colour.
        var hasHalo = false
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
}
