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
        (#"$\alpha$ and \unknown{\emph{k}ept caf\'{e}} x"#, #"α and \unknown{kept café} x"#),
        (
            #"as \citet*{foo_1} and \parencite[see][p.~3]{a,b} say \Textcite[4]{c}"#,
            "as [foo_1] and [see a,b, p. 3] say [c, 4]"
        ),
        (#"\autocites{a}[2]{b}; Table~\ref{t:1}\label{x}\nocite{y}."#, "[a][b, 2]; Table [t:1]."),
        (#"one\footnote{A \emph{note}} \href{http://x.org/a_b}{link}"#, "one (A note) link"),
        (#"\cite [p. 3] {a} and \cite[p. 3]"#, "[a, p. 3] and [p. 3]"),
        (#"\cite{never closed"#, "never closed"),
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
