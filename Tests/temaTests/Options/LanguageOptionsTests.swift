import Foundation
import TestSupport
import Testing

@Suite("The language of results") struct LanguageOptionsTests {
    @Test("is that of --language, for labels, notes and code names")
    func option() throws {
        let english = try Program("frequencies -c codebook.yaml corpus").output
        let indonesian = try Program("frequencies -c codebook.yaml --language id-ID corpus").output
        #expect(english.contains("Code frequencies") && english.contains("Plans"))
        #expect(indonesian.contains("Frekuensi kode") && indonesian.contains("Rencana"))
        #expect(!indonesian.contains("passages") && indonesian.contains("Harm"))
    }

    @Test("does not change formats for programs, except names of codes", arguments: ["csv", "json", "jsonl", "tsv"])
    func programs(format: String) throws {
        let line = "compare -c codebook.yaml --by year --format \(format) corpus"
        let english = try Program(line)
        let indonesian = try Program(line + " --language id")
        let named = english.output.replacing("Hope", with: "Harapan").replacing("Plans", with: "Rencana")
            .replacing("People", with: "Orang")
        #expect(indonesian.output == named)
        // The notes are for people, also beside a format for programs.
        #expect(format == "json" || indonesian.messages.contains("Penyebut: "))
    }

    @Test("is that of the codebook by default, but without a change of names")
    func codebook() throws {
        let scratch = TemporaryFolder()
        let english = try String(contentsOf: Program.fixtures.appending(path: "codebook.yaml"), encoding: .utf8)
        try scratch.write(["book.yaml": english.replacing("language: en", with: "language: id")])
        let corpus = Program.fixtures.appending(path: "corpus").path
        let output = try Program(["frequencies", "-c", "book.yaml", corpus], in: scratch.url).output
        #expect(output.contains("Frekuensi kode") && output.contains("Plans"))
        let chosen = try Program(["frequencies", "-c", "book.yaml", "--language", "en", corpus], in: scratch.url).output
        #expect(chosen.contains("Code frequencies"))
    }

    @Test("may have code names only, and is refused if it has nothing")
    func names() throws {
        let scratch = TemporaryFolder()
        let english = try String(contentsOf: Program.fixtures.appending(path: "codebook.yaml"), encoding: .utf8)
        try scratch.write(["book.yaml": english.replacing("{en: Plans,", with: "{en: Plans, fr: Projets,")])
        let corpus = Program.fixtures.appending(path: "corpus").path
        let french = try Program(["frequencies", "-c", "book.yaml", "--language", "fr", corpus], in: scratch.url)
        #expect(french.code == 0 && french.output.contains("Code frequencies") && french.output.contains("Projets"))
        let spanish = try Program(["frequencies", "-c", "book.yaml", "--language", "es", corpus], in: scratch.url)
        #expect(spanish.code == 2 && spanish.messages.contains("no labels or code names in the language “es”"))
        let without = try Program("passages --language fr corpus")
        #expect(without.code == 2 && without.messages.contains("labels exist in en, id"))
    }
}
