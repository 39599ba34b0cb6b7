import Testing

@testable import TemaTables

@Suite("Author names")
struct PersonNameTests {
    private static let names: [(String, String, String?, String?)] = [
        ("Maas, Anna", "Maas", "A.", nil), ("Maas, Anna B.", "Maas", "A. B.", nil), ("Maas, AB", "Maas", "A. B.", nil),
        ("Maas, A.B.", "Maas", "A. B.", nil), ("Roe, Jean-Paul", "Roe", "J.-P.", nil), ("Falaq", "Falaq", nil, nil),
        ("van der Berg, Élise", "van der Berg", "É.", nil), ("King, M L, Jr.", "King", "M. L.", "Jr."),
        (" Maas ,  ", "Maas", nil, nil), ("", "", nil, nil), (",", "", nil, nil), ("王, 明", "王", "明.", nil),
        ("Humboldt, Alexander von, Jr.", "Humboldt", "A. von", "Jr."), ("hooks, bell", "hooks", "B.", nil),
    ]

    @Test("have a surname, initials and a suffix", arguments: names.indices)
    func parts(at index: Int) {
        let (text, family, initials, suffix) = Self.names[index]
        let name = PersonName(text)
        #expect(name.family == family && name.initials == initials && name.suffix == suffix, "\(name)")
    }
}
