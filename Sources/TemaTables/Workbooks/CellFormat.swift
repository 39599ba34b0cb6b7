internal import CLibXLSXWriter

/// The format of a spreadsheet cell.
struct CellFormat: Hashable {
    /// The number format, such as `0.00`.
    var mask: String?
    var wraps = false
    var isRight = false
    var isBold = false
    /// Whether the cell is a column heading.
    var isHeading = false
    /// The indentation level.
    var indent = 0

    /// Returns a number format with as many decimal places as the shown text, and an exponent if the text has one.
    ///
    /// - Parameter isGrouped: Whether the digits before the decimal mark are grouped.
    static func mask(like shown: String, isGrouped: Bool) -> String {
        let parts = shown.split(separator: "e", omittingEmptySubsequences: false)
        let places = parts[0].split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let whole = isGrouped && parts.count == 1 ? "#,##0" : "0"
        return whole + (places > 0 ? "." + String(repeating: "0", count: places) : "") + (parts.count > 1 ? "E+00" : "")
    }

    func dress(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if let mask { format_set_num_format(format, mask) }
        if wraps || isHeading { format_set_text_wrap(format) }
        if isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        // Spreadsheets support fifteen levels.
        if indent > 0 { format_set_indent(format, UInt8(min(indent, 15))) }
        if isBold || isHeading { format_set_bold(format) }
        if isHeading {
            format_set_bg_color(format, 0xE8EDF2)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
    }
}
