/// Abbreviations whose full stop does not end a sentence, in the languages in which section headings are recognised:
/// English, Indonesian, Malay, Spanish, Portuguese, French and German. All apply to every text, because texts mix
/// languages.
///
/// | the full stop of | ends a sentence |
/// |---|---|
/// | a title, a link such as "e.g.", a number that begins a sentence | never |
/// | a reference such as "Fig." or "p." | not before a number, a Roman number or a single letter |
/// | an initial, an acronym, "et al.", "Inc." | before a word that opens sentences (``SentenceOpeners``) |
/// | "etc." | before a capital |
enum Abbreviations {
    /// Abbreviations that never end a sentence, in lower case without the last full stop. Words that are complete words
    /// in another of the languages (`est`, `ir`) are not listed.
    private static let always = words(
        """
        approx assoc ca cf dept dr drs eq eqs fig figs incl excl messrs mr mrs ms prof profs pp ref refs resp supp suppl
        univ viz vol vols vs e.g eg esp i.e ie
        bpk dra gbr hlm hj jl kab kec prov sdr sdri tgl tn ny yth a.n k.h kh
        aprox avda ayto ej excmo excma dña dpto fdo lic núm núms pág págs profa sra sras sres srta srtas
        chap éd env mlle mme mmes réf
        abb abs bd bzw evtl ff ggf hrsg inkl kap nr sog str vgl d.h z.b u.a
        """)

    /// Those that are also written in capitals. "MS" and "CA" are no abbreviations.
    private static let inCapitals = words("dr kh dra drs")

    /// Titles and parts of names that are also words. They begin with a capital.
    private static let capitalized = words(
        """
        adm br brig capt cdr cmdr col cpl det fr ft gen gov hon insp lt maj mgr mons mt mts pres pvt rep reps rev sec
        sen sens sgt supt
        brigjen irjen ir jend kapt kel kol kombes kompol letjen letkol mayjen ust
        arq cnel gral ing mtro mtra pbro sgto sta sto tte
        """)

    /// Abbreviations that end a sentence if a word that opens sentences follows.
    private static let beforeName = words(
        """
        al ave blvd bros co corp ed eds hwy inc inst jr llc ltd plc pte rd sp spp sr ssp st
        cv dkk pt tbk tsb
        av cía ltda aa hh oo ud uds uu vd vds
        gmbh jh
        """)

    /// Abbreviations that end a sentence if a capital follows.
    private static let beforeCapital = words("etc dll dsb dst usw ect")

    /// Abbreviations that are also words or single letters. They count only before a number, or a single letter.
    private static let beforeNumber = words(
        """
        acc app art arts b bab c cap ch chs col cols d est ex ext fl fol h hal lib m min max n no nos op p para pag pl
        pop pts q r reg rev rt rw s sec secs sect t tab tabs tbl v ver
        """)

    /// Months, of which some are also words. They count only before a number.
    private static let months = words(
        """
        jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic agt okt des
        """)

    /// Abbreviations of four or more letters that a lower-case letter often follows.
    private static let beforeLowercase = words(
        """
        abbr attn comb conf cont contd coord depto einschl elem entspr equiv excl geb govt illus insbes introd intl misc
        natl orig poss prob proc publ repr sogen spec subg subgen subsp symp tech temp trad trans transl verh allg admón
        máx mín pról
        """)

    /// Words without vowels that are no abbreviations.
    private static let interjections = words("brr grr hm hmm mhm mm mmm psst pst sh shh tsk")

    /// The maximum number of scalars examined, so that a passage without spaces costs no more than others.
    private static let longest = 10

