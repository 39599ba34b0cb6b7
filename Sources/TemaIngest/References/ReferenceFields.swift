import TemaFormats
import TemaModel

/// Functions that normalize the values of bibliographic fields.
enum ReferenceFields {
    /// Returns the first number of exactly four digits, from 1000: 2014 for `2014/03/01/` and `Spring 2014`. Nil if
    /// there is none.
    static func year(_ text: String) -> Int? {
        for digits in text.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) }) where digits.count == 4 {
            if let year = Int(Substring(digits)), year >= 1000 { return year }
        }
        return nil
    }

    /// Returns the DOI in a text: `10.1/x` for `https://doi.org/10.1/x` and `10.1/x [doi]`. Nil if there is none.
    static func doi(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        let mark = Array("10.".utf8)
        guard let start = bytes.indices.first(where: { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }) else {
            return nil
        }
        let doi = bytes[start...].prefix { !isXMLSpace($0) }
        return doi.contains(UInt8(ascii: "/")) ? String(decoding: doi, as: UTF8.self) : nil
    }

    /// Returns a PMC id with its prefix: `PMC12` for `PMC12`, `pmc12`, `12` and `PMCID: PMC12`. Nil if there is none.
    static func pmcid(_ text: String) -> String? {
        let word = text.split { $0 == " " || $0 == ":" }.last ?? ""
        let digits = word.uppercased().hasPrefix("PMC") ? word.dropFirst(3) : word
        return isNumber(digits) ? "PMC" + digits : nil
    }

    /// Returns the digits of a PMID: `12` for `12` and `PMID: 12`. Nil if there are none.
    static func pmid(_ text: String) -> String? {
        let word = text.split { $0 == " " || $0 == ":" }.last ?? ""
        return isNumber(word) ? String(word) : nil
    }

    /// Returns a page range with each run of dashes replaced by one hyphen: `12-20`.
    static func pages(_ text: String) -> String {
        let text = TextLines.collapsed(text)
        var pages = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDash = scalar == "-" || (0x2010...0x2015).contains(scalar.value)
            if !isDash { pages.append(scalar) } else if pages.last != "-" { pages.append("-") }
        }
        return String(pages)
    }

    /// Returns the range from a first to a last page. Returns the only one if one is nil or both are equal.
    static func pages(_ first: String?, _ last: String?) -> String? {
        guard let first else { return last }
        guard let last, last != first else { return first }
        return first.contains("-") ? first : "\(first)-\(last)"
    }

    /// Splits a list at semicolons if there are any, else at commas. Empty items are omitted.
    static func list(_ text: String) -> [String] {
        text.split(separator: text.contains(";") ? ";" : ",").map(TextLines.collapsed).filter { !$0.isEmpty }
    }

    static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
