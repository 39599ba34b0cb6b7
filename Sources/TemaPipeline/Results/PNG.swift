import TemaFormats
public import TemaModel

/// Converts SVG pictures to PNG with librsvg's program `rsvg-convert`.
public enum PNG {
    /// Twice the picture's resolution, so that small letters stay readable.
    private static let options = ["--format=png", "--zoom=2"]

    /// Converts an SVG picture to PNG.
    ///
    /// - Throws: A ``Problem`` if the program is not installed or failed.
    public static func drawn(_ svg: [UInt8]) throws(Problem) -> [UInt8] { try drawn(svg, by: "rsvg-convert") }

    static func drawn(_ svg: [UInt8], by name: String) throws(Problem) -> [UInt8] {
        let program = try ExternalProgram(
            name,
            missing: Problem(
                "writing PNG needs \(name), which is not installed",
                suggestion: "install Debian's package librsvg2-bin, or write .svg instead"))
        var allowance = ExternalProgram.Allowance(ifSlow: "write .svg instead", ifLong: "write .svg instead")
        // fontconfig may write its cache.
        allowance.file = 64 << 20
        let result = try program.run(options, on: .bytes(svg, name: "the picture"), within: allowance)
        guard result.exitCode == 0 else {
            throw Problem("\(name) failed to convert the picture", suggestion: "write .svg instead")
        }
        return try result.output.beginning(result.output.size ?? 0)
    }
}
