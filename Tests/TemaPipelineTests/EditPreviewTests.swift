import TemaCodebook
import TemaCoding
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

/// A study with random codes, codings, memos and automatic codings.
private final class RandomStudy {
    let study: Study
    private let folder = TemporaryFolder()
    private static let ids = ["a", "b", "c"]

    init(_ random: inout SeededGenerator) throws {
        study = try Study.create(at: folder.path("s.tema"))
        let documents = (0..<3).map { number in
            Document(
                id: "d\(number)",
                paragraphs: (0..<3).map { _ in
                    (0..<4).map { _ in random.chance(50) ? "a" : "b" }.joined(separator: " ")
                })
        }
        _ = try study.importDocuments(by: "ana") { take in for document in documents { try take(document) } }
        let codes = CodeList(Codebook(id: "b", codes: Self.codes(depth: 3, &random)))
        let paths = codes.entries.map(\.path)
        try study.setCodebook(CodebookYAML.write(codes.codebook), codes: paths, detail: "b", by: "ana")
        var coder = AutomaticCoder(try Matcher(codes))
        _ = try study.replaceAutomaticCodings(codes, by: "ana") { take in
            for document in documents { try take(coder.code(document)) }
        }
        for _ in 0..<30 {
            let start = Int.random(in: 0..<2, using: &random)
            guard let path = paths.randomElement(using: &random) else { continue }
            // Some repeat a coding, which is refused.
            _ = try? study.tag(
                "d\(Int.random(in: 0..<2, using: &random))", .span(start..<start + 1),
                code: path, by: random.chance(60) ? "ana" : "ben", memo: random.chance(30) ? "memo" : nil)
        }
        for path in paths where random.chance(40) {
            _ = try study.note("memo", on: .code, subject: path, by: "ana")
        }
    }

    private static func codes(depth: Int, _ random: inout SeededGenerator) -> [Code] {
        guard depth > 0 else { return [] }
        return ids.filter { _ in random.chance(depth == 3 ? 100 : 30) }.map { id in
            Code(
                id: id, indicators: ByLanguage([Indicator(random.chance(50) ? "a" : "b")]),
                codes: codes(depth: depth - 1, &random))
        }
    }

    /// Returns an edit, which may be impossible, and the codings of a split.
    func edit(_ random: inout SeededGenerator) throws -> (CodebookEdit, moving: [String]) {
        let paths = try CodebookFile(of: study).codes.entries.map(\.path) + ["none"]
        let (path, other) = (paths.randomElement(using: &random) ?? "", paths.randomElement(using: &random) ?? "")
        let id = ["a", "b", "new", "not an id"].randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return (.rename(path, to: id), [])
        case 1: return (.move(path, under: random.chance(30) ? nil : other), [])
        case 2: return (.merge(path, into: other), [])
        case 3:
            let own = try study.codings().filter { $0.code == path || random.chance(2) }.map(\.id)
            return (.split(path, into: id), own.filter { _ in random.chance(70) })
        case 4: return (.retire(path), [])
        case 5: return (.add(Code(id: id), under: random.chance(30) ? nil : other), [])
        default: return (.describe(path, as: Code(id: id, name: ByLanguage("Name"))), [])
        }
    }
}

/// What an edit may change.
private struct StudyState: Equatable {
    let codings: [HandCoding]
    let memos: [Memo]
    let automatic: [AutomaticCoding]
    let codebook: String?

    init(_ study: Study) throws {
        (codings, memos) = (try study.codings().sorted { $0.id < $1.id }, try study.memos())
        (automatic, codebook) = (try study.automaticCodings(), try study.codebook())
    }

