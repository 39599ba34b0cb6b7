/// A bar of block characters, drawn to the nearest eighth of one.
public enum BlockBar {
    /// - Parameters:
    ///   - share: From 0 to 1.
    ///   - width: Columns of a terminal that 1 takes. A shorter bar has nothing behind it.
    public static func text(_ share: Double, width: Int) -> String {
        let eighths = Int((share * Double(width) * 8).rounded())
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + part
    }
}
