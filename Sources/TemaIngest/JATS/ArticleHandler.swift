import TemaFormats
import TemaModel

/// Converts the parse events of one XML file to documents.
///
/// The handler keeps one ``ElementContext`` for each open element, except for plain inline elements, which are only
/// counted. One text buffer is reused for all passages of all documents and files.
struct ArticleHandler {
    typealias Delivery = (ArticleDraft) throws(Problem) -> Void

    /// Receives the documents of an article when the article ends, parents before their sub-articles.
    private var deliver: Delivery = { _ in }
    /// The length of the file in bytes, or nil if it is unknown.
    private var fileBytes: Int?
    /// The first problem. The caller must then stop parsing.
    private(set) var failure: Problem?
    /// Whether `failure` is not nil. It is read after every event, and a `Bool` is faster to read than the large
    /// optional.
    private(set) var hasFailed = false
    /// The number of articles that have ended.
    private(set) var articleCount = 0

    /// The innermost open element.
    private var current = ElementContext.outside
    /// The elements that enclose `current`, outermost first.
    private var around: [ElementContext] = []
    var languages: [String] = []
    /// The open documents, innermost last: an article and its open sub-articles.
    var open: [ArticleDraft] = []
    var text = PassageBuffer()
    /// All text in the `title` of a section. It becomes the section's heading.
    var heading = CollapsedText()
    /// Whether the `title` of a section is open.
    var isInHeading = false
    var entry = DefinitionEntry()
    var metadata = MetadataReader()
    var omission: Omission?
    /// Misplaced text since the last tag, or nil if there is none.
    private var misplaced: Omission?
    var marks = NoteMarkFinder<MarkStart>()
    /// The value of `marks.events` when the last element of a reference ended that is not formatting. Formatting around
    /// its end does not count.
    private var partEnd = -1

    /// Resets the handler for the next file and keeps its buffers.
    ///
    /// - Parameters:
    ///   - fileBytes: The length of the file in bytes, or nil if it is unknown.
    ///   - deliver: Receives the documents of each article.
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
        (omission, misplaced) = (nil, nil)
        marks.reset()
        partEnd = -1
    }

    mutating func start(_ name: XMLName, _ meaning: ElementNameTable.Meaning, attributes: XMLAttributes) {
        beginTag()
        if current.place == .omitted {
            current.markUp += 1
            return
        }
        let isInReference = current.kind == .reference
        if isInReference { startPart(meaning.role) }
        let language = attributes.language
        // Most elements are inline markup within a passage and need no context. In references, formatting has one, so
        // that the end of an element without a context is the end of a part.
        let mayBeMark = meaning.role.mayBeMark
        let isInline = meaning.role == .inline || !isInReference && (meaning.role == .formatting || mayBeMark)
        if isInline, language == nil, current.role != .alternatives || current.markUp > 0,
            current.place == .prose || current.place == .flat
        {
            current.markUp += 1
            if mayBeMark { beginMark(name, meaning.role, attributes, markUp: current.markUp) }
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

    /// Returns a number for an element that no other open element has: the innermost one, or that one without the elements in
    /// it that have no context.
    func level(markUp: Int32) -> Int { around.count << 32 | Int(markUp) }

    mutating func end() {
        beginTag()
        if marks.isOpen, marks.level == level(markUp: current.markUp) { finishMark() }
        guard current.markUp == 0 else {
            current.markUp -= 1
            if current.kind == .reference { partEnd = marks.events }
            return
        }
        guard let parent = around.popLast() else { return }
        let context = current
        current = parent
        if context.atEnd != .nothing { finish(context) }
        if current.kind == .reference { endPart(context.role) }
        if parent.role == .alternatives, parent.markUp == 0, text.pieces > context.textBefore {
            current.isChosen = true
        }
    }

    @inline(__always)
    private mutating func beginTag() {
        marks.events &+= 1
        if misplaced != nil { noteMisplaced() }
    }

    private mutating func noteMisplaced() {
        guard let text = misplaced else { return }
        misplaced = nil
        if !open.isEmpty { open[open.count - 1].note(text) }
    }

    /// Separates two elements of a reference by a space if nothing is between them.
    @inline(__always)
    private mutating func startPart(_ role: ElementRole) {
        guard partEnd == marks.events - 1 else { return }
        if role.isFormatting { partEnd = marks.events } else { text.part() }
    }

    private mutating func endPart(_ role: ElementRole) {
        if !role.isFormatting || partEnd == marks.events - 1 { partEnd = marks.events }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        marks.events &+= 1
        switch current.place {
        case .prose where current.role != .alternatives, .flat where current.role != .alternatives:
            text.append(bytes, current, mayBeCut: marks.isOpen)
            if isInHeading { heading.append(bytes, mayBeCut: marks.isOpen) }
            if marks.isOpen { marks.add(bytes) }
            if text.isTooLong { fail(DocumentBuilder.tooLong) }
        case .metadata:
            omission?.count(bytes)
            metadata.characters(bytes)
        case .omitted:
            omission?.count(bytes)
        case .outside: break
        default: countMisplaced(bytes)
        }
    }

    /// Counts text outside the parts of an element whose text is in its parts, such as text between the cells of a table
    /// row. A parser may divide it into chunks, so it is noted at the next tag.
    private mutating func countMisplaced(_ bytes: UnsafeBufferPointer<UInt8>) {
        if misplaced == nil {
            guard !bytes.allSatisfy({ isXMLSpace($0) }), let name = current.name else { return }
            misplaced = Omission(name, .misplaced)
        }
        misplaced?.count(bytes)
    }

    /// Notes an undefined entity reference. The reference stays in the text as written.
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

    /// Appends the buffered text to the innermost document as a passage.
    mutating func flush() {
        do throws(Problem) {
            if let passage = text.passage {
                try open[open.count - 1].add(text.bytes, passage, language: language(passage.language))
            }
            try open[open.count - 1].addTitleNotes()
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
            // Sub-articles are delivered with their article.
            open[open.count - 1].children.append(draft)
            return
        }
        articleCount += 1
        do throws(Problem) {
            try deliver(draft)
        } catch {
            fail(error)
        }
    }

    mutating func fail(_ problem: Problem) {
        failure = failure ?? problem
        hasFailed = true
    }
}
