public import TemaAnalysis
import TemaFormats
public import TemaModel

/// Reads ratings from a delimited table with one rating per row.
public enum RatingsFile {
    /// The size limit in bytes, enough for a million rows of a spreadsheet.
    private static let most = 1 << 30

    /// Reads ratings.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - columns: The names of the columns of unit, coder and value and, optionally, of the clusters that the
    ///     bootstrap resamples instead of units.
    /// - Throws: A ``Problem`` if the file cannot be read, is not a table, or lacks a column.
    public static func read(_ path: String, columns: [String]) throws(Problem) -> Ratings {
        do throws(Problem) {
            let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: most)
            let table = try DelimitedText(text)
            var places: [Int] = []
            for column in columns { places.append(try table.column(column)) }
            guard 3...4 ~= places.count else {
                throw Problem(
                    "three or four columns are needed", suggestion: "name the columns of unit, coder and value")
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
