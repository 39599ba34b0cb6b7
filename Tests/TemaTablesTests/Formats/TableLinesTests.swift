import Testing

@testable import TemaTables

@Suite("Block bars") struct TableLinesTests {
    @Test(
        "are rounded to the nearest eighth",
        arguments: [
            (0, 4, ""), (1, 4, "████"), (0.5, 3, "█▌"), (0.01, 4, ""), (0.02, 4, "▏"), (0.97, 4, "███▉"), (1, 0, ""),
        ])
    func text(share: Double, width: Int, expected: String) {
        #expect(BlockBar.text(share, width: width) == expected)
    }
}
