/// Moves boxes apart until no two overlap.
enum BoxPlacing {
    private static let rounds = 200

    /// Returns the boxes moved apart.
    ///
    /// - Parameters:
    ///   - boxes: The boxes, each at most as wide as the width.
    ///   - width: The horizontal limit of the result. There is no lower limit.
    static func apart(_ boxes: [Box], width: Double) -> [Box] {
        var boxes = boxes.map { inside($0, width) }
        for _ in 0..<rounds where push(&boxes, width) == false { return boxes }
        return swept(boxes)
    }

    private static func inside(_ box: Box, _ width: Double) -> Box {
        var box = box
        box.x = max(0, min(box.x, width - box.width))
        box.y = max(0, box.y)
        return box
    }

    /// Moves each overlapping pair apart along its shorter overlap, by half the overlap each. Returns whether any
    /// pair overlapped.
    private static func push(_ boxes: inout [Box], _ width: Double) -> Bool {
        var pushed = false
        for a in boxes.indices {
            for b in boxes.indices where b > a && boxes[a].overlaps(boxes[b]) {
                pushed = true
                let across = min(boxes[a].right, boxes[b].right) - max(boxes[a].x, boxes[b].x)
                let down = min(boxes[a].bottom, boxes[b].bottom) - max(boxes[a].y, boxes[b].y)
                if across < down {
                    let side = boxes[a].x + boxes[a].width / 2 <= boxes[b].x + boxes[b].width / 2 ? 1.0 : -1
                    boxes[a].x -= side * (across / 2 + 0.5)
                    boxes[b].x += side * (across / 2 + 0.5)
                } else {
                    let side = boxes[a].y + boxes[a].height / 2 <= boxes[b].y + boxes[b].height / 2 ? 1.0 : -1
                    boxes[a].y -= side * (down / 2 + 0.5)
                    boxes[b].y += side * (down / 2 + 0.5)
                }
                boxes[a] = inside(boxes[a], width)
                boxes[b] = inside(boxes[b], width)
            }
        }
        return pushed
    }

    /// Moves each box from top to bottom below the boxes that it overlaps. This always terminates.
    private static func swept(_ boxes: [Box]) -> [Box] {
        var boxes = boxes
        var placed: [Int] = []
        for index in boxes.indices.sorted(by: { (boxes[$0].y, $0) < (boxes[$1].y, $1) }) {
            while let other = placed.first(where: { boxes[$0].overlaps(boxes[index]) }) {
                boxes[index].y = boxes[other].bottom
            }
            placed.append(index)
        }
        return boxes
    }
}
