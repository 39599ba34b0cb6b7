import TemaModel
import TemaPipeline
import TemaStudy

/// Finds the codes of a study that people name on the command line.
struct NamedCodes {
    let study: Study
    let codes: CodeList

    init(of study: Study) throws {
        self.study = study
        codes = try CodebookFile(of: study).codes
    }

    /// Returns the path of a code by its path, id, name or the end of its path. If it was renamed, moved or merged since it had
    /// this path, a note says which code is used.
    func path(_ name: String) throws -> String {
        let (path, isEarlier) = try study.path(ofCode: name, in: codes)
        if isEarlier { Messages.say("the code \(name) is now \(path)") }
        return path
    }

    func paths(_ names: [String]) throws -> [String] { try names.map(path) }
}
