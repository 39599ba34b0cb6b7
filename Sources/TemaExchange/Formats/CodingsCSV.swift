import TemaFormats
import TemaModel
import TemaTables

/// The format of codings as comma-separated values, one coding per row.
enum CodingsCSV: ProjectFormat {
    static let name = "codings-csv"
    static let summary = """
        codings, one per row: document, code, start and end or quote (.csv; also reads .xlsx, and exports of MAXQDA, \
        ATLAS.ti, Dedoose and QualCoder)
        """
    static let extensions = ["csv"]
    static let otherExtensions = ["xlsx"]
    static let isReadOnly = false

    static func recognises(_ beginning: ArraySlice<UInt8>, of path: InputPath) -> Bool {
        CodingsTable.recognises(beginning, of: path)
    }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try CodingsTable.read(path, &options)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        CodingsTable.write(project, as: CSVTable.self, losses: &options.losses)
    }
}

/// The format of codings as tab-separated values, one coding per row.
enum CodingsTSV: ProjectFormat {
    static let name = "codings-tsv"
    static let summary = "the same, tab-separated (.tsv, .tab)"
    static let extensions = ["tsv", "tab"]
    static let isReadOnly = false

    static func recognises(_ beginning: ArraySlice<UInt8>, of path: InputPath) -> Bool {
        CodingsTable.recognises(beginning, of: path)
    }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        try CodingsTable.read(path, &options)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        CodingsTable.write(project, as: TSVTable.self, losses: &options.losses)
    }
}
