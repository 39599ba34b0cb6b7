/// Abbreviations whose full stop does not end a sentence, in the languages in which section headings are recognised:
/// English, Indonesian, Malay, Spanish, Portuguese, French and German. All apply to every text, because texts mix
/// languages.
enum Abbreviations {
    /// The abbreviations in lower case, without the last full stop. Words that are complete words in another of the
    /// languages (`est`, `ir`) are not listed.
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

    /// Abbreviations that are also words or single letters. They count only before a number.
    private static let beforeNumber: Set<String> = words(
        """
        app art c cap ch col h hal n no nos p para pt s sec tab v
        jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic
        """)

    /// The maximum number of scalars examined, so that a passage without spaces costs no more than others.
    private static let longest = 8

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Whether the full stop after a part of a sentence belongs to an abbreviation, an initial or an item number.
    ///
    /// - Parameters:
    ///   - part: The sentence from its beginning up to the full stop.
    ///   - next: The first scalar after the full stop that is not white space.
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
