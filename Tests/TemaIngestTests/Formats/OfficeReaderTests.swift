import TemaModel
import TestSupport
import Testing

@testable import TemaFormats
@testable import TemaIngest

/// Whether tests with LibreOffice can run on this machine.
let hasOfficeProgram = (try? ExternalProgram("soffice", missing: Problem(""))) != nil

@Suite("Office texts", .enabled(if: hasOfficeProgram, "soffice is not installed")) struct OfficeReaderTests {
    static let sample = """
        {\\rtf1\\ansi{\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s0 Normal;}}\\pard\\s1\\outlinelevel0 Metode\\par\
        \\pard\\s0 We \\b wait\\b0 ed for tr\\u233?s.\\par Three.\\par}
        """

    @Test("Headings and paragraphs of rich text are read") func paragraphs() throws {
        let reading = try Reading(Array(Self.sample.utf8), OfficeReader.self)
        #expect(
            reading.passages == [
                "heading methods: Metode", "paragraph methods: We waited for trés.", "paragraph methods: Three.",
            ])
    }

    @Test("A damaged file is rejected, and nothing of it is left behind") func damaged() throws {
        for bytes in [Array("{\\rtf1 ".utf8), Packed.archive(.zip, [("mimetype", Array("x".utf8))])] {
            let problem = #expect(throws: Problem.self) { try Reading(bytes, OfficeReader.self) }
            #expect(problem?.message.hasPrefix("LibreOffice cannot read it") == true && problem?.suggestion != nil)
        }
    }
}
