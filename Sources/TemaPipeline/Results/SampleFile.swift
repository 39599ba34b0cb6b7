public import TemaAnalysis
import TemaFormats
public import TemaModel

/// Reads a sample that `tema sample` wrote and a person judged, as spreadsheets save it.
public enum SampleFile {
    /// The longest that is read: a million rows of a spreadsheet.
    private static let most = 1 << 30

    /// - Throws: A ``Problem`` with its line where a column is missing, or a cell is not what it must be.
    public static func read(_ path: String) throws(Problem) -> [Judgement] {
        do throws(Problem) {
            let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: most)
            let table = try DelimitedText(text)
            let columns = try Columns(table)
            // Spreadsheets leave rows of empty cells behind.
            let rows = table.rows.filter { row in row.fields.contains { !$0.isEmpty } }
            var judgements: [Judgement] = []
            for row in rows { judgements.append(try columns.judgement(row)) }
            try check(judgements, rows)
            return judgements
        } catch { throw error.inFile(path) }
    }

    /// A code's numbers of passages are the same in all its rows, and a passage is judged once.
    private static func check(_ judgements: [Judgement], _ rows: [DelimitedText.Row]) throws(Problem) {
        var populations: [String: Sample.Size] = [:]
        var seen: Set<[String]> = []
        for (judgement, row) in zip(judgements, rows) {
            guard populations[judgement.code, default: judgement.population] == judgement.population else {
                throw Problem(
                    "found_passages and other_passages of \(judgement.code) differ from the rows before",
                    suggestion: "keep samples that were drawn apart in files of their own", line: row.line)
            }
            populations[judgement.code] = judgement.population
            guard seen.insert([judgement.code, judgement.document, String(judgement.passage)]).inserted else {
                throw Problem(
                    "\(judgement.code) and passage \(judgement.passage) of \(judgement.document) stand twice",
                    suggestion: "keep one of the rows", line: row.line)
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
            func field(_ column: Int) -> String { row.fields[column].fused }
            func number(_ column: Int, _ name: String) throws(Problem) -> Int {
                guard let number = Int(field(column).trimmed), number >= 0 else {
                    throw Problem(
                        "\(name) is “\(field(column))”, no whole number",
                        suggestion: "leave it as `tema sample` wrote it",
                        line: row.line)
                }
                return number
            }
            guard let isFound = Verdicts.verdict(field(found)), isFound == .given || isFound == .not else {
                throw Problem(
                    "found is “\(field(found))”, not yes or no", suggestion: "leave it as `tema sample` wrote it",
                    line: row.line)
            }
            guard let verdict = Verdicts.verdict(field(verdict)) else {
                throw Problem(
                    "the verdict “\(field(verdict))” is none", suggestion: "write yes or no, ? or nothing",
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

/// What a person writes for yes and no, in the languages that Tema's headings are known in.
enum Verdicts {
    private static let given: Set<String> = ["yes", "y", "true", "1", "x", "ya", "sí", "si", "sim", "oui", "ja"]
    private static let not: Set<String> = ["no", "n", "false", "0", "tidak", "não", "nao", "non", "nein"]

    /// Nothing where the words are no verdict.
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
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What stands between separators; nothing of an empty text.
    fileprivate func parts(_ separator: String) -> [String] {
        isEmpty ? [] : split(separator: separator).map(String.init)
    }
}
