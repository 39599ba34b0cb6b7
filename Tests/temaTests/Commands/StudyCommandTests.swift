import Foundation
import TemaModel
import TemaStudy
import TestSupport
import Testing

/// A study made with the program itself in a temporary folder.
final class StudyFolder {
    private let temporary = TemporaryFolder()
    var folder: URL { temporary.url }

    init() throws {
        let fixtures = Program.fixtures.path
        for line in [
            "init s.tema", "import s.tema \(fixtures)/corpus", "codebook import s.tema \(fixtures)/codebook.yaml",
        ] {
            #expect(try run(line).code == 0, "\(line)")
        }
    }

    func run(_ line: String) throws -> Program { try Program(line, in: folder) }

    var path: String { temporary.path("s.tema") }
}

@Suite("A study") struct StudyCommandTests {
    @Test(
        "gives the same tables as its folder and codebook",
        arguments: ["frequencies", "cooccurrence", "codings", "compare --by year", "quotes --code harm"])
    func same(command: String) throws {
        let place = try StudyFolder()
        let one = try place.run("\(command) --codings automatic --format csv s.tema")
        let other = try Program("\(command) --format csv -c codebook.yaml corpus")
        #expect(one.code == 0 && one.output == other.output, "\(one.messages)")
        #expect(
            try place.run("articles --format json s.tema").output
                == (try Program("articles --format json corpus")).output)
        #expect(
            try place.run("passages --sub-articles --format jsonl s.tema").output
                == (try Program("passages --sub-articles --format jsonl corpus")).output)
    }

    @Test("stores hand codings, and undoes and redoes them")
    func coding() throws {
        let place = try StudyFolder()
        let tagged = try place.run("tag s.tema interview-1 --code people --passage 1 --coder ana --memo first")
        #expect(tagged.code == 0, "\(tagged.messages)")
        let id = tagged.output.trimmingCharacters(in: .newlines)
        #expect(id.count == 32)
        let listed = try place.run("codings --coder ana --format jsonl s.tema").output
        #expect(listed.contains("\"id\":\"\(id)\"") && listed.contains("\"code\":\"hope/people\""))
        let unknown = try place.run("codings --coder anna --format jsonl s.tema")
        #expect(unknown.code == 2 && unknown.output.isEmpty && unknown.messages.contains("did you mean “ana”?"))
        let twoChoices = try place.run("codings --coder ana --codings final s.tema")
        #expect(twoChoices.code == 2 && twoChoices.messages.contains("cannot be combined"))
        #expect(try place.run("codings --codings hand --format jsonl s.tema").output == listed)
        #expect(try place.run("untag s.tema \(id.prefix(6)) --coder ben").code == 2)
        #expect(try place.run("untag s.tema \(id.prefix(6)) --coder ana").code == 0)
        #expect(try place.run("codings --coder ana --format jsonl s.tema").output.isEmpty)
        #expect(try place.run("undo s.tema --coder ben").code == 1)
        #expect(try place.run("undo s.tema --action 4 --coder ben").messages.contains("--anyone"))
        #expect(try place.run("undo s.tema --coder ana").output.hasPrefix("undone: untag hope/people in interview-1"))
        #expect(try place.run("codings --coder ana --format jsonl s.tema").output == listed)
        #expect(try place.run("redo s.tema --action 4 --anyone --coder ben").code == 0)
        #expect(try place.run("redo s.tema --coder ana").code == 1)
        #expect(
            try place.run("coders --format csv s.tema").output
                == "coder,role,assigned,codings,documents,codes,done,last\n")
        #expect(try !place.run("memo --format csv s.tema").output.contains("first"))
        #expect(try place.run("verify s.tema").code == 0)
        let names = try place.run("history --format csv s.tema").output.split(separator: "\n").map {
            $0.split(separator: ",")[3]
        }
        #expect(names == ["action", "import", "codebook import", "tag", "untag", "undo", "redo"])
        let last = try place.run("history --format csv s.tema --last 2 --coder ana").output
        #expect(last.contains("\n4,") && last.contains("\n5,") && !last.contains("\n3,"))
        #expect(try place.run("history s.tema --coder nobody").code == 2)
    }

    @Test("codes words with several codes, moves and recodes codings, and finds codes by earlier paths")
    func changedCodings() throws {
        let place = try StudyFolder()
        let tag = "tag s.tema interview-1 --passage 1 --coder ana"
        #expect(try place.run("\(tag) --code people").code == 0)
        let tagged = try place.run("\(tag) --code people --code harm")
        #expect(tagged.output.count == 33 && tagged.messages.contains("already coded these words with hope/people"))
        #expect(try place.run("\(tag) --code people --code harm").code == 2)
        let id = tagged.output.trimmingCharacters(in: .newlines)
        let resized = try place.run("resize s.tema \(id) --passage 2 --quote takut --coder ana --format csv")
        #expect(resized.output.contains(",2,harm,ana,takut\n"), "\(resized.messages)")
        #expect(try place.run("resize s.tema \(id) --coder ana").code == 2)
        #expect(try place.run("codebook rename s.tema people others").code == 0)
        let recoded = try place.run("recode s.tema \(id.prefix(9)) --code hope/people --coder ana --format csv")
        #expect(recoded.output.contains(",hope/others,ana,takut\n"))
        #expect(recoded.messages == "the code hope/people is now hope/others\n")
        #expect(try place.run("recode s.tema \(id) --code hop --coder ana").messages.contains("did you mean “hope”?"))
        #expect(try place.run("recode s.tema \(id) --code harm --coder ben").code == 2)
        let refused = try place.run("undo s.tema --action 5 --coder ana")
        #expect(refused.code == 2 && refused.messages.contains("(recode, by ana) depends on it"))
        #expect(try place.run("undo s.tema 2 --coder ana").code == 0)
        #expect(try place.run("verify s.tema").code == 0)
    }

    @Test(
        "reports each action with all fields for programs",
        arguments: [
            ("tag s.tema interview-1 --code people --passage 1", "\"code\":\"hope/people\""),
            ("import s.tema corpus", "\"unchanged\":0"), ("verify s.tema", "\"problems\":[]"),
            ("backup s.tema", "\"backup\":\"s.tema.backups/"), ("undo s.tema", "\"action\":\"codebook import\""),
            ("code s.tema", "\"gained\":"), ("reanchor s.tema", "\"to_review\":[]"),
            ("memo s.tema note", "\"text\":\"note\""), ("init t.tema", "\"study\":\"t.tema\""),
            ("codebook rename s.tema people others", "\"becomes\":\"hope/others\""),
            ("purge s.tema --yes", "\"texts\":0"), ("text export s.tema out", "\"folder\":\"out\""),
        ])
    func receipts(line: String, field: String) throws {
        let place = try StudyFolder()
        try FileManager.default.createDirectory(
            at: place.folder.appending(path: "corpus"), withIntermediateDirectories: true)
        let program = try place.run("\(line) --format jsonl")
        #expect(program.output.hasPrefix("{") && program.output.hasSuffix("}\n"), "\(program.messages)")
        #expect(program.output.contains(field), "\(program.output)")
    }

    @Test("shows each coder's progress, and what is next")
    func status() throws {
        let place = try StudyFolder()
        let all = try place.run("status s.tema --by uncoded --coder ana --format csv").output
        let open = all.split(whereSeparator: \.isNewline).dropFirst()
        let first = try #require(open.first).split(separator: ",")
        let second = try #require(open.dropFirst().first).split(separator: ",")
        #expect(try place.run("tag s.tema \(first[0]) --code people --passage \(first[1]) --coder ana").code == 0)
        let status = try place.run("status s.tema --by coder --coder ben --format csv").output
        let rows = status.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        #expect(rows[1].prefix(5) == ["ana", "1", "0", "1", "\(open.count - 1)"])
        #expect(rows[1].suffix(4) == [String(second[0]), String(second[1]), "0", "0"])
        #expect(rows[2].prefix(5) == ["ben", "0", "0", "0", "\(open.count)"])
        #expect(rows[2].suffix(4) == [String(first[0]), String(first[1]), "0", "0"])
        let left = try place.run("status s.tema --by uncoded --coder ana --format csv").output
        #expect(left.split(whereSeparator: \.isNewline).count == open.count)
        #expect(
            try place.run("done s.tema \(first[0]) --coder ben").output == "s.tema: 1 document marked as done by ben\n")
        let counted = try place.run("frequencies s.tema --coder ben --format json").output
        #expect(counted.contains("\"documents_n\":1") || counted.contains("1 document"))
        #expect(try place.run("done s.tema \(first[0]) --coder ben --undo").output.contains("no longer done"))
        #expect(try place.run("done s.tema nowhere --coder ben").code == 2)
    }

    @Test("edits and removes memos, each only for its author")
    func memos() throws {
        let place = try StudyFolder()
        let id = try place.run("memo s.tema Why? --coder ana").output.split(separator: "\n")[0]
        #expect(try place.run("memo edit s.tema \(id.prefix(8)) Because. --coder ana").output == "\(id)\n")
        #expect(try place.run("memo s.tema --format csv").output.hasSuffix(",ana,study,,Because.\n"))
        #expect(try place.run("memo remove s.tema \(id) --coder ben").code == 2)
        #expect(try place.run("memo remove s.tema \(id) --coder ana").code == 0)
        #expect(try place.run("memo s.tema --format csv").output == "id,at,coder,target,subject,text\n")
        #expect(try place.run("undo s.tema --coder ana").output.hasPrefix("undone: memo remove on the study"))
    }

    @Test("counts hand codings with the automatic ones that no one has rejected, and names what it counts")
    func final() throws {
        let place = try StudyFolder()
        #expect(try place.run("code s.tema").code == 0)
        func counted(_ options: String = "") throws -> [Substring] {
            let table = try place.run("frequencies s.tema --format csv \(options)")
            #expect(table.code == 0 && (options.isEmpty ? table.messages.contains("--codings final") : true))
            let row = try #require(table.output.split(separator: "\n").first { $0.hasPrefix("hope/people,") })
            return row.split(separator: ",").dropFirst(3).prefix(2) + [row.split(separator: ",").last ?? ""]
        }
        let automatic = try counted("--codings automatic")
        #expect(try counted() == automatic)
        #expect(try place.run("reject s.tema --code people").code == 0)
        #expect(try counted() == ["0", "0", "0"])
        let kept = try place.run("accept s.tema --all")
        #expect(kept.code == 0 && kept.messages.contains("not changed (--override changes them)"))
        #expect(try counted() == ["0", "0", "0"])
        #expect(try counted("--codings automatic") == automatic)
        #expect(try place.run("tag s.tema interview-1 --code people --passage 2 --coder ben").code == 0)
        #expect(try counted() == ["1", "1", "1"])
        #expect(try counted("--coder ben") == ["1", "1", "1"])
        // Hand codings do not become automatic ones.
        #expect(try place.run("code s.tema").output.contains(" 0 gained, 0 lost"))
        let listed = try place.run("codings s.tema --format csv").output
        #expect(listed.contains("hope/people,ben,") && !listed.contains("hope/people,codebook"))
        let page = try place.run("report s.tema").output
        #expect(page.contains("Automatic codings that a coder rejected were not counted"))
    }

    @Test("has co-occurrences of the spans of its hand codings")
    func spans() throws {
        let place = try StudyFolder()
        for line in [
            "tag s.tema 10.5555/one --code people --passage 2 --coder ana",
            "tag s.tema 10.5555/one --code plans --passage 3 --coder ana",
            "tag s.tema 10.5555/one --code plans --passage 2 --coder ben",
        ] { #expect(try place.run(line).code == 0) }
        let near = "cooccurrence s.tema --format csv --unit near-passages"
        #expect(try place.run("\(near) --within 1").output.contains("\nhope/plans,hope/people,2,1,1,"))
        // Codings of one passage by two coders do not co-occur.
        #expect(try place.run("\(near) --within 0").output.split(whereSeparator: \.isNewline).count == 1)
        let network = try place.run("cooccurrence s.tema --unit events --format graphml --coder ana").output
        #expect(network.contains("<data key=\"label\">People</data>"))
        for line in [near, "cooccurrence s.tema --unit overlap --codings final", "cooccurrence s.tema --within 2"] {
            #expect(try place.run(line).code == 2, "\(line)")
        }
    }

    @Test("compares its coders")
    func coders() throws {
        let place = try StudyFolder()
        for line in [
            "tag s.tema interview-1 --code people --passage 2 --coder ana",
            "tag s.tema interview-1 --code people --passage 2 --coder ben",
            "tag s.tema interview-1 --code plans --passage 3 --coder ben",
        ] { #expect(try place.run(line).code == 0) }
        let table = try place.run("compare s.tema --by coder --format csv").output
        #expect(table.hasPrefix("code,name,level,ana,ben,total\nhope,Hope,category,1,2,2\n"))
        #expect(table.contains("\nhope/people,People,theme,1,1,1\n"))
        #expect(try place.run("compare s.tema --by coder --codings final").code == 2)
        #expect(try place.run("compare s.tema --by year --view intervals").code == 2)
    }

    @Test("has its coders' agreement and disagreements computed")
    func agreement() throws {
        let place = try StudyFolder()
        for line in [
            "tag s.tema interview-1 --code people --passage 2 --coder ana",
            "tag s.tema interview-1 --code people --passage 2 --coder ben",
            "tag s.tema interview-1 --code people --passage 3 --coder ben",
        ] { #expect(try place.run(line).code == 0) }
        let table = try place.run("agreement s.tema --unit passage --code people --draws 0 --format csv").output
        #expect(table.contains("\ndice,Dice,0.666667,"))
        #expect(try place.run("agreement s.tema --format json").output.contains("\"cohen_kappa_low\""))
        let listed = try place.run("agreement s.tema --disagreements --code people --format jsonl").output
        #expect(listed.contains("\"passage\":3") && listed.contains("\"given_by\":[\"ben\"],\"not_by\":[\"ana\"]"))
        #expect(try place.run("agreement s.tema --coders ana").code == 2)
        let level = try place.run("agreement s.tema --level theme --draws 0 --format csv").output
        #expect(level.contains("\n,all codes of level 2 (theme),,"))
        let spans = try place.run("agreement s.tema --spans --format csv").output
        #expect(spans.contains("u_alpha,relevance_alpha,cu_alpha,k_alpha,coverage,undefined\n,all codes together,,0."))
        #expect(try place.run("agreement s.tema --spans --code people").code == 2)
    }

    @Test(
        "is not needed for the agreement of a table of ratings",
        arguments: [
            ("unit,coder,value\n1,a,x\n1,b,x\n2,a,y\n2,b,y\n", "", 0), ("unit;coder;value\n1;a;x\n", "", 0),
            ("u,c,v\n1,a,x\n", "", 2), ("u,c,v,d\n1,a,x,d1\n", "--columns u,c,v,d", 0), ("", "", 2),
            ("unit,coder,value\n1,a\n", "", 2), ("u,c\n1,a\n", "--columns u,c", 2),
        ])
    func ratings(text: String, options: String, code: Int32) throws {
        let place = try StudyFolder()
        try Data(text.utf8).write(to: place.folder.appending(path: "r.csv"))
        let program = try place.run("agreement --data r.csv \(options)")
        #expect(program.code == code, "\(program.messages)")
        #expect(code == 0 || program.messages.contains("r.csv") || program.messages.contains("--columns"))
    }

    @Test("prints the current and a former text")
    func oldText() throws {
        let place = try StudyFolder()
        let file = place.folder.appending(path: "note.txt")
        for text in ["The old words.", "The new words."] {
            try Data(text.utf8).write(to: file)
            #expect(try place.run("import s.tema note.txt").code == 0)
        }
        #expect(try place.run("text show s.tema note --plain").output == "The new words.\n")
        #expect(try place.run("text show s.tema note --after 3 --plain").output == "The old words.\n")
        #expect(try place.run("text show s.tema note --after 3").output == "note\n\n  0  The old words.\n")
        #expect(try place.run("text show s.tema note --after 2").code == 2)
    }

    @Test("shows its codes beside the text")
    func reading() throws {
        let place = try StudyFolder()
        for line in [
            "tag s.tema interview-1 --code harm --quote takut --coder ana", "code s.tema --coder ana",
            "reject s.tema interview-1 --passage 3 --code plans --coder ana",
        ] { #expect(try place.run(line).code == 0, "\(line)") }
        let shown = try place.run("text show s.tema interview-1 --passage 2-3")
        #expect(
            shown.output == """
                interview-1

                  2  Ibu saya takut. Saya ingin hidup.                              Harm (ana)
                                                                                    Plans (automatic)
                                                                                    People (automatic)
                                                                                    Harm (automatic)

                  3  Rencana itu ada.

                """, "\(shown.messages)")
        for (line, message) in [
            ("s.tema", "add the id of a document"), ("s.tema interview-1 --passage 2-9", "no passage 9"),
            ("s.tema interview-1 --passage 5-2", "must be a number or a range"),
            ("s.tema interview-1 --plain -c x.yaml", "no effect"), ("s.tema interwiev", "no document “interwiev”"),
            ("\(Program.fixtures.path)/corpus interwiev-1", "did you mean “interview-1”?"),
            ("\(Program.fixtures.path)/corpus --after 1", "needs a study"),
            ("\(Program.fixtures.path)/corpus --sections results", "add -c"),
        ] {
            let refused = try place.run("text show \(line)")
            #expect(refused.code == 2 && refused.messages.contains(message), "\(line): \(refused.messages)")
        }
    }

    @Test(
        "is unchanged after a wrong command, which is reported",
        arguments: [
            "tag s.tema interview-1 --code nobody --passage 1", "tag s.tema interwiev --code people --passage 1",
            "tag s.tema interview-1 --code people", "tag s.tema interview --code people --span 9-3",
            "tag s.tema interview-1 --code people --passage 1 --span 1-3", "untag s.tema 00", "init s.tema",
            "init study.sqlite", "import s.tema s.tema", "frequencies s.tema corpus", "verify corpus.tema",
            "undo s.tema 0", "memo s.tema x --document a --code b",
        ])
    func refusals(line: String) throws {
        let place = try StudyFolder()
        let before = FileManager.default.contents(atPath: place.path)
        let program = try place.run(line)
        #expect(program.code == 2 && !program.messages.isEmpty && program.output.isEmpty, "\(program.messages)")
        #expect(FileManager.default.contents(atPath: place.path) == before)
    }

    @Test("imports changed documents, and lists codings to review")
    func changed() throws {
        let place = try StudyFolder()
        let file = place.folder.appending(path: "talk.txt")
        try Data("She went to the lake early that day.\n\nThe lake was cold.\n".utf8).write(to: file)
        #expect(try place.run("import s.tema talk.txt").output == "s.tema: 1 new, 0 changed, 0 unchanged\n")
        for span in ["12-20", "38-56"] {
            #expect(try place.run("tag s.tema talk --code harm --coder ana --span \(span)").code == 0)
        }
        try Data("A title.\n\nShe went to  the lake early that day.\n\nIt was warm.\n".utf8).write(to: file)
        let changed = try place.run("import s.tema talk.txt")
        #expect(changed.output == "s.tema: 0 new, 1 changed, 0 unchanged\n")
        #expect(changed.messages.contains("harm in talk, passage 1 (orphaned)"))
        let states = try place.run("codings --coder ana --format csv s.tema").output
        #expect(states.contains("sure,1") && states.contains("lost,0"))
        #expect(try place.run("verify s.tema").output.contains("2 codings (1 to review)"))
    }

    @Test("has codes added and edited, also without a codebook")
    func codes() throws {
        let place = try StudyFolder()
        #expect(try place.run("codebook add s.tema hope/new --name Neu --in de").output == "s.tema: hope/new added\n")
        #expect(try place.run("codebook add s.tema hope/new").messages.contains("hope/new already exists"))
        #expect(try place.run("codebook add s.tema hop/new").messages.contains("did you mean “hope”?"))
        #expect(try place.run("codebook edit s.tema new --name New --in en --indicator news --color #2A9D8F").code == 0)
        let yaml = try place.run("codebook export s.tema").output
        #expect(yaml.contains("- id: new\n        name:\n          de: Neu\n          en: New\n"))
        #expect(yaml.contains("color: \"#2A9D8F\""))
        #expect(try place.run("codebook edit s.tema new --color").code == 2)
        #expect(try place.run("codebook add s.tema plain --name Plain").code == 0)
        #expect(try place.run("codebook edit s.tema plain --name Polos --in id").code == 0)
        #expect(
            try place.run("codebook export s.tema").output.contains(
                "- id: plain\n    name:\n      en: Plain\n      id: Polos\n"))
        #expect(try place.run("undo s.tema").code == 0)
        #expect(try place.run("undo s.tema").code == 0)
        #expect(try place.run("codebook edit s.tema new").code == 2)
        #expect(try place.run("codebook show s.tema --format csv").output.contains("hope/new"))
        #expect(try place.run("undo s.tema").output.hasPrefix("undone: codebook edit hope/new"))
        #expect(try place.run("init other.tema").code == 0)
        #expect(try place.run("codebook add other.tema first").code == 0)
        #expect(try place.run("codebook export other.tema").output.hasPrefix("tema: 1\nid: other\n"))
    }

    @Test("is exported and imported as plain text, and has its codebook edited")
    func textAndCodebook() throws {
        let place = try StudyFolder()
        _ = try place.run("tag s.tema interview-1 --code people --passage 1 --coder ana --memo x")
        #expect(try place.run("text export s.tema out").output == "out: 3 files\n")
        #expect(
            try place.run("codebook rename s.tema people persons --coder ana").output.contains("1 coding moved"))
        #expect(try place.run("codings --coder ana --format csv s.tema").output.contains("hope/persons"))
        #expect(try place.run("codebook merge s.tema persons --into harm").code == 0)
        #expect(try place.run("codebook diff s.tema 2 --format csv").output.contains("interview-1,2,lost,hope/people"))
        #expect(try place.run("codebook retire s.tema nobody").code == 2)
        #expect(try place.run("text import s.tema out --coder ana").code == 0)
        #expect(try place.run("text export s.tema again").code == 0)
        for path in ["codebook.yaml", "codings/interview-1/ana.jsonl"] {
            let (one, two) = (
                place.folder.appending(path: "out/" + path), place.folder.appending(path: "again/" + path)
            )
            #expect(try Data(contentsOf: one) == Data(contentsOf: two))
        }
        #expect(try place.run("text export s.tema .").code == 2)
        #expect(try place.run("undo s.tema 3").code == 2)
        #expect(try place.run("undo s.tema 3 --anyone").code == 0)
        #expect(try place.run("codings --coder ana --format csv s.tema").output.contains("hope/people"))
        #expect(try place.run("verify s.tema").code == 0)
    }
}
