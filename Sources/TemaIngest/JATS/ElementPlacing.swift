import TemaFormats
import TemaModel

/// Decides where the content of an element goes, by its role and by the place of its parent.
extension ArticleHandler {
    mutating func place(_ context: inout ElementContext, in parent: ElementContext, attributes: XMLAttributes) {
        switch (context.role, parent.place) {
        case (.article, .outside), (.article, .article), (.article, .prose):
            return beginDocument(attributes, &context, isArticle: true)
        case (.subArticle, .article), (.subArticle, .prose):
            return beginDocument(attributes, &context, isArticle: false)
        default: break
        }
        if parent.role == .alternatives, parent.isChosen, parent.place == .prose || parent.place == .flat {
            return omit(&context, .alternative)
        }
        switch parent.place {
        case .outside, .omitted: break
        case .article: placeInArticle(&context, in: parent, attributes: attributes)
        case .front: placeInFront(&context, attributes)
        case .titles: placeInTitles(&context)
        case .metadata: readMetadata(&context, attributes)
        case .prose: placeInProse(&context, in: parent, attributes: attributes)
        case .flat: placeInFlat(&context, attributes)
        case .row: placeBetweenParts(&context, .cell, atEnd: .nothing)
        case .entry:
            placeBetweenParts(&context, .term, atEnd: .term)
            placeBetweenParts(&context, .definition, atEnd: .definition)
        }
    }

    private mutating func placeInArticle(
        _ context: inout ElementContext, in parent: ElementContext, attributes: XMLAttributes
    ) {
        switch context.role {
        case .front, .frontStub:
            context.place = .front
        default:
            context.place = .prose
            placeInProse(&context, in: parent, attributes: attributes)
        }
    }

    private mutating func placeInFront(_ context: inout ElementContext, _ attributes: XMLAttributes) {
        switch context.role {
        case .articleMeta: break
        case .titleGroup:
            context.place = .titles
        case .abstract:
            context.place = .prose
            context.region = .abstract
            context.kind = .abstract
            context.atEnd = .block
        default:
            omission = context.name.map { Omission($0, .frontMatter) }
            readMetadata(&context, attributes)
            context.atEnd = .frontMatter
        }
    }

    private mutating func placeInTitles(_ context: inout ElementContext) {
        switch context.role {
        case .transTitleGroup: break
        case .titlePart:
            context.kind = .title
            context.region = .front
            beginFlat(&context)
        default: omit(&context, .frontMatter)
        }
    }

    private mutating func readMetadata(_ context: inout ElementContext, _ attributes: XMLAttributes) {
        context.place = .metadata
        context.atEnd = .metadata
        metadata.start(context.metadata, attributes)
    }

    private mutating func placeInProse(
        _ context: inout ElementContext, in parent: ElementContext, attributes: XMLAttributes
    ) {
        switch context.role {
        case .inline, .formatting, .term, .definition, .titleGroup, .transTitleGroup, .titlePart: return
        case .superscript, .link:
            if let name = context.name { beginMark(name, context.role, attributes, markUp: 0) }
            return
        case .footnote where context.isInTitle: return beginTitleNote(&context)
        case .lineBreak:
            text.part()
            heading.part()
            return
        case .alternatives:
            context.isChosen = false
            return
        case .notText, .front, .frontStub, .articleMeta, .article, .subArticle:
            return omit(&context, .notText)
        default: break
        }
        flush()
        heading.part()
        context.atEnd = .block
        context.kind = context.role.kind(in: parent) ?? context.kind
        context.isInTitle = context.isInTitle || context.role == .title
        switch context.role {
        case .section, .appendix:
            context.section = open[open.count - 1].addSection(
                in: context, secType: attributes["sec-type"], isAppendix: context.role == .appendix)
        case .title where (parent.role == .section || parent.role == .appendix) && !isInHeading:
            heading.clear()
            isInHeading = true
            context.atEnd = .sectionTitle
        case .back: context.region = .back
        case .row:
            context.place = .row
            context.atEnd = .row
            text.begin(context)
        case .definitionItem:
            context.place = .entry
            context.atEnd = .entry
        case .reference: beginFlat(&context)
        default: break
        }
    }

    private mutating func placeInFlat(_ context: inout ElementContext, _ attributes: XMLAttributes) {
        switch context.role {
        case .inline, .formatting, .term, .definition, .titleGroup, .transTitleGroup, .titlePart: break
        case .superscript, .link:
            if let name = context.name { beginMark(name, context.role, attributes, markUp: 0) }
        case .footnote where context.kind == .title: beginTitleNote(&context)
        case .lineBreak: text.part()
        case .alternatives: context.isChosen = false
        case .notText, .front, .frontStub, .articleMeta, .article, .subArticle: omit(&context, .notText)
        default:
            text.part()
            context.atEnd = .flatBlock
        }
    }

    /// Places an element in a row or a definition list entry, where only cells, terms and definitions have text.
    private mutating func placeBetweenParts(
        _ context: inout ElementContext, _ part: ElementRole, atEnd: ElementContext.AtEnd
    ) {
        guard context.place == .row || context.place == .entry else { return }
        if context.role == part {
            if context.place == .row { text.beginCell() } else { text.begin(context) }
            context.place = .flat
            context.atEnd = atEnd
        } else if context.role == .notText {
            omit(&context, .notText)
        } else if part != .term {
            omit(&context, .misplaced)
        }
    }

    private mutating func beginFlat(_ context: inout ElementContext) {
        context.place = .flat
        context.atEnd = .flat
        text.begin(context)
    }

    private mutating func omit(_ context: inout ElementContext, _ reason: Ledger.Reason) {
        context.place = .omitted
        context.atEnd = .omission
        omission = context.name.map { Omission($0, reason) }
    }
}

extension ElementRole {
    /// The kind of the passages in an element, or nil if the element does not determine it.
    fileprivate func kind(in parent: ElementContext) -> PassageKind? {
        switch self {
        case .title: parent.role == .caption ? .caption : .heading
        case .row: .tableRow
        case .definitionItem: .definition
        case .reference: .reference
        case .listItem: .listItem
        case .quote: .quote
        case .box: .box
        case .caption: .caption
        case .footnote: .footnote
        case .acknowledgement: .acknowledgement
        case .abstract: .abstract
        case .appendix, .plain: .paragraph
        default: nil
        }
    }
}
