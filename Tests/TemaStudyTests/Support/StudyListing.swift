import TemaFormats
import TemaModel

@testable import TemaFormats
@testable import TemaStudy

/// All content of a study that a reader can see, as lines of text to compare with a stored listing.
struct StudyListing {
    private(set) var lines: [String] = []

    init(_ study: Study) throws {
        for action in try study.history() {
            let reverts = action.reverts.map { " reverts \($0)" } ?? ""
            lines.append(
                "action \(action.number) \(action.at) \(action.coder): \(action.name), \(action.detail)\(reverts)")
        }
        lines += try (study.codebook() ?? "").split(separator: "\n").map { "codebook \($0)" }
        for id in try study.documentIDs() { add(try study.document(id)) }
        for coding in try study.codings() {
            lines.append(
                "coding \(coding.id) \(coding.document) \(coding.hash.prefix(8)) \(coding.passage) "
                    + "\(coding.span.lowerBound)-\(coding.span.upperBound) \(coding.code) \(coding.coder) "
                    + "\(coding.state.rawValue) \(coding.score) \(coding.at) "
                    + [coding.before, coding.quote, coding.after].map(Self.shown).joined(separator: " | "))
        }
        for coding in try study.automaticCodings() {
            let evidence = coding.evidence.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
            lines.append("automatic \(coding.document) \(coding.passage) \(coding.code) \(evidence)")
        }
        for memo in try study.memos() {
            lines.append(
                "memo \(memo.id) \(memo.target.rawValue) \(memo.subject) \(memo.coder) \(memo.at) \(memo.text)")
        }
        for part in try study.keptParts() {
            lines.append("kept \(part.name) \(part.bytes.count) \(SHA256.hex(part.bytes))")
        }
    }

    private mutating func add(_ document: Document) {
        lines.append(
            "document \(document.id) of \(document.parent ?? "none") from \(document.source), "
                + "\(document.text.utf8.count) bytes, \(SHA256.hex(document.text.utf8))")
        lines.append("languages \(document.languages.joined(separator: " "))")
        for section in document.sections {
            lines.append("section \(section.parent.map(String.init) ?? "none") \(section.heading)")
        }
        for variable in document.metadata.all {
            lines.append("variable \(variable.name) = \(variable.values.joined(separator: "; "))")
        }
        for entry in document.ledger.entries {
            lines.append("ledger \(entry.element), \(entry.reason.rawValue): \(entry.count), \(entry.characters)")
        }
        for passage in document.passages {
            lines.append(
                "passage \(passage.kind.rawValue) \(passage.sectionType.rawValue) "
                    + "\(passage.section.map(String.init) ?? "none") \(document.language(of: passage) ?? "none") "
                    + "\(passage.span.lowerBound)-\(passage.span.upperBound) "
                    + Self.shown(document.string(of: passage)))
        }
    }

    /// Returns the beginning of a text on one line.
    private static func shown(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(48).map { $0 == "\n" ? " " : $0 }))
    }
}
