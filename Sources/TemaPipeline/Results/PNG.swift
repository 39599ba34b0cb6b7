import TemaFormats
public import TemaModel

/// Pictures as PNG, drawn by librsvg's `rsvg-convert`, a program of its own.
public enum PNG {
    /// Two pixels for each of the picture's, so that small letters stay readable.
    private static let options = ["--format=png", "--zoom=2"]

    /// Returns an SVG picture as PNG.
    ///
    /// - Throws: A ``Problem`` if the program is not installed or could not draw.
    public static func drawn(_ svg: [UInt8]) throws(Problem) -> [UInt8] { try drawn(svg, by: "rsvg-convert") }

    static func drawn(_ svg: [UInt8], by name: String) throws(Problem) -> [UInt8] {
        let program = try ExternalProgram(
            name,
            missing: Problem(
                "PNG is drawn by \(name), which is not installed",
                suggestion: "install Debian's librsvg2-bin, or write .svg"))
        var allowance = ExternalProgram.Allowance(ifSlow: "write .svg", ifLong: "write .svg")
        // fontconfig may write its cache.
        allowance.file = 64 << 20
        let result = try program.run(options, on: .bytes(svg, name: "the picture"), within: allowance)
        guard result.exitCode == 0 else {
            throw Problem("\(name) could not draw the picture", suggestion: "write .svg")
        }
        return try result.output.beginning(result.output.size ?? 0)
    }
}
