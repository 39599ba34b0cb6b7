import TemaCodebook
import TemaModel

/// Writes a project's documents and codings as files of brat.
struct BratWriter {
    private let project: Project
    private var types = BratTypes()
    private var codings: CodingQuoter

    init(_ project: Project) {
        self.project = project
        codings = CodingQuoter(project)
    }

    mutating func files(_ losses: inout Losses) -> [ProjectFile] {
        CodingQuoter.countLosses(project, &losses)
        losses.add(
            "documents’ metadata", "brat texts have none", count: project.documents.count { !$0.metadata.all.isEmpty })
        var annotations: [String: [String]] = [:]
        var notes: [String: [String]] = [:]
        let known = Set(project.documents.map(\.id))
        for coding in project.codings {
            guard known.contains(coding.document) else {
                losses.add("coding", "its document is not in the project")
                continue
            }
            let quoted = codings.quoted(coding)
            guard let span = quoted.span, !quoted.quote.isEmpty else {
                losses.add("coding", "its position in the text is not known")
                continue
            }
            if coding.coder != nil { losses.add("coder", "brat annotations have none") }
            if coding.at != nil { losses.add("time", "brat annotations have none") }
            let id = "T\(annotations[coding.document, default: []].count + 1)"
            annotations[coding.document, default: []].append(
                "\(id)\t\(types.type(of: coding.code)) \(span.lowerBound) \(span.upperBound)\t\(Self.line(quoted.quote))\n"
            )
            for memo in quoted.memos {
                if Self.line(memo.text) != memo.text { losses.add("line ends of a memo", "a note is one line") }
                let number = notes[coding.document, default: []].count + 1
                notes[coding.document, default: []].append(
                    "#\(number)\tAnnotatorNotes \(id)\t\(Self.line(memo.text))\n")
            }
        }
        var names = UniqueNames(separator: "_", ignoringCase: true)
        var files = [ProjectFile(path: Brat.configuration, bytes: Array(types.configuration.utf8))]
        for document in project.documents {
            let name = names.unique(Self.name(document.id))
            let lines = annotations[document.id, default: []] + notes[document.id, default: []]
            files.append(ProjectFile(path: "\(name).txt", bytes: document.text.utf8))
            files.append(ProjectFile(path: "\(name).ann", bytes: Array(lines.joined().utf8)))
        }
        return files
    }

    /// Returns a file name for a document. Most file systems allow at most 255 bytes.
    private static func name(_ id: String) -> String {
        let name = DocumentIRI.of(id)
        return name.utf8.count <= 200 ? name : CodingID(of: [id]).text
    }

    private static func line(_ text: String) -> String {
        text.replacingScalars {
            ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\t"].contains($0) ? " " : nil
        }
    }
}
