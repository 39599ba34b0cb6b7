import TemaCodebook
public import TemaExchange
import TemaFormats
import TemaIngest
public import TemaModel
public import TemaRefi
public import TemaStudy

/// A project, or a file of codings, that has been read and can be imported into a study.
///
/// Reading and importing are separate steps, so that a caller can show losses and problems before the study changes.
public struct ProjectImport {
    /// Settings of an import.
    public struct Settings: Sendable {
        /// The importing coder, who also becomes the coder of codings and memos without one.
        public var coder: String
        /// Whether to add codes of the codings that the codebook lacks.
        public var addsCodes = false
        /// How positions in the project are counted, or nil to detect it.
        public var offsets: OffsetDialect?

        /// Creates the default settings of a coder.
        public init(coder: String) { self.coder = coder }
    }

    private let study: Study
    private let path: String
    private let settings: Settings
    private let own: Codebook?
    private let project: Project
    private let codebook: Codebook

    /// What a study cannot represent and is not imported.
    public let losses: Losses
    /// The problems of reading, in the order in which they were found.
    public let problems: [Problem]
    private let refused: [Problem]

    /// Reads a project. The study is not changed.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read, or the resulting codebook would be invalid.
    public init(
        _ path: String, as format: any ProjectFormat.Type, into study: Study, settings: Settings
    ) throws(Problem) {
        (self.study, self.path, self.settings) = (study, path, settings)
        var options = ProjectOptions(offsets: settings.offsets)
        var project = try format.read(InputPath(path), &options)
        Self.nameDocuments(&project, known: Set(try study.documentIDs() + project.documents.map(\.id)))
        let yaml = try study.codebook()
        own = if let yaml { try CodebookFile.codes(yaml, of: study).codebook } else { nil }
        let names = try Names(of: &project, own, path: path, addsCodes: settings.addsCodes)
        refused = Self.resolve(&project, names.paths)
        (self.project, codebook, losses) = (project, names.codebook, options.losses)
        problems = (options.problems + Self.renames(from: own, to: codebook)).map { $0.inFile(path) }
    }

    /// Returns a note for each code of the study that the project has under another name.
    private static func renames(from own: Codebook?, to codebook: Codebook) -> [Problem] {
        guard let own, own != codebook else { return [] }
        let new = CodeList(codebook).entries
        let names = Dictionary(new.map { ($0.path, $0.name) }) { first, _ in first }
        return CodeList(own).entries.compactMap { entry in
            guard let name = names[entry.path], name != entry.name else { return nil }
            return Problem(
                "the code \(entry.path) is now named “\(name)”, not “\(entry.name)”, as in the project", severity: .note
            )
        }
    }

    /// Imports the project into the study, as one action.
    ///
    /// - Returns: The changes made. Its `refused` are the problems of codings and memos that could not be imported.
    /// - Throws: A ``Problem`` if the study cannot be written. It is then unchanged.
    public func run() throws(Problem) -> ProjectImportResult {
        let codes = CodeList(codebook)
        var result = try study.take(
            project, codebook: codebook == own || codebook.codes.isEmpty ? nil : CodebookYAML.write(codebook),
            codes: Set(codes.entries.map(\.path)), by: settings.coder)
        result.refused = (refused + result.refused).map { $0.inFile(path) }
        return result
    }

    /// The study's codebook after the import, and the names of its codes.
    private struct Names {
        let codebook: Codebook
        let paths: CodeNames

        /// Merges the codebooks, and renames the project's codes to their paths in the result if these are known.
        init(of project: inout Project, _ own: Codebook?, path: String, addsCodes: Bool) throws(Problem) {
            var codebook = own ?? project.codebook ?? Codebook(id: CodesFromNames.id(of: InputPath(path).stem))
            if let more = project.codebook, own != nil {
                let guids = RefiCodeGUIDs.derived(in: codebook)
                let (united, paths) = codebook.united(with: more, guids: guids)
                codebook = united
                ProjectImport.rename(paths, in: &project)
            }
            codebook = RefiCodeGUIDs.withoutDerived(codebook)
            var names = CodeNames(CodeList(codebook))
            let unknown = ProjectImport.unknown(project, names)
            if addsCodes || own == nil && project.codebook == nil, !unknown.isEmpty {
                codebook =
                    codebook.united(with: CodesFromNames.codebook(id: codebook.id, of: unknown).codebook).codebook
                names = CodeNames(CodeList(codebook))
            }
            if codebook != own, !codebook.codes.isEmpty { try ProjectImport.check(codebook, path) }
            (self.codebook, paths) = (codebook, names)
        }
    }

    /// Replaces the documents' file names in codings and memos by the documents' ids.
    private static func nameDocuments(_ project: inout Project, known: Set<String>) {
        func id(of name: String) -> String {
            guard !known.contains(name) else { return name }
            let stem = InputPath(name).stem
            return known.contains(stem) ? stem : name
        }
        for index in project.codings.indices {
            project.codings[index].document = id(of: project.codings[index].document)
        }
        for index in project.memos.indices {
            if case .document(let name) = project.memos[index].target {
                project.memos[index].target = .document(id(of: name))
            }
        }
    }

    /// Replaces the codes' paths in codings and memos by those in the study.
    fileprivate static func rename(_ paths: [String: String], in project: inout Project) {
        for index in project.codings.indices {
            if let path = paths[project.codings[index].code] { project.codings[index].code = path }
        }
        for index in project.memos.indices {
            if case .code(let old) = project.memos[index].target, let path = paths[old] {
                project.memos[index].target = .code(path)
            }
        }
    }

    fileprivate static func unknown(_ project: Project, _ names: CodeNames) -> [String] {
        var seen: Set<String> = []
        return project.codings.map(\.code).filter { seen.insert($0).inserted && (try? names.path(of: $0)) == nil }
    }

    /// Replaces the codes' names by their paths. Codings with unknown codes are removed, with one problem for each
    /// code.
    private static func resolve(_ project: inout Project, _ names: CodeNames) -> [Problem] {
        var paths: [String: String] = [:]
        var unknown: [(name: String, problem: Problem, count: Int)] = []
        var places: [String: Int] = [:]
        project.codings = project.codings.compactMap { coding in
            var coding = coding
            if let path = paths[coding.code] {
                coding.code = path
                return coding
            }
            if let place = places[coding.code] {
                unknown[place].count += 1
                return nil
            }
            do throws(Problem) {
                let path = try names.path(of: coding.code)
                paths[coding.code] = path
                coding.code = path
                return coding
            } catch {
                places[coding.code] = unknown.count
                unknown.append((coding.code, error, 1))
                return nil
            }
        }
        return unknown.map { name, problem, count in
            Problem("\(problem.message): \(counted(count, "coding")) skipped", suggestion: problem.suggestion)
        }
    }

    /// Throws if Tema could not read the merged codebook.
    fileprivate static func check(_ codebook: Codebook, _ path: String) throws(Problem) {
        let (_, problems) = CodebookYAML.read(Array(CodebookYAML.write(codebook).utf8), file: path)
        if let problem = problems.first(where: { $0.severity == .error }) { throw problem }
    }
}
