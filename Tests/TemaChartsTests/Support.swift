@testable import TemaCharts

extension Picture {
    /// The estimated box of each text.
    var textBoxes: [(text: String, box: Box)] {
        shapes.compactMap { shape in
            guard case .text(let text, let place, _, let style, _) = shape else { return nil }
            // A tenth narrower than in the widest font, because numbers are measured at the width of its digits too.
            let width = TextWidth.of(text) * 0.9
            let shift =
                switch style.anchor {
                case .start: 0.0
                case .middle: width / 2
                case .end: width
                }
            return style.isUpright
                ? (text, Box(place.x - 9, place.y - width + shift, width: 11, height: width))
                : (text, Box(place.x - shift, place.y - 9, width: width, height: 11))
        }
    }

    var texts: [String] { textBoxes.map(\.text) }
}

/// Pictures of every kind with few and with many elements, and with hostile texts.
enum Samples {
    static let names = [
        "Hope", "Recognising the need for safe relationships", "<script>alert(1)</script>", "تراث طويل جدا", "日本語のコード",
        "Donaudampfschifffahrtsgesellschaftskapitän", "", "a\u{202E}b\u{1B}c & \"d\"",
    ]

    static func name(_ number: Int) -> String { names[number % names.count] }

    static func pictures(_ count: Int, width: Double) -> [Picture] {
        [
            BarChart(
                title: "Bars", description: "All <of> them.",
                rows: (0..<count).map {
                    BarChart.Row(
                        name($0), depth: $0 % 4, value: $0 % 9 == 8 ? nil : Double($0 * 37 % 101),
                        text: "\($0) (1.0 %)",
                        interval: $0 % 3 == 0 ? Double($0 * 37 % 101) / 2...Double($0 * 37 % 101) + 9 : nil)
                }
            ).picture(width: width),
            HeatMap(
                title: "Map", description: "", measure: "units", rows: (0..<count).map(name),
                columns: (0..<count).map(name),
                cells: (0..<count).flatMap { row in
                    (0...row).map {
                        .init(
                            row: row, column: $0, value: Double(row * $0 % 7), text: "\(row * $0 % 7)",
                            isExcludedFromScale: row == $0)
                    }
                }
            ).picture(width: width),
            LineChart(
                title: "Lines", description: "", across: "Documents", upwards: "Codes",
                lines: [
                    .init("One after the other", (0..<count).map(Double.init)),
                    .init("Random", (0..<count).map { Double($0) / 2 }),
                ],
                band: .init("5 % to 95 %", low: (0..<count).map { Double($0) / 3 }, high: (0..<count).map(Double.init))
            ).picture(width: width),
            NetworkChart(
                title: "Network", description: "",
                nodes: (0..<count).map { .init(name($0), size: Double($0 % 5), text: "\($0)", group: $0 % 11) },
                edges: (1..<max(count, 1)).map { .init($0, $0 * 7 % $0, weight: Double($0 % 4 + 1), text: "1") },
                groups: (0..<min(count, 11)).map(name), key: "Circles are codes."
            ).picture(width: width),
        ]
    }
}
