import TemaCodebook
import TemaFormats
import TemaModel
import Testing

@testable import TemaRefi

@Suite("REFI-QDA codebooks") struct RefiCodebookTests {
    private func read(_ xml: String, name: String = "My codes.qdc") throws -> (codebook: Codebook, losses: Losses) {
        var losses = Losses()
        let input = try UTF8Input(.bytes(Array(xml.utf8), name: name), encoding: nil, isXML: true)
        return (try RefiCodebook.read(input, &losses), losses)
    }

    /// As Taguette and OpenQDA write it: an empty container, another namespace, an invalid color, a byte-order mark.
    @Test("Files of other programs are read in spite of their faults, and losses are counted")
    func foreign() throws {
        let (codebook, losses) = try read(
            """
            \u{FEFF}<?xml version="1.0"?><q:CodeBook xmlns:q="urn:QDA-XML:codebook:0:4" origin="X"><q:Codes>
            <q:Code guid="{22222222-0000-0000-0000-000000000001}" name="Grief / loss" isCodable="true" color="#F0a" odd="1">
            <q:Description>What is
            missed.</q:Description>
            <q:Code guid="22222222-0000-0000-0000-000000000002" name="Mother" isCodable="true" color="#12345678"/>
            <q:Code guid="22222222-0000-0000-0000-000000000003" name="Mother" isCodable="true" color="blue"/>
            </q:Code></q:Codes><q:Sets><q:Set guid="22222222-0000-0000-0000-000000000009" name="S"/></q:Sets></q:CodeBook>
            """)
        #expect(CodeList(codebook).entries.map(\.path) == ["Grief-loss", "Grief-loss/Mother", "Grief-loss/Mother-2"])
        #expect(CodeList(codebook).entries.map(\.name) == ["Grief / loss", "Mother", "Mother"])
        #expect(CodeList(codebook).entries.map(\.code.color) == ["#ff00aa", "#123456", nil])
        #expect(codebook.codes[0].definition.value(in: nil) == "What is\nmissed.")
        #expect(codebook.id == "My-codes")
        #expect(losses.all.map(\.element) == ["color", "Set"])
    }

    @Test("A written codebook is valid, and is the same when it is read")
    func roundTrip() throws {
        for seed in 0..<10 {
            let codebook = try #require(RandomProject(seed).project.codebook)
            var losses = Losses()
            let bytes = try RefiCodebook.write(codebook, &losses)
            #expect(try XMLLint.faults(bytes, "Codebook.xsd") == "", "seed \(seed)")
            let again = try read(String(decoding: bytes, as: UTF8.self)).codebook
            let (one, other) = (CodeList(codebook).entries, CodeList(again).entries)
            #expect(other.map(\.name) == one.map(\.name), "seed \(seed)")
            #expect(other.map(\.depth) == one.map(\.depth), "seed \(seed)")
            #expect(other.map(\.code.color) == one.map(\.code.color), "seed \(seed)")
            #expect(other.map(\.code.definition) == one.map(\.code.definition), "seed \(seed)")
            #expect(try RefiCodebook.write(codebook, &losses) == bytes, "seed \(seed)")
        }
    }

    @Test("GUIDs and isCodable survive the way through YAML")
    func identity() throws {
        let id = "22222222-0000-0000-0000-00000000000"
        let codebook = try read(
            """
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="{\(id)a}" name="Water" isCodable="0">\
            <Code guid="\(id)b" name="Sea" isCodable="true"/><Code guid="\(id)c" name="Lake" isCodable="false"/></Code></Codes></CodeBook>
            """
        ).codebook
        let yaml = CodebookYAML.write(codebook)
        let back = try #require(CodebookYAML.read(Array(yaml.utf8), file: "f").codebook)
        var losses = Losses()
        let written = String(decoding: try RefiCodebook.write(back, &losses), as: UTF8.self)
        for code in [
            "A\" name=\"Water\" isCodable=\"false", "B\" name=\"Sea\" isCodable=\"true",
            "C\" name=\"Lake\" isCodable=\"false",
        ] {
            #expect(written.contains("guid=\"\(id)\(code)\""), "\(written)")
        }
        #expect(losses.all.isEmpty)
    }

    @Test("A code keeps the GUID that exports made for it when its path changes")
    func edited() throws {
        let codebook = Codebook(id: "book", codes: [Code(id: "a", codes: [Code(id: "b")]), Code(id: "c")])
        let guids = RefiCodeGUIDs.derived(in: codebook)
        let edited = try RefiCodeGUIDs.keeping(in: codebook) { (book) throws(Problem) in
            try CodebookEdit.rename("a", to: "d").applied(to: book)
        }
        #expect(CodeList(edited).entries.map(\.code.guid) == [guids["a"], guids["a/b"], nil])
        let back = try RefiCodeGUIDs.keeping(in: edited) { (book) throws(Problem) in
            try CodebookEdit.rename("d", to: "a").applied(to: book)
        }
        #expect(back == codebook)
    }

    @Test("Codes of another program keep the ids of the study's codes with their GUIDs")
    func ids() throws {
        let own = Codebook(
            id: "own", codes: [Code(id: "w", guid: "W", codes: [Code(id: "sea", guid: "S")]), Code(id: "Fire")])
        let fire = try #require(RefiCodeGUIDs.derived(in: own)["Fire"])
        let other = Codebook(
            id: "other",
            codes: [
                Code(id: "Water", guid: "W", codes: [Code(id: "The-sea", guid: "S"), Code(id: "sea", guid: "N")]),
                Code(id: "Flames", guid: fire), Code(id: "Moved", guid: "S"), Code(id: "w"),
            ])
        let codes = CodeList(RefiCodeGUIDs.keepingIDs(of: own, in: other)).entries
        #expect(codes.map(\.path) == ["w", "w/sea", "w/sea-2", "Fire", "Moved", "w-2"])
    }

    @Test("What REFI-QDA cannot represent is counted")
    func losses() throws {
        var code = Code(
            id: "a", name: ByLanguage(entries: [.init(language: "en", value: "A"), .init(language: "id", value: "B")]))
        code.include = ByLanguage("this")
        code.indicators = ByLanguage([Indicator("a*"), Indicator("b")])
        code.examples = ByLanguage(["an example"])
        code.memo = "hm"
        var losses = Losses()
        let bytes = try RefiCodebook.write(
            Codebook(id: "x", title: ByLanguage("X"), language: "id", levels: ["theme"], codes: [code]), &losses)
        #expect(String(decoding: bytes, as: UTF8.self).contains("name=\"B\""))
        #expect(losses.all.map(\.count).reduce(0, +) == 8)
        #expect(losses.all.first { $0.element == "indicator" }?.count == 2)
    }

    @Test(
        "A file that is not a codebook is rejected",
        arguments: [
            ("<Project/>", "not CodeBook"), ("<CodeBook/>", "no codes"), ("<CodeBook><Codes>", "not well-formed"),
            ("<", ""),
        ])
    func refused(xml: String, message: String) throws {
        let problem = #expect(throws: Problem.self) { try read(xml) }
        #expect(message.isEmpty || problem?.message.contains(message) == true, "\(problem?.message ?? "")")
        var losses = Losses()
        #expect(throws: Problem.self) { try RefiCodebook.write(Codebook(id: "x"), &losses) }
    }
}
