import ArgumentParser
import Glibc
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaModel
import TemaRefi
import TemaStudy

/// Writes a study in another program's format: all of it, or its codebook where the format has no more.
struct ProjectExport {
    /// What a name promises.
    enum Format {
        case project(any ProjectFormat.Type)
        case codebook(any CodebookFormat.Type)

        init?(named name: String) {
            if let format = ProjectFormats.named(name) {
                self = .project(format)
            } else if let format = CodebookFormats.named(name) {
                self = .codebook(format)
            } else {
                return nil
            }
        }

        init?(byEndingOf path: String) {
            let path = InputPath(path)
            if let format = ProjectFormats.format(promisedBy: path) {
                self = .project(format)
            } else if let format = CodebookFormats.format(promisedBy: path) {
                self = .codebook(format)
            } else {
                return nil
            }
        }

        var name: String {
            switch self {
            case .project(let format): format.name
            case .codebook(let format): format.name
            }
        }

        static var names: [String] {
            ProjectFormats.all.filter { !$0.isReadOnly }.map { $0.name } + CodebookFormats.all.map { $0.name }
        }
    }

    let study: Study
    let format: Format
    let output: String?
    /// Whose codings; everybody's where nobody is named.
    let coder: String?
    /// Whether the codings of the codebook's indicators come along.
    let withAutomatic: Bool
    let offsets: OffsetDialect?
    let losses: LossOptions
    let strict: Bool
    let quiet: Bool

    func run() throws {
        var options = ProjectOptions(offsets: offsets) { problem in
            if problem.severity == .error || !quiet { Messages.say(problem.description) }
        }
        let codebook = try study.codebook().map { try CodebookFile.codes($0, of: study).codebook }
        let files: [ProjectFile]
        switch format {
        case .codebook(let format):
            guard let codebook else { throw Problem("it has no codebook to write", file: study.path) }
            files = [ProjectFile(bytes: try format.write(codebook, &options.losses))]
        case .project(let format):
            let label = withAutomatic ? codebook.map { "auto: \($0.coder)" } : nil
            var project = try study.project(by: coder, automatic: label, losses: &options.losses)
            project.name = StudyPath.name(of: study.path)
            project.codebook = codebook
            files = try format.write(project, &options)
        }
        try losses.tell(
            options.losses, of: study.path, from: "a study", to: format.name, strict: strict, quiet: quiet)
        try write(files)
    }

    private func write(_ files: [ProjectFile]) throws {
        guard files.contains(where: { !$0.path.isEmpty }) else {
            guard let file = files.first else { return }
            return try write(file.bytes, to: output)
        }
        guard let output else { throw ValidationError("\(format.name) is a folder; name it with -o") }
        try Self.makeEmpty(output)
        for file in files { try write(file.bytes, to: "\(output)/\(file.path)") }
    }

    private func write(_ bytes: [UInt8], to path: String?) throws {
        let output = try Output(path)
        output.write { $0 += bytes }
        output.finish()
    }

    /// Makes a folder, or takes one that has nothing in it.
    private static func makeEmpty(_ path: String) throws(Problem) {
        guard mkdir(path, 0o777) != 0 else { return }
        let reason = errno
        if reason == EEXIST, rmdir(path) == 0, mkdir(path, 0o777) == 0 { return }
        throw Problem(
            reason == EEXIST
                ? "it is there, and is no empty folder" : "cannot be made: \(String(cString: strerror(reason)))",
            wayOut: "choose another name with -o", file: path)
    }
}
