public import TemaAnalysis
import TemaFormats
public import TemaModel

/// Reads ratings from a table: a rating a row.
public enum RatingsFile {
    /// The longest that is read: a million rows of a spreadsheet.
    private static let most = 1 << 30

    /// - Parameter columns: The names of the columns of unit, coder and value, and of what the bootstrap draws if not units.
    /// - Throws: A ``Problem`` if the file cannot be read, or a column is unknown.
    public static func read(_ path: String, columns: [String]) throws(Problem) -> Ratings {
        do throws(Problem) {
            let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: most)
            let table = try DelimitedText(text)
            var places: [Int] = []
            for column in columns { places.append(try table.column(column)) }
            guard 3...4 ~= places.count else {
                throw Problem("three or four columns are needed", suggestion: "name those of unit, coder and value")
            }
            return Ratings(
                table.rows.filter { !$0.fields[places[2]].isEmpty }.map { row in
                    Ratings.Rating(
                        unit: row.fields[places[0]], coder: row.fields[places[1]], value: row.fields[places[2]],
                        cluster: places.count == 4 ? row.fields[places[3]] : nil)
                })
        } catch { throw error.inFile(path) }
    }
}
