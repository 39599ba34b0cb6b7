import TemaFormats

/// What an element means, by the address of its interned name: libxml2 keeps one copy of each name for as long as it
/// parses a file.
struct ElementMeanings {
    typealias Meaning = (role: ElementRole, metadata: MetadataElement)

    private struct Slot {
        /// The name's address; 0 where the slot is free.
        var name: UInt = 0
        var meaning: Meaning = (.inline, .other)
    }

    private static let size = 512
    private var slots = [Slot](repeating: Slot(), count: size)
    private var count = 0

    mutating func meaning(of name: XMLName) -> Meaning {
        let key = UInt(bitPattern: name.pointer)
        var at = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (Self.size - 1)
        while slots[at].name != 0 {
            if slots[at].name == key { return slots[at].meaning }
            at = (at + 1) & (Self.size - 1)
        }
        let meaning = Self.meaning(named: name)
        // A file with thousands of names is no article; those beyond the table's room are looked up each time.
        if count < Self.size / 2 {
            slots[at] = Slot(name: key, meaning: meaning)
            count += 1
        }
        return meaning
    }

    /// Finds it out by the name's letters.
    static func meaning(named name: XMLName) -> Meaning {
        NameKey(name).flatMap { named[$0] } ?? (.inline, .other)
    }

    /// The names that mean anything. Every file asks for all of its names: as strings they would cost ten times as much.
    private static let named: [NameKey: Meaning] = {
        var named: [NameKey: Meaning] = [:]
        for (name, role) in ElementRole.named { named[NameKey(name), default: (.inline, .other)].role = role }
        for (name, element) in MetadataElement.named {
            named[NameKey(name), default: (.inline, .other)].metadata = element
        }
        return named
    }()
}

/// What an element of the front matter means for the metadata.
enum MetadataElement: UInt8 {
    /// Any element not named below.
    case other
    // Their text is wanted.
    case articleID, journalTitle, abbreviatedTitle, subject, surname, givenNames, stringName, collaboration, year,
        volume, issue, firstPage, lastPage, locationID, pageRange, keyword, licenceReference, variableName,
        variableValue
    // What stands in them is looked at.
    case contributors, contributor, publicationDate, licence

    var hasText: Bool { (Self.articleID.rawValue...Self.variableValue.rawValue).contains(rawValue) }

    /// Those of local names.
    static let named: [String: MetadataElement] = [
        "article-id": .articleID, "journal-title": .journalTitle, "abbrev-journal-title": .abbreviatedTitle,
        "subject": .subject, "surname": .surname, "given-names": .givenNames, "string-name": .stringName,
        "collab": .collaboration, "year": .year, "volume": .volume, "issue": .issue, "fpage": .firstPage,
        "lpage": .lastPage, "elocation-id": .locationID, "page-range": .pageRange, "kwd": .keyword,
        "license_ref": .licenceReference, "meta-name": .variableName, "meta-value": .variableValue,
        "contrib-group": .contributors, "contrib": .contributor, "pub-date": .publicationDate, "license": .licence,
    ]
}

/// The bytes of a name that is not longer than any that means something.
private struct NameKey: Hashable {
    private static let mostBytes = 24
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0

    /// Nothing for a longer name.
    init?(_ name: XMLName) {
        var at = 0
        while name.pointer[at] != 0 {
            guard at < Self.mostBytes else { return nil }
            put(name.pointer[at], at)
            at += 1
        }
    }

    /// For the tables' names, none of which is longer.
    init(_ name: String) {
        precondition(name.utf8.count <= Self.mostBytes)
        for (at, byte) in name.utf8.enumerated() { put(byte, at) }
    }

    private mutating func put(_ byte: UInt8, _ at: Int) {
        let bits = UInt64(byte) << UInt64(at % 8 * 8)
        switch at / 8 {
        case 0: first |= bits
        case 1: second |= bits
        default: third |= bits
        }
    }
}
