/// Table cells that may break programs: formulas, markup, control characters, unusual scripts and long texts.
package enum HostileTexts {
    package static let all: [String] = [
        "=1+1", "@SUM(A1)", "-2", "+3", "\t=1", "\r=1", "\n=1", "  =1", "\"=1", "'=1", "''=1", "'plain", "＝1", "\0=1",
        "\u{FEFF}=1", "<script>alert(1)</script>", "</td></table><img src=x onerror=alert(1)>", "&lt;&amp;", "]]>",
        "a,b;c\td|e", "say \"no\"", "\"", "\"\"", "one\ntwo", "one\r\ntwo", "one\rtwo", "back\\slash\\", "\\n", "\\",
        "bell\u{7}", "\u{1B}[2J\u{1B}]0;title\u{7}", "\u{9B}31m", "del\u{7F}", "nul\0nul", "nel\u{85}",
        "a\u{2028}b\u{2029}",
        "\u{202E}desrever", "\u{2067}rtl\u{2069}", "שלום עולם", "مرحبا", "👩‍👩‍👧‍👦 🇮🇩 ☀️ 1️⃣", "e\u{301}\u{301}\u{301}", "\u{301}",
        "심리적", "ส้มตำ", "क्षत्रिय", "\u{FEFF}bom", "\u{FFFF}", "\u{10FFFF}", "*bold* _it_ `code` [x](javascript:alert(1))",
        " ", "",
        String(repeating: "word ", count: 2_000), String(repeating: "x", count: 10_000),
        String(repeating: "長", count: 3_333), "e" + String(repeating: "\u{300}", count: 5_000),
    ]
}
