import TemaModel
import TemaTables

/// The text of a progress line, with a bar.
struct ProgressLine {
    var documents: Int
    var bytes: Int
    /// The total number of bytes to read, or 0 if unknown.
    var total: Int
    var seconds: Double

    /// Returns a line such as `██████▌      1,204 documents · 118 MB/s · 12 s left`, truncated to a width.
    func text(width: Int) -> String {
        let rate = seconds > 0 ? Double(bytes) / seconds : 0
        var words =
            "\(DisplayLanguage.english.grouped(Double(documents))) document\(documents == 1 ? "" : "s") · \(rounded(rate / 1e6)) MB/s"
        var bar = ""
        if total > 0, rate > 0 {
            let share = min(1, Double(bytes) / Double(total))
            words += " · \(duration(Double(max(0, total - bytes)) / rate)) left"
            bar = Self.bar(share, width: min(30, width - words.count - 1))
        }
        let line = bar.isEmpty ? words : "\(bar) \(words)"
        return String(line.prefix(max(0, width)))
    }

    /// Returns a bar padded to a width.
    private static func bar(_ share: Double, width: Int) -> String {
        guard width >= 4 else { return "" }
        let bar = BlockBar.text(share, width: width)
        return bar + String(repeating: " ", count: width - bar.count)
    }

    private func rounded(_ rate: Double) -> String {
        rate < 9.95 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate.rounded()))"
    }

    private func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds.rounded(.up), 359_999))
        if whole < 60 { return "\(whole) s" }
        let (minutes, rest) = (whole / 60, whole % 60)
        if minutes < 60 { return "\(minutes) min \(rest) s" }
        return "\(minutes / 60) h \(minutes % 60) min"
    }
}
