import TemaModel
import TestSupport
import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Reading buffers") struct ReadingBuffersTests {
    /// Complete and truncated articles, articles in other encodings and with unusual names, and files that are not
    /// articles.
    private static let inputs: [[UInt8]] = {
        let names = (0..<300).map { "<x\($0)>a</x\($0)>" }.joined()
        let front = """
            <front><journal-meta><journal-title>J</journal-title></journal-meta><article-meta>\
            <article-id pub-id-type="doi">10.1/x</article-id><title-group><article-title>T &amp; <i>U</i></article-title>\
            </title-group><contrib-group><contrib contrib-type="author"><name><surname>Doe</surname>\
            <given-names>Ann</given-names></name></contrib></contrib-group><pub-date><year>2020</year></pub-date>\
            </article-meta></front>
            """
        let section =
            "<sec sec-type='methods'><title> Data  and <b>method</b></title><p xml:lang='fr'>Un texte</p></sec>"
        let texts = [
            "<article>\(front)<body>\(section)</body></article>",
            "<article><body><sec><title>Hasil</title><p>a</p></sec><sec><title>Hasil</title><p>b\(names)</p></sec></body></article>",
            "<set><article id='1'><body>\(section)<sub-article><body><p>s</p></body></sub-article></body></article><article/></set>",
            "<article><body><p>&nosuch; \(String(repeating: "long ", count: 100_000))</p></body></article>",
            "<article>\(front)<body><sec><title>Open",
            "<article><body><table><tr><td>1</td> <td>2</td></tr>x</table></body></article>",
            "<a:article xmlns:a='u'><a:body><a:p xml:lang='de'>p</a:p></a:body></a:article>", "<html/>", "",
            "<article><body><p>é\u{1}",
            "<?xml version='1.0' encoding='windows-1252'?><article><body><p>x</p></body></article>",
        ]
        return texts.map { Array($0.utf8) }
    }()

    private func read(_ bytes: [UInt8], _ buffers: ReadingBuffers) -> [String] {
        var all: [String] = []
        let sink = DocumentSink(deliver: { all.append("\($0)") }, report: { all.append("\($0)") })
        do throws(Problem) {
            try DocumentReaders.read(
                .bytes(bytes, name: "a.xml"), InputPath("a.xml"), as: JATSReader.self, buffers: buffers, into: sink)
        } catch {
            all.append("\(error)")
        }
        return all
    }

    @Test("Shared buffers do not change results, in any order of inputs")
    func sameResults() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        let alone = Self.inputs.map { read($0, ReadingBuffers()) }
        let buffers = ReadingBuffers()
        for round in 0..<20 {
            for number in Self.inputs.indices.shuffled(using: &random) {
                #expect(
                    read(Self.inputs[number], buffers) == alone[number], "seed \(seed), round \(round), input \(number)"
                )
            }
        }
    }

    @Test("The section type cache returns the same type each time, even beyond its capacity")
    func sectionTypes() {
        var types = SectionTypes()
        for _ in 0..<2 {
            #expect(types.type(secType: nil, heading: "Hasil") == .results)
            #expect(types.type(secType: "methods", heading: "Hasil") == .methods)
            #expect(types.type(secType: nil, heading: "Chapter") == nil)
        }
        for number in 0..<3_000 { #expect(types.type(secType: nil, heading: "\(number). Methods") == .methods) }
    }
}