    static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Whether the full stop after a part of a sentence belongs to an abbreviation, an initial or an item number, and
    /// does not end the sentence.
    ///
    /// - Parameters:
    ///   - part: The sentence from its beginning up to the full stop.
    ///   - following: The text after the full stop and its white space.
    ///   - isAside: Whether the full stop is the last of a bracket within the sentence.
    static func endsIn(
        _ part: UTF8Scalars, before following: UTF8Scalars, isAside: Bool
    ) -> Bool {
        guard let next = following.first else { return false }
        let token = AbbreviationToken(part, longest: longest)
        guard let last = token.scalars.last else {
            // "N°. 5".
            return part.last == "°" && next.isDigit
        }
        guard token.scalars.count <= longest else { return false }
        if token.beginsSentence, token.isItem { return true }
        let name = token.name
        // "GC-MS", "°C": the end of a word that is no abbreviation.
        guard token.isSeparate else { return false }
        if always.contains(name), !token.isAllCapitals || inCapitals.contains(name) { return true }
        if token.isCapitalized, capitalized.contains(name) { return true }
        if token.isDoubled, AbbreviationToken(following.prefix(2), longest: 2).isDoubled { return true }
        if next.isDigit, beforeNumber.contains(name) || months.contains(name) || beforeLowercase.contains(name) {
            return true
        }
        if beforeNumber.contains(name), !token.isAllCapitals, beginsNumber(following) { return true }
        if beforeCapital.contains(name) { return isAside || !beginsWord(next) }
        let isInitial = token.scalars.count == 1 && last.properties.isCased && !token.followsNumber
        guard
            isInitial || token.isAcronym || last == "º" || last == "ª" || beforeName.contains(name)
                || token.hasNoVowel && token.isCapitalized && !interjections.contains(name)
        else { return token.hasNoVowel && !token.followsNumber && next.isDigit }
        return isAside || !SentenceOpeners.begin(following, afterInitial: isInitial && last.isUppercase)
    }

    /// Whether a part of a sentence ends in a bracket, a quote, or a word in lower case that is no abbreviation, so that
    /// a full stop ends the sentence before a lower-case letter.
    ///
    /// Unknown words of less than four letters may be abbreviations, except before a pronoun.
    static func endsInPlainWord(
        _ part: UTF8Scalars, before following: UTF8Scalars
    ) -> Bool {
        let token = AbbreviationToken(part, longest: longest)
        if token.scalars.isEmpty { return part.last?.isClosing == true || part.last == "\"" }
        guard token.scalars.allSatisfy({ $0.isLowercase || AbbreviationToken.isJoiner($0) }) else {
            return false
        }
        let name = token.name
        guard !always.contains(name), !beforeCapital.contains(name), !beforeName.contains(name) else { return false }
        if token.scalars.count >= 4 { return !beforeLowercase.contains(name) }
        // "5 in. long".
        guard token.scalars.count > 1, !token.followsNumber, !beforeNumber.contains(name), !months.contains(name)
        else { return false }
        return SentenceOpeners.words.contains(name) || SentenceOpeners.beginWithPronoun(following)
    }

    /// Whether a part of a sentence ends in a word that is in no list, so that a number directly after the full stop
    /// marks a note ("poverty.3"). Not "No.5", "v2.3" or "p.m.3".
    static func endsInUnlistedWord(_ part: UTF8Scalars) -> Bool {
        let token = AbbreviationToken(part, longest: longest)
        guard token.scalars.count > 1,
            token.scalars.allSatisfy({ $0.properties.isAlphabetic || AbbreviationToken.isJoiner($0) })
        else { return false }
        let name = token.name
        return [always, capitalized, beforeName, beforeCapital, beforeNumber, months, beforeLowercase].allSatisfy {
            !$0.contains(name)
        }
    }

    /// Whether a text begins with a number, a Roman number or a single letter.
    private static func beginsNumber(_ text: UTF8Scalars) -> Bool {
        guard let first = text.first else { return false }
        if first.isDigit || first == "#" { return true }
        let word = text.prefix(longest).prefix(while: Word.isCharacter)
        // "A" and "O" may be words.
        return first.isUppercase
            && (word.count == 1 && first != "A" && first != "O" || word.allSatisfy(isRoman)
                || word.contains(where: \.isDigit))
    }

    private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isDigit && scalar.category != .openPunctuation
    }

    static func isRoman(_ scalar: Unicode.Scalar) -> Bool {
        "IVXLC".unicodeScalars.contains(scalar)
    }
}
