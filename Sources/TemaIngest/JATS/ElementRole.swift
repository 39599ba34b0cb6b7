import TemaFormats

/// The role of a JATS element in the text, in any namespace and DTD version.
enum ElementRole: UInt8 {
    /// Any element not listed below: its text belongs to the enclosing block.
    case inline
    /// An inline element that only formats: two of them are not separated by a space in a reference.
    case formatting
    /// `sup`: formatting that may be a note mark.
    case superscript
    /// `xref`: an inline element that may be a note mark.
    case link
    /// An element whose text is separate from the text before and after it.
    case block
    case notText
    case lineBreak
    case alternatives
    case title
    case section, appendix
    case row, cell
    case definitionItem, term, definition
    case reference
    case listItem, quote, box, caption, footnote, acknowledgement, abstract
    /// `bio` and `notes`: blocks that contain ordinary paragraphs in any context.
    case plain
    case back
    case article, subArticle
    case front, frontStub, articleMeta, titleGroup, transTitleGroup, titlePart

    /// The roles by local name.
    static let named: [String: ElementRole] = {
        let groups: [(ElementRole, String)] = [
            (
                .block,
                """
                p app-group body glossary list def-list attrib fig fig-group table-wrap table-wrap-group table thead tbody
                tfoot tgroup disp-formula disp-formula-group fn-group ref-list supplementary-material media verse-line
                speaker statement preformat array chem-struct-wrap chem-struct-wrapper floats-group floats-wrap sig-block
                question question-wrap answer answer-set explanation taxon-treatment treatment-sec nomenclature
                """
            ),
            (
                .notText,
                """
                math tex-math label object-id graphic inline-graphic alt-text long-desc index-term journal-meta author-notes
                processing-meta kwd-group contrib-group aff permissions sec-meta metadata glyph-data glyph-ref
                """
            ),
            (
                .formatting,
                """
                bold italic sub sc underline overline strike monospace roman sans-serif styled-content named-content
                fixed-case ruby rb rt inline-formula abbrev
                """
            ),
            (.superscript, "sup"), (.link, "xref"),
            (.lineBreak, "break"), (.alternatives, "alternatives"), (.title, "title"),
            (.section, "sec"), (.appendix, "app"),
            (.row, "tr row"), (.cell, "td th entry"),
            (.definitionItem, "def-item"), (.term, "term"), (.definition, "def"),
            (.reference, "ref"),
            (.listItem, "list-item"), (.quote, "disp-quote verse-group speech"), (.box, "boxed-text"),
            (.caption, "caption"), (.footnote, "fn table-wrap-foot"), (.acknowledgement, "ack"),
            (.abstract, "abstract trans-abstract"), (.plain, "bio notes"), (.back, "back"),
            (.article, "article"), (.subArticle, "sub-article response"),
            (.front, "front"), (.frontStub, "front-stub"), (.articleMeta, "article-meta"),
            (.titleGroup, "title-group"), (.transTitleGroup, "trans-title-group"),
            (.titlePart, "article-title subtitle trans-title trans-subtitle"),
        ]
        var named: [String: ElementRole] = [:]
        for (role, names) in groups {
            for name in names.split(whereSeparator: \.isWhitespace) { named[String(name)] = role }
        }
        return named
    }()

    /// Whether such an element may be a note mark.
    @inline(__always)
    var mayBeMark: Bool { self == .superscript || self == .link }

    /// Whether two such elements are not separated by a space in a reference.
    @inline(__always)
    var isFormatting: Bool { self == .formatting || self == .superscript }
}

/// A hash table of element meanings by the address of the interned name. libxml2 keeps one copy of each name while it
/// parses a file.
struct ElementNameTable {
    typealias Meaning = (role: ElementRole, metadata: MetadataElement)

    private struct Slot {
        /// The address of the name, or 0 if the slot is free.
        var name: UInt = 0
        var meaning: Meaning = (.inline, .other)
    }

