import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaIngest
@testable import TemaRefi

/// A valid project and codebook, and functions to change a part of them.
enum RefiSample {
    static func guid(_ number: Int) -> String {
        let digits = String(number)
        return "5C1AE7B0-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    static let project = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Project xmlns="urn:QDA-XML:project:1.0" name="Ward" origin="Sample" creatingUserGUID="\(guid(1))">
        <Users><User guid="\(guid(1))" name="Ann"/></Users>
        <CodeBook><Codes><Code guid="\(guid(2))" name="Care" isCodable="true" color="#0A64C8"><Description>Of people</Description>
        <Code guid="\(guid(3))" name="Waiting" isCodable="1"/></Code></Codes></CodeBook>
        <Variables><Variable guid="\(guid(4))" name="Age" typeOfVariable="Integer"/></Variables>
        <Cases><Case guid="\(guid(5))" name="Maria"><VariableValue><VariableRef targetGUID="\(guid(4))"/><IntegerValue>42</IntegerValue></VariableValue><SourceRef targetGUID="\(guid(6))"/></Case></Cases>
        <Sources><TextSource guid="\(guid(6))" name="maria" plainTextPath="internal://maria.txt" creatingUser="\(guid(1))" creationDateTime="2026-01-31T12:00:00Z">
        <PlainTextSelection guid="\(guid(7))" name="She waited" startPosition="0" endPosition="10"><Coding guid="\(guid(8))" creatingUser="{\(guid(1).lowercased())}"><CodeRef targetGUID="\(guid(3))"/></Coding></PlainTextSelection>
        </TextSource></Sources>
        <Notes><Note guid="\(guid(9))" name="A note"><PlainTextContent>Ask again.</PlainTextContent></Note></Notes>
        <Links><Link guid="\(guid(10))" direction="OneWay" originGUID="\(guid(2))" targetGUID="\(guid(3))"/></Links>
        <NoteRef targetGUID="\(guid(9))"/>
        </Project>
        """

    static let codebook = """
        <?xml version="1.0" encoding="UTF-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="\(guid(2))" name="Care" isCodable="true"/></Codes>
        <Sets><Set guid="\(guid(3))" name="All"><MemberCode guid="\(guid(2))"/></Set></Sets></CodeBook>
        """

    static let text = "She waited for the nurse."

    static func archive(
        _ project: String = project, name: String = "project.qde",
        with others: [(String, String)] = [("sources/maria.txt", text)]
    ) throws -> [UInt8] {
        let zip = try ZipWriter()
        try zip.add(name, Array(project.utf8))
        for (name, content) in others { try zip.add(name, Array(content.utf8)) }
        return try zip.finish()
    }

    static func rules(_ bytes: [UInt8]) throws -> [RefiRule] {
        try RefiLint.check(.bytes(bytes, name: "sample")).sorted.filter { $0.severity != .note }.map(\.rule)
    }

    /// Returns a text with its first occurrence of a part replaced. The part must occur.
    static func changed(_ text: String, _ old: String, _ new: String) throws -> String {
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(old)")
        return parts[0] + new + parts[1]
    }
}

@Suite struct RefiLintTests {
    @Test("A codebook and a project that conform to the standard have no findings")
    func clean() throws {
        #expect(try RefiSample.rules(Array(RefiSample.codebook.utf8)) == [])
        #expect(try RefiSample.rules(Array(RefiSample.project.utf8)) == [])
        #expect(try RefiSample.rules(RefiSample.archive()) == [])
    }

    static let g = RefiSample.guid

    @Test(
        "Each rule reports its violation with the line",
        arguments: [
            (
                "<Project xmlns=\"urn:QDA-XML:project:1.0\"", "<Project xmlns=\"urn:QDA-XML:project:0.4\"",
                RefiRule.namespace, 2
            ),
            ("<Links>", "<Link/><Links>", .unknownElement, 12),
            ("<Description>Of people</Description>\n", "", .order, 4),
            ("<Users><User guid=\"\(g(1))\" name=\"Ann\"/></Users>", "<Users/>", .emptyContainer, 3),
            ("<CodeRef targetGUID=\"\(g(3))\"/>", "", .missingElement, 9),
            (
                "<CodeRef targetGUID=\"\(g(3))\"/>",
                "<CodeRef targetGUID=\"\(g(3))\"/><CodeRef targetGUID=\"\(g(2))\"/>", .tooMany, 9
            ),
            ("<Codes><Code", "<Codes>lost<Code", .strayText, 4), ("name=\"Ann\"", "nick=\"Ann\"", .unknownAttribute, 3),
            (" endPosition=\"10\"", "", .missingAttribute, 9),
            ("creatingUser=\"\(g(1))\"", "creatingUser=\"\"", .emptyAttribute, 8),
            ("guid=\"\(g(9))\"", "guid=\"9\"", .guidForm, 11), ("#0A64C8", "rgba(10, 100, 200, 1)", .color, 4),
            ("#0A64C8", "#0A64C8FF", .color, 4), ("T12:00:00Z", "", .time, 8), ("2026-01-31", "2026-02-31", .time, 8),
            ("<IntegerValue>42", "<IntegerValue>forty", .number, 7),
            ("isCodable=\"1\"", "isCodable=\"yes\"", .boolean, 5),
            ("OneWay", "Backwards", .choice, 12),
            ("guid=\"\(g(8))\"", "guid=\"{\(g(7).lowercased())}\"", .duplicateGUID, 9),
            ("<CodeRef targetGUID=\"\(g(3))\"/>", "<CodeRef targetGUID=\"\(g(99))\"/>", .danglingGUID, 9),
            ("<CodeRef targetGUID=\"\(g(3))\"/>", "<CodeRef targetGUID=\"\(g(1))\"/>", .wrongKind, 9),
            ("targetGUID=\"\(g(3))\"/></Links>", "targetGUID=\"\(g(2))\"/></Links>", .selfReference, 12),
            ("plainTextPath=\"internal://maria.txt\"", "", .noText, 8),
            (
                "creationDateTime=\"2026-01-31T12:00:00Z\">", "><PlainTextContent>She waited for</PlainTextContent>",
                .twoTexts, 8
            ),
            ("startPosition=\"0\"", "startPosition=\"-1\"", .negativePosition, 9),
            ("startPosition=\"0\"", "startPosition=\"11\"", .invertedSelection, 9),
            ("startPosition=\"0\"", "startPosition=\"10\"", .emptySelection, 9),
            ("endPosition=\"10\"", "endPosition=\"99\"", .outOfRange, 9),
            ("<IntegerValue>42</IntegerValue>", "", .noValue, 7),
            ("IntegerValue>42</IntegerValue", "TextValue>42</TextValue", .valueType, 7),
            ("internal://maria.txt", "internal://anna.txt", .missingSource, 8),
            ("internal://maria.txt", "internal://../maria.txt", .badPath, 8),
            ("internal://maria.txt", "maria.txt", .badPath, 8),
            (
                "<Code guid=\"\(g(3))\" name=\"Waiting\" isCodable=\"1\"/>",
                "<Code guid=\"\(g(3))\" name=\"W\" isCodable=\"1\"/><Code guid=\"\(g(20))\" name=\"W\" isCodable=\"1\"/>",
                .duplicateName, 5
            ),
        ] as [(String, String, RefiRule, Int)])
    func found(old: String, new: String, rule: RefiRule, line: Int) throws {
        var changed = try RefiSample.changed(RefiSample.project, old, new)
        if rule == .order {
            changed = try RefiSample.changed(
                changed, "</Code></Codes>", "<Description>Of people</Description></Code></Codes>")
        }
        let findings = try RefiLint.check(.bytes(RefiSample.archive(changed), name: "sample.qdpx"))
        let lines = findings.sorted.filter { $0.rule == rule }.map(\.line)
        #expect(lines.contains(line), "\(findings.sorted)")
        #expect(!findings.sorted.contains { $0.rule == rule && $0.member != "project.qde" })
    }

    @Test(
        "Problems of the archive are reported",
        arguments: [
            ("Ward.qde", [("sources/maria.txt", RefiSample.text)], [RefiRule.projectName]),
            ("project.qde", [("Sources/Maria.txt", RefiSample.text)], [.sourcesFolder]),
            ("project.qde", [("sources/maria.txt", RefiSample.text), ("sources/more.txt", "More.")], [.unnamedFile]),
            ("project.qde", [("sources/maria.txt", RefiSample.text), ("../out.txt", "Out.")], [.unsafePath]),
            ("project.qde", [("sources/maria.txt", RefiSample.text), ("other.qde", "")], [.noProject]),
            ("project.qde", [("sources/maria.txt", RefiSample.text), ("Sources/maria.txt", "")], [.archive]),
            ("project.qde", [("sources/maria.txt", RefiSample.text), ("sources/.root", "")], []),
        ])
    func archive(name: String, others: [(String, String)], rules: [RefiRule]) throws {
        #expect(try RefiSample.rules(RefiSample.archive(name: name, with: others)) == rules)
    }

    @Test("Texts in another encoding, with a byte-order mark or with CRLF are reported by name")
    func texts() throws {
        let zip = try ZipWriter()
        try zip.add("project.qde", Array(RefiSample.project.utf8))
        try zip.add("sources/maria.txt", [0x53, 0xE9, 0x20, 0x0A, 0x61])
        let broken = try RefiLint.check(.bytes(zip.finish(), name: "a.qdpx"))
        #expect(broken.sorted.map(\.rule) == [.textEncoding])
        #expect(broken.sorted.first?.member == "sources/maria.txt")
        let marked = try RefiSample.archive(with: [("sources/maria.txt", "\u{FEFF}She waited\r\nfor her.")])
        let findings = try RefiLint.check(.bytes(marked, name: "a.qdpx"))
        #expect(findings.count(.textMark) == 1)
        #expect(findings.count(.textLineEnds) == 1)
        #expect(findings.count(.error) == 0)
    }

    @Test(
        "A file that cannot be checked throws a problem",
        arguments: ["", "PK\u{3}\u{4}", "<CodeBook", "no XML", "<a><b></a>", "{\\rtf1}"])
    func unreadable(content: String) throws {
        let problem = try #require(throws: Problem.self) {
            try RefiLint.check(.bytes(Array(content.utf8), name: "a.qdpx"))
        }
        #expect(problem.file == "a.qdpx")
    }

    @Test("An unknown root element is an error and ends the check")
    func root() throws {
        #expect(try RefiSample.rules(Array("<Kodebuch><Codes/></Kodebuch>".utf8)) == [.root])
        #expect(try RefiSample.rules(RefiSample.archive(RefiSample.codebook, with: [])) == [.root])
    }

    @Test("At most a thousand findings of a rule are kept, and all are counted")
    func many() throws {
        let codes = (0..<1_500).map { "<Code guid=\"\(RefiSample.guid($0))\" name=\"\($0)\" isCodable=\"ja\"/>" }
            .joined()
        let book = "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>\(codes)</Codes></CodeBook>"
        let findings = try RefiLint.check(.bytes(Array(book.utf8), name: "a.qdc"))
        #expect(findings.sorted.count == 1_000)
        #expect(findings.count(.error) == 1_500)
        #expect(findings.table().englishNotes == ["Further findings of refi-boolean: 500."])
    }

    @Test(
        "A damaged file is rejected, or its findings are reproducible and its repair is idempotent",
        arguments: 1...4)
    func mutated(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for original in [Array(RefiSample.project.utf8), try RefiSample.archive()] {
            var checked = 0
            for round in 0..<150 {
                let bytes = original.damaged(using: &random)
                do throws(Problem) {
                    let tables = (try Self.table(bytes), try Self.table(bytes))
                    #expect(tables.0 == tables.1, "seed \(seed), round \(round)")
                    checked += 1
                    let repair = try RefiRepair(.bytes(bytes, name: "a"))
                    let again = try RefiRepair(.bytes(repair.bytes, name: "a"))
                    #expect(again.bytes == repair.bytes, "seed \(seed), round \(round)")
                } catch {
                    #expect(error.file == "a" && !error.message.isEmpty, "seed \(seed), round \(round): \(error)")
                }
            }
            #expect(checked > 0, "seed \(seed)")
        }
    }

    private static func table(_ bytes: [UInt8]) throws(Problem) -> Table {
        try RefiLint.check(.bytes(bytes, name: "a")).table()
    }
}
