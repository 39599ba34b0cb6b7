import TestSupport
import Testing

@testable import TemaModel

@Suite("Abbreviations")
struct AbbreviationsTests {
    @Test(
        "do not end a sentence",
        arguments: [
            // Titles and parts of names.
            ("Dr", "Smith"), ("we saw Gen", "Otieno"), ("near Mt", "Kenya"), ("with Sgt", "Bell"), ("Cpt", "Hall"),
            ("dengan Tn", "Ahmad"), ("oleh K.H", "Dahlan"), ("di Jl", "Merdeka"), ("la Sra", "Gómez"),
            ("DR", "Soetomo"), ("oleh Letkol", "Sudirman"), ("el Gral", "Ramos"),
            // Links.
            ("drugs, e.g", "Aspirin"), ("this, i.e", "The"), ("girls vs", "Boys"), ("a.n", "Direktur"),
            ("de l'éd", "Hatier"),
            // References.
            ("see Fig", "3"), ("vol", "II"), ("p", "12"), ("No", "5"), ("no", "BC0445"), ("App", "C"), ("pop", "5,000"),
            ("N°", "5"), ("1º", "Enero"), ("in Jan", "2019"), ("kcmt", "5"), ("the Proc", "1980"),
            // Initials, acronyms and companies before names.
            ("by J", "Smith"), ("J. R", "Tolkien"), ("by J.-P", "Sartre"), ("Roe v", "Wade"), ("by X", "He"),
            ("A", "A. Milne"),
            ("the U.S", "Army"), ("EE", "UU."), ("Acme Inc", "Lawyers"), ("Cruz et al", "(2014)"),
            ("Candida spp", "PC-4"),
            // Items.
            ("1", "Introduction"), ("1.2", "Methods"), ("II", "Methods"), ("B", "The"), ("b", "The"),
            ("fruit, etc", "(fresh)"), ("fruit, etc", "5"),
        ])
    func belong(part: String, following: String) {
        #expect(Self.endsIn(part, before: following))
    }

    @Test(
        "end a sentence before a capital, or before a word that opens sentences",
        arguments: [
            ("fruit, etc", "Nobody"), ("calo, dsb", "Polisi"), ("Cruz et al", "The"), ("in the U.S", "They"),
            ("at 5 p.m", "We"),
            ("Acme Inc", "He"), ("a Ph.D", "“This"), ("vitamin C", "The"), ("you and I", "Did"), ("EE. UU", "Luego"),
            ("el 5º", "Y"),
            ("Wijaya dkk", "Mereka"), ("5 p. m", "Lo"),
        ])
    func end(part: String, following: String) {
        #expect(!Self.endsIn(part, before: following))
    }

    @Test(
        "are not the ends of other words, units after a number, acronyms without full stops or interjections",
        arguments: [
            ("by GC-MS", "Results"), ("at 40 °C", "Plants"), ("10 mg/L", "Maria"), ("at 12 V", "Nobody"),
            ("the MS", "Maria"),
            ("a DVD", "Maria"), ("we won't", "Maria"), ("we won’t", "Maria"), ("Hmm", "Maria"), ("5 km", "20"),
            ("cross-link MTs", "Maria"),
            ("Say no", "Maria"), ("in 2014", "Maria"), ("word", "Maria"), ("example.org", "Maria"),
            ("it is 3.5", "Maria"),
        ])
    func others(part: String, following: String) {
        #expect(!Self.endsIn(part, before: following))
    }

    @Test("at the end of a bracket within a sentence do not end it")
    func asides() {
        #expect(Self.endsIn("fruit (apples etc", before: "Maria", isAside: true))
        #expect(Self.endsIn("firms (Acme Inc", before: "The", isAside: true))
        #expect(!Self.endsIn("girls (who left", before: "The", isAside: true))
    }

    private static func endsIn(_ part: String, before following: String, isAside: Bool = false) -> Bool {
        Abbreviations.endsIn(
            UTF8Scalars(Array(part.utf8)[...]), before: UTF8Scalars(Array(following.utf8)[...]), isAside: isAside)
    }
}
