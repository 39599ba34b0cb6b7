import Dispatch
import TemaModel

/// A coding as one line of JSON, its fields by name.
struct CodingLine {
    var id: String
    var document: String
    var hash: String
    var passage: Int
    /// In Unicode scalars of the text with this hash.
    var start: Int
    var end: Int
    var code: String
    var coder: String
    var quote: String
    var before: String
    var after: String
    var state: String
    var score: Double
    var at: String

    init(_ coding: HandCoding, _ offsets: ScalarOffsets) {
        let span = offsets.scalars(coding.span)
        (id, document, hash, passage) = (coding.id, coding.document, coding.hash, coding.passage)
        (start, end) = (span.lowerBound, span.upperBound)
        (code, coder, quote, before, after) = (coding.code, coding.coder, coding.quote, coding.before, coding.after)
        (state, score, at) = (coding.state.rawValue, coding.score, coding.at)
    }

    private init(_ line: ArraySlice<UInt8>) throws(Problem) {
        var fields = try StoredObject(StoredJSON(line), in: "it")
        (id, document) = (try fields.read("id", \.text), try fields.read("document", \.text))
        (hash, passage) = (try fields.read("hash", \.text), try fields.read("passage", \.integer))
        (start, end) = (try fields.read("start", \.integer), try fields.read("end", \.integer))
        (code, coder) = (try fields.read("code", \.text), try fields.read("coder", \.text))
        quote = try fields.read("quote", \.text)
        (before, after) = (try fields.read("before", \.text), try fields.read("after", \.text))
        (state, score) = (try fields.read("state", \.text), try fields.read("score", \.number))
        at = try fields.read("at", \.text)
        try fields.end()
    }

    /// The codings of a file, line by line, or what is wrong with a line. All cores read: it is most of an import's work.
    static func read(_ bytes: [UInt8]) -> [Result<CodingLine, Problem>] {
        let lines = bytes.split(separator: 0x0A)
        var codings = [Result<CodingLine, Problem>](
            repeating: .failure(Problem("it is no coding", suggestion: "export it anew")), count: lines.count)
        let share = 64
        codings.withUnsafeMutableBufferPointer { codings in
            // Unsafe, because the compiler cannot see that each worker writes its own share of the places.
            nonisolated(unsafe) let codings = codings
            DispatchQueue.concurrentPerform(iterations: (lines.count + share - 1) / share) { number in
                for at in (number * share)..<min(lines.count, (number + 1) * share) {
                    codings[at] = Result { () throws(Problem) in try CodingLine(lines[at]) }.mapError {
                        Problem("it is no coding: \($0.message)", suggestion: "export it anew")
                    }
                }
            }
        }
        return codings
    }

    /// The line, with its line end.
    var bytes: [UInt8] {
        let json = StoredJSON.object([
            "id": .text(id), "document": .text(document), "hash": .text(hash), "passage": .integer(passage),
            "start": .integer(start), "end": .integer(end), "code": .text(code), "coder": .text(coder),
            "quote": .text(quote), "before": .text(before), "after": .text(after), "state": .text(state),
            "score": .number(score), "at": .text(at),
        ])
        return json.written(escapingSlashes: false) + [0x0A]
    }

    /// The coding, once the text it names proves to have its words there.
    ///
    /// - Throws: A ``Problem`` where it does not.
    func coding(in document: Document, _ offsets: ScalarOffsets) throws(Problem) -> HandCoding {
        guard let state = HandCoding.State(rawValue: state), 0...1 ~= score, !id.isEmpty, start < end,
            let from = offsets.utf8(at: start), let to = offsets.utf8(at: end),
            document.text.string(from..<to) == quote,
            document.passages.indices.contains(passage) || document.passages.isEmpty,
            !coder.isEmpty, coder.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
        else {
            throw Problem("the coding \(id) does not have its words in \(self.document)", suggestion: "export it anew")
        }
        return HandCoding(self, span: from..<to, state: state)
    }
}

extension HandCoding {
    fileprivate init(_ line: CodingLine, span: Range<Int>, state: State) {
        (id, document, hash, passage, self.span) = (line.id, line.document, line.hash, line.passage, span)
        (code, coder, quote, before, after) = (line.code, line.coder, line.quote, line.before, line.after)
        (self.state, score, at) = (state, line.score, line.at)
    }
}
