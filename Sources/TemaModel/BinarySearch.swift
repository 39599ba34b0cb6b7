extension RandomAccessCollection {
    /// Returns the index of the first element that satisfies the condition, or `endIndex` if no element does.
    ///
    /// The collection must be partitioned: every element after the first one that satisfies the condition satisfies
    /// it too.
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
