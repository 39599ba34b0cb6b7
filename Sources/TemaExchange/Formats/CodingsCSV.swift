public import TemaFormats
public import TemaModel
import TemaTables

/// Codings as comma-separated values, one a row.
public enum CodingsCSV: ProjectFormat {
    public static let name = "codings-csv"
    public static let summary = "codings, one a row: document, code, start and end or quote (.csv)"
    public static let extensions = ["csv"]
    public static let isReadOnly = false

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool { CodingsTable.recognises(beginning) }

    public static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try CodingsTable.read(path, &options)
    }

    public static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        CodingsTable.write(project, as: CSVTable.self, losses: &options.losses)
    }
}

/// Codings as tab-separated values, one a row.
public enum CodingsTSV: ProjectFormat {
    public static let name = "codings-tsv"
    public static let summary = "the same, tab-separated (.tsv, .tab)"
    public static let extensions = ["tsv", "tab"]
    public static let isReadOnly = false

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool { CodingsTable.recognises(beginning) }

    public static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try CodingsTable.read(path, &options)
    }

    public static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        CodingsTable.write(project, as: TSVTable.self, losses: &options.losses)
    }
}
