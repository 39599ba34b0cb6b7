import TemaCharts
import TemaModel

/// The colours of codes: a code's own, or that of the nearest code above it that has one.
struct CodeColors {
    private let colors: [String: CodeColor]

    init(_ codes: CodeList) {
        var colors: [String: CodeColor] = [:]
        for (number, entry) in codes.entries.enumerated() {
            let own = codes.lineage(of: number).lazy.compactMap { codes.entries[$0].code.color.flatMap(CodeColor.init) }
            colors[entry.path] = own.first
        }
        self.colors = colors
    }

    /// Returns the colour of the code with this path, or nil if it has none.
    subscript(path: String) -> CodeColor? { colors[path] }
}
