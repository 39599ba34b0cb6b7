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

    static func color(_ number: Int) -> CodeColor? {
        CodeColor(["#c2185b", "#fff", "", "#1b8a5a", "#000080ff"][number % 5])
    }

    static func pictures(_ count: Int, width: Double) -> [Picture] {
        [
            BarChart(
                title: "Bars", description: "All <of> them.",
                rows: (0..<count).map {
                    BarChart.Row(
                        name($0), depth: $0 % 4, value: $0 % 9 == 8 ? nil : Double($0 * 37 % 101),
                        text: "\($0) (1.0 %)",
                        interval: $0 % 3 == 0 ? Double($0 * 37 % 101) / 2...Double($0 * 37 % 101) + 9 : nil,
                        color: color($0))
                }, axis: count.isMultiple(of: 2) ? "% of passages" : nil
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
                groups: (0..<min(count, 11)).map { .init(name($0)) }, key: "Circles are codes."
            ).picture(width: width),
            PortraitChart(
                title: "Portrait", description: "",
                parts: (0..<min(count, 9)).map {
                    .init(["methods", "results", "front"][$0 % 3], length: $0 * $0 * 90)
                },
                lanes: (0..<count).map { lane in
                    .init(name(lane), places: [lane * 10..<lane * 10 + 50], text: "\(lane)", color: color(lane))
                }, across: "Words"
            ).picture(width: width),
            CombinationChart(
                title: "Combinations", description: "",
                members: (0..<count).map { .init(name($0), size: $0 * 17, color: color($0)) },
                combinations: (0..<count).map { .init([$0, $0 / 2, $0 / 3], count: (count - $0) * 33) },
                upwards: "Columns: units", sizes: "Bars: units"
            ).picture(width: width),
            FlowChart(
                title: "Flows", description: "", left: (0..<count).map { .init(name($0), color: color($0)) },
                right: (0..<(count + 2) / 3).map { .init(name($0 + 1)) },
                flows: (0..<count).map { .init($0, $0 / 3, value: $0 % 7 + 1) }
            ).picture(width: width),
        ]
    }
}
