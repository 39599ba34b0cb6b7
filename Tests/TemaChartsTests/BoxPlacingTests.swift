import Testing

@testable import TemaCharts

@Suite("Box placing") struct BoxPlacingTests {
    @Test("moves any number of overlapping boxes apart within the width", arguments: [1, 2, 10, 60])
    func apart(count: Int) {
        let boxes = (0..<count).map { Box(Double($0 % 3), 5, width: 80, height: 30 + Double($0 % 2)) }
        let placed = BoxPlacing.apart(boxes, width: 300)
        #expect(placed.map(\.width) == boxes.map(\.width) && placed.map(\.height) == boxes.map(\.height))
        for (number, one) in placed.enumerated() {
            #expect(one.x >= 0 && one.right <= 300 && one.y >= 0)
            for other in placed[(number + 1)...] { #expect(!one.overlaps(other)) }
        }
    }

    @Test("does not move boxes that do not overlap")
    func stay() {
        let boxes = [
            Box(0, 0, width: 10, height: 10), Box(10, 0, width: 10, height: 10), Box(50, 80, width: 10, height: 10),
        ]
        #expect(BoxPlacing.apart(boxes, width: 300) == boxes)
    }
}
