/// The abbreviations whose full stop does not end a sentence, in the languages that section headings are known in:
/// English, Indonesian, Malay, Spanish, Portuguese, French and German, all at once, for texts mix them.
enum Abbreviations {
    /// In lower case, without the last full stop. Words that other languages write in full (`est`, `ir`) are left out.
    private static let always: Set<String> = words(
        """
        al approx assoc ca cf co corp dept dr drs ed eds eq eqs etc ex fig figs incl inc inst jr ltd mr mrs ms prof pp
        ref refs resp sr st suppl univ viz vol vols vs
        bpk dkk dll dra dsb dst gbr hlm hj jl kab kec prov sdr tgl tn yth
        aprox ee ej lic núm pág págs profa sra srta ud uds uu
        av chap éd env mlle mme réf
        abb abs bd bzw evtl ff ggf hrsg inkl jh kap nr sog str usw vgl d u z
        ph.d
        """)

    /// Those that are words too, or single letters: abbreviations only when a number follows.
    private static let beforeNumber: Set<String> = words(
        """
        app art c cap ch col h hal n no nos p para pt s sec tab v
        jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic
        """)

    /// The most scalars that are looked at, so that a passage without spaces takes no longer than any other.
    private static let longest = 8

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Whether the full stop after a part of a sentence stands for an abbreviation, an initial or an item's number.
    ///
    /// - Parameters:
    ///   - part: the sentence from its beginning up to the full stop.
    ///   - next: the first scalar after the full stop that is not white space.
    static func endsIn(_ part: Substring.UnicodeScalarView, before next: Unicode.Scalar) -> Bool {
        let tail = Array(part.suffix(longest + 1))
        let first = tail.lastIndex { !Word.isCharacter($0) && $0 != "." }.map { $0 + 1 } ?? 0
        let word = tail[first...]
        guard let last = word.last else { return false }
        let before = word.dropLast().last
        if before == nil || before == "." {
            // "J", "U.S", "e.g".
            if last.properties.isUppercase || before != nil && last.properties.isLowercase { return true }
        }
        guard word.count <= longest else { return false }
        if first == 0, word.allSatisfy({ $0 == "." || isDigit($0) }) { return true }
        let name = word.reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
        return always.contains(name) || isDigit(next) && beforeNumber.contains(name)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }
}
