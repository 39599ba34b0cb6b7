import TemaFormats
import TemaModel

/// The roles of elements in the text of a TEI document.
enum TEIRoles {
    /// Returns the role of an element.
    ///
    /// - Parameters:
    ///   - parent: The name of the parent element.
    ///   - isFlat: Whether the element is in an element that is one passage.
    ///   - divisions: The number of open divisions.
    static func role(of element: XMLNode, in parent: String?, isFlat: Bool, divisions: Int) -> ProseRole {
        switch element.name {
        case "head":
            if parent == "figure" || parent == "table" { return .block(.caption) }
            guard divisions > 0, parent?.hasPrefix("div") == true else { return .block(nil) }
            let number = element["n"].map(levels) ?? 0
            return .heading(level: max(divisions, number), declared: nil)
        case "note": return element["place"] == "foot" || parent?.hasPrefix("div") == true ? .block(.footnote) : .inline
        // A quote in a paragraph is part of a sentence.
        case "quote", "cit": return parent == "p" || parent == "quote" || isFlat ? .inline : .block(.quote)
        case "biblStruct", "bibl", "biblFull": return parent == "listBibl" ? .flat(.reference) : .inline
        case "label":
            return parent == "figure" || parent == "formula" ? .notText : parent == "list" ? .block(.listItem) : .inline
        case "s": return .sentence
        case "hi": return isRaised(element) ? .mark(.superscript) : .inline
        case "ref":
            guard ["bibr", "foot", "note"].contains(element["type"]) else { return .inline }
            return .mark(isRaised(element) ? .raisedLink : .link)
        default:
            // The parts of a reference are separated by spaces. Elements in a sentence are not.
            return named[element.name] ?? (isFlat && referenceParts.contains(element.name) ? .block(nil) : .inline)
        }
    }

    /// Whether an element is superscript. Editors write `sup`, `super` and `superscript`.
    private static func isRaised(_ element: XMLNode) -> Bool {
        element["rend"]?.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("sup") } == true
    }

    /// Changes the style of a division by its `type` attribute.
    static func change(_ style: inout Prose.Style, byType type: String) {
        switch type {
        case "acknowledgement", "acknowledgment", "acknowledgements": style.kind = .acknowledgement
        case "abstract":
            style.kind = .abstract
            style.region = .abstract
        case "annex", "appendix": style.region = .appendix
        default: style.region = SectionHeading.type(ofSecType: type) ?? style.region
        }
    }

    /// Returns the number of levels in a section number: 2 for `3.1` and `3.1.`, 0 if it is not a section number.
    private static func levels(_ number: String) -> Int {
        let parts = number.split(separator: ".")
        return parts.count <= 6 && parts.allSatisfy(ReferenceFields.isNumber) ? parts.count : 0
    }

    private static let named: [String: ProseRole] = {
        let groups: [(ProseRole, String)] = [
            (
                .block(nil),
                """
                TEI TEI.2 teiCorpus text group front body back div div1 div2 div3 div4 div5 p ab list listBibl table lg l sp
                speaker stage epigraph argument floatingText opener closer salute signed dateline trailer docTitle titlePart
                byline docAuthor docDate imprimatur postscript
                """
            ),
            (.block(.caption), "figDesc figure"), (.block(.listItem), "item"), (.row, "row"), (.cell, "cell"),
            (.lineBreak, "lb"),
            (.notText, "formula graphic fw standOff facsimile sourceDoc index binaryObject media"),
        ]
        var roles: [String: ProseRole] = [:]
        for (role, names) in groups {
            for name in names.split(whereSeparator: \.isWhitespace) { roles[String(name)] = role }
        }
        return roles
    }()

    private static let referenceParts = Set(
        """
        analytic monogr series imprint title author editor persName forename surname orgName date biblScope publisher pubPlace
        idno note ptr meeting respStmt name edition
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
