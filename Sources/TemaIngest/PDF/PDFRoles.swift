import TemaModel

/// The roles of a PDF's paragraphs, inferred from size, weight and words: title, headings with levels, abstract, captions.
///
/// A wrong heading is worse than a missed one, because it changes the section types of what follows. So a line is only a
/// heading if prose follows, and lines before the first known heading are not.
struct PDFRoles {
    enum Role: Equatable {
        case title
        /// A heading with its level, from 1.
        case heading(Int)
        case block(PassageKind)
    }

    private(set) var roles: [Role]
    /// The first paragraph after the abstract if no heading ends it, or nil.
    private(set) var abstractEnd: Int?
    private let layout: PDFParagraphs
    private let texts: [String]
    private var isHeading: [Bool]

    /// The look of a heading. Headings of one level look alike.
    private struct Look: Hashable, Comparable {
        /// The height in half points.
        let height: Int
        let isBold: Bool
        let isCapitals: Bool

        /// Whether a look is that of a higher level: larger, in capitals, or bold.
        static func < (one: Look, other: Look) -> Bool {
            (other.height, other.isCapitals ? 1 : 0, other.isBold ? 1 : 0)
                < (one.height, one.isCapitals ? 1 : 0, one.isBold ? 1 : 0)
        }
    }

    /// - Parameter texts: The texts of the paragraphs of the layout.
    init(_ layout: PDFParagraphs, texts: [String]) {
        (self.layout, self.texts) = (layout, texts)
        roles = texts.map { _ in .block(.paragraph) }
        isHeading = texts.map { _ in false }
        findHeadings()
        let title = findTitle()
        let known = texts.indices.filter { isHeading[$0] && type($0) != nil && layout.paragraphs[$0].page < 3 }
        for index in title { roles[index] = .title }
        var start = known.first ?? title.last.map { $0 + 1 } ?? 0
        if let heading = known.first(where: { type($0) == .abstract }) {
            setAbstractEnd(after: heading)
        } else if let abstract = setAbstract(between: (title.last ?? -1) + 1, and: known.first), known.isEmpty {
            start = abstract + 1
        }
        setLevels(from: start)
        setCaptions()
    }

    // MARK: Headings

    private mutating func findHeadings() {
        let candidates = texts.indices.map(isCandidate)
        for index in texts.indices.reversed() where candidates[index] {
            guard follows(index, candidates) else { continue }
            let next = texts[(index + 1)...].indices.prefix(type(index) == nil ? 1 : 5)
            isHeading[index] = next.contains { isHeading[$0] || isProse($0, after: index) }
        }
    }

    /// Whether a heading can follow the paragraph before it: that one is not broken off within a sentence.
    private func follows(_ index: Int, _ candidates: [Bool]) -> Bool {
        guard index > 0, type(index) == nil else { return true }
        let before = texts[index - 1]
        return candidates[index - 1] || before.utf8.count < 60 || PDFParagraphs.endsSentence(before)
    }

    /// Whether a paragraph looks like a heading: a few words in larger or bold type, or a name of a section.
    private func isCandidate(_ index: Int) -> Bool {
        let (text, paragraph) = (texts[index], layout.paragraphs[index])
        guard let first = text.first, let last = text.last, first.isUppercase || first.isNumber, !".,;".contains(last),
            text.utf8.count <= 160, paragraph.lines.count <= 4, PDFCaption.label(text) == nil
        else { return false }
        let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
        guard letters > 2, 5 * letters >= 3 * text.unicodeScalars.count(where: { $0 != " " }) else { return false }
        if paragraph.height >= 1.1 * layout.usual { return true }
        if paragraph.isBold, !layout.isMostlyBold, paragraph.height >= 0.85 * layout.usual { return true }
        guard paragraph.lines.count == 1, type(index) != nil else { return false }
        // Small capitals are lower than letters.
        if Self.isCapitals(text) { return paragraph.height >= 0.75 * layout.usual }
        return paragraph.height >= 0.9 * layout.usual && (words(index) <= 3 || ReferenceHeading.matches(text))
    }

    private func isProse(_ index: Int, after heading: Int) -> Bool {
        let paragraph = layout.paragraphs[index]
        if ReferenceHeading.matches(texts[heading]) { return texts[index].utf8.count >= 30 }
        return texts[index].utf8.count >= 60 && abs(paragraph.height - layout.usual) <= 0.12 * layout.usual
            && (!paragraph.isBold || layout.isMostlyBold)
    }

    /// Returns the section type that a paragraph names as a heading, or nil.
    func type(_ index: Int) -> SectionType? {
        guard words(index) <= 6 else { return nil }
        if layout.paragraphs[index].page == 0, texts[index].lowercased() == "summary" { return .abstract }
        return OpenSections.type(ofHeading: texts[index])
    }

    private func words(_ index: Int) -> Int { texts[index].split(separator: " ").count }

