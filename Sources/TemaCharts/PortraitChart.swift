import TemaModel

/// A portrait of one document: its parts along the horizontal axis, and a lane for each code with its places.
public struct PortraitChart: Sendable, Hashable {
    /// A part of the document, such as its methods.
    public struct Part: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The length, at least 0.
        public var length: Int

        /// Creates a part.
        public init(_ name: String, length: Int) { (self.name, self.length) = (name, length) }
    }

    /// A code and its places.
    public struct Lane: Sendable, Hashable {
        /// The label.
        public var label: String
        /// The places, in the unit of the parts' lengths.
        public var places: [Range<Int>]
        /// The number of places as people read it.
        public var text: String
        /// The colour of the code, or nil.
        public var color: CodeColor?

        /// Creates a lane.
        public init(_ label: String, places: [Range<Int>], text: String, color: CodeColor? = nil) {
            (self.label, self.places, self.text, self.color) = (label, places, text, color)
        }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The parts in document order.
    public var parts: [Part]
    /// The lanes from top to bottom.
    public var lanes: [Lane]
    /// The label of the horizontal axis.
    public var across: String
    /// The language of the numbers.
    public var language: DisplayLanguage

    /// Creates a portrait.
    public init(
        title: String, description: String, parts: [Part], lanes: [Lane], across: String,
        language: DisplayLanguage = .english
    ) {
        (self.title, self.description, self.parts, self.lanes) = (title, description, parts, lanes)
        (self.across, self.language) = (across, language)
    }

    /// Returns the portrait laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let frame = PortraitFrame(self, width: max(260, width))
        var y = 4.0
        var shapes = frame.band(at: &y)
        let top = y
        let lanes = lanes.flatMap { frame.draw($0, at: &y) }
        shapes += frame.borders(from: top, to: y) + lanes
        shapes += frame.axis(across, at: &y)
        return Picture(width: frame.width, height: y + 4, title: title, description: description, shapes: shapes)
    }
}
