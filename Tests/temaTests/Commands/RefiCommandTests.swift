import Foundation
import TestSupport
import Testing

@Suite("tema refi lint") struct RefiCommandTests {
    /// A codebook with three faults, two of which are repaired without guessing.
    static let codebook = """
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
        <Code guid="0e5b1ec6-0000-4000-8000-000000000001" name="loss" isCodable="true" color="rgba(10, 100, 200, 1)"/>
        <Code guid="0E5B1EC6-0000-4000-8000-000000000001" name="return" isCodable="true"/>
        </Codes><Sets/></CodeBook>
        """

    private func inFolder(_ work: (URL) throws -> Void) throws {
        let folder = TemporaryFolder()
        try folder.write("book.qdc", Self.codebook.utf8)
        try work(folder.url)
    }

    @Test("prints a line for each fault with place, rule and suggestion, and exits with 1")
    func lint() throws {
        try inFolder { folder in
            let run = try Program("refi lint book.qdc", in: folder)
            #expect(
                run.output == """
                    book.qdc:2: error: color of Code is “rgba(10, 100, 200, 1)”, which is not a color [refi-color] (write # and six hexadecimal digits)
                    book.qdc:3: error: Code has the same GUID as a Code in line 2: 0E5B1EC6-0000-4000-8000-000000000001 [refi-duplicate-guid] (change one of the GUIDs)
                    book.qdc:4: error: Sets is empty [refi-empty-container] (remove the element)

                    """)
            #expect(run.messages == "book.qdc: 3 errors, 0 warnings, 0 notes\n")
            #expect(run.code == 1)
            let table = try Program("refi lint book.qdc --format csv -q", in: folder)
            #expect(table.output.hasPrefix("severity,file,line,finding,way_out,rule\n"))
            #expect(table.messages == "")
        }
    }

    @Test("writes a repaired copy, and does not change the file")
    func fix() throws {
        try inFolder { folder in
            let run = try Program("refi lint book.qdc --fix -o repaired.qdc", in: folder)
            #expect(run.messages.contains("repaired: changed color of Code from “rgba(10, 100, 200, 1)” to #0A64C8"))
            #expect(run.output.contains("refi-duplicate-guid"))
            #expect(run.code == 1)
            let copy = try String(contentsOf: folder.appending(path: "repaired.qdc"), encoding: .utf8)
            #expect(copy.contains("color=\"#0A64C8\"") && !copy.contains("Sets"))
            #expect(try String(contentsOf: folder.appending(path: "book.qdc"), encoding: .utf8) == Self.codebook)
        }
    }

    @Test("exits with 2 if the file cannot be read or -o is missing")
    func refused() throws {
        try inFolder { folder in
            #expect(try Program("refi lint none.qdc", in: folder).code == 2)
            #expect(try Program("refi lint book.qdc --fix", in: folder).code == 2)
            try "no XML".write(to: folder.appending(path: "bad.qde"), atomically: true, encoding: .utf8)
            #expect(try Program("refi lint bad.qde", in: folder).code == 2)
        }
    }

    @Test("never overwrites the file itself")
    func itself() throws {
        try inFolder { folder in
            let run = try Program("refi lint book.qdc --fix -o book.qdc", in: folder)
            #expect(run.code == 2)
            #expect(try String(contentsOf: folder.appending(path: "book.qdc"), encoding: .utf8) == Self.codebook)
        }
    }
}
