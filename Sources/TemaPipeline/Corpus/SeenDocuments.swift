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
        /// The hash of the title of a reference; nil for other documents.
        fileprivate let title: Int?

        /// - Parameter hash: A hash of the text as hexadecimal digits, if the document is without its text.
        init(_ document: Document, hash: String? = nil) {
            text = hash.flatMap { UInt64($0.prefix(16), radix: 16) } ?? Self.hash(document.text.utf8.span.bytes)
            guard document.isReference else {
                title = nil
                return
            }
            // Databases write one title with different capitals and punctuation.
            let letters = (document.metadata.title ?? "").lowercased().unicodeScalars
                .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            title = String(String.UnicodeScalarView(letters)).hashValue
        }

        private static let seed = UInt64.random(in: .min ... .max)

        /// Returns a hash. Each step multiplies two words of eight bytes and adds the halves of the product; `Hasher` would
        /// need many times as many instructions.
        private static func hash(_ bytes: RawSpan) -> UInt64 {
            var state = seed ^ UInt64(truncatingIfNeeded: bytes.byteCount)
            func fold(_ first: UInt64, _ second: UInt64) {
                let product = (state ^ first).multipliedFullWidth(by: second ^ 0x9E37_79B9_7F4A_7C15)
                state = product.high ^ product.low
            }
            var offset = 0
            while offset &+ 16 <= bytes.byteCount {
                fold(
                    bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self),
                    bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8, as: UInt64.self))
                offset &+= 16
            }
            var rest: (UInt64, UInt64) = (1, 0)
            while offset < bytes.byteCount {
                let byte = UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
                rest = (rest.0 << 8 | byte, rest.1 << 8 | rest.0 >> 56)
                offset += 1
            }
            fold(rest.0, rest.1)
            return state
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

    private var entries: [Int: Entry] = [:]
    /// The numbers of the references that share a DOI, by DOI and title. The greatest one is that of no title.
    private var numbers: [Title: Int] = [:]

    private struct Title: Hashable {
        let id: Int
        let title: Int?
    }

    /// The sources of the documents, in order.
    private var sources = PackedNames()

    /// Adds a document unless an earlier one has its id. A reference with the DOI of an earlier one and another title is
    /// added as `DOI#2`, `DOI#3` and so on, because errata and abstracts of one conference share a DOI.
    mutating func add(_ document: Document, _ digest: Digest) -> Finding {
        guard let first = entries[document.id.hashValue] else {
            record(document.id, digest, document.source)
            return .new
        }
        if first.digest.text == digest.text { return .repeats(source(of: first)) }
        guard document.id == document.metadata.doi, let title = digest.title, let other = first.digest.title,
            title != other
        else { return .conflicts(source(of: first)) }
        let (own, all) = (Title(id: document.id.hashValue, title: title), Title(id: document.id.hashValue, title: nil))
        let number = numbers[own] ?? numbers[all, default: 1] + 1
        let id = "\(document.id)#\(number)"
        if let known = entries[id.hashValue] {
            return known.digest.text == digest.text ? .repeats(source(of: known)) : .conflicts(source(of: known))
        }
        (numbers[own], numbers[all]) = (number, number)
        record(id, digest, document.source)
        return .sharesDOI(source(of: first), id: id)
    }

    private mutating func record(_ id: String, _ digest: Digest, _ source: String) {
        let source = Array(source.utf8)
        if sources.count == 0 || Array(sources[sources.count - 1]) != source { sources.append(source) }
        entries[id.hashValue] = Entry(digest: digest, source: sources.count - 1)
    }

    private func source(of entry: Entry) -> String { String(decoding: sources[entry.source], as: UTF8.self) }
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
