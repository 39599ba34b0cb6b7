import Foundation
import Testing

@Suite("Commands for the codebook of a study") struct CodebookCommandTests {
    @Test("try indicators instead of those of the code, or with them")
    func tried() throws {
        let place = try StudyFolder()
        let alone = try place.run("codebook try s.tema harm --indicator hidup --indicator school --format csv")
        #expect(alone.output.contains("note-1,1,yes,35,41,The ,school,: she may return.\n"), "\(alone.output)")
        #expect(alone.code == 0 && alone.output.hasPrefix("document,passage,new,start,end,before,match,after\n"))
        let text = try place.run("codebook try s.tema harm --indicator school").output
        #expect(text.contains("Matches: 1, in 1 passage of 1 document."))
        let added = try place.run("codebook try s.tema harm --indicator school --add").output
        #expect(added.contains("passages gained: 1,"))
        #expect(try place.run("codebook try s.tema harm").code == 2)
        let malformed = try place.run("codebook try s.tema harm --indicator *")
        #expect(malformed.code == 2 && malformed.messages.contains("“*” would match every word"))
        let warned = try place.run("codebook try s.tema harm --in id --indicator near/2")
        #expect(warned.code == 0 && warned.messages.contains("“near/2” is read as words"))
    }

    @Test("add indicators to those of a code, in the language")
    func added() throws {
        let place = try StudyFolder()
        #expect(try place.run("codebook edit s.tema harm --add --indicator school --indicator afraid").code == 0)
        #expect(try place.run("codebook export s.tema").output.contains("      - \"hit me\"\n      - school\n"))
        #expect(try place.run("codebook edit s.tema plans --add --in id --indicator niat").code == 0)
        #expect(
            try place.run("codebook export s.tema").output.contains(
                "            - \"ingin hidup\"\n            - niat\n"))
        #expect(try place.run("codebook edit s.tema plans --indicator aim").code == 0)
        #expect(
            try place.run("codebook export s.tema").output.contains("          en:\n            - aim\n          id:\n")
        )
        #expect(try place.run("codebook edit s.tema plans --add --name Aims").code == 2)
    }

    @Test("suggest indicators, and print how to try and accept them")
    func suggested() throws {
        let place = try StudyFolder()
        for (document, passage) in [("interview-1", 2), ("note-1", 1)] {
            _ = try place.run("tag s.tema \(document) --code people --passage \(passage) --coder ana")
        }
        _ = try place.run("done s.tema note-2 --coder ana")
        let found = try place.run("codebook suggest s.tema hope --coder ana")
        #expect(found.code == 0 && found.output.hasPrefix("Suggested indicators of hope\n"), "\(found.messages)")
        #expect(found.output.contains("fewer than 4 are coded"))
        let csv = try place.run("codebook suggest s.tema hope --top 1 --format csv").output
        #expect(
            csv.hasPrefix(
                "indicator,in_code,in_rest,documents,keyness,right,matches,right_percent,right_low,right_high,adds\n"))
        #expect(try place.run("codebook suggest s.tema hope --coder eve").code == 2)
        #expect(try place.run("codebook suggest s.tema hope --top 0").code == 2)
    }

    @Test(
        "preview what an edit would change, and leave the study as it is",
        arguments: [
            ("rename s.tema people persons", "rename hope/people > hope/persons would change 1 coding (ana 1)"),
            ("move s.tema people", "move hope/people > people would change 1 coding (ana 1) in 1 document"),
            ("merge s.tema people --into harm", "0 merged, 0 removed; and 0 automatic codings, 0 memos, 0 codes below"),
            (
                "split s.tema people --into friends",
                "split hope/people > hope/friends would change 0 codings in 0 documents"
            ),
            ("retire s.tema hope", "retire hope would change 1 coding (ana 1) in 1 document: 0 merged, 1 removed"),
            ("add s.tema hope/new --name New", "add hope/new would change 0 codings"),
            ("edit s.tema hope --name Hopes", "edit hope would change 0 codings"),
        ])
    func preview(line: String, expected: String) throws {
        let place = try StudyFolder()
        _ = try place.run("tag s.tema interview-1 --code people --passage 2 --coder ana --memo x")
        let before = try Data(contentsOf: place.folder.appending(path: "s.tema"))
        let shown = try place.run("codebook \(line) --preview")
        #expect(
            shown.code == 0 && shown.output.hasPrefix("s.tema: ") && shown.output.contains(expected), "\(shown.output)")
        #expect(try Data(contentsOf: place.folder.appending(path: "s.tema")) == before)
        let json = try place.run("codebook \(line) --preview --format json").output
        #expect(json.contains("\"automatic\"") && json.contains("\"coders\""))
        #expect(try place.run("codebook rename s.tema hope harm --preview").messages.contains("harm already exists"))
    }
}
