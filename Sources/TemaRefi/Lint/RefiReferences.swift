import TemaFormats
import TemaModel

/// Who has which GUID, and whether those who are referred to are there, once, and of the right kind.
///
/// GUIDs are the same in capitals and small letters, with braces and without.
struct RefiReferences {
    private struct Definition {
        let kind: Kind
        let line: Int
    }

    /// What references can be meant to lead to.
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

    /// Takes in all GUIDs that are defined.
    init(_ root: XMLNode, isCodebook: Bool, findings: inout RefiFindings) {
        self.isCodebook = isCodebook
        define(root, &findings)
    }

    private mutating func define(_ node: XMLNode, _ findings: inout RefiFindings) {
        if let value = node["guid"], let guid = GUID(value), !isReference(node) {
            if let first = definitions[guid] {
                findings.add(
                    .duplicateGUID,
                    "\(node.name) has the GUID \(value), as \(first.kind.rawValue) in line \(first.line)",
                    line: node.line)
            } else {
                definitions[guid] = Definition(kind: Self.kind(of: node), line: node.line)
            }
        }
        for element in node.elements { define(element, &findings) }
    }

    /// Compares all references with what is defined.
    func check(_ node: XMLNode, _ findings: inout RefiFindings) {
        for (attribute, kind) in references(of: node) {
            guard let value = node[attribute], let guid = GUID(value) else { continue }
            let what = attribute == "targetGUID" || attribute == "guid" ? node.name : "\(attribute) of \(node.name)"
            guard let found = definitions[guid] else {
                findings.add(.danglingGUID, "\(what) refers to \(value), which is not there", line: node.line)
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
            findings.add(.selfReference, "Link leads from something to itself", line: node.line)
        }
    }

    /// The attributes that refer, each with the kind that it must lead to.
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

    /// In codebooks a set's members have the GUID of the code that they mean.
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
