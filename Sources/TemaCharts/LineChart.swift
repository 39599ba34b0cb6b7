import TemaModel

/// A line chart over the numbers 1, 2, 3 and so on, with an optional area.
public struct LineChart: Sendable, Hashable {
    /// A line with its name in the legend.
    public struct Line: Sendable, Hashable {
        /// The name in the legend.
        public var name: String
        /// The values at 1, 2, 3 and so on.
        public var values: [Double]

        /// Creates a line.
        public init(_ name: String, _ values: [Double]) { (self.name, self.values) = (name, values) }
    }

    /// An area between two lines, with its name in the legend.
    public struct Band: Sendable, Hashable {
        /// The name in the legend.
        public var name: String
        /// The lower bounds at 1, 2, 3 and so on.
        public var low: [Double]
        /// The upper bounds at 1, 2, 3 and so on.
        public var high: [Double]

        /// Creates an area.
        public init(_ name: String, low: [Double], high: [Double]) {
            (self.name, self.low, self.high) = (name, low, high)
        }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The label of the horizontal axis.
    public var across: String
    /// The label of the vertical axis.
    public var upwards: String
    /// The lines, at most two.
    public var lines: [Line]
    /// The area, or nil.
    public var band: Band?
    /// The language of the numbers.
    public var language: DisplayLanguage

    /// Creates a line chart.
    public init(
        title: String, description: String, across: String, upwards: String, lines: [Line], band: Band? = nil,
        language: DisplayLanguage = .english
    ) {
        (self.title, self.description, self.across, self.upwards) = (title, description, across, upwards)
        (self.lines, self.band, self.language) = (lines, band, language)
    }

    private static let inks: [Ink] = [.bar, .second]

    /// Returns the chart laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let width = max(260, width)
        var y = 2.0
        var shapes = legend(width, at: &y)
        let count = lines.map(\.values.count).max() ?? 0
        let greatest = (lines.flatMap(\.values) + (band?.high ?? [])).max() ?? 0
        let plot = Plot(
            count: count, greatest: greatest, width: width, top: y + 26, height: width < 480 ? 200 : 280, language)
        shapes.append(.text(upwards, Point(0, y + 12), .soft))
        shapes += plot.axes(across)
        if let band {
            shapes.append(
                .path(plot.points(band.high) + plot.points(band.low).reversed(), .band, isArea: true))
        }
        for (line, ink) in zip(lines, Self.inks).reversed() {
            shapes.append(.path(plot.points(line.values), ink, width: 2, isDashed: ink == .second))
            if line.values.count == 1, let point = plot.points(line.values).first {
                shapes.append(.circle(point, radius: 3, ink))
            }
        }
        return Picture(
            width: width, height: plot.bottom + 38, title: title, description: description, shapes: shapes)
    }

    private func legend(_ width: Double, at y: inout Double) -> [Shape] {
        var shapes: [Shape] = []
        var x = 0.0
        func entry(_ name: String, _ sign: (Double, Double) -> Shape) {
            let entryWidth = 28 + TextWidth.of(name) + 16
            if x > 0, x + entryWidth > width { (x, y) = (0, y + 18) }
            let text = TextWidth.cut(name, width: width - 28)
            shapes += [sign(x, y), .text(text, Point(x + 28, y + 12), .ink)]
            x += entryWidth
        }
        for (line, ink) in zip(lines, Self.inks) {
            entry(line.name) {
                .path([Point($0, $1 + 8), Point($0 + 22, $1 + 8)], ink, width: 2, isDashed: ink == .second)
            }
        }
        if let band { entry(band.name) { .rectangle(Box($0, $1 + 2, width: 22, height: 12), .band) } }
        y += 26
        return shapes
    }
}
