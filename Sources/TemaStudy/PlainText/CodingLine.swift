import Dispatch
import TemaModel

/// A coding as a line of JSON, with its fields by name.
struct CodingLine {
    var id: String
    var document: String
    var hash: String
    var passage: Int
    /// The start in Unicode scalars of the text with this hash.
    var start: Int
    /// The end in Unicode scalars of the text with this hash.
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

    /// Returns a file's codings, one for each line, or the problem of a line. All cores parse, because this is most of
    /// an import's work.
    static func read(_ bytes: [UInt8]) -> [Result<CodingLine, Problem>] {
        let lines = bytes.split(separator: 0x0A)
        var codings = [Result<CodingLine, Problem>](
            repeating: .failure(Problem("not a coding", suggestion: "export it again")), count: lines.count)
        let share = 64
        codings.withUnsafeMutableBufferPointer { codings in
            // Unsafe, because the compiler cannot see that the workers write disjoint parts of the buffer.
            nonisolated(unsafe) let codings = codings
            DispatchQueue.concurrentPerform(iterations: (lines.count + share - 1) / share) { number in
                for index in (number * share)..<min(lines.count, (number + 1) * share) {
                    codings[index] = Result { () throws(Problem) in try CodingLine(lines[index]) }.mapError {
                        Problem("not a coding: \($0.message)", suggestion: "export it again")
                    }
                }
            }
        }
        return codings
    }

    /// The line in UTF-8, including its newline.
    var bytes: [UInt8] {
        let json = StoredJSON.object([
            "id": .text(id), "document": .text(document), "hash": .text(hash), "passage": .integer(passage),
            "start": .integer(start), "end": .integer(end), "code": .text(code), "coder": .text(coder),
            "quote": .text(quote), "before": .text(before), "after": .text(after), "state": .text(state),
            "score": .number(score), "at": .text(at),
        ])
        return json.written(escapingSlashes: false) + [0x0A]
    }

    /// Returns the coding, after checking that the document has its words at its offsets.
    ///
    /// - Throws: A ``Problem`` if a field is invalid or the words are not there.
    func coding(in document: Document, _ offsets: ScalarOffsets) throws(Problem) -> HandCoding {
        guard let state = HandCoding.State(rawValue: state), 0...1 ~= score, !id.isEmpty, start < end,
            let from = offsets.utf8(at: start), let to = offsets.utf8(at: end),
            document.text.string(from..<to) == quote,
            document.passages.indices.contains(passage) || document.passages.isEmpty,
            !coder.isEmpty, coder.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
        else {
            throw Problem(
                "the coding \(id) is invalid or its words are not at its offsets in \(self.document)",
                suggestion: "export it again")
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
