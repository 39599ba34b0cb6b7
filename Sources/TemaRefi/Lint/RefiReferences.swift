import TemaFormats
import TemaModel

/// Checks that GUIDs are unique, and that references resolve to elements of the right kind.
///
/// GUIDs are compared without case and braces.
struct RefiReferences {
    private struct Definition {
        let kind: Kind
        let line: Int
    }

    /// The kinds of elements that references can require.
    enum Kind: String {
        case user = "a User"
        case code = "a Code"
        case variable = "a Variable"
        case source = "a source"
        case note = "a Note"
        case selection = "a selection"
        case syncPoint = "a SyncPoint"
        case vertex = "a Vertex"
        case other = "something else"
    }

    private let isCodebook: Bool
    private var definitions: [GUID: Definition] = [:]

    /// Collects the GUIDs of all elements, and reports duplicates.
    init(_ root: XMLNode, isCodebook: Bool, findings: inout RefiFindings) {
        self.isCodebook = isCodebook
        define(root, &findings)
    }

    private mutating func define(_ node: XMLNode, _ findings: inout RefiFindings) {
        if let value = node["guid"], let guid = GUID(value), !isReference(node) {
            if let first = definitions[guid] {
                findings.add(
                    .duplicateGUID,
                    "\(node.name) has the same GUID as \(first.kind.rawValue) in line \(first.line): \(value)",
                    line: node.line)
            } else {
                definitions[guid] = Definition(kind: Self.kind(of: node), line: node.line)
            }
        }
        for element in node.elements { define(element, &findings) }
    }

    /// Checks all references of an element and its descendants.
    func check(_ node: XMLNode, _ findings: inout RefiFindings) {
        for (attribute, kind) in references(of: node) {
            guard let value = node[attribute], let guid = GUID(value) else { continue }
            let what = attribute == "targetGUID" || attribute == "guid" ? node.name : "\(attribute) of \(node.name)"
            guard let found = definitions[guid] else {
                findings.add(.danglingGUID, "\(what) refers to \(value), which does not exist", line: node.line)
                continue
            }
            if let kind, found.kind != kind {
                findings.add(
                    .wrongKind,
                    "\(what) refers to \(found.kind.rawValue) in line \(found.line), not to \(kind.rawValue)",
                    line: node.line)
            }
        }
        for element in node.elements {
            if element["targetGUID"].flatMap({ GUID($0) }).map({ $0 == GUID(node["guid"] ?? "") }) ?? false {
                findings.add(.selfReference, "\(node.name) refers to itself", line: element.line)
            }
            check(element, &findings)
        }
        if node.name == "Link", let origin = node["originGUID"].flatMap({ GUID($0) }),
            origin == node["targetGUID"].flatMap({ GUID($0) })
        {
            findings.add(.selfReference, "Link connects an element to itself", line: node.line)
        }
    }

    /// Returns the attributes of an element that are references, each with the required kind.
    private func references(of node: XMLNode) -> [(String, Kind?)] {
        switch node.name {
        case "CodeRef": [("targetGUID", .code)]
        case "MemberCode": [(isCodebook ? "guid" : "targetGUID", .code)]
        case "NoteRef", "MemberNote": [("targetGUID", .note)]
        case "SourceRef", "MemberSource": [("targetGUID", .source)]
        case "SelectionRef": [("targetGUID", .selection)]
        case "VariableRef": [("targetGUID", .variable)]
        case "Link": [("originGUID", nil), ("targetGUID", nil)]
        case "Vertex": [("representedGUID", nil)]
        case "Edge": [("representedGUID", nil), ("sourceVertex", .vertex), ("targetVertex", .vertex)]
        case "TranscriptSelection": [("fromSyncPoint", .syncPoint), ("toSyncPoint", .syncPoint)] + Self.users
        case "Project": [("creatingUserGUID", .user), ("modifyingUserGUID", .user)]
        default: Self.users
        }
    }

    private static let users: [(String, Kind?)] = [("creatingUser", .user), ("modifyingUser", .user)]

    /// In codebooks, the `guid` of a set's member is that of the code it refers to.
    private func isReference(_ node: XMLNode) -> Bool { isCodebook && node.name == "MemberCode" }

    private static func kind(of node: XMLNode) -> Kind {
        switch node.name {
        case "User": .user
        case "Code": .code
        case "Variable": .variable
        case "Note": .note
        case "SyncPoint": .syncPoint
        case "Vertex": .vertex
        case let name where name.hasSuffix("Source"): .source
        case let name where name.hasSuffix("Selection"): .selection
        default: .other
        }
    }
}
