/// A heat map laid out for a width: its panels and its legend.
struct HeatLayout {
    private let map: HeatMap
    private let width: Double
    private let panels: [HeatPanel]
    private let legend: HeatLegend

    /// The distance of the first panel from the upper edge.
    private static let margin = 2.0

    init(_ map: HeatMap, width: Double) {
        (self.map, self.width) = (map, width)
        let (grid, words) = (HeatGrid(map, width: width), map.words)
        let values = map.cells.filter { !$0.isExcludedFromScale }.compactMap(\.value)
        let scale = HeatScale(values, isOfShares: map.isOfShares, words.language)
        panels = stride(from: 0, to: map.columns.count, by: grid.perPanel).map { first in
            HeatPanel(map, first..<min(first + grid.perPanel, map.columns.count), grid: grid, scale: scale)
        }
        let omission = panels.contains { $0.leftOut > 0 } ? words.omission : ""
        legend = HeatLegend(
            text: [map.measure, map.isOfShares ? words.shareScale : words.scale, omission].filter { !$0.isEmpty }
                .joined(separator: ". "),
            scale: scale, noData: map.cells.contains { $0.value == nil } ? words.noData : nil,
            names: grid.isNumbered && !map.isSquare ? map.columns : [])
    }

    /// The complete map.
    var picture: Picture { picture(panels, hasLegend: true) }

    /// Returns the map in pictures of about this height at most.
    func pictures(height: Double) -> [Picture] {
        guard picture.height > height else { return [picture] }
        var pages: [[HeatPanel]] = []
        var y = Double.infinity
        for part in panels.flatMap({ $0.parts(height: height - Self.margin) }) {
            if y + part.height > height {
                pages.append([])
                y = Self.margin
            }
            pages[pages.count - 1].append(part)
            y += part.height
        }
        if y + picture([], hasLegend: true).height > height { pages.append([]) }
        return pages.enumerated().map { number, panels in
            var page = picture(panels, hasLegend: number == pages.count - 1)
            page.title += " (\(number + 1)/\(pages.count))"
            return page
        }
    }

    private func picture(_ panels: [HeatPanel], hasLegend: Bool) -> Picture {
        var y = Self.margin
        var shapes = panels.flatMap { $0.draw(at: &y) }
        if hasLegend { shapes += legend.draw(width: width, at: &y) }
        return Picture(width: width, height: y, title: map.title, description: map.description, shapes: shapes)
    }
}
