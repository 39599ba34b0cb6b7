import Dispatch
import Foundation
import TemaModel

/// A coding as one line of JSON, its fields by name.
struct CodingLine: Codable {
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

    /// The codings of a file, line by line; nothing for a line that is none. All cores read: it is most of an import's work.
    static func read(_ bytes: [UInt8]) -> [CodingLine?] {
        let lines = bytes.split(separator: 0x0A)
        var codings = [CodingLine?](repeating: nil, count: lines.count)
        let share = 64
        codings.withUnsafeMutableBufferPointer { codings in
            // Unsafe, because the compiler cannot see that each worker writes its own share of the places.
            nonisolated(unsafe) let codings = codings
            DispatchQueue.concurrentPerform(iterations: (lines.count + share - 1) / share) { number in
                let decoder = JSONDecoder()
                for at in (number * share)..<min(lines.count, (number + 1) * share) {
                    codings[at] = try? decoder.decode(CodingLine.self, from: Data(lines[at]))
                }
            }
        }
        return codings
    }

    /// The line, with its line end.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [0x0A]
        }
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
        else { throw Problem("the coding \(id) does not have its words in \(self.document)", wayOut: "export it anew") }
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
