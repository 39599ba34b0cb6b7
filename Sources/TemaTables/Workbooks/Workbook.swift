internal import CLibXLSXWriter
import Glibc
import TemaFormats
import TemaModel

/// Several tables in one spreadsheet, each on a sheet of its own, and what they mean on a last one.
public enum Spreadsheet {
    /// - Parameters:
    ///   - sheets: What the sheets are called, and the tables on them.
    ///   - provenance: What they were made of and with.
    /// - Returns: The file, in the format xlsx. The same content gives the same bytes.
    /// - Throws: A ``Problem`` where the disk of the temporary files could not take it.
    public static func written(
        _ sheets: [(name: String, table: Table)], provenance: [Table.Field]
    ) throws(Problem) -> [UInt8] {
        let workbook = try Workbook()
        var parts: [AboutSheet.Part] = []
        for (name, table) in sheets {
            let sheet = try TableSheet(table.layout, name: name, in: workbook)
            for row in table.rows { try sheet.add(row) }
            parts.append(AboutSheet.Part(title: name, notes: table.notes + sheet.finish(), names: sheet.otherNames))
        }
        try AboutSheet(parts: parts, provenance: provenance).write(to: workbook)
        return try workbook.finish()
    }
}

/// A spreadsheet file of several sheets while it is written. It owns libxlsxwriter's workbook.
///
/// Rows lie in temporary files without a name, in `TMPDIR` or `/tmp`, so memory does not grow with them. The same content
/// gives the same bytes: what the format wants to know of the time is 1 January 1980, the first day a zip archive knows.
///
/// Unchecked, because libxlsxwriter's pointers are not `Sendable`: a workbook has one writer at a time, the format or the
/// command that made it.
final class Workbook: @unchecked Sendable {
    /// Where libxlsxwriter puts the finished bytes: a file without a name, which nobody else can open and which is gone when
    /// this process is.
    private let file: TemporaryFile
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    private var sheets: [WorkbookSheet] = []

    /// - Throws: A ``Problem`` where no temporary file can be made.
    init() throws(Problem) {
        file = try TemporaryFile.make { Self.failure("a temporary file cannot be made", $0) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        let path = "/proc/self/fd/\(file.descriptor)"
        workbook = TemporaryFile.folder.withCString { folder in
            tema_set_temporary_folder(&options, folder)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw Self.failure("there is no memory for it", ENOMEM) }
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// A further sheet, under this name or one like it that spreadsheets take.
    func sheet(_ name: String) throws(Problem) -> WorkbookSheet {
        guard let pointer = workbook_add_worksheet(workbook, names.next(name)) else {
            throw Self.failure("a temporary file cannot be made", errno)
        }
        let sheet = WorkbookSheet(pointer, self)
        sheets.append(sheet)
        return sheet
    }

    /// What makes cells look so; nothing for the usual.
    func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[look] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        look.dress(format)
        formats[look] = format
        return format
    }

    /// The whole file. Nothing can be written after it.
    ///
    /// - Throws: A ``Problem`` where the disk of the temporary files could not take it all.
    func finish() throws(Problem) -> [UInt8] {
        let result = workbook_close(workbook)
        workbook = nil
        guard result == LXW_NO_ERROR else { throw Self.failure("its parts cannot be put together", errno) }
        let bytes = try contents()
        guard WorkbookCheck.isWhole(bytes, rows: sheets.map(\.rows)) else {
            throw Self.failure("its temporary files are not whole", ENOSPC)
        }
        return bytes
    }

    private func contents() throws(Problem) -> [UInt8] {
        let size = Int(lseek(file.descriptor, 0, SEEK_END))
        lseek(file.descriptor, 0, SEEK_SET)
        guard size > 0 else { throw Self.failure("its parts cannot be put together", ENOSPC) }
        var taken = 0
        var bytes = [UInt8](repeating: 0, count: size)
        while taken < size {
            let count = bytes.withUnsafeMutableBytes {
                read(file.descriptor, $0.baseAddress?.advanced(by: taken), size - taken)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure("it cannot be read back", errno) }
            taken += count
        }
        return bytes
    }

    static func failure(_ what: String, _ code: CInt) -> Problem {
        let reason = code == 0 ? "" : ": " + String(cString: strerror(code))
        var problem = Problem(
            "the spreadsheet cannot be written: \(what)\(reason)",
            suggestion: "make room where temporary files go, name another place in TMPDIR, or use --format csv")
        problem.cause = .writing
        return problem
    }
}
