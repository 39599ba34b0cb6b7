/// The direction in which scripts are written.
package enum TextDirection {
    /// Whether a scalar is a letter of a script that is written from right to left, such as Hebrew or Arabic.
    package static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x590: false
        case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000:
            scalar.properties.isAlphabetic
        default: false
        }
    }

    /// Whether the first letter of a text is written from right to left. False without letters.
    package static func isRightToLeft(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        scalars.first { $0.properties.isAlphabetic }.map { isRightToLeft($0) } ?? false
    }

    /// Returns a text in runs that each have letters of one direction. Other characters belong to the run before them; those
    /// before the first letter belong to the first run.
    package static func runs(_ text: String) -> [(text: String, isRightToLeft: Bool)] {
        // Fast path: most texts have no letters that need a run of their own.
        guard text.unicodeScalars.contains(where: { isRightToLeft($0) }) else { return [(text, false)] }
        var runs: [(text: String, isRightToLeft: Bool)] = []
        var run = String.UnicodeScalarView()
        var direction: Bool?
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic {
                let isOpposite = isRightToLeft(scalar)
                if let direction, direction != isOpposite {
                    runs.append((String(run), direction))
                    run = String.UnicodeScalarView()
                }
                direction = isOpposite
            }
            run.append(scalar)
        }
        return runs + [(String(run), direction ?? false)]
    }
}
