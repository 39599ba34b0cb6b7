import TemaModel
import Testing

@testable import TemaReport

@Suite("Table cells by column name") struct TableReaderTests {
    @Test("are empty if there is no such column")
    func read() {
        let table = Table(
            .init(
                title: "", columns: [.init("name", "Name"), .init("share", "%", style: .decimal(places: 4, shown: 1))]),
            rows: [.init([.text("a"), .number(1.25)]), .init([.text("b"), .empty]), .init([])])
        let reading = TableReader(table, in: .english)
        #expect(reading.text(table.rows[0], "name") == "a" && reading.number(table.rows[0], "share") == 1.25)
        #expect(reading.shown(table.rows[0], "share") == "1.2" && reading.shown(table.rows[1], "share") == "–")
        #expect(reading.cell(table.rows[0], "no") == .empty && reading.cell(table.rows[2], "share") == .empty)
        #expect(reading.shown(table.rows[0], "no") == "")
    }

    @Test("are selected by greatest value, the first of equal ones")
    func greatest() {
        #expect(indicesOfGreatest([1, 5, 3, 5, 1], most: 3) == [1, 2, 3])
        #expect(indicesOfGreatest([1, 1, 1], most: 2) == [0, 1])
        #expect(indicesOfGreatest([1], most: -1) == [])
    }
}
