import TemaModel

/// The content that the schemas of REFI-QDA allow: the elements of each type in order, and their attributes.
///
/// Written after `Project.xsd` and `Codebook.xsd` of 18 March 2019.
struct RefiGrammar: Sendable {
    /// A place in the sequence of elements.
    struct Place: Sendable {
        /// The types of the elements allowed at this place, by element name.
        let types: [String: String]
        let isRequired: Bool
        let isRepeated: Bool
        /// The names of the elements for messages, such as `TextValue or BooleanValue`.
        let names: String
    }

    /// A type of elements: a sequence of elements, or a value.
    struct Shape: Sendable {
        var attributes: [String: (type: RefiValue, isRequired: Bool)] = [:]
        /// The names of the required attributes, in the order of the table.
        var required: [String] = []
        var places: [Place] = []
        /// The index of each element's place.
        var placeOf: [String: Int] = [:]
        var value: RefiValue?
    }

    let namespace: String
    /// The name of the root element.
    let root: String
    let rootType: String
    private let shapes: [String: Shape]

    static let project = RefiGrammar(
        namespace: "urn:QDA-XML:project:1.0", root: "Project", rootType: "Project", table: projectTable)
    static let codebook = RefiGrammar(
        namespace: "urn:QDA-XML:codebook:1.0", root: "CodeBook", rootType: "CodeBook", table: codebookTable)

    func shape(_ type: String) -> Shape {
        shapes[type] ?? RefiValue(rawValue: type).map { Shape(value: $0) } ?? Shape()
    }

    /// Parses a table. Each line has the names of types, their attributes, and their elements in sequence, separated by
    /// `;`.
    ///
    /// `!` means required, `*` repeatable, `|` a choice of elements. `:` precedes the type if it differs from the name.
    private init(namespace: String, root: String, rootType: String, table: String) {
        var shapes: [String: Shape] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
            var shape = Shape()
            for attribute in parts[1].flatMap({ $0 == "AUDIT" ? Self.audit : [$0] }) {
                let named = Self.named(attribute)
                shape.attributes[named.name] = (RefiValue(rawValue: named.type) ?? .string, attribute.hasSuffix("!"))
                if attribute.hasSuffix("!") { shape.required.append(named.name) }
            }
            for (index, place) in parts[2].enumerated() {
                let names = place.split(separator: "|").map(Self.named)
                for name in names { shape.placeOf[name.name] = index }
                shape.places.append(
                    Place(
                        types: Dictionary(names.map { ($0.name, $0.type) }) { first, _ in first },
                        isRequired: place.contains("!"), isRepeated: place.contains("*"),
                        names: names.map(\.name).joined(separator: " or ")))
            }
            for type in parts[0] { shapes[String(type)] = shape }
        }
        (self.namespace, self.root, self.rootType, self.shapes) = (namespace, root, rootType, shapes)
    }

    private static func named(_ text: Substring) -> (name: String, type: String) {
        let parts = text.filter { $0 != "!" && $0 != "*" }.split(separator: ":").map(String.init)
        let isAttribute = text.first?.isLowercase ?? false
        return (parts[0], parts.count > 1 ? parts[1] : isAttribute ? "string" : parts[0])
    }

    private static let audit: [Substring] = [
        "creatingUser:guid", "creationDateTime:time", "modifyingUser:guid", "modifiedDateTime:time",
    ]

    private static let codebookTable = """
        CodeBook;origin;Codes! Sets
        Codes;;Code!*
        Code;guid:guid! name! isCodable:boolean! color:color;Description:string Code*
        Sets;;Set!*
        Set;guid:guid! name!;Description:string MemberCode*
        MemberCode;guid:guid!;
        """

    private static let projectTable = """
        Project;name! origin creatingUserGUID:guid creationDateTime:time modifyingUserGUID:guid modifiedDateTime:time basePath;Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description:string NoteRef:Ref*
        Users;;User!*
        User;guid:guid! name id;
        CodeBook;;Codes!
        Codes;;Code!*
        Code;guid:guid! name! isCodable:boolean! color:color;Description:string NoteRef:Ref* Code*
        Variables;;Variable!*
        Variable;guid:guid! name! typeOfVariable:variable!;Description:string
        VariableValue;;VariableRef:Ref! TextValue:string|BooleanValue:boolean|IntegerValue:integer|FloatValue:decimal|DateValue:date|DateTimeValue:time
        Cases;;Case!*
        Case;guid:guid! name;Description:string CodeRef:Ref* VariableValue* SourceRef:Ref* SelectionRef:Ref*
        Sources;;TextSource|PictureSource|PDFSource|AudioSource|VideoSource!*
        TextSource;guid:guid! name richTextPath plainTextPath AUDIT;Description:string PlainTextContent:string PlainTextSelection* Coding* NoteRef:Ref* VariableValue*
        PlainTextSelection;guid:guid! name startPosition:integer! endPosition:integer! AUDIT;Description:string Coding* NoteRef:Ref*
        PictureSource;guid:guid! name path currentPath AUDIT;Description:string TextDescription:TextSource PictureSelection* Coding* NoteRef:Ref* VariableValue*
        PictureSelection;guid:guid! name firstX:integer! firstY:integer! secondX:integer! secondY:integer! AUDIT;Description:string Coding* NoteRef:Ref*
        PDFSource;guid:guid! name path currentPath AUDIT;Description:string PDFSelection* Representation:TextSource Coding* NoteRef:Ref* VariableValue*
        PDFSelection;guid:guid! name page:integer! firstX:integer! firstY:integer! secondX:integer! secondY:integer! AUDIT;Description:string Representation:TextSource Coding* NoteRef:Ref*
        AudioSource;guid:guid! name path currentPath AUDIT;Description:string Transcript* AudioSelection:TimeSelection* Coding* NoteRef:Ref* VariableValue*
        VideoSource;guid:guid! name path currentPath AUDIT;Description:string Transcript* VideoSelection:TimeSelection* Coding* NoteRef:Ref* VariableValue*
        TimeSelection;guid:guid! name begin:integer! end:integer! AUDIT;Description:string Coding* NoteRef:Ref*
        Transcript;guid:guid! name richTextPath plainTextPath AUDIT;Description:string PlainTextContent:string SyncPoint* TranscriptSelection* NoteRef:Ref*
        TranscriptSelection;guid:guid! name fromSyncPoint:guid toSyncPoint:guid AUDIT;Description:string Coding* NoteRef:Ref*
        SyncPoint;guid:guid! timeStamp:integer position:integer;
        Coding;guid:guid! creatingUser:guid creationDateTime:time;CodeRef:Ref! NoteRef:Ref*
        Notes;;Note:TextSource!*
        Links;;Link!*
        Link;guid:guid! name direction:direction color:color originGUID:guid targetGUID:guid;NoteRef:Ref*
        Sets;;Set!*
        Set;guid:guid! name!;Description:string MemberCode:Ref* MemberSource:Ref* MemberNote:Ref*
        Graphs;;Graph!*
        Graph;guid:guid! name;Vertex* Edge*
        Vertex;guid:guid! representedGUID:guid name firstX:integer! firstY:integer! secondX:integer secondY:integer shape:shape color:color;
        Edge;guid:guid! representedGUID:guid name sourceVertex:guid! targetVertex:guid! color:color direction:direction lineStyle:line;
        Ref;targetGUID:guid!;
        """
}
