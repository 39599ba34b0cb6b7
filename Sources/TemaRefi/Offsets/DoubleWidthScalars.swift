import TemaModel

/// The scalars of a text that count as two in some way of counting: CRLFs, and scalars of two UTF-16 code units.
struct DoubleWidthScalars: Sendable, Hashable {
    /// The indices of the scalars, ascending and unique.
    private let scalars: [Int]
    /// The length of the text in scalars.
    private let count: Int

    init(_ scalars: [Int], of count: Int) { (self.scalars, self.count) = (scalars, count) }

    /// The length of the text with these scalars counted as two.
    var length: Int { count + scalars.count }

    /// Returns the position of a scalar or of the end, or nil if it is out of range.
    ///
    /// - Complexity: O(log *n*), where *n* is the number of doubled scalars.
    func position(of scalar: Int) -> Int? {
        guard scalar >= 0, scalar <= count else { return nil }
        return scalar + scalars.firstIndexOfSorted { $0 >= scalar }
    }

    /// Returns the scalar that begins at a position, or nil if the position is out of range or inside a doubled scalar.
    func scalar(at position: Int) -> Int? {
        guard position >= 0, position <= length else { return nil }
        // The doubled scalar at index i begins at its own index plus the i doubled scalars before it.
        let begun = scalars.indices.firstIndexOfSorted { scalars[$0] + $0 >= position }
        if begun > 0, scalars[begun - 1] + begun == position { return nil }
        return position - begun
    }
}
