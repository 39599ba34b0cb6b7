import TemaFormats
import TemaModel

/// QualCoder's projects: the folder `NAME.qda`, or the database `data.qda` in it.
///
/// Categories become codes that have those under them; files with text become documents, cases and attributes their
/// variables, journals memos on the study. What is coded in pictures, sound and film is lost.
enum QualCoder: ProjectFormat {
    static let name = "qualcoder"
    static let summary = "QualCoder's project (the folder NAME.qda, or data.qda in it), read only"
    static let extensions = ["qda"]
    static let isReadOnly = true

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool { ForeignDatabase.recognises(beginning) }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let file = path.isFolder ? path.appending("data.qda") : path
        let database = try ForeignDatabase(file)
        for table in ["source", "code_name", "code_text"] where try database.columns(of: table) == nil {
            throw Problem(
                "it is no project of QualCoder: it has no table \(table)",
                suggestion: "name the project's folder, or data.qda in it", file: file.display)
        }
        var reader = QualCoderReader(database, path)
        return try reader.project(&options)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        throw Problem("Tema does not write projects of QualCoder", suggestion: "write .qdpx, which QualCoder reads")
    }
}
