import Glibc
import TemaFormats
import TemaModel
import TemaPipeline
public import TemaStudy

/// A study for trying the workspace out, in a temporary folder: Tema's own corpus, coded by one of its codebooks.
public struct DemoStudy {
    /// The study, open for writing.
    public let study: Study
    private let folder: String

    /// Makes the study.
    ///
    /// - Throws: A ``Problem`` if no temporary folder can be made or written to.
    public init(by coder: String) throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/tema-demo-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError.problem(errno, of: parent) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do {
            for (path, bytes) in EmbeddedFiles.demo {
                let name = path.split(separator: "/").last ?? ""
                try OutputFile.write(bytes, to: "\(folder)/\(name)")
            }
            study = try Study.create(at: "\(folder)/demo.tema")
            let texts = EmbeddedFiles.demo.keys.filter { $0.contains("/") }.sorted()
                .map { "\(folder)/\($0.split(separator: "/").last ?? "")" }
            _ = try study.importFiles(texts, settings: ReadingSettings(), by: coder)
            let codebook = try CodebookFile(path: "\(folder)/cecchet-2014.yaml")
            _ = try study.setCodebook(of: codebook, by: coder)
            _ = try study.code(with: codebook, settings: ReadingSettings(), nesting: .independent, by: coder)
        } catch {
            Self.remove(folder)
            throw error
        }
    }

    /// Deletes the study and everything beside it.
    public func remove() { Self.remove(folder) }

    private static func remove(_ folder: String) {
        for inner in [folder + "/demo.tema.backups", folder] {
            for name in InputPath(inner).names() { unlink("\(inner)/\(name)") }
            rmdir(inner)
        }
    }
}
