/// The content of a study, independent of any format. Projects of other programs are read into it and written from
/// it.
public struct Project: Sendable, Hashable {
    /// The project's name.
    public var name: String
    /// The codebook, or nil if the project has none.
    public var codebook: Codebook?
    /// The documents with their texts.
    public var documents: [Document]
    /// The codings of all documents.
    public var codings: [Coding]
    /// The memos.
    public var memos: [Memo]
    /// Parts of the source that Tema does not use, preserved for export.
    public var kept: [Kept]

    /// Creates a project.
    public init(
        name: String = "", codebook: Codebook? = nil, documents: [Document] = [], codings: [Coding] = [],
        memos: [Memo] = [], kept: [Kept] = []
    ) {
        (self.name, self.codebook, self.documents) = (name, codebook, documents)
        (self.codings, self.memos, self.kept) = (codings, memos, kept)
    }

    /// A code applied to a part of a document.
    public struct Coding: Sendable, Hashable {
        /// The id, 32 hexadecimal digits that are the same in every copy; nil if the study has to make one.
        public var id: String?
        /// The document's id. The document may be in the study only.
        public var document: String
        /// The coded part of the document.
        public var place: Place
        /// The code's path.
        public var code: String
        /// The coder's name, or nil for the person who imports the project.
        public var coder: String?
        /// The time in UTC, such as `2026-01-31T12:00:00Z`, or nil if unknown.
        public var at: String?

        /// Creates a coding.
        public init(
            id: String? = nil, document: String, place: Place, code: String, coder: String? = nil, at: String? = nil
        ) {
            (self.id, self.document, self.place) = (id, document, place)
            (self.code, self.coder, self.at) = (code, coder, at)
        }
    }

    /// A part of a document.
    public enum Place: Sendable, Hashable {
        /// A non-empty range of Unicode scalars of the document's text.
        case span(Range<Int>)
        /// Quoted words, with the text directly before and after them if known.
        case quote(String, before: String = "", after: String = "")
        /// A range of Unicode scalars that must contain these words. If it does not, the words are searched for.
        case spanOfQuote(Range<Int>, String)
        /// A complete passage, by its index from 0.
        case passage(Int)
    }

    /// A note on a study, document, code or coding.
    public struct Memo: Sendable, Hashable {
        /// What a memo is about.
        public enum Target: Sendable, Hashable {
            case study
            /// The document with this id.
            case document(String)
            /// The code with this path.
            case code(String)
            /// The coding with this id. The coding's id must not be nil.
            case coding(String)
        }

        /// The id, 32 hexadecimal digits that are the same in every copy; nil if the study has to make one.
        public var id: String?
        /// What the memo is about.
        public var target: Target
        /// The author's name, or nil for the person who imports the project.
        public var coder: String?
        /// The text of the memo.
        public var text: String
        /// The time in UTC, such as `2026-01-31T12:00:00Z`, or nil if unknown.
        public var at: String?

        /// Creates a memo.
        public init(id: String? = nil, target: Target, coder: String? = nil, text: String, at: String? = nil) {
            (self.id, self.target, self.coder, self.text, self.at) = (id, target, coder, text, at)
        }
    }

    /// A part of another program's project, preserved unchanged.
    public struct Kept: Sendable, Hashable {
        /// The name among the study's kept parts, such as `refi/sources/picture.jpg`.
        public var name: String
        /// The content.
        public var bytes: [UInt8]

        /// Creates a kept part.
        public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
    }
}
