extension RandomAccessCollection {
    /// Returns the index of the first element for which a condition holds, in a collection in which it holds for all
    /// elements after that one; `endIndex` if it holds for none.
    ///
    /// - Complexity: O(log *n*) calls of the condition.
    @inlinable
    package func firstIndexOfSorted(where holds: (Element) -> Bool) -> Index {
        var low = startIndex
        var left = count
        while left > 0 {
            let middle = index(low, offsetBy: left / 2)
            if holds(self[middle]) {
                left /= 2
            } else {
                low = index(after: middle)
                left -= left / 2 + 1
            }
        }
        return low
    }
}
