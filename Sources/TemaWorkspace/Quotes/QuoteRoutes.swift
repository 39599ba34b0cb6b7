import HTTPTypes
import Hummingbird
import NIOCore
import TemaModel
import TemaPipeline
import TemaStudy
import TemaTables

/// Coded words in their context, in pages and as files.
enum QuoteRoutes {
    static func add(to api: API) {
        api.get("quotes", isSlow: true, page)
        api.get("export/quotes", isSlow: true, export)
        api.get("search", isSlow: true, search)
    }

    @Sendable private static func page(_ call: Call) throws -> Response {
        let filter = try QuoteFilter(call)
        let limit = try call.query.number("limit", in: 1...500) ?? 100
        let start = try call.query.number("after", in: 0...Int.max) ?? 0
        let visibility = try call.desk.visibility(of: call.person)
        func quotes(of id: String) throws -> (OpenDocument, [FoundQuote]) {
            let opened = try call.desk.document(id)
            return (opened, try FoundQuote.all(opened, filter, call) { visibility.sees($0, in: id) })
        }
        let counts = try call.desk.quoteCounts(filter, call.person) { try quotes(of: $0).1.count }
        let memos = Dictionary(
            try call.desk.reader.memos().filter { $0.target == .coding }.map { ($0.subject, $0.text) },
            uniquingKeysWith: { first, _ in first })
        let codebook = try call.desk.codebook()?.codes.codebook.coder ?? ""
        var (skipped, rows): (Int, [JSON]) = (0, [])
        for (id, count) in counts where count > 0 && rows.count < limit {
            defer { skipped += count }
            guard skipped + count > start else { continue }
            let (opened, found) = try quotes(of: id)
            for quote in found.dropFirst(max(0, start - skipped)).prefix(limit - rows.count) {
                rows.append(quote.json(opened, codebook: codebook, memo: quote.coding.flatMap { memos[$0.id] }))
            }
        }
        let total = counts.reduce(0) { $0 + $1.count }
        let next = start + rows.count
        return Response(
            .object([
                "quotes": .list(rows), "total": .number(total),
                "next": next < total && !rows.isEmpty ? .string(String(next)) : .null,
            ]))
    }

    /// Returns all quotes of a code as a file, in one of the formats of `tema quotes`.
    @Sendable private static func export(_ call: Call) throws -> Response {
        let request = try StatisticRequest(call, ["quotes"])
        let name = call.query["format"] ?? "csv"
        guard let format = QuoteFormats.all.first(where: { $0.name == name }) else {
            throw RequestFailure(
                .badRequest, "unknown format “\(name)”",
                suggestion: "one of \(QuoteFormats.all.map { $0.name }.joined(separator: ", "))")
        }
        let codes = request.corpus.codes
        let chosen = try call.query["code"].map { [try codes.number(named: $0)] } ?? []
        let listing = try QuoteListing(request.corpus, of: chosen, context: .sentence)
        var byCode = QuotesByCode(listing, codes)
        var table = Table(listing.layout)
        let summary = try request.corpus.each { coded throws(Problem) in
            guard call.query["document"] == nil || call.query["document"] == coded.document.id else { return }
            try listing.each(coded) { code, row throws(Problem) in
                if QuoteFormats.hasHeadings(format) { try byCode.add(row, of: code) } else { table.rows.append(row) }
            }
        }
        try byCode.each { row throws(Problem) in table.rows.append(row) }
        table.notes = listing.notes(documents: summary.documents) + request.corpus.notes
        let bytes = try table.written(as: format, options: TableOptions(language: request.language))
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition:
                    "attachment; filename=\"quotes.\(name == "text" ? "txt" : name == "markdown" ? "md" : name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    @Sendable private static func search(_ call: Call) throws -> Response {
        let limit = try call.query.number("limit", in: 1...1000) ?? 200
        guard let words = call.query["q"] else { throw RequestFailure(.badRequest, "there are no words to search for") }
        var (total, documents, rows): (Int, Int, [JSON]) = (0, 0, [])
        for id in try call.study.documentIDs() where call.query["document"] == nil || call.query["document"] == id {
            let opened = try call.desk.document(id)
            let spans = opened.document.occurrences(of: words)
            total += spans.count
            if !spans.isEmpty { documents += 1 }
            for span in spans.prefix(limit - rows.count) {
                let context = QuoteContextText(span, opened.document)
                let place = opened.offsets.scalars(span)
                rows.append(
                    .object([
                        "document": .string(id), "title": .string(opened.document.metadata.title),
                        "passage": .number(opened.document.passage(at: span.lowerBound)),
                        "start": .number(place.lowerBound), "end": .number(place.upperBound),
                        "before": .string(context.before), "quote": .string(context.words),
                        "after": .string(context.after),
                    ]))
            }
        }
        return Response(
            .object(["matches": .list(rows), "total": .number(total), "documents": .number(documents)]))
    }
}
