package import TemaModel

extension Table {
    /// The notes in English.
    package var englishNotes: [String] { (definitions + notes).map(\.description) }

    /// The labels of the columns in English.
    package var englishLabels: [String] { layout.columns.map(\.label.description) }
}
