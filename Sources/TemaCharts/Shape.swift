/// A place in a picture: from its left and upper edge, in pixels.
public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// One thing drawn.
enum Shape: Sendable, Hashable {
    case rectangle(Box, Ink, tip: String? = nil)
    case circle(Point, radius: Double, Ink, tip: String? = nil)
    /// Through all points; filled where it is an area.
    case path([Point], Ink, width: Double = 1, isArea: Bool = false, isDashed: Bool = false, tip: String? = nil)
    /// At its baseline.
    case text(String, Point, Ink, style: TextStyle = TextStyle(), tip: String? = nil)

    struct TextStyle: Sendable, Hashable {
        enum Anchor: Sendable { case start, middle, end }
        var anchor = Anchor.start
        var isBold = false
        /// Whether it reads from below upwards.
        var isUpright = false
        /// Whether what lies behind it is kept off.
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
