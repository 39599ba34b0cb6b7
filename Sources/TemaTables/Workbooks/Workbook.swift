internal import CLibXLSXWriter
import Glibc
import TemaFormats
import TemaModel

/// Writes several tables to one spreadsheet, each on its own sheet, with their definitions on the last sheet.
public enum Spreadsheet {
    /// Returns a spreadsheet in the format xlsx. The same content produces the same bytes.
    ///
    /// - Parameters:
    ///   - sheets: The sheets' names and tables.
    ///   - language: The language of names, headings and notes.
    ///   - provenance: The inputs and options of the tables.
    /// - Throws: A ``Problem`` if a temporary file cannot be written.
    public static func written(
        _ sheets: [(name: Phrase, table: Table)], language: DisplayLanguage = .english, provenance: [Fact]
    ) throws(Problem) -> [UInt8] {
        let workbook = try Workbook()
        var parts: [AboutSheet.Part] = []
        for (name, table) in sheets {
            let sheet = try TableSheet(
                table.layout, name: name.text(in: language), language: language, in: workbook)
            for row in table.rows { try sheet.add(row) }
            parts.append(
                AboutSheet.Part(
                    title: name, notes: sheet.definitions + table.notes + sheet.finish(), names: sheet.otherNames))
        }
        try AboutSheet(parts: parts, provenance: provenance, language: language).write(to: workbook)
        return try workbook.finish()
    }
}

/// A spreadsheet file that is being written. Owns libxlsxwriter's workbook.
///
/// Rows are kept in unnamed temporary files in `TMPDIR` or `/tmp`, so memory does not grow with them. The same
/// content produces the same bytes: all timestamps are 1 January 1980, the earliest date in a ZIP archive.
///
/// `@unchecked` because libxlsxwriter's pointers are not `Sendable`. A workbook has only one writer at a time, the
/// format or command that created it.
final class Workbook: @unchecked Sendable {
    /// The unnamed file that libxlsxwriter writes the result to. No other process can open it, and it is deleted when
    /// this process exits.
    private let file: TemporaryFile
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    private var sheets: [WorkbookSheet] = []

    /// Creates an empty workbook.
    ///
    /// - Throws: A ``Problem`` if a temporary file cannot be created.
    init() throws(Problem) {
        file = try TemporaryFile.make { Self.failure("a temporary file cannot be created", $0) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        let path = "/proc/self/fd/\(file.descriptor)"
        workbook = TemporaryFile.folder.withCString { folder in
            tema_set_temporary_folder(&options, folder)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw Self.failure("libxlsxwriter cannot create a workbook", ENOMEM) }
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Adds a sheet with this name, changed if it is invalid or already used.
    ///
    /// - Throws: A ``Problem`` if a temporary file cannot be created.
    func sheet(_ name: String) throws(Problem) -> WorkbookSheet {
        guard let pointer = workbook_add_worksheet(workbook, names.next(name)) else {
            throw Self.failure("a temporary file cannot be created", errno)
        }
        let sheet = WorkbookSheet(pointer, self)
        sheets.append(sheet)
        return sheet
    }

    /// Returns libxlsxwriter's format of cells with this look, or nil for the default format.
    func format(_ look: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[look] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        look.dress(format)
        formats[look] = format
        return format
    }

    /// Closes the workbook and returns the complete file. Nothing can be written after it.
    ///
    /// - Throws: A ``Problem`` if a temporary file could not be written completely.
    func finish() throws(Problem) -> [UInt8] {
        let result = workbook_close(workbook)
        workbook = nil
        guard result == LXW_NO_ERROR else { throw Self.failure("its parts cannot be combined", errno) }
        let bytes = try contents()
        guard WorkbookVerification.isComplete(bytes, rows: sheets.map(\.rows)) else {
            throw Self.failure("its temporary files are incomplete", ENOSPC)
        }
        return bytes
    }

    private func contents() throws(Problem) -> [UInt8] {
        let size = Int(lseek(file.descriptor, 0, SEEK_END))
        lseek(file.descriptor, 0, SEEK_SET)
        guard size > 0 else { throw Self.failure("its parts cannot be combined", ENOSPC) }
        var taken = 0
        var bytes = [UInt8](repeating: 0, count: size)
        while taken < size {
            let count = bytes.withUnsafeMutableBytes {
                read(file.descriptor, $0.baseAddress?.advanced(by: taken), size - taken)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure("the finished file cannot be read", errno) }
            taken += count
        }
        return bytes
    }

    static func failure(_ what: String, _ code: CInt) -> Problem {
        let reason = code == 0 ? "" : ": " + String(cString: strerror(code))
        var problem = Problem(
            "the spreadsheet cannot be written: \(what)\(reason)",
            suggestion: "free disk space for temporary files, set TMPDIR to another folder, or use --format csv")
        problem.cause = .writing
        return problem
    }
}
