import TemaFormats
import TemaModel

// Variables of cases and sources become variables of documents.
extension RefiReader {
    mutating func readVariables(_ root: XMLNode) {
        for variable in root.first("Variables")?.elements ?? [] {
            guard let guid = variable.guid(), let name = variable["name"], !name.isEmpty, variables[guid] == nil else {
                losses.add("Variable", "it has no name or GUID, or its GUID is a duplicate")
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
                cases[source, default: []].append(caseValues.count)
                caseValues.append(name.isEmpty ? said : said + [(RefiVariables.caseName, name)])
            }
        }
    }

    /// Returns the metadata that cases and the source itself assign to a source.
    mutating func metadata(of source: RefiSource) throws(Problem) -> Metadata {
        let guids = Set(source.nodes.compactMap { $0.guid() }).sorted()
        var said = guids.flatMap { cases[$0] ?? [] }.flatMap { caseValues[$0] }
        for node in source.nodes.flatMap({ $0.elements("VariableValue") }) {
            if let value = value(of: node) { said.append(value) }
        }
        valueCount += said.count
        guard valueCount <= Self.mostValues else {
            throw Problem(
                "its cases assign more than \(Self.mostValues) values to sources", suggestion: "export fewer variables"
            )
        }
        var metadata = Metadata()
        metadata.take(said)
        return metadata
    }

    /// Keeps the cases that have more than the variables of one document.
    mutating func readCases(_ root: XMLNode) {
        for node in root.first("Cases")?.elements ?? [] {
            let source = node.first("SourceRef")?.guid("targetGUID")
            if source.map({ documents[$0] != nil && isOwn(node, $0) }) ?? false { continue }
            kept.add(node, to: "Cases")
        }
    }

    /// Whether Tema wrote a case to hold the metadata of a single document.
    private func isOwn(_ node: XMLNode, _ source: GUID) -> Bool {
        node.guid() == RefiVariables.guid(ofCase: source) && node.elements("SourceRef").count == 1
            && node.elements.allSatisfy { ["SourceRef", "VariableValue"].contains($0.name) }
    }

    /// Returns the name and value of a variable, or nil if either is missing.
    mutating func value(of node: XMLNode) -> (name: String, value: String)? {
        guard let guid = node.first("VariableRef")?.guid("targetGUID"), let name = variables[guid] else {
            losses.add("VariableValue", "it refers to a variable that does not exist")
            return nil
        }
        let value = node.elements.first { $0.name != "VariableRef" }?.text ?? ""
        return value.isEmpty ? nil : (name, value)
    }
}

/// The names and GUIDs of variables.
enum RefiVariables {
    /// The variable that holds the name of a case.
    static let caseName = "case"

    static func guid(of name: String) -> GUID { GUID(of: "variable:\(name)", in: .tema) }

    /// Returns the metadata field that a variable's name refers to in any case, or the name itself if there is no such
    /// field.
    static func canonical(_ name: String) -> String {
        let lower = name.lowercased()
        return lower == "author" ? "authors" : known.contains(lower) ? lower : name
    }

    private static let known: Set = [
        "title", "authors", "year", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid", "publisher_id",
        "language",
        "keywords", "article_type", "subjects", "licence",
    ]

    /// Returns the GUID of the case that holds the metadata of a document.
    static func guid(ofCase source: GUID) -> GUID { GUID(of: "case", in: source) }
}

extension Metadata {
    /// Adds variable values in order. Values of known metadata fields are assigned to these fields, whatever the case
    /// of the name.
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
                if let index = places[name] {
                    variables[index].values.append(value)
                } else {
                    places[name] = variables.count
                    variables.append(Variable(name: name, values: [value]))
                }
            }
        }
    }
}
