import TemaModel
import Testing

@testable import TemaPipeline

@Suite("PNG") struct PNGTests {
    private let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>".utf8)

    @Test("is drawn if the program is installed; otherwise the error names the package")
    func drawn() {
        do throws(Problem) {
            #expect(try PNG.drawn(svg).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        } catch {
            #expect(error.description.contains("package librsvg2-bin"))
        }
    }

    @Test("reports a program that is missing or fails")
    func failures() {
        #expect(throws: Problem.self) { try PNG.drawn(svg, by: "no-such-program-anywhere") }
        do throws(Problem) {
            _ = try PNG.drawn(svg, by: "false")
            Issue.record("a program without output returned a picture")
        } catch {
            #expect(error.description == "error: false failed to convert the picture (write .svg instead)")
        }
    }
}
