/// A conversion of language names and codes in reference lists to language tags.
enum LanguageName {
    /// Returns the language tag: `en` for `English` and `eng`. A tag is returned unchanged; nil if the name is unknown.
    static func tag(of name: String?) -> String? {
        guard let name else { return nil }
        if let tag = tags[name.lowercased()] { return tag }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
        }
        guard isTag, let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
        return name
    }

    /// The English names and the three-letter codes (ISO 639-2) of each tag.
    private static let tags: [String: String] = {
        let list = """
            en english eng, id indonesian ind, ms malay msa may, es spanish spa, pt portuguese por, fr french fra fre,
            de german deu ger, nl dutch nld dut, it italian ita, ar arabic ara, zh chinese zho chi, ja japanese jpn,
            ko korean kor, ru russian rus, hi hindi hin, fa persian fas per, tr turkish tur, pl polish pol, sv swedish swe,
            da danish dan, no norwegian nor, fi finnish fin, cs czech ces cze, hu hungarian hun, el greek ell gre,
            he hebrew heb, th thai tha, vi vietnamese vie, uk ukrainian ukr, sw swahili swa
            """
        var tags: [String: String] = [:]
        for entry in list.split(separator: ",") {
            let words = entry.split(whereSeparator: { $0 == " " || $0 == "\n" })
            for word in words.dropFirst() { tags[String(word)] = words.first.map(String.init) }
        }
        return tags
    }()
}
