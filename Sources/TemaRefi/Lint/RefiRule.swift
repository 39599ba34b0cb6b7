public import TemaModel

/// A rule of the checker. The raw values are stable, so that scripts can filter by them.
public enum RefiRule: String, Sendable, Hashable, CaseIterable {
    // MARK: The archive

    /// The archive is damaged, or has two files with one name.
    case archive = "refi-archive"
    /// A member is a link, is encrypted, or has a path that is unsafe to extract.
    case unsafePath = "refi-unsafe-path"
    /// The archive contains no project, or several.
    case noProject = "refi-no-project"
    /// The project file is not named `project.qde`.
    case projectName = "refi-project-name"
    /// The folder of sources is not named `sources`.
    case sourcesFolder = "refi-sources-folder"
    /// A path is not in a form of the standard.
    case badPath = "refi-bad-path"
    /// A path refers to a file that is not in the archive.
    case missingSource = "refi-missing-source"
    /// A path refers to a file outside the archive.
    case externalSource = "refi-external-source"
    /// No element refers to a file in the archive.
    case unnamedFile = "refi-unnamed-file"
    /// A text cannot be decoded.
    case textEncoding = "refi-text-encoding"
    /// A text begins with a byte-order mark.
    case textMark = "refi-text-mark"
    /// A text has CRLF line ends.
    case textLineEnds = "refi-text-line-ends"

    // MARK: The schema

    /// A byte-order mark precedes the XML.
    case xmlMark = "refi-xml-mark"
    /// The XML is not in UTF-8.
    case xmlEncoding = "refi-xml-encoding"
    /// The root element is unknown.
    case root = "refi-root"
    /// A namespace is not that of the standard.
    case namespace = "refi-namespace"
    /// An element is not allowed at its place.
    case unknownElement = "refi-unknown-element"
    /// An element is out of order.
    case order = "refi-order"
    /// An element that is allowed once is repeated.
    case tooMany = "refi-too-many"
    /// A required element is missing.
    case missingElement = "refi-missing-element"
    /// A container that requires elements has none.
    case emptyContainer = "refi-empty-container"
    /// Text is between elements.
    case strayText = "refi-stray-text"
    /// An attribute is not allowed.
    case unknownAttribute = "refi-unknown-attribute"
    /// A required attribute is missing.
    case missingAttribute = "refi-missing-attribute"
    /// An optional attribute is empty.
    case emptyAttribute = "refi-empty-attribute"
    /// A value is not a GUID.
    case guidForm = "refi-guid-form"
    /// A value is not a color.
    case color = "refi-color"
    /// A value is not a date, or not a date with time.
    case time = "refi-time"
    /// A value is not a number.
    case number = "refi-number"
    /// A value is not a Boolean.
    case boolean = "refi-boolean"
    /// A value is not one of the words that the schema allows.
    case choice = "refi-choice"

    // MARK: What the schema does not express

    /// Two elements have one GUID.
    case duplicateGUID = "refi-duplicate-guid"
    /// A reference does not resolve.
    case danglingGUID = "refi-dangling-guid"
    /// A reference resolves to an element of the wrong kind.
    case wrongKind = "refi-wrong-kind"
    /// An element refers to itself.
    case selfReference = "refi-self-reference"
    /// A text has both a path and content.
    case twoTexts = "refi-two-texts"
    /// A text has neither a path nor content.
    case noText = "refi-no-text"
    /// A selection begins or ends before 0.
    case negativePosition = "refi-negative-position"
    /// A text selection ends before it begins.
    case invertedSelection = "refi-inverted-selection"
    /// A text selection is empty.
    case emptySelection = "refi-empty-selection"
    /// A selection is not within its text.
    case outOfRange = "refi-out-of-range"
    /// How positions are counted.
    case offsets = "refi-offsets"
    /// It cannot be detected how positions are counted.
    case openOffsets = "refi-open-offsets"
    /// A time selection ends before it begins.
    case invertedTime = "refi-inverted-time"
    /// A page number is negative.
    case page = "refi-page"
    /// A variable value is missing.
    case noValue = "refi-no-value"
    /// A value has another type than its variable.
    case valueType = "refi-value-type"
    /// Codes are nested deeper than some programs show.
    case deepCodes = "refi-deep-codes"
    /// Codes with one parent have one name.
    case duplicateName = "refi-duplicate-name"

