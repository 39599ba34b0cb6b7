/// Words that begin a sentence much more often than a name, so that an abbreviation before them ends its sentence.
///
/// The lists are of the languages of ``Abbreviations``.
enum SentenceOpeners {
    static let words = Abbreviations.words(
        """
        a according after all also although an and another any as at because before both but by did do does during each
        even few first finally for from furthermore had has have he hence her here his how however i if in indeed
        instead is it its let many meanwhile more moreover most my nevertheless no none nor not now of on once one only
        or other our over perhaps she should similarly since so some still such that the their then there therefore
        these they this those though through thus to today together too two under until was we were what when where
        whereas whether which while who whose why with within without would yes yet you your
        ada adapun agar akan anda akhirnya akibatnya antara apa apakah atas bagaimana bagi bahkan bahwa banyak beberapa
        begitu berdasarkan bila dalam dan dari demikian dengan di dia diri hal hanya harus hasil hingga ia ini itu jadi
        jika juga kalau kami karena kata ke kemudian ketika kita lalu maka mengapa menurut mereka meski meskipun
        misalnya namun oleh pada padahal para saat sampai saya seperti sebab sebagai sebelum sebelumnya secara sedangkan
        sehingga sejak selain selama seluruh semua sementara seorang setelah setiap siapa sudah supaya tapi telah
        tentang terhadap tetapi tidak untuk yaitu yakni yang
        además ahora al algunas algunos antes aquel aquella así aunque cada como con cuando cuál cuándo cómo de del
        desde después durante el ella ellas ellos en entonces entre era es esa ese eso esta estaba estas este esto estos
        está están fue fueron ha habrá había han hasta hay hoy la las lo los luego mas me mi mientras mis muchas muchos
        muy más nadie ni no nos nosotros o otra otro para pero por porque pues que quien quién qué se sea según ser si
        sin sobre son su sus sí sólo también tampoco tal tan tanto te todas todo todos tras tu tus un una unas uno unos
        usted y ya yo él
        ainsi avec ce cela ces cet cette dans depuis des donc elle elles est et il ils je leur les leurs lorsque mais
        même ne nous on ou où par pendant pour puis quand sa selon ses si son sous sur un une vous
        aber als am auch auf aus bei bis da dann das dass dem den denn der des deshalb die dies diese dieser dieses doch
        durch ein eine einen einer er es für hier ich ihr im ist jedoch jeder man mit nach nicht noch nun nur ob ohne
        schon sei seit sich sie sind so und unter vom von vor wann warum was wenn wer wie wir wird wo zu zum zur
        ainda antes ao aos apesar com da das depois do dos e ela elas ele eles em entre essa esse estas isso isto mais
        mas na nas nem no nos não num numa os ou pela pelo porém quando que se segundo sem seu seus sua suas também uma
        """)

    /// Openers that are also family names, or parts of them, so that they may follow an initial.
    private static let alsoNames = Abbreviations.words(
        """
        a al an as at da das de del den der des dem di do dos du e el he her ho i la las le les lo los mi no o or os on
        she so su tan te tu van vom von y yes you za zu zum zur
        """)

    /// Whether a text begins with an opener, after opening quotes.
    static func begin(_ text: UTF8Scalars, afterInitial: Bool) -> Bool {
        let quoted = text.prefix(3).prefix { !Word.isCharacter($0) && !$0.isSpace }
        let rest = text[quoted.endIndex...]
        let word = rest.prefix(longest).prefix(while: Word.isCharacter)
        guard let first = word.first, first.isUppercase else { return false }
        // "A. A. Milne": another initial.
        if word.endIndex < text.endIndex, text[word.endIndex] == "." { return false }
        let name = word.string.lowercased()
        return words.contains(name) && !(afterInitial && alsoNames.contains(name))
    }

    /// Whether a text begins with a pronoun in lower case, which does not follow an abbreviation.
    static func beginWithPronoun(_ text: UTF8Scalars) -> Bool {
        pronouns.contains(text.prefix(longest).prefix(while: Word.isCharacter).string)
    }

    private static let pronouns = Abbreviations.words(
        """
        he i it she they this we you
        aku dia ia kami kita mereka saya
        ella ellos nosotros yo él
        """)

    /// More than the longest word has scalars.
    private static let longest = 13
}
