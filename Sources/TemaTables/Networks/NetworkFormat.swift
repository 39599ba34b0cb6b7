import TemaModel

/// One way to write a network. The bytes are UTF-8 and depend on the network alone.
public protocol NetworkFormat: Sendable {
    /// What `--format` takes.
    static var name: String { get }
    /// One line for the help.
    static var summary: String { get }

    static func written(_ network: Network) -> String
}

public enum NetworkFormats {
    /// In the order of the help.
    public static let all: [any NetworkFormat.Type] = [GraphML.self, GEXF.self]

    /// The format that `--format` calls by this name.
    public static func named(_ name: String) -> (any NetworkFormat.Type)? { all.first { $0.name == name } }
}

extension Table.Column {
    /// A cell's value as network programs read it; nothing where there is none.
    func value(_ cell: Table.Cell) -> String? {
        let text = CellText(style, forPeople: false).string(cell)
        return text.isEmpty ? nil : text.escapedAsXML
    }

    /// The type that GraphML and GEXF know it by.
    var networkType: String {
        switch style {
        case .text, .rightText: "string"
        case .integer: "int"
        case .decimal, .significant: "double"
        }
    }
}