    private func look(_ index: Int) -> Look {
        let paragraph = layout.paragraphs[index]
        let height = Int((min(max(paragraph.height, 0), 1_000) * 2).rounded())
        return Look(height: height, isBold: paragraph.isBold, isCapitals: Self.isCapitals(texts[index]))
    }

    private static func isCapitals(_ text: String) -> Bool {
        text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }

    /// Sets the levels of the headings from a paragraph on. Most headings that name a section are at level 1.
    private mutating func setLevels(from first: Int) {
        let all = texts.indices.filter { $0 >= first && isHeading[$0] }
        var counts: [Look: Int] = [:]
        for index in all where type(index) != nil && words(index) <= 4 { counts[look(index), default: 0] += 1 }
        let main = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let lower = Set(all.map(look)).filter { $0 != main && $0.height <= main.map { $0.height + 1 } ?? .max }.sorted()
        var (isAbstract, isReferences) = (false, false)
        for (position, index) in all.enumerated() {
            let rank = lower.firstIndex(of: look(index))
            let namesReferences = ReferenceHeading.matches(texts[index])
            let type = type(index)
            // A line of larger type in a list of references is not a heading.
            guard !isReferences || rank == nil || type != nil else { continue }
            // A structured abstract has headings that occur again in the text.
            let isInAbstract =
                isAbstract && type != nil
                && all[(position + 1)...].contains { self.type($0) == type && look($0) == look(index) }
            let isTop = rank == nil && !isInAbstract || namesReferences || type == .abstract
            roles[index] = .heading(isTop ? 1 : (main == nil ? 1 : 2) + (rank ?? 0))
            if isTop { (isAbstract, isReferences) = (type == .abstract, namesReferences) }
        }
    }

    // MARK: Title, abstract and captions

    /// Returns the paragraphs of the title: those of the largest type at the beginning of the first page.
    private func findTitle() -> Range<Int> {
        let first = texts.indices.prefix(14).filter { layout.paragraphs[$0].page == 0 && words($0) >= 3 }
        guard let start = first.max(by: { layout.paragraphs[$0].height < layout.paragraphs[$1].height }),
            layout.paragraphs[start].height >= 1.15 * layout.usual
        else { return 0..<0 }
        let height = layout.paragraphs[start].height
        let rest = texts[start...].indices.prefix { abs(layout.paragraphs[$0].height - height) <= 0.02 * height }
        return start..<(start + rest.count)
    }

    /// Ends an abstract that no heading ends, at its keywords or when it becomes too long.
    private mutating func setAbstractEnd(after heading: Int) {
        var bytes = 0
        for index in texts.indices.dropFirst(heading + 1) {
            guard !isHeading[index] || type(index) == nil || type(index) == .abstract else { return }
            bytes += texts[index].utf8.count
            let isKeywords = Self.keywords.contains { texts[index].lowercased().hasPrefix($0) }
            guard isKeywords || bytes > Self.abstractBytes.upperBound else { continue }
            abstractEnd = index
            return
        }
    }

    private static let keywords = [
        "keyword", "key word", "index terms", "palabras clave", "palavras-chave", "kata kunci", "mots-clés",
        "mots clés",
        "schlüsselwörter", "corresponding author",
    ]

    /// Finds an abstract without a heading: a paragraph that begins with “Abstract”, or else the longest paragraph between
    /// the title and the first known heading.
    ///
    /// - Returns: The paragraph, or nil if there is none.
    private mutating func setAbstract(between start: Int, and heading: Int?) -> Int? {
        let front = texts[start...].indices.filter { layout.paragraphs[$0].page < 2 && roles[$0] == .block(.paragraph) }
        if let named = front.first(where: { Self.beginsWithAbstract(texts[$0]) }) {
            roles[named] = .block(.abstract)
            return named
        }
        if let heading,
            let longest = front.filter({ $0 < heading }).max(by: { texts[$0].utf8.count < texts[$1].utf8.count }),
            Self.abstractBytes.contains(texts[longest].utf8.count)
        {
            roles[longest] = .block(.abstract)
            return longest
        }
        return nil
    }

    private static let abstractBytes = 400...5_000

    private static func beginsWithAbstract(_ text: String) -> Bool {
        let word = text.prefix { $0.isLetter }
        guard text.utf8.count > 100, OpenSections.type(ofHeading: String(word)) == .abstract else { return false }
        return text[word.endIndex...].first { $0 != " " }.map { !$0.isLowercase } ?? false
    }

    /// Marks captions, and the small type after the caption of a table as its rows.
    private mutating func setCaptions() {
        var isTable = false
        for index in texts.indices where roles[index] == .block(.paragraph) {
            let isSmall = layout.paragraphs[index].height < 0.95 * layout.usual
            if let label = PDFCaption.label(texts[index]), isSmall || label.isClosed || layout.paragraphs[index].isBold
            {
                roles[index] = .block(.caption)
                isTable = label.isTable
            } else if isTable, isSmall {
                roles[index] = .block(.tableRow)
            } else {
                isTable = false
            }
        }
    }
}
