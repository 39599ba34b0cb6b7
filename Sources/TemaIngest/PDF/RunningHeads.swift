/// Text that recurs at the top or bottom of pages: journal, authors, page numbers.
struct RunningHeads {
    /// The pages on which each line occurs and its distances from the top, by the key of the line.
    private var places: [String: [(page: Int, top: Double, isOutermost: Bool)]] = [:]
    /// The number of pages on which a line occurs, or on which it occurs at one height in the outermost row. Heads of left
    /// and right pages of a short article occur twice.
    private static let fewest = (anywhere: 3, outermost: 2)
    /// The number of rows to examine at the top and at the bottom of each page.
    private static let rows = 2
    /// The largest difference in height of the lines of a row, in points.
    private static let rowHeight = 4.0

    init(_ all: [PDFPage]) {
        for (number, page) in all.enumerated() {
            let tops = page.blocks.joined().map(\.top)
            let (first, last) = (tops.min() ?? 0, tops.max() ?? 0)
            for place in Self.edges(page) {
                let line = page.blocks[place.block][place.line]
                let isOutermost = line.top <= first + Self.rowHeight || line.top >= last - Self.rowHeight
                places[Self.key(line.text), default: []].append((number, line.top, isOutermost))
            }
        }
    }

    /// Removes the running heads from a page and returns their texts.
    func remove(from page: inout PDFPage) -> [String] {
        var removed: [String] = []
        let all = page.blocks.flatMap { $0 }
        for index in Self.edges(page).sorted(by: { ($0.block, $0.line) > ($1.block, $1.line) }) {
            let line = page.blocks[index.block][index.line]
            guard recurs(line) || isBesideNumber(line, in: all) || isPageNumber(line, in: page) else { continue }
            page.blocks[index.block].remove(at: index.line)
            removed.append(line.text)
        }
        page.blocks.removeAll(where: \.isEmpty)
        return removed
    }

    /// Whether a line is in the row of a page number. Some heads occur on one page only.
    private func isBesideNumber(_ line: PDFPage.Line, in lines: [PDFPage.Line]) -> Bool {
        lines.contains {
            abs($0.top - line.top) <= Self.rowHeight && $0.text.allSatisfy(\.isNumber) && recurs($0)
        }
    }

    /// Whether a line is a number alone in its row, as on the only page of a short text.
    private func isPageNumber(_ line: PDFPage.Line, in page: PDFPage) -> Bool {
        line.text.utf8.count <= 4 && line.text.allSatisfy(\.isNumber)
            && page.blocks.joined().count { abs($0.top - line.top) <= Self.rowHeight } == 1
    }

    private func recurs(_ line: PDFPage.Line) -> Bool {
        let all = places[Self.key(line.text)] ?? []
        let near = all.filter { $0.isOutermost && abs($0.top - line.top) <= Self.rowHeight }
        return Set(all.map(\.page)).count >= Self.fewest.anywhere
            || Set(near.map(\.page)).count >= Self.fewest.outermost
    }

    /// Returns the positions of the lines in the topmost and bottommost rows.
    private static func edges(_ page: PDFPage) -> [(block: Int, line: Int)] {
        let all = page.blocks.indices.flatMap { block in page.blocks[block].indices.map { (block: block, line: $0) } }
        let tops = all.map { page.blocks[$0.block][$0.line].top }
        func limit(_ sorted: [Double]) -> Double? {
            var (row, count) = (sorted.first, 1)
            for top in sorted {
                guard let last = row, abs(top - last) > rowHeight else { continue }
                if count == rows { break }
                (row, count) = (top, count + 1)
            }
            return row
        }
        let ascending = tops.sorted()
        guard let upper = limit(ascending), let lower = limit(ascending.reversed()) else { return [] }
        let edges = zip(all, tops).filter { $1 <= upper + rowHeight || $1 >= lower - rowHeight }.map(\.0)
        // A page with more is not text, for example a map.
        return edges.count <= 20 ? edges : []
    }

    /// Returns a line without digits and spaces, because page numbers differ from page to page.
    private static func key(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !("0"..."9").contains($0) && $0 != " " }))
    }
}
