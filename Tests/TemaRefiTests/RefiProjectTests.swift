import TemaModel
import TestSupport
import Testing

@testable import TemaRefi

/// Any study is the same after an export and an import.
@Suite("Export and import of REFI-QDA projects") struct RefiProjectTests {
    @Test("A written project is the same when it is read", arguments: 0..<15) func roundTrip(seed: Int) throws {
        let project = RandomProject(seed).project
        let (bytes, _) = try QDPXFile.written(project)
        let read = try QDPXFile(bytes).read()
        let comment = Comment(rawValue: "seed \(seed)")
        #expect(read.project.name == project.name, comment)
        #expect(read.project.documents == project.documents, comment)
        #expect(read.project.codebook == project.codebook, comment)
        #expect(byID(read.project.codings) == byID(project.codings), comment)
        #expect(byID(read.project.memos) == byID(project.memos), comment)
        #expect(read.project.kept == project.kept, comment)
        #expect(read.losses.isEmpty, "seed \(seed): \(read.losses.all)")
        #expect(read.problems == [], comment)
    }

    @Test("Writing a project twice results in the same bytes", arguments: 0..<15) func sameBytes(seed: Int) throws {
        let project = RandomProject(seed).project
        #expect(try QDPXFile.written(project).bytes == QDPXFile.written(project).bytes)
        let again = try QDPXFile(QDPXFile.written(project).bytes).read().project
        #expect(try QDPXFile.written(again).bytes == QDPXFile.written(project).bytes, "seed \(seed)")
    }

    /// Other programs do not keep members that they do not know.
    @Test("Without Tema's own members, everything that REFI-QDA can represent is preserved", arguments: 0..<15)
    func others(seed: Int)
        throws
    {
        let project = RandomProject(seed).project
        let read = try QDPXFile(QDPXFile.written(project).bytes.withoutOwn).read().project
        let comment = Comment(rawValue: "seed \(seed)")
        #expect(read.documents.map(\.id) == project.documents.map(\.id), comment)
        #expect(read.documents.map(\.text) == project.documents.map(\.text), comment)
        #expect(read.documents.map(\.metadata) == project.documents.map(\.metadata), comment)
        #expect(names(read.codebook) == names(project.codebook), comment)
        let paths = pathNames(project.codebook)
        let readPaths = pathNames(read.codebook)
        let one = project.codings.map { coding in
            var coding = coding
            coding.code = paths[coding.code] ?? coding.code
            return coding
        }
        let other = read.codings.map { coding in
            var coding = coding
            coding.code = readPaths[coding.code] ?? coding.code
            return coding
        }
        #expect(byID(other) == byID(one), comment)
        #expect(
            byID(read.memos).map { [$0.id, $0.coder, $0.text, $0.at] }
                == byID(project.memos).map { [$0.id, $0.coder, $0.text, $0.at] },
            comment)
    }

    @Test(
        "Codings have the same spans when positions are written in another program's dialect",
        arguments: OffsetDialect.named.map(\.name), 0..<6)
    func dialects(dialect: String, seed: Int) throws {
        let project = RandomProject(seed).project
        let bytes = try QDPXFile.written(project, OffsetDialect.named(dialect)).bytes
        let read = try QDPXFile(bytes).read().project
        #expect(byID(read.codings).map(\.place) == byID(project.codings).map(\.place), "seed \(seed)")
        #expect(read.documents.map(\.text) == project.documents.map(\.text), "seed \(seed)")
    }

    @Test("A written project is valid", arguments: 0..<6) func valid(seed: Int) throws {
        let project = RandomProject(seed).project
        let bytes = try QDPXFile.written(project).bytes
        #expect(try XMLLint.faults(Unpacked(bytes)["project.qde"] ?? [], "Project.xsd") == "", "seed \(seed)")
        let errors = try RefiLint.check(.bytes(bytes, name: "a.qdpx")).sorted.filter { $0.severity == .error }
        #expect(errors.map(\.rule) == [], "seed \(seed)")
    }

    private func byID(_ codings: [Project.Coding]) -> [Project.Coding] {
        codings.sorted { ($0.id ?? "") < ($1.id ?? "") }
    }

    private func byID(_ memos: [Project.Memo]) -> [Project.Memo] { memos.sorted { ($0.id ?? "") < ($1.id ?? "") } }

    /// The depth, name, definition and color of each code.
    private func names(_ codebook: Codebook?) -> [String] {
        guard let codebook else { return [] }
        return CodeList(codebook).entries.map {
            "\($0.depth) \($0.name) \($0.code.definition.entries.first?.value ?? "") \($0.code.color ?? "")"
        }
    }

    private func pathNames(_ codebook: Codebook?) -> [String: String] {
        guard let codebook else { return [:] }
        let list = CodeList(codebook)
        return Dictionary(
            list.entries.enumerated().map { at, entry in
                (entry.path, list.lineage(of: at).reversed().map { list.entries[$0].name }.joined(separator: "/"))
            }
        ) { first, _ in first }
    }
}
