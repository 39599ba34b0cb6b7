public import TemaModel

/// What can be wrong with a REFI-QDA file. The names are stable: people may have lists of those that they do not mind.
public enum RefiRule: String, Sendable, Hashable, CaseIterable {
    // The ZIP file.
    case archive = "refi-archive"
    case unsafePath = "refi-unsafe-path"
    case noProject = "refi-no-project"
    case projectName = "refi-project-name"
    case sourcesFolder = "refi-sources-folder"
    case badPath = "refi-bad-path"
    case missingSource = "refi-missing-source"
    case externalSource = "refi-external-source"
    case unnamedFile = "refi-unnamed-file"
    case textEncoding = "refi-text-encoding"
    case textMark = "refi-text-mark"
    case textLineEnds = "refi-text-line-ends"
    // The XML, as the schema has it.
    case xmlMark = "refi-xml-mark"
    case xmlEncoding = "refi-xml-encoding"
    case root = "refi-root"
    case namespace = "refi-namespace"
    case unknownElement = "refi-unknown-element"
    case order = "refi-order"
    case tooMany = "refi-too-many"
    case missingElement = "refi-missing-element"
    case emptyContainer = "refi-empty-container"
    case strayText = "refi-stray-text"
    case unknownAttribute = "refi-unknown-attribute"
    case missingAttribute = "refi-missing-attribute"
    case emptyAttribute = "refi-empty-attribute"
    case guidForm = "refi-guid-form"
    case color = "refi-color"
    case time = "refi-time"
    case number = "refi-number"
    case boolean = "refi-boolean"
    case choice = "refi-choice"
    // What the schema forgets.
    case duplicateGUID = "refi-duplicate-guid"
    case danglingGUID = "refi-dangling-guid"
    case wrongKind = "refi-wrong-kind"
    case selfReference = "refi-self-reference"
    case twoTexts = "refi-two-texts"
    case noText = "refi-no-text"
    case negativePosition = "refi-negative-position"
    case invertedSelection = "refi-inverted-selection"
    case emptySelection = "refi-empty-selection"
    case outOfRange = "refi-out-of-range"
    case offsets = "refi-offsets"
    case openOffsets = "refi-open-offsets"
    case invertedTime = "refi-inverted-time"
    case page = "refi-page"
    case noValue = "refi-no-value"
    case valueType = "refi-value-type"
    case deepCodes = "refi-deep-codes"
    case duplicateName = "refi-duplicate-name"

    /// Errors are what the schema or the standard forbids; warnings what programs stumble over; notes what is good to know.
    public var severity: Problem.Severity {
        switch self {
        case .externalSource, .textMark, .textLineEnds, .xmlMark, .offsets, .deepCodes: .note
        case .projectName, .sourcesFolder, .unnamedFile, .xmlEncoding, .selfReference, .emptySelection, .openOffsets,
            .noValue, .duplicateName:
            .warning
        default: .error
        }
    }

    /// What to do about it.
    public var suggestion: String {
        switch self {
        case .archive: "export it anew"
        case .unsafePath: "do not open it in a program that unpacks it"
        case .noProject: "put one project.qde into the archive, outside of any folder"
        case .projectName: "name it project.qde"
        case .sourcesFolder: "name the folder sources"
        case .badPath: "write internal://NAME, relative:///PATH or absolute:///PATH"
        case .missingSource: "export the project again with its files"
        case .externalSource: "send the file along, or export the project with its files"
        case .unnamedFile: "delete it, or export the project anew"
        case .textEncoding: "save it as UTF-8"
        case .textMark: "know that programs differ in whether they count it"
        case .textLineEnds: "know that programs differ in whether they count CRLF as one or two"
        case .xmlMark: "save it without one"
        case .xmlEncoding: "save it as UTF-8"
        case .root: "see whether it is a REFI-QDA file"
        case .namespace: "write the namespace of the standard"
        case .unknownElement, .unknownAttribute, .strayText: "take it out"
        case .order: "put it where the schema has it"
        case .tooMany: "keep one"
        case .missingElement, .missingAttribute: "add it"
        case .emptyContainer: "leave the element out"
        case .emptyAttribute: "leave the attribute out"
        case .guidForm: "write hexadecimal digits in groups of 8, 4, 4, 4 and 12"
        case .color: "write # and six hexadecimal digits"
        case .time: "write it such as 2026-01-31T12:00:00Z"
        case .number: "write a number, in digits"
        case .boolean: "write true or false"
        case .choice: "write a word that the schema has"
        case .duplicateGUID: "give one of them another GUID"
        case .danglingGUID: "add what is meant, or take the reference out"
        case .wrongKind: "refer to what is meant"
        case .selfReference: "take the reference out"
        case .twoTexts: "keep the one that the selections were made in"
        case .noText: "give it a plainTextPath or a PlainTextContent"
        case .negativePosition, .outOfRange: "mend the selection in the program that wrote it, or take it out"
        case .invertedSelection, .invertedTime: "swap its start and end, if that is what was meant"
        case .emptySelection: "mend it in the program that wrote it, or take it out"
        case .offsets: "name it with --offsets where it is not right"
        case .openOffsets: "say how the program counts where you import it, with --offsets"
        case .page: "count pages from 0"
        case .noValue: "give it a value, or take it out"
        case .valueType: "write a value of the variable's type"
        case .deepCodes: "know that some programs show three levels only"
        case .duplicateName: "give one of them another name"
        }
    }

    /// Whether ``RefiMending`` can put right what it finds; not in all cases where it depends on a value.
    public var canBeMended: Bool {
        switch self {
        case .projectName, .sourcesFolder, .xmlMark, .xmlEncoding, .namespace, .order, .emptyContainer, .emptyAttribute,
            .guidForm, .color, .boolean, .strayText:
            true
        default: false
        }
    }
}
