import TemaModel
import Testing

@Suite("Problems") struct ProblemTests {
    @Test(
        "are described on one line with the known parts of their position",
        arguments: [
            (Problem("bad"), "error: bad"),
            (Problem("bad", suggestion: "fix it", file: "f", line: 3, column: 4), "f:3:4: error: bad (fix it)"),
            (Problem("odd", severity: .warning, file: "f", line: 3), "f:3: warning: odd"),
            (Problem("bad", file: "f", byte: 7), "f:byte 7: error: bad"),
            (Problem("left", severity: .note, file: "f"), "f: note: left"),
            (Problem("a\u{1B}[31m\nb\u{202E}", file: "x\ty"), "x\u{FFFD}y: error: a\u{FFFD}[31m\u{FFFD}b\u{FFFD}"),
        ])
    func description(problem: Problem, expected: String) {
        #expect(problem.description == expected)
    }

    @Test("keep the file that they already have")
    func file() {
        #expect(Problem("x").inFile("a").file == "a" && Problem("x", file: "b").inFile("a").file == "b")
    }
}
