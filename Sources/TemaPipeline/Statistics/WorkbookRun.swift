public import TemaAnalysis
import TemaCodebook
import TemaFormats
public import TemaModel
import TemaTables

extension CodedCorpus {
    /// Options of the workbook of all results.
    public struct WorkbookOptions: Sendable {
        /// The unit of co-occurrence.
        public var unit = CooccurrenceUnit.passage
        /// The depth of the codes, from 1. Nil means all codes or, if one depth is needed, the deepest.
        public var level: Int?
        /// The number of quotes for each code.
        public var quotes = 10
        /// The language of the codebook's names and definitions, or nil for the first in the codebook.
        public var names: String?
        /// The language of the names of sheets, headings and notes.
        public var language = DisplayLanguage.english

        /// Creates the default options.
        public init() {}
    }

    private struct Counts: Sendable {
        var frequencies: Frequencies
        var cooccurrence: Cooccurrence
        var matrix: CodeMatrix
        var quotes: BestQuotes

        mutating func add(_ coded: CodedDocument) {
            frequencies.add(coded)
            cooccurrence.add(coded)
            matrix.add(coded)
            quotes.add(coded)
        }

        mutating func merge(_ other: Counts) {
            frequencies.merge(other.frequencies)
            cooccurrence.merge(other.cooccurrence)
            matrix.merge(other.matrix)
            quotes.merge(other.quotes)
        }
    }

    /// Computes codebook, frequencies, co-occurrence, matrix and quotes, and returns them as one .xlsx file.
    ///
    /// - Parameters:
    ///   - options: The options.
    ///   - provenance: The fields of the provenance sheet that precede codebook, documents and coder.
    ///   - monitor: Receives problems and progress.
    /// - Throws: A ``Problem`` if the workbook cannot be made, or the settings are strict and a document cannot be
    ///   read.
    public func workbook(
        _ options: WorkbookOptions, provenance: [Fact], monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (file: [UInt8], summary: RunSummary) {
        let fresh = Counts(
            frequencies: Frequencies(codes: codes, level: options.level),
            cooccurrence: Cooccurrence(codes: codes, unit: options.unit, level: options.level),
            matrix: CodeMatrix(codes: codes, level: options.level),
            quotes: BestQuotes(codes: codes, level: options.level, most: options.quotes))
        let (counts, summary) = try count(fresh, monitor, add: { $0.add($1) }, merge: { $0.merge($1) })
        let file = try Spreadsheet.written(
            [
                (Phrase("Codebook"), CodebookTable.table(codes, language: options.names)),
                (Phrase("Frequencies"), counts.frequencies.table()),
                (Phrase("Co-occurrence"), counts.cooccurrence.table()),
                (Phrase("Matrix"), counts.matrix.table()), (Phrase("Quotes"), counts.quotes.table()),
            ],
            language: options.language,
            provenance: provenance + [
                Fact("SHA-256 of the codebook", .text(SHA256.hex(codebook.bytes))),
                Fact("Documents", .integer(summary.documents)),
                Fact("Coder", .text(coders)),
            ] + notes.map { Fact("Codings", .phrase($0)) })
        return (file, summary)
    }
}
