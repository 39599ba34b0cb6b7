import TemaModel
import Testing

@testable import TemaPipeline

@Suite("PNG") struct PNGTests {
    private let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>".utf8)

    @Test("is drawn where the program is installed, else told how to get it")
    func drawn() {
        do throws(Problem) {
            #expect(try PNG.drawn(svg).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        } catch {
            #expect(error.description.contains("install Debian's librsvg2-bin, or write .svg"))
        }
    }

    @Test("tells which program cannot be run, or could not draw")
    func failures() {
        #expect(throws: Problem.self) { try PNG.drawn(svg, by: "no-such-program-anywhere") }
        do throws(Problem) {
            _ = try PNG.drawn(svg, by: "false")
            Issue.record("it was drawn by a program that draws nothing")
        } catch {
            #expect(error.description == "error: false could not draw the picture (write .svg)")
        }
    }
}
