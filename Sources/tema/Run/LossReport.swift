import TemaModel

/// A summary of a conversion's losses: for each reason the number and the first elements concerned.
struct LossReport {
    private static let most = 12
    private static let shown = 3

    private var reasons: [(reason: String, count: Int, elements: [String], more: Int)] = []

    init(_ losses: Losses) {
        var places: [String: Int] = [:]
        for loss in losses.all {
            let index = places[loss.reason] ?? reasons.count
            if index == reasons.count {
                places[loss.reason] = index
                reasons.append((loss.reason, 0, [], 0))
            }
            reasons[index].count += loss.count
            if reasons[index].elements.count < Self.shown {
                reasons[index].elements.append(loss.element)
            } else {
                reasons[index].more += 1
            }
        }
    }

    /// One line for each reason.
    var lines: [String] {
        let lines = reasons.prefix(Self.most).map { reason in
            let elements = reason.elements.map { String($0.prefix(60)) }.joined(separator: ", ")
            let more = reason.more > 0 ? " and \(reason.more) more" : ""
            return "\(reason.count) × \(elements)\(more): \(reason.reason)"
        }
        let left = reasons.count - lines.count
        return left > 0 ? lines + ["and \(counted(left, "more reason"))"] : lines
    }

    /// Prints the report.
    ///
    /// - Parameter quiet: Whether to print only the first line. That data was lost is always reported.
    func report(of file: String, from: String, to: String, quiet: Bool) {
        guard !reasons.isEmpty else { return }
        let count = reasons.reduce(0) { $0 + $1.count }
        let note = Problem(
            "\(counted(count, "item")) could not be converted exactly from \(from) to \(to)",
            severity: .warning,
            suggestion: "list them with --losses FILE.csv", file: file)
        Messages.say(note.description)
        guard !quiet else { return }
        for line in lines { Messages.say("  " + line.visible()) }
    }
}
