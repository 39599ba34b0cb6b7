import TemaModel

/// The scalars of a text that count as two in some way of counting: CRLFs, and what UTF-16 has no single unit for.
struct DoubledScalars: Sendable, Hashable {
    /// Ascending, without repetition.
    private let scalars: [Int]
    /// The length of the text in scalars.
    private let count: Int

    init(_ scalars: [Int], of count: Int) { (self.scalars, self.count) = (scalars, count) }

    /// The length of the text, counted so.
    var length: Int { count + scalars.count }

    /// The position of a scalar, or of the end. At most one search by halves.
    func position(of scalar: Int) -> Int? {
        guard scalar >= 0, scalar <= count else { return nil }
        return scalar + scalars.firstIndexOfSorted { $0 >= scalar }
    }

    /// The scalar that begins at a position, or nothing where it is out of range or inside a scalar that counts as two.
    func scalar(at position: Int) -> Int? {
        guard position >= 0, position <= length else { return nil }
        // The doubled scalar of index i begins at its own number plus the i that came before it.
        let begun = scalars.indices.firstIndexOfSorted { scalars[$0] + $0 >= position }
        if begun > 0, scalars[begun - 1] + begun == position { return nil }
        return position - begun
    }
}
