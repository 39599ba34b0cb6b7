import TemaModel
import Testing

@testable import TemaCodebook

@Suite struct CodesFromNamesTests {
    @Test func namesBecomeATreeOfCodesInTheirOrder() {
        let (codebook, paths) = CodesFromNames.codebook(
            id: "made", of: ["Loss", "Care > The mother", "Care::Father", "care", "Loss", "Care", "漢 字/?", "/"])
        let list = CodeList(codebook)
        #expect(
            list.entries.map(\.path) == [
                "Loss", "Care", "Care/The-mother", "Care/Father", "care-2", "漢-字", "漢-字/?", "code",
            ])
        #expect(paths["Care > The mother"] == "Care/The-mother")
        #expect(paths["care"] == "care-2")
        #expect(list.entries[2].name == "The mother")
    }

    @Test func whatIsMadeIsASoundCodebook() {
        let names = (0..<500).map { "a \($0 % 7) / b\u{7} \($0 % 11)::\($0)" } + [String(repeating: "x", count: 900)]
        let made = CodesFromNames.codebook(id: CodesFromNames.id(of: "My study"), of: names).codebook
        let (read, problems) = CodebookYAML.read(Array(CodebookYAML.write(made).utf8), file: "made")
        #expect(problems.filter { $0.severity == .error } == [])
        #expect(read?.id == "My-study")
    }
}
