internal import CLibXLSXWriter
import TemaModel

/// A sheet that is written from top to bottom. Finished rows are flushed to disk.
///
/// Texts are always written as texts, never as formulas or links.
final class WorkbookSheet {
    /// The limits of a sheet in Excel and LibreOffice.
    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private unowned let workbook: Workbook
    /// The number of rows that are not empty.
    private(set) var rows = 0
    private var last: lxw_row_t?
    /// The number of texts that were too long for a cell.
    private(set) var cut = 0

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ workbook: Workbook) {
        self.sheet = sheet
        self.workbook = workbook
    }

    /// Writes a text, cut if it is too long for a cell. An empty text leaves the cell empty.
    func write(_ text: String, row: Int, column: Int, look: CellFormat = CellFormat()) throws(Problem) {
        guard !text.isEmpty else { return }
        let content = SheetText(text)
        if content.isCut { cut += 1 }
        try check(
            worksheet_write_string(
                sheet, lxw_row_t(row), lxw_col_t(column), content.escaped, workbook.format(look)), row)
    }

    func write(_ number: Double, row: Int, column: Int, look: CellFormat) throws(Problem) {
        try check(
            worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, workbook.format(look)), row)
    }

    private func check(_ result: lxw_error, _ row: Int) throws(Problem) {
        guard result == LXW_NO_ERROR else { throw Workbook.failure(String(cString: lxw_strerror(result)), 0) }
        if last != lxw_row_t(row) { rows += 1 }
        last = lxw_row_t(row)
    }

    /// Sets the height of the current row to a number of lines, because not all programs do so automatically.
    func setLines(_ lines: Int, of row: Int) {
        guard lines > 1 else { return }
        // The unit is points, and the maximum is 409.
        worksheet_set_row(sheet, lxw_row_t(row), min(15 * Double(lines), 405), nil)
    }

    /// Sets the width of a column in characters.
    func setWidth(_ width: Int, of column: Int) {
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }

    /// Freezes the first row, repeats it on every printed page, and adds filters to it.
    func freezeHeading(columns: Int, rows: Int) {
        guard columns > 0 else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(max(1, rows - 1)), lxw_col_t(columns - 1))
        worksheet_repeat_rows(sheet, 0, 0)
    }

    /// Prints in landscape, scaled to a width of one page.
    func fitToPageWidth() {
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_paper(sheet, 9)
    }
}
