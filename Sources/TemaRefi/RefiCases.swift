import TemaFormats
import TemaModel

// Variables of cases and sources become variables of documents.
extension RefiReader {
    mutating func readVariables(_ root: XMLNode) {
        for variable in root.first("Variables")?.elements ?? [] {
            guard let guid = variable.guid(), let name = variable["name"], !name.isEmpty, variables[guid] == nil else {
                losses.add("Variable", "it has no name, no GUID, or another one's")
                continue
            }
            variables[guid] = name
            let isDerived = guid == RefiVariables.guid(of: name) && variable.elements.isEmpty
            if !isDerived { kept.add(variable, to: "Variables") }
        }
        for node in root.first("Cases")?.elements ?? [] {
            let said = node.elements("VariableValue").compactMap { value(of: $0) }
            for source in Set(node.elements("SourceRef").compactMap { $0.guid("targetGUID") }) {
                let name = isOwn(node, source) ? "" : node["name"] ?? ""
                cases[source, default: []].append(sayings.count)
                sayings.append(name.isEmpty ? said : said + [(RefiVariables.caseName, name)])
            }
        }
    }

    /// What cases and the source itself say of it.
    mutating func metadata(of source: RefiSource) throws(Problem) -> Metadata {
        let guids = Set(source.nodes.compactMap { $0.guid() }).sorted()
        var said = guids.flatMap { cases[$0] ?? [] }.flatMap { sayings[$0] }
        for node in source.nodes.flatMap({ $0.elements("VariableValue") }) {
            if let value = value(of: node) { said.append(value) }
        }
        valueCount += said.count
        guard valueCount <= Self.mostValues else {
            throw Problem(
                "its cases say more than \(Self.mostValues) things of its sources", suggestion: "export fewer variables"
            )
        }
        var metadata = Metadata()
        metadata.take(said)
        return metadata
    }

    /// Keeps the cases that say more than the variables of one document.
    mutating func readCases(_ root: XMLNode) {
        for node in root.first("Cases")?.elements ?? [] {
            let source = node.first("SourceRef")?.guid("targetGUID")
            if source.map({ documents[$0] != nil && isOwn(node, $0) }) ?? false { continue }
            kept.add(node, to: "Cases")
        }
    }

    /// Whether Tema wrote a case, to say what it knows of a document.
    private func isOwn(_ node: XMLNode, _ source: GUID) -> Bool {
        node.guid() == RefiVariables.guid(ofCase: source) && node.elements("SourceRef").count == 1
            && node.elements.allSatisfy { ["SourceRef", "VariableValue"].contains($0.name) }
    }

    /// A variable's name and its value; nothing where it has none.
    mutating func value(of node: XMLNode) -> (name: String, value: String)? {
        guard let guid = node.first("VariableRef")?.guid("targetGUID"), let name = variables[guid] else {
            losses.add("VariableValue", "it names no variable that is there")
            return nil
        }
        let value = node.elements.first { $0.name != "VariableRef" }?.text ?? ""
        return value.isEmpty ? nil : (name, value)
    }
}

/// How variables are known.
enum RefiVariables {
    /// The variable that the name of a case becomes.
    static let caseName = "case"

    static func guid(of name: String) -> GUID { GUID(of: "variable:\(name)", in: .tema) }

    /// The name that a document's metadata has for a variable.
    static func canonical(_ name: String) -> String {
        let lower = name.lowercased()
        return lower == "author" ? "authors" : known.contains(lower) ? lower : name
    }

    private static let known: Set = [
        "title", "authors", "year", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid", "publisher_id",
        "language",
        "keywords", "article_type", "subjects", "licence",
    ]

    /// Of the case that says what is known of a document.
    static func guid(ofCase source: GUID) -> GUID { GUID(of: "case", in: source) }
}

extension Metadata {
    /// Takes over what is said of a document, in its order: what Tema knows has its own place, whatever the case of its name.
    mutating func take(_ said: [(name: String, value: String)]) {
        var places: [String: Int] = [:]
        for (name, value) in said {
            switch RefiVariables.canonical(name) {
            case "title" where title == nil: title = value
            case "authors": authors.append(value)
            case "year" where year == nil && Int(value) != nil: year = Int(value)
            case "journal" where journal == nil: journal = value
            case "volume" where volume == nil: volume = value
            case "issue" where issue == nil: issue = value
            case "pages" where pages == nil: pages = value
            case "doi" where doi == nil: doi = value
            case "pmid" where pmid == nil: pmid = value
            case "pmcid" where pmcid == nil: pmcid = value
            case "publisher_id" where publisherID == nil: publisherID = value
            case "language" where language == nil: language = value
            case "keywords": keywords.append(value)
            case "article_type" where articleType == nil: articleType = value
            case "subjects": subjects.append(value)
            case "licence" where licence == nil: licence = value
            default:
                if let at = places[name] {
                    variables[at].values.append(value)
                } else {
                    places[name] = variables.count
                    variables.append(Variable(name: name, values: [value]))
                }
            }
        }
    }
}
