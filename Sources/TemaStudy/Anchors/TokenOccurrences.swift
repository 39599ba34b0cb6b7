/// An index of the tokens of a text, which finds words without reading all of it.
struct TokenOccurrences {
    private let tokens: TextTokens
    /// For each token's number, the tokens that have it.
    private let places: [Int32: [Int]]

    init(_ tokens: TextTokens) {
        self.tokens = tokens
        places = Dictionary(grouping: tokens.symbols.indices) { tokens.symbols[$0] }
    }

    /// Returns the indices of the scalars at which a part of another text occurs in this one, in order.
    ///
    /// No occurrence begins or ends inside a token, unless the part does so.
    ///
    /// - Parameter range: The part, as a range of scalars.
    func starts(of range: Range<Int>, in other: TextTokens) -> [Int] {
        let (here, part) = (tokens.text.scalars, other.text.scalars[range])
        let within = other.tokens(over: range).filter {
            range.contains(other.starts[$0]) && other.starts[$0 + 1] <= range.upperBound
        }
        let rarest = within.min { count(other.symbols[$0]) < count(other.symbols[$1]) }
        let (beginsToken, endsToken) = (other.isBorder(range.lowerBound), other.isBorder(range.upperBound))
        let all: [Int] =
            if let rarest {
                (places[other.symbols[rarest]] ?? []).compactMap { token in
                    let start = tokens.starts[token] - (other.starts[rarest] - range.lowerBound)
                    guard start >= 0, start + range.count <= here.count else { return nil }
                    return here[start..<(start + range.count)] == part ? start : nil
                }
            } else {
                occurrences(of: Array(part), in: here)
            }
        return all.filter { start in
            (!beginsToken || tokens.isBorder(start)) && (!endsToken || tokens.isBorder(start + range.count))
        }
    }

    private func count(_ symbol: Int32) -> Int { places[symbol]?.count ?? 0 }
}