    private static let size = 512
    private var slots = [Slot](repeating: Slot(), count: size)
    private var count = 0

    /// Removes all names and keeps the memory.
    mutating func removeAll() {
        guard count > 0 else { return }
        for index in slots.indices { slots[index].name = 0 }
        count = 0
    }

    mutating func meaning(of name: XMLName) -> Meaning {
        let key = UInt(bitPattern: name.pointer)
        var position = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (Self.size - 1)
        while slots[position].name != 0 {
            if slots[position].name == key { return slots[position].meaning }
            position = (position + 1) & (Self.size - 1)
        }
        let meaning = Self.meaning(named: name)
        // A file with thousands of names is not an article. Names beyond the capacity are looked up each time.
        if count < Self.size / 2 {
            slots[position] = Slot(name: key, meaning: meaning)
            count += 1
        }
        return meaning
    }

    /// Returns the meaning of an element by the letters of its name.
    static func meaning(named name: XMLName) -> Meaning {
        NameKey(name).flatMap { named[$0] } ?? (.inline, .other)
    }

    /// The names with a meaning. Every name of every file is looked up here; string keys would take ten times as long.
    private static let named: [NameKey: Meaning] = {
        var named: [NameKey: Meaning] = [:]
        for (name, role) in ElementRole.named { named[NameKey(name), default: (.inline, .other)].role = role }
        for (name, element) in MetadataElement.named {
            named[NameKey(name), default: (.inline, .other)].metadata = element
        }
        return named
    }()
}

/// The meaning of a front matter element for the metadata.
enum MetadataElement: UInt8 {
    /// Any element not listed below.
    case other
    // Elements whose text is captured.
    case articleID, journalTitle, abbreviatedTitle, subject, surname, givenNames, stringName, collaboration, year,
        volume, issue, firstPage, lastPage, locationID, pageRange, keyword, licenceReference, variableName,
        variableValue
    // Elements whose attributes or children are read.
    case contributors, contributor, publicationDate, licence

    /// Whether the text of the element is captured.
    var hasText: Bool { (Self.articleID.rawValue...Self.variableValue.rawValue).contains(rawValue) }

    /// The elements by local name.
    static let named: [String: MetadataElement] = [
        "article-id": .articleID, "journal-title": .journalTitle, "abbrev-journal-title": .abbreviatedTitle,
        "subject": .subject, "surname": .surname, "given-names": .givenNames, "string-name": .stringName,
        "collab": .collaboration, "year": .year, "volume": .volume, "issue": .issue, "fpage": .firstPage,
        "lpage": .lastPage, "elocation-id": .locationID, "page-range": .pageRange, "kwd": .keyword,
        "license_ref": .licenceReference, "meta-name": .variableName, "meta-value": .variableValue,
        "contrib-group": .contributors, "contrib": .contributor, "pub-date": .publicationDate, "license": .licence,
    ]
}

/// A hashable name of at most 24 bytes. No name with a meaning is longer.
private struct NameKey: Hashable {
    private static let mostBytes = 24
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0

    /// Creates a key, or returns nil if the name is longer than 24 bytes.
    init?(_ name: XMLName) {
        var position = 0
        while name.pointer[position] != 0 {
            guard position < Self.mostBytes else { return nil }
            put(name.pointer[position], position)
            position += 1
        }
    }

    /// Creates a key for a name in the tables, none of which is longer than 24 bytes.
    init(_ name: String) {
        precondition(name.utf8.count <= Self.mostBytes)
        for (position, byte) in name.utf8.enumerated() { put(byte, position) }
    }

    private mutating func put(_ byte: UInt8, _ position: Int) {
        let bits = UInt64(byte) << UInt64(position % 8 * 8)
        switch position / 8 {
        case 0: first |= bits
        case 1: second |= bits
        default: third |= bits
        }
    }
}
