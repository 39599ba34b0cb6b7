import TemaFormats
import TemaIngest
import TemaModel
import TestSupport
import Testing

@testable import TemaCodebook
@testable import TemaExchange

/// Properties of all codebook formats.
@Suite("Codebook formats") struct CodebookFormatTests {
    private static let formats = CodebookFormats.all.indices

    private static let names = [
        "Hope", "a b", "道徳", "انگلیسی", "Über/unter", "X > Y", "Plan (1)", "@rule", "+plus", "# no", "a: b", "-", "%",
        "'q' \"q\"",
        "é\te", "no", "<b>&", "=1", "01",
    ]
    private static let matches = [
        "hope", "want* to live", "wom?n", "*ness", "self-esteem", "don't", "道徳*", "انگلیسی*", "ΟΔΟΣ", "x NEAR/3 y",
        "a b THEN/0 c",
        "* Ocean", "911", "Côte d'Ivoire",
    ]

    private static func codes(_ random: inout SeededGenerator, depth: Int, _ count: inout Int) -> [Code] {
        (0..<Int.random(in: depth == 1 ? 1...4 : 0...3, using: &random)).map { _ in
            count += 1
            var code = Code(id: "c\(count)", name: ByLanguage("\(names.randomElement(using: &random) ?? "") \(count)"))
            if Bool.random(using: &random) { code.definition = ByLanguage("What\nit & is") }
            let indicators = matches.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))
            if !indicators.isEmpty { code.indicators = ByLanguage(indicators.map { Indicator($0) }) }
            if depth < 4 { code.codes = codes(&random, depth: depth + 1, &count) }
            return code
        }
    }

    private static func codebook(seed: Int) -> Codebook {
        var random = SeededGenerator(seed: seed)
        var count = 0
        return Codebook(id: "words", title: ByLanguage("words"), codes: codes(&random, depth: 1, &count))
    }

    @Test("A codebook that a format can represent is written and read without changes", arguments: formats, 1...25)
    func stable(format: Int, seed: Int) throws {
        let format = CodebookFormats.all[format]
        let first = try Converted.written(Self.codebook(seed: seed), format)
        let read = try Converted(first.text, format)
        #expect(read.losses == [], "\(format.name), seed \(seed)")
        let second = try Converted.written(read.codebook, format)
        #expect(second.losses == [], "\(format.name), seed \(seed)")
        #expect(try Converted(second.text, format).codebook == read.codebook, "\(format.name), seed \(seed)")
        #expect(try Converted.written(read.codebook, format).text == second.text)
    }

    /// Returns the codes in order, each with the patterns of its own indicators and of its descendants' indicators.
    private func patterns(
        _ codebook: Codebook
    ) -> [(name: String, own: Set<IndicatorPattern>, below: Set<IndicatorPattern>)] {
        let list = CodeList(codebook)
        var own = [Set<IndicatorPattern>](repeating: [], count: list.count)
        for item in list.indicators {
            if let pattern = try? IndicatorPattern(item.indicator.match) { own[item.code].insert(pattern) }
        }
        return list.entries.indices.map { at in
            let below = own[(at + 1)..<list.entries[at].end].reduce(into: Set()) { $0.formUnion($1) }
            return (list.entries[at].name, own[at], below)
        }
    }

    @Test("All losses are reported", arguments: formats, 1...25)
    func told(format: Int, seed: Int) throws {
        let format = CodebookFormats.all[format]
        let given = Self.codebook(seed: seed)
        var losses = Losses()
        let bytes = try format.write(given, &losses)
        let got = patterns(try Converted(bytes, format).codebook)
        let elements = Set(losses.all.map(\.element))
        let expected = patterns(given)
        #expect(got.count == expected.count, "\(format.name), seed \(seed)")
        for (one, other) in zip(expected, got) {
            let lost = Self.matches.filter { elements.contains("indicator “\($0)”") }.compactMap {
                try? IndicatorPattern($0)
            }
            var own = one.own.subtracting(lost)
            if elements.contains("indicator also in a descendant code") { own.subtract(one.below) }
            if elements.contains("indicator") { own = [] }
            #expect(other.own == own, "\(format.name), seed \(seed), \(one.name)")
            if elements.isDisjoint(with: ["name", "level"]) {
                #expect(other.name == one.name, "\(format.name), seed \(seed)")
            }
        }
    }

    private static let samples: [String] = [
        "tema: 1\nid: b\ncodes:\n  - id: a\n    indicators: [x*, \"y z\"]\n",
        "<dictionary><cnode name=\"t\"><cnode name=\"a\"><pnode name=\"x*\"/></cnode></cnode></dictionary>\n",
        "%\n1\ta\n\t2\tb c\n%\nx*\t1\t2\nlike (02 134)125/464\t2\n", "+a\nx*\ny z\n+b\n q \n",
        "A\n\tB\n\t\tX_Y* (1)\n\t\tZ (2)\n\t@R [A NEAR B] (1)\n",
        "path,name,word,language\na/b,\"B, b\",x*,en\na,,\"y z\",\n",
        "a:\n  b: [x*, 'y z']\n  __: [w]\n道徳: [善*]\n",
        """
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
        <Code guid="0E5B1EC6-0000-4000-8000-000000000001" name="a" isCodable="false"><Description>d</Description>
        <Code guid="0E5B1EC6-0000-4000-8000-000000000002" name="b" isCodable="true" color="#0A64C8"/></Code>
        </Codes></CodeBook>

        """,
    ]

    @Test("Formats are recognized by their first lines", arguments: formats)
    func recognised(format: Int) {
        let bytes = Array(Self.samples[format].utf8)
        #expect(CodebookFormats.format(of: InputPath("-"), bytes[...]) == CodebookFormats.all[format])
        let ending = CodebookFormats.all[format].extensions[0]
        #expect(CodebookFormats.format(of: InputPath("a.\(ending)"), bytes[...]) == CodebookFormats.all[format])
        #expect(CodebookFormats.named(CodebookFormats.all[format].name) == CodebookFormats.all[format])
    }

    @Test("Content determines the format if the extension differs; the extension does if the content is ambiguous")
    func endings() {
        func name(_ path: String, _ text: String) -> String? {
            CodebookFormats.format(of: InputPath(path), Array(text.utf8)[...])?.name
        }
        #expect(name("a.yaml", Self.samples[6]) == "quanteda" && name("a.yml", Self.samples[0]) == "tema")
        #expect(name("a.dic", Self.samples[3]) == "lexicoder" && name("a.dic", "words") == "liwc")
        #expect(name("a.txt", "Dear reader, this is a letter.\n") == nil && name("a.yaml", "") == "tema")
        #expect(CodebookFormats.format(promisedBy: InputPath("x/a.CAT"))?.name == "wordstat")
    }

    /// Returns a copy with bytes changed, removed or inserted, or truncated.
    private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...2, using: &random) {
            guard !bytes.isEmpty else { break }
            let at = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0...3, using: &random) {
            case 0: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 1: bytes.remove(at: at)
            case 2: bytes.removeSubrange(at...)
            default: bytes.insert([0, 9, 10, 13, 34, 44, 60, 0xFF, 0xE2].randomElement(using: &random) ?? 0, at: at)
            }
        }
        return bytes
    }

    @Test("Damaged files are read as valid codebooks or rejected with a message", arguments: formats)
    func damage(format: Int) throws {
        let kind = CodebookFormats.all[format]
        for seed in 1...400 {
            var random = SeededGenerator(seed: seed)
            let bytes = damaged(Array(Self.samples[format].utf8), &random)
            var losses = Losses()
            do throws(Problem) {
                let input = try UTF8Input(.bytes(bytes, name: "a"), encoding: nil, isXML: kind.isXML)
                let codebook = try kind.read(input, &losses)
                let written = Array(CodebookYAML.write(codebook).utf8)
                let (again, problems) = CodebookYAML.read(written, file: "a")
                #expect(again == codebook, "\(kind.name), seed \(seed): \(problems)")
            } catch { #expect(!error.message.isEmpty) }
        }
    }
}