    /// Returns the preview of an edit, from what it has changed.
    func changes(to after: StudyState, by edit: CodebookEdit) -> EditPreview {
        let new = Dictionary(uniqueKeysWithValues: after.codings.map { ($0.id, $0) })
        let changed = codings.filter { new[$0.id]?.code != $0.code }
        let gone = changed.filter { new[$0.id] == nil }
        var preview = EditPreview()
        preview.codings = changed.count
        preview.coders = ["ana", "ben"].compactMap { name in
            let own = changed.count { $0.coder == name }
            return own == 0 ? nil : EditPreview.Coder(name: name, codings: own)
        }
        preview.documents = Set(changed.map(\.document)).count
        preview.removed = gone.count { edit.newPath(of: $0.code) == nil }
        preview.merged = gone.count - preview.removed
        let subjects = Dictionary(uniqueKeysWithValues: after.memos.map { ($0.id, $0.subject) })
        preview.memos = memos.count { subjects[$0.id] != $0.subject }
        preview.automatic = automatic.count { edit.newPath(of: $0.code) != $0.code }
        return preview
    }

    /// The document, passage and code of each automatic coding after an edit.
    func places(after edit: CodebookEdit? = nil) -> Set<[String]> {
        Set(
            automatic.compactMap { coding in
                let code = edit.map { $0.newPath(of: coding.code) } ?? coding.code
                return code.map { [coding.document, String(coding.passage), $0] }
            })
    }
}

@Suite("The preview of an edit of a codebook") struct EditPreviewTests {
    @Test("is what the edit then changes, and changes nothing itself", arguments: 1...6)
    func property(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let place = try RandomStudy(&random)
        for round in 0..<10 {
            let (edit, ids) = try place.edit(&random)
            let label: Comment = "seed \(seed), round \(round): \(edit.name) \(edit.summary)"
            let (before, actions) = (try StudyState(place.study), try place.study.history().count)
            let codes = try CodebookFile(of: place.study).codes.entries.map(\.path)
            var preview = EditPreview()
            do throws(Problem) { preview = try place.study.preview(edit, moving: ids) } catch {
                let same = try #require(throws: Problem.self, label) {
                    try place.study.edit(edit, moving: ids, by: "ana")
                }
                #expect(same == error, label)
                continue
            }
            #expect(try StudyState(place.study) == before && place.study.history().count == actions, label)
            let result = try place.study.edit(edit, moving: ids, by: "ana")
            let after = try StudyState(place.study)
            var expected = before.changes(to: after, by: edit)
            let isBelow = { (path: String) in path.hasPrefix(edit.path + "/") }
            switch edit {
            case .split, .add, .describe: break
            default: expected.codes = codes.count(where: isBelow)
            }
            #expect(preview == expected, label)
            #expect(result.recoded == preview.codings - preview.merged - preview.removed, label)
            #expect(result.removed == preview.merged + preview.removed, label)
            #expect(after.places() == before.places(after: edit), label)
        }
    }

    @Test("counts the codings of each coder, what is merged, and the codes below")
    func example() throws {
        let place = try CodedStudy()
        try place.study.setCodebook(
            CodebookYAML.write(place.codes.codebook), codes: ["a", "a/b"], detail: "b", by: "ana")
        try place.tag(passage: 0, "a", by: "ana")
        try place.tag(passage: 0, "a/b", by: "ana")
        try place.tag(passage: 1, "a/b", by: "eve")
        _ = try place.study.note("Why?", on: .code, subject: "a/b", by: "eve")
        var merge = EditPreview()
        (merge.codings, merge.documents, merge.memos, merge.merged) = (2, 1, 1, 1)
        merge.coders = [.init(name: "ana", codings: 1), .init(name: "eve", codings: 1)]
        #expect(try place.study.preview(.merge("a/b", into: "a")) == merge)
        let retire = try place.study.preview(.retire("a/b"))
        #expect((retire.codings, retire.removed, retire.codes, retire.memos) == (2, 2, 0, 0))
        let rename = try place.study.preview(.rename("a", to: "z"))
        #expect((rename.codings, rename.removed, rename.codes, rename.memos) == (3, 0, 1, 1))
        #expect(try place.study.preview(.add(Code(id: "c"), under: "a")) == EditPreview())
    }
}
