import TemaModel

// The names in a study's file of the cases of TemaModel's enumerations. They are part of the file format.

extension PassageKind {
    var storedName: String {
        switch self {
        case .title: "title"
        case .abstract: "abstract"
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "list-item"
        case .quote: "quote"
        case .box: "box"
        case .caption: "caption"
        case .tableRow: "table-row"
        case .definition: "definition"
        case .footnote: "footnote"
        case .acknowledgement: "acknowledgement"
        case .reference: "reference"
        }
    }

    static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.storedName, $0) })
}

extension SectionType {
    var storedName: String {
        switch self {
        case .front: "front"
        case .abstract: "abstract"
        case .introduction: "introduction"
        case .methods: "methods"
        case .results: "results"
        case .discussion: "discussion"
        case .conclusion: "conclusion"
        case .appendix: "appendix"
        case .back: "back"
        case .other: "other"
        }
    }

    static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.storedName, $0) })
}

extension Ledger.Reason {
    var storedName: String {
        switch self {
        case .frontMatter: "front matter"
        case .notText: "not text"
        case .alternative: "alternative"
        case .unknownEntity: "unknown entity"
        case .misplaced: "misplaced text"
        }
    }

    static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.storedName, $0) })
}
