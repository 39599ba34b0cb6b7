import TemaModel
import Testing

@testable import TemaTables

@Suite("HTML tables")
struct HTMLTableTests {
    @Test("have the columns and digits for people, with bars and indentation")
    func body() throws {
        let page = written(TableSamples.frequencies, as: HTMLTable.self)
        let body = try #require(page.range(of: "<body>\n"))
        #expect(
            page[body.upperBound...] == """
                <main>
                <h1>Code frequencies</h1>
                <div class="scroll" role="region" aria-label="Code frequencies" tabindex="0">
                <table>
                <thead>
                <tr><th scope="col">Code</th><th scope="col" class="number">Passages</th><td class="bar"></td>\
                <th scope="col" class="number">% of passages</th><th scope="col" class="number">p</th></tr>
                </thead>
                <tbody>
                <tr><th scope="row">Hope</th><td class="number">40</td><td class="bar"><i style="width:100.0%"></i></td>\
                <td class="number">12.3</td><td class="number">0.5</td></tr>
                <tr><th scope="row" style="--depth:1">Wish to live</th><td class="number">13</td>\
                <td class="bar"><i style="width:32.5%"></i></td>\
                <td class="number">4.0</td><td class="number">1.23e-10</td></tr>
                <tr><th scope="row" style="--depth:1">Faith | trust</th><td class="number">0</td><td class="bar"></td>\
                <td class="number">–</td><td class="number">–</td></tr>
                </tbody>
                </table>
                </div>
                <ul>
                <li>N = 324 passages.</li>
                </ul>
                </main>
                </body>
                </html>

                """)
    }

    @Test("name rows by the first text column with the fewest empty cells, and no row by an empty cell")
    func headings() {
        let layout = Table.Layout(title: "", columns: [.init("database", "Database"), .init("title", "Title")])
        let rows: [[Table.Cell]] = [
            [.empty, .text("One")], [.text("Scopus"), .text("Two")], [.empty, .empty], [.empty, .text("Four")],
        ]
        let page = written(Table(layout, rows: rows.map { Table.Row($0) }), as: HTMLTable.self)
        #expect(page.contains("<tr><td></td><th scope=\"row\">One</th></tr>"))
        #expect(page.contains("<tr><td>Scopus</td><th scope=\"row\">Two</th></tr>\n<tr><td></td><td></td></tr>"))
    }

    @Test("contain no scripts or external resources")
    func safe() {
        for sample in TableFormatTests.tables {
            let page = written(sample.table, as: HTMLTable.self)
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
            #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
            for forbidden in ["<script", "<img", "<link", "<b>", "url(", "@import"] {
                #expect(!page.contains(forbidden))
            }
        }
    }

    @Test("contain only their own tags, correctly nested")
    func structure() {
        let page = TableSamples.hostile.written(as: HTMLTable.self)
        var open: [String] = []
        var rows = 0
        // The first part is the document type.
        for piece in page.split(separator: UInt8(ascii: "<")).dropFirst() {
            let tag = piece.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }
            let name = String(decoding: tag, as: UTF8.self)
            if name == "meta" { continue }
            if name.hasPrefix("/") {
                #expect(open.popLast() == String(name.dropFirst()))
            } else {
                open.append(name)
                rows += name == "tr" ? 1 : 0
            }
        }
        #expect(open.isEmpty && rows == TableSamples.hostile.rows.count + 1)
    }
}
