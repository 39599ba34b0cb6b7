import TemaFormats
import TemaModel
import TemaTables

/// Writes a table to an output, row by row.
final class TableOutput {
    private let output: OutputFile
    private var format: any TableFormat
    private let quiet: Bool
    private let carriesNotes: Bool

    init(
        _ output: OutputFile, _ type: any TableFormat.Type, layout: Table.Layout, options: TableOptions, quiet: Bool
    ) throws(Problem) {
        self.output = output
        self.quiet = quiet
        format = type.init(layout, options: options)
        carriesNotes = type.carriesNotes
        try output.write { format.begin(into: &$0) }
    }

    func add(_ row: Table.Row) throws(Problem) {
        try output.write { format.add(row, into: &$0) }
    }

    func finish(notes: [String]) throws(Problem) {
        try output.write { (out: inout [UInt8]) throws(Problem) in
            do { try format.end(notes: notes, into: &out) } catch {
                throw error as? Problem ?? Problem("the table cannot be written: \(error)")
            }
        }
        try output.finish()
        if !carriesNotes, !quiet { notes.forEach(Messages.say) }
    }
}
