import Testing

@testable import tema

@Suite("The progress line") struct ProgressLineTests {
    private static let cases: [(ProgressLine, Int, String)] = [
        (ProgressLine(documents: 1, bytes: 2_500_000, total: 0, seconds: 1), 80, "1 document · 2.5 MB/s"),
        (
            ProgressLine(documents: 1_204, bytes: 118_000_000, total: 236_000_000, seconds: 1), 60,
            "███████████            1,204 documents · 118 MB/s · 1 s left"
        ),
        (ProgressLine(documents: 12_345_678, bytes: 10, total: 10, seconds: 0), 80, "12,345,678 documents · 0.0 MB/s"),
        (
            ProgressLine(documents: 2, bytes: 1_000_000, total: 601_000_000, seconds: 1), 80,
            "                               2 documents · 1.0 MB/s · 10 min 0 s left"
        ),
        (ProgressLine(documents: 2, bytes: 1, total: 1 << 40, seconds: 1), 30, "2 documents · 0.0 MB/s · 99 h "),
        (ProgressLine(documents: 2, bytes: 1, total: 1, seconds: 1), 5, "2 doc"),
    ]

    @Test("fits its width, and has documents, speed and time left", arguments: cases.indices)
    func text(at index: Int) {
        let (line, width, expected) = Self.cases[index]
        #expect(line.text(width: width) == expected)
        #expect(line.text(width: width).count <= width)
    }
}
