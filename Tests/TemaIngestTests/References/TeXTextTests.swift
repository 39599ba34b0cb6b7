import Testing

@testable import TemaIngest

@Suite("TeX text") struct TeXTextTests {
    private static let cases: [(String, String)] = [
        (#"caf{\'e} caf\'{e} caf\'e {\"O}l \"{o}l"#, "café café café Öl öl"),
        (#"\v{c} {\c c} \c{c} \k{a} \H{o} \r a \'{\i} \^\i"#, "č ç ç ą ő å í î"),
        (#"\ss{} Stra{\ss}e \O ster {\AA}ngstr\"om \l"#, "ß Straße Øster Ångström ł"),
        ("a--b --- c ``d'' `e' -- f----g", "a–b — c “d” ‘e' – f----g"),
        ("50\\% \\& \\$5 \\_x \\#1 \\{y\\} a\\\\b a~b", "50% & $5 _x #1 {y} a b a b"),
        (#"\textit{In vitro} {\em x} \emph{y} \mbox{z}"#, "In vitro x y z"),
        (#"$\alpha$ and \unknown{kept}"#, #"α and \unknownkept"#),
        (#"\'{}x \' \"#, #"'x '\"#),
        (#"x\'q"#, "xq\u{301}"),
        ("plain  text", "plain text"),
    ]

    @Test("Accents become letters, and groups and formatting are removed", arguments: cases)
    func plain(tex: String, expected: String) {
        let text = TeXText.plain(tex)
        // Compare scalars, because indicators in codebooks contain precomposed letters.
        #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars), "\(text)")
    }

    @Test("Addresses are kept without braces and escapes")
    func verbatim() {
        #expect(TeXText.verbatim(#"https://x.org/{~a}--b\_c"#) == "https://x.org/~a--b_c")
    }

    private static let bylines: [(String, [String])] = [
        ("Ludwig van Beethoven and Knuth, Donald E.", ["van Beethoven, Ludwig", "Knuth, Donald E."]),
        ("King, Jr, Martin Luther", ["King, Martin Luther, Jr"]),
        ("{Barnes and Noble} and Plato", ["Barnes and Noble", "Plato"]),
        (#"Jos\'e Garc{\'i}a~L\'opez"#, ["López, José García"]),
        ("de la Cruz, Ana AND others", ["de la Cruz, Ana"]),
        (" and ", []),
    ]

    @Test("Names are converted to surname and given names", arguments: bylines)
    func names(tex: String, expected: [String]) {
        #expect(BibTeXNames.names(tex) == expected)
    }
}
