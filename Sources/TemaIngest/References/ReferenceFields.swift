import TemaFormats
import TemaModel

/// What lists of references write in many ways, in one.
enum ReferenceFields {
    /// The first four digits that stand alone: `2014` of `2014/03/01/` and `Spring 2014`.
    static func year(_ text: String) -> Int? {
        for digits in text.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) }) where digits.count == 4 {
            if let year = Int(Substring(digits)), year >= 1000 { return year }
        }
        return nil
    }

    /// The DOI in a text: of `https://doi.org/10.1/x` and `10.1/x [doi]` `10.1/x`.
    static func doi(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        let mark = Array("10.".utf8)
        guard let start = bytes.indices.first(where: { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }) else {
            return nil
        }
        let doi = bytes[start...].prefix { !isXMLSpace($0) }
        return doi.contains(UInt8(ascii: "/")) ? String(decoding: doi, as: UTF8.self) : nil
    }

    /// `PMC` and digits: of `PMC12`, `pmc12`, `12` and `PMCID: PMC12`.
    static func pmcid(_ text: String) -> String? {
        let word = text.split { $0 == " " || $0 == ":" }.last ?? ""
        let digits = word.uppercased().hasPrefix("PMC") ? word.dropFirst(3) : word
        return isNumber(digits) ? "PMC" + digits : nil
    }

    /// Digits: of `12`, `PMID: 12`.
    static func pmid(_ text: String) -> String? {
        let word = text.split { $0 == " " || $0 == ":" }.last ?? ""
        return isNumber(word) ? String(word) : nil
    }

    /// `12-20`, whatever the dash.
    static func pages(_ text: String) -> String {
        let text = TextLines.collapsed(text)
        var pages = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDash = scalar == "-" || (0x2010...0x2015).contains(scalar.value)
            if !isDash { pages.append(scalar) } else if pages.last != "-" { pages.append("-") }
        }
        return String(pages)
    }

    /// A first and a last page.
    static func pages(_ first: String?, _ last: String?) -> String? {
        guard let first else { return last }
        guard let last, last != first else { return first }
        return first.contains("-") ? first : "\(first)-\(last)"
    }

    /// `Surname, Given names` of `Surname GN`, as MEDLINE abbreviates.
    static func name(abbreviated text: String) -> String {
        guard let space = text.lastIndex(of: " "), !text.contains(",") else { return text }
        let initials = text[text.index(after: space)...]
        guard initials.allSatisfy({ $0.isUppercase }) else { return text }
        return "\(text[..<space]), \(initials)"
    }

    static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
