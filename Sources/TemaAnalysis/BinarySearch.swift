extension RandomAccessCollection {
    /// The index of the first element for which a condition holds that stays true once it is; the end where it never is.
    ///
    /// Asks for the logarithm of the count of elements, not for all.
    func firstIndexOfSorted(where holds: (Element) -> Bool) -> Index {
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
