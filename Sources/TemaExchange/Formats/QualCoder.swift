import TemaFormats
import TemaModel

/// The format of QualCoder's projects: the folder `NAME.qda`, or the database `data.qda` in it.
///
/// Categories become parent codes, files with text documents, cases and attributes variables of documents, and journals
/// memos on the study. Codings of pictures, sound and film are lost.
enum QualCoder: ProjectFormat {
    static let name = "qualcoder"
    static let summary = "QualCoder's project (the folder NAME.qda, or data.qda in it), read only"
    static let extensions = ["qda"]
    static let isReadOnly = true

    static func recognises(_ beginning: ArraySlice<UInt8>, of _: InputPath) -> Bool {
        ForeignDatabase.recognises(beginning)
    }

    static func recognises(folder: InputPath) -> Bool { folder.appending(database).fileBytes != nil }

    private static let database = "data.qda"

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let file = path.isFolder ? path.appending(database) : path
        let database = try ForeignDatabase(file)
        try database.require(
            ["source", "code_name", "code_text"], of: "a QualCoder project",
            suggestion: "specify the project's folder, or data.qda in it",
            file: file.display)
        var reader = QualCoderReader(database, path)
        return try reader.project(&options)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        throw Problem("Tema cannot write QualCoder projects", suggestion: "write .qdpx, which QualCoder reads")
    }
}
