public import TemaAnalysis
import TemaFormats
public import TemaModel

/// Reads a sample that `tema sample` wrote and a person labelled, as saved by a spreadsheet program.
public enum SampleFile {
    /// The size limit in bytes, enough for a million rows of a spreadsheet.
    private static let most = 1 << 30

    /// Reads a labelled sample.
    ///
    /// - Throws: A ``Problem`` with its line if a column is missing or a cell is invalid.
    public static func read(_ path: String) throws(Problem) -> [Judgement] {
        do throws(Problem) {
            let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: most)
            let table = try DelimitedText(text)
            let columns = try Columns(table)
            // Spreadsheet programs save rows of empty cells.
            let rows = table.rows.filter { row in row.fields.contains { !$0.isEmpty } }
            var judgements: [Judgement] = []
            for row in rows { judgements.append(try columns.judgement(row)) }
            try check(judgements, rows)
            return judgements
        } catch { throw error.inFile(path) }
    }

    /// Throws a ``Problem`` if no row of a sample that was read from a path has a verdict.
    public static func checkReviewed(_ judgements: [Judgement], path: String) throws(Problem) {
        guard judgements.contains(where: { $0.verdict != .open }) else {
            throw Problem(
                "the sample has no verdicts", suggestion: "write yes or no in the column verdict", file: path)
        }
    }

    /// Throws unless a code's population sizes are the same in all its rows and each passage occurs once per code.
    private static func check(_ judgements: [Judgement], _ rows: [DelimitedText.Row]) throws(Problem) {
        var populations: [String: Sample.Size] = [:]
        var seen: Set<[String]> = []
        for (judgement, row) in zip(judgements, rows) {
            guard populations[judgement.code, default: judgement.population] == judgement.population else {
                throw Problem(
                    "found_passages and other_passages of \(judgement.code) differ from those of earlier rows",
                    suggestion: "keep samples that were drawn separately in separate files", line: row.line)
            }
            populations[judgement.code] = judgement.population
            guard seen.insert([judgement.code, judgement.document, String(judgement.passage)]).inserted else {
                throw Problem(
                    "duplicate row for \(judgement.code) and passage \(judgement.passage) of \(judgement.document)",
                    suggestion: "delete one of the rows", line: row.line)
            }
        }
    }

    private struct Columns {
        let code, document, passage, text, verdict, found, indicators, foundPassages, otherPassages: Int

        init(_ table: DelimitedText) throws(Problem) {
            code = try table.column("code")
            document = try table.column("document")
            passage = try table.column("passage")
            text = try table.column("text")
            verdict = try table.column("verdict")
            found = try table.column("found")
            indicators = try table.column("indicators")
            foundPassages = try table.column("found_passages")
            otherPassages = try table.column("other_passages")
        }

        func judgement(_ row: DelimitedText.Row) throws(Problem) -> Judgement {
            func field(_ column: Int) -> String { row.fields[column].undefused }
            func number(_ column: Int, _ name: String) throws(Problem) -> Int {
                guard let number = Int(field(column).trimmed), number >= 0 else {
                    throw Problem(
                        "\(name) is “\(field(column))”, not a whole number",
                        suggestion: "restore the value that `tema sample` wrote",
                        line: row.line)
                }
                return number
            }
            guard let isFound = Verdicts.verdict(field(found)), isFound == .given || isFound == .not else {
                throw Problem(
                    "found is “\(field(found))”, not yes or no",
                    suggestion: "restore the value that `tema sample` wrote",
                    line: row.line)
            }
            guard let verdict = Verdicts.verdict(field(verdict)) else {
                throw Problem(
                    "unknown verdict “\(field(verdict))”", suggestion: "write yes, no or ?, or leave the cell empty",
                    line: row.line)
            }
            let population = Sample.Size(
                found: try number(foundPassages, "found_passages"), other: try number(otherPassages, "other_passages"))
            return Judgement(
                code: field(code), document: field(document), passage: try number(passage, "passage"),
                text: field(text), isFound: isFound == .given, indicators: field(indicators).parts(Sample.separator),
                population: population, verdict: verdict)
        }
    }
}

/// The words for yes and no, in the languages whose section headings Tema recognises.
enum Verdicts {
    private static let given: Set<String> = ["yes", "y", "true", "1", "x", "ya", "sí", "si", "sim", "oui", "ja"]
    private static let not: Set<String> = ["no", "n", "false", "0", "tidak", "não", "nao", "non", "nein"]

    /// Returns the verdict of a cell, or nil if its text is not a verdict.
    static func verdict(_ text: String) -> Judgement.Verdict? {
        switch text.trimmed.lowercased() {
        case "": .open
        case "?": .unsure
        case let word where given.contains(word): .given
        case let word where not.contains(word): .not
        default: nil
        }
    }
}

extension String {
    /// The text without white space at both ends.
    fileprivate var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Returns the parts between separators; an empty array for an empty text.
    fileprivate func parts(_ separator: String) -> [String] {
        isEmpty ? [] : split(separator: separator).map(String.init)
    }
}
