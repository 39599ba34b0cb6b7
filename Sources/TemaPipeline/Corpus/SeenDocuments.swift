import TemaIngest
import TemaModel

/// The documents of a run so far, by which a repeated document is recognised.
///
/// Ids, texts and titles are stored as 64-bit hashes to save memory. The probability that any two of a million ids
/// collide is about 1 in 37 million. The hash seed is random, so that no one can construct ids that collide.
struct SeenDocuments {
    /// What identifies a document. Workers compute it, because hashing a text takes longer than all that follows.
    struct Digest: Sendable {
        fileprivate let text: UInt64
        fileprivate let title: UInt64

        init(_ document: Document) {
            text = hash { hasher in document.text.utf8.withUnsafeBytes { hasher.combine(bytes: $0) } }
            // Databases write one title with different capitals and punctuation.
            let letters = (document.metadata.title ?? "").lowercased().unicodeScalars
                .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            title = hash { $0.combine(String(String.UnicodeScalarView(letters))) }
        }
    }

    enum Finding: Equatable {
        case new
        /// The document has the id and the text of an earlier one in this source.
        case repeats(String)
        /// The document has the id of an earlier one in this source, and another text.
        case conflicts(String)
        /// The document is a reference with the DOI of an earlier one in this source, and another title. It has received
        /// this new id.
        case sharesDOI(String, id: String)
    }

    private struct Entry {
        let digest: Digest
        let source: Int
    }

    private var entries: [UInt64: Entry] = [:]
    /// The sources of the documents, in order.
    private var sources = PackedNames()

    /// Adds a document unless an earlier one has its id. A reference with the DOI of an earlier one and another title is
    /// added as `DOI#2`, `DOI#3` and so on, because errata and abstracts of one conference share a DOI.
    mutating func add(_ document: Document, _ digest: Digest) -> Finding {
        var first: String?
        var (id, number) = (document.id, 1)
        while let known = entries[hash { $0.combine(id) }] {
            let source = String(decoding: sources[known.source], as: UTF8.self)
            if known.digest.text == digest.text { return .repeats(source) }
            guard document.id == document.metadata.doi, document.isReference, known.digest.title != digest.title else {
                return .conflicts(source)
            }
            first = first ?? source
            number += 1
            id = "\(document.id)#\(number)"
        }
        let source = Array(document.source.utf8)
        if sources.count == 0 || Array(sources[sources.count - 1]) != source { sources.append(source) }
        entries[hash { $0.combine(id) }] = Entry(digest: digest, source: sources.count - 1)
        return first.map { .sharesDOI($0, id: id) } ?? .new
    }
}

private func hash(_ combine: (inout Hasher) -> Void) -> UInt64 {
    var hasher = Hasher()
    combine(&hasher)
    return UInt64(bitPattern: Int64(hasher.finalize()))
}

extension Document {
    /// Whether the document is a bibliographic reference: it consists of titles and abstracts.
    fileprivate var isReference: Bool {
        passages.allSatisfy { $0.sectionType == .front || $0.sectionType == .abstract }
    }
}

extension SeenDocuments.Finding {
    /// The problem to report of a document, or nil if it is new.
    func problem(of document: Document) -> Problem? {
        let id = document.id
        return switch self {
        case .new: nil
        case .repeats(let source):
            Problem(
                "\(id) has the id and the text of a document in \(source); skipped", severity: .note,
                kind: .repeatedDocument, file: document.source)
        case .conflicts(let source):
            Problem(
                "\(id) is also the id of another text, in \(source); skipped", severity: .warning,
                kind: .conflictingDocument, suggestion: "change the id of one of the two, or remove one",
                file: document.source)
        case .sharesDOI(let source, let new):
            Problem(
                "\(id) is also the DOI of another reference, in \(source); this one has the id \(new)", severity: .note,
                kind: .sharedDOI, file: document.source)
        }
    }
}
