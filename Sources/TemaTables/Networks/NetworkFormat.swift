import TemaModel

/// A format for writing networks. The output is UTF-8 and depends on the network only.
public protocol NetworkFormat: Sendable {
    /// The name for `--format`.
    static var name: String { get }
    /// A one-line description for the help.
    static var summary: String { get }

    /// Returns the network in this format.
    static func written(_ network: Network) -> String
}

/// The network formats.
public enum NetworkFormats {
    /// All formats in the order of the help.
    public static let all: [any NetworkFormat.Type] = [GraphML.self, GEXF.self]

    /// Returns the format with this name, or nil.
    public static func named(_ name: String) -> (any NetworkFormat.Type)? { all.first { $0.name == name } }
}

extension Table.Column {
    /// Returns a cell's value for network programs, or nil if it is empty.
    func value(_ cell: Table.Cell) -> String? {
        let text = CellText(style, for: .programs).string(cell)
        return text.isEmpty ? nil : text.escapedAsXML
    }

    /// The type name in GraphML.
    var networkType: String {
        switch style {
        case .text, .rightText, .path: "string"
        case .integer, .ordinal: "int"
        case .decimal, .significant: "double"
        }
    }
}
