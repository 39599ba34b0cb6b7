internal import CLibXLSXWriter
import TemaModel

/// One sheet, filled from the top: a row that has been left is on the disk.
///
/// Texts are written as texts. Nothing is ever written as a formula or a link, whatever it looks like.
final class WorkbookSheet {
    /// Rows and columns of a sheet, as Excel and LibreOffice have them.
    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private unowned let workbook: Workbook
    /// How many rows have something in them.
    private(set) var rows = 0
    private var last: lxw_row_t?
    /// How many texts were longer than a cell may be.
    private(set) var cut = 0

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ workbook: Workbook) {
        self.sheet = sheet
        self.workbook = workbook
    }

    /// Writes a text, which is cut where a cell cannot hold it. An empty one leaves the cell empty.
    func write(_ text: String, row: Int, column: Int, look: CellLook = CellLook()) throws(Problem) {
        guard !text.isEmpty else { return }
        let content = SheetText(text)
        if content.isCut { cut += 1 }
        try check(
            worksheet_write_string(
                sheet, lxw_row_t(row), lxw_col_t(column), content.escaped, workbook.format(look)), row)
    }

    func write(_ number: Double, row: Int, column: Int, look: CellLook) throws(Problem) {
        try check(
            worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, workbook.format(look)), row)
    }

    private func check(_ result: lxw_error, _ row: Int) throws(Problem) {
        guard result == LXW_NO_ERROR else { throw Workbook.failure(String(cString: lxw_strerror(result)), 0) }
        if last != lxw_row_t(row) { rows += 1 }
        last = lxw_row_t(row)
    }

    /// Gives the row that is being written room for so many lines; programs do not all make it by themselves.
    func setLines(_ lines: Int, of row: Int) {
        guard lines > 1 else { return }
        // In points, of which a row has 409 at most.
        worksheet_set_row(sheet, lxw_row_t(row), min(15 * Double(lines), 405), nil)
    }

    /// - Parameter width: In characters.
    func setWidth(_ width: Int, of column: Int) {
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }

    /// Keeps the first row in sight, on the screen and on every page, and lets rows be filtered by it.
    func freezeHeading(columns: Int, rows: Int) {
        guard columns > 0 else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(max(1, rows - 1)), lxw_col_t(columns - 1))
        worksheet_repeat_rows(sheet, 0, 0)
    }

    /// Prints it across, as many pages long as it needs to be but one wide.
    func fitToPageWidth() {
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_paper(sheet, 9)
    }
}