    /// The severity: error if the schema or the standard forbids it, warning if some programs fail on it, else note.
    public var severity: Problem.Severity {
        switch self {
        case .externalSource, .textMark, .textLineEnds, .xmlMark, .offsets, .deepCodes: .note
        case .projectName, .sourcesFolder, .unnamedFile, .xmlEncoding, .selfReference, .emptySelection, .openOffsets,
            .noValue, .duplicateName:
            .warning
        default: .error
        }
    }

    /// How to fix it.
    public var suggestion: String {
        switch self {
        case .archive: "export it again"
        case .unsafePath: "do not open it in a program that unpacks it"
        case .noProject: "put exactly one project.qde at the top level of the archive"
        case .projectName: "name it project.qde"
        case .sourcesFolder: "name the folder sources"
        case .badPath: "write internal://NAME, relative:///PATH or absolute:///PATH"
        case .missingSource: "export the project again with its files"
        case .externalSource: "include the file, or export the project with its files"
        case .unnamedFile: "delete it, or export the project again"
        case .textEncoding: "save it as UTF-8"
        case .textMark: "programs differ in whether they count it as a character"
        case .textLineEnds: "programs differ in whether they count CRLF as one character or two"
        case .xmlMark: "save it without a byte-order mark"
        case .xmlEncoding: "save it as UTF-8"
        case .root: "check that it is a REFI-QDA file"
        case .namespace: "write the namespace of the standard"
        case .unknownElement, .unknownAttribute, .strayText: "remove it"
        case .order: "move it to its place in the schema"
        case .tooMany: "keep one"
        case .missingElement, .missingAttribute: "add it"
        case .emptyContainer: "remove the element"
        case .emptyAttribute: "remove the attribute"
        case .guidForm: "write hexadecimal digits in groups of 8, 4, 4, 4 and 12"
        case .color: "write # and six hexadecimal digits"
        case .time: "write it in a form such as 2026-01-31T12:00:00Z"
        case .number: "write a number in digits"
        case .boolean: "write true or false"
        case .choice: "write a word that the schema allows"
        case .duplicateGUID: "change one of the GUIDs"
        case .danglingGUID: "add the missing element, or remove the reference"
        case .wrongKind: "refer to an element of that kind"
        case .selfReference: "remove the reference"
        case .twoTexts: "keep the one in which the selections were made"
        case .noText: "add a plainTextPath or a PlainTextContent"
        case .negativePosition, .outOfRange: "fix the selection in the program that wrote it, or remove it"
        case .invertedSelection, .invertedTime: "swap its start and end if they were exchanged"
        case .emptySelection: "fix it in the program that wrote it, or remove it"
        case .offsets: "if it is wrong, set it with --offsets when importing"
        case .openOffsets: "set how the program counts with --offsets when importing"
        case .page: "count pages from 0"
        case .noValue: "add a value, or remove it"
        case .valueType: "write a value of the variable's type"
        case .deepCodes: "some programs show only three levels"
        case .duplicateName: "rename one of them"
        }
    }

    /// Whether ``RefiRepair`` can repair it. Some rules depend on the value, so that not every finding is repaired.
    public var isRepairable: Bool {
        switch self {
        case .projectName, .sourcesFolder, .xmlMark, .xmlEncoding, .namespace, .order, .emptyContainer, .emptyAttribute,
            .guidForm, .color, .boolean, .strayText:
            true
        default: false
        }
    }
}
