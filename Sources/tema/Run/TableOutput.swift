import TemaModel
import TemaTables

/// A table on its way out, row by row.
final class TableOutput {
    private let output: Output
    private var format: any TableFormat
    private let quiet: Bool
    private let carriesNotes: Bool

    init(
        _ output: Output, _ type: any TableFormat.Type, _ layout: Table.Layout, _ options: TableOptions, quiet: Bool
    ) {
        self.output = output
        self.quiet = quiet
        format = type.init(layout, options: options)
        carriesNotes = type.carriesNotes
        output.write { format.begin(into: &$0) }
    }

    func add(_ row: Table.Row) {
        output.write { format.add(row, into: &$0) }
    }

    func finish(notes: [String]) {
        do { try output.write { try format.end(notes: notes, into: &$0) } } catch {
            output.fail(error as? Problem ?? Problem("the table cannot be written: \(error)"))
        }
        output.finish()
        if !carriesNotes, !quiet { notes.forEach(Messages.say) }
    }
}
