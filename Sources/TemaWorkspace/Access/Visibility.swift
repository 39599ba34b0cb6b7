import TemaStudy

/// What a coder may see of others' work.
struct Visibility: Sendable {
    var isBlind: Bool { false }
    func sees(_ other: String, in document: String) -> Bool { true }
    func seesMemo(_ memo: Memo) -> Bool { true }
}
