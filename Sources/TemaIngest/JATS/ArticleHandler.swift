import TemaFormats
import TemaModel

/// Turns the events of one XML file into documents.
///
/// Keeps one ``ElementContext`` for each open element: where in an article it stands, and what text in it would be.
/// Text goes into one buffer that is used again for every passage of every document, and of every file.
struct ArticleHandler {
    typealias Delivery = ([ArticleDraft]) throws(Problem) -> Void

    /// Takes the documents of one article, the article's own first, when it has ended.
    private var deliver: Delivery = { _ in }
    /// The length of the file, if it is known.
    private var fileBytes: Int?
    /// What went wrong: the parse is to be stopped.
    private(set) var failure: Problem?
    /// Whether there is a failure: looked at after every event, which the failure itself is too large for.
    private(set) var hasFailed = false
    /// Articles that have ended.
    private(set) var articleCount = 0

    /// The element that is open, and those around it, outermost first.
    private var current = ElementContext.outside
    private var around: [ElementContext] = []
    var languages: [String] = []
    /// The documents that are open, innermost last: an article, and a sub-article in it.
    var open: [ArticleDraft] = []
    var text = PassageBuffer()
    /// All text in the `title` of a section, which becomes the section's heading, and whether such a title is open.
    var heading = CollapsedText()
    var isInHeading = false
    var entry = DefinitionEntry()
    var metadata = MetadataReader()
    var omission: Omission?

    /// Forgets the file before, and keeps its memory for the next one.
    mutating func begin(fileBytes: Int?, _ deliver: @escaping Delivery) {
        (self.fileBytes, self.deliver) = (fileBytes, deliver)
        (failure, hasFailed, articleCount) = (nil, false, 0)
        current = .outside
        around.removeAll(keepingCapacity: true)
        languages.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        text.reset()
        heading.reset()
        isInHeading = false
        entry = DefinitionEntry()
        metadata.reset()
        omission = nil
    }

    mutating func start(_ name: XMLName, _ meaning: ElementMeanings.Meaning, attributes: XMLAttributes) {
        if current.place == .omitted {
            current.markUp += 1
            return
        }
        let language = attributes.language
        // Most elements are mark-up inside a passage, which changes nothing.
        if meaning.role == .inline, language == nil, current.role != .alternatives || current.markUp > 0,
            current.place == .prose || current.place == .flat
        {
            current.markUp += 1
            return
        }
        around.append(current)
        var parent = current
        if parent.markUp > 0 { parent.role = .inline }
        var context = parent
        context.markUp = 0
        context.role = meaning.role
        context.metadata = meaning.metadata
        context.name = name
        context.atEnd = .nothing
        context.textBefore = text.pieces
        if let language { context.language = intern(language) }
        let isInside = parent.place == .prose || parent.place == .flat
        if !isInside || meaning.role != .inline || parent.role == .alternatives {
            place(&context, in: parent, attributes: attributes)
        }
        current = context
    }

    package mutating func end() {
        guard current.markUp == 0 else {
            current.markUp -= 1
            return
        }
        guard let parent = around.popLast() else { return }
        let context = current
        current = parent
        if context.atEnd != .nothing { finish(context) }
        if parent.role == .alternatives, parent.markUp == 0, text.pieces > context.textBefore {
            current.isChosen = true
        }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch current.place {
        case .prose where current.role != .alternatives, .flat where current.role != .alternatives:
            text.append(bytes, current)
            if isInHeading { heading.append(bytes) }
            if text.isTooLong { fail(DocumentBuilder.tooLong) }
        case .metadata:
            omission?.count(bytes)
            metadata.characters(bytes)
        case .omitted:
            omission?.count(bytes)
        case .outside: break
        default: noteMisplaced(bytes)
        }
    }

    /// Text between the parts of something that has its text in its parts.
    private mutating func noteMisplaced(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.allSatisfy({ isXMLSpace($0) }), let name = current.name, !open.isEmpty else { return }
        var misplaced = Omission(name, .misplaced)
        misplaced.count(bytes)
        open[open.count - 1].note(misplaced)
    }

    /// Notes an entity that nobody defines, which stands as written in the text.
    mutating func unknownEntity(_ name: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].ledger.add("&\(name);", .unknownEntity, characters: name.unicodeScalars.count + 2)
    }

    private mutating func intern(_ language: String) -> Int32 {
        if let known = languages.lastIndex(of: language) { return Int32(truncatingIfNeeded: known) }
        languages.append(language)
        return Int32(truncatingIfNeeded: languages.count - 1)
    }

    func language(_ number: Int32?) -> String? { number.map { languages[Int($0)] } }

    /// Gives the buffer's text to the document as a passage.
    mutating func flush() {
        guard let passage = text.passage else { return text.clear() }
        do throws(Problem) {
            try open[open.count - 1].builder.add(
                text.bytes, kind: passage.kind, sectionType: passage.region ?? .other,
                section: passage.section.map(Int.init),
                language: language(passage.language))
        } catch {
            fail(error)
        }
        text.clear()
    }

    mutating func beginDocument(_ attributes: XMLAttributes, _ context: inout ElementContext, isArticle: Bool) {
        if !open.isEmpty { flush() }
        var article = ElementContext(role: context.role, place: .article, language: context.language)
        article.name = context.name
        article.atEnd = .document
        context = article
        var draft = ArticleDraft(languageTag: language(context.language), fileBytes: fileBytes)
        draft.metadata.articleType = attributes["article-type"] ?? attributes["response-type"]
        if !isArticle, let parent = open.last {
            open[open.count - 1].subArticles += 1
            draft.localID = attributes["id"].flatMap { $0.isEmpty ? nil : $0 } ?? "s\(parent.subArticles + 1)"
        }
        open.append(draft)
    }

    mutating func endDocument() {
        flush()
        let draft = open.removeLast()
        guard open.isEmpty || draft.localID == nil else {
            // A parent stands before its sub-articles, and they before the next one's.
            open[open.count - 1].children.append(draft)
            return
        }
        articleCount += 1
        do throws(Problem) {
            try deliver(draft.family)
        } catch {
            fail(error)
        }
    }

    mutating func fail(_ problem: Problem) {
        failure = failure ?? problem
        hasFailed = true
    }
}
