import TemaModel

/// The positions of values between two axes.
struct Plot {
    private let count: Int
    private let ticks: [Int]
    private let left: Double
    private let right: Double
    private let top: Double
    let bottom: Double
    private let language: DisplayLanguage

    init(
        count: Int, greatest: Double, width: Double, top: Double, height: Double,
        _ language: DisplayLanguage = .english
    ) {
        (self.count, self.language) = (count, language)
        ticks = Ticks.upTo(greatest, about: 6)
        left = TextWidth.widest(ticks.map { language.grouped(Double($0)) }) + 8
        right = width - 14
        self.top = top
        bottom = top + height
    }

    private func x(_ number: Int) -> Double {
        count <= 1 ? (left + right) / 2 : left + (right - left) * Double(number - 1) / Double(count - 1)
    }

    private func y(_ value: Double) -> Double {
        bottom - (bottom - top) * value / Double(max(ticks.last ?? 1, 1))
    }

    /// Returns the position of each value. If there are more values than pixels, only every nth value and the last
    /// one are included.
    func points(_ values: [Double]) -> [Point] {
        let most = Int(right - left)
        let stride = max(1, (values.count + most - 1) / max(1, most))
        return values.indices.filter { $0 % stride == 0 || $0 == values.count - 1 }
            .map { Point(x($0 + 1), y(values[$0])) }
    }

    func axes(_ across: String) -> [Shape] {
        var shapes: [Shape] = ticks.flatMap { tick -> [Shape] in
            let y = y(Double(tick))
            return [
                .path([Point(left, y), Point(right, y)], tick == 0 ? .edge : .line),
                .text(language.grouped(Double(tick)), Point(left - 6, y + 4), .soft, style: .init(anchor: .end)),
            ]
        }
        let steps = Ticks.upTo(Double(max(count, 1)), about: Int((right - left) / 70))
        for number in Set(steps.map { max($0, 1) }).sorted() where number <= max(count, 1) {
            shapes.append(
                .text(
                    language.grouped(Double(number)), Point(x(number), bottom + 16), .soft,
                    style: .init(anchor: .middle)))
        }
        shapes.append(.text(across, Point(right, bottom + 33), .soft, style: .init(anchor: .end)))
        return shapes
    }
}

/// Round numbers from 0 for an axis.
enum Ticks {
    /// Returns multiples of 1, 2 or 5 times a power of ten. The last one is at least the greatest value.
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
