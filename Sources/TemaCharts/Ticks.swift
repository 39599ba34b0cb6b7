/// Round numbers from 0 on, for an axis.
enum Ticks {
    /// Steps of 1, 2 or 5 times a power of ten, whole ones; the last is not below the greatest value.
    static func upTo(_ greatest: Double, about count: Int) -> [Int] {
        guard greatest.isFinite, greatest > 0 else { return [0, 1] }
        let most = Int(min(greatest.rounded(.up), 1e15))
        var step = 1
        var power = 1
        while most / step > max(1, count) {
            for factor in [1, 2, 5, 10] {
                step = factor * power
                if most / step <= max(1, count) { break }
            }
            power *= 10
        }
        var ticks = Array(stride(from: 0, to: most, by: step))
        ticks.append((ticks.last ?? 0) + step)
        return ticks
    }
}
