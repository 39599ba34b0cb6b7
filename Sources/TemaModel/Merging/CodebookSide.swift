/// A codebook as one of two copies has it.
public struct CodebookSide: Sendable {
    /// The codebook.
    public let codebook: Codebook
    /// The GUIDs of codes by their paths. A code keeps its GUID when it is renamed or moved.
    public let guids: [String: String]
    /// The paths of the codes that codings have which the other copy does not know.
    public let used: Set<String>

    /// Creates a side of a merge.
    public init(_ codebook: Codebook, guids: [String: String], used: Set<String> = []) {
        (self.codebook, self.guids, self.used) = (codebook, guids, used)
    }
}

/// The codes of one side by their GUIDs.
struct CodesByGUID {
    struct Place {
        let path: String
        /// The parent's GUID.
        let parent: String?
        /// The code without its GUID and those below it.
        let code: Code
    }

    private(set) var places: [String: Place] = [:]
    /// The GUIDs in the order of the codebook.
    private(set) var order: [String] = []

    /// - Parameter other: The other copy. A code that only this side has is the same as the other copy's with the same id
    ///   under the same parent, unless the ancestor has one of them.
    init(_ side: CodebookSide, ancestor: CodesByGUID? = nil, like other: CodesByGUID? = nil) {
        var siblings: [String?: [String: String]] = [:]
        for (guid, place) in other?.places ?? [:] where ancestor?.places[guid] == nil {
            siblings[place.parent, default: [:]][place.code.id] = guid
        }
        var guids: [String: String] = [:]
        let entries = CodeList(side.codebook).entries
        for entry in entries {
            let parent = entry.parent.flatMap { guids[entries[$0].path] }
            var guid = side.guids[entry.path] ?? entry.path
            if ancestor?.places[guid] == nil, other?.places[guid] == nil, let same = siblings[parent]?[entry.code.id],
                places[same] == nil
            {
                guid = same
            }
            guids[entry.path] = guid
            var bare = entry.code
            (bare.codes, bare.guid) = ([], nil)
            places[guid] = Place(path: entry.path, parent: parent, code: bare)
            order.append(guid)
        }
    }
}
