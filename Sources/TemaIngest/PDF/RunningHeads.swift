/// Text that recurs at the top or bottom of pages: journal, authors, page numbers.
struct RunningHeads {
    /// The number of pages on which each line occurs, by the key of the line.
    private var pages: [String: Int] = [:]
    /// The minimum number of pages. A line on fewer pages may be text.
    private static let fewest = 3
    /// The number of lines to examine at the top and at the bottom of each page.
    private static let lines = 2

    init(_ all: [PDFPage]) {
        for page in all {
            for key in Set(Self.edges(page).map { Self.key(page.blocks[$0.block][$0.line].text) }) {
                pages[key, default: 0] += 1
            }
        }
    }

    /// Removes the running heads from a page and returns their texts.
    func remove(from page: inout PDFPage) -> [String] {
        var removed: [String] = []
        for index in Self.edges(page).sorted(by: { ($0.block, $0.line) > ($1.block, $1.line) }) {
            let text = page.blocks[index.block][index.line].text
            guard pages[Self.key(text), default: 0] >= Self.fewest else { continue }
            page.blocks[index.block].remove(at: index.line)
            removed.append(text)
        }
        page.blocks.removeAll(where: \.isEmpty)
        return removed
    }

    /// Returns the positions of the topmost and bottommost lines.
    private static func edges(_ page: PDFPage) -> [(block: Int, line: Int)] {
        let all = page.blocks.indices.flatMap { block in page.blocks[block].indices.map { (block: block, line: $0) } }
        let sorted = all.sorted { page.blocks[$0.block][$0.line].top < page.blocks[$1.block][$1.line].top }
        return sorted.count <= 2 * lines ? sorted : Array(sorted.prefix(lines) + sorted.suffix(lines))
    }

    /// Returns a line without digits and spaces, because page numbers differ from page to page.
    private static func key(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !("0"..."9").contains($0) && $0 != " " }))
    }
}
