import ArgumentParser
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaModel
import TemaRefi
import TemaStudy

/// Takes one project, or one file of codings, into a study.
struct ProjectImport {
    let study: Study
    let path: String
    let format: any ProjectFormat.Type
    let coder: String
    /// Whether codes that the codebook does not have are added to it.
    let addsCodes: Bool
    let strict: Bool
    let quiet: Bool
    let losses: LossOptions
    let offsets: OffsetDialect?

    /// - Returns: What was done, and how many problems were told.
    func run() throws -> (ProjectImported, problems: Int) {
        var problems = 0
        func tell(_ problem: Problem) {
            if problem.severity == .error { problems += 1 }
            if problem.severity == .error || !quiet { Messages.say(problem.inFile(path).description) }
        }
        // What is told while it is read may be many lines; they come in order.
        var told: [Problem] = []
        var options = ProjectOptions(offsets: offsets) { told.append($0) }
        var project = try format.read(InputPath(path), &options)
        try nameDocuments(&project)
        let own = try study.codebook().map { try CodebookFile.codes($0, of: study).codebook }
        let (codebook, refused) = try codes(of: &project, own, &options.losses)
        told.forEach(tell)
        try losses.tell(
            options.losses, of: path, from: format.name, to: "a study", strict: strict, quiet: quiet)
        let codes = CodeList(codebook)
        let result = try study.take(
            project, codebook: codebook == own || codebook.codes.isEmpty ? nil : CodebookYAML.write(codebook),
            codes: Set(codes.entries.map(\.path)), by: coder)
        (refused + result.refused).forEach(tell)
        return (result, problems)
    }

    /// The codebook that the study has afterwards; the project's codings have the paths of its codes then.
    private func codes(of project: inout Project, _ own: Codebook?, _ losses: inout Losses) throws
        -> (Codebook, refused: [Problem])
    {
        var codebook = own ?? project.codebook ?? Codebook(id: MadeCodes.id(of: InputPath(path).stem))
        if let more = project.codebook, own != nil {
            let (united, paths) = codebook.united(with: more)
            codebook = united
            rename(paths, in: &project)
        }
        var names = CodeNames(CodeList(codebook))
        let strange = unknown(project, names)
        if addsCodes || own == nil && project.codebook == nil, !strange.isEmpty {
            codebook = codebook.united(with: MadeCodes.codebook(id: codebook.id, of: strange).codebook).codebook
            names = CodeNames(CodeList(codebook))
        }
        if codebook != own, !codebook.codes.isEmpty { try check(codebook) }
        return (codebook, resolve(&project, names))
    }

    /// Gives codings and memos the ids of their documents where they have the names of the files that these came from.
    private func nameDocuments(_ project: inout Project) throws {
        let known = Set(try study.documentIDs() + project.documents.map(\.id))
        func id(of name: String) -> String {
            guard !known.contains(name) else { return name }
            let stem = InputPath(name).stem
            return known.contains(stem) ? stem : name
        }
        for at in project.codings.indices { project.codings[at].document = id(of: project.codings[at].document) }
        for at in project.memos.indices {
            if case .document(let name) = project.memos[at].target {
                project.memos[at].target = .document(id(of: name))
            }
        }
    }

    /// Gives codings and memos the paths that their codes have here.
    private func rename(_ paths: [String: String], in project: inout Project) {
        for at in project.codings.indices {
            if let path = paths[project.codings[at].code] { project.codings[at].code = path }
        }
        for at in project.memos.indices {
            if case .code(let old) = project.memos[at].target, let path = paths[old] {
                project.memos[at].target = .code(path)
            }
        }
    }

    private func unknown(_ project: Project, _ names: CodeNames) -> [String] {
        var seen: Set<String> = []
        return project.codings.map(\.code).filter { seen.insert($0).inserted && (try? names.path(of: $0)) == nil }
    }

    /// Puts paths in the place of names. Codings whose code is unknown are left out, and told once for each code.
    private func resolve(_ project: inout Project, _ names: CodeNames) -> [Problem] {
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
            Problem("\(problem.message): \(counted(count, "coding")) left out", wayOut: problem.wayOut)
        }
    }

    /// A codebook that has grown must be one that Tema reads.
    private func check(_ codebook: Codebook) throws {
        let (_, problems) = CodebookYAML.read(Array(CodebookYAML.write(codebook).utf8), file: path)
        if let problem = problems.first(where: { $0.severity == .error }) { throw problem }
    }
}
