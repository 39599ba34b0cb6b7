import Foundation
import TemaPipeline
import TestSupport
import Testing

@testable import TemaCoding
@testable import TemaModel

/// A phrase that is cut out of a text and used as an indicator finds itself.
@Suite("A phrase copied from a text") struct CopiedPhraseTests {
    /// Composed sentences in scripts of which no real text is at hand.
    private static let composed = [
        "Они сказали: «Мы хотим домой!» — и ушли (около 10-ти человек), 3,5 года назад; сім’я чекала.",
        "Οι μαθητές είπαν: «Θέλουμε να γυρίσουμε», 1.000 φορές — τ’ απόγευμα.",
        "قالت الأم: «لا أخاف»، وكَتَبَت ١٢٫٥ صفحة؛ می‌روم به خانه.",
        "האם אמרה: \"אני לא מפחדת\" – צה\"ל, ג'ירפה ו־3 ילדים.",
        "माँ ने कहा: “मुझे डर नहीं लगता।” क्‍या यह ₹500 है? हाँ, 50% है।",
        "মা বললেন, “আমি ভয় পাই না।” এটা ৫০০ টাকা।",
        "அம்மா சொன்னாள்: “எனக்கு பயம் இல்லை.” (நூறு ரூபாய்)",
        "엄마가 말했다: “무섭지 않아요.” 학교에서는 3.5시간, A/B 반.",
        "母亲说：“我不害怕。”贩卖人身的人（约10人）走了。", "母は「怖くない」と言った。カタカナ、ｱｲｳ、々。",
        "แม่พูดว่า “ฉันไม่กลัว” และไปโรงเรียน 3 ครั้ง", "დედამ თქვა: „არ მეშინია“ და წავიდა.",
        "Մայրը ասաց՝ «չեմ վախենում»։", "እናት «አልፈራም» አለች።",
        "She can’t; the R&D dept. (U.S.) spent $1,000.50 – i.e. 50 % – on #hope, C++ and *stars*?!",
        "L’enfant d’aujourd’hui, c’est-à-dire l’œuvre; Straße und ＨＩＶ, CO₂-frei; col·legi.",
    ]

    @Test("finds itself in any script", arguments: composed.indices)
    func invented(index: Int) throws {
        let text = Text(Self.composed[index])
        let passage = Passage(kind: .paragraph, sectionType: .other, span: 0..<text.utf8.count)
        try check(Document(id: "composed", text: text, passages: [passage]), seed: UInt64(index), phrases: 200)
    }

    private static let corpora = ProcessInfo.processInfo.environment["TEMA_CORPORA"]

    @Test(
        "finds itself in real texts",
        .enabled(if: corpora != nil, "set TEMA_CORPORA to a folder of texts and dictionaries"))
    func real() throws {
        let folder = try #require(Self.corpora)
        var settings = ReadingSettings()
        settings.passages.kinds = PassageKind.allCases
        var count = 0
        _ = try Corpus(.paths([folder + "/jats"]), settings: settings).each { document throws(Problem) in
            count += 1
            do { try check(document, seed: UInt64(count), phrases: 60) } catch { throw Problem("\(error)") }
        }
        #expect(count > 0)
        for (number, text) in try Self.dictionaries(in: folder).enumerated() {
            let passage = Passage(kind: .paragraph, sectionType: .other, span: 0..<text.utf8.count)
            try check(Document(id: "dictionary", text: text, passages: [passage]), seed: UInt64(number), phrases: 300)
        }
    }

    /// Returns the texts of dictionaries, which are in many scripts.
    private static func dictionaries(in folder: String) throws -> [Text] {
        let files = FileManager.default.enumerator(
            at: URL(filePath: folder).appending(path: "dictionaries"), includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "yml" }
            .map { Text(String(try String(contentsOf: $0, encoding: .utf8).prefix(60_000))) }
    }

    /// Cuts phrases of up to five words out of a document at random, and codes the document with them.
    private func check(_ document: Document, seed: UInt64, phrases: Int) throws {
        var random = SeededGenerator(seed: seed)
        let copies = (0..<phrases).compactMap { _ in copy(from: document, &random) }
        let codes = copies.indices.map {
            Code(id: "c\($0)", indicators: ByLanguage([Indicator(copies[$0].indicator)]))
        }
        guard !codes.isEmpty else { return }
        var coder = AutomaticCoder(
            try Matcher(CodeList(Codebook(id: "b", codes: codes))), PassageChoice(kinds: PassageKind.allCases))
        let coded = coder.code(document)
        var found: [Int: Set<Range<Int>>] = [:]
        for coding in coded.codings {
            found[coding.code, default: []].formUnion(coded.evidence(of: coding).map(\.span))
        }
        for (number, copy) in copies.enumerated() where !(found[number]?.contains(copy.span) ?? false) {
            Issue.record("seed \(seed), \(document.id): “\(document.text.string(copy.span))” as “\(copy.indicator)”")
        }
    }

    private func copy(
        from document: Document, _ random: inout SeededGenerator
    ) -> (span: Range<Int>, indicator: String)? {
        guard let passage = document.passages.randomElement(using: &random) else { return nil }
        let scalars = Array(document.string(of: passage).unicodeScalars)
        let words = Word.ranges(in: scalars, scalars.map { Word.Traits($0) })
        guard let first = words.indices.randomElement(using: &random) else { return nil }
        let last = min(first + Int.random(in: 0..<5, using: &random), words.count - 1)
        let range = words[first].lowerBound..<words[last].upperBound
        // A tab breaks a phrase, and a part of a number is not found.
        guard !scalars[range].contains("\t"), !isPartOfNumber(scalars, range) else { return nil }
        let start = passage.span.lowerBound + String(String.UnicodeScalarView(scalars[..<range.lowerBound])).utf8.count
        let text = String(String.UnicodeScalarView(scalars[range]))
        let escaped = text.replacing("*", with: "\\*").replacing("?", with: "\\?")
            .replacing("NEAR", with: "near").replacing("THEN", with: "then")
        return (start..<(start + text.utf8.count), escaped)
    }

    private func isPartOfNumber(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && scalars[index].properties.generalCategory == .decimalNumber
        }
        func isPoint(_ index: Int) -> Bool {
            scalars.indices.contains(index) && (scalars[index] == "." || scalars[index] == ",")
        }
        return isPoint(range.lowerBound - 1) && isDigit(range.lowerBound - 2) && isDigit(range.lowerBound)
            || isPoint(range.upperBound) && isDigit(range.upperBound + 1) && isDigit(range.upperBound - 1)
    }
}
