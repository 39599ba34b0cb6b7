/// Makes ids for codes that have only names: letters of any script, each different from its siblings' also in small letters.
package struct MadeIDs {
    package init() {}

    private var names = UniqueNames(ignoringCase: true)

    /// - Returns: The name with hyphens in the place of white space, slashes and control characters, and with a number behind it
    ///   where a sibling has it already.
    package mutating func id(for name: String) -> String { names.unique(Self.bare(name)) }

    private static func bare(_ name: String) -> String {
        let parts = name.unicodeScalars.split {
            $0 == "/" || $0 == "-" || $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
        let joined = parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
        // Room is left for a number.
        let short = String.UnicodeScalarView(joined.unicodeScalars.prefix(CodebookLimits.idLength - 10))
        return short.isEmpty ? "code" : String(short)
    }
}
