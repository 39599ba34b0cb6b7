import TemaModel
import TemaStudy

struct TagR {
    var codings: [HandCoding]
    var isNew: Bool
}
extension Study {
    func tag(
        _ d: String, _ s: Selection, codes: [String], by: String, memo: String?, id: String, hash: String, quote: String
    ) throws(Problem) -> TagR {
        var all: [HandCoding] = []
        for c in codes { all.append(try tag(d, s, code: c, by: by, memo: memo)) }
        return TagR(codings: all, isNew: true)
    }
    func resize(_ id: String, to s: Selection, by: String, hash: String, quote: String) throws(Problem) -> HandCoding {
        throw Problem("no")
    }
    func recode(_ ids: [String], to: String, by: String) throws(Problem) -> [HandCoding] { throw Problem("no") }
    func currentPath(of code: String) throws(Problem) -> String { code }
    func undo(action: Int64, by: String) throws(Problem) -> Action? { nil }
    func history(before: Int64?, limit: Int, by: String?) throws(Problem) -> [Action] {
        Array(try history().reversed().prefix(limit))
    }
    func canUndo(_ a: Action, by: String) throws(Problem) -> Bool { true }
}
