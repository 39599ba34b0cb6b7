import TemaFormats
import TemaModel

/// A document as it will be written as a source.
struct RefiSourcePlan {
    let document: Document
    let guid: GUID
    /// The kept part of the source that the document came from.
    var shell: XMLNode?
    /// Whether the text is the same as at import, so that kept selections are still valid.
    let isSame: Bool
    let offsets: ScalarOffsets
    /// The selections in order of position, with the indices of their codings.
    var selections: [Selection] = []

    struct Selection {
        let span: Range<Int>
        let guid: GUID
        let shell: XMLNode?
        var codings: [Int]
    }

    /// The element of the shell that contains the kept selections.
    var holder: XMLNode? { shell?.name == "PDFSource" ? shell?.first("Representation") : shell }
}

// Documents become sources.
extension RefiWriter {
    mutating func planSources() {
        var shells: [String: XMLNode] = [:]
        for node in kept["Sources"] {
            if let document = node["document"], shells[document] == nil { shells[document] = node }
        }
        var taken: Set<GUID> = []
        for document in project.documents {
            let shell = shells.removeValue(forKey: document.id)
            let guid = RefiReader.unique(
                shell?.guid() ?? GUID(of: "document:\(document.id)", in: .tema), &taken)
            sources.append(
                RefiSourcePlan(
                    document: document, guid: guid, shell: shell,
                    isSame: shell?.guid("text") == GUID(of: document.text.utf8, in: .tema),
                    offsets: ScalarOffsets(document.text)))
        }
        kept["Sources"] = kept["Sources"].filter { $0["document"] == nil }
    }

    /// Assigns a selection and a GUID to each coding.
    ///
    /// - Returns: The GUIDs of the written codings that have an id, by id.
    mutating func planCodings() -> [String: GUID] {
        var spans: [[Range<Int>: [Int]]] = Array(repeating: [:], count: sources.count)
        for (number, coding) in project.codings.enumerated() {
            guard let source = numbers[coding.document] else {
                losses.add("coding", "its document is not in the project")
                continue
            }
            guard let span = RefiPlace.span(of: coding.place, in: sources[source]) else {
                losses.add("coding", "its span is not in its document")
                continue
            }
            spans[source][span, default: []].append(number)
        }
        for source in sources.indices { plan(source, spans[source]) }
        return assignGUIDs()
    }

    private mutating func plan(_ number: Int, _ spans: [Range<Int>: [Int]]) {
        let plan = sources[number]
        var shells: [Range<Int>: XMLNode] = [:]
        if plan.isSame {
            for node in plan.holder?.elements("PlainTextSelection") ?? [] where node["coded"] == "true" {
                if let span = RefiPlace.span(of: node), shells[span] == nil { shells[span] = node }
            }
        }
        sources[number].selections = spans.sorted {
            ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
        }
        .map { span, codings in
            let shell = shells[span]
            let guid = shell?.guid() ?? RefiSelection.guid(span, in: plan.guid)
            return RefiSourcePlan.Selection(span: span, guid: guid, shell: shell, codings: codings)
        }
    }

    private mutating func assignGUIDs() -> [String: GUID] {
        var taken: Set<GUID> = []
        var ids: [String: GUID] = [:]
        for plan in sources {
            for selection in plan.selections {
                for number in selection.codings {
                    let coding = project.codings[number]
                    let content = [
                        coding.document, "\(selection.span)", coding.code, coding.coder ?? "", coding.at ?? "",
                    ]
                    let wanted = coding.id.flatMap { GUID($0) } ?? GUID(of: content.joined(separator: "\n"), in: .tema)
                    let guid = RefiReader.unique(wanted, &taken)
                    codingGUIDs[number] = guid
                    if let id = coding.id, ids[id] == nil { ids[id] = guid }
                }
            }
        }
        return ids
    }
}
