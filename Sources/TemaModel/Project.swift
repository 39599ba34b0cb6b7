/// The content of a study in no program's format: what other programs' projects are read into, and written from.
public struct Project: Sendable, Hashable {
    public var name: String
    public var codebook: Codebook?
    public var documents: [Document]
    public var codings: [Coding]
    public var memos: [Memo]
    /// What Tema has no use for, kept so that it can be written back.
    public var kept: [Kept]

    public init(
        name: String = "", codebook: Codebook? = nil, documents: [Document] = [], codings: [Coding] = [],
        memos: [Memo] = [], kept: [Kept] = []
    ) {
        (self.name, self.codebook, self.documents) = (name, codebook, documents)
        (self.codings, self.memos, self.kept) = (codings, memos, kept)
    }

    /// Words of a document that someone gave a code.
    public struct Coding: Sendable, Hashable {
        /// 32 hexadecimal digits, the same in every copy; a study makes one where there is none.
        public var id: String?
        /// The document's id; it may be one that only the study has.
        public var document: String
        public var place: Place
        /// The code's path.
        public var code: String
        /// Who coded; whoever imports it where nobody is named.
        public var coder: String?
        /// When, in UTC, such as `2026-01-31T12:00:00Z`.
        public var at: String?

        public init(
            id: String? = nil, document: String, place: Place, code: String, coder: String? = nil, at: String? = nil
        ) {
            (self.id, self.document, self.place) = (id, document, place)
            (self.code, self.coder, self.at) = (code, coder, at)
        }
    }

    /// Which words of a document are meant.
    public enum Place: Sendable, Hashable {
        /// In Unicode scalars of the document's text; not empty.
        case span(Range<Int>)
        /// The words themselves, with what stands right before and behind them where that is known.
        case quote(String, before: String = "", after: String = "")
        /// A span that must have these words; where it does not, the words are looked for.
        case spanOfQuote(Range<Int>, String)
        /// A whole passage, by its number from 0.
        case passage(Int)
    }

    /// A note on something.
    public struct Memo: Sendable, Hashable {
        public enum Target: Sendable, Hashable {
            case study
            /// By its id.
            case document(String)
            /// By its path.
            case code(String)
            /// By its id, which the coding must have.
            case coding(String)
        }

        public var id: String?
        public var target: Target
        public var coder: String?
        public var text: String
        public var at: String?

        public init(id: String? = nil, target: Target, coder: String? = nil, text: String, at: String? = nil) {
            (self.id, self.target, self.coder, self.text, self.at) = (id, target, coder, text, at)
        }
    }

    /// A part of another program's project.
    public struct Kept: Sendable, Hashable {
        /// Its name among the kept parts of a study, such as `refi/sources/picture.jpg`.
        public var name: String
        public var bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
    }
}
