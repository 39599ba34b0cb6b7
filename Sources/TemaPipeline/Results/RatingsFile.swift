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
    ///   - scale: The values in their order, or nil for those found.
    /// - Throws: A ``Problem`` if the file cannot be read, is not a table, lacks a column, or has a value that is not in the
    ///   scale.
    public static func read(_ path: String, columns: [String], scale: RatingScale? = nil) throws(Problem) -> Ratings {
        do throws(Problem) {
            let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: most)
            let table = try DelimitedText(text)
            var places: [Int] = []
            for column in columns { places.append(try table.column(column)) }
            guard 3...4 ~= places.count else {
                throw Problem(
                    "three or four columns are needed", suggestion: "name the columns of unit, coder and value")
            }
            var ratings: [Ratings.Rating] = []
            for row in table.rows where !row.fields[places[2]].isEmpty {
                let value = row.fields[places[2]]
                do throws(Problem) { _ = try scale?.category(of: value) } catch {
                    var problem = error
                    problem.line = row.line
                    throw problem
                }
                ratings.append(
                    Ratings.Rating(
                        unit: row.fields[places[0]], coder: row.fields[places[1]], value: value,
                        cluster: places.count == 4 ? row.fields[places[3]] : nil))
            }
            guard let scale else { return Ratings(ratings) }
            return try Ratings(ratings, scale: scale)
        } catch { throw error.inFile(path) }
    }
}
